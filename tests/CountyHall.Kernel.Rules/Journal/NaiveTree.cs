using CountyHall.Kernel.Journal;

namespace CountyHall.Kernel.Rules.Journal;

/// <summary>The definitions of RFC 6962 section 2.1 written down as they stand, to hold the stored tree against.</summary>
internal static class NaiveTree
{
    public static byte[] Root(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 0)
            return MerkleHash.EmptyRoot;
        if (leaves.Length == 1)
            return leaves[0];
        var k = Split(leaves.Length);
        return MerkleHash.Node(Root(leaves[..k]), Root(leaves[k..]));
    }

    public static List<byte[]> Path(int m, ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return [];
        var k = Split(leaves.Length);
        return m < k ? [.. Path(m, leaves[..k]), Root(leaves[k..])] : [.. Path(m - k, leaves[k..]), Root(leaves[..k])];
    }

    public static List<byte[]> Proof(int m, ReadOnlySpan<byte[]> leaves) => m == 0 ? [] : SubProof(m, leaves, true);

    private static List<byte[]> SubProof(int m, ReadOnlySpan<byte[]> leaves, bool whole)
    {
        if (m == leaves.Length)
            return whole ? [] : [Root(leaves)];
        var k = Split(leaves.Length);
        return m <= k
            ? [.. SubProof(m, leaves[..k], whole), Root(leaves[k..])]
            : [.. SubProof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }
}

/// <summary>Tiles in memory, which counts what is asked of it.</summary>
internal sealed class MemoryTiles : ITileStore
{
    private readonly Dictionary<(int, long), LogTile> tiles = [];

    public int Gets { get; set; }
    public List<(int Level, long Index)> Puts { get; } = [];

    public ValueTask<LogTile?> Get(int level, long index, CancellationToken ct)
    {
        Gets++;
        return new(tiles.GetValueOrDefault((level, index)));
    }

    public ValueTask Put(LogTile tile, CancellationToken ct)
    {
        Puts.Add((tile.Level, tile.Index));
        tiles[(tile.Level, tile.Index)] = tile;
        return ValueTask.CompletedTask;
    }
}

internal static class Leaves
{
    /// <summary>The first n leaves of a log whose entries are the numbers from zero.</summary>
    public static byte[][] First(int n) => [.. Enumerable.Range(0, n).Select(i => MerkleHash.Leaf(BitConverter.GetBytes(i)))];

    public static async Task<(TileTree Tree, MemoryTiles Tiles)> InTiles(byte[][] leaves, params int[] chunks)
    {
        var tiles = new MemoryTiles();
        var tree = new TileTree(tiles);
        var taken = 0;
        foreach (var chunk in chunks)
        {
            await tree.Append(leaves[taken..(taken + chunk)]);
            taken += chunk;
        }
        await tree.Append(leaves[taken..]);
        return (tree, tiles);
    }
}
