using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Securities;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.TradingGround;

namespace CountyHall.Journeys.Trading;

/// <summary>Money comes by the bank's file, is matched, goes back to where it came from, and the books equal the bank's.</summary>
public abstract class Securities_of_a_lot(Hall hall) : On_either_database(hall)
{
    private const long Asked = 600_000_00;

    /// <summary>Interest of earlier times, so that the bank can also pay by mistake.</summary>
    private const long Kept = 700_000_00;

    [Fact]
    public async Task From_the_sub_account_to_the_refund_with_interest_and_the_books_agree()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var one = await hall.TakesPart(lot, "liang.jianbo", Hengzhu);
        var two = await hall.TakesPart(lot, "fang.shiyuan", Yuanhang);
        one.ShouldNotBe(two);
        var deadline = hall.Now.AddDays(10).AddMinutes(30);
        var day = CountyTime.DayOf(deadline);

        // The second before the deadline is in time, the deadline itself is late; the file comes later, and the bank's time decides.
        hall.Clock.SetUtcNow(deadline.AddHours(1));
        var file = File(
            day,
            0,
            2 * Asked + Kept,
            Pays("S1", deadline.AddSeconds(-1), Asked, one, Hengzhu),
            Pays("S2", deadline, Asked, two, Yuanhang),
            Line("S3", deadline.AddMinutes(1), "息", Kept, "", "", "")
        );
        var first = (await hall.Imports(file)).ShouldBeDone();
        (first.Booked, first.Waiting, first.Cause).ShouldBe((3, 1, Discrepancy.None));
        (await hall.Imports(file)).Refusal().ShouldBeRefused<StatementImportedAlready>();
        (await hall.Read(db => db.Postings.CountAsync())).ShouldBe(3);
        (await hall.Security(one)).Stage.ShouldBeOfType<Held>();
        (await hall.Security(two)).Stage.ShouldBeOfType<Awaited>();
        var bidder = (await hall.Firm(Hengzhu)).Id;
        (await hall.Read(db => SecurityBook.Standing(db, lot.Id, bidder, deadline))).ShouldBeOfType<SecurityStanding.Paid>();

        // What was late waits, cannot be argued away, and goes back.
        var line = await hall.Read(db => db.StatementLines.SingleAsync(l => l.Serial == "S2"));
        line.Stage.ShouldBeOfType<LineWaiting>().Why.ShouldBe(Mismatch.Late);
        (await hall.Get<MatchAgainHandler>().Handle(new(line.Id), await hall.Occasion(Accountant)))
            .Refusal()
            .ShouldBeRefused<StillMismatched>();
        var back = (await hall.Get<ReturnPaymentHandler>().Handle(new(line.Id), await hall.Occasion(Accountant))).ShouldBeDone();

        // The lot fails; 45 days later it is refunded with interest, to the account it came from and no other.
        await hall.Ends(lot, InventedEnd.Failed);
        (await hall.Get<StartRefundsHandler>().Handle(new(lot.Number, null, null), await hall.Occasion(Accountant)))
            .ShouldBeDone()
            .ShouldBe(new RefundsStarted(RefundGround.LotFailed, null, 1));
        hall.Clock.SetUtcNow(deadline.AddDays(45));
        (await hall.Get<OrderRefundHandler>().Handle(new(one, Accounts[Yuanhang]), await hall.Occasion(Accountant)))
            .Refusal()
            .ShouldBeRefused<RefundToAnotherAccount>();
        var order = (
            await hall.Get<OrderRefundHandler>().Handle(new(one, Accounts[Hengzhu]), await hall.Occasion(Accountant))
        ).ShouldBeDone();
        order.Interest.ShouldBe(262_50); // 600,000 × 45 × 0.35 % ÷ 360
        var sent = (await hall.Get<ExportPaymentOrdersHandler>().Handle(new(), await hall.Occasion(Accountant))).ShouldBeDone();
        sent.Orders.ShouldBe(2);
        var orders = await hall.Read(db => db.PaymentOrders.AsNoTracking().ToListAsync());
        var text = ExportPaymentOrdersHandler.Csv(sent.File, orders);
        text.ShouldContain($"{order.Order},S1,600000.00,262.50,600262.50,原路退回");
        text.ShouldNotContain("示例"); // nobody's name goes with it

