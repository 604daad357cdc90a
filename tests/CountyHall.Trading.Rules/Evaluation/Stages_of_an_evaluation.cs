using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;

namespace CountyHall.Trading.Rules.Evaluation;

/// <summary>The stages of the evaluation of a lot, as types.</summary>
public class Stages_of_an_evaluation
{
    private static readonly DateTime At = new(2026, 11, 28, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    [Trait("Rule", "TR-5.6")]
    public void Whoever_replaces_a_member_begins_with_the_preliminary_review_and_a_leader_who_left_is_elected_anew()
    {
        var summary = Convened.Begin(At).Elect(At, 7).ScoreBlind(At).ScoreOpenly(At).Summarise(At);
        summary.ReviewAgain(At, 7).Leader.ShouldBe(7);
        var without = summary.ReviewAgain(At, null);
        without.Leader.ShouldBeNull();
        without.Elect(At, 9).Leader.ShouldBe(9);
    }

    [Fact]
    [Trait("Rule", "TR-4.4")]
    public void That_all_bids_are_rejected_is_a_judgement_with_its_reason() =>
        Convened.Begin(At).Elect(At, 7).RejectAll(At, "仅剩一份，明显缺乏竞争").AllRejected.ShouldBe("仅剩一份，明显缺乏竞争");

    [Fact]
    [Trait("Rule", "TR-3.27")]
    public void A_report_stands_once_it_is_signed_and_is_disclosed_with_the_candidates()
    {
        var content = new ReportContent(EvaluationKind.Comprehensive, [], [], []);
        var reported = Convened.Begin(At).Elect(At, 7).Summarise(At).Draft(At, content).Report(At, 11);
        reported.Report.ShouldBe(11);
        reported.Disclose(At).Report.ShouldBe(11);
    }

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(0, "缺施工组织设计", true)]
    [InlineData(20, null, false)]
    [InlineData(20, "方案完整具体", true)]
    [InlineData(19.99, null, true)]
    [InlineData(0.01, null, true)]
    [InlineData(20.01, "超出", false)]
    [InlineData(-0.01, "低于", false)]
    [InlineData(10.005, null, false)]
    [Trait("Rule", "C46")]
    public void A_score_lies_within_its_item_and_none_or_all_of_the_points_need_a_reason(double points, string? reason, bool taken) =>
        (
            GiveScoreHandler.WhyNot(new ScoreItem("plan", ScorePart.Technical, "施工组织设计", 20, "按标准"), (decimal)points, reason)
            is null
        ).ShouldBe(taken);
}
