using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.TradingGround;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of registration and securities refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_registration_and_securities_are_refused(Hall hall) : On_either_database(hall)
{
    private const long Asked = 600_000_00;
    private const string Tongji = "嘉善示例同济市政工程有限公司";

    private static readonly (string Who, string Account, Func<Actor, Actor>? Changed)[] Everyone =
    [
        ("nobody", "", null),
        ("the house itself", "", _ => Actor.House),
        ("an unrelated citizen", "cheng.yian", null),
        ("somebody who acts for another bidder", "xie.boyan", null),
        ("the tendering entity", "wei.chengyu", null),
        ("the agency", "su.wanqing", null),
        ("a bidder", "liang.jianbo", null),
        ("the reviewer", Reviewer, null),
        ("the accountant", Accountant, null),
        ("the venue's staff", "yuan.jinghe", null),
        ("a supervisor of tenders", "luo.qingyan", null),
        ("a key custodian", "tan.yuchen", null),
        ("a clerk", "zhu.jingxing", null),
        ("the administrator", "sheng.yuanxiu", null),
        ("the reviewer of the next county", Reviewer, by => by with { Division = "330424" }),
        ("the accountant of the next county", Accountant, by => by with { Division = "330424" }),
    ];

    /// <summary>One right command of each use case, who may give it, and what happens before; in the order of life.</summary>
    private sealed record Sample(Type UseCase, string Right, Func<Floor, Occasion, Task<Refusal?>> Ask, Func<Floor, Task>? Before = null);

    private static readonly IReadOnlyList<Sample> Samples =
    [
        new(
            typeof(SetReviewHandler),
            "sheng.yuanxiu",
            async (f, on) => (await f.Hall.Get<SetReviewHandler>().Handle(new(TenderKind.Goods, f.Today, false), on)).Refusal()
        ),
        new(
            typeof(EnterBankAccountHandler),
            "liang.jianbo",
            async (f, on) =>
                (
                    await f.Hall.Get<EnterBankAccountHandler>().Handle(new(f.Hengzhu, "示例银行", "6200111122223333", false, f.Today), on)
                ).Refusal()
        ),
        new(
            typeof(RegisterHandler),
            "liang.jianbo",
            async (f, on) => (await f.Hall.Get<RegisterHandler>().Handle(new(f.Lot.Number, f.Hengzhu, "符合", [], []), on)).Refusal()
        ),
        new(
            typeof(ReadRegistrationsHandler),
            Reviewer,
            async (f, on) => (await f.Hall.Get<ReadRegistrationsHandler>().Handle(new(null, null), on)).Refusal()
        ),
        new(
            typeof(ReturnRegistrationHandler),
            Reviewer,
            async (f, on) =>
                (await f.Hall.Get<ReturnRegistrationHandler>().Handle(new(await f.Registration(f.Hengzhu), "补充"), on)).Refusal()
        ),
        new(
            typeof(SupplyRegistrationHandler),
            "liang.jianbo",
            async (f, on) => (await f.Hall.Get<SupplyRegistrationHandler>().Handle(new(f.Lot.Number, f.Hengzhu, "补充", []), on)).Refusal()
        ),
        new(
            typeof(AcceptRegistrationHandler),
            Reviewer,
            async (f, on) => (await f.Hall.Get<AcceptRegistrationHandler>().Handle(new(await f.Registration(f.Hengzhu)), on)).Refusal()
        ),
        new(
            typeof(RefuseRegistrationHandler),
            Reviewer,
            async (f, on) =>
                (
                    await f.Hall.Get<RefuseRegistrationHandler>().Handle(new(await f.Registration(f.Tongji), "qualification", "不够"), on)
                ).Refusal(),
            async f => (await f.Hall.Registers(f.Lot, "guo.anran", Tongji)).ShouldBeDone()
        ),
        new(
            typeof(OpenSubAccountHandler),
            "liang.jianbo",
            async (f, on) => (await f.Hall.Get<OpenSubAccountHandler>().Handle(new(f.Lot.Number, f.Hengzhu), on)).Refusal()
        ),
        new(
            typeof(HandInLetterHandler),
            "fang.shiyuan",
            async (f, on) =>
                (
                    await f
                        .Hall.Get<HandInLetterHandler>()
                        .Handle(
                            new(
                                f.Lot.Number,
                                f.Yuanhang,
                                "示例担保公司",
                                "BH-1",
                                Asked,
                                f.Today.AddDays(200),
                                new StoredFile(new string('a', 64), 1, "application/pdf", "letter.pdf")
                            ),
                            on
                        )
                ).Refusal(),
            async f => f.Letter = await f.Hall.TakesPart(f.Lot, "fang.shiyuan", Yuanhang)
        ),
        new(
            typeof(ImportStatementHandler),
            Accountant,
            async (f, on) =>
                (
                    await f
                        .Hall.Get<ImportStatementHandler>()
                        .Handle(
                            new(
                                File(
                                    f.Today,
                                    0,
                                    3 * Asked,
                                    Pays("S1", f.Paid, Asked, f.Money, Hengzhu),
                                    Line("S2", f.Paid, "收", Asked, f.Third, "浙江示例锦程路桥有限公司", "620000000000009999"),
                                    Pays("S3", f.Paid, Asked, "9000000000000000", Hengzhu)
                                )
                            ),
                            on
                        )
                ).Refusal(),
            async f =>
            {
                f.Money = await f.Hall.Read(db =>
                    db.BidSecurities.Where(s => s.Bidder == f.Hengzhu).Select(s => s.AccountNumber).SingleAsync()
                );
                f.Third = await f.Hall.TakesPart(f.Lot, "xie.boyan", "浙江示例锦程路桥有限公司");
                f.Paid = f.Hall.Now.AddMinutes(1);
                f.Hall.Clock.Advance(TimeSpan.FromHours(1));
            }
        ),
        new(
            typeof(MatchAgainHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<MatchAgainHandler>().Handle(new(await f.Line("S2")), on)).Refusal(),
            async f =>
                (
                    await f
                        .Hall.Get<EnterBankAccountHandler>()
                        .Handle(
                            new((await f.Hall.Firm("浙江示例锦程路桥有限公司")).Id, "示例银行", "620000000000009999", true, f.Today),
                            await f.Hall.Occasion("xie.boyan")
                        )
                ).ShouldBeDone()
        ),
        new(
            typeof(ReturnPaymentHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<ReturnPaymentHandler>().Handle(new(await f.Line("S3")), on)).Refusal()
        ),
        new(
            typeof(ExportPaymentOrdersHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<ExportPaymentOrdersHandler>().Handle(new(), on)).Refusal()
        ),
        new(
            typeof(VerifyLetterHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<VerifyLetterHandler>().Handle(new(f.Letter, null), on)).Refusal(),
            async f =>
            {
                f.Hall.Clock.Advance(TimeSpan.FromDays(11));
                await f.Hall.Ends(f.Lot, InventedEnd.Opened);
            }
        ),
        new(
            typeof(ForfeitSecurityHandler),
            Accountant,
            async (f, on) =>
                (
                    await f.Hall.Get<ForfeitSecurityHandler>().Handle(new(f.Third, ForfeitGround.RevokedAfterDeadline, "决定 1 号"), on)
                ).Refusal()
        ),
        new(
            typeof(StartRefundsHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<StartRefundsHandler>().Handle(new(f.Lot.Number, "HT-1", f.Today), on)).Refusal()
        ),
        new(
            typeof(OrderRefundHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<OrderRefundHandler>().Handle(new(f.Money), on)).Refusal()
        ),
        new(
            typeof(ConvertSecurityHandler),
            Accountant,
            async (f, on) => (await f.Hall.Get<ConvertSecurityHandler>().Handle(new(f.Another, "HT-2"), on)).Refusal(),
            async f =>
            {
                var lot = await f.Hall.HasTender(daysAhead: 1);
                f.Another = await f.Hall.TakesPart(lot, "liang.jianbo", Hengzhu);
                var paid = f.Hall.Now.AddMinutes(1);
                f.Hall.Clock.Advance(TimeSpan.FromDays(2));
                (
                    await f.Hall.Imports(File(CountyTime.DayOf(paid), 3 * Asked, 4 * Asked, Pays("S9", paid, Asked, f.Another, Hengzhu)))
                ).ShouldBeDone();
            }
        ),
    ];

    [Fact]
    public void Every_use_case_has_its_sample()
    {
        // Other parts of the floor keep samples of their own.
        var mine = TradingModule.UseCases.Where(t =>
            t.Namespace is { } n
            && (n.EndsWith("Registrations", StringComparison.Ordinal) || n.EndsWith("Securities", StringComparison.Ordinal))
        );
        Samples.Select(s => s.UseCase).ShouldBe(mine, ignoreOrder: true);
    }

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var floor = new Floor(hall, await hall.HasTender())
        {
            Hengzhu = (await hall.Firm(Hengzhu)).Id,
            Yuanhang = (await hall.Firm(Yuanhang)).Id,
            Tongji = (await hall.Firm(Tongji)).Id,
        };
        foreach (var sample in Samples)
        {
            if (sample.Before is { } happens)
                await happens(floor);
            var before = await hall.Everything();
            foreach (var (who, account, changed) in Everyone.Where(e => e.Account != sample.Right || e.Changed is not null))
            {
                var on = await hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
                if (changed is not null)
                    on = on with { By = changed(on.By) };
                // A post of the next county has a floor of its own there.
                if (
                    on.By.Division == "330424"
                    && sample.UseCase is { Name: nameof(ReadRegistrationsHandler) or nameof(ImportStatementHandler) }
                )
                    continue;
                var why = (await sample.Ask(floor, on)).ShouldNotBeNull($"{who} was allowed to: {sample.UseCase.Name}");
                (
                    why
                    is NotYourCharge
                        or NotYourFirm
                        or ChargeOfAnotherCounty
                        // What belongs to another county is not there.
                        or RegistrationNotFound
                        or SecurityNotFound
                        or LineNotFound
                        or LotNotFound
                        or NothingToExport
                ).ShouldBeTrue($"{who}, {sample.UseCase.Name}: {why.Code}");
            }
            (await hall.Everything()).ShouldBe(before, sample.UseCase.Name);
            (await sample.Ask(floor, await hall.Occasion(sample.Right, $"right-{sample.UseCase.Name}"))).ShouldBeNull(sample.UseCase.Name);
        }
    }

    private sealed class Floor(Hall hall, Lot lot)
    {
        public Hall Hall { get; } = hall;
        public Lot Lot { get; } = lot;
        public DateOnly Today => CountyTime.DayOf(Hall.Now);
        public long Hengzhu { get; init; }
        public long Yuanhang { get; init; }
        public long Tongji { get; init; }
        public string Money { get; set; } = "";
        public string Letter { get; set; } = "";
        public string Third { get; set; } = "";
        public string Another { get; set; } = "";
        public DateTime Paid { get; set; }

        public Task<long> Registration(long bidder) =>
            Hall.Read(db => db.Registrations.Where(r => r.Bidder == bidder && r.LotId == Lot.Id).Select(r => r.Id).SingleAsync());

        public Task<long> Line(string serial) =>
            Hall.Read(db => db.StatementLines.Where(l => l.Serial == serial).Select(l => l.Id).SingleAsync());
    }
}

public sealed class Strangers_of_registration_and_securities_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_registration_and_securities_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_registration_and_securities_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_registration_and_securities_are_refused(hall),
        IClassFixture<PostgresHall>;
