using System.Text;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;

namespace CountyHall.Kernel.Rules.Print;

/// <summary>SM3 (GB/T 32905) and SM2 (GB/T 32918): the examples of the standards.</summary>
public class Chinese_cryptography
{
    [Theory]
    [InlineData("abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0")]
    [InlineData(
        "abcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcdabcd",
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    )]
    [InlineData("", "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b")]
    public void SM3_gives_the_digests_of_the_standard(string text, string digest)
    {
        var sm3 = new SM3Digest();
        var bytes = Encoding.ASCII.GetBytes(text);
        sm3.BlockUpdate(bytes, 0, bytes.Length);
        var made = new byte[32];
        sm3.DoFinal(made, 0);
        Convert.ToHexStringLower(made).ShouldBe(digest);
    }

    [Theory]
    [InlineData("message digest", true)]
    [InlineData("message digesT", false)]
    public void SM2_accepts_the_signature_of_the_standard_and_no_other_message(string message, bool accepted)
    {
        var curve = GMNamedCurves.GetByName("sm2p256v1");
        var domain = new ECNamedDomainParameters(GMObjectIdentifiers.sm2p256v1, curve);
        var d = new BigInteger("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8", 16);
        var point = curve.G.Multiply(d).Normalize();
        point
            .AffineXCoord.ToBigInteger()
            .ToString(16)
            .ToUpperInvariant()
            .ShouldBe("9F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020");
        var verifier = new SM2Signer(PlainDsaEncoding.Instance);
        verifier.Init(false, new ParametersWithID(new ECPublicKeyParameters(point, domain), Encoding.ASCII.GetBytes("1234567812345678")));
        var bytes = Encoding.ASCII.GetBytes(message);
        verifier.BlockUpdate(bytes, 0, bytes.Length);
        verifier
            .VerifySignature(
                Convert.FromHexString(
                    "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
                )
            )
            .ShouldBe(accepted);
    }
}
