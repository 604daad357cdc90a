using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages.MyCases;

/// <summary>How a citizen's page says where a case stands.</summary>
public static class CaseWords
{
    private static readonly Words[] Line =
    [
        ("已提交", "Submitted"),
        ("收件", "Received"),
        ("受理", "Accepted"),
        ("审查", "Review"),
        ("决定", "Decision"),
        ("送达", "Delivery"),
    ];

    /// <summary>已提交 – 收件 – 受理 – 审查 – 决定 – 送达. A case that ended early stops where it ended.</summary>
    public static IReadOnlyList<Step> StateLine(Stage stage, bool wasAccepted, Speech s)
    {
        var (now, note) = stage switch
        {
            AwaitingCorrection => (1, ("等您补正", "waiting for you")),
            Receiving => (1, null),
            AcceptedWithGaps => (3, ("等您补交", "papers to follow")),
            ReviewPaused => (3, ("暂停计时", "clock stopped")),
            Reviewing => (3, null),
            Granted => (5, ("准予，正在制证", "granted, being made out")),
            Refused => (5, ("不予许可", "refused")),
            ReadyToCollect => (5, ("等您领取", "ready to collect")),
            Delivered or Archived => (6, null),
            NotAccepted => (2, (stage.Name.Zh, stage.Name.En)),
            _ => (wasAccepted ? 3 : 1, ((string, string)?)(stage.Name.Zh, stage.Name.En)),
        };
        return
        [
            .. Line.Select(
                (name, place) =>
                    new Step(
                        s[name],
                        place < now ? StepState.Done
                            : place == now ? StepState.Now
                            : StepState.Ahead,
                        place == now && note is { } words ? s[words] : null
                    )
            ),
        ];
    }

    public static LampState Lamp(ClockState state) =>
        state switch
        {
            ClockState.Warning => LampState.Warning,
            ClockState.Overdue or ClockState.EndedLate => LampState.Overdue,
            ClockState.Paused => LampState.Paused,
            _ => LampState.OnTime,
        };

    /// <summary>What must be done by the last day of the running clock.</summary>
    public static Words DueWords(Stage stage) =>
        stage switch
        {
            AwaitingCorrection or AcceptedWithGaps => ("补齐", "To be supplied"),
            Receiving => ("答复是否受理", "To be accepted or not"),
            Decided or ReadyToCollect => ("送达", "To be delivered"),
            _ => ("办结", "To be closed"),
        };

    /// <summary>Stages in which the citizen must act.</summary>
    public static readonly string[] ToDo = Names(typeof(AwaitingCorrection), typeof(AcceptedWithGaps), typeof(ReadyToCollect));

    public static readonly string[] Going = Names(
        typeof(Received),
        typeof(ReceivedAgain),
        typeof(UnderReview),
        typeof(ReviewExtended),
        typeof(ReviewPaused),
        typeof(Granted),
        typeof(Refused)
    );

    public static readonly string[] Done = Names(
        typeof(NotAccepted),
        typeof(DeemedWithdrawn),
        typeof(AcceptanceCancelled),
        typeof(Withdrawn),
        typeof(Delivered),
        typeof(Archived)
    );

    /// <summary>What the citizen should do now; none where there is nothing to do.</summary>
    public static Words? Duty(Stage stage) =>
        stage switch
        {
            AwaitingCorrection waiting => ($"请补正 {waiting.Notice.Gaps.Count} 项材料", $"Supply {waiting.Notice.Gaps.Count} documents"),
            AcceptedWithGaps gaps => ($"请补交 {gaps.Gaps.Count} 份材料", $"Supply {gaps.Gaps.Count} papers that may follow"),
            ReadyToCollect => ("请到出件窗口领取", "Collect the result at the issuing window"),
            _ => null,
        };

    /// <summary>The name of the rule that a clock runs under.</summary>
    public static Words? RuleOf(Clock clock) => Rulebook.Find(clock.Rule)?.Name;

    private static string[] Names(params Type[] stages) => [.. stages.Select(Case.NameOf)];
}
