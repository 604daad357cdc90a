using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;

namespace CountyHall.Approvals.Rules.Guides;

/// <summary>情形: the answers choose what is asked for, and the answer is the same wherever it is asked (Administrative Licensing Law art. 31).</summary>
public class Situations
{
    private static readonly ServiceGuide Restaurant = Published.Guide("restaurant-food-licence");

    public static TheoryData<string, string, string, int?> Table()
    {
        var data = new TheoryData<string, string, string, int?>();
        foreach (
            var row in File.ReadLines(Published.Beside("Guides", "situations.tsv"))
                .Where(l => l.Length > 0 && l[0] != '#')
                .Select(l => l.Split('\t'))
        )
            data.Add(row[0], row[1], row[2], row.Length > 3 ? int.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture) : null);
        return data;
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Answers_lead_to_the_list_in_the_table(string item, string answers, string wanted, int? days)
    {
        var guide = Published.Guide(item);
        var situation = Situation.Of(guide, Answers(answers));
        situation.IsSettled.ShouldBeTrue();
        if (situation.Stop is ({ } question, { } choice))
            $"stops: {question.Id}={choice.Id}".ShouldBe(wanted);
        else
            string.Join(' ', situation.Materials.Select(m => m.Id)).ShouldBe(wanted);
        situation.PromisedDays.ShouldBe(days ?? guide.PromisedDays);
    }

    [Fact]
    public void Every_way_to_answer_every_published_guide_is_settled_and_lists_something()
    {
        foreach (var version in Published.Newest)
        {
            var ways = Situation.All(version.Guide).ToList();
            ways.ShouldAllBe(s => s.IsSettled, version.Item);
            ways.Where(s => s.Stop is null).ShouldAllBe(s => s.Materials.Count > 0, version.Item);
            ways.ShouldContain(s => s.Stop == null, version.Item);
        }
    }

    [Fact]
    public void While_a_question_is_open_whatever_it_may_ask_for_is_shown()
    {
        var open = Situation.Of(Restaurant, Answers("cold=no"));
        open.IsSettled.ShouldBeFalse();
        open.Open.ShouldHaveSingleItem().Id.ShouldBe("area");
        open.ToProvide.Select(m => m.Id).ShouldContain("emergency-plan");
        open.ToProvide.Select(m => m.Id).ShouldNotContain("cold-room");
    }

    [Fact]
    public void A_choice_that_is_not_offered_is_no_answer() =>
        Situation.Of(Restaurant, Answers("cold=perhaps&area=small")).Open.ShouldHaveSingleItem().Id.ShouldBe("cold");

    [Fact]
    public void A_question_is_asked_only_after_the_answer_that_calls_for_it_and_then_decides()
    {
        var guide = Restaurant with
        {
            Questions =
            [
                .. Restaurant.Questions,
                new Question("gas", ("用不用燃气？", "Do you use gas?"), [new("yes", ("用", "Yes")), new("no", ("不用", "No"))])
                {
                    When = ["area=medium", "area=large&cold=yes"],
                },
            ],
            Materials = [.. Restaurant.Materials, Restaurant.Materials[2] with { Id = "gas-check", When = ["gas=yes"] }],
            Conditions = [.. Restaurant.Conditions, Restaurant.Conditions[0] with { When = ["gas=yes"] }],
            Variations =
            [
                new Variation(["gas=yes"])
                {
                    Visits = 1,
                    VisitReason = ("当场查验燃气报警器", "The gas alarm is checked on the spot"),
                    PromisedDays = 4,
                },
            ],
        };
        Situation.Of(guide, Answers("cold=no&area=small&gas=yes")).Materials.Select(m => m.Id).ShouldNotContain("gas-check");
        Situation.Of(guide, Answers("cold=no&area=large")).IsSettled.ShouldBeTrue();
        Situation.Of(guide, Answers("cold=yes&area=large")).Open.ShouldHaveSingleItem().Id.ShouldBe("gas");
        var gas = Situation.Of(guide, Answers("cold=no&area=medium&gas=yes"));
        gas.Materials.Select(m => m.Id).ShouldContain("gas-check");
        gas.Conditions.Count.ShouldBe(Restaurant.Conditions.Count + 1);
        (gas.Visits, gas.PromisedDays).ShouldBe((1, 4));
        Situation.All(guide).Count().ShouldBe(9);
        GuideCheck.Check(guide).Where(f => f.Rule.Id is "unreachable" or "when-unknown" or "variation").ShouldBeEmpty();
    }

    /// <summary>The site before sending, the counter before finishing, the review and the case itself ask one function.</summary>
    [Theory]
    [MemberData(nameof(Table))]
    public void The_site_the_counter_and_the_review_ask_for_the_same(string item, string answers, string _, int? days)
    {
        var guide = Published.Guide(item);
        var file = new CaseFile { Answers = Answers(answers) };
        var situation = Situation.Of(guide, file.Answers);
        file.Missing(guide).ShouldBe(situation.Materials.Where(m => m.Form != MaterialForm.Form));
        guide.Needed(file.Answers).ShouldBe(situation.Materials);
        ReviewLimits.Of(guide, file.Answers).PromisedDays.ShouldBe(days ?? guide.PromisedDays);
        if (situation.Stop is null)
            return;
        var site = SubmitApplicationHandler.Unready(file, guide).ShouldBeOfType<NotEligible>();
        FinishAtCounterHandler.Unready(file, guide, AfterReceipt.Accept).ShouldBe(site);
        site.Reason.ShouldBe(situation.Stop.Value.Choice.Stops!.Value);
    }

    private static Dictionary<string, string> Answers(string line) =>
        line.Split('&').Select(a => a.Split('=')).ToDictionary(a => a[0], a => a[1]);
}
