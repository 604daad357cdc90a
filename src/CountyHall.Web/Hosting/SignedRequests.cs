using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using CountyHall.Hall.Systems;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CountyHall.Web.Hosting;

/// <summary>Lets other systems in by the signature of the request (RFC 9421), and says what is wrong with one that does not hold.</summary>
public sealed class SignedRequests(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory log,
    UrlEncoder encoder,
    SystemSignatures signatures
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Signature";
    private const string Wanted =
        "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\" \"idempotency-key\");created;nonce;keyid;alg=\"sm2-sm3\"";

    private Refusal why = new SignatureMissing();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var (input, signature) = (Single(SignedRequest.InputHeader), Single(SignedRequest.SignatureHeader));
        if (input is null && signature is null)
            return AuthenticateResult.NoResult();
        if (input is null || signature is null || SignedRequest.Read(input, signature) is not { } signed)
            return Refuse(new SignatureUnreadable());
        var request = PartsOf(Context);
        var found = await signatures.Check(signed, request, Context.RequestAborted);
        if (found is not Result<ConnectedSystem>.Done(var system))
            return Refuse(((Result<ConnectedSystem>.Refused)found).Why);
        // Only now, when it is known who sends it, is the body read; then the nonce is spent, because all else is right.
        if (await BodyDiffers())
            return Refuse(new BodyNotAsSigned());
        if (await signatures.Spend(system, signed.Nonce, Context.RequestAborted) is { } spent)
            return Refuse(spent);
        return AuthenticateResult.Success(new(PrincipalOf(system), SchemeName));
    }

    /// <summary>The claims of a system, as those of a person come from the cookie.</summary>
    public static ClaimsPrincipal PrincipalOf(ConnectedSystem system) =>
        new(
            new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, system.Id.ToString(CultureInfo.InvariantCulture)),
                    new(ClaimTypes.Name, system.Terms.Name),
                    new(Accounts.Claims.Division, system.Division),
                    new(Accounts.Claims.System, system.Key),
                    .. system.Terms.Rights.Select(right => new Claim(Accounts.Claims.SystemRight, right.ToString())),
                ],
                SchemeName
            )
        );

    /// <summary>The request as it came over the wire, before anything in it was unescaped.</summary>
    public static RequestParts PartsOf(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (!target.StartsWith('/'))
            target =
                $"{http.Request.PathBase.ToUriComponent()}{http.Request.Path.ToUriComponent()}{http.Request.QueryString.ToUriComponent()}";
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new(
            http.Request.Method,
            AuthorityOf(http.Request),
            query < 0 ? target : target[..query],
            query < 0 ? "?" : target[query..],
            name => http.Request.Headers.TryGetValue(name, out var values) ? string.Join(", ", values.Select(v => v?.Trim())) : null
        );
    }

    private static string AuthorityOf(HttpRequest request)
    {
        var usual = request.IsHttps ? 443 : 80;
        var host = request.Host.Host.ToLowerInvariant();
        return request.Host.Port is { } port && port != usual ? $"{host}:{port.ToString(CultureInfo.InvariantCulture)}" : host;
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers["Accept-Signature"] = Wanted;
        return Answers.Problem(why, StatusCodes.Status401Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Answers.Problem(why, StatusCodes.Status403Forbidden).ExecuteAsync(Context);

    private AuthenticateResult Refuse(Refusal refusal)
    {
        why = refusal;
        return AuthenticateResult.Fail(refusal.Code);
    }

    private string? Single(string header) => Request.Headers.TryGetValue(header, out var values) && values.Count == 1 ? values[0] : null;

    private async Task<bool> BodyDiffers()
    {
        if (Context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == false)
            return Single(SignedRequest.DigestHeader) is not null;
        // Kept while it is digested, beyond 64 kB on disk, so that the endpoint can read it again.
        Request.EnableBuffering();
        var digest = await Sm2Keys.Digest(Request.Body, Context.RequestAborted);
        var isEmpty = Request.Body.Position == 0;
        Request.Body.Position = 0;
        return Single(SignedRequest.DigestHeader) is { } said
            ? !CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(said),
                System.Text.Encoding.ASCII.GetBytes(SignedRequest.DigestOf(digest))
            )
            : !isEmpty;
    }
}

public sealed record SignatureMissing()
    : Refusal(
        ("请求没有签名。", "The request is not signed."),
        (
            "这个接口只对登记的接入系统开放：带 Signature-Input 和 Signature 两个请求头，签法见 /api/reference。",
            "Only registered systems may call this: send Signature-Input and Signature; /api/reference says how to sign."
        )
    );

public sealed record SignatureUnreadable()
    : Refusal(
        ("读不懂签名请求头。", "The headers of the signature cannot be read."),
        (
            "形式：sig1=(\"@method\" \"@authority\" \"@path\" \"@query\");created=秒;nonce=\"16–64 位\";keyid=\"系统标识\";alg=\"sm2-sm3\"，签名为 sig1=:base64:。",
            "The form is sig1=(\"@method\" \"@authority\" \"@path\" \"@query\");created=SECONDS;nonce=\"16 to 64 characters\";keyid=\"KEY\";alg=\"sm2-sm3\", and sig1=:BASE64: for the signature."
        )
    );

public sealed record BodyNotAsSigned()
    : Refusal(
        ("正文与签名中的摘要不一致。", "The body is not the one that was signed."),
        (
            "Content-Digest 应为 sm3=:正文的 SM3，base64:；没有正文时不要带它。",
            "Content-Digest is sm3=:SM3 of the body in base64:; leave it out where there is no body."
        )
    );
