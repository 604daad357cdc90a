using System.Globalization;
using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys;

/// <summary>A trading floor with one invented tender, for journeys about what comes after its announcement.</summary>
public static class TradingGround
{
    public const string Hengzhu = "浙江示例恒筑建设有限公司";
    public const string Yuanhang = "嘉兴示例远航建设有限公司";
    public const string Reviewer = "he.mingzhou";
    public const string Accountant = "sun.ruolan";

    /// <summary>The basic accounts of the demonstration's firms, as their bank writes them.</summary>
    public static readonly IReadOnlyDictionary<string, string> Accounts = DemonstrationCounty
        .ReadCounty()
        .Firms.Where(f => f.BasicAccount is not null)
        .ToDictionary(f => f.Name, f => f.BasicAccount!.Number);

    private static int made;

    /// <summary>A tender for works in one lot, announced twelve days ago, its deadline ten days ahead at 09:30.</summary>
    public static async Task<Lot> HasTender(
        this Hall hall,
        InventedEnd end = InventedEnd.Announced,
        int daysAhead = 10,
        long security = 600_000_00,
        string? agency = "浙江示例工程咨询有限公司"
    )
    {
        var entity = await hall.Firm("嘉善示例城市建设发展有限公司");
        var deadline = CountyTime.Utc(CountyTime.DayOf(hall.Now).AddDays(daysAhead), new TimeOnly(9, 30));
        var tender = new InventedTender(
            950_000 + Interlocked.Increment(ref made),
            ("示例道路工程", "Example road"),
            TenderKind.Works,
            entity,
            agency is null ? null : await hall.Firm(agency),
            "zjj",
            "330421001",
            "魏塘街道示例路",
            [new(("一标段", "Lot 1"), 38_000_000_00, 38_460_000_00, security, 420)],
            deadline.AddDays(-22),
            deadline,
            end
        );
        var on = new Occasion(Actor.House with { Division = "330421" }, null, hall.Now, Channel.Office, "test");
        Lot? lot = null;
        await hall.Get<HallWriter>().Write(async db => lot = (await tender.Put(db, on)).Lots[0]);
        return lot!;
    }

    /// <summary>Takes the steps that other parts of the floor take at the opening: the lot failed, or was opened.</summary>
    public static Task Ends(this Hall hall, Lot lot, InventedEnd how) =>
        hall.Get<HallWriter>()
            .Write(async db =>
            {
                var on = new Occasion(Actor.House, null, hall.Now, Channel.Office, "test");
                var mine = await db.Lots.FirstAsync(l => l.Id == lot.Id);
                var tender = await db.Tenders.FirstAsync(t => t.Id == mine.TenderId);
                if (how == InventedEnd.Failed)
                    mine.Take((Open open) => open.Fail(on.At, 2));
                else if (how == InventedEnd.Opened)
                    mine.Take((Open open) => open.BeginOpening(on.At, 0).End(on.At));
                else
                    mine.Take((Open open) => open.Stop(on.At));
                if (how == InventedEnd.Terminated)
                    tender.Take((OpenTender open) => open.Terminate(on.At, "示例"));
                else
                    tender.Take((Announced announced) => announced.EndOpening(on.At));
                db.Record(mine, on, new DemonstrationLoaded("lot"));
                db.Record(tender, on, new DemonstrationLoaded("tender"));
            });

    public static Task<Firm> Firm(this Hall hall, string name) =>
        hall.Read(db => db.Set<Firm>().AsNoTracking().SingleAsync(f => f.Name == name));

    public static async Task<Result<BidderRegistered>> Registers(
        this Hall hall,
        Lot lot,
        string user,
        string firm,
        params string[] members
    ) =>
        await hall.Get<RegisterHandler>()
            .Handle(new(lot.Number, (await hall.Firm(firm)).Id, "符合公告各项条件（示例）", members, []), await hall.Occasion(user));

    /// <summary>Registers and takes the sub-account.</summary>
    public static async Task<string> TakesPart(this Hall hall, Lot lot, string user, string firm)
    {
        (await hall.Registers(lot, user, firm)).ShouldBeDone();
        return (await hall.Get<OpenSubAccountHandler>().Handle(new(lot.Number, (await hall.Firm(firm)).Id), await hall.Occasion(user)))
            .ShouldBeDone()
            .SubAccount;
    }

    /// <summary>One line of the bank's file.</summary>
    public static string Line(
        string serial,
        DateTime at,
        string flow,
        long fen,
        string sub,
        string name,
        string account,
        string remark = ""
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{serial},{CountyTime.Local(at):yyyy-MM-dd HH:mm:ss},{flow},{fen / 100m:0.00},{sub},{name},{account},{remark}"
        );

    /// <summary>A payment from the basic account of a firm.</summary>
    public static string Pays(string serial, DateTime at, long fen, string sub, string firm) =>
        Line(serial, at, "收", fen, sub, firm, Accounts[firm]);

    /// <summary>The bank's file of a day.</summary>
    public static string File(DateOnly day, long opening, long closing, params string[] lines)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"对账单,620033042199990001,{day:yyyy-MM-dd},{opening / 100m:0.00},{closing / 100m:0.00}\n"
        );
        text.Append(StatementFile.Heads).Append('\n').AppendJoin('\n', lines);
        return text.ToString();
    }

    public static async Task<Result<StatementImported>> Imports(this Hall hall, string file) =>
        await hall.Get<ImportStatementHandler>().Handle(new(file), await hall.Occasion(Accountant));

    public static Task<BidSecurity> Security(this Hall hall, string sub) =>
        hall.Read(db => db.BidSecurities.AsNoTracking().SingleAsync(s => s.AccountNumber == sub));
}
