using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>What stands in the way of an award: the rules that a stage alone does not show.</summary>
public static class AwardRules
{
    /// <summary>The last instant (UTC) of a publicity: close of business of its last day.</summary>
    public static DateTime EndOf(CandidatesPublished published, WorkingCalendar calendar, DateTime at) =>
        published.Clock.Read(calendar, at).DueAt;

    /// <summary>确定中标人: not before the publicity has ended and every objection is answered. Implementing Regulation art. 54.</summary>
    public static Refusal? MayFix(CandidatesPublished published, bool objectionWaits, WorkingCalendar calendar, DateTime at)
    {
        if (objectionWaits)
            return new ResultSuspended();
        var end = EndOf(published, calendar, at);
        if (at <= end)
            return new PublicityLasts(end);
        return published.Slate.First is null ? new NobodyToPublish() : null;
    }

    /// <summary>An objection comes while the publicity lasts.</summary>
    public static Refusal? MayObject(AwardStage? stage, WorkingCalendar calendar, DateTime at) =>
        stage is not CandidatesPublished published ? new NotInPublicity(null)
        : EndOf(published, calendar, at) is var end && at > end ? new NotInPublicity(end)
        : null;

    /// <summary>C53: a candidate bids at most the maximum price.</summary>
    public static Refusal? AboveMaximum(Lot lot, string bidder, long price) =>
        lot.MaximumPrice is { } most && price > most ? new AboveMaximumPrice(bidder, price, most) : null;

    /// <summary>履约保证金上限, fen: a tenth of the price.</summary>
    public static long MostBond(long price) =>
        price / 100 * Rulebook.PerformanceBond.Amount + price % 100 * Rulebook.PerformanceBond.Amount / 100;

    /// <summary>A bond was asked of this winner, and it did not come within the days in which the contract is signed.</summary>
    public static bool BondIsMissing(AwardStage stage, long bidder, WorkingCalendar calendar, DateTime at) =>
        stage switch
        {
            WinnerNotified { BondAsked: > 0, Bond: null } told => told.Winner.Bidder == bidder && at > told.Clock.Read(calendar, at).DueAt,
            ContractProposed { BondAsked: > 0, Bond: null } proposed => proposed.Winner.Bidder == bidder
                && at > proposed.Clock.Read(calendar, at).DueAt,
            _ => false,
        };

    /// <summary>Which loss of the security follows; none where the law knows none.</summary>
    /// <param name="notified">The award notice had gone out.</param>
    /// <remarks>Implementing Regulation arts. 35(2) and 74.</remarks>
    public static Securities.ForfeitGround? ForfeitFor(PassOverGround ground, bool notified) =>
        ground switch
        {
            PassOverGround.GaveUp => notified ? Securities.ForfeitGround.NoContract : Securities.ForfeitGround.RevokedAfterDeadline,
            PassOverGround.NoPerformanceBond => Securities.ForfeitGround.NoPerformanceBond,
            _ => null,
        };
}
