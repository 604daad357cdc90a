using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Award;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of the award refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_the_award_are_refused(Hall hall) : On_either_database(hall)
{
    private static readonly string[] Entities = ["wei.chengyu", "he.linxi"];
    private static readonly string[] Tenderers = [.. Entities, "su.wanqing"];
    private static readonly string[] Watching = ["luo.qingyan"];
    private static readonly string[] First = [AwardGround.Bidders[0]];

    private static readonly string[] Everyone =
    [
        "",
        "lu.songnian",
        "zhu.jingxing",
        "shao.wenzhou",
        "meng.hanzhi",
        "he.mingzhou",
        "sun.ruolan",
        "yuan.jinghe",
        "sheng.yuanxiu",
        "yao.mingqu",
        .. Tenderers,
        .. Watching,
        .. AwardGround.Members,
        .. AwardGround.Bidders,
    ];

    private sealed record Step(Type UseCase, string[] May, Func<Occasion, Task<Refusal?>> Ask, Func<Task>? Before = null);

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        var ground = await AwardGround.In(Hall);
        var twice = await AwardGround.FailedTwice(Hall);
        var steps = await Steps(ground, twice);
        steps
            .Select(s => s.UseCase)
            .Distinct()
            .ShouldBe(
                TradingModule.UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Award", StringComparison.Ordinal)),
                ignoreOrder: true
            );
        foreach (var step in steps)
        {
            if (step.Before is { } before)
                await before();
            var traces = await Hall.Everything();
            foreach (var account in Everyone.Except(step.May))
                await IsRefused(step, account, null);
            await IsRefused(step, "", _ => Actor.House);
            foreach (var account in step.May.Where(Watching.Contains))
                await IsRefused(step, account, by => by with { Division = "330424" });
            (await Hall.Everything()).ShouldBe(traces, step.UseCase.Name);
            var on = await Hall.Occasion(step.May[0], $"right-{step.UseCase.Name}-{Guid.NewGuid():N}");
            var why = await step.Ask(on);
            why.ShouldBeNull($"{step.May[0]}, {step.UseCase.Name}: {why?.Code} {why?.Reason.En}");
            // The same key again: the first answer, and nothing happens twice.
            var after = await Hall.Everything();
            (await step.Ask(on)).ShouldBeNull(step.UseCase.Name);
            (await Hall.Everything()).ShouldBe(after, step.UseCase.Name);
        }
    }

    private async Task IsRefused(Step step, string account, Func<Actor, Actor>? changed)
    {
        var on = await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
        if (changed is not null)
            on = on with { By = changed(on.By) };
        var why = (await step.Ask(on)).ShouldNotBeNull($"“{account}” was allowed to: {step.UseCase.Name}");
        (why is NotYourCharge or ChargeOfAnotherCounty or NotYourTender or NotYourFirm or NotYourSeat or SupervisedByAnother).ShouldBeTrue(
            $"“{account}”, {step.UseCase.Name}: {why.Code}"
        );
    }

    private async Task<List<Step>> Steps(AwardGround ground, OpeningGround twice)
    {
        var lot = ground.Lot;
        var details = await ground.Details();
        var (first, second) = (await ground.Opening.Firm(AwardGround.Bidders[0]), await ground.Opening.Firm(AwardGround.Bidders[1]));
        var seat = await ground.Seat(AwardGround.Members[0]);
        return
        [
            Of<ReferBackHandler, ReportReferredBack>(Entities, (h, on) => h.Handle(new(lot, "示例问题"), on)),
            Of<SignReviewHandler, ReviewSigned>([AwardGround.Members[0]], (h, on) => h.Handle(new(lot, seat, "示例意见", []), on)),
            Of<PublishCandidatesHandler, CandidatesShown>(
                Tenderers,
                (h, on) => h.Handle(new(lot, details), on),
                async () =>
                {
                    foreach (var member in AwardGround.Members.Skip(1))
                        await ground.Reviews(member);
                }
            ),
            Of<ObjectToResultHandler, ResultObjected>(First, (h, on) => h.Handle(new(lot, first, null, "示例异议"), on)),
            Of<AnswerResultObjectionHandler, ResultObjectionAnswered>(
                Tenderers,
                (h, on) => h.Handle(new(lot, 1, ObjectionOutcome.NotUpheld, "示例答复"), on)
            ),
            Of<FixWinnerHandler, WinnerWasFixed>(Entities, (h, on) => h.Handle(new(lot), on), ground.PassesPublicity),
            Of<GiveUpHandler, AwardGivenUp>(First, (h, on) => h.Handle(new(lot, first, "示例原因"), on)),
            Of<PassOverHandler, CandidatePassedOver>(Entities, (h, on) => h.Handle(new(lot, first, PassOverGround.GaveUp, "示例声明"), on)),
            Of<IssueAwardNoticeHandler, AwardNoticeIssued>(Entities, (h, on) => h.Handle(new(lot, 100_00), on)),
            Of<ReportAwardHandler, AwardReported>(Tenderers, (h, on) => h.Handle(new(lot, null), on)),
            Of<ReceiveBondHandler, BondReceived>(Entities, (h, on) => h.Handle(new(lot, 100_00, "示例保函"), on)),
            Of<ProposeContractHandler, ContractWasProposed>(
                Entities,
                async (h, on) => await h.Handle(new(lot, await ground.Contract()), on)
            ),
            Of<SignContractHandler, ContractWasSigned>([AwardGround.Bidders[1]], (h, on) => h.Handle(new(lot, second), on)),
            Of<PublishContractHandler, ContractFiled>(Tenderers, (h, on) => h.Handle(new(lot), on)),
            Of<RecordPerformanceHandler, PerformanceRecorded>(
                Tenderers,
                (h, on) => h.Handle(new(lot, PerformanceKind.Progress, null, "示例进度"), on)
            ),
            Of<CompleteContractHandler, ContractCompleted>(Entities, (h, on) => h.Handle(new(lot, "示例验收"), on)),
            Of<ArchiveTenderHandler, TenderWasArchived>(Tenderers, (h, on) => h.Handle(new(ground.Tender), on)),
            Of<AskToStopHandler, StopAsked>(Entities, (h, on) => h.Handle(new(twice.Lots[0].Number, "示例理由"), on)),
            Of<DecideStopHandler, StopDecided>(Watching, (h, on) => h.Handle(new(twice.Lots[0].Number, true, "示例意见"), on)),
            await Failing(),
        ];

        async Task<Step> Failing()
        {
            var rejected = await AwardGround.In(Hall, []);
            return Of<FailAwardHandler, AwardFellThrough>(Tenderers, (h, on) => h.Handle(new(rejected.Lot), on));
        }

        Step Of<THandler, T>(string[] may, Func<THandler, Occasion, Task<Result<T>>> ask, Func<Task>? before = null)
            where THandler : notnull => new(typeof(THandler), may, async on => (await ask(Hall.Get<THandler>(), on)).Refusal(), before);
    }
}

public sealed class Strangers_of_the_award_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_award_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_award_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_award_are_refused(hall),
        IClassFixture<PostgresHall>;
