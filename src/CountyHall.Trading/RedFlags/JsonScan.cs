using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>One JSON text of one line, read from left to right. What nobody asks for is checked and passed over without being looked at as a value.</summary>
/// <remarks>
/// As strict as <see cref="Utf8JsonReader"/> without comments and trailing commas, at most <see cref="JsonLines.Deepest"/> levels, and a number beyond the
/// doubles breaks the line; a good deal quicker where most members are passed over. The line is valid UTF-8 without half pairs: <see cref="JsonLines"/> has seen to it.
/// </remarks>
internal ref struct JsonScan(ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> line = line;
    private int at;
    private int depth;

    /// <summary>The next value opens as asked, and its inside is next; one that does not stands where it stood.</summary>
    public bool Enter(char opening)
    {
        if (Next() != opening)
            return false;
        if (++depth > JsonLines.Deepest)
            throw new JsonException($"deeper than {JsonLines.Deepest} levels");
        at++;
        return true;
    }

    /// <summary>Steps to the value of the next member; false behind the last.</summary>
    /// <param name="begun">False before the first member of the object, and the caller's to keep.</param>
    /// <param name="name">As it is meant, without escapes.</param>
    public bool Member(ref bool begun, out ReadOnlySpan<byte> name)
    {
        if (!More(ref begun, '}'))
        {
            name = default;
            return false;
        }
        name = Text();
        if (Next() != ':')
            throw Broken();
        at++;
        return true;
    }

    /// <summary>Steps to the next element; false behind the last.</summary>
    public bool Element(ref bool begun) => More(ref begun, ']');

    public bool IsText() => Next() == '"';

    public bool IsNumber() => Next() is (byte)'-' or (>= (byte)'0' and <= (byte)'9');

    /// <summary>The text that is next, without escapes.</summary>
    public ReadOnlySpan<byte> Text()
    {
        if (Next() != '"')
            throw Broken();
        var from = at + 1;
        var end = Plain(from);
        if (line[end] == '"')
        {
            at = end + 1;
            return line[from..end];
        }
        PassText();
        var reader = new Utf8JsonReader(line[(from - 1)..at]);
        reader.Read();
        var meant = new byte[reader.ValueSpan.Length];
        return meant.AsSpan(0, reader.CopyString(meant));
    }

    /// <summary>The digits of the number that is next.</summary>
    public ReadOnlySpan<byte> Number()
    {
        var from = at;
        if (at < line.Length && line[at] == '-')
            at++;
        if (at < line.Length && line[at] == '0')
            at++;
        else
            Digits();
        if (at < line.Length && line[at] == '.')
        {
            at++;
            Digits();
        }
        if (at < line.Length && line[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < line.Length && line[at] is (byte)'+' or (byte)'-')
                at++;
            Digits();
            Finite(line[from..at]);
        }
        else if (at - from > 300)
            Finite(line[from..at]);
        return line[from..at];
    }

    /// <summary>The double nearest to the digits of a number.</summary>
    public static double DoubleOf(ReadOnlySpan<byte> digits) =>
        Short(digits) ?? double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Passes over the value that is next, whatever it is.</summary>
    public void Pass()
    {
        var begun = false;
        switch (Next())
        {
            case (byte)'"':
                PassText();
                break;
            case (byte)'{':
                Enter('{');
                while (More(ref begun, '}'))
                {
                    if (Next() != '"')
                        throw Broken();
                    PassText();
                    if (Next() != ':')
                        throw Broken();
                    at++;
                    Pass();
                }
                break;
            case (byte)'[':
                Enter('[');
                while (More(ref begun, ']'))
                    Pass();
                break;
            case (byte)'t':
                Word("true"u8);
                break;
            case (byte)'f':
                Word("false"u8);
                break;
            case (byte)'n':
                Word("null"u8);
                break;
            default:
                Number();
                break;
        }
    }

    /// <summary>Nothing may follow.</summary>
    public void End()
    {
        while (at < line.Length)
        {
            if (line[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                throw Broken();
            at++;
        }
    }

    private bool More(ref bool begun, char closing)
    {
        var next = Next();
        if (next == closing)
        {
            at++;
            depth--;
            return false;
        }
        if (begun)
        {
            if (next != ',')
                throw Broken();
            at++;
        }
        begun = true;
        return true;
    }

    /// <summary>The first byte of the next token, which is not taken.</summary>
    private byte Next()
    {
        while (at < line.Length)
        {
            var next = line[at];
            if (next > ' ')
                return next;
            if (next is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
                throw Broken();
            at++;
        }
        throw Broken();
    }

    private void PassText()
    {
        var end = Plain(at + 1);
        while (line[end] != '"')
        {
            if (line[end] != '\\')
                throw Broken();
            at = end;
            end = Plain(end + Escape(end));
        }
        at = end + 1;
    }

    /// <summary>How long the escape is that begins there, bytes.</summary>
    private readonly int Escape(int from)
    {
        if (from + 1 >= line.Length)
            throw Broken();
        switch (line[from + 1])
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                return 2;
            case (byte)'u' when from + 6 <= line.Length && line.Slice(from + 2, 4).IndexOfAnyExcept(Hex) < 0:
                return 6;
            default:
                throw Broken();
        }
    }

    private static readonly System.Buffers.SearchValues<byte> Hex = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF"u8);

    /// <summary>Where the first quotation mark, backslash or control character stands.</summary>
    private readonly int Plain(int from)
    {
        for (; from + Vector128<byte>.Count <= line.Length; from += Vector128<byte>.Count)
        {
            var some = Vector128.Create(line.Slice(from, Vector128<byte>.Count));
            var hits = (
                Vector128.Equals(some, Vector128.Create((byte)'"'))
                | Vector128.Equals(some, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(some, Vector128.Create((byte)' '))
            ).ExtractMostSignificantBits();
            if (hits != 0)
                return from + BitOperations.TrailingZeroCount(hits);
        }
        for (; from < line.Length; from++)
        {
            if (line[from] is (byte)'"' or (byte)'\\' or < (byte)' ')
                return from;
        }
        throw Broken();
    }

    private void Digits()
    {
        var from = at;
        while (at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9')
            at++;
        if (at == from)
            throw Broken();
    }

    private void Word(ReadOnlySpan<byte> word)
    {
        if (!line[at..].StartsWith(word))
            throw Broken();
        at += word.Length;
    }

    private readonly void Finite(ReadOnlySpan<byte> digits)
    {
        if (double.IsInfinity(double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture)))
            throw new JsonException("a number is too large");
    }

    /// <summary>A number of at most fifteen digits without an exponent: numerator and power of ten are exact doubles, so one division rounds once.</summary>
    private static double? Short(ReadOnlySpan<byte> digits)
    {
        var (value, read, behind) = (0L, 0, -1);
        var isBelow = digits[0] == '-';
        foreach (var digit in isBelow ? digits[1..] : digits)
        {
            if (digit == '.')
                behind = 0;
            else if (digit is < (byte)'0' or > (byte)'9' || ++read > 15)
                return null;
            else
            {
                value = value * 10 + (digit - '0');
                if (behind >= 0)
                    behind++;
            }
        }
        var whole = behind > 0 ? value / Powers[behind] : value;
        return isBelow ? -whole : whole;
    }

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    private readonly JsonException Broken() => new($"no JSON at byte {at}");
}