        // The bank pays one to a wrong account: that confirms nothing, and the day says so.
        var paid = hall.Now.AddMinutes(5);
        hall.Clock.SetUtcNow(paid.AddHours(1));
        var total = Asked + 262_50;
        var second = (
            await hall.Imports(
                File(
                    CountyTime.DayOf(paid),
                    2 * Asked + Kept,
                    2 * Asked + Kept - total,
                    Line("P1", paid, "付", total, "", Hengzhu, Accounts[Yuanhang], order.Order)
                )
            )
        ).ShouldBeDone();
        second.Waiting.ShouldBe(1);
        (await hall.Security(one)).Stage.ShouldBeOfType<RefundOrdered>();
        var third = (
            await hall.Imports(
                File(
                    CountyTime.DayOf(paid),
                    2 * Asked + Kept,
                    2 * Asked + Kept - 2 * total - Asked,
                    Line("P1", paid, "付", total, "", Hengzhu, Accounts[Yuanhang], order.Order),
                    Line("P2", paid.AddMinutes(1), "付", total, "", Hengzhu, Accounts[Hengzhu], order.Order),
                    Line("P3", paid.AddMinutes(2), "付", Asked, "", Yuanhang, Accounts[Yuanhang], back.Order)
                )
            )
        ).ShouldBeDone();
        (third.Booked, third.Known, third.Cause).ShouldBe((2, 1, Discrepancy.None));
        (await hall.Security(one)).Stage.ShouldBeOfType<Refunded>().Serial.ShouldBe("P2");
        (await hall.Read(db => db.StatementLines.SingleAsync(l => l.Serial == "S2"))).Stage.ShouldBeOfType<LineReturned>();

        var balance = Ledger.Balances((await hall.Read(db => db.Postings.ToListAsync())).Select(p => (p.Debit, p.Credit, p.Amount)));
        balance.Values.Sum().ShouldBe(0);
        balance[LedgerAccount.Held].ShouldBe(0);
        balance[LedgerAccount.RefundInTransit].ShouldBe(0);
        balance[LedgerAccount.Bank].ShouldBe(2 * Asked + Kept - 2 * total - Asked);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_wrong_file_changes_nothing_and_a_missing_day_is_named_until_it_comes()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var one = await hall.TakesPart(lot, "liang.jianbo", Hengzhu);
        var (first, second) = (CountyTime.DayOf(hall.Now), CountyTime.DayOf(hall.Now).AddDays(1));
        var paid = hall.Now.AddMinutes(1);
        hall.Clock.Advance(TimeSpan.FromDays(2));

        var before = await hall.Everything();
        var broken = File(first, 0, Asked, Pays("S1", paid, Asked, one, Hengzhu), "S2,gestern,收,1,,x,1,");
        (await hall.Imports(broken))
            .Refusal()
            .ShouldBeRefused<StatementFileWrong>()
            .Rows.ShouldHaveSingleItem()
            .Zh.ShouldStartWith("第 4 行");
        (await hall.Everything()).ShouldBe(before);

        // The second day comes first: it begins with money that the ledger does not know.
        (await hall.Imports(File(second, Asked, Asked)))
            .ShouldBeDone()
            .Cause.ShouldBe(Discrepancy.OpeningDiffers);
        (await hall.Imports(File(first, 0, Asked, Pays("S1", paid, Asked, one, Hengzhu)))).ShouldBeDone().Cause.ShouldBe(Discrepancy.None);
        var last = await hall.Read(db => db.Reconciliations.Where(r => r.Day == second).OrderByDescending(r => r.Id).FirstAsync());
        (last.Cause, last.Difference).ShouldBe((Discrepancy.None, 0));

