using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Projects;
using CountyHall.Web.Components;
using CountyHall.Web.Pages.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Tendering;

/// <summary>What the pages of a tender share: which tender it is, whether the visitor acts for it, and how numbers and times are typed.</summary>
public abstract class TenderingPage : StaffPage
{
    [Parameter]
    public string Number { get; set; } = "";

    [SupplyParameterFromQuery(Name = "done")]
    protected string? DoneBefore { get; set; }

    /// <summary>The tender; none where the visitor may not see it, and then the page says why.</summary>
    protected Tender? Tender { get; private set; }

    protected IReadOnlyList<Lot> Lots { get; private set; } = [];

    /// <summary>An objection waits for its answer.</summary>
    protected bool IsSuspended { get; private set; }

    protected bool ActsForEntity => Tender is { } tender && Me.MayActFor(tender.Entity);

    /// <summary>Reads the tender; bars whoever does not act for it.</summary>
    protected async Task<bool> Open(HallDb db)
    {
        var found = await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == Number);
        if (found is null)
        {
            Refused = new TenderNotFound(Number);
            Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }
        if (Charge.OfEntityOrAgency.Check(Me, found.Division, found) is { } why)
        {
            Bar(why);
            return false;
        }
        Tender = found;
        Lots = await db.Lots.AsNoTracking().Where(l => l.TenderId == found.Id).OrderBy(l => l.Number).ToListAsync();
        IsSuspended = found.Stage is Announced && await DocumentObjection.Suspends(db, found.Id);
        return true;
    }

    /// <summary>Fen from yuan as people type them: 12000000, 12,000,000.50, 12 000 000. None where it is no amount.</summary>
    public static long? Fen(string typed)
    {
        var plain = typed
            .Replace(",", "", StringComparison.Ordinal)
            .Replace("，", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .TrimEnd('元');
        return
            decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
            && yuan <= 100_000_000_000m
            && yuan * 100 == decimal.Truncate(yuan * 100)
            ? (long)(yuan * 100)
            : null;
    }

    public static int Whole(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>The instant of a Beijing day and hour as posted by date and time fields.</summary>
    public static DateTime? Instant(string day, string hour) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && TimeOnly.TryParseExact(hour, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && on > WorkingCalendar.FirstDay.AddDays(60)
        && on < WorkingCalendar.LastDay.AddYears(-1)
            ? CountyTime.Utc(on, at)
            : null;

    public static string DayField(DateTime utc) => Write.Day(CountyTime.DayOf(utc));

    public static string HourField(DateTime utc) => CountyTime.Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static Words NameOf(TenderKind kind) =>
        kind switch
        {
            TenderKind.Works => ("工程施工", "Works"),
            TenderKind.Goods => ("重要设备、材料", "Equipment and materials"),
            _ => ("勘察、设计、监理", "Survey, design, supervision"),
        };

    public static Words NameOf(TenderMethod method) => Trading.TradingWords.NameOf(method);

    public static Words NameOf(FundSource funds) =>
        funds switch
        {
            FundSource.Budget => ("财政资金", "Budget money"),
            FundSource.StateEnterprise => ("国有企业事业单位自有资金", "State enterprise money"),
            FundSource.InternationalLoan => ("国际组织或者外国政府贷款、援助", "International loan or aid"),
            FundSource.Collective => ("集体资金", "Collective money"),
            _ => ("非国有资金", "Private money"),
        };

    public static Words NameOf(InvitationGround ground) =>
        ground == InvitationGround.FewSuppliers
            ? (
                "技术复杂、有特殊要求或者受自然环境限制，只有少量潜在投标人可供选择",
                "few firms to choose from, for technical or natural reasons"
            )
            : ("采用公开招标方式的费用占项目合同金额的比例过大", "an open tender costs too much of the contract");

    public static Words NameOf(SplittingSign sign) =>
        sign == SplittingSign.CloseUnder
            ? ("有标段接近必须招标的标准", "A lot lies close under the threshold")
            : ("同类标段各自低于标准，合计达到标准", "Lots of one kind, each below the threshold, pass it together");

    /// <summary>The step bar of a tender: after the opening it goes on as far as its lots have come.</summary>
    public static IReadOnlyList<Step> Steps(Tender tender, IReadOnlyList<Lot> lots, Func<Words, string> say, DateTime now)
    {
        (Words Text, Words? Note)[] names =
        [
            (("编制文件", "Documents"), null),
            (("备案", "Filing"), null),
            (("待公告", "To announce"), null),
            (("公告投标", "Announced"), tender.BidDeadline is { } due ? Words.Same(Write.Instant(due)) : null),
            (("开标", "Opening"), null),
            (("评标定标", "Award"), null),
            (("合同履约", "Contract"), null),
        ];
        var at = tender.Stage switch
        {
            Preparing => 0,
            UnderFiling => 1,
            FilingAccepted => 2,
            Announced => now < tender.BidDeadline ? 3 : 4,
            OpeningEnded when lots.Any(l => l.Stage is Opened or InPublicity or Awarded) => 5,
            OpeningEnded when lots.Any(l => l.Stage is UnderContract) => 6,
            OpeningEnded => 7,
            _ => -1,
        };
        return
        [
            .. names.Select(
                (n, i) =>
                    new Step(
                        say(n.Text),
                        i < at ? StepState.Done
                            : i == at ? StepState.Now
                            : StepState.Ahead,
                        n.Note is { } note ? say(note) : null
                    )
            ),
        ];
    }

    /// <summary>What waits for the desk, by where the tender stands; none where it waits for others.</summary>
    public static (Words Duty, string Path)? DutyOf(Tender tender, int questions, int objections) =>
        tender.Stage switch
        {
            Preparing => (("编制招标文件并报送备案", "Write the documents and file them"), "document"),
            FilingAccepted when tender.Plan is null => (("安排时间", "Plan the dates"), ""),
            FilingAccepted => (("发布招标公告", "Publish the announcement"), "notices"),
            Announced when objections > 0 => (("答复异议（3 日内）", "Answer the objection (3 days)"), "questions"),
            Announced when questions > 0 => (($"答复提问（{questions}）", $"Answer questions ({questions})"), "questions"),
            _ => null,
        };

    /// <summary>Lots that wait for the desk after the opening: from the committee to the contract.</summary>
    protected static readonly string[] LotsToDo = ["opened", "in-publicity", "awarded"];

    /// <summary>Lots of which nothing more is to come.</summary>
    protected static readonly string[] LotsOver = ["failed", "stopped", "archived"];

    /// <summary>What waits for the desk after the opening, by where the lots of each tender stand.</summary>
    protected static async Task<Dictionary<long, (Words Duty, string Path)>> DutiesAfterOpening(
        HallDb db,
        IReadOnlyCollection<Tender> tenders
    )
    {
        var ids = tenders.Where(t => t.Stage is OpeningEnded).Select(t => t.Id).ToList();
        if (ids.Count == 0)
            return [];
        var lots = (await db.Lots.AsNoTracking().Where(l => ids.Contains(l.TenderId)).ToListAsync()).ToLookup(l => l.TenderId);
        var formed = (await db.Committees.Where(c => ids.Contains(c.TenderId)).Select(c => c.TenderId).ToListAsync()).ToHashSet();
        var evaluated = (await db.LotEvaluations.Where(e => ids.Contains(e.TenderId)).Select(e => e.LotId).ToListAsync()).ToHashSet();
        var reported = (await db.EvaluationReports.Where(r => ids.Contains(r.TenderId)).Select(r => r.LotId).ToListAsync()).ToHashSet();
        var objected = (
            await db.ResultObjections.Where(o => ids.Contains(o.TenderId) && o.AnsweredAt == null).Select(o => o.TenderId).ToListAsync()
        ).ToHashSet();
        var duties = new Dictionary<long, (Words, string)>();
        foreach (var id in ids)
        {
            var opened = lots[id].Where(l => l.Stage is Opened).ToList();
            (Words, string)? duty =
                objected.Contains(id) ? (("答复对评标结果的异议（3 日内）", "Answer the objection to the result (3 days)"), "award")
                : opened.Exists(l => reported.Contains(l.Id)) ? (("公示中标候选人", "Publish the candidates"), "award")
                : opened.Count > 0 && !formed.Contains(id) ? (("抽取评标专家", "Draw the experts"), "experts")
                : opened.Exists(l => !evaluated.Contains(l.Id)) ? (("开始评标", "Begin the evaluation"), "award")
                : lots[id].Any(l => l.Stage is InPublicity or Awarded) ? (("办理定标和合同", "Winner and contract"), "award")
                : lots[id].Any(l => l.Stage is Performed) && lots[id].All(l => l.Stage is Performed or Failed or Stopped)
                    ? (("归档", "Archive"), "award")
                : null;
            if (duty is { } found)
                duties[id] = found;
        }
        return duties;
    }
}
