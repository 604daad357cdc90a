using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>The report was taken up: from its last signature on.</summary>
public sealed record ReportTakenUp(string Lot, long Report);

/// <summary>A lot went on with its award.</summary>
/// <param name="Stage">Where it stands now.</param>
public sealed record LotWentOn(string Lot, string Stage);

/// <summary>One lot with its award in hand, inside one unit of work.</summary>
internal sealed record AwardInHand(HallDb Db, Tender Tender, Lot Lot, LotAward? Begun, Occasion On)
{
    /// <summary>The award, begun with its report where nobody has taken it up yet.</summary>
    public async Task<Result<LotAward>> Award()
    {
        if (Begun is not null)
            return Begun;
        if (Lot.Stage is not Opened)
            return new WrongLotStage(Lot.Number, Lot.Stage);
        if (await EvaluationReport.Of(Db, Lot.Id) is not { } report)
            return new NoReportYet(Lot.Number);
        var award = new LotAward
        {
            Id = Ids.Next(On.At),
            Division = Lot.Division,
            TenderId = Tender.Id,
            LotId = Lot.Id,
            Report = report.Id,
            Stage = AwardStage.Receive(report.SignedAt),
        };
        Db.Add(award);
        Db.Record(award, On, new ReportTakenUp(Lot.Number, report.Id), occurredAt: report.SignedAt, answer: false);
        return award;
    }

    public Task<EvaluationReport> Report() => Db.EvaluationReports.AsNoTracking().FirstAsync(r => r.LotId == Lot.Id);

    /// <summary>Moves the lot as the award moves, and records it.</summary>
    public void Move<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : LotStage
        where TTo : LotStage
    {
        if (Lot.Take(step) is Result<TTo>.Refused(var why))
            throw new InvalidOperationException($"Lot and award of {Lot.Number} have parted: {why.Reason.En}");
        Db.Record(Lot, On, new LotWentOn(Lot.Number, Lot.StageName), answer: false);
    }

    /// <summary>Publishes a notice whose contents the award itself made; what they lack is a fault and no answer.</summary>
    public async Task<Notice> Publish(NoticeKind kind, IReadOnlyList<NoticeSection> sections)
    {
        var published = await NoticeBook.Publish(Db, Tender, kind, sections, On);
        return published is Result<Notice>.Done(var notice)
            ? notice
            : throw new InvalidOperationException($"{kind} of {Lot.Number}: {((Result<Notice>.Refused)published).Why.Reason.En}");
    }

    /// <summary>An objection waits for its answer: nothing of this lot goes on. TR-3.30.</summary>
    public async Task<Refusal?> Suspended() => await ResultObjection.Suspends(Db, Lot.Id) ? new ResultSuspended() : null;

    public void Tell(long party, string text) => Db.Post(On, new TextMessage(party, $"【标段 {Lot.Number}】{text}"));

    /// <summary>Tells those of the supervising department who watch tenders.</summary>
    public void TellDepartment(string text) =>
        Db.Post(
            On,
            new StaffMessage(Tender.Division, Tender.SupervisingDepartment, [Role.TradingSupervisor], $"【招标项目 {Tender.Number}】{text}")
        );

    /// <summary>Enters what a lot was awarded for; withdraws it where there is no winner.</summary>
    public async Task Enter(Candidate? winner, string? reason)
    {
        var last = await TradeResult.Newest(Db, Lot.Id);
        if (winner is null && last?.Winner is null)
            return;
        var result = new TradeResult
        {
            Id = Ids.Next(On.At),
            Division = Lot.Division,
            TenderId = Tender.Id,
            LotId = Lot.Id,
            Serial = (last?.Serial ?? 0) + 1,
            Winner = winner?.Bidder,
            WinnerName = winner?.BidderName,
            Amount = winner?.Price ?? 0,
            Compared = winner is null ? 0 : Lot.MaximumPrice ?? Lot.Estimate,
            IsMaximumPrice = Lot.MaximumPrice is not null,
            Reason = reason,
            At = On.At,
        };
        Db.Add(result);
        Db.Record(
            result,
            On,
            new ResultEntered(Lot.Number, result.Serial, result.Winner, result.Amount, result.Compared, result.Gain, reason),
            answer: false
        );
        if (winner is not null)
            await TradeRegister.Completed(Db, Lot, result.Amount, result.Compared, On);
    }
}

internal static class AwardWork
{
    /// <summary>Finds a lot, checks the charge and takes a step of its award, in one unit of work.</summary>
    /// <param name="bidder">The party that is named, where the charge is a bidder's.</param>
    /// <param name="seat">Id of the seat that is named, where the charge is a member's.</param>
    public static Task<Result<T>> AwardStep<T>(
        this HallWriter writer,
        string number,
        Charge charge,
        Occasion on,
        Func<AwardInHand, Task<Result<T>>> step,
        CancellationToken ct,
        long? bidder = null,
        long? seat = null
    )
        where T : class =>
        writer.Write<T>(
            on,
            async db =>
            {
                var asked = number.Trim();
                if (await db.Lots.FirstOrDefaultAsync(l => l.Number == asked) is not { } lot)
                    return new LotNotFound(asked);
                var tender = await db.Tenders.FirstAsync(t => t.Id == lot.TenderId);
                long? member = seat is null
                    ? null
                    : await db
                        .CommitteeSeats.Where(s => s.Id == seat && s.TenderId == tender.Id && s.LeftAt == null)
                        .Select(s => (long?)s.Person)
                        .FirstOrDefaultAsync();
                if (charge.Check(on.By, lot.Division, tender, bidder, member) is { } why)
                    return why;
                return await step(new(db, tender, lot, await db.LotAwards.FirstOrDefaultAsync(a => a.LotId == lot.Id), on));
            },
            ct
        );

    /// <summary>Takes the award where it stands; refuses where the step does not exist there.</summary>
    public static async Task<Result<T>> On<TFrom, T>(this AwardInHand hand, Func<LotAward, TFrom, Task<Result<T>>> step)
        where TFrom : AwardStage
        where T : class =>
        await hand.Award() switch
        {
            Result<LotAward>.Done(var award) => award.Stage is TFrom from ? await step(award, from) : new WrongAwardStage(award.Stage),
            Result<LotAward>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
