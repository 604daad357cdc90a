using System.Security.Cryptography;

namespace CountyHall.Kernel.Journal;

/// <summary>The two hashes of the Merkle tree; a prefix byte keeps a leaf from ever passing for a node.</summary>
/// <remarks>RFC 6962 section 2.1.</remarks>
public static class MerkleHash
{
    /// <summary>Bytes in a hash: SHA-256.</summary>
    public const int Size = 32;

    /// <summary>The root of the tree that holds nothing: SHA-256 of the empty string.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 ‖ entry).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        // Two hashes of other lengths could be cut differently and still give the same node.
        if (left.Length != Size || right.Length != Size)
            throw new ArgumentException("A node is made of two hashes of 32 bytes.");
        Span<byte> input = stackalloc byte[1 + 2 * Size];
        input[0] = 0x01;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Size)..]);
        return SHA256.HashData(input);
    }

    /// <summary>Where a tree of <paramref name="size"/> leaves splits: the largest power of two smaller than it.</summary>
    internal static long Split(long size) => 1L << System.Numerics.BitOperations.Log2((ulong)(size - 1));
}
