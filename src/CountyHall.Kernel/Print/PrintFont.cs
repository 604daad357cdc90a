using System.Buffers.Binary;
using System.Text;

namespace CountyHall.Kernel.Print;

/// <summary>The one face of printed documents, read from its TrueType file, and cut down to the characters of one document.</summary>
/// <remarks>
/// A whole Chinese face would add ten megabytes to every document. The cut gives every character a glyph of its own, even where the face draws
/// two characters alike, so that copied text is the text that was written and never a radical that looks the same.
/// </remarks>
internal sealed class PrintFont
{
    private static readonly Lazy<PrintFont> Shared = new(() => new(Load()));

    private readonly byte[] file;
    private readonly Dictionary<string, (int At, int Length)> tables = [];
    private readonly Dictionary<int, int> glyphs;
    private readonly bool longOffsets;
    private readonly int metrics;

    private PrintFont(byte[] file)
    {
        this.file = file;
        for (var table = 0; table < U16(4); table++)
        {
            var at = 12 + table * 16;
            tables[Encoding.ASCII.GetString(file, at, 4)] = (checked((int)U32(at + 8)), checked((int)U32(at + 12)));
        }
        var head = tables["head"].At;
        UnitsPerEm = U16(head + 18);
        Box = [I16(head + 36), I16(head + 38), I16(head + 40), I16(head + 42)];
        longOffsets = U16(head + 50) == 1;
        Ascent = I16(tables["hhea"].At + 4);
        Descent = I16(tables["hhea"].At + 6);
        metrics = U16(tables["hhea"].At + 34);
        glyphs = ReadCharacters();
    }

    public static PrintFont Regular => Shared.Value;

