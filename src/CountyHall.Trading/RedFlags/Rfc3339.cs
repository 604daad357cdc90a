namespace CountyHall.Trading.RedFlags;

/// <summary>Instants as RFC 3339 writes them, with an offset; other texts are none.</summary>
internal static class Rfc3339
{
    /// <summary>Seconds since 0001-01-01 UTC and the nanoseconds of the second.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long seconds, out int nanoseconds)
    {
        (seconds, nanoseconds) = (0, 0);
        if (
            text.Length < 20
            || text[4] != '-'
            || text[7] != '-'
            || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ')
            || text[13] != ':'
            || text[16] != ':'
            || !Digits(text[..4], out var year)
            || !Digits(text[5..7], out var month)
            || !Digits(text[8..10], out var day)
            || !Digits(text[11..13], out var hour)
            || !Digits(text[14..16], out var minute)
            || !Digits(text[17..19], out var second)
            || year < 1
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour > 23
            || minute > 59
            || second > 60
        )
            return false;
        var rest = text[19..];
        if (rest.Length > 0 && rest[0] == '.')
        {
            var digits = 0;
            while (digits + 1 < rest.Length && rest[digits + 1] is >= (byte)'0' and <= (byte)'9')
            {
                if (digits < 9)
                    nanoseconds = nanoseconds * 10 + rest[digits + 1] - '0';
                digits++;
            }
            if (digits == 0)
                return false;
            for (var missing = digits; missing < 9; missing++)
                nanoseconds *= 10;
            rest = rest[(digits + 1)..];
        }
        var offset = 0;
        if (!(rest.Length == 1 && rest[0] is (byte)'Z' or (byte)'z'))
        {
            if (
                rest.Length != 6
                || rest[0] is not ((byte)'+' or (byte)'-')
                || rest[3] != ':'
                || !Digits(rest[1..3], out var hours)
                || !Digits(rest[4..6], out var minutes)
                || hours > 23
                || minutes > 59
            )
                return false;
            offset = (hours * 3600 + minutes * 60) * (rest[0] == '-' ? -1 : 1);
        }
        seconds = new DateOnly(year, month, day).DayNumber * 86400L + hour * 3600 + minute * 60 + second - offset;
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = value * 10 + digit - '0';
        }
        return true;
    }
}
