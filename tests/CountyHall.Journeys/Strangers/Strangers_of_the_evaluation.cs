using CountyHall.Journeys.Trading;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Strangers;

/// <summary>Every use case of the evaluation refuses whoever has not the charge, and leaves no trace of having been asked.</summary>
public abstract class Strangers_of_the_evaluation_are_refused(Hall hall) : On_either_database(hall)
{
    private static readonly string[] Tenderers = ["wei.chengyu", "he.linxi", "su.wanqing"];
    private static readonly string[] Watching = [EvaluationGround.Supervisor];
    private static readonly string[] Members = EvaluationGround.Members;
    private static readonly string[] Leader = [EvaluationGround.Members[0]];
    private static readonly string[] First = [EvaluationGround.Bidders[0]];

    private static readonly string[] Everyone =
    [
        "",
        "zou.yunfei",
        "tao.jinyan",
        "deng.zhiyuan",
        "zhu.jingxing",
        "shao.wenzhou",
        "he.mingzhou",
        "sun.ruolan",
        "sheng.yuanxiu",
        "yuan.jinghe",
        "tan.yuchen",
        EvaluationGround.Replacement, // a person in the library who has no seat
        .. Tenderers,
        .. Watching,
        .. Members,
        .. EvaluationGround.Bidders,
    ];

    private sealed record Step(Type UseCase, string[] May, Func<Occasion, Task<Refusal?>> Ask, Func<Task>? Before = null);

    [Fact]
    public async Task Every_use_case_is_one_of_the_steps() =>
        (await Steps(await EvaluationGround.In(Hall)))
            .Select(s => s.UseCase)
            .Distinct()
            .ShouldBe(
                TradingModule.UseCases.Where(t => t.Namespace!.StartsWith("CountyHall.Trading.Evaluation", StringComparison.Ordinal)),
                ignoreOrder: true
            );

    [Fact]
    public async Task Strangers_are_refused_and_leave_no_trace_and_whoever_has_the_charge_may()
    {
        // Members of another committee are strangers here as well.
        var ground = await EvaluationGround.In(Hall);
        var traces = await Hall.Everything();
        foreach (var step in await Steps(ground))
        {
            if (step.Before is { } before)
            {
                await before();
                traces = await Hall.Everything();
            }
            foreach (var account in Everyone.Except(step.May))
                await IsRefused(step, account, null);
            await IsRefused(step, "", _ => Actor.House);
            if (step.May == Watching)
                await IsRefused(step, Watching[0], by => by with { Division = "330424" });
            (await Hall.Everything()).ShouldBe(traces, step.UseCase.Name);
            var right = step.May.Contains(EvaluationGround.Agency) ? EvaluationGround.Agency : step.May[0];
            var on = await Hall.Occasion(right, $"right-{step.UseCase.Name}-{Guid.NewGuid():N}");
            var why = await step.Ask(on);
            why.ShouldBeNull($"{right}, {step.UseCase.Name}: {why?.Code} {why?.Reason.En}");
            // The same key again, as after a kill before the answer arrived: the first answer, and nothing happens twice.
            var after = await Hall.Everything();
            (await step.Ask(on)).ShouldBeNull(step.UseCase.Name);
            traces = await Hall.Everything();
            traces.ShouldBe(after, step.UseCase.Name);
        }
    }

    [Fact]
    public async Task A_member_of_another_committee_has_no_desk_here()
    {
        var mine = await EvaluationGround.In(Hall);
        await mine.Begins();
        await mine.Leaves(EvaluationGround.Members[4]);
        foreach (var account in Everyone.Except(EvaluationGround.Members[..4]))
        {
            var on = await Hall.Occasion(account);
            var why = (await Hall.Read(db => MemberDesk.Of(db, mine.Number, on))).Refusal().ShouldNotBeNull(account);
            why.ShouldBeOfType<NotYourSeat>(account);
        }
        foreach (var account in Everyone.Except([EvaluationGround.Supervisor]))
        {
            var on = await Hall.Occasion(account);
            (await Hall.Read(db => EvaluationProgress.Of(db, mine.Number, on, supervisor: true))).Refusal().ShouldNotBeNull(account);
        }
    }

    private async Task IsRefused(Step step, string account, Func<Actor, Actor>? changed)
    {
        var on = await Hall.Occasion(account, $"stranger-{Guid.NewGuid():N}");
        if (changed is not null)
            on = on with { By = changed(on.By) };
        var why = (await step.Ask(on)).ShouldNotBeNull($"“{account}” was allowed to: {step.UseCase.Name}");
        (
            why
            is NotYourCharge
                or ChargeOfAnotherCounty
                or NotYourTender
                or NotYourFirm
                or NotYourSeat
                or SupervisedByAnother
                or LeaderOnly
                or NotYourScoreToExplain
        ).ShouldBeTrue($"“{account}”, {step.UseCase.Name}: {why.Code}");
    }

