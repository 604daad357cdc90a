using CountyHall.Kernel.Law;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>Implementing Regulation art. 26(1); Order 30 art. 37.</summary>
public class How_much_may_be_asked
{
    [Theory]
    [Trait("Rule", "TR-3.12")]
    [InlineData(10_000_000_00, 200_000_00)]
    [InlineData(100, 2)]
    [InlineData(149, 2)] // the share is never rounded up
    [InlineData(150, 3)]
    public void The_security_is_two_percent_of_the_estimate_at_most(long estimate, long most)
    {
        SecurityBook.Cap(estimate, TenderKind.Services).ShouldBe(most);
        (most * 100 <= estimate * Rulebook.SecurityShare.Amount).ShouldBeTrue();
        ((most + 1) * 100 > estimate * Rulebook.SecurityShare.Amount).ShouldBeTrue();
    }

    [Theory]
    [Trait("Rule", "TR-3.13")]
    [InlineData(TenderKind.Works, 40_000_000_00, 800_000_00)]
    [InlineData(TenderKind.Works, 39_999_950_00, 799_999_00)]
    [InlineData(TenderKind.Works, 40_000_050_00, 800_000_00)]
    [InlineData(TenderKind.Goods, 90_000_000_00, 800_000_00)]
    [InlineData(TenderKind.Services, 90_000_000_00, 1_800_000_00)] // no absolute cap for services
    public void For_works_and_goods_never_more_than_800_000_yuan(TenderKind kind, long estimate, long most) =>
        SecurityBook.Cap(estimate, kind).ShouldBe(most);
}
