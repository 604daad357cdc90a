using System.Text;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Secrets;

namespace CountyHall.Kernel.Rules.Print;

/// <summary>A licence to print, sign and alter; its holder and numbers are invented.</summary>
internal static class Sheets
{
    public static readonly Vault Vault = new(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
    public static readonly NoteSigner Log = Vault.Signer("hall.example/log");
    public static readonly DateTime At = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);

    public static readonly Paper Licence = new(
        "食品经营许可证",
        "JY23304210000017",
        "嘉善县市场监督管理局",
        "2026年11月24日",
        [
            new("经营者名称", "嘉善云岫小馆（虚构）"),
            new("统一社会信用代码", "92330421DEMA030119"),
            new("经营场所", "嘉善县西塘镇示例路8号，一层至二层；后厨、专间、“明厨亮灶”区域，以及与之相连的仓储用房（见平面布置图）"),
            new("有效期至", "2029-05-01"),
        ],
        ["本证由发证机关依法核发，行止、车马、长短、见闻、龙龟、青黄，均以此为准。"]
    )
    {
        Address = "https://hall.example/verify/",
        Remark = "演示，无法律效力",
    };

    public static DocumentSigner Signer(SigningAlgorithm algorithm = SigningAlgorithm.Sm2) =>
        Vault.DocumentSigner("hall.example/documents/scjg/1", "嘉善县市场监督管理局", algorithm);

    public static readonly PublishedKeys Keys = new([Signer().Key, Signer(SigningAlgorithm.Ecdsa).Key], [Log.Verifier]);

    private sealed record Told(Paper Printed);

    /// <summary>The fact under which a paper was recorded, in a log of this one entry.</summary>
    public static PaperData Data(Paper paper)
    {
        var fact = new Fact
        {
            Id = 1_234_567_890_123,
            Subject = 7,
            Kind = "licence-issued",
            OccurredAt = At,
            RecordedAt = At,
            Actor = 6,
            Place = "C01",
            Channel = Channel.Window,
            Body = System.Text.Json.JsonSerializer.Serialize(new Told(paper), Recording.Json),
            Salt = new byte[16],
        };
        var printed = paper with { Code = ProofCode.Of(fact.Id), Address = paper.Address + ProofCode.Of(fact.Id) };
        var root = new Checkpoint("hall.example/log", 1, PublicLog.LeafHash(fact)).SignedBy(Log);
        return PaperData.Of(printed, fact, new InclusionReceipt(root, 0, []));
    }

    public static byte[] Issued(Paper? paper = null, SigningAlgorithm algorithm = SigningAlgorithm.Sm2)
    {
        var data = Data(paper ?? Licence);
        return PdfSignature.Append(PdfPrint.Write(data.Paper, data.Write()), data.Paper, Signer(algorithm), At);
    }

    /// <summary>What a forger with the right tools makes: other words on the page, the old data attached, and no valid signature.</summary>
    public static byte[] Forged(Func<Paper, Paper> change)
    {
        var data = Data(Licence);
        return PdfPrint.Write(change(data.Paper), data.Write());
    }

    public static string Latin(byte[] file) => Encoding.Latin1.GetString(file);
}
