using CountyHall.Trading.Notices;
using CountyHall.Trading.Registrations;

namespace CountyHall.Trading.Rules.Registrations;

/// <summary>Implementing Regulation arts. 34 and 37: what the reviewer is shown, and nobody else.</summary>
public class Who_hangs_together
{
    private static Taking Firm(long id, string[] codes, string[] heads) => new(id, $"示例{id}", codes.ToHashSet(), heads.ToHashSet());

    private static readonly Taking One = Firm(1, ["A"], ["梁示例"]);

    [Fact]
    public void Firms_under_one_legal_representative_are_related() =>
        Relations
            .Between(One, [One, Firm(2, ["B"], ["梁示例"]), Firm(3, ["C"], ["方示例"])])
            .ShouldBe([new Relation(2, "示例2", RelationKind.SameLegalRepresentative)]);

    [Fact]
    public void The_member_of_a_consortium_takes_part_once()
    {
        var consortium = Firm(2, ["B", "A"], ["方示例", "梁示例"]);
        Relations.Between(One, [consortium]).ShouldBe([new Relation(2, "示例2", RelationKind.ConsortiumMember)]);
        Relations.Between(consortium, [One]).ShouldBe([new Relation(1, "示例1", RelationKind.ConsortiumMember)]);
    }

    [Fact]
    public void Strangers_are_not_related() => Relations.Between(One, [Firm(2, ["B"], ["方示例"])]).ShouldBeEmpty();

    [Theory]
    [InlineData("qualification", true)]
    [InlineData("qualification-staff", true)]
    [InlineData("announcement.qualification", true)]
    [InlineData("consortium", true)]
    [InlineData("announcement.conditions", false)]
    [InlineData("deadline", false)]
    [InlineData("qualifications2", false)]
    public void A_ground_is_a_section_that_asks_something_of_bidders(string key, bool is_one) =>
        NoticeConditions.IsCondition(new NoticeSection(key, new Words("要求", "Requirement"), "…")).ShouldBe(is_one);
}
