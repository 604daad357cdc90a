using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Register;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>The cases of a year with their stops, visits and steps, and the cases that a careless count would take in.</summary>
internal sealed class YearCases(
    int year,
    YearHouse house,
    YearTargets targets,
    Streams streams,
    YearIds ids,
    IReadOnlyList<YearCatalogue.Busy> items,
    long batchOfCases,
    long batchOfStops,
    long batchOfVisits,
    long batchOfSteps,
    YearRecords made
)
{
    private const int Late = 37;
    private const int StoppedPerThousand = 40;
    private const int TwiceCamePerThousand = 4;

    private static readonly SpecialProcedureKind[] Grounds =
    [
        SpecialProcedureKind.Hearing,
        SpecialProcedureKind.Inspection,
        SpecialProcedureKind.Testing,
        SpecialProcedureKind.Appraisal,
        SpecialProcedureKind.ExpertReview,
    ];

    private readonly DateOnly[] worked = WorkedDays(year);

    private readonly List<Draft> drafts = [];

    /// <summary>A case before it has its number: days as places in the row of working days.</summary>
    private sealed record Draft(int Place, YearCatalogue.Busy? Item, int Accepted, int Counted, int StopBefore, int Stop)
    {
        public int Closed => Accepted + Counted + Stop;
        public DateOnly? ClosedOn { get; init; }
        public Outcome Outcome { get; init; } = Outcome.Granted;
        public HandledAt HandledAt { get; init; }
        public bool IsTest { get; init; }
        public int Visits { get; init; }

        /// <summary>The closing day that was written down first, where it had to be corrected.</summary>
        public DateOnly? WrittenFirst { get; init; }
        public bool HasSteps { get; init; }
    }

    public void Make(long cases, long days)
    {
        Counted(cases, days);
        Traps();
        Write();
    }

    /// <summary>The working days from two years before to the year after, in order.</summary>
    internal static DateOnly[] WorkedDays(int year)
    {
        var calendar = WorkingCalendar.Published;
        return
        [
            .. Enumerable
                .Range(0, 1100)
                .Select(i => new DateOnly(year - 1, 1, 1).AddDays(i))
                .Where(day => day.Year <= year + 1 && calendar.IsWorkingDay(day)),
        ];
    }

    private int PlaceOf(DateOnly day)
    {
        var at = Array.BinarySearch(worked, day);
        return at >= 0 ? at : ~at;
    }

    private void Counted(long cases, long days)
    {
        var perItem = YearCatalogue.CasesByRank(cases, items.Count);
        var itemOf = new int[cases];
        var at = 0;
        for (var i = 0; i < items.Count; i++)
        for (var n = 0; n < perItem[i]; n++)
            itemOf[at++] = i;

        int Promised(int place) => items[itemOf[place]].Guide.PromisedDays;
        var limited = Enumerable.Range(0, itemOf.Length).Where(place => Promised(place) > 0).ToList();
        var late = Methods.Choose(limited, Math.Min(Late, limited.Count), streams, "late").ToHashSet();
        // A late case takes one to three days more than promised, whatever the others take.
        long LateDays(int place) => Promised(place) + 1 + streams.Below(3, "late-by", place);
        var daysOf = Methods.Spread(
            days,
            [.. Enumerable.Range(0, itemOf.Length).Select(place => 1 + streams.Below(1000L, "days", place))],
            place => late.Contains(place) ? LateDays(place) : 0,
            place => late.Contains(place) ? LateDays(place) : Promised(place)
        );

        var (first, last) = (PlaceOf(new(year, 1, 1)), PlaceOf(new(year + 1, 1, 1)) - 1);
        var mostVisits = targets.Count("investment.filing.visits");
        var filings = Enumerable.Range(0, itemOf.Length).Where(place => items[itemOf[place]].IsFiling).ToList();
        if (mostVisits > 0 && filings.Count == 0)
            throw new TargetsCannotBeReachedException("investment.filing.visits: there is no filing at all");
        var comesMost = mostVisits > 0 ? filings[streams.Below(filings.Count, "filing-visits", 0)] : -1;
        var corrected = Methods
            .Choose(Enumerable.Range(0, itemOf.Length).ToList(), (int)Math.Min(6, cases), streams, "corrected")
            .ToHashSet();
        for (var place = 0; place < itemOf.Length; place++)
        {
            var (item, counted) = (items[itemOf[place]], (int)daysOf[place]);
            var stopped = counted > 0 && streams.Below(1000, "stopped", place) < StoppedPerThousand;
            var stop = stopped ? 1 + streams.Below(15, "stop-days", place) : 0;
            var earliest = Math.Min(last, Math.Max(first, PlaceOf(item.Since) + counted + stop));
            var closed = earliest + streams.Below(last - earliest + 1, "closed", place);
            drafts.Add(
                new Draft(place, item, closed - counted - stop, counted, stopped ? streams.Below(counted, "stop-begins", place) : 0, stop)
                {
                    Outcome = streams.Below(1000, "outcome", place) switch
                    {
                        < 12 => Outcome.Refused,
                        < 250 => Outcome.Completed,
                        _ => Outcome.Granted,
                    },
                    HandledAt = item.Place == EntryPlace.Branch ? HandledAt.Branch : HandledAt.Centre,
                    Visits = place == comesMost ? mostVisits : VisitsOf(item, place),
                    HasSteps = true,
                    // Written down a year late at first; the right line counts.
                    WrittenFirst = corrected.Contains(place) ? new DateOnly(year + 1, 1, 5) : null,
                }
            );
        }
    }

    private int VisitsOf(YearCatalogue.Busy item, int place) =>
        item.Guide.Visits == 0 || item.IsFiling ? 0
        // 清单: people came twice although once was promised; the list is short and known.
        : streams.Below(1000, "came-twice", place) < TwiceCamePerThousand ? 2
        : streams.Below(3, "came", place) == 0 ? 0
        : 1;

    /// <summary>Cases near the count that are not in it.</summary>
    private void Traps()
    {
        var (first, last) = (PlaceOf(new(year, 1, 1)), PlaceOf(new(year + 1, 1, 1)) - 1);
        Trap("day-before", 40, i => Within(i, first, last) with { ClosedOn = new DateOnly(year - 1, 12, 31) });
        Trap("days-after", 40, i => Within(i, first, last) with { ClosedOn = new DateOnly(year + 1, 1, 2) });
        Trap("withdrawn", 300, i => Within(i, first, last) with { Outcome = Outcome.Withdrawn });
        Trap("merged", 60, i => Within(i, first, last) with { Outcome = Outcome.Merged });
        Trap("tests", 25, i => Within(i, first, last) with { IsTest = true });
        Trap("departments", 500, i => Within(i, first, last) with { HandledAt = HandledAt.Department });
        // Written down for the last days of the year and corrected into the next one.
        Trap(
            "corrected-out",
            6,
            i => Within(i, first, last) with { ClosedOn = new DateOnly(year + 1, 1, 4), WrittenFirst = new DateOnly(year, 12, 30) }
        );
        Trap(
            "townships",
            // Towns and villages have some three for every ten of the county.
            drafts.Count
                * 3
                / 10,
            i =>
                Within(i, first, last) with
                {
                    HandledAt = streams.Below(5, "village", i) == 0 ? HandledAt.Village : HandledAt.Town,
                    Visits = streams.Below(2, "town-visits", i),
                }
        );

        void Trap(string stream, int many, Func<int, Draft> make)
        {
            var start = drafts.Count;
            for (var i = 0; i < many; i++)
                drafts.Add(make(start + i));
        }
    }

    private Draft Within(int place, int first, int last)
    {
        var counted = streams.Below(6, "trap-days", place);
        var closed = first + streams.Below(last - first + 1, "trap-closed", place);
        var item = items.Count == 0 ? null : items[streams.Below(items.Count, "trap-item", place)];
        return new Draft(place, item, closed - counted, counted, 0, 0);
    }

    private void Write()
    {
        var serials = new Dictionary<DateOnly, int>();
        foreach (var draft in drafts.Where(d => d.Item is not null).OrderBy(AcceptedOn).ThenBy(d => streams.At("arrival", d.Place)))
        {
            var (item, accepted) = (draft.Item!, AcceptedOn(draft));
            var serial = serials[accepted] = serials.GetValueOrDefault(accepted) + 1;
            var number = CaseNumber.Of(house.Division, accepted, serial);
            var closed = draft.ClosedOn ?? worked[draft.Closed];
            long? wrong = null;
            if (draft.WrittenFirst is { } first)
                wrong = Line(draft, item, number, accepted, first, null);
            Line(draft, item, number, accepted, closed, wrong);
            if (draft.Stop > 0)
                made.Stops.Add(
                    new CaseStop
                    {
                        Id = ids.Next<CaseStop>(),
                        Case = number,
                        From = worked[draft.Accepted + 1 + draft.StopBefore],
                        To = worked[draft.Accepted + draft.StopBefore + draft.Stop],
                        Ground = Grounds[streams.Below(Grounds.Length, "ground", draft.Place)],
                        Batch = batchOfStops,
                    }
                );
            for (var i = 0; i < draft.Visits; i++)
                made.Visits.Add(
                    new CaseVisit
                    {
                        Id = ids.Next<CaseVisit>(),
                        Case = number,
                        On = worked[PlaceOf(accepted) + i],
                        Window = house.Windows[streams.Below(house.Windows.Count, "window", draft.Place)],
                        Batch = batchOfVisits,
                    }
                );
            if (draft.HasSteps)
                Steps(draft, number, accepted, closed);
        }
    }

    private DateOnly AcceptedOn(Draft draft) =>
        draft.ClosedOn is { } closed ? worked[PlaceOf(closed) - 1 - draft.Counted] : worked[draft.Accepted];

    private long Line(Draft draft, YearCatalogue.Busy item, CaseNumber number, DateOnly accepted, DateOnly closed, long? corrects)
    {
        var id = ids.Next<ClosedCase>();
        made.Cases.Add(
            new ClosedCase
            {
                Id = id,
                Division = house.Division,
                Number = number,
                Item = item.Item,
                ItemVersion = item.Version.Version,
                Office = item.Guide.Body,
                HandledAt = draft.HandledAt,
                Channel = draft.Visits == 0 ? Channel.Online : Channel.Window,
                AcceptedOn = accepted,
                ClosedOn = closed,
                Outcome = draft.Outcome,
                PromisedDays = item.Guide.PromisedDays,
                LegalDays = ReviewLimits.Of(item.Guide).LegalDays,
                IsTest = draft.IsTest,
                Corrects = corrects,
                Batch = batchOfCases,
            }
        );
        return id;
    }

    /// <summary>Three to six steps that lie in order between acceptance and closing.</summary>
    private void Steps(Draft draft, CaseNumber number, DateOnly accepted, DateOnly closed)
    {
        var (from, span) = (PlaceOf(accepted), PlaceOf(closed) - PlaceOf(accepted));
        var many = 3 + streams.Below(4, "steps", draft.Place);
        Step(StepKind.Received, 0);
        Step(StepKind.Accepted, 0);
        if (many >= 5)
            Step(StepKind.Reviewed, span / 2);
        if (many == 6)
            Step(StepKind.CheckedOnSite, span * 2 / 3);
        Step(StepKind.Decided, span);
        if (many >= 4)
            Step(StepKind.Issued, span);

        void Step(StepKind kind, int after) =>
            made.Steps.Add(
                new CaseStep
                {
                    Id = ids.Next<CaseStep>(),
                    Case = number,
                    Kind = kind,
                    On = worked[from + after],
                    Batch = batchOfSteps,
                }
            );
    }
}
