using CountyHall.Kernel.Calendar;
using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>Whether a payment is the security that was asked for. Implementing Regulation art. 26; Bidding Law art. 28.</summary>
public class What_arrives
{
    private const string Name = "浙江示例恒筑建设有限公司";
    private static readonly DateTime Deadline = CountyTime.Utc(new(2026, 12, 15), new(9, 30));

    private static BankAccount Account(long holder, bool basic = true, DateOnly? from = null, DateOnly? to = null) =>
        new()
        {
            Id = holder,
            Division = "330421",
            Holder = holder,
            Bank = "示例银行",
            NumberSealed = "",
            NumberHash = "",
            Basic = basic,
            From = from ?? new(2020, 1, 1),
            To = to,
        };

    private static readonly Expected Awaited = new(1, Name, 600_000_00, true, Deadline, false, [Account(1)]);

    private static Mismatch? Check(Expected? expected, DateTime? at = null, long amount = 600_000_00, string name = Name) =>
        Matching.Check(expected, at ?? Deadline.AddDays(-1), amount, name);

    [Fact]
    [Trait("Rule", "TR-3.14")]
    public void In_full_in_time_and_from_the_basic_account_it_matches() => Check(Awaited).ShouldBeNull();

    [Fact]
    [Trait("Rule", "TR-12.1")]
    public void One_second_before_the_deadline_is_in_time_and_the_deadline_itself_is_late()
    {
        Check(Awaited, Deadline.AddSeconds(-1)).ShouldBeNull();
        Check(Awaited, Deadline).ShouldBe(Mismatch.Late);
    }

    [Fact]
    [Trait("Rule", "TR-3.14")]
    public void Another_account_of_the_bidder_is_not_enough()
    {
        Check(Awaited with { Payer = [Account(1, basic: false)] }).ShouldBe(Mismatch.NotBasicAccount);
        Check(Awaited with { Payer = [] }).ShouldBe(Mismatch.NotBasicAccount);
    }

    [Fact]
    [Trait("Rule", "TR-3.14")]
    public void The_account_must_be_the_basic_one_on_the_day_of_the_payment()
    {
        var day = CountyTime.DayOf(Deadline.AddDays(-1));
        Check(Awaited with { Payer = [Account(1, from: day)] }).ShouldBeNull();
        Check(Awaited with { Payer = [Account(1, from: day.AddDays(1))] }).ShouldBe(Mismatch.NotBasicAccount);
        Check(Awaited with { Payer = [Account(1, to: day)] }).ShouldBeNull();
        Check(Awaited with { Payer = [Account(1, to: day.AddDays(-1))] }).ShouldBe(Mismatch.NotBasicAccount);
    }

    [Fact]
    [Trait("Rule", "TR-12.2")]
    public void Nobody_else_may_pay_for_a_bidder()
    {
        Check(Awaited with { Payer = [Account(2)] }).ShouldBe(Mismatch.NotTheBidder);
        Check(Awaited, name: "嘉兴示例远航建设有限公司").ShouldBe(Mismatch.NotTheBidder);
        Check(Awaited with { BidderName = "示例（嘉善）公司" }, name: "示例(嘉善) 公司").ShouldBeNull(); // as banks write brackets
    }

    [Theory]
    [Trait("Rule", "TR-12.2")]
    [InlineData(599_999_99, Mismatch.TooLittle)]
    [InlineData(600_000_01, Mismatch.TooMuch)]
    public void It_matches_to_the_fen(long amount, Mismatch why) => Check(Awaited, amount: amount).ShouldBe(why);

    [Fact]
    public void What_nobody_waits_for_is_no_security()
    {
        Check(null).ShouldBe(Mismatch.UnknownAccount);
        Check(Awaited with { Awaits = false }).ShouldBe(Mismatch.ThereAlready);
        Check(Awaited with { Over = true, Deadline = null }).ShouldBe(Mismatch.TenderOver);
    }
}