    private async Task<List<Step>> Steps(EvaluationGround ground)
    {
        var number = ground.Number;
        var firm = await ground.Opening.Firm(First[0]);
        var leader = (await ground.Seat(Members[0])).Id;
        var last = (await ground.Seat(Members[3])).Id;
        var (motion, asked) = (0L, 0L);
        return
        [
            Of<BeginEvaluationHandler, EvaluationBegun>(Tenderers, (h, on) => h.Handle(new(number, 240, ground.Credit()), on)),
            Of<NoteEvaluationHandler, EvaluationNoted>(Watching, (h, on) => h.Handle(new(number, "到场监督"), on)),
            Of<MakePledgeHandler, PledgeMade>(Members, (h, on) => h.Handle(new(number), on)),
            Of<VoteForLeaderHandler, LeaderVoteGiven>(
                Members,
                (h, on) => h.Handle(new(number, leader), on),
                () => ground.Pledges(Members[1..])
            ),
            Of<PutMotionHandler, MotionPut>(
                Members,
                (h, on) =>
                    h.Handle(new(number, MotionKind.RejectBid, ground.Bid(0), RejectionGround.CompletionTooLate, null, null, "示例"), on),
                async () =>
                {
                    foreach (var member in Members[1..3])
                        await ground.Ask<VoteForLeaderHandler, LeaderVoteGiven>(member, (h, on) => h.Handle(new(number, leader), on));
                },
                put => motion = put.Motion
            ),
            Of<VoteOnMotionHandler, MotionVoted>(Members, (h, on) => h.Handle(new(number, motion, false), on)),
            Of<AskBidderHandler, BidderAsked>(
                Leader,
                (h, on) => h.Handle(new(number, ground.Bid(0), ClarificationKind.Unclear, "示例问题", 30), on),
                async () =>
                {
                    foreach (var member in Members[1..3])
                        await ground.Ask<VoteOnMotionHandler, MotionVoted>(member, (h, on) => h.Handle(new(number, motion, false), on));
                },
                done => asked = done.Clarification
            ),
            Of<AnswerCommitteeHandler, CommitteeAnswered>(First, (h, on) => h.Handle(new(number, firm, asked, "示例答复", null, true), on)),
            Of<ClosePartHandler, PartClosed>(Members, (h, on) => h.Handle(new(number), on)),
            Of<GiveScoreHandler, ScoreGiven>(
                Members,
                (h, on) => h.Handle(new(number, ground.Bid(0), "plan", 2, null), on),
                () => ground.AllClose(Members[1..])
            ),
            Of<ExplainScoreHandler, ScoreExplained>(
                Leader,
                async (h, on) => await h.Handle(new(number, await Far(), null, "缺基坑方案"), on),
                async () =>
                {
                    foreach (var at in (int[])[1, 2])
                        await ground.Gives(Members[0], at, "plan", 15);
                    await ground.Scores("plan", 15, Members[1..]);
                    await ground.AllClose();
                    await ground.Scores("records", 10);
                    await ground.AllClose();
                }
            ),
            Of<DraftReportHandler, ReportDrafted>(Leader, (h, on) => h.Handle(new(number), on)),
            Of<SignReportHandler, ReportSigned>(Members, (h, on) => h.Handle(new(number, true, null), on)),
            Of<RecordRefusalToSignHandler, RefusalToSignRecorded>(
                Watching,
                (h, on) => h.Handle(new(number, last, "既不签字也不书面说明"), on)
            ),
            Of<DeclareRecusalHandler, RecusalDeclared>(Members, (h, on) => h.Handle(new(number, "与投标人负责人是近亲属"), on)),
        ];

        Task<long> Far() => Hall.Read(db => db.MemberScores.Where(s => s.Points == 2 && s.Seat == leader).Select(s => s.Id).SingleAsync());

        Step Of<THandler, T>(string[] may, Func<THandler, Occasion, Task<Result<T>>> ask, Func<Task>? before = null, Action<T>? done = null)
            where THandler : notnull =>
            new(
                typeof(THandler),
                may,
                async on =>
                {
                    var answer = await ask(Hall.Get<THandler>(), on);
                    if (answer is Result<T>.Done(var value))
                        done?.Invoke(value);
                    return answer.Refusal();
                },
                before
            );
    }
}

public sealed class Strangers_of_the_evaluation_are_refused_on_the_embedded_database(EmbeddedHall hall)
    : Strangers_of_the_evaluation_are_refused(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Strangers_of_the_evaluation_are_refused_on_PostgreSQL(PostgresHall hall)
    : Strangers_of_the_evaluation_are_refused(hall),
        IClassFixture<PostgresHall>;
