using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>取消中标资格: the winner, or a candidate who is still being published, cannot win, on one of the four grounds and with its evidence.</summary>
/// <param name="Bidder">Party id of the firm.</param>
/// <param name="TenderAgain">重新招标 instead of taking the next candidate; the entity may choose (Implementing Regulation art. 55).</param>
/// <param name="KeepSecurity">不予退还 where the law leaves it to the entity: a candidate who gives up before the award notice.</param>
public sealed record PassOver(
    string Lot,
    long Bidder,
    PassOverGround Ground,
    string Evidence,
    bool TenderAgain = false,
    bool KeepSecurity = false
);

/// <param name="Next">Party id of the winner now; none where nobody is one.</param>
/// <param name="Kept">Fen of the security that are not given back.</param>
public sealed record CandidatePassedOver(string Lot, long Bidder, PassOverGround Ground, string Evidence, long? Next, long Kept);

/// <summary>Implementing Regulation arts. 55 and 74: TR-3.31, TR-3.16.</summary>
public sealed class PassOverHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<CandidatePassedOver>> Handle(PassOver ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<CandidatePassedOver>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                if (hand.Begun is not { } award)
                    return new NoReportYet(hand.Lot.Number);
                if (await hand.Suspended() is { } suspended)
                    return suspended;
                var (slate, notified) = award.Stage switch
                {
                    CandidatesPublished published => (published.Slate, false),
                    WinnerFixed @fixed => (@fixed.Slate, false),
                    WinnerStands stands => (stands.Slate, true),
                    _ => (null, false),
                };
                if (slate is null)
                    return new WrongAwardStage(award.Stage);
                if (slate.Standing.FirstOrDefault(c => c.Bidder == ask.Bidder) is not { } candidate)
                    return new NotACandidate();
                if (ask.Evidence?.Trim() is not { Length: > 0 and <= 2000 } evidence)
                    return new EvidenceMissing();
                if (await Ground(hand, award.Stage, candidate, ask.Ground, calendar.Now) is { } why)
                    return why;
                var passed = new PassedOver(candidate.Bidder, candidate.BidderName, ask.Ground, evidence, on.At);
                var kept = await Keep(hand, ask, candidate, notified, evidence);
                var left = slate.Without(passed).First;
                if (award.Stage is CandidatesPublished && !ask.TenderAgain)
                {
                    award.Take((CandidatesPublished p) => p.Strike(passed));
                    hand.Tell(candidate.Bidder, Told(ask.Ground));
                    return hand.Db.Record(
                        award,
                        on,
                        new CandidatePassedOver(hand.Lot.Number, candidate.Bidder, ask.Ground, evidence, null, kept)
                    );
                }
                // Only whoever stands first gives the entity the choice to tender again.
                if (ask.TenderAgain && slate.First?.Bidder != candidate.Bidder)
                    return new NoGroundToPassOver(candidate.BidderName);
                await hand.Enter(null, $"{candidate.BidderName}：{PassOverGrounds.NameOf(ask.Ground).Zh}");
                var done = hand.Db.Record(
                    award,
                    on,
                    new CandidatePassedOver(
                        hand.Lot.Number,
                        candidate.Bidder,
                        ask.Ground,
                        evidence,
                        ask.TenderAgain ? null : left?.Bidder,
                        kept
                    )
                );
                hand.Tell(candidate.Bidder, Told(ask.Ground));
                if (ask.TenderAgain)
                {
                    await FailAwardHandler.Fail(hand, award, FailureReason.EntityTendersAgain);
                    return done;
                }
                if (left is null)
                    return new NoNextCandidate();
                (award.FixedAt, award.ReportedAt, award.ReportText) = (on.At, null, null);
                return award.Take((WinnerStands stands) => stands.PassOver(on.At, passed)).Then<CandidatePassedOver>(_ => done);
            },
            ct
        );

    /// <summary>What the house itself knows of a ground must be so.</summary>
    private static async Task<Refusal?> Ground(
        AwardInHand hand,
        AwardStage stage,
        Candidate candidate,
        PassOverGround ground,
        WorkingCalendar calendar
    ) =>
        ground switch
        {
            PassOverGround.GaveUp => await hand.Db.GivingUps.AnyAsync(g => g.LotId == hand.Lot.Id && g.Bidder == candidate.Bidder)
                ? null
                : new NoGroundToPassOver(candidate.BidderName),
            PassOverGround.NoPerformanceBond => AwardRules.BondIsMissing(stage, candidate.Bidder, calendar, hand.On.At)
                ? null
                : new NoGroundToPassOver(candidate.BidderName),
            PassOverGround.ForceMajeure or PassOverGround.UnlawfulAct => null,
            _ => new NoGroundToPassOver(candidate.BidderName),
        };

    private static async Task<long> Keep(AwardInHand hand, PassOver ask, Candidate candidate, bool notified, string evidence) =>
        AwardRules.ForfeitFor(ask.Ground, notified) is { } ground && (notified || ask.KeepSecurity)
            ? await SecurityBook.Forfeit(
                hand.Db,
                hand.Lot.Id,
                candidate.Bidder,
                ground,
                evidence.Length > 200 ? evidence[..200] : evidence,
                hand.On
            )
            : 0;

    private static string Told(PassOverGround ground) => $"贵单位不再作为本标段的中标候选人：{PassOverGrounds.NameOf(ground).Zh}。";
}
