using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CountyHall.Kernel.Journal;

/// <summary>Reads only the one way in which the log writes a thing, so that what is read prints the same again.</summary>
internal static class Strict
{
    /// <summary>Base64 with its padding, without white space or stray bits.</summary>
    public static bool TryBase64(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var buffer = new byte[text.Length];
        bytes = Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
        if (bytes is not null && Convert.ToBase64String(bytes) != text)
            bytes = null;
        return bytes is not null;
    }

    /// <summary>A count: digits without sign or leading zero.</summary>
    public static bool TryCount(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number.ToString(CultureInfo.InvariantCulture) == text;
}
