namespace CountyHall.Kernel.Journal;

/// <summary>What an outsider computes: whether a proof fits the roots. Needs nothing of the log but the hashes given.</summary>
/// <remarks>The proofs are those of RFC 6962 section 2.1; the way to check them is written out in RFC 9162 sections 2.1.3.2 and 2.1.4.2.</remarks>
public static class MerkleProof
{
    /// <summary>Whether the leaf stands at <paramref name="index"/> in the tree with that size and root.</summary>
    public static bool IsIncluded(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size || !AreHashes([leafHash, root, .. proof]))
            return false;

        var (node, last, hash) = (index, size - 1, leafHash);
        foreach (var sibling in proof)
        {
            if (last == 0)
                return false; // longer than the way to the root
            if (long.IsOddInteger(node) || node == last)
            {
                hash = MerkleHash.Node(sibling, hash);
                (node, last) = UpToRightChild(node, last);
            }
            else
            {
                hash = MerkleHash.Node(hash, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the tree of the new root begins with the whole tree of the old root, so that nothing was changed or taken away.</summary>
    public static bool IsConsistent(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, IReadOnlyList<byte[]> proof)
    {
        if (oldSize < 0 || newSize < oldSize || !AreHashes([oldRoot, newRoot, .. proof]))
            return false;
        if (oldSize == 0)
            return proof.Count == 0 && oldRoot.AsSpan().SequenceEqual(MerkleHash.EmptyRoot);
        if (oldSize == newSize)
            return proof.Count == 0 && oldRoot.AsSpan().SequenceEqual(newRoot);

        // A full old tree is itself the first node of the proof, and is not sent.
        IReadOnlyList<byte[]> path = long.IsPow2(oldSize) ? [oldRoot, .. proof] : proof;
        if (path.Count == 0)
            return false;

        var (node, last) = (oldSize - 1, newSize - 1);
        while (long.IsOddInteger(node))
            (node, last) = (node >> 1, last >> 1);

        var (old, now) = (path[0], path[0]);
        foreach (var sibling in path.Skip(1))
        {
            if (last == 0)
                return false;
            if (long.IsOddInteger(node) || node == last)
            {
                old = MerkleHash.Node(sibling, old);
                now = MerkleHash.Node(sibling, now);
                (node, last) = UpToRightChild(node, last);
            }
            else
            {
                now = MerkleHash.Node(now, sibling);
            }
            (node, last) = (node >> 1, last >> 1);
        }
        return last == 0 && old.AsSpan().SequenceEqual(oldRoot) && now.AsSpan().SequenceEqual(newRoot);
    }

    /// <summary>A last node without a right sibling rises unhashed until it is a right child itself.</summary>
    private static (long Node, long Last) UpToRightChild(long node, long last)
    {
        while (node != 0 && long.IsEvenInteger(node))
            (node, last) = (node >> 1, last >> 1);
        return (node, last);
    }

    private static bool AreHashes(IEnumerable<byte[]> hashes) => hashes.All(hash => hash.Length == MerkleHash.Size);
}
