using System.Text;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;

namespace CountyHall.Kernel.Rules.Secrets;

/// <summary>HTTP Message Signatures (RFC 9421) with SM2 over SM3.</summary>
public class Signed_requests
{
    private static readonly (string Secret, string Public) Keys = Sm2Keys.Make();
    private static readonly string Open = ((Result<string>.Done)Sm2Keys.ReadPublic(Keys.Public)).Value;
    private static readonly DateTime At = new(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void What_was_signed_is_read_again_and_holds()
    {
        var (signed, sent) = Sign(Request());
        (signed.KeyId, signed.Nonce, signed.Created).ShouldBe(("bank-hall", "0123456789abcdef", At));
        Holds(signed, sent).ShouldBeTrue();
    }

    [Theory]
    [InlineData("method")]
    [InlineData("host")]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("digest")]
    [InlineData("key")]
    public void Whatever_is_changed_afterwards_breaks_it(string part)
    {
        var (signed, sent) = Sign(Request());
        var changed = part switch
        {
            "method" => sent with { Method = "PUT" },
            "host" => sent with { Authority = "other.example" },
            "path" => sent with { Path = "/api/v1/files" },
            "query" => sent with { Query = "?a=2" },
            "digest" => sent with { Header = name => name == "content-digest" ? SignedRequest.DigestOf(new byte[32]) : sent.Header(name) },
            _ => sent with { Header = name => name == "idempotency-key" ? "other" : sent.Header(name) },
        };
        Holds(signed, changed).ShouldBeFalse();
    }

    [Fact]
    public void The_key_of_another_system_does_not_fit()
    {
        var (signed, sent) = Sign(Request());
        var other = ((Result<string>.Done)Sm2Keys.ReadPublic(Sm2Keys.Make().Public)).Value;
        Sm2Keys.Holds(other, signed.Base(sent)!, signed.Signature).ShouldBeFalse();
    }

    [Fact]
    public void The_text_that_is_signed_is_that_of_the_standard()
    {
        var (signed, sent) = Sign(Request() with { Header = _ => null }, body: false);
        Encoding
            .UTF8.GetString(signed.Base(sent)!)
            .ShouldBe(
                "\"@method\": POST\n\"@authority\": hall.example\n\"@path\": /api/v1/applications\n\"@query\": ?a=1\n\"@signature-params\": "
                    + "(\"@method\" \"@authority\" \"@path\" \"@query\");created=1795482000;nonce=\"0123456789abcdef\";keyid=\"bank-hall\";alg=\"sm2-sm3\""
            );
    }

    [Theory]
    [InlineData("created=\"1795482000\";nonce=\"0123456789abcdef\";keyid=\"a\";alg=\"sm2-sm3\"")] // a text where a number belongs
    [InlineData("created=1795482000;nonce=\"short\";keyid=\"a\";alg=\"sm2-sm3\"")]
    [InlineData("created=1795482000;nonce=\"0123456789abcdef\";keyid=\"a\";alg=\"rsa\"")]
    [InlineData("created=1795482000;created=1;nonce=\"0123456789abcdef\";keyid=\"a\";alg=\"sm2-sm3\"")]
    [InlineData("created=1795482000;nonce=\"0123456789abcdef\";keyid=\"a\"")]
    public void Headers_of_another_form_are_not_read(string parameters) =>
        SignedRequest.Read($"sig1=(\"@method\");{parameters}", $"sig1=:{Convert.ToBase64String(new byte[70])}:").ShouldBeNull();

    [Fact]
    public void A_secret_key_is_refused_where_a_public_one_belongs() =>
        Sm2Keys.ReadPublic(Keys.Secret).ShouldBeOfType<Result<string>.Refused>().Why.ShouldBeOfType<SecretKeyShown>();

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE")]
    public void What_is_no_key_of_this_curve_is_refused(string typed) =>
        Sm2Keys.ReadPublic(typed).ShouldBeOfType<Result<string>.Refused>().Why.ShouldBeOfType<PublicKeyWrong>();

    private static RequestParts Request() =>
        new("POST", "hall.example", "/api/v1/applications", "?a=1", name => name == "idempotency-key" ? "7f1c" : null);

    private static (SignedRequest Signed, RequestParts Sent) Sign(RequestParts request, bool body = true)
    {
        var headers = SignedRequest.Sign(request, body ? new byte[] { 1, 2, 3 } : null, "bank-hall", "0123456789abcdef", At, Keys.Secret);
        string Value(string name) => headers.Single(h => h.Name == name).Value;
        var sent = request with
        {
            Header = name => name == "content-digest" && body ? Value(SignedRequest.DigestHeader) : request.Header(name),
        };
        return (SignedRequest.Read(Value(SignedRequest.InputHeader), Value(SignedRequest.SignatureHeader)).ShouldNotBeNull(), sent);
    }

    private static bool Holds(SignedRequest signed, RequestParts request) =>
        signed.Base(request) is { } text && Sm2Keys.Holds(Open, text, signed.Signature);
}
