using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;

namespace CountyHall.Web.Demonstration.Years;

// Lines near a count that are not in it. Those that belong to a project of the year (two draws, a second filing, a correction, a conversion) stand with it.
internal sealed partial class YearTrading
{
    private void Traps()
    {
        var (before, after) = (new DateOnly(year - 1, 12, 30), new DateOnly(year + 1, 1, 6));
        OtherYears(before, after);
        Rehearsal(Day(first + 60));
        for (var i = 0; i < 14; i++)
        {
            // Given up before anybody came; a supervisor had signed up for one of them.
            Session($"CC{year}-Q{i + 1:00}", SessionPurpose.Opening, [], Day(Anywhere("cancelled-session", i)), SessionEnd.Cancelled);
            if (i == 3)
                Supervised($"CC{year}-Q{i + 1:00}", "示例监督员二");
        }
        // Asked for and given up.
        foreach (var deal in deals.Where(d => d is { Share: Works, Drawn: false }).Take(4))
            Drawn(deal.Project, TradeTier.County, Day(deal.Group.Announced), null);
        foreach (var deal in deals.Where(d => d is { Share: Small, Drawn: false }).Take(4))
            Drawn(deal.Project, TradeTier.Small, Day(deal.Group.Announced), null);
        // One topic was left out: not valid.
        if (CompletedOf(Works).LastOrDefault() is { } deal1)
        {
            var briefing = Briefed(deal1.Project, Day(PlaceOf(deal1)), quality: false);
            for (var i = 0; i < 5; i++)
                Attended(briefing, i, signed: true);
        }
    }

    /// <summary>What happened the day before the year and in the days after it.</summary>
    private void OtherYears(DateOnly before, DateOnly after)
    {
        foreach (var (serial, on) in new[] { (1, before), (2, before), (3, after), (4, after) })
        {
            var (lot, share) = (TrapLot(serial), serial % 2 == 0 ? Small : Works);
            var deal = new Deal(share, 0)
            {
                Project = lot,
                Lot = lot,
                Side = TradeSide.Buying,
            };
            Project(lot, share, TenderKind.Works, 900_000 + serial, 150_000_000, on);
            Published(lot, $"{lot[..20]}-01", NoticeKind.TenderAnnouncement, on);
            if (share == Works)
            {
                Filed(lot[..20], share, 1, on);
                for (var number = 1; number <= 3; number++)
                    Opined(lot[..20], number, on);
            }
            Drawn(lot, TierOf(share), on, on);
            SetUp(lot, EvaluationSystem.Electronic, on);
            SetUp(lot, EvaluationSystem.Assisted, on);
            made.Results.Add(id => Result(id, deal, lot, ResultKind.Completed, on, 140_000_000, 150_000_000));
            made.Results.Add(id => Result(id, deal, lot, ResultKind.TooFewBidders, on));
            Reviewed(lot, "示例投标人（别的年份）", ReviewOutcome.Accepted, on);
            Attended(Briefed(lot, on, quality: true), serial, signed: true);
            var session = $"CC{on.Year}-Z{serial}";
            Session(session, SessionPurpose.Opening, [lot], on, SessionEnd.Held);
            Supervised(session, "示例监督员一");
            Proposed(Reported(session, lot, on), 1);
            // The sessions of the next January have no service log yet.
            if (on == before)
                Served(session, on);
        }
        // Filed the year before, returned, and filed again in this one.
        Filed(TrapLot(5)[..20], Works, 1, before);
        Filed(TrapLot(5)[..20], Works, 2, Day(first + 4));
        // Written down for the last days of the year and corrected into the next.
        var late = new Deal(Works, 0)
        {
            Project = TrapLot(6),
            Lot = TrapLot(6),
            Side = TradeSide.Buying,
        };
        var wrong = made.Results.Add(id => Result(id, late, late.Lot, ResultKind.Completed, new(year, 12, 30), 90_000_000, 95_000_000));
        made.Results.Add(id => Result(id, late, late.Lot, ResultKind.Completed, after, 90_000_000, 95_000_000, wrong.Id));
    }

    /// <summary>熔断排练: test bidders, a session with its log, and a result that was none.</summary>
    private void Rehearsal(DateOnly on)
    {
        var deal = new Deal(Land, 0)
        {
            Project = TrapLot(7),
            Lot = TrapLot(7),
            Side = TradeSide.Selling,
        };
        for (var i = 0; i < 6; i++)
            Reviewed(deal.Lot, $"测试竞买人{i + 1}", ReviewOutcome.Accepted, on, test: true);
        for (var i = 0; i < 3; i++)
        {
            Session($"CC{year}-P{i + 1}", SessionPurpose.Auction, [deal.Lot], on.AddDays(i), SessionEnd.Held, test: true);
            Served($"CC{year}-P{i + 1}", on.AddDays(i));
        }
        Supervised($"CC{year}-P1", "示例监督员一");
        SetUp(deal.Project, EvaluationSystem.Electronic, on, test: true);
        SetUp(deal.Project, EvaluationSystem.Assisted, on, test: true);
        made.Results.Add(id => Result(id, deal, deal.Lot, ResultKind.Completed, on, 99_900_000_000, 60_000_000_000, test: true));
    }
}
