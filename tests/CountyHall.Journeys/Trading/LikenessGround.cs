using System.Globalization;
using System.IO.Compression;
using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Securities;
using CountyHall.Trading.Similarity.Board;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>An opened lot with four bids, two of which have six passages in common and securities from one account: the ground of the likeness board.</summary>
/// <remarks>The words of the bids are made of characters at random and mean nothing, so that honest bids share none. Everything in it is invented.</remarks>
public sealed class LikenessGround
{
    public const string Head = "序号,项目编码,项目名称,单位,工程量,综合单价,合价";

    /// <summary>Four items; quantities as in every bid.</summary>
    public const string BlankBill =
        $"{Head}\n1,010101001001,示例土方,m3,10,,\n2,010101001002,示例回填,m3,20,,\n3,010401001001,示例砌体,m3,30,,\n4,010501001001,示例垫层,m3,40,,";

    private const string Pool =
        "山川河岸桥路石砂土木草林田园村镇街巷门窗墙梁柱板基础层面高低宽窄长短深浅厚薄轻重快慢早晚春夏秋冬日月星云风雨雪霜东西南北中上下左右前后内外红黄蓝白黑青紫金银铜铁钢铝铅锡盐糖茶米面油布纸笔墨书画琴棋歌舞行走坐立看听说读写算量测画挖填运压夯砌抹刷装拆洗养护检查记录报送";

    private static int made;
    private readonly Hall hall;

    private LikenessGround(Hall hall, OpeningGround opening) => (this.hall, Opening) = (hall, opening);

    public OpeningGround Opening { get; }
    public string Lot => Opening.Lots[0].Number;

    /// <param name="ends">Whether the opening ends.</param>
    public static async Task<LikenessGround> In(Hall hall, bool ends = true)
    {
        var opening = await OpeningGround.In(hall, security: 1_000_00);
        var ground = new LikenessGround(hall, opening);
        // Words of its own for each ground: what both firms wrote in an earlier tender is no finding.
        var first = Interlocked.Increment(ref made) * 20_000;
        var shared = Enumerable.Range(0, 6).Select(i => Words(first + 9_000 + i, 110)).ToList();
        foreach (var (at, user) in OpeningGround.Bidders.Index())
        {
            // The second and the third have the passages in common, each in its own order.
            List<string> paragraphs = [.. Enumerable.Range(0, 24).Select(i => Words(first + 100 * at + i + 1, 260))];
            if (at is 1 or 2)
                foreach (var (i, passage) in shared.Index())
                    paragraphs.Insert(at == 1 ? 3 * i + 2 : 3 * (5 - i) + 1, passage);
            var (bill, sum) = Bill(at);
            byte[] text = at == 3 ? Encoding.UTF8.GetBytes(string.Join('\n', paragraphs)) : Document(at, paragraphs);
            await opening.HandsIn(
                user,
                price: sum,
                files:
                [
                    new("清单.csv", "price", () => new MemoryStream(Encoding.UTF8.GetBytes(bill))),
                    new(at == 3 ? "技术标.txt" : "技术标.docx", "technical", () => new MemoryStream(text)),
                    new("示例扫描.pdf", "business", () => new MemoryStream("%PDF-示例"u8.ToArray())),
                ]
            );
        }
        await ground.Pays();
        await ground.Opens(ends);
        return ground;
    }

    /// <summary>A lot that was compared, its pair confirmed and referred: what the pages show.</summary>
    internal static async Task<Dictionary<string, string>> ForEveryPage(Storage storage)
    {
        await using var hall = await Hall.Of(Engine.Embedded, storage, TimeProvider.System.GetUtcNow().AddDays(-1));
        var ground = await In(hall);
        await ground.Runs();
        await ground.Judges(true);
        await ground.Refers(["B002", "B003"], "zjj");
        return new() { ["likeness-lot"] = ground.Lot };
    }

    public Task<LikenessWasRun> Runs(string user = OpeningGround.Venue) =>
        Opening.Ask<RunSimilarityHandler, LikenessWasRun>(user, (h, on) => h.Handle(new(Lot, BlankBill), on));

