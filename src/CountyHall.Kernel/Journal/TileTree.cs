namespace CountyHall.Kernel.Journal;

/// <summary>The append-only Merkle tree over stored tiles. It can answer for its present size and for every earlier one.</summary>
/// <remarks>
/// RFC 6962 section 2.1. The size is what counts: hashes beyond it, left by an append that was never committed, are ignored and
/// written over. Whoever keeps the tiles keeps the size with them, in the same transaction.
/// </remarks>
public sealed class TileTree(ITileStore tiles, long size = 0)
{
    /// <summary>How many leaves the tree has.</summary>
    public long Size { get; private set; } = size;

    /// <summary>Adds leaves at the right edge; only the tiles of that edge are read and written.</summary>
    public async Task Append(IReadOnlyList<byte[]> leafHashes, CancellationToken ct = default)
    {
        if (leafHashes.Any(leaf => leaf.Length != MerkleHash.Size))
            throw new ArgumentException("A leaf hash has 32 bytes.", nameof(leafHashes));

        var added = leafHashes;
        for (var level = 0; added.Count > 0; level++)
            added = await Append(level, Size >> (LogTile.Height * level), added, ct);
        Size += leafHashes.Count;
    }

    /// <summary>The root of the tree as it was at that size.</summary>
    public Task<byte[]> Root(long size, CancellationToken ct = default) => Reading(size).Subtree(0, size, ct);

    /// <summary>The hashes that lead from leaf <paramref name="index"/> to the root, lowest first.</summary>
    /// <remarks>RFC 6962 section 2.1.1, PATH(m, D[n]).</remarks>
    public async Task<IReadOnlyList<byte[]>> InclusionProof(long index, long size, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var reading = Reading(size);
        var proof = new List<byte[]>();
        for (var (first, end) = (0L, size); end - first > 1; )
        {
            var middle = first + MerkleHash.Split(end - first);
            var isLeft = index < middle;
            proof.Add(isLeft ? await reading.Subtree(middle, end, ct) : await reading.Subtree(first, middle, ct));
            (first, end) = isLeft ? (first, middle) : (middle, end);
        }
        proof.Reverse();
        return proof;
    }

    /// <summary>The hashes that show that the tree of <paramref name="oldSize"/> is the beginning of the tree of <paramref name="newSize"/>.</summary>
    /// <remarks>RFC 6962 section 2.1.2, PROOF(m, D[n]); empty for equal sizes and for the empty tree, where nothing need be shown.</remarks>
    public async Task<IReadOnlyList<byte[]>> ConsistencyProof(long oldSize, long newSize, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var reading = Reading(newSize);
        var proof = new List<byte[]>();
        if (oldSize == 0)
            return proof;

        var (first, end) = (0L, newSize);
        while (end != oldSize)
        {
            var middle = first + MerkleHash.Split(end - first);
            var isLeft = oldSize <= middle;
            proof.Add(isLeft ? await reading.Subtree(middle, end, ct) : await reading.Subtree(first, middle, ct));
            (first, end) = isLeft ? (first, middle) : (middle, end);
        }
        if (first > 0) // a subtree that starts at the first leaf is the old root itself, which the verifier already has
            proof.Add(await reading.Subtree(first, end, ct));
        proof.Reverse();
        return proof;
    }

    /// <summary>Adds hashes to one level; answers the roots of the tiles that became full, which belong to the level above.</summary>
    private async Task<IReadOnlyList<byte[]>> Append(int level, long position, IReadOnlyList<byte[]> hashes, CancellationToken ct)
    {
        var full = new List<byte[]>();
        for (var taken = 0; taken < hashes.Count; )
        {
            var (index, kept) = ((position + taken) / LogTile.Width, (int)((position + taken) % LogTile.Width));
            var fits = Math.Min(LogTile.Width - kept, hashes.Count - taken);
            var bytes = new byte[(kept + fits) * MerkleHash.Size];
            if (kept > 0)
                Array.Copy((await Tile(tiles, level, index, kept, ct)).Hashes, bytes, kept * MerkleHash.Size);
            for (var i = 0; i < fits; i++)
                hashes[taken + i].CopyTo(bytes, (kept + i) * MerkleHash.Size);

            var tile = new LogTile(level, index, bytes);
            await tiles.Put(tile, ct);
            if (tile.Count == LogTile.Width)
                full.Add(tile.RootOf(0, LogTile.Width));
            taken += fits;
        }
        return full;
    }

    private Snapshot Reading(long size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Size);
        return new Snapshot(tiles);
    }

    private static async ValueTask<LogTile> Tile(ITileStore tiles, int level, long index, int atLeast, CancellationToken ct)
    {
        var tile = await tiles.Get(level, index, ct);
        return tile?.Count >= atLeast
            ? tile
            : throw new InvalidDataException(
                $"The log has lost hashes: tile {level}/{index} should hold {atLeast}, and holds {tile?.Count ?? 0}."
            );
    }

    /// <summary>One reading of the tree, in which each tile is fetched once.</summary>
    private sealed class Snapshot(ITileStore tiles)
    {
        private readonly Dictionary<(int Level, long Index), LogTile> seen = [];

        /// <summary>MTH(D[first:end]). A full subtree is looked up; any other is split as the RFC says.</summary>
        public async Task<byte[]> Subtree(long first, long end, CancellationToken ct)
        {
            var size = end - first;
            if (size == 0)
                return MerkleHash.EmptyRoot;
            if (long.IsPow2(size))
                return await Full(first, size, ct);
            var middle = first + MerkleHash.Split(size);
            var (left, right) = (await Subtree(first, middle, ct), await Subtree(middle, end, ct));
            return MerkleHash.Node(left, right);
        }

        private async ValueTask<byte[]> Full(long first, long size, CancellationToken ct)
        {
            var (level, rows) = Math.DivRem((int)long.Log2(size), LogTile.Height);
            var (index, offset) = Math.DivRem(first >> (level * LogTile.Height), LogTile.Width);
            var count = 1 << rows;
            if (!seen.TryGetValue((level, index), out var tile) || tile.Count < offset + count)
                seen[(level, index)] = tile = await Tile(tiles, level, index, (int)offset + count, ct);
            return tile.RootOf((int)offset, count);
        }
    }
}
