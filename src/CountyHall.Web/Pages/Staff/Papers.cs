using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.Staff;

/// <summary>文书: which facts of a case go to the applicant as a paper of their own, and under which title.</summary>
public static class Papers
{
    public static bool IsPaper(ICaseFact fact) => TitleOf(fact) is not null;

    public static Words? TitleOf(ICaseFact fact) =>
        fact switch
        {
            CaseReceived => new Words("申请材料收件凭证", "Receipt for an application"),
            CaseAccepted => new Words("行政许可受理通知书", "Notice of acceptance"),
            CaseAcceptedWithGaps => new Words("容缺受理通知书", "Notice of acceptance, papers to follow"),
            CorrectionAsked => new Words("申请材料补正一次性告知书", "One-time notice of what is missing"),
            AcceptanceRefused { Ground: NotAcceptedGround.NotRequired } => new Words("行政许可不受理决定书", "Decision: no licence needed"),
            AcceptanceRefused => new Words("行政许可不予受理决定书", "Decision not to accept"),
            ReviewWasPaused => new Words("特别程序告知书", "Notice of a special procedure"),
            ExtensionGranted => new Words("延长办理期限告知书", "Notice of a longer limit"),
            OfficeConcluded { Remedies: not null } => new Words("不予行政许可决定书", "Decision of refusal"),
            ResultMade made => Words.Same(made.Result.Title),
            ResultHandedOver => new Words("送达回证", "Proof of delivery"),
            _ => null,
        };
}