    public Task<LikenessWasJudged> Judges(bool confirmed, int report = 1) =>
        Opening.Ask<JudgeLikenessHandler, LikenessWasJudged>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(Lot, report, "B002", "B003", confirmed, "两边原文六处相同，保证金同一账户（示例）"), on)
        );

    public Task<CollusionWasReferred> Refers(string[] suspects, string to) =>
        Opening.Ask<ReferCollusionHandler, CollusionWasReferred>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(Lot, 1, suspects, to, "请依法查处（示例）"), on)
        );

    public async Task<LikenessReport> Report() =>
        (await hall.Read(async db => await LikenessReport.Newest(db, Opening.Lots[0].Id))).ShouldNotBeNull();

    /// <summary>The bill of a bid and what it comes to, fen. That of the fourth has a wrong product and lacks an item.</summary>
    private static (string Text, long Sum) Bill(int at)
    {
        decimal[] quantities = [10, 20, 30, 40];
        // In no steps: totals in equal steps are a finding of their own.
        decimal[] above = [0, 3.17m, 4.93m, 9.81m];
        decimal[] below = [0, -2.41m, -5.70m, 1.13m];
        var lines = new StringBuilder(Head);
        decimal sum = 0;
        foreach (var (i, row) in BlankBill.Split('\n').Skip(1).Index())
        {
            if (at == 3 && i == 3)
                continue;
            var price = 100 + 7 * i + (i % 2 == 0 ? above : below)[at];
            var amount = quantities[i] * price + (at == 3 && i == 1 ? 100 : 0);
            sum += amount;
            lines.Append(CultureInfo.InvariantCulture, $"\n{row[..^2]},{price:0.00},{amount:0.00}");
        }
        lines.Append(CultureInfo.InvariantCulture, $"\n,,合计,,,,{sum:0.00}");
        return (lines.ToString(), (long)(sum * 100));
    }

    private static string Words(int seed, int letters)
    {
        var dice = new Random(seed);
        var text = new StringBuilder(letters);
        while (text.Length < letters)
            text.Append(Pool[dice.Next(Pool.Length)]);
        return text.Append('。').ToString();
    }

    private static byte[] Document(int at, List<string> paragraphs)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(
                "docProps/core.xml",
                $"<p xmlns:c=\"urn:c\"><c:creator>示例作者{at}</c:creator><c:created>2026-10-0{at + 1}T0{at}:1{at}:00Z</c:created></p>"
            );
            Part("word/document.xml", $"<d>{string.Concat(paragraphs.Select(p => $"<p><t>{p}</t></p>"))}</d>");

            void Part(string name, string xml)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(xml);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Each security comes from its bidder's account; that of the third was first sent from the second's.</summary>
    private async Task Pays()
    {
        var on = await hall.Occasion(OpeningGround.Agency);
        var vault = hall.Get<Vault>();
        var statement = new BankStatement
        {
            Id = Ids.Next(on.At),
            Division = "330421",
            FileHash = $"{Ids.Next(on.At):x}",
            AccountHash = BankAccount.HashOf(vault, "620033042199990001"), // the account of the securities
            Day = new DateOnly(2026, 11, 20),
            Opening = 0,
            Closing = 0,
            Lines = 4,
            ImportedAt = on.At,
        };
        await Opening.Put(statement, on);
        foreach (var (at, user) in OpeningGround.Bidders.Index())
        {
            var firm = await Opening.Firm(user);
            var name = await hall.Read(db => db.Set<Kernel.People.Party>().Where(p => p.Id == firm).Select(p => p.Name).SingleAsync());
            var sub = string.Create(CultureInfo.InvariantCulture, $"{Ids.Next(on.At):0}")[^16..];
            var account = $"62220000000000{(at == 2 ? 1 : at):0000}";
            await Opening.Put(
                new BidSecurity
                {
                    Id = Ids.Next(on.At),
                    Division = "330421",
                    LotId = Opening.Lots[0].Id,
                    TenderId = Opening.Lots[0].TenderId,
                    Bidder = firm,
                    BidderName = name,
                    AccountNumber = sub,
                    Amount = 1_000_00,
                    Stage = SecurityStage.Begin(on.At),
                },
                on
            );
            await Opening.Put(
                new StatementLine
                {
                    Id = Ids.Next(on.At),
                    Division = "330421",
                    Statement = statement.Id,
                    Serial = $"示例{Ids.Next(on.At)}",
                    BookedAt = on.At,
                    Flow = Flow.In,
                    Amount = 1_000_00,
                    SubAccount = sub,
                    NameSealed = vault.Seal(name),
                    AccountSealed = vault.Seal(account),
                    AccountHash = BankAccount.HashOf(vault, account),
                    Stage = LineStage.Book(on.At),
                },
                on
            );
        }
    }

    private async Task Opens(bool ends)
    {
        await Opening.Decrypts();
        foreach (var user in OpeningGround.Bidders)
            await Opening.Opens(user);
        await Opening.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(Opening.Number), on));
        await Opening.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(Opening.Number), on));
        await Opening.Chair<BeginConfirmingHandler, ConfirmingBegun>((h, on) => h.Handle(new(Opening.Number), on));
        if (ends)
            await Opening.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(Opening.Number, "投标人不在现场（示例）"), on));
    }
}
