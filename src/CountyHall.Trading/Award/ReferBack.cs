using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>退回评标委员会复核: the entity sees that the report breaks the law or the documents.</summary>
public sealed record ReferBack(string Lot, string Question);

public sealed record ReportReferredBack(string Lot, int Review, string Question);

/// <summary>Implementing Regulation arts. 49 and 71: the committee alone judges bids; the entity asks and does not rank.</summary>
public sealed class ReferBackHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<ReportReferredBack>> Handle(ReferBack ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ReportReferredBack>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ReportReceived, ReportReferredBack>(
                    async (award, _) =>
                    {
                        if (TenderWork.Texts((ask.Question, 4000, ("要复核的问题", "The question"))) is { } missing)
                            return missing;
                        if (await Refer(hand, award, ask.Question.Trim(), answer: true) is { } why)
                            return why;
                        var referred = (ReferredBack)award.Stage;
                        return new ReportReferredBack(hand.Lot.Number, referred.Review, referred.Question);
                    }
                ),
            ct
        );

    /// <summary>Sends the report back, where somebody holds a seat to look at it again.</summary>
    internal static async Task<Refusal?> Refer(AwardInHand hand, LotAward award, string question, bool answer = false)
    {
        var seats = await CommitteeSeat.Held(hand.Db, hand.Tender.Id);
        if (seats.Count == 0)
            return new NoCommittee();
        var at = hand.On.At;
        var taken =
            award.Stage is ReportReceived
                ? award.Take((ReportReceived r) => r.Refer(at, question))
                : award.Take((CandidatesPublished p) => p.Refer(at, question));
        if (taken is not Result<ReferredBack>.Done(var referred))
            return ((Result<ReferredBack>.Refused)taken).Why;
        hand.Db.Record(award, hand.On, new ReportReferredBack(hand.Lot.Number, referred.Review, question), answer: answer);
        foreach (var seat in seats)
            hand.Tell(seat.Person, "评标报告退回复核，请登录后提出复核意见。");
        return null;
    }
}
