using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.MyCases;

/// <summary>文书: which facts of a case are papers that the citizen gets, and what each is called.</summary>
public static class Papers
{
    public static Words? TitleOf(ICaseFact body) =>
        body switch
        {
            CaseReceived => ("收件回执", "Receipt"),
            CaseAccepted => ("受理通知书", "Notice of acceptance"),
            CaseAcceptedWithGaps => ("容缺受理通知书", "Notice of acceptance, papers to follow"),
            CorrectionAsked => ("一次性告知书", "One-time notice of what to supply"),
            AcceptanceRefused { Ground: NotAcceptedGround.NotRequired } => ("不受理通知书", "Notice that no licence is needed"),
            AcceptanceRefused => ("不予受理决定书", "Decision not to accept"),
            ReviewWasPaused => ("特别程序告知书", "Notice of a special procedure"),
            ExtensionGranted => ("延长办理期限告知书", "Notice of extension"),
            OfficeConcluded { Granted: true } => ("准予决定书", "Decision to grant"),
            OfficeConcluded { Remedies: not null } => ("不予许可决定书", "Decision to refuse"),
            ResultMade => ("办理结果", "Result"),
            ResultHandedOver => ("送达回证", "Proof of delivery"),
            CaseWithdrawn => ("撤回申请确认书", "Confirmation of withdrawal"),
            ClockRanOut => ("期限届满告知书", "Notice that a limit ran out"),
            _ => null,
        };

    /// <summary>Refusals are told apart: the citizen must see at once that there is a remedy.</summary>
    public static bool IsRefusal(ICaseFact body) => body is AcceptanceRefused or OfficeConcluded { Remedies: not null };
}
