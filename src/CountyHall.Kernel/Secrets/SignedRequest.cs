using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CountyHall.Kernel.Secrets;

/// <summary>A request as far as its signature speaks of it.</summary>
/// <param name="Authority">Host in small letters, with the port unless it is the usual one.</param>
/// <param name="Path">As sent, escapes included.</param>
/// <param name="Query">With its question mark; <c>?</c> alone where there is none.</param>
/// <param name="Header">The value of a header by its name in small letters; none where it was not sent.</param>
public sealed record RequestParts(string Method, string Authority, string Path, string Query, Func<string, string?> Header);

/// <summary>请求签名: HTTP Message Signatures (RFC 9421) with SM2 over SM3 and the digest of the body (RFC 9530) by SM3.</summary>
/// <remarks>
/// Neither RFC knows the Chinese algorithms: <c>alg="sm2-sm3"</c> and the digest <c>sm3</c> are ours, everything else is theirs. The form is
/// taken strictly, one signature a request, so that what was signed is read in one way only.
/// </remarks>
public sealed partial record SignedRequest(
    string Label,
    IReadOnlyList<string> Covered,
    string Parameters,
    DateTime Created,
    string Nonce,
    string KeyId,
    byte[] Signature
)
{
    public const string Algorithm = "sm2-sm3";
    public const string InputHeader = "Signature-Input";
    public const string SignatureHeader = "Signature";
    public const string DigestHeader = "Content-Digest";
    public const string IdempotencyHeader = "Idempotency-Key";

    /// <summary>What every signature covers; with a body also its digest, with an idempotency key also that.</summary>
    public static readonly IReadOnlyList<string> Always = ["@method", "@authority", "@path", "@query"];

    /// <summary>Reads the two headers; none where they are not exactly of the form.</summary>
    public static SignedRequest? Read(string input, string signature)
    {
        if (Input().Match(input) is not { Success: true } asked || Signatures().Match(signature) is not { Success: true } given)
            return null;
        if (asked.Groups["label"].Value != given.Groups["label"].Value)
            return null;
        var parameters = asked.Groups["list"].Value + asked.Groups["rest"].Value;
        string? nonce = null,
            keyId = null,
            algorithm = null;
        long? created = null;
        foreach (Match parameter in Parameter().Matches(asked.Groups["rest"].Value))
        {
            var (name, text) = (parameter.Groups["name"].Value, parameter.Groups["text"].Value);
            var isNew = name switch
            {
                "created" when created is null => (created = Number(parameter)) > 0,
                "nonce" when nonce is null => (nonce = text).Length is >= 16 and <= 64,
                "keyid" when keyId is null => (keyId = text).Length is > 0 and <= 40,
                "alg" when algorithm is null => (algorithm = text) == Algorithm,
                _ => false,
            };
            if (!isNew)
                return null;
        }
        string[] covered = [.. Component().Matches(asked.Groups["list"].Value).Select(m => m.Groups[1].Value)];
        if (created is not { } seconds || nonce is null || keyId is null || algorithm is null)
            return null;
        if (covered.Distinct().Count() != covered.Length || seconds > 253_402_300_799)
            return null;
        var bytes = new byte[given.Groups["bytes"].Length];
        if (!Convert.TryFromBase64String(given.Groups["bytes"].Value, bytes, out var length))
            return null;
        return new(asked.Groups["label"].Value, covered, parameters, DateTime.UnixEpoch.AddSeconds(seconds), nonce, keyId, bytes[..length]);
    }

    /// <summary>What the signature is over (RFC 9421 section 2.5); none where it covers something that this request has not.</summary>
    public byte[]? Base(RequestParts request) => BaseOf(Covered, Parameters, request);

    /// <summary>The headers to send with a request.</summary>
    /// <param name="secretPem">See <see cref="Sm2Keys.Sign"/>.</param>
    /// <param name="bodyDigest">SM3 of the body; none where there is no body.</param>
    public static IReadOnlyList<(string Name, string Value)> Sign(
        RequestParts request,
        byte[]? bodyDigest,
        string keyId,
        string nonce,
        DateTime created,
        string secretPem
    )
    {
        var headers = new List<(string Name, string Value)>();
        if (bodyDigest is not null)
            headers.Add((DigestHeader, DigestOf(bodyDigest)));
        var idempotency = IdempotencyHeader.ToLowerInvariant();
        List<string> covered = [.. Always];
        if (bodyDigest is not null)
            covered.Add(DigestHeader.ToLowerInvariant());
        if (request.Header(idempotency) is not null)
            covered.Add(idempotency);
        var seconds = (long)(created - DateTime.UnixEpoch).TotalSeconds;
        var parameters = string.Create(
            CultureInfo.InvariantCulture,
            $"({string.Join(' ', covered.Select(c => $"\"{c}\""))});created={seconds};nonce=\"{nonce}\";keyid=\"{keyId}\";alg=\"{Algorithm}\""
        );
        var sent = request with
        {
            Header = name =>
                headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? request.Header(name),
        };
        var signed = BaseOf(covered, parameters, sent) ?? throw new InvalidOperationException("A header to be signed is missing.");
        headers.Add((InputHeader, $"sig1={parameters}"));
        headers.Add((SignatureHeader, $"sig1=:{Convert.ToBase64String(Sm2Keys.Sign(secretPem, signed))}:"));
        return headers;
    }

    /// <summary>The value of <c>Content-Digest</c> for a digest by SM3.</summary>
    public static string DigestOf(byte[] sm3) => $"sm3=:{Convert.ToBase64String(sm3)}:";

    private static long? Number(Match parameter) =>
        long.TryParse(parameter.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static byte[]? BaseOf(IReadOnlyList<string> covered, string parameters, RequestParts request)
    {
        var text = new StringBuilder();
        foreach (var component in covered)
        {
            var value = component switch
            {
                "@method" => request.Method,
                "@authority" => request.Authority,
                "@path" => request.Path,
                "@query" => request.Query,
                ['@', ..] => null,
                _ => request.Header(component)?.Trim(),
            };
            if (value is null || value.AsSpan().ContainsAny('\r', '\n'))
                return null;
            text.Append(CultureInfo.InvariantCulture, $"\"{component}\": {value}\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"\"@signature-params\": {parameters}");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // label=("a" "b");created=1;nonce="n";keyid="k";alg="a"
    [GeneratedRegex(
        """\A(?<label>[a-z][a-z0-9_-]{0,30})=(?<list>\("@?[a-z][a-z0-9-]{0,40}"( "@?[a-z][a-z0-9-]{0,40}"){0,19}\))(?<rest>(;[a-z]+=([0-9]{1,12}|"[A-Za-z0-9_.-]{1,64}")){1,6})\z""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Input();

    [GeneratedRegex(
        """\A(?<label>[a-z][a-z0-9_-]{0,30})=:(?<bytes>[A-Za-z0-9+/]{64,200}={0,2}):\z""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Signatures();

    [GeneratedRegex(
        """;(?<name>[a-z]+)=((?<number>[0-9]+)|"(?<text>[^"]*)")""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Parameter();

    [GeneratedRegex("\"([^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Component();
}
