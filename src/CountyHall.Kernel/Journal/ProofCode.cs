using System.Security.Cryptography;
using System.Text;

namespace CountyHall.Kernel.Journal;

/// <summary>短码: the id of a fact in a form that can be read out over the telephone, such as <c>0Z3K7-2MQ94-QDXA</c>.</summary>
/// <remarks>
/// Thirteen places in Crockford's base 32 (no I, L, O, U) and one check place, so that a mistyped code is told from one that was never given out.
/// The code says nothing by itself: what was recorded under it is asked of the public log.
/// </remarks>
public static class ProofCode
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Places = 13;

    public static string Of(long fact)
    {
        var text = new char[Places];
        for (var (place, rest) = (Places - 1, fact); place >= 0; place--, rest >>= 5)
            text[place] = Digits[(int)(rest & 31)];
        var code = new string(text);
        return $"{code[..5]}-{code[5..10]}-{code[10..]}{CheckOf(code)}";
    }

    /// <summary>The fact that a code names; none where it was mistyped. Hyphens, spaces and small letters do not matter, nor does O for 0 or I for 1.</summary>
    public static long? Read(string? typed)
    {
        var plain = new StringBuilder();
        foreach (var c in (typed ?? "").Normalize(NormalizationForm.FormKC).ToUpperInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(
                    c switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => c,
                    }
                );
        }
        if (plain.Length != Places + 1)
            return null;
        var code = plain.ToString();
        if (!code.All(Digits.Contains) || code[Places] != CheckOf(code[..Places]) || code[0] > '7')
            return null;
        return code[..Places].Aggregate(0L, (id, c) => (id << 5) | (long)Digits.IndexOf(c, StringComparison.Ordinal));
    }

    private static char CheckOf(string code) => Digits[SHA256.HashData(Encoding.ASCII.GetBytes(code))[0] & 31];
}
