using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Rules.Securities;

/// <summary>Implementing Regulation arts. 31, 35, 57: calendar days, and a last day that is no working day moves.</summary>
public class When_it_goes_back
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;
    private static readonly Receipt Receipt = new(1, "S1", 200_000_00, At("2026-09-01 10:00"), 1);
    private static readonly Held Held = SecurityStage.Begin(At("2026-08-31 10:00")).Receive(At("2026-09-01 11:00"), Receipt);

    private static DateTime At(string local)
    {
        var parts = local.Split(' ');
        return CountyTime.Utc(DateOnly.Parse(parts[0], null), TimeOnly.Parse(parts[1], null));
    }

    [Theory]
    [InlineData(RefundGround.Withdrawn, "2026-09-07 10:00", "2026-09-14")] // the fifth day is Saturday the 12th
    [InlineData(RefundGround.Withdrawn, "2026-09-08 10:00", "2026-09-14")]
    [InlineData(RefundGround.Withdrawn, "2026-09-09 10:00", "2026-09-14")]
    [InlineData(RefundGround.Withdrawn, "2026-09-10 10:00", "2026-09-15")]
    [InlineData(RefundGround.Contract, "2026-09-02 16:59", "2026-09-07")]
    [InlineData(RefundGround.Contract, "2026-09-28 09:00", "2026-10-08")] // the National Day holiday
    [InlineData(RefundGround.LotFailed, "2026-09-02 09:30", "2026-09-07")]
    [InlineData(RefundGround.Terminated, "2026-09-02 09:30", "2026-09-07")]
    [Trait("Rule", "TR-3.15")]
    public void It_is_back_on_the_fifth_day(RefundGround ground, string since, string last)
    {
        var due = Held.Release(At(since), ground);
        var read = due.Clock.Read(Calendar, At(since));
        read.Due.ShouldBe(DateOnly.Parse(last, null));
        due.Clock.Read(Calendar, read.DueAt).State.ShouldNotBe(ClockState.Overdue);
        due.Clock.Read(Calendar, read.DueAt.AddSeconds(1)).State.ShouldBe(ClockState.Overdue);
    }

    [Fact]
    [Trait("Rule", "TR-3.35")]
    public void Each_ground_has_its_rule()
    {
        RefundGrounds.LimitOf(RefundGround.Withdrawn).ShouldBe(Rulebook.SecurityAfterWithdrawal);
        RefundGrounds.LimitOf(RefundGround.Contract).ShouldBe(Rulebook.SecurityAfterContract);
        RefundGrounds.LimitOf(RefundGround.Terminated).ShouldBe(Rulebook.SecurityAfterTermination);
        Rulebook.SecurityAfterTermination.Mark.ShouldBe(Mark.Choice); // the law says promptly
    }

    [Fact]
    public void The_clock_ends_when_the_bank_has_paid()
    {
        var paid = Held.Release(At("2026-09-02 09:30"), RefundGround.LotFailed)
            .Order(At("2026-09-03 09:00"), 7, 1_94)
            .Pay(At("2026-09-04 09:00"), "P1");
        paid.Clock.Read(Calendar, At("2026-12-01 09:00")).State.ShouldBe(ClockState.EndedInTime);
        paid.Receipt.ShouldBe(Receipt);
    }

    [Fact]
    [Trait("Rule", "TR-3.16")]
    public void It_is_kept_on_four_grounds_and_each_names_its_article()
    {
        Enum.GetValues<ForfeitGround>().Length.ShouldBe(4);
        ForfeitGrounds.BasisOf(ForfeitGround.RevokedAfterDeadline).Article.ShouldBe("第三十五条第二款");
        foreach (var ground in Enum.GetValues<ForfeitGround>().Skip(1))
            ForfeitGrounds.BasisOf(ground).Article.ShouldBe("第七十四条");
    }

    [Fact]
    [Trait("Rule", "TR-3.12")]
    public void A_letter_holds_as_long_as_the_bid()
    {
        // 90 days from the deadline: the last day of validity is 15 March.
        HandInLetterHandler.LastDayOfValidity(At("2026-12-15 09:30"), 90).ShouldBe(new DateOnly(2027, 3, 15));
        var letter = new GuaranteeLetter(
            "示例银行",
            "BH-1",
            600_000_00,
            new(2027, 3, 15),
            new StoredFile("", 1, "application/pdf", "letter.pdf")
        );
        var handedIn = SecurityStage.Begin(At("2026-11-24 09:00")).HandIn(At("2026-11-24 10:00"), letter);
        SecurityBook.Standing(handedIn, At("2026-12-15 09:30")).ShouldBe(new SecurityStanding.Guaranteed(600_000_00, new(2027, 3, 15)));
        SecurityBook
            .Standing(handedIn.Reject(At("2026-12-15 10:00"), "", "伪造"), At("2026-12-15 10:00"))
            .ShouldBe(new SecurityStanding.Missing());
    }

    [Fact]
    public void It_stands_from_the_second_in_which_the_bank_booked_it()
    {
        SecurityBook.Standing(Held, Receipt.ArrivedAt).ShouldBe(new SecurityStanding.Paid(200_000_00, Receipt.ArrivedAt));
        SecurityBook.Standing(Held, Receipt.ArrivedAt.AddMilliseconds(-1)).ShouldBe(new SecurityStanding.Missing());
        SecurityBook.Standing(null, Receipt.ArrivedAt).ShouldBe(new SecurityStanding.Missing());
    }
}