    public int UnitsPerEm { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int[] Box { get; }

    /// <summary>The width of a character in thousandths of the size of the type.</summary>
    public double Width(Rune rune) => Advance(GlyphOf(rune)) * 1000d / UnitsPerEm;

    public bool Has(Rune rune) => glyphs.ContainsKey(rune.Value);

    /// <summary>A TrueType file with a glyph for each of these characters, in order, after the empty glyph 0.</summary>
    public byte[] Cut(IReadOnlyList<Rune> characters)
    {
        var wanted = new List<int> { 0 };
        wanted.AddRange(characters.Select(GlyphOf));
        // Parts of composed glyphs follow behind; they have no character of their own.
        var parts = new Dictionary<int, int>();
        var outlines = new List<byte[]>();
        for (var i = 0; i < wanted.Count; i++)
            outlines.Add(
                Outline(
                    wanted[i],
                    part =>
                    {
                        if (!parts.TryGetValue(part, out var number))
                        {
                            parts[part] = number = wanted.Count;
                            wanted.Add(part);
                        }
                        return number;
                    }
                )
            );

        using var glyf = new MemoryStream();
        var loca = new byte[(wanted.Count + 1) * 4];
        var hmtx = new byte[wanted.Count * 4];
        for (var i = 0; i < wanted.Count; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(i * 4), (uint)glyf.Length);
            glyf.Write(outlines[i]);
            while (glyf.Length % 4 != 0)
                glyf.WriteByte(0);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(i * 4), (ushort)Advance(wanted[i]));
            BinaryPrimitives.WriteInt16BigEndian(
                hmtx.AsSpan(i * 4 + 2),
                outlines[i].Length >= 10 ? BinaryPrimitives.ReadInt16BigEndian(outlines[i].AsSpan(2)) : (short)0
            );
        }
        BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(wanted.Count * 4), (uint)glyf.Length);

        var head = Table("head");
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        var hhea = Table("hhea");
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)wanted.Count);
        var maxp = Table("maxp");
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)wanted.Count);
        return Assemble([("glyf", glyf.ToArray()), ("head", head), ("hhea", hhea), ("hmtx", hmtx), ("loca", loca), ("maxp", maxp)]);
    }

    private int GlyphOf(Rune rune) => glyphs.GetValueOrDefault(rune.Value);

    private int Advance(int glyph) => U16(tables["hmtx"].At + Math.Min(glyph, metrics - 1) * 4);

    private byte[] Outline(int glyph, Func<int, int> part)
    {
        var (loca, glyf) = (tables["loca"].At, tables["glyf"].At);
        var (from, to) = longOffsets
            ? ((int)U32(loca + glyph * 4), (int)U32(loca + glyph * 4 + 4))
            : (U16(loca + glyph * 2) * 2, U16(loca + glyph * 2 + 2) * 2);
        var outline = file.AsSpan(glyf + from, to - from).ToArray();
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
            return outline;
        const int WordArguments = 0x1,
            Scale = 0x8,
            More = 0x20,
            XYScale = 0x40,
            TwoByTwo = 0x80;
        for (int at = 10, flags = More; (flags & More) != 0; )
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var number = part(BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2)));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at +=
                (flags & TwoByTwo) != 0 ? 8
                : (flags & XYScale) != 0 ? 4
                : (flags & Scale) != 0 ? 2
                : 0;
        }
        return outline;
    }

    /// <summary>Table cmap, formats 12 and 4: which character is drawn by which glyph.</summary>
    private Dictionary<int, int> ReadCharacters()
    {
        var read = new Dictionary<int, int>();
        var cmap = tables["cmap"].At;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var (platform, at) = (U16(cmap + 4 + i * 8), cmap + (int)U32(cmap + 8 + i * 8));
            if (platform is not (0 or 3))
                continue;
            if (U16(at) == 12)
            {
                for (var group = 0; group < U32(at + 12); group++)
                {
                    var (first, last, glyph) = (
                        (int)U32(at + 16 + group * 12),
                        (int)U32(at + 20 + group * 12),
                        (int)U32(at + 24 + group * 12)
                    );
                    for (var c = first; c <= last; c++)
                        read.TryAdd(c, glyph + c - first);
                }
            }
            else if (U16(at) == 4)
            {
                var count = U16(at + 6);
                for (var segment = 0; segment < count; segment += 2)
                {
                    var (last, first) = (U16(at + 14 + segment), U16(at + 16 + count + segment));
                    var (delta, range) = (U16(at + 16 + 2 * count + segment), at + 16 + 3 * count + segment);
                    for (int c = first; c <= last && c != 0xFFFF; c++)
                    {
                        var glyph = U16(range) == 0 ? c : U16(range + U16(range) + (c - first) * 2);
                        if (glyph != 0 && ((glyph + delta) & 0xFFFF) is not 0 and var drawn)
                            read.TryAdd(c, drawn);
                    }
                }
            }
        }
        return read;
    }

    private byte[] Table(string name) => file.AsSpan(tables[name].At, tables[name].Length).ToArray();

    private static byte[] Assemble((string Name, byte[] Content)[] parts)
    {
        using var made = new MemoryStream();
        U32(0x00010000);
        U16((ushort)parts.Length);
        var power = 1;
        while (power * 2 <= parts.Length)
            power *= 2;
        U16((ushort)(power * 16));
        U16((ushort)Math.Log2(power));
        U16((ushort)(parts.Length * 16 - power * 16));
        var at = 12 + parts.Length * 16;
        foreach (var (name, content) in parts)
        {
            made.Write(Encoding.ASCII.GetBytes(name));
            U32(Sum(content));
            U32((uint)at);
            U32((uint)content.Length);
            at += (content.Length + 3) / 4 * 4;
        }
        foreach (var (_, content) in parts)
        {
            made.Write(content);
            while (made.Length % 4 != 0)
                made.WriteByte(0);
        }
        return made.ToArray();

        void U32(uint value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            made.Write(bytes);
        }
        void U16(ushort value)
        {
            Span<byte> bytes = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
            made.Write(bytes);
        }
    }

    private static uint Sum(byte[] content)
    {
        var sum = 0u;
        for (var at = 0; at < content.Length; at += 4)
        {
            var word = 0u;
            for (var i = 0; i < 4; i++)
                word = (word << 8) | (at + i < content.Length ? content[at + i] : 0u);
            unchecked
            {
                sum += word;
            }
        }
        return sum;
    }

    private int U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private int I16(int at) => BinaryPrimitives.ReadInt16BigEndian(file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));

    private static byte[] Load()
    {
        using var stream = typeof(PrintFont).Assembly.GetManifestResourceStream("CountyHall.Kernel.Print.Fonts.NotoSansSC_400Regular.ttf")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
