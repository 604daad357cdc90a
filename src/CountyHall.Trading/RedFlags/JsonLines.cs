using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace CountyHall.Trading.RedFlags;

/// <summary>The lines of a file of JSON lines, one after the other in one buffer: memory is that of the longest line, whatever the file's length.</summary>
/// <remarks>
/// A line is skipped with a warning that names it when it is no UTF-8, no JSON text, deeper than <see cref="Deepest"/> or longer than <see cref="Longest"/>;
/// an empty line without one. What parses and what does not is as in the Cardinal library: half a surrogate pair breaks a line, a byte order mark does not.
/// </remarks>
public sealed class JsonLines(Action<string> warn)
{
    /// <summary>Objects and arrays within one another, levels.</summary>
    public const int Deepest = 127;

    /// <summary>Bytes of one line.</summary>
    public const int Longest = 256 << 20;

    private const int First = 1 << 18;

    public static JsonReaderOptions Options { get; } = new() { MaxDepth = Deepest };

    /// <summary>What is done with a line; a <see cref="JsonException"/> from it means that the line is broken.</summary>
    public delegate void Take(ReadOnlySpan<byte> line);

    /// <summary>Lines that were skipped with a warning.</summary>
    public long Skipped { get; private set; }

    /// <summary>Where the line that is being taken begins in the file, bytes.</summary>
    public long Offset { get; private set; }

    /// <summary>Lines taken.</summary>
    public long Taken { get; private set; }

    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(Stream from, Take take)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(First);
        try
        {
            // Bytes that left the buffer before what it holds now.
            var before = 0L;
            var (start, end, line, tooLong) = (0, 0, 0L, false);
            while (true)
            {
                var got = from.Read(buffer, end, buffer.Length - end);
                var scanned = end;
                end += got;
                while (buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n') is var at and >= 0)
                {
                    line++;
                    Offset = before + start;
                    if (tooLong)
                        tooLong = false;
                    else
                        One(buffer.AsSpan(start, scanned + at - start), line, take);
                    start = scanned = scanned + at + 1;
                }
                if (got == 0)
                {
                    Offset = before + start;
                    if (!tooLong && end > start)
                        One(buffer.AsSpan(start, end - start), line + 1, take);
                    return;
                }
                if (tooLong)
                    (before, start, end) = (before + end, 0, 0);
                else if (start > 0)
                {
                    before += start;
                    buffer.AsSpan(start, end - start).CopyTo(buffer);
                    (start, end) = (0, end - start);
                }
                else if (end == buffer.Length)
                {
                    if (end >= Longest)
                    {
                        Broken(line + 1, $"longer than {Longest >> 20} MiB");
                        (before, tooLong, start, end) = (before + end, true, 0, 0);
                        continue;
                    }
                    var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
                    buffer.AsSpan(0, end).CopyTo(larger);
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = larger;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void One(ReadOnlySpan<byte> line, long number, Take take)
    {
        if (number == 1 && line.StartsWith(Encoding.UTF8.Preamble))
        {
            Offset += Encoding.UTF8.Preamble.Length;
            line = line[Encoding.UTF8.Preamble.Length..];
        }
        if (line.Trim(" \t\r"u8).IsEmpty)
            return;
        if (!Utf8.IsValid(line))
        {
            Broken(number, "not valid UTF-8");
            return;
        }
        if (HasHalfPair(line))
        {
            Broken(number, "half of a surrogate pair");
            return;
        }
        try
        {
            take(line);
            Taken++;
        }
        catch (JsonException broken)
        {
            Broken(number, broken.Message);
        }
    }

    private void Broken(long number, string why)
    {
        Skipped++;
        warn(string.Create(CultureInfo.InvariantCulture, $"line {number} is skipped: {why}"));
    }

    // The reader leaves the escapes of strings nobody asks for unread, so what it would let pass is looked for here: rare bytes, found at memory speed.
    private static bool HasHalfPair(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("\\ud"u8) < 0 && line.IndexOf("\\uD"u8) < 0)
            return false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\\')
                continue;
            if (Unit(line, i) is not (>= 0xD800 and <= 0xDFFF and var unit))
            {
                i++;
                continue;
            }
            if (unit >= 0xDC00 || Unit(line, i + 6) is not (>= 0xDC00 and <= 0xDFFF))
                return true;
            i += 11;
        }
        return false;
    }

    private static int Unit(ReadOnlySpan<byte> line, int at) =>
        at + 6 <= line.Length && line[at] == '\\' && line[at + 1] == 'u' && Utf8Hex(line.Slice(at + 2, 4)) is var unit and >= 0 ? unit : -1;

    private static int Utf8Hex(ReadOnlySpan<byte> four)
    {
        var value = 0;
        foreach (var digit in four)
        {
            var of = digit switch
            {
                >= (byte)'0' and <= (byte)'9' => digit - '0',
                >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
                >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
                _ => -1,
            };
            if (of < 0)
                return -1;
            value = value << 4 | of;
        }
        return value;
    }
}
