using System.Text;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Recomputation;
using CountyHall.Trading.RedFlags.OwnLots;
using CountyHall.Trading.Similarity;
using CountyHall.Trading.Similarity.Board;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>串标嫌疑移交: the evidence in its file, and the steps of a referral. TR-6.7.</summary>
public class Referring_collusion
{
    private static readonly DateTime Day = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);

    private static ReferralEvidence Evidence(int suspects = 2, string second = "91330421DEMB000022") =>
        new(
            "YJ-示例",
            "E3304210009000001001001",
            "示例工程",
            "示例局",
            Day,
            "示例人员",
            "示例说明",
            new(1, new string('0', 64), Day),
            [
                .. new[] { new Suspect("B001", 1, "示例甲公司", "91330421DEMB000011"), new Suspect("B002", 2, "示例乙公司", second) }.Take(
                    suspects
                ),
            ],
            [],
            [
                new(
                    "B001",
                    "B002",
                    0.95,
                    [new(LikenessCodes.Bank, LikenessGrade.Presumed, 0.95, "同一账户", "录入错误", 0.1, [], [], 0, 0)],
                    "示例人员",
                    Day,
                    "示例理由"
                ),
            ]
        );

    /// <summary>Bidding Law art. 38: evaluation is confidential.</summary>
    [Fact]
    public void That_something_is_found_about_bids_does_not_show_in_the_public_log() =>
        new[]
        {
            typeof(LikenessWasRun),
            typeof(LikenessWasJudged),
            typeof(CollusionWasReferred),
            typeof(ReferralWasAnswered),
            typeof(FlagWasJudged),
        }.ShouldAllBe(body => body.IsDefined(typeof(QuietAttribute), false));

    private static IReadOnlyList<RecomputedLine> Recompute(string file) => Recomputed.Of(Encoding.UTF8.GetBytes(file)).ShouldNotBeNull();

    [Fact]
    public void The_file_verifies_by_itself()
    {
        var (file, hash) = ReferralPack.Write(Evidence());
        file.ShouldContain(hash);
        Recompute(file).ShouldAllBe(line => line.Holds);
        Recompute("\uFEFF" + file).ShouldAllBe(line => line.Holds);
    }

    [Theory]
    [InlineData("示例甲公司", "示例丙公司")]
    [InlineData("0.95", "0.96")]
    [InlineData("示例理由", "示例理由 ")]
    public void A_changed_word_of_the_evidence_is_found(string was, string now)
    {
        var (file, _) = ReferralPack.Write(Evidence());
        file.ShouldContain(was);
        Recompute(file.Replace(was, now, StringComparison.Ordinal)).Count(line => !line.Holds).ShouldBe(1);
    }

    [Theory]
    [InlineData(2, "91330421DEMB000022", true)]
    [InlineData(2, "91330421DEMB000011", false)] // the same firm twice
    [InlineData(1, "91330421DEMB000022", false)]
    public void A_referral_names_two_different_firms_or_more(int suspects, string second, bool holds)
    {
        var (file, _) = ReferralPack.Write(Evidence(suspects, second));
        Recompute(file).All(line => line.Holds).ShouldBe(holds);
    }

    [Theory]
    [InlineData("""{"format":"countyhall-referral/1"}""")]
    [InlineData("""{"format":"countyhall-referral/1","sha256":1,"evidence":{}}""")]
    [InlineData("""{"format":"countyhall-referral/1","sha256":"","evidence":[]}""")]
    [InlineData("""{"format":"countyhall-referral/1","sha256":"","evidence":{"suspects":[null],"pairs":[]}}""")]
    public void A_file_without_its_evidence_is_told_and_no_fault(string file) =>
        Recompute(file).ShouldHaveSingleItem().Holds.ShouldBeFalse();

    [Fact]
    public void A_referral_closes_with_its_result_and_in_no_other_way()
    {
        var sent = ReferralStage.Begin(Day);
        var answered = sent.Answer(Day.AddDays(30), ReferralOutcome.Established, "示例决定", "示例人员");
        answered.Outcome.ShouldBe(ReferralOutcome.Established);
        typeof(ReferralSent)
            .GetMethods()
            .Where(m => m.ReturnType.IsSubclassOf(typeof(ReferralStage)) && m.Name != "<Clone>$")
            .ShouldHaveSingleItem()
            .Name.ShouldBe("Answer");
        typeof(ReferralAnswered)
            .GetMethods()
            .ShouldNotContain(m => m.ReturnType.IsSubclassOf(typeof(ReferralStage)) && m.Name != "<Clone>$");
    }
}
