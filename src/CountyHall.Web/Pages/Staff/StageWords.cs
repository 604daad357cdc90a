using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.Staff;

/// <summary>The stages by the name under which lists keep them.</summary>
public static class StageWords
{
    private static readonly Dictionary<string, Words> Names = new()
    {
        [Case.NameOf(typeof(Received))] = ("收件", "Received"),
        [Case.NameOf(typeof(AwaitingCorrection))] = ("补正中", "Waiting for documents"),
        [Case.NameOf(typeof(ReceivedAgain))] = ("补正后收件", "Received again"),
        [Case.NameOf(typeof(NotAccepted))] = ("不予受理", "Not accepted"),
        [Case.NameOf(typeof(DeemedWithdrawn))] = ("视为撤回", "Deemed withdrawn"),
        [Case.NameOf(typeof(AcceptedWithGaps))] = ("容缺受理", "Papers to follow"),
        [Case.NameOf(typeof(AcceptanceCancelled))] = ("撤销受理", "Acceptance cancelled"),
        [Case.NameOf(typeof(UnderReview))] = ("审查", "Review"),
        [Case.NameOf(typeof(ReviewExtended))] = ("审查（已延长）", "Review, extended"),
        [Case.NameOf(typeof(ReviewPaused))] = ("特别程序", "Special procedure"),
        [Case.NameOf(typeof(Withdrawn))] = ("已撤回", "Withdrawn"),
        [Case.NameOf(typeof(Granted))] = ("准予，待制证", "Granted, being made out"),
        [Case.NameOf(typeof(Refused))] = ("不予许可", "Refused"),
        [Case.NameOf(typeof(ReadyToCollect))] = ("待领取", "Ready to collect"),
        [Case.NameOf(typeof(Delivered))] = ("已送达", "Delivered"),
        [Case.NameOf(typeof(Archived))] = ("已办结归档", "Completed and archived"),
    };

    public static Words Of(string name) => Names.TryGetValue(name, out var words) ? words : Words.Same(name);
}
