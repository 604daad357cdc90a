using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>A file of a bid as a member may see it now.</summary>
/// <param name="Index">Its place in the package, from 0.</param>
/// <param name="Sha256">Lowercase hex; none while the blind part hides whose it is.</param>
public sealed record DeskFile(int Index, string Name, string Part, long Size, string? Sha256);

/// <summary>A bid as a member may see it now.</summary>
/// <param name="Key">How forms and addresses name it: the id of the opening bid, or <c>b</c> and the blind number.</param>
/// <param name="OpeningBid">For use cases only: it is never written into a page of the blind part.</param>
/// <param name="Opened">What was read out; none in the blind part.</param>
public sealed record DeskBid(
    string Key,
    long OpeningBid,
    Words Name,
    BidFindings Findings,
    OpenedBid? Opened,
    bool IsLow,
    IReadOnlyList<DeskFile> Files
);

/// <summary>How far a member is: who is awaited, and never what was given.</summary>
public sealed record SeatProgress(
    CommitteeSeat Seat,
    bool Pledged,
    bool Recused,
    bool Reviewed,
    bool BlindDone,
    bool ScoresDone,
    Signature? Signed
);

/// <summary>评委工作台: everything that one member may see at this instant, and nothing else.</summary>
/// <param name="Mine">The member's own scores.</param>
/// <param name="All">Everybody's scores; empty before every member has closed.</param>
/// <param name="Abnormal">Ids of scores far from the group; empty before.</param>
/// <param name="Result">What the machine computes; none before.</param>
/// <param name="Motions">None while the blind part is scored, but for more time.</param>
/// <param name="Questions">Clarifications; none while the blind part is scored.</param>
/// <param name="MayName">No blind part, or it is closed: technical files may be seen under the names of their bidders.</param>
public sealed record MemberDesk(
    LotEvaluation Evaluation,
    Tender Tender,
    Lot Lot,
    CommitteeSeat Seat,
    MemberReview? Review,
    IReadOnlyList<SeatProgress> Committee,
    IReadOnlyList<DeskBid> Bids,
    IReadOnlyList<ScoreItem> Items,
    IReadOnlyList<MemberScore> Mine,
    IReadOnlyList<MemberScore> All,
    IReadOnlySet<long> Abnormal,
    EvaluationFile? Result,
    IReadOnlyList<CommitteeMotion> Motions,
    IReadOnlyList<BidClarification> Questions,
    bool MayName
)
{
    public bool IsLeader => (Evaluation.Stage as AtWork)?.Leader == Seat.Id;

    /// <summary>The desk of whoever asks; a refusal for everybody who holds no seat.</summary>
    public static async Task<Result<MemberDesk>> Of(HallDb db, string lot, Occasion on)
    {
        if (await EvaluationWork.Find(db, lot, on) is not { } found)
            return new EvaluationNotFound(lot);
        var seat = found.Seats.FirstOrDefault(s => s.Person == on.By.Person);
        if (Charge.OfMember.Check(on.By, found.Tender.Division, found.Tender, member: seat?.Person) is { } why)
            return why;
        var (evaluation, setup, rules) = (found.Evaluation, found.Evaluation.Setup, found.Rules);
        var review = found.ReviewOf(seat!);
        // Before the pledge nobody sees a bid.
        var admitted = review is { PledgedAt: not null, Recused: null };
        var blind = evaluation.Stage is BlindScoring;
        var together = evaluation.Stage is Summarising or Signing or Reported or Disclosed;
        var mayName = setup.BlindItems(rules).Count == 0 || review?.BlindClosedAt is not null && !blind || together;
        var scores = await found.Scores();
        var held = found.Seats.Select(s => s.Id).ToHashSet();
        IReadOnlyList<ScoreItem> items = evaluation.Stage switch
        {
            BlindScoring => setup.BlindItems(rules),
            OpenScoring => setup.OpenItems(rules),
            _ => [],
        };
        return new MemberDesk(
            evaluation,
            found.Tender,
            found.Lot,
            seat!,
            review,
            Progress(found),
            admitted && evaluation.Stage is not Convened ? await BidsOf(found, blind, mayName) : [],
            items,
            [.. scores.Where(s => s.Seat == seat!.Id)],
            admitted && together ? [.. scores.Where(s => held.Contains(s.Seat))] : [],
            admitted && together ? (await AbnormalScores.Of(found)).Select(s => s.Id).ToHashSet() : [],
            admitted && together ? await found.File() : null,
            admitted ? [.. (await found.Motions()).Where(m => !blind || m.Kind == MotionKind.MoreTime)] : [],
            admitted && !blind ? await QuestionsOf(found) : [],
            mayName
        );
    }

    internal static IReadOnlyList<SeatProgress> Progress(EvaluationInHand found) =>
        [
            .. found.Seats.Select(s =>
            {
                var review = found.ReviewOf(s);
                return new SeatProgress(
                    s,
                    review?.PledgedAt is not null,
                    review?.Recused is not null,
                    review?.ReviewClosedAt is not null,
                    review?.BlindClosedAt is not null,
                    review?.ScoresClosedAt is not null,
                    review?.Signed
                );
            }),
        ];

    internal static Task<List<BidClarification>> QuestionsOf(EvaluationInHand found) =>
        found.Db.BidClarifications.AsNoTracking().Where(c => c.EvaluationId == found.Id).OrderBy(c => c.Id).ToListAsync();

    private static async Task<IReadOnlyList<DeskBid>> BidsOf(EvaluationInHand found, bool blind, bool mayName)
    {
        var bids = await found.Bids();
        var ids = bids.ConvertAll(b => b.OpeningBid);
        var opened = (await found.Db.OpeningBids.AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync()).ToDictionary(
            b => b.Id,
            b => ((Decrypted)b.Stage).Bid
        );
        List<long> prices = [.. bids.Select(b => b.Price)];
        if (blind)
            return
            [
                .. bids.Where(b => b.Findings.Rejected is null)
                    .OrderBy(b => b.BlindNumber)
                    .Select(b => new DeskBid(
                        $"b{b.BlindNumber}",
                        b.OpeningBid,
                        ($"暗标 {b.BlindNumber} 号", $"Blind no. {b.BlindNumber}"),
                        BidFindings.None,
                        null,
                        false,
                        [
                            .. opened[b.OpeningBid]
                                .Files.Index()
                                .Where(f => f.Item.Part == "technical")
                                .Select((f, at) => new DeskFile(f.Index, $"技术文件 {at + 1}", f.Item.Part, f.Item.Size, null)),
                        ]
                    )),
            ];
        return
        [
            .. bids.Select(b => new DeskBid(
                b.OpeningBid.ToString(System.Globalization.CultureInfo.InvariantCulture),
                b.OpeningBid,
                Words.Same($"{b.Place} 号 {b.BidderName}"),
                b.Findings,
                opened[b.OpeningBid],
                LowPrice.IsTriggered(found.Rules, b.Price, prices),
                [
                    .. opened[b.OpeningBid]
                        .Files.Index()
                        .Where(f => mayName || f.Item.Part != "technical")
                        .Select(f => new DeskFile(f.Index, f.Item.Name, f.Item.Part, f.Item.Size, f.Item.Sha256)),
                ]
            )),
        ];
    }
}

