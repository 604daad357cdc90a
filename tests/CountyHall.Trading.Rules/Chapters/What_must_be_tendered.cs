using CountyHall.Kernel.Law;
using CountyHall.Trading.Projects;
using static CountyHall.Trading.Rules.TenderDesk;

namespace CountyHall.Trading.Rules.Chapters;

/// <summary>Bidding Law arts. 3 and 4; Order 3 until 2018-05-31, Order 16 from 2018-06-01. Amounts in yuan.</summary>
public class What_must_be_tendered
{
    private static readonly ProjectMoney Public = new(FundSource.Budget, 100, 100_000_000_00);

    [Theory]
    [Trait("Rule", "TR-1.1")]
    [InlineData("2026-11-24", TenderKind.Works, 4_000_000, true)]
    [InlineData("2026-11-24", TenderKind.Works, 3_999_999, false)]
    [InlineData("2026-11-24", TenderKind.Goods, 2_000_000, true)]
    [InlineData("2026-11-24", TenderKind.Goods, 1_999_999, false)]
    [InlineData("2026-11-24", TenderKind.Services, 1_000_000, true)]
    [InlineData("2026-11-24", TenderKind.Services, 999_999, false)]
    [InlineData("2018-06-01", TenderKind.Works, 3_999_999, false)]
    [InlineData("2018-06-01", TenderKind.Works, 4_000_000, true)]
    [InlineData("2018-05-31", TenderKind.Works, 2_000_000, true)]
    [InlineData("2018-05-31", TenderKind.Goods, 1_000_000, true)]
    [InlineData("2018-05-31", TenderKind.Services, 500_000, true)]
    public void One_contract_is_measured_by_the_threshold_of_its_kind_and_day(string day, TenderKind kind, long yuan, bool must)
    {
        // An investment below thirty million, so that the old rule is decided by the contract alone.
        var project = new ProjectMoney(FundSource.Budget, 100, 29_000_000_00);
        CompulsoryTender.Of(project, kind, [yuan * 100], Day(day)).Must.ShouldBe(must);
    }

    [Theory]
    [Trait("Rule", "TR-1.1")]
    [InlineData(1_999_999, 29_999_999, false)]
    [InlineData(1_999_999, 30_000_000, true)]
    public void Until_May_2018_a_large_investment_made_every_contract_compulsory(long contract, long investment, bool must)
    {
        var project = new ProjectMoney(FundSource.Budget, 100, investment * 100);
        CompulsoryTender.Of(project, TenderKind.Works, [contract * 100], Day("2018-05-31")).Must.ShouldBe(must);
        CompulsoryTender.Of(project, TenderKind.Works, [contract * 100], Day("2018-06-01")).Must.ShouldBeFalse();
    }

    [Theory]
    [Trait("Rule", "TR-1.1")]
    [InlineData(FundSource.Budget, 20, 10_000_000, true)] // two million, and a fifth
    [InlineData(FundSource.Budget, 19, 10_000_000, false)] // below two million
    [InlineData(FundSource.Budget, 10, 20_000_000, true)] // a tenth
    [InlineData(FundSource.Budget, 9, 100_000_000, false)] // nine million, but less than a tenth
    [InlineData(FundSource.StateEnterprise, 50, 10_000_000, true)]
    [InlineData(FundSource.StateEnterprise, 49, 10_000_000, false)]
    [InlineData(FundSource.InternationalLoan, 1, 10_000_000, true)]
    [InlineData(FundSource.Private, 0, 10_000_000, false)]
    [InlineData(FundSource.Collective, 100, 10_000_000, false)]
    public void Only_public_money_in_the_scope_makes_a_tender_compulsory(FundSource funds, int share, long investment, bool must)
    {
        var found = CompulsoryTender.Of(new(funds, share, investment * 100), TenderKind.Works, [5_000_000_00], Day("2026-11-24"));
        found.Must.ShouldBe(must);
        found.Basis.Text.ShouldBe(Laws.TenderScope);
    }

    [Theory]
    [Trait("Rule", "TR-1.1")]
    [InlineData(2_000_000, 2_000_000, true)]
    [InlineData(2_000_000, 1_999_999, false)]
    public void What_could_be_bought_together_is_added_up(long one, long other, bool must)
    {
        var found = CompulsoryTender.Of(Public, TenderKind.Works, [one * 100, other * 100], Day("2026-11-24"));
        found.Must.ShouldBe(must);
        found.Sum.ShouldBe((one + other) * 100);
        if (must)
            found.Basis.Article.ShouldBe("第五条第二款");
    }

    [Fact]
    [Trait("Rule", "TR-1.6")]
    public void Below_the_threshold_a_tender_is_voluntary()
    {
        var found = CompulsoryTender.Of(Public, TenderKind.Works, [1_000_000_00], Day("2026-11-24"));
        found.Must.ShouldBeFalse();
        found.Why.Zh.ShouldContain("自愿");
        found.Signs.ShouldBeEmpty();
    }

    [Theory]
    [Trait("Rule", "TR-1.9")]
    [InlineData(3_600_000, true)]
    [InlineData(3_599_999, false)]
    [InlineData(4_000_000, false)]
    public void A_lot_close_under_the_threshold_is_shown(long yuan, bool shown) =>
        CompulsoryTender
            .Of(Public, TenderKind.Works, [yuan * 100], Day("2026-11-24"))
            .Signs.Contains(SplittingSign.CloseUnder)
            .ShouldBe(shown);

    [Fact]
    [Trait("Rule", "TR-1.9")]
    public void Several_lots_of_one_kind_whose_sum_passes_the_threshold_are_shown()
    {
        CompulsoryTender
            .Of(Public, TenderKind.Works, [2_000_000_00, 2_000_000_00], Day("2026-11-24"))
            .Signs.ShouldBe([SplittingSign.SumPasses]);
        CompulsoryTender.Of(Public, TenderKind.Works, [2_000_000_00, 1_000_000_00], Day("2026-11-24")).Signs.ShouldBeEmpty();
        // One lot above the threshold is tendered anyway; there is nothing to evade.
        CompulsoryTender.Of(Public, TenderKind.Works, [4_000_000_00, 1_000_000_00], Day("2026-11-24")).Signs.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "TR-1.8")]
    public void An_invited_tender_needs_its_ground_and_the_decision_that_recognised_it()
    {
        InvitationDraft.Check(TenderMethod.Open, null).ShouldBeNull();
        InvitationDraft.Check(TenderMethod.Invited, null).ShouldBeOfType<InvitationGroundMissing>();
        InvitationDraft
            .Check(TenderMethod.Invited, new(null, "示例〔2026〕2号", ["甲", "乙", "丙"]))
            .ShouldBeOfType<InvitationGroundMissing>();
        InvitationDraft
            .Check(TenderMethod.Invited, new(InvitationGround.FewSuppliers, " ", ["甲", "乙", "丙"]))
            .ShouldBeOfType<InvitationGroundMissing>();
    }

    [Theory]
    [Trait("Rule", "TR-1.8")]
    [InlineData("甲,乙", true)]
    [InlineData("甲,乙,乙", true)] // the same one counts once
    [InlineData("甲,乙,丙", false)]
    public void An_invitation_goes_to_three_firms_or_more(string names, bool refused) =>
        (
            InvitationDraft.Check(TenderMethod.Invited, new(InvitationGround.CostTooHigh, "示例〔2026〕2号", names.Split(',')))
            is TooFewInvited
        ).ShouldBe(refused);
}
