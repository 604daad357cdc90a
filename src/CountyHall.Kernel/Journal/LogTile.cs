namespace CountyHall.Kernel.Journal;

/// <summary>A piece of the stored tree: up to 256 neighbouring hashes, of which only the last tile of a level may be partly filled.</summary>
/// <remarks>
/// The layout of C2SP tlog-tiles: level 0 holds leaf hashes, and each hash of level n + 1 is the root of one full tile of level n.
/// The seven rows of nodes in between are computed when needed, not stored.
/// </remarks>
/// <param name="Level">How many tiles lie below this one.</param>
/// <param name="Index">Position in its level, from the left, from zero.</param>
/// <param name="Hashes">The hashes one after another, 32 bytes each.</param>
public sealed record LogTile(int Level, long Index, byte[] Hashes)
{
    /// <summary>Rows of the tree that one tile spans.</summary>
    public const int Height = 8;

    /// <summary>Hashes in a full tile.</summary>
    public const int Width = 1 << Height;

    public int Count => Hashes.Length / MerkleHash.Size;

    /// <summary>The root of <paramref name="count"/> neighbouring hashes; the count is a power of two.</summary>
    internal byte[] RootOf(int first, int count) =>
        count == 1
            ? Hashes.AsSpan(first * MerkleHash.Size, MerkleHash.Size).ToArray()
            : MerkleHash.Node(RootOf(first, count / 2), RootOf(first + count / 2, count / 2));
}

/// <summary>Where tiles are kept: a table, a folder, or memory.</summary>
public interface ITileStore
{
    ValueTask<LogTile?> Get(int level, long index, CancellationToken ct);

    /// <summary>Keeps the tile, in place of the shorter one that stood there.</summary>
    ValueTask Put(LogTile tile, CancellationToken ct);
}
