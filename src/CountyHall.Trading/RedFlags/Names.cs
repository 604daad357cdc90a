using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CountyHall.Trading.RedFlags;

/// <summary>Numbers each text the first time it comes: 0, 1, 2… Looked up by its UTF-8, so that nothing is made of one that was seen before.</summary>
/// <exception cref="OverflowException">The different texts are more than two gigabytes together.</exception>
internal sealed class Names
{
    private const ulong Odd = 0x9E3779B97F4A7C15;

    // Secret and new in each process: whoever writes the file cannot choose names that meet in one chain.
    private readonly ulong seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;
    private byte[] texts = new byte[1 << 12];
    private (uint Hash, int Before, int From, int Length)[] all = new (uint, int, int, int)[64];

    // One more than the number of the last name with such a hash; 0 for none.
    private int[] newest = new int[128];
    private int used;

    public int Count { get; private set; }

    public int Of(ReadOnlySpan<byte> text)
    {
        var hash = HashOf(text);
        for (var at = newest[hash & (uint)(newest.Length - 1)] - 1; at >= 0; at = all[at].Before)
        {
            ref var one = ref all[at];
            if (one.Hash == hash && text.SequenceEqual(texts.AsSpan(one.From, one.Length)))
                return at;
        }
        return Add(text, hash);
    }

    public int Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public string this[int number] => Encoding.UTF8.GetString(texts, all[number].From, all[number].Length);

    private int Add(ReadOnlySpan<byte> text, uint hash)
    {
        if (used + text.Length > texts.Length)
            Array.Resize(ref texts, (int)Math.Min(Array.MaxLength, Math.Max(2L * texts.Length, (long)used + text.Length)));
        if (Count == all.Length)
            Grow();
        text.CopyTo(texts.AsSpan(used));
        ref var first = ref newest[hash & (uint)(newest.Length - 1)];
        all[Count] = (hash, first - 1, used, text.Length);
        used += text.Length;
        first = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref all, 2 * Count);
        newest = new int[4 * Count];
        for (var at = 0; at < Count; at++)
        {
            ref var first = ref newest[all[at].Hash & (uint)(newest.Length - 1)];
            all[at].Before = first - 1;
            first = at + 1;
        }
    }

    private uint HashOf(ReadOnlySpan<byte> text)
    {
        var hash = seed ^ (uint)text.Length;
        for (; text.Length >= 8; text = text[8..])
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        var rest = 0UL;
        foreach (var one in text)
            rest = rest << 8 | one;
        hash = Mixed(hash ^ rest);
        return unchecked((uint)(hash ^ hash >> 32));
    }

    private ulong Mixed(ulong of)
    {
        var high = Math.BigMul(of, seed ^ Odd, out var low);
        return high ^ low;
    }
}
