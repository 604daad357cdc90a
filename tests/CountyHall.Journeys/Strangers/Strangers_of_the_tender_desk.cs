using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of the tender desk refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_the_tender_desk_are_refused(Hall hall) : On_either_database(hall)
{
    private const string Office = Tendering.Supervisor;

    /// <summary>One right command of each use case and who may give it, in the order in which a tender goes on.</summary>
    private static readonly IReadOnlyList<(Type UseCase, string Right, Func<Hall, Tried, Occasion, Task<Refusal?>> Ask)> Samples =
    [
        Sample<EnterProjectHandler>(
            Tendering.Entity,
            async (hall, of, on) =>
                (
                    await hall.Get<EnterProjectHandler>()
                        .Handle(
                            new(of.Entity, "示例项目二", null, FundSource.Budget, 100, 1_000_000_00, "示例路", null, "示例〔2026〕9号"),
                            on
                        )
                ).Refusal()
        ),
        Sample<EnterTenderHandler>(
            Tendering.Entity,
            async (hall, of, on) => (await hall.Get<EnterTenderHandler>().Handle(await hall.Works(of.Project), on)).Refusal()
        ),
        Sample<ChooseAgencyHandler>(
            Tendering.Entity,
            async (hall, of, on) => (await hall.Get<ChooseAgencyHandler>().Handle(new(of.Tender, of.AgencyCode), on)).Refusal()
        ),
        Sample<ChangeLotHandler>(
            Tendering.Agency,
            async (hall, of, on) =>
                (await hall.Get<ChangeLotHandler>().Handle(new(of.Tender, $"{of.Tender}001", Tendering.TwoLots[0]), on)).Refusal()
        ),
        Sample<SaveDocumentHandler>(
            Tendering.Agency,
            async (hall, of, on) => (await hall.Get<SaveDocumentHandler>().Handle(new(of.Tender, 0, of.Model), on)).Refusal()
        ),
        Sample<FileDocumentHandler>(
            Tendering.Agency,
            async (hall, of, on) => (await hall.Get<FileDocumentHandler>().Handle(new(of.Tender), on)).Refusal()
        ),
        Sample<GiveOpinionHandler>(
            Office,
            async (hall, of, on) =>
                (await hall.Get<GiveOpinionHandler>().Handle(new(of.Tender, "contract.quality", "示例意见"), on)).Refusal()
        ),
        Sample<ReturnDocumentHandler>(
            Office,
            async (hall, of, on) => (await hall.Get<ReturnDocumentHandler>().Handle(new(of.Tender), on)).Refusal()
        ),
        Sample<AnswerOpinionHandler>(
            Tendering.Agency,
            async (hall, of, on) => (await hall.Get<AnswerOpinionHandler>().Handle(new(of.Tender, 1, false, "示例理由"), on)).Refusal()
        ),
        Sample<AcceptFilingHandler>(
            Office,
            async (hall, of, on) => (await hall.Get<AcceptFilingHandler>().Handle(new(of.Tender), on)).Refusal()
        ),
        Sample<PlanTenderHandler>(
            Tendering.Agency,
            async (hall, of, on) =>
            {
                var times = hall.EarliestTimes();
                return (
                    await hall.Get<PlanTenderHandler>()
                        .Handle(new(of.Tender, times.DocumentsFrom, times.DocumentsTo, times.BidDeadline), on)
                ).Refusal();
            }
        ),
        Sample<AnnounceTenderHandler>(
            Tendering.Agency,
            async (hall, of, on) => (await hall.Get<AnnounceTenderHandler>().Handle(new(of.Tender), on)).Refusal()
        ),
        Sample<CorrectNoticeHandler>(
            Tendering.Agency,
            async (hall, of, on) =>
                (await hall.Get<CorrectNoticeHandler>().Handle(new(of.Tender, $"{of.Tender}-01", "示例路", "示例大道"), on)).Refusal()
        ),
        Sample<AskQuestionHandler>(
            Tendering.Bidder,
            async (hall, of, on) => (await hall.Get<AskQuestionHandler>().Handle(new(of.Tender, of.Bidder, "示例问题？"), on)).Refusal()
        ),
        Sample<ObjectToDocumentHandler>(
            Tendering.Bidder,
            async (hall, of, on) =>
                (await hall.Get<ObjectToDocumentHandler>().Handle(new(of.Tender, of.Bidder, null, "示例理由"), on)).Refusal()
        ),
        Sample<AnswerObjectionHandler>(
            Tendering.Agency,
            async (hall, of, on) => (await hall.Get<AnswerObjectionHandler>().Handle(new(of.Tender, 1, false, "示例答复"), on)).Refusal()
        ),
        Sample<PublishClarificationHandler>(
            Tendering.Agency,
            async (hall, of, on) =>
                (
                    await hall.Get<PublishClarificationHandler>().Handle(new(of.Tender, null, [new(1, "示例答复")], [], false, null), on)
                ).Refusal()
        ),
        Sample<TenderAgainHandler>(
            Tendering.Agency,
            async (hall, of, on) =>
            {
                await of.LotFails();
                return (await hall.Get<TenderAgainHandler>().Handle(new(of.Tender), on)).Refusal();
            }
        ),
        Sample<TerminateTenderHandler>(
            Tendering.Entity,
            async (hall, of, on) => (await hall.Get<TerminateTenderHandler>().Handle(new(of.Tender, "示例原因"), on)).Refusal()
        ),
    ];

    private static readonly (string Who, string Account, Func<Actor, Actor>? Changed)[] Everyone =
    [
        ("nobody", "", null),
        ("the house itself", "", _ => Actor.House),
        ("a citizen without a firm", "gu.qinglan", null),
        ("another entity", "zou.yunfei", null),
        ("another agency", "tao.jinyan", null),
        ("another bidder", "fang.shiyuan", null),
        ("the supervisor of another department", "shao.wenzhou", null),
        ("the supervisor of the next county", Office, by => by with { Division = "330424" }),
        ("the reviewer of registrations", "he.mingzhou", null),
        ("the accountant", "sun.ruolan", null),
        ("the venue", "yuan.jinghe", null),
        ("a custodian", "tan.yuchen", null),
        ("a clerk", "zhu.jingxing", null),
        ("the administrator", "sheng.yuanxiu", null),
        ("the entity", Tendering.Entity, null),
        ("the agency", Tendering.Agency, null),
        ("a bidder", Tendering.Bidder, null),
        ("the supervisor", Office, null),
    ];

    /// <summary>Parts of the trading floor with strangers of their own are left to them.</summary>
    private static readonly string[] Desk = ["CountyHall.Trading.Projects", "CountyHall.Trading.Documents", "CountyHall.Trading.Notices"];

    [Fact]
    public void Every_use_case_has_its_sample() =>
        Samples.Select(s => s.UseCase).ShouldBe(TradingModule.UseCases.Where(t => Desk.Contains(t.Namespace)), ignoreOrder: true);

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var of = await Tried.In(hall);
        foreach (var (useCase, right, ask) in Samples)
        {
            if (useCase == typeof(TenderAgainHandler))
                await of.LotFails();
            if (useCase == typeof(AcceptFilingHandler))
                (await hall.Get<FileDocumentHandler>().Handle(new(of.Tender), await hall.Occasion(Tendering.Agency))).ShouldBeDone();
            var before = await hall.Everything();
            foreach (var (who, account, changed) in Everyone)
            {
                var on = await hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
                if (changed is not null)
                    on = on with { By = changed(on.By) };
                if (MayAfterAll(useCase, account, changed is not null))
                    continue;
                var why = (await ask(hall, of, on)).ShouldNotBeNull($"{who} was allowed to: {useCase.Name}");
                (why is NotYourCharge or ChargeOfAnotherCounty or NotYourTender or NotYourFirm or SupervisedByAnother).ShouldBeTrue(
                    $"{who}, {useCase.Name}: {why.Code}"
                );
            }
            (await hall.Everything()).ShouldBe(before, useCase.Name);
            var key = $"right-{useCase.Name}";
            (await ask(hall, of, await hall.Occasion(right, key))).ShouldBeNull(useCase.Name);
            // The same key again gives the first answer and does nothing twice.
            var after = await hall.Everything();
            (await ask(hall, of, await hall.Occasion(right, key))).ShouldBeNull(useCase.Name);
            (await hall.Everything()).ShouldBe(after, useCase.Name);
        }
    }

    private static bool MayAfterAll(Type useCase, string account, bool changed)
    {
        if (changed)
            return false;
        var charge = (Charge)useCase.GetProperty(nameof(IUseCase.Charge))!.GetValue(null)!;
        return charge.Side switch
        {
            Side.Entity => account == Tendering.Entity,
            Side.EntityOrAgency => account is Tendering.Entity or Tendering.Agency,
            Side.Bidder => account == Tendering.Bidder,
            _ => account == Office,
        };
    }

    private static (Type, string, Func<Hall, Tried, Occasion, Task<Refusal?>>) Sample<THandler>(
        string right,
        Func<Hall, Tried, Occasion, Task<Refusal?>> ask
    ) => (typeof(THandler), right, ask);

    /// <summary>What the samples speak of: one tender that goes on from sample to sample.</summary>
    private sealed class Tried
    {
        private Hall hall = null!;
        private bool failed;

        public required string Project { get; init; }
        public required string Tender { get; init; }
        public required long Entity { get; init; }
        public required long Bidder { get; init; }
        public required string AgencyCode { get; init; }
        public required DocumentContent Model { get; init; }

        public static async Task<Tried> In(Hall hall)
        {
            var tender = await hall.EntersTender();
            return new()
            {
                hall = hall,
                Project = tender[..17],
                Tender = tender,
                Entity = await hall.FirmId(Tendering.EntityName),
                Bidder = await hall.FirmId("浙江示例恒筑建设有限公司"),
                AgencyCode = await hall.Read(db =>
                    db.Set<Firm>().Where(f => f.Name == Tendering.AgencyName).Select(f => f.Uscc).SingleAsync()
                ),
                Model = await hall.ModelFor(tender),
            };
        }

        /// <summary>As the opening does where fewer than three bids are there.</summary>
        public async Task LotFails()
        {
            if (failed)
                return;
            failed = true;
            var on = await hall.Occasion("system");
            (
                await hall.Get<Kernel.Data.HallWriter>()
                    .Write<LotEntered>(
                        on with
                        {
                            By = Actor.House,
                        },
                        async db =>
                        {
                            var number = $"{Tender}002";
                            var lot = await db.Lots.FirstAsync(l => l.Number == number);
                            lot.Take((Open open) => open.Fail(on.At, 1));
                            return db.Record(lot, on, new LotEntered(lot.Number, lot.Estimate));
                        }
                    )
            ).ShouldBeDone();
        }
    }
}

public sealed class Strangers_of_the_tender_desk_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_tender_desk_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_tender_desk_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_tender_desk_are_refused(hall),
        IClassFixture<PostgresHall>;
