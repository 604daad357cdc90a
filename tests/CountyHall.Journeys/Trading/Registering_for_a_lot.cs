using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.TradingGround;

namespace CountyHall.Journeys.Trading;

/// <summary>A firm registers, the reviewer looks at it by what the announcement asks, and nobody else learns of it.</summary>
public abstract class Registering_for_a_lot(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task The_review_returns_accepts_and_refuses_by_the_announcement_alone()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        (await hall.Registers(lot, "liang.jianbo", Hengzhu)).ShouldBeDone().Accepted.ShouldBeFalse();
        (await hall.Registers(lot, "liang.jianbo", Hengzhu)).Refusal().ShouldBeRefused<RegisteredAlready>();
        (await hall.Registers(lot, "wei.chengyu", "嘉善示例城市建设发展有限公司")).Refusal().ShouldBeRefused<PartyToTheTender>();
        (await hall.Registers(lot, "su.wanqing", "浙江示例工程咨询有限公司")).Refusal().ShouldBeRefused<PartyToTheTender>();
        (await hall.Registers(lot, "fang.shiyuan", Yuanhang, "91330421DEMA05113X")).Refusal().ShouldBeRefused<MembersWrong>();
        var hengzhu = await hall.Firm(Hengzhu);

        // A consortium with a firm that takes part alone: told to the reviewer, never to the applicant.
        (await hall.Registers(lot, "fang.shiyuan", Yuanhang, hengzhu.Uscc)).ShouldBeDone();
        var first = await Id(hengzhu.Id);
        var second = await Id((await hall.Firm(Yuanhang)).Id);
        var seen = (
            await hall.Get<ReadRegistrationsHandler>().Handle(new("registered", null), await hall.Occasion(Reviewer))
        ).ShouldBeDone();
        seen.Seen.ShouldBe([first, second]);
        (await hall.Read(db => db.Facts.CountAsync(f => f.Kind == "registrations-read"))).ShouldBe(1);

        (await hall.Get<ReturnRegistrationHandler>().Handle(new(first, "缺资质证书"), await hall.Occasion(Reviewer))).ShouldBeDone();
        (await hall.Get<AcceptRegistrationHandler>().Handle(new(first), await hall.Occasion(Reviewer)))
            .Refusal()
            .ShouldBeRefused<WrongRegistrationStage>();
        (
            await hall.Get<SupplyRegistrationHandler>()
                .Handle(new(lot.Number, hengzhu.Id, "补充资质证书", []), await hall.Occasion("liang.jianbo"))
        ).ShouldBeDone();
        (await hall.Get<AcceptRegistrationHandler>().Handle(new(first), await hall.Occasion(Reviewer)))
            .ShouldBeDone()
            .Related.ShouldHaveSingleItem()
            .Kind.ShouldBe(RelationKind.ConsortiumMember);

        // Refused with its security paid: the money is due at once.
        var sub = (
            await hall.Get<OpenSubAccountHandler>()
                .Handle(new(lot.Number, (await hall.Firm(Yuanhang)).Id), await hall.Occasion("fang.shiyuan"))
        )
            .ShouldBeDone()
            .SubAccount;
        var paid = hall.Now.AddMinutes(1);
        hall.Clock.Advance(TimeSpan.FromHours(1));
        (await hall.Imports(File(CountyTime.DayOf(paid), 0, 600_000_00, Pays("S1", paid, 600_000_00, sub, Yuanhang)))).ShouldBeDone();
        (await Refuse("related", "与他人关联")).Refusal().ShouldBeRefused<GroundNotInTheNotice>();
        (await Refuse("qualification", "")).Refusal().ShouldBeRefused<ReasonsMissing>();
        (await Refuse("qualification", "资质等级不够")).ShouldBeDone();
        (await hall.Security(sub)).Stage.ShouldBeOfType<RefundDue>().Ground.ShouldBe(RefundGround.RegistrationRefused);
        (await hall.Examine()).ShouldBeEmpty();

        async Task<Result<RegistrationWasRefused>> Refuse(string ground, string reason) =>
            await hall.Get<RefuseRegistrationHandler>().Handle(new(second, ground, reason), await hall.Occasion(Reviewer));

        Task<long> Id(long bidder) => hall.Read(db => db.Registrations.Where(r => r.Bidder == bidder).Select(r => r.Id).SingleAsync());
    }

    [Fact]
    public async Task The_last_millisecond_before_the_deadline_is_in_time_and_the_deadline_is_not()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var deadline = hall.Now.AddDays(10).AddMinutes(30);
        hall.Clock.SetUtcNow(deadline.AddMilliseconds(-1));
        (await hall.Registers(lot, "liang.jianbo", Hengzhu)).ShouldBeDone();
        hall.Clock.SetUtcNow(deadline);
        (await hall.Registers(lot, "fang.shiyuan", Yuanhang)).Refusal().ShouldBeRefused<DeadlinePassed>();
        var registration = await hall.Read(db => db.Registrations.Select(r => r.Id).SingleAsync());
        (await hall.Get<AcceptRegistrationHandler>().Handle(new(registration), await hall.Occasion(Reviewer)))
            .Refusal()
            .ShouldBeRefused<DeadlinePassed>();
    }

    [Fact]
    public async Task Where_the_county_does_not_review_registrations_are_accepted_at_once()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var tomorrow = CountyTime.DayOf(hall.Now).AddDays(1);
        var set = hall.Get<SetReviewHandler>();
        (await set.Handle(new(TenderKind.Works, tomorrow.AddDays(-2), false), await hall.Occasion("sheng.yuanxiu")))
            .Refusal()
            .ShouldBeRefused<SettingInThePast>();
        (await set.Handle(new(TenderKind.Works, tomorrow, false), await hall.Occasion("sheng.yuanxiu"))).ShouldBeDone();
        (await hall.Registers(lot, "liang.jianbo", Hengzhu)).ShouldBeDone().Accepted.ShouldBeFalse(); // today it is still reviewed
        hall.Clock.SetUtcNow(CountyTime.StartOfDay(tomorrow));
        (await hall.Registers(lot, "fang.shiyuan", Yuanhang)).ShouldBeDone().Accepted.ShouldBeTrue();
        (await hall.Read(db => ReviewSetting.IsReviewed(db, "330421", TenderKind.Goods, tomorrow))).ShouldBeTrue(); // another kind
    }
}

public sealed class Registering_for_a_lot_on_the_embedded_database(EmbeddedHall hall)
    : Registering_for_a_lot(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Registering_for_a_lot_on_PostgreSQL(PostgresHall hall) : Registering_for_a_lot(hall), IClassFixture<PostgresHall>;