        // The same serial with another amount is no second payment.
        (await hall.Imports(File(first, 0, Asked, Pays("S1", paid, Asked - 1, one, Hengzhu))))
            .Refusal()
            .ShouldBeRefused<StatementFileWrong>();
        (await hall.Imports(File(second, Asked, Asked).Replace("620033042199990001", "620033042199990002")))
            .Refusal()
            .ShouldBeRefused<AnotherBankAccount>();
    }

    [Fact]
    public async Task Only_the_basic_account_counts_and_registering_it_later_is_looked_at_again()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var one = await hall.TakesPart(lot, "liang.jianbo", Hengzhu);
        var paid = hall.Now.AddMinutes(1);
        hall.Clock.Advance(TimeSpan.FromHours(1));
        var day = CountyTime.DayOf(paid);
        const string Other = "620099990000000001";
        (
            await hall.Imports(
                File(day, 0, 2 * Asked, Line("S1", paid, "收", Asked, one, Hengzhu, Other), Pays("S2", paid, Asked, one, Yuanhang))
            )
        )
            .ShouldBeDone()
            .Waiting.ShouldBe(2);
        var lines = await hall.Read(db => db.StatementLines.OrderBy(l => l.Serial).ToListAsync());
        lines.Select(l => l.Stage.ShouldBeOfType<LineWaiting>().Why).ShouldBe([Mismatch.NotBasicAccount, Mismatch.NotTheBidder]);
        lines[0].NameSealed!.ShouldNotContain("恒筑"); // the database alone does not tell who paid

        var firm = (await hall.Firm(Hengzhu)).Id;
        (
            await hall.Get<EnterBankAccountHandler>().Handle(new(firm, "示例银行", Other, true, day), await hall.Occasion("liang.jianbo"))
        ).ShouldBeDone();
        (await hall.Read(db => db.BankAccounts.CountAsync(a => a.Holder == firm && a.Basic && a.To == null))).ShouldBe(1);
        (await hall.Get<MatchAgainHandler>().Handle(new(lines[0].Id), await hall.Occasion(Accountant))).ShouldBeDone();
        (await hall.Security(one)).Stage.ShouldBeOfType<Held>().Receipt.Serial.ShouldBe("S1");
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_the_deadline_the_accountant_can_neither_judge_nor_keep_and_afterwards_only_on_a_ground()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var one = await hall.TakesPart(lot, "liang.jianbo", Hengzhu);
        var two = await hall.TakesPart(lot, "fang.shiyuan", Yuanhang);
        var paper = new StoredFile(new string('a', 64), 1, "application/pdf", "letter.pdf");
        var deadline = hall.Now.AddDays(10).AddMinutes(30);
        var until = CountyTime.DayOf(deadline).AddDays(90);
        var yuanhang = (await hall.Firm(Yuanhang)).Id;
        var hengzhu = (await hall.Firm(Hengzhu)).Id;
        (await Letter(Asked - 1, until)).Refusal().ShouldBeRefused<LetterNotEnough>();
        (await Letter(Asked, until.AddDays(-1))).Refusal().ShouldBeRefused<LetterTooShort>();
        (await Letter(Asked, until)).ShouldBeDone();
        (await hall.Read(db => SecurityBook.Standing(db, lot.Id, yuanhang, deadline))).ShouldBe(
            new SecurityStanding.Guaranteed(Asked, until)
        );
        var paid = hall.Now.AddMinutes(1);
        hall.Clock.Advance(TimeSpan.FromHours(1));
        (await hall.Imports(File(CountyTime.DayOf(paid), 0, Asked, Pays("S1", paid, Asked, one, Hengzhu)))).ShouldBeDone();

        (await Verify(null)).Refusal().ShouldBeRefused<StillSecret>();
        (await Forfeit("决定 1 号")).Refusal().ShouldBeRefused<StillSecret>();
        (await hall.Get<ConvertSecurityHandler>().Handle(new(one, "HT-1"), await hall.Occasion(Accountant)))
            .Refusal()
            .ShouldBeRefused<StillSecret>();
        (await hall.Get<StartRefundsHandler>().Handle(new(lot.Number, null, null), await hall.Occasion(Accountant)))
            .Refusal()
            .ShouldBeRefused<StillSecret>();

        hall.Clock.SetUtcNow(deadline);
        (await Letter(Asked, until)).Refusal().ShouldBeRefused<DeadlinePassed>();
        (await Verify(null)).ShouldBeDone().Good.ShouldBeTrue();
        (await Forfeit(" ")).Refusal().ShouldBeRefused<DecisionMissing>();
        (await Forfeit("决定 1 号")).ShouldBeDone().Amount.ShouldBe(Asked);
        (await Forfeit("决定 1 号")).Refusal().ShouldBeRefused<WrongSecurityStage>();
        (await hall.Examine()).ShouldBeEmpty();

        async Task<Result<GuaranteeGiven>> Letter(long amount, DateOnly last) =>
            await hall.Get<HandInLetterHandler>()
                .Handle(new(lot.Number, yuanhang, "示例担保公司", "BH-1", amount, last, paper), await hall.Occasion("fang.shiyuan"));

        async Task<Result<GuaranteeJudged>> Verify(string? bad) =>
            await hall.Get<VerifyLetterHandler>().Handle(new(two, bad), await hall.Occasion(Accountant));

        async Task<Result<SecurityForfeited>> Forfeit(string decision) =>
            await hall.Get<ForfeitSecurityHandler>()
                .Handle(new(one, ForfeitGround.RevokedAfterDeadline, decision), await hall.Occasion(Accountant));
    }

    [Fact]
    public async Task A_withdrawn_bid_starts_the_clock_and_a_contract_does_it_for_all_the_others()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var one = await hall.TakesPart(lot, "liang.jianbo", Hengzhu);
        var two = await hall.TakesPart(lot, "fang.shiyuan", Yuanhang);
        var paid = hall.Now.AddMinutes(1);
        var deadline = hall.Now.AddDays(10).AddMinutes(30);
        hall.Clock.Advance(TimeSpan.FromHours(1));
        (
            await hall.Imports(
                File(CountyTime.DayOf(paid), 0, 2 * Asked, Pays("S1", paid, Asked, one, Hengzhu), Pays("S2", paid, Asked, two, Yuanhang))
            )
        ).ShouldBeDone();
        var bidder = (await hall.Firm(Hengzhu)).Id;
        var notice = hall.Now;
        await Book((db, on) => SecurityBook.BidWithdrawn(db, lot, bidder, on));
        var due = (await hall.Security(one)).Stage.ShouldBeOfType<RefundDue>();
        (due.Ground, due.Clock.StartedAt).ShouldBe((RefundGround.Withdrawn, notice));
        (await hall.Read(db => SecurityBook.Standing(db, lot.Id, bidder, hall.Now))).ShouldBeOfType<SecurityStanding.Missing>();
        await Book((db, on) => SecurityBook.BidHandedInAgain(db, lot, bidder, on));
        (await hall.Security(one)).Stage.ShouldBeOfType<Held>();

        hall.Clock.SetUtcNow(deadline);
        await hall.Ends(lot, InventedEnd.Opened);
        hall.Clock.Advance(TimeSpan.FromDays(20));
        var signed = CountyTime.DayOf(hall.Now).AddDays(-1);
        (await Start(null, signed)).Refusal().ShouldBeRefused<NoGroundForRefunds>();
        (await Start("HT-1", CountyTime.DayOf(deadline).AddDays(-1))).Refusal().ShouldBeRefused<NoGroundForRefunds>();
        (await Start("HT-1", signed)).ShouldBeDone().Securities.ShouldBe(2);
        var after = (await hall.Security(two)).Stage.ShouldBeOfType<RefundDue>();
        after.Clock.Rule.ShouldBe("TR-3.35");
        CountyTime.DayOf(after.Clock.StartedAt).ShouldBe(signed);
        (await hall.Get<ConvertSecurityHandler>().Handle(new(two, "HT-1"), await hall.Occasion(Accountant))).ShouldBeDone();
        (await hall.Examine()).ShouldBeEmpty();

        async Task<Result<RefundsStarted>> Start(string? contract, DateOnly? day) =>
            await hall.Get<StartRefundsHandler>().Handle(new(lot.Number, contract, day), await hall.Occasion(Accountant));

        Task Book(Func<HallDb, Occasion, Task> told) =>
            hall.Get<HallWriter>().Write(db => told(db, new Occasion(Actor.House, null, hall.Now, Channel.Online, "test")));
    }
}

public sealed class Securities_of_a_lot_on_the_embedded_database(EmbeddedHall hall)
    : Securities_of_a_lot(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Securities_of_a_lot_on_PostgreSQL(PostgresHall hall) : Securities_of_a_lot(hall), IClassFixture<PostgresHall>;
