using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>The evaluation moved on by itself, because the last one who was awaited is done.</summary>
public sealed record EvaluationMovedOn(string Lot, string To);

/// <summary>A member left; what that member gave is void.</summary>
public sealed record ReviewVoided(string Lot, long Seat);

/// <summary>The candidates are published, and with them what may be recomputed.</summary>
public sealed record EvaluationDisclosed(string Lot);

/// <summary>An evaluation in hand, inside one unit of work.</summary>
/// <param name="Seats">The seats that are held now.</param>
/// <param name="Places">How many seats the committee has.</param>
internal sealed record EvaluationInHand(
    HallDb Db,
    LotEvaluation Evaluation,
    Tender Tender,
    Lot Lot,
    IReadOnlyList<CommitteeSeat> Seats,
    int Places,
    List<MemberReview> Reviews,
    Occasion On
)
{
    public long Id => Evaluation.Id;
    public EvaluationRules Rules => Evaluation.Setup.Rules();

    /// <summary>Every seat is held.</summary>
    public bool IsFull => Seats.Count == Places;

    public MemberReview? ReviewOf(CommitteeSeat seat) => Reviews.Find(r => r.Seat == seat.Id);

    /// <summary>Every seat is held, and everybody who holds one is done.</summary>
    public bool All(Func<MemberReview, bool> done) =>
        IsFull && Seats.All(s => ReviewOf(s) is { PledgedAt: not null, Recused: null } review && done(review));

    public Task<List<EvaluatedBid>> Bids() => Db.EvaluatedBids.Where(b => b.EvaluationId == Id).OrderBy(b => b.Place).ToListAsync();

    public Task<List<CommitteeMotion>> Motions() => Db.CommitteeMotions.Where(m => m.EvaluationId == Id).OrderBy(m => m.Id).ToListAsync();

    public Task<List<MemberScore>> Scores() =>
        Db.MemberScores.Where(s => s.EvaluationId == Id && s.VoidAt == null).OrderBy(s => s.Id).ToListAsync();

    public Refusal? OverTime => On.At >= Evaluation.PlannedEnd ? new TimeIsOver(Evaluation.PlannedEnd) : null;

    /// <summary>Takes a step of the evaluation and records where it stands; not the answer of the use case.</summary>
    public Refusal? Move<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : EvaluationStage
        where TTo : EvaluationStage
    {
        if (Evaluation.Take(step) is Result<TTo>.Refused(var why))
            return why;
        Db.Record(Evaluation, On, new EvaluationMovedOn(Evaluation.Number, Evaluation.StageName), answer: false);
        return null;
    }

    /// <summary>Goes on as long as everybody is done with the stage it stands at.</summary>
    public async Task Advance()
    {
        while (true)
        {
            var (setup, rules) = (Evaluation.Setup, Rules);
            var anyLeft = (await Bids()).Exists(b => b.Findings.Rejected is null);
            var (blind, open) = (anyLeft && setup.BlindItems(rules).Count > 0, anyLeft && setup.OpenItems(rules).Count > 0);
            switch (Evaluation.Stage)
            {
                case PreliminaryReview { Leader: not null } when All(r => r.ReviewClosedAt is not null):
                    if (blind)
                        Move((PreliminaryReview review) => review.ScoreBlind(On.At));
                    else if (open)
                        Move((PreliminaryReview review) => review.ScoreOpenly(On.At));
                    else
                        Move((PreliminaryReview review) => review.Summarise(On.At));
                    continue;
                case BlindScoring when !blind || All(r => r.BlindClosedAt is not null):
                    if (open)
                        Move((BlindScoring scoring) => scoring.ScoreOpenly(On.At));
                    else
                        Move((BlindScoring scoring) => scoring.Summarise(On.At));
                    continue;
                case OpenScoring when !open || All(r => r.ScoresClosedAt is not null):
                    Move((OpenScoring scoring) => scoring.Summarise(On.At));
                    continue;
                default:
                    return;
            }
        }
    }

    /// <summary>The bids as the carried motions leave them.</summary>
    public async Task Apply(IReadOnlyList<CommitteeMotion> motions)
    {
        foreach (var bid in await Bids())
        {
            var mine = motions.Where(m => m.OpeningBid == bid.OpeningBid && m.Outcome == MotionOutcome.Carried).ToList();
            var rejected = mine.Find(m => m.Kind == MotionKind.RejectBid);
            var findings = new BidFindings(
                rejected is null ? null : new BidRejection(rejected.Ground!.Value, rejected.Reason, rejected.Late),
                mine.FindLast(m => m.Kind == MotionKind.CorrectPrice)?.Amount,
                [
                    .. mine.Where(m => m.Kind == MotionKind.AdjustPrice)
                        .GroupBy(m => m.Key!)
                        .Select(g => new PriceAdjustment(g.Key, g.Last().Amount!.Value)),
                ]
            );
            if (
                findings.Rejected == bid.Findings.Rejected
                && findings.Corrected == bid.Findings.Corrected
                && findings.Adjustments.SequenceEqual(bid.Findings.Adjustments)
            )
                continue;
            bid.Findings = findings;
            Db.Record(bid, On, new BidFound(Evaluation.Number, bid.OpeningBid, findings), answer: false);
        }
    }

    /// <summary>Everything from which the result follows, and the result.</summary>
    public async Task<EvaluationFile> File()
    {
        var setup = Evaluation.Setup;
        var rules = Rules;
        var bids = await Bids();
        var scores = await Scores();
        var places = Seats.ToDictionary(s => s.Id, s => s.Place);
        return new EvaluationFile(
            EvaluationFile.Kind,
            Tender.Number,
            Lot.Number,
            setup.Method,
            setup.MethodVersion,
            setup.Parameters,
            setup.MaximumPrice,
            [.. setup.Items.Select(i => new FileItem(i.Id, i.Part, i.Name, i.Weight, ByWhom(i, rules)))],
            null,
            [
                .. bids.Select(b => new FileBid(
                    b.Place,
                    b.BidderName,
                    b.Price,
                    b.Findings.Corrected,
                    b.Findings.Adjustments.ToDictionary(a => a.Key, a => a.Amount),
                    b.Findings.Rejected is { } rejected ? $"{RejectionGrounds.Of(rejected.Ground).Zh}：{rejected.Reason}" : null,
                    b.Findings.Rejected?.Late ?? false,
                    setup.Credit.FirstOrDefault(c => c.Bid == b.OpeningBid) is { } credit
                        ? new FileCredit(credit.Points, credit.Source, credit.AsOf)
                        : null,
                    [
                        .. scores
                            .Where(s => s.OpeningBid == b.OpeningBid && places.ContainsKey(s.Seat))
                            .Select(s => new FileScore(s.Item, places[s.Seat], s.Points))
                            .OrderBy(s => s.Item, StringComparer.Ordinal)
                            .ThenBy(s => s.Seat),
                    ],
                    0,
                    null,
                    new Dictionary<string, decimal>(),
                    0,
                    null
                )),
            ],
            (Evaluation.Stage as Summarising)?.AllRejected
        ).Compute(rules);
    }

    private static PointsBy ByWhom(ScoreItem item, EvaluationRules rules) =>
        item.Id == rules.CreditItem ? PointsBy.Credit
        : item.Part == ScorePart.Price ? PointsBy.Formula
        : PointsBy.Members;
}

