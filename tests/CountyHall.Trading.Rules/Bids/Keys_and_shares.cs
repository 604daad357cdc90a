using System.Security.Cryptography;
using CountyHall.Trading.Bids;
using CsCheck;

namespace CountyHall.Trading.Rules.Bids;

/// <summary>Wrapping to a public key (RFC 9180), splitting among custodians, and the file in which a holder keeps the private keys.</summary>
public class Keys_and_shares
{
    // RFC 9180 appendix A.3.1: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, sequence number 0.
    private const string OneTime = "4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb";
    private const string OneTimePublic =
        "04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4";
    private const string Recipient = "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2";
    private const string RecipientPublic =
        "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0";
    private const string Wrapped = "5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434";
    private static readonly byte[] Info = Convert.FromHexString("4f6465206f6e2061204772656369616e2055726e");
    private static readonly byte[] Plain = Convert.FromHexString("4265617574792069732074727574682c20747275746820626561757479");
    private static readonly byte[] Associated = Convert.FromHexString("436f756e742d30");

    [Fact]
    public void Wrapping_gives_the_box_of_the_standard()
    {
        using var oneTime = Key(OneTime, OneTimePublic);
        using var recipient = Key(Recipient, RecipientPublic);
        var box = new Hpke(aead: 1).Seal(oneTime, recipient.PublicKey, Info, Associated, Plain);
        Convert.ToHexStringLower(box.Encapsulated).ShouldBe(OneTimePublic);
        Convert.ToHexStringLower(box.Cipher).ShouldBe(Wrapped);
    }

    [Fact]
    public void And_the_box_of_the_standard_opens()
    {
        using var recipient = Key(Recipient, RecipientPublic);
        var box = new HpkeBox(Convert.FromHexString(OneTimePublic), Convert.FromHexString(Wrapped));
        new Hpke(aead: 1).Open(recipient, box, Info, Associated).ShouldBe(Plain);
        new Hpke(aead: 1).Open(recipient, box, Info, []).ShouldBeNull();
        new Hpke(aead: 1).Open(recipient, box, [.. Info, 0], Associated).ShouldBeNull();
        new Hpke(aead: 2).Open(recipient, box, Info, Associated).ShouldBeNull();
    }

    [Fact]
    public void A_box_opens_for_its_recipient_and_purpose_alone() =>
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Byte.Array[0, 40], Gen.Int[0, 64])
            .Sample(
                (plain, info, at) =>
                {
                    using var recipient = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
                    using var other = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
                    var box = Hpke.Aes256.Seal(recipient.PublicKey, info, [], plain);
                    Hpke.Aes256.Open(recipient, box, info, []).ShouldBe(plain);
                    Hpke.Aes256.Open(other, box, info, []).ShouldBeNull();
                    Hpke.Aes256.Open(recipient, box, [.. info, 1], []).ShouldBeNull();
                    byte[] bent = [.. box.Encapsulated];
                    bent[at] ^= 1;
                    Hpke.Aes256.Open(recipient, box with { Encapsulated = bent }, info, []).ShouldBeNull();
                },
                iter: 50
            );

    [Fact]
    public void Any_m_of_n_shares_give_the_secret_back() =>
        Gen.Select(Gen.Byte.Array[1, 40], Gen.Int[1, 9], Gen.Int[0, 6], Gen.Int[0, 1000])
            .Sample(
                (secret, threshold, more, seed) =>
                {
                    var shares = Shamir.Split(secret, threshold, threshold + more);
                    SecretShare[] mixed = [.. shares];
                    new Random(seed).Shuffle(mixed);
                    Shamir.Combine(mixed[..threshold]).ShouldBe(secret);
                    Shamir.Combine(mixed).ShouldBe(secret);
                }
            );

    [Fact]
    public void One_share_too_few_says_nothing_of_the_secret()
    {
        // With two of three known, every value of the secret has exactly one third share that would fit: nothing is told.
        var shares = Shamir.Split([0x5A], threshold: 3, shares: 3);
        var answers = Enumerable
            .Range(0, 256)
            .Select(last => Shamir.Combine([shares[0], shares[1], new SecretShare(3, [(byte)last])])[0])
            .ToHashSet();
        answers.Count.ShouldBe(256);
    }

    [Theory]
    [InlineData(0x57, 0x83, 0xC1)] // FIPS 197, section 4.2
    [InlineData(0x57, 0x13, 0xFE)]
    public void Bytes_are_multiplied_in_the_field_of_the_standard(byte a, byte b, byte product) => Shamir.Multiply(a, b).ShouldBe(product);

    [Fact]
    public void Shares_of_a_known_polynomial_combine_as_published()
    {
        // f(x) = 0x42 + 0x13·x: f(1) = 0x51, f(2) = 0x64, f(3) = 0x77.
        Shamir.Combine([new(1, [0x51]), new(2, [0x64])]).ShouldBe([0x42]);
        Shamir.Combine([new(3, [0x77]), new(1, [0x51])]).ShouldBe([0x42]);
    }

    [Fact]
    public void The_same_place_twice_is_no_second_share()
    {
        var shares = Shamir.Split([1, 2, 3], 2, 3);
        Should.Throw<ArgumentException>(() => Shamir.Combine([shares[0], shares[0]]));
        Should.Throw<ArgumentException>(() => Shamir.Combine([]));
        Should.Throw<ArgumentOutOfRangeException>(() => Shamir.Split([1], 3, 2));
    }

    [Fact]
    public void A_key_file_opens_with_its_passphrase_alone()
    {
        using var keys = BidKeys.Generate();
        var text = KeyFile.Protect(keys, "示例持有人", "云岫 小楼 2026!");
        using var opened = KeyFile.Open(text, "云岫 小楼 2026!").ShouldBeDone();
        opened.SigningPublic.ShouldBe(keys.SigningPublic);
        opened.EncryptionPublic.ShouldBe(keys.EncryptionPublic);
        KeyFile.Open(text, "云岫 小楼 2026").ShouldBeRefused<BidKeys, WrongPassphrase>();
        KeyFile
            .Open(text.Replace("\"iterations\": 600000", "\"iterations\": 599999"), "云岫 小楼 2026!")
            .ShouldBeRefused<BidKeys, WrongPassphrase>();
        KeyFile.Open(text[..^20], "云岫 小楼 2026!").ShouldBeRefused<BidKeys, KeyFileUnreadable>();
        KeyFile.Open("{}", "x").ShouldBeRefused<BidKeys, KeyFileUnreadable>();
        // Exchanged public halves would let somebody else's certificate be registered under the file.
        using var other = BidKeys.Generate();
        KeyFile
            .Open(text.Replace(keys.EncryptionPublic, other.EncryptionPublic), "云岫 小楼 2026!")
            .ShouldBeRefused<BidKeys, WrongPassphrase>();
        text.ShouldNotContain(Convert.ToBase64String(keys.Encryption.ExportPkcs8PrivateKey()));
    }

    private static ECDiffieHellman Key(string secret, string point)
    {
        var q = Convert.FromHexString(point);
        return ECDiffieHellman.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                D = Convert.FromHexString(secret),
                Q = new ECPoint { X = q[1..33], Y = q[33..] },
            }
        );
    }
}
