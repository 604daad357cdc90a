using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Register;

/// <summary>交易台账: writes its lines in the transaction of the step that they tell of, so that the figures count this house as they count an archive.</summary>
/// <remarks>
/// Called by the steps that exist: filing and opinion, notice, review of a registration, security received, refunded, converted and kept, lot failed,
/// session closed and booking cancelled, draw executed or given up, evaluation begun, experts briefed, result confirmed, and no winner left. None of
/// them saves.
/// </remarks>
public static class TradeRegister
{
    /// <summary>Documents were filed, for the first time or again.</summary>
    public static void Filing(HallDb db, Tender tender, int serial, Occasion on) =>
        Enter(
            db,
            on,
            tender.Number,
            new RegisteredFiling
            {
                Id = Ids.Next(on.At),
                Division = tender.Division,
                Tender = tender.Number,
                Category = TradeCategory.Works,
                Serial = serial,
                FiledOn = CountyTime.DayOf(on.At),
            }
        );

    /// <summary>The supervising department gave an opinion on a filing.</summary>
    public static void Opinion(HallDb db, Tender tender, int number, Occasion on) =>
        Enter(
            db,
            on,
            tender.Number,
            new RegisteredOpinion
            {
                Id = Ids.Next(on.At),
                Division = tender.Division,
                Tender = tender.Number,
                Number = number,
                GivenOn = CountyTime.DayOf(on.At),
            }
        );

    /// <summary>A notice was published: a line for each lot of the tender; with the first announcement the lot is a project of the register.</summary>
    public static async Task Published(HallDb db, Tender tender, Notice notice, Occasion on)
    {
        foreach (var lot in await db.Lots.AsNoTracking().Where(l => l.TenderId == tender.Id).OrderBy(l => l.Number).ToListAsync())
        {
            if (notice.Kind == NoticeKind.TenderAnnouncement && lot.Follows is null)
                Enter(
                    db,
                    on,
                    lot.Number,
                    new RegisteredProject
                    {
                        Id = Ids.Next(on.At),
                        Division = lot.Division,
                        Project = lot.Number,
                        Category = TradeCategory.Works,
                        Tier = TradeTier.County,
                        Kind = tender.Kind,
                        NameZh = lot.NameZh,
                        NameEn = lot.NameEn,
                        Estimate = lot.Estimate,
                        PlainResult = false,
                        EnteredOn = CountyTime.DayOf(on.At),
                    }
                );
            Enter(
                db,
                on,
                notice.Number,
                new RegisteredNotice
                {
                    Id = Ids.Next(on.At),
                    Division = lot.Division,
                    Project = await ProjectOf(db, lot),
                    Notice = notice.Number,
                    Kind = notice.Kind,
                    PublishedOn = CountyTime.DayOf(on.At),
                }
            );
        }
    }

    /// <summary>The review of a registration was finished.</summary>
    public static void Reviewed(HallDb db, Lot lot, string bidder, ReviewOutcome outcome, Occasion on) =>
        Enter(
            db,
            on,
            lot.Number,
            new RegisteredReview
            {
                Id = Ids.Next(on.At),
                Division = lot.Division,
                Lot = lot.Number,
                Bidder = bidder,
                Outcome = outcome,
                ReviewedOn = CountyTime.DayOf(on.At),
                IsTest = false,
            }
        );

    /// <summary>A security came in, went back, was converted or kept.</summary>
    /// <param name="amount">Fen, without interest.</param>
    /// <param name="day">The bank's day where the bank booked it.</param>
    public static async Task Moved(HallDb db, BidSecurity security, MovementKind kind, long amount, DateOnly day, Occasion on)
    {
        var lot = await db.Lots.Where(l => l.Id == security.LotId).Select(l => l.Number).FirstAsync();
        Enter(
            db,
            on,
            lot,
            new RegisteredMovement
            {
                Id = Ids.Next(on.At),
                Division = security.Division,
                Lot = lot,
                Payer = security.BidderName,
                Kind = kind,
                Amount = amount,
                SettledOn = day,
            }
        );
    }

    /// <summary>A session of the venue was closed with its log.</summary>
    public static async Task Closed(HallDb db, VenueSession session, VenueClosed closed, Occasion on)
    {
        var opening = await db.OpeningSessions.AsNoTracking().FirstOrDefaultAsync(o => o.VenueSessionId == session.Id);
        await Session(db, session, opening?.Stage is NothingOpened ? SessionEnd.StoppedAtOpening : SessionEnd.Held, on);
        Enter(
            db,
            on,
            NumberOf(session),
            new RegisteredService
            {
                Id = Ids.Next(on.At),
                Division = session.Division,
                Session = NumberOf(session),
                From = closed.Began,
                To = closed.At,
                By = closed.By,
            }
        );
    }

    /// <summary>A booking of the venue was given up before it began.</summary>
    public static Task Cancelled(HallDb db, VenueSession session, Occasion on) => Session(db, session, SessionEnd.Cancelled, on);

    /// <summary>Experts were drawn, or the request was given up before: a line for each lot of a tender, or one for a small project.</summary>
    public static async Task Draw(HallDb db, ExpertDraw draw, Occasion on)
    {
        if (draw.TenderId is { } tender)
            foreach (var lot in await db.Lots.AsNoTracking().Where(l => l.TenderId == tender).OrderBy(l => l.Number).ToListAsync())
                Line(await ProjectOf(db, lot), TradeTier.County);
        else
            Line(await db.SmallProjects.Where(p => p.Id == draw.SmallProjectId).Select(p => p.Number).FirstAsync(), TradeTier.Small);

        void Line(string project, TradeTier origin) =>
            Enter(
                db,
                on,
                draw.Number,
                new RegisteredDraw
                {
                    Id = Ids.Next(on.At),
                    Division = draw.Division,
                    Project = project,
                    Origin = origin,
                    RequestedOn = CountyTime.DayOf(draw.RequestedAt),
                    ExecutedOn = draw.DrawnAt is { } at ? CountyTime.DayOf(at) : null,
                }
            );
    }