/// <summary>What was found of a bid changed.</summary>
public sealed record BidFound(string Lot, long OpeningBid, BidFindings Findings);

/// <summary>评标的办理: how every step of an evaluation happens, and what the draw and the award tell it.</summary>
public static class EvaluationWork
{
    /// <summary>Opens an evaluation, checks the charge and takes a step, in one unit of work.</summary>
    internal static Task<Result<T>> Step<T>(
        this HallWriter writer,
        string lot,
        Charge charge,
        Occasion on,
        Func<EvaluationInHand, Task<Result<T>>> step,
        CancellationToken ct,
        long? bidder = null
    )
        where T : notnull =>
        writer.Write<T>(
            on,
            async db =>
                await Find(db, lot, on) is not { } found ? new EvaluationNotFound(lot)
                : charge.Check(on.By, found.Tender.Division, found.Tender, bidder) is { } why ? why
                : await step(found),
            ct
        );

    /// <summary>The same for a member, who holds a seat on the committee in person.</summary>
    internal static Task<Result<T>> Member<T>(
        this HallWriter writer,
        string lot,
        Occasion on,
        Func<EvaluationInHand, CommitteeSeat, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : notnull =>
        writer.Write<T>(
            on,
            async db =>
            {
                if (await Find(db, lot, on) is not { } found)
                    return new EvaluationNotFound(lot);
                var seat = found.Seats.FirstOrDefault(s => s.Person == on.By.Person);
                if (Charge.OfMember.Check(on.By, found.Tender.Division, found.Tender, member: seat?.Person) is { } why)
                    return why;
                return await step(found, seat!);
            },
            ct
        );

    /// <summary>The same for a member who has pledged and not stepped back.</summary>
    internal static Task<Result<T>> Pledged<T>(
        this HallWriter writer,
        string lot,
        Occasion on,
        Func<EvaluationInHand, CommitteeSeat, MemberReview, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : notnull =>
        writer.Member<T>(
            lot,
            on,
            async (found, seat) =>
                found.ReviewOf(seat) switch
                {
                    { Recused: not null } => new YouRecused(),
                    { PledgedAt: not null } review => await step(found, seat, review),
                    _ => new PledgeFirst(),
                },
            ct
        );

    internal static async Task<EvaluationInHand?> Find(HallDb db, string lot, Occasion on)
    {
        var asked = lot.Trim();
        if (await db.LotEvaluations.FirstOrDefaultAsync(e => e.Number == asked) is not { } evaluation)
            return null;
        return await InHand(db, evaluation, on);
    }

    private static async Task<EvaluationInHand> InHand(HallDb db, LotEvaluation evaluation, Occasion on)
    {
        var tender = evaluation.TenderId;
        return new(
            db,
            evaluation,
            await db.Tenders.FirstAsync(t => t.Id == tender),
            await db.Lots.FirstAsync(l => l.Id == evaluation.LotId),
            await CommitteeSeat.Held(db, tender),
            await db.CommitteeSeats.Where(s => s.TenderId == tender).Select(s => s.Place).Distinct().CountAsync(),
            await db.MemberReviews.Where(r => r.EvaluationId == evaluation.Id && r.VoidAt == null).ToListAsync(),
            on
        );
    }

    /// <summary>A text that is kept; none where it is empty or too long.</summary>
    internal static string? Plain(string? text, int longest) =>
        text?.Trim() is { Length: > 0 } plain && plain.Length <= longest ? plain : null;

    /// <summary>A member left the seat: the review is void in every lot that is not reported yet, and nothing closes before whoever replaces that member has reviewed anew.</summary>
    /// <param name="seat">The seat as it was left.</param>
    /// <remarks>Implementing Regulation art. 48(3). Called in the unit of work in which the seat is left, after it was marked so.</remarks>
    public static async Task SeatLeft(HallDb db, CommitteeSeat seat, Occasion on)
    {
        var running = await db
            .LotEvaluations.Where(e => e.TenderId == seat.TenderId && e.StageName != "reported" && e.StageName != "disclosed")
            .ToListAsync();
        foreach (var evaluation in running)
        {
            var found = await InHand(db, evaluation, on);
            if (found.Reviews.Find(r => r.Seat == seat.Id) is { } review)
            {
                review.VoidAt = on.At;
                db.Record(review, on, new ReviewVoided(evaluation.Number, seat.Id), answer: false);
            }
            var mine = await db
                .MemberScores.Where(s => s.EvaluationId == evaluation.Id && s.Seat == seat.Id && s.VoidAt == null)
                .ToListAsync();
            foreach (var score in mine)
            {
                score.VoidAt = on.At;
                db.Record(score, on, new ReviewVoided(evaluation.Number, seat.Id), answer: false);
            }
            // Whoever wanted this seat to lead votes again.
            foreach (var voter in found.Reviews.Where(r => r.LeaderVote == seat.Id && r.VoidAt is null))
            {
                voter.LeaderVote = null;
                db.Record(voter, on, new ReviewVoided(evaluation.Number, seat.Id), answer: false);
            }
            await Recount(found, seat);
            // Signatures were given under a result that may now change.
            if (evaluation.Stage is Signing)
            {
                foreach (var signed in found.Reviews.Where(r => r.Signed is not null && r.VoidAt is null))
                {
                    (signed.Signed, signed.SignedAt, signed.SignedWords) = (null, null, null);
                    db.Record(signed, on, new ReviewVoided(evaluation.Number, seat.Id), answer: false);
                }
            }
            if (evaluation.Stage is AtWork work)
                found.Move((AtWork w) => w.ReviewAgain(on.At, work.Leader == seat.Id ? null : work.Leader));
        }
    }

    /// <summary>A vote of whoever left counts for nothing; what only it carried is open again.</summary>
    private static async Task Recount(EvaluationInHand found, CommitteeSeat left)
    {
        var motions = await found.Motions();
        foreach (var motion in motions.Where(m => m.Votes.Any(v => v.Seat == left.Id)))
        {
            motion.Votes = [.. motion.Votes.Where(v => v.Seat != left.Id)];
            // Time that was given is not taken back.
            if (motion.Kind != MotionKind.MoreTime || motion.Outcome != MotionOutcome.Carried)
                motion.Outcome = motion.Count(found.Places);
            found.Db.Record(motion, found.On, new ReviewVoided(found.Evaluation.Number, left.Id), answer: false);
        }
        await found.Apply(motions);
    }

    /// <summary>The candidates of a lot are published: from now on everybody may fetch the numbers of its evaluation and compute them again.</summary>
    /// <remarks>Called in the unit of work in which the candidates are published; does nothing where nothing is reported.</remarks>
    public static async Task Disclose(HallDb db, long lot, Occasion on)
    {
        if (await LotEvaluation.Of(db, lot) is not { Stage: Reported } evaluation)
            return;
        evaluation.Take((Reported reported) => reported.Disclose(on.At));
        db.Record(evaluation, on, new EvaluationDisclosed(evaluation.Number), answer: false);
    }
}
