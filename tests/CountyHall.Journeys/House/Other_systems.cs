using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Hall.Systems;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;

namespace CountyHall.Journeys.House;

/// <summary>Another system hands in what its users apply for, once, and reads what it handed in.</summary>
public abstract class Other_systems(Hall hall) : On_either_database(hall)
{
    private const string Restaurant = "restaurant-food-licence";

    [Fact]
    public async Task The_same_submission_twice_gives_the_first_answer_and_another_system_finds_no_such_case()
    {
        var on = await Hall.SystemOccasion(idempotency: "7f1c");
        var first = (await Submit(on)).ShouldBeDone();
        var again = (await Submit(on)).ShouldBeDone();
        again.ShouldBe(first);
        var view = (await Hall.Get<SystemCases>().Read(first.Number.Value, on.By)).ShouldBeDone();
        view.Stage.ShouldBeOfType<Received>();
        (await Hall.Get<SystemCases>().Facts(first.Number.Value, 0, 10, on.By)).ShouldBeDone().Count.ShouldBe(1);

        var other = await Hall.SystemOccasion("other-hall");
        (await Hall.Get<SystemCases>().Read(first.Number.Value, other.By)).Refusal().ShouldBeRefused<CaseNotFound>();
        var citizen = await Hall.Occasion("cheng.yian");
        (await Hall.Get<SystemCases>().Read(first.Number.Value, citizen.By)).Refusal().ShouldBeRefused<SystemMayNot>();
    }

    [Fact]
    public async Task A_signature_is_heard_once_within_its_time_and_not_from_a_stranger_or_a_stopped_system()
    {
        await using var house = await Journeys.Hall.Open(Hall.Engine);
        var system = await house.Connected("bank-hall");
        var check = house.Get<SystemSignatures>();
        var (signed, request) = Sign(house.Now, "bank-hall");
        (await check.Check(signed, request)).ShouldBeDone().Id.ShouldBe(system.Id);
        (await check.Spend(system, signed.Nonce)).ShouldBeNull();
        (await check.Spend(system, signed.Nonce)).ShouldBeRefused<NonceUsedAlready>();

        (await check.Check(signed, request with { Path = "/api/v1/files" })).Refusal().ShouldBeRefused<SignatureNotRight>();
        var (unknown, same) = Sign(house.Now, "nobody-hall");
        (await check.Check(unknown, same)).Refusal().ShouldBeRefused<SignatureNotRight>();
        house.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
        (await check.Check(signed, request)).Refusal().ShouldBeRefused<SignatureTooOld>();

        (
            await house.Get<StopSystemHandler>().Handle(new("bank-hall", "示例：密钥遗失"), await house.Occasion("sheng.yuanxiu"))
        ).ShouldBeDone();
        (signed, request) = Sign(house.Now, "bank-hall");
        (await check.Check(signed, request)).Refusal().ShouldBeRefused<SystemIsStopped>();
    }

    [Fact]
    public async Task Strangers_connect_no_system_and_nobody_confirms_their_own_proposal()
    {
        var ask = new ProposeSystem(
            "lone-hall",
            "示例",
            "scjg",
            [],
            Systems.Keys.Public,
            Kernel.Calendar.CountyTime.DayOf(Hall.Now).AddDays(9),
            "示例"
        );
        foreach (var stranger in (string[])["", "cheng.yian", "zhu.jingxing", "shen.yining", "yao.mingqu", "yu.tingyu"])
            (await Hall.Get<ProposeSystemHandler>().Handle(ask, await Hall.Occasion(stranger)))
                .Refusal()
                .ShouldBeRefused<NotAdministrator>();
        var proposer = await Hall.Occasion("sheng.yuanxiu");
        var proposed = (await Hall.Get<ProposeSystemHandler>().Handle(ask, proposer)).ShouldBeDone();
        (await Hall.Get<ConfirmSystemHandler>().Handle(new(proposed.Change), proposer)).Refusal().ShouldBeRefused<OwnSystemProposal>();
        var clerk = await Hall.Occasion("zhu.jingxing");
        (await Hall.Get<ConfirmSystemHandler>().Handle(new(proposed.Change), clerk)).Refusal().ShouldBeRefused<NotAdministrator>();
        (await Hall.Get<DeclineSystemHandler>().Handle(new(proposed.Change, "不"), clerk)).Refusal().ShouldBeRefused<NotAdministrator>();
        (await Hall.Get<StopSystemHandler>().Handle(new("lone-hall", "不"), clerk)).Refusal().ShouldBeRefused<NotAdministrator>();
        (await Hall.Get<DeclineSystemHandler>().Handle(new(proposed.Change, "不需要"), proposer)).ShouldBeDone();
    }

    private async Task<Result<CaseReceived>> Submit(Occasion on)
    {
        var guide = await Hall.Guide(Restaurant);
        var layout = await Papers.Scanned(Hall, "layout");
        (await Hall.Get<UploadMaterialHandler>().Handle(new(layout), on)).ShouldBeDone();
        return await Hall.Get<SubmitFromSystemHandler>()
            .Handle(
                new(Restaurant, "92330421DEMA030119", await Representative())
                {
                    Answers = Papers.Answers(guide),
                    Fields = Papers.Fields(guide),
                    Materials = new Dictionary<string, string> { ["layout"] = layout.Hash },
                },
                on
            );
    }

    private async Task<string> Representative()
    {
        var person = (Person)await Hall.Party("顾青岚");
        return Hall.Get<Vault>().Open(person.CitizenIdSealed);
    }

    private static (SignedRequest, RequestParts) Sign(DateTime at, string key)
    {
        var request = new RequestParts("GET", "localhost", "/api/v1/cases/1", "?", _ => null);
        var headers = SignedRequest.Sign(request, null, key, Guid.NewGuid().ToString("N"), at, Systems.Keys.Secret);
        return (SignedRequest.Read(headers[0].Value, headers[1].Value).ShouldNotBeNull(), request);
    }
}

public sealed class Other_systems_on_the_embedded_database(EmbeddedHall hall) : Other_systems(hall), IClassFixture<EmbeddedHall>;

public sealed class Other_systems_on_PostgreSQL(PostgresHall hall) : Other_systems(hall), IClassFixture<PostgresHall>;
