using CountyHall.Journeys.Trading.Bids;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of keys and sealed bids refuses whoever has not the charge, in words that tell nothing, and leaves no trace.</summary>
public abstract class Strangers_of_sealed_bids_are_refused(Hall hall) : On_either_database(hall)
{
    private const string Bidder = "liang.jianbo";
    private const string Custodian = "ding.ruoshui";
    private const string Supervisor = "meng.hanzhi";

    private sealed record Given(Hall Hall, BidGround Ground, long Firm, string Certificate, long Begun, byte[] Envelope, long Whole);

    /// <summary>One right command of each use case, and who may give it, in the order in which a bid goes on.</summary>
    private static readonly IReadOnlyDictionary<Type, (string Right, Func<Given, Occasion, Task<Refusal?>> Ask)> Samples = new Dictionary<
        Type,
        (string, Func<Given, Occasion, Task<Refusal?>>)
    >
    {
        [typeof(ContinueUploadHandler)] = (
            Bidder,
            async (g, on) => (await g.Hall.Get<ContinueUploadHandler>().Handle(new(g.Begun, 0, new MemoryStream(g.Envelope)), on)).Refusal()
        ),
        [typeof(BeginUploadHandler)] = (
            Bidder,
            async (g, on) => (await g.Hall.Get<BeginUploadHandler>().Handle(new(BidGround.OtherLot, g.Firm, 9000), on)).Refusal()
        ),
        [typeof(SubmitBidHandler)] = (Bidder, async (g, on) => (await g.Hall.Get<SubmitBidHandler>().Handle(new(g.Whole), on)).Refusal()),
        [typeof(WithdrawBidHandler)] = (
            Bidder,
            async (g, on) => (await g.Hall.Get<WithdrawBidHandler>().Handle(new(BidGround.Lot, g.Firm), on)).Refusal()
        ),
        [typeof(ReportCertificateLostHandler)] = (
            Bidder,
            async (g, on) => (await g.Hall.Get<ReportCertificateLostHandler>().Handle(new(g.Certificate, "丢失"), on)).Refusal()
        ),
        [typeof(RegisterCertificateHandler)] = (
            Bidder,
            async (g, on) =>
                (await g.Hall.Get<RegisterCertificateHandler>().Handle(new(g.Firm, PublicKeys.Of(BidKeys.Generate())), on)).Refusal()
        ),
        [typeof(RegisterCustodianKeyHandler)] = (
            Custodian,
            async (g, on) => (await g.Hall.Get<RegisterCustodianKeyHandler>().Handle(new(PublicKeys.Of(BidKeys.Generate())), on)).Refusal()
        ),
        [typeof(SetCustodianPanelHandler)] = (
            Supervisor,
            async (g, on) =>
            {
                var numbers = await g.Hall.Read(db =>
                    db.Certificates.Where(c => c.Firm == null && c.StageName == "certificate-valid")
                        .OrderBy(c => c.Id)
                        .Select(c => c.Number)
                        .ToListAsync()
                );
                return (await g.Hall.Get<SetCustodianPanelHandler>().Handle(new(2, numbers), on)).Refusal();
            }
        ),
    };

    private static readonly (string Who, string Account, Func<Actor, Actor>? Changed)[] Everyone =
    [
        ("nobody", "", null),
        ("the house itself", "", _ => Actor.House),
        ("an unrelated citizen", "cheng.yian", null),
        ("another admitted bidder", "fang.shiyuan", null),
        ("the tendering entity", "wei.chengyu", null),
        ("the agency", "su.wanqing", null),
        ("the reviewer of registrations", "he.mingzhou", null),
        ("the accountant", "sun.ruolan", null),
        ("the venue staff", "yuan.jinghe", null),
        ("a custodian", "tan.yuchen", null),
        ("a supervisor", "luo.qingyan", null),
        ("the administrator", "sheng.yuanxiu", null),
        ("a clerk", "zhu.jingxing", null),
        ("another system", "system", null),
    ];

    [Fact]
    public void Every_use_case_has_its_sample() =>
        Samples.Keys.ShouldBe(TradingModule.UseCases.Where(t => t.Namespace == typeof(Bid).Namespace), ignoreOrder: true);

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var given = await Prepare(hall);
        foreach (var (useCase, (right, ask)) in Samples)
        {
            var before = await hall.Everything();
            foreach (var (who, account, changed) in Everyone)
            {
                var on = await hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
                if (changed is not null)
                    on = on with { By = changed(on.By) };
                if (MayAfterAll(useCase, on.By))
                    continue;
                var why = (await ask(given, on)).ShouldNotBeNull($"{who} was allowed to: {useCase.Name}");
                (why is NotYourCharge or NotYourFirm or CertificateNotFound or UploadNotFound).ShouldBeTrue(
                    $"{who}, {useCase.Name}: {why.Code}"
                );
            }
            (await hall.Everything()).ShouldBe(before, useCase.Name);
            (await ask(given, await hall.Occasion(right, $"right-{useCase.Name}"))).ShouldBeNull(useCase.Name);
        }
    }

    // Keys of their own are any custodian's business, and the panel any trading supervisor's.
    private static bool MayAfterAll(Type useCase, Actor by) =>
        useCase == typeof(RegisterCustodianKeyHandler) && by.Is(Role.KeyCustodian)
        || useCase == typeof(SetCustodianPanelHandler) && by.Is(Role.TradingSupervisor);

    private static async Task<Given> Prepare(Hall hall)
    {
        await hall.Occasion("system"); // connects it, so that it leaves no trace later
        var ground = await BidGround.Lay(hall);
        var (keys, certificate) = await ground.Keys(0);
        var envelope = await ground.Sealed(keys);
        var firm = await ground.FirmOf(0);
        var whole = await ground.Upload(0, envelope);
        var begun = (
            await hall.Get<BeginUploadHandler>().Handle(new(BidGround.OtherLot, firm, envelope.Length), await ground.As(0))
        ).ShouldBeDone();
        return new Given(hall, ground, firm, certificate, begun.Upload, envelope, whole);
    }
}

public sealed class Strangers_of_sealed_bids_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_sealed_bids_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_sealed_bids_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_sealed_bids_are_refused(hall),
        IClassFixture<PostgresHall>;
