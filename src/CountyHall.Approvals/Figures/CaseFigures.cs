using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Register;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Figures;

/// <summary>办件的数字: how many cases were closed in the period, how long they took, how often people had to come.</summary>
public sealed class CaseFigures(ItemCatalogue catalogue) : FigureChapter
{
    /// <summary>企业投资项目备案, by the name of the guide: the items of which the report says that nobody need come.</summary>
    public const string InvestmentFiling = "企业投资项目备案";

    private const string Cases = "ApprovalCase";
    private const string Stops = "CaseClockStop";
    private const string Visits = "CaseVisit";

    public override IReadOnlyList<Figure> Figures
    {
        get
        {
            var closed = Set(
                "closed-cases",
                ("期内办结的办件", "Cases closed in the period"),
                [Cases],
                scope => Task.FromResult(Closed(scope))
            );
            return
            [
                new("approvals.cases.total", "1.0")
                {
                    Name = ("办理行政审批事项", "Approval cases handled"),
                    Definition = (
                        "办结日在期内、由县中心（含分中心）办理的办件：准予、不予许可、办结都算；撤回、并案、测试件不算，镇、村和部门自己地方办理的不算。更正过的按更正后的日期算。",
                        "Cases handled in the county centre or a branch whose closing day lies in the period: granted, refused or rendered. Withdrawn, merged and test cases do not count, nor those of towns, villages or departments' own premises. A corrected line counts with its corrected day."
                    ),
                    Unit = ("件", "cases"),
                    Print = new("0"),
                    Measure = new CountOf(closed),
                },
                new("approvals.cases.mean_working_days", "1.0")
                {
                    Name = ("平均办结时间", "Mean handling time"),
                    Definition = (
                        "同一批办件的办理工作日之和 ÷ 件数。办理工作日：受理次日起到办结日（含）的工作日，减去停钟（补正、听证、检验、专家评审等）期间的工作日；受理当天办结为 0。工作日按国务院放假安排，含调休上班。",
                        "Handling working days of the same cases, divided by their number: the working days after the acceptance up to and including the closing day, less those on which the clock stood still (hearing, inspection, expert review and the like); closed on the day of acceptance is 0. Working days by the State Council's calendar, make-up days included."
                    ),
                    Unit = ("个工作日", "working days"),
                    Print = new("0.0"),
                    Measure = new MeanOf(closed with { RecordTypes = [Cases, Stops, "WorkingDay"] }, WorkingDays),
                },
                new("investment.filing.visits", "1.1.3.1")
                {
                    Name = ("企业投资项目备案跑动次数", "Visits for an investment filing"),
                    Definition = (
                        "期内办结的企业投资项目备案里，一件最多到窗口几次；同一天来几次算一次。",
                        "Of the investment filings closed in the period, the most visits to a window that any took; several on one day are one."
                    ),
                    Unit = ("次", "visits"),
                    Print = new("word:零上门"),
                    Measure = new LargestOf(
                        Set(
                            "investment-filings",
                            ("期内办结的企业投资项目备案", "Investment filings closed in the period"),
                            [Cases, Visits],
                            Filings
                        ),
                        async scope =>
                        {
                            var (filings, visits) = (await Filings(scope), scope.Db.CaseVisits);
                            return await filings.AnyAsync()
                                ? await filings.Select(c => (long)visits.Count(v => v.Case == c.Number)).MaxAsync()
                                : null;
                        }
                    ),
                },
            ];
        }
    }

    private static IQueryable<ClosedCase> Closed(FigureScope scope)
    {
        var (from, to, lines) = (scope.Period.From, scope.Period.CutOff, scope.Db.ClosedCases);
        return lines
            .AsNoTracking()
            .Where(c => c.Division == scope.Division && c.ClosedOn >= from && c.ClosedOn <= to)
            .Where(c => c.HandledAt == HandledAt.Centre || c.HandledAt == HandledAt.Branch)
            .Where(c => c.Outcome == Outcome.Granted || c.Outcome == Outcome.Refused || c.Outcome == Outcome.Completed)
            .Where(c => !c.IsTest && !lines.Any(newer => newer.Corrects == c.Id));
    }

    private async Task<IQueryable<ClosedCase>> Filings(FigureScope scope)
    {
        var items = (await catalogue.InForce(scope.Db, scope.Period.CutOff))
            .Where(v => v.Guide.Name.Zh.StartsWith(InvestmentFiling, StringComparison.Ordinal))
            .Select(v => v.Item)
            .ToList();
        return Closed(scope).Where(c => items.Contains(c.Item));
    }

    /// <summary>Handling days of all cases together: the same pair of days is counted along the calendar once, however many cases share it.</summary>
    private static async Task<long> WorkingDays(FigureScope scope)
    {
        var closed = Closed(scope);
        var spans = await closed
            .Where(c => c.AcceptedOn != null)
            .GroupBy(c => new { c.AcceptedOn, c.ClosedOn })
            .Select(g => new
            {
                From = g.Key.AcceptedOn!.Value,
                To = g.Key.ClosedOn,
                Cases = g.Count(),
            })
            .ToListAsync();
        var stops = await scope
            .Db.CaseStops.AsNoTracking()
            .Join(
                closed.Where(c => c.AcceptedOn != null),
                stop => stop.Case,
                c => c.Number,
                (stop, c) =>
                    new
                    {
                        stop.From,
                        stop.To,
                        Accepted = c.AcceptedOn!.Value,
                        c.ClosedOn,
                    }
            )
            .ToListAsync();
        var calendar = scope.Calendar;
        long days = 0;
        foreach (var span in spans)
            days += (long)span.Cases * calendar.CountBetween(span.From, span.To);
        foreach (var stop in stops)
            days -= ClosedCase.StoodStill(stop.Accepted, stop.ClosedOn, stop.From, stop.To, calendar);
        return days;
    }

    private static RecordSet Set(
        string key,
        Words name,
        IReadOnlyList<string> types,
        Func<FigureScope, Task<IQueryable<ClosedCase>>> cases
    ) =>
        new(
            key,
            name,
            types,
            scope => scope.Once(key, async () => await (await cases(scope)).LongCountAsync()),
            async (scope, after, most) =>
            {
                var lines = await cases(scope);
                if (after is not null)
                {
                    var number = new CaseNumber(after);
                    var last = await scope
                        .Db.ClosedCases.AsNoTracking()
                        .Where(c => c.Number == number)
                        .OrderByDescending(c => c.Id)
                        .Select(c => new { c.ClosedOn, c.Id })
                        .FirstOrDefaultAsync();
                    if (last is null)
                        return [];
                    lines = lines.Where(c => c.ClosedOn >= last.ClosedOn && (c.ClosedOn > last.ClosedOn || c.Id > last.Id));
                }
                var page = await lines
                    .OrderBy(c => c.ClosedOn)
                    .ThenBy(c => c.Id)
                    .Take(most)
                    .Select(c => new { c.Number, c.ClosedOn })
                    .ToListAsync();
                return
                [
                    .. page.Select(c => new RecordKey(
                        c.Number.Value,
                        ($"{c.ClosedOn:yyyy-MM-dd} 办结", $"closed on {c.ClosedOn:yyyy-MM-dd}"),
                        $"/figures/cases/{c.Number.Value}"
                    )),
                ];
            }
        )
        {
            ForStaff = true,
        };
}
