using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CountyHall.Trading.Bids;

namespace CountyHall.Trading.Rules.Bids;

/// <summary>docs/trading/bid-envelope-vectors.json: what a stranger tries another sealer or opener with.</summary>
public class The_published_vectors
{
    private sealed record Vectors(
        string Note,
        string Passphrase,
        string KeyFile,
        IReadOnlyList<string> CustodianKeys,
        string Envelope,
        string HeaderHash,
        string Signer,
        string ContentKey,
        string Commitment,
        IReadOnlyList<string> Shares,
        string FileName,
        string FileText
    );

    private static readonly string File = Path.Combine(Root(), "docs/trading/bid-envelope-vectors.json");

    [Fact]
    public async Task Open_as_they_say()
    {
        if (Environment.GetEnvironmentVariable("COUNTYHALL_WRITE_VECTORS") is not null)
            await Write();
        var said = JsonSerializer.Deserialize<Vectors>(await System.IO.File.ReadAllTextAsync(File), Json)!;
        var envelope = Convert.FromBase64String(said.Envelope);
        var header = (await Envelope.ReadHeader(new MemoryStream(envelope))).ShouldBeDone();
        Convert.ToHexStringLower(header.Hash).ShouldBe(said.HeaderHash);
        header.SignerThumbprint.ShouldBe(said.Signer);
        header.Commitment.ShouldBe(said.Commitment);
        Envelope.SizeOf(header).ShouldBe(envelope.Length);
        (await Envelope.Check(new MemoryStream(envelope))).ShouldBeDone();

        using var keys = KeyFile.Open(said.KeyFile, said.Passphrase).ShouldBeDone();
        var contentKey = Envelope.UnwrapContentKey(header, keys.Encryption).ShouldNotBeNull();
        Convert.ToHexStringLower(contentKey).ShouldBe(said.ContentKey);
        var shares = said.CustodianKeys.Select(pkcs8 => Envelope.UnwrapShare(header, Key(pkcs8)).ShouldNotBeNull()).ToList();
        shares.Select(Text).ShouldBe(said.Shares);
        Shamir.Combine([shares[2], shares[0]]).ShouldBe(contentKey);

        using var package = new MemoryStream();
        var opened = (await Envelope.Open(new MemoryStream(envelope), contentKey, package)).ShouldBeDone();
        opened.Manifest.Files.ShouldHaveSingleItem().Name.ShouldBe(said.FileName);
        Encoding.UTF8.GetString(package.ToArray().AsSpan((int)opened.FilesAt)).ShouldBe(said.FileText);
    }

    private static async Task Write()
    {
        using var keys = BidKeys.Generate();
        var custodians = Enumerable.Range(0, 3).Select(_ => BidKeys.Generate()).ToList();
        const string text = "示例投标文件：报价壹佰贰拾叁万元整。\n";
        using var into = new MemoryStream();
        var contentKey = await EnvelopeSealer.Seal(
            new SealingTerms(
                SealedBid.Lot,
                "BG-001",
                2,
                [.. custodians.Select((k, i) => new PanelSeat(i + 1, $"示例保管人{i + 1}", k.EncryptionPublic))]
            ),
            "91330421DEMA05113N",
            new OpeningSheet(1_230_000_00, ChineseAmount.Of(1_230_000_00), 180, "合格", "示例负责人", ""),
            [new("报价.txt", "price", () => new MemoryStream(Encoding.UTF8.GetBytes(text)))],
            keys,
            [keys.EncryptionPublic],
            into
        );
        var header = (await Envelope.ReadHeader(new MemoryStream(into.ToArray()))).ShouldBeDone();
        var vectors = new Vectors(
            "Invented bid, keys and persons. Custodian keys: PKCS #8, base64. Shares: index:hex.",
            "示例口令 invented 2026",
            KeyFile.Protect(keys, "示例持有人（虚构）", "示例口令 invented 2026"),
            [.. custodians.Select(k => Convert.ToBase64String(k.Encryption.ExportPkcs8PrivateKey()))],
            Convert.ToBase64String(into.ToArray()),
            Convert.ToHexStringLower(header.Hash),
            header.SignerThumbprint,
            Convert.ToHexStringLower(contentKey),
            header.Commitment,
            [.. custodians.Select(k => Text(Envelope.UnwrapShare(header, k.Encryption)!))],
            "报价.txt",
            text
        );
        await System.IO.File.WriteAllTextAsync(File, JsonSerializer.Serialize(vectors, Json) + "\n");
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Text(SecretShare share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Index}:{Convert.ToHexStringLower(share.Value)}");

    private static ECDiffieHellman Key(string pkcs8)
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(pkcs8), out _);
        return key;
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "CountyHall.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