    /// <summary>A lot was set up for its evaluation.</summary>
    public static async Task Evaluation(HallDb db, Lot lot, EvaluationSystem system, Occasion on) =>
        Enter(
            db,
            on,
            lot.Number,
            new RegisteredEvaluation
            {
                Id = Ids.Next(on.At),
                Division = lot.Division,
                Project = await ProjectOf(db, lot),
                System = system,
                SetUpOn = CountyTime.DayOf(on.At),
                IsTest = false,
            }
        );

    /// <summary>The experts of a tender were briefed on all topics of the form, and every one has signed. Entered once, with its first lot.</summary>
    /// <param name="signed">The names of those who signed.</param>
    public static async Task Briefing(HallDb db, ExpertBriefing held, IReadOnlyList<string> signed, Occasion on)
    {
        var lot = await db.Lots.AsNoTracking().Where(l => l.TenderId == held.TenderId).OrderBy(l => l.Number).FirstAsync();
        var project = await ProjectOf(db, lot);
        var day = CountyTime.DayOf(held.HeldAt);
        if (await db.RegisteredBriefings.AnyAsync(b => b.Division == held.Division && b.HeldOn == day && b.Project == project))
            return;
        var briefing = new RegisteredBriefing
        {
            Id = Ids.Next(on.At),
            Division = held.Division,
            Project = project,
            HeldOn = day,
            Integrity = held.Topics.Contains(BriefingTopic.Integrity),
            Discipline = held.Topics.Contains(BriefingTopic.Discipline),
            Fairness = held.Topics.Contains(BriefingTopic.Fairness),
            Quality = held.Topics.Contains(BriefingTopic.Quality),
        };
        Enter(db, on, lot.Number, briefing);
        foreach (var expert in signed)
            Enter(
                db,
                on,
                lot.Number,
                new RegisteredBriefingAttendance
                {
                    Id = Ids.Next(on.At),
                    Division = held.Division,
                    Briefing = briefing.Id,
                    Expert = expert,
                    Signed = true,
                }
            );
    }

    /// <summary>The result of a lot was confirmed; the line of an earlier winner is replaced.</summary>
    /// <param name="amount">Award price, fen.</param>
    /// <param name="comparison">Control price or approved budget, fen; none where there is none.</param>
    public static async Task Completed(HallDb db, Lot lot, long amount, long? comparison, Occasion on) =>
        await Result(db, lot, ResultKind.Completed, on, amount, comparison, await Before(db, lot));

    /// <summary>Fewer than three bids were there at the deadline.</summary>
    public static Task TooFewBidders(HallDb db, Lot lot, Occasion on) => Result(db, lot, ResultKind.TooFewBidders, on);

    /// <summary>Every bid for a lot was rejected, or no candidate was left; the line of an earlier winner is replaced.</summary>
    public static async Task NoWinner(HallDb db, Lot lot, Occasion on) =>
        await Result(db, lot, ResultKind.AllRejected, on, corrects: await Before(db, lot));

    /// <summary>Number of the lot under which a project was announced first, whatever round it is in.</summary>
    public static async Task<string> ProjectOf(HallDb db, Lot lot)
    {
        while (lot.Follows is { } before)
            lot = await db.Lots.AsNoTracking().FirstAsync(l => l.Id == before);
        return lot.Number;
    }

    private static async Task<long?> Before(HallDb db, Lot lot)
    {
        var project = await ProjectOf(db, lot);
        return await db
            .RegisteredResults.Where(r => r.Project == project && r.Lot == lot.Number)
            .OrderByDescending(r => r.Id)
            .Select(r => (long?)r.Id)
            .FirstOrDefaultAsync();
    }

    private static async Task Result(
        HallDb db,
        Lot lot,
        ResultKind kind,
        Occasion on,
        long? amount = null,
        long? comparison = null,
        long? corrects = null
    ) =>
        Enter(
            db,
            on,
            lot.Number,
            new RegisteredResult
            {
                Id = Ids.Next(on.At),
                Division = lot.Division,
                Project = await ProjectOf(db, lot),
                Lot = lot.Number,
                Kind = kind,
                Side = TradeSide.Buying,
                ConfirmedOn = CountyTime.DayOf(on.At),
                Amount = amount,
                Comparison = comparison,
                IsTest = false,
                Corrects = corrects,
            }
        );

    private static async Task Session(HallDb db, VenueSession session, SessionEnd end, Occasion on) =>
        Enter(
            db,
            on,
            NumberOf(session),
            new RegisteredSession
            {
                Id = Ids.Next(on.At),
                Division = session.Division,
                Number = NumberOf(session),
                Purpose = session.Purpose == VenuePurpose.Opening ? SessionPurpose.Opening : SessionPurpose.Evaluation,
                Lots = await db.Lots.Where(l => l.TenderId == session.TenderId).OrderBy(l => l.Number).Select(l => l.Number).ToListAsync(),
                HeldOn = CountyTime.DayOf(session.From),
                End = end,
                IsTest = false,
            }
        );

    private static string NumberOf(VenueSession session) => session.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Enter<T>(HallDb db, Occasion on, string of, T line)
        where T : RegisterLine
    {
        db.Append(line);
        db.Record(line, on, new EnteredInTradeRegister(typeof(T).Name, of), answer: false);
    }
}
