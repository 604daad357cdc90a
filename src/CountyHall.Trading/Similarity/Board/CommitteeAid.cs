using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>辅助评标: what a member of the committee may read of bill check and likeness, of the lot in which the seat is held, and of no other.</summary>
/// <remarks>
/// An aid and no verdict: the committee decides (Implementing Regulation art. 51, regulation art. 40 for what counts as collusion), and what the department
/// made of a finding is not in it.
/// </remarks>
/// <param name="Report">The newest report; none where nobody let the comparison run.</param>
public sealed record CommitteeAid(MemberDesk Desk, LikenessReport? Report)
{
    /// <summary>The aid of whoever asks; a refusal for everybody who holds no seat, before the pledge, and while a blind part hides whose bids they are.</summary>
    public static async Task<Result<CommitteeAid>> Of(HallDb db, string lot, Occasion on)
    {
        switch (await MemberDesk.Of(db, lot, on))
        {
            case Result<MemberDesk>.Done(var desk):
                if (desk.Evaluation.Stage is Convened || desk.Review is not { PledgedAt: not null, Recused: null })
                    return new AidAfterPledge();
                if (!desk.MayName)
                    return new AidAfterBlindPart();
                return new CommitteeAid(desk, await LikenessReport.Newest(db, desk.Lot.Id));
            case Result<MemberDesk>.Refused(var why):
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