/// <summary>评标进度: what the supervising department, the entity and its agency see: who is done with what, never a score before the report.</summary>
/// <param name="Evaluation">None before it was begun.</param>
public sealed record EvaluationProgress(
    LotEvaluation? Evaluation,
    Tender Tender,
    Lot Lot,
    IReadOnlyList<SeatProgress> Committee,
    int Places,
    int Bids,
    int OpenMotions,
    int Awaited,
    IReadOnlyList<EvaluationNote> Notes,
    EvaluationReport? Report
)
{
    /// <param name="supervisor">The supervising department sees the members' names; the entity and its agency learn them with the result (Bidding Law art. 37).</param>
    public static async Task<Result<EvaluationProgress>> Of(HallDb db, string number, Occasion on, bool supervisor)
    {
        if (await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Number == number) is not { } lot)
            return new LotNotFound(number);
        var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == lot.TenderId);
        var charge = supervisor ? Charge.OfSupervisor : Charge.OfEntityOrAgency;
        if (charge.Check(on.By, tender.Division, tender) is { } why)
            return why;
        if (await EvaluationWork.Find(db, number, on) is not { } found)
            return new EvaluationProgress(null, tender, lot, [], 0, 0, 0, 0, [], null);
        var id = found.Id;
        return new EvaluationProgress(
            found.Evaluation,
            tender,
            lot,
            MemberDesk.Progress(found),
            found.Places,
            await db.EvaluatedBids.CountAsync(b => b.EvaluationId == id),
            await db.CommitteeMotions.CountAsync(m => m.EvaluationId == id && m.Outcome == MotionOutcome.Open),
            await db.BidClarifications.CountAsync(c => c.EvaluationId == id && c.Answer == null && c.Due > on.At),
            supervisor ? await db.EvaluationNotes.AsNoTracking().Where(n => n.EvaluationId == id).OrderBy(n => n.Id).ToListAsync() : [],
            await EvaluationReport.Of(db, lot.Id)
        );
    }
}
