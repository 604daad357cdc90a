using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Oversight;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Cases;

/// <summary>What Oversight makes of a case: lamps that turn and orders that climb by themselves, and what a bad grade brings.</summary>
public abstract class Watched_and_evaluated(Hall hall) : On_either_database(hall)
{
    private const string Restaurant = "restaurant-food-licence";

    [Fact]
    public async Task A_case_kept_past_its_limit_is_warned_reminded_ordered_and_escalated_without_anybody()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var (story, promised) = await InTheHandsOfOneOffice(hall);
        await hall.Announces();
        (await hall.Supervised(story)).ShouldBeEmpty();

        var yellow = promised.WarnsFrom(WorkingCalendar.Published, hall.Now);
        var due = promised.Read(WorkingCalendar.Published, hall.Now);
        hall.Clock.SetUtcNow(yellow);
        await hall.Announces();
        (await hall.Supervised(story)).ShouldBe(["office-warned"]);
        await hall.Announces();
        (await hall.Supervised(story)).ShouldBe(["office-warned"]); // looked at again, and nothing happens twice

        // The house is closed and opened again in the middle; nothing is missed.
        await using var node = await hall.AnotherNode();
        hall.Clock.SetUtcNow(CountyTime.StartOfDay(due.Due));
        await node.Announces();
        (await node.Supervised(story)).ShouldBe(["office-warned", "office-reminded"]);
        hall.Clock.SetUtcNow(due.DueAt);
        await node.Announces();
        (await node.Supervised(story)).ShouldBe(["office-warned", "office-reminded"]); // the last instant in time
        hall.Clock.SetUtcNow(due.DueAt.AddSeconds(1));
        await Task.WhenAll(hall.Announces(), node.Announces()); // two nodes at once
        (await node.Supervised(story)).ShouldBe(["office-warned", "office-reminded", "order-given"]);

        var order = await node.Supervision(story);
        var answerBy = order.Stage.ShouldBeOfType<Ordered>().Answer.Read(WorkingCalendar.Published, hall.Now).DueAt;
        hall.Clock.SetUtcNow(answerBy.AddSeconds(1));
        // No timer has fired, and the answer of an approver is too late all the same.
        var late = await node.Get<AnswerOrderHandler>().Handle(Answer(order), await node.Occasion("gu.yanqiu"));
        late.Refusal().ShouldBeRefused<HeadAnswers>();
        await node.Announces();
        string[] climbed = ["office-warned", "office-reminded", "order-given", "order-escalated"];
        (await node.Supervised(story)).ShouldBe(climbed);
        (
            await node.Get<AnswerOrderHandler>()
                .Handle(Answer(order, CountyTime.DayOf(hall.Now)), await node.Occasion("lu.bingzhu", "answer"))
        ).ShouldBeDone();
        var told = await node.Read(db => db.Set<Job>().CountAsync(j => j.Kind == "staff-message" && j.Body.Contains(story.Number.Value)));
        told.ShouldBe(5); // one for each step, and the leader for the last

        await Story.Of(node, story.Number).As("shen.yining").ChecksOnSite("gu.yanqiu").Agrees();
        await node.Announces();
        (await node.Supervised(story)).ShouldBe([.. climbed, "order-replied", "supervision-lifted"]);
        (await node.Examine()).ShouldBeEmpty();

        // Whoever slept through all of it records the same steps as of the same instants.
        await using var asleep = await Journeys.Hall.Open(Hall.Engine);
        var (other, _) = await InTheHandsOfOneOffice(asleep);
        asleep.Clock.SetUtcNow(answerBy.AddSeconds(1));
        await asleep.Announces();
        (await asleep.Supervised(other)).ShouldBe(climbed);
        var (here, there) = (await node.When(story), await asleep.When(other));
        there.ShouldBe(here.Take(climbed.Length));
    }

    [Fact]
    public async Task A_supervisor_asks_before_the_clock_does_and_the_end_of_the_case_lifts_it()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var (story, _) = await InTheHandsOfOneOffice(hall);
        var on = await hall.Occasion("yao.mingqu", "order");
        var asking = new GiveOrder(story.Number.Value, "scjg", "申请人来电，询问进度");
        var given = (await hall.Get<GiveOrderHandler>().Handle(asking, on)).ShouldBeDone();
        (await hall.Get<GiveOrderHandler>().Handle(asking, on)).ShouldBeDone().ShouldBe(given); // the same form sent twice
        (await hall.Get<GiveOrderHandler>().Handle(asking, on with { Key = "again" })).Refusal().ShouldBeRefused<OrderedAlready>();
        (await hall.Get<GiveOrderHandler>().Handle(asking with { Office = "xf" }, on with { Key = "xf" }))
            .Refusal()
            .ShouldBeRefused<NotInHand>();

        var order = await hall.Supervision(story);
        (
            await hall.Get<AnswerOrderHandler>()
                .Handle(Answer(order, CountyTime.DayOf(hall.Now)), await hall.Occasion("gu.yanqiu", "answer"))
        ).ShouldBeDone();
        await Story.Of(hall, story.Number).As("shen.yining").ChecksOnSite("gu.yanqiu").Agrees();
        await hall.Announces();
        (await hall.Supervised(story)).ShouldBe(["order-given", "order-replied", "supervision-lifted"]);
    }

    [Fact]
    public async Task Stops_of_the_clock_are_noted_and_a_long_one_is_odd()
    {
        var story = await Story
            .In(Hall)
            .As("zhu.jingxing")
            .Receives(Restaurant, then: AfterReceipt.Accept)
            .As("shen.yining")
            .Pauses(SpecialProcedureKind.Testing, 21);
        Hall.Clock.Advance(TimeSpan.FromMinutes(1));
        await story.As("shen.yining").Resumes().Pauses(SpecialProcedureKind.Testing, 2);
        await Hall.Announces();
        await Hall.Announces();
        var stops = await Hall.Read(db =>
            db.NotedStops.AsNoTracking().Where(s => s.Number == story.Number.Value).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync()
        );
        stops.Select(s => string.Join(' ', s.Odd)).ShouldBe(["Long", "Repeated"]);
    }

    [Fact]
    public async Task A_bad_grade_is_closed_only_with_a_cause_an_action_and_a_second_contact()
    {
        var asked = await Hall.Finished();
        var link = Hall.Get<EvaluationLinks>().Of(asked.Id);
        var evaluate = Hall.Get<EvaluateCaseHandler>();
        (await evaluate.Handle(new(link[..^1], Grade.Dissatisfied, [], null, true), await Hall.Occasion("")))
            .Refusal()
            .ShouldBeRefused<EvaluationNotFound>();

        // Two at once, and once more from the account: the first answer stands.
        var nobody = await Hall.Occasion("");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => evaluate.Handle(new(link, Grade.Dissatisfied, ["slow"], "等了很久", true), nobody))
        );
        answers.ShouldAllBe(a => a.ShouldBeDone().Grade == Grade.Dissatisfied);
        var later = (
            await evaluate.Handle(new(link, Grade.VerySatisfied, [], null, true), await Hall.Occasion("gu.qinglan", "k"))
        ).ShouldBeDone();
        (later.Grade, later.Via, later.Words).ShouldBe((Grade.Dissatisfied, EvaluatedVia.Link, "等了很久"));

        var task = await Hall.Read(db => db.Rectifications.AsNoTracking().SingleAsync(r => r.EvaluationId == asked.Id));
        task.Office.ShouldBe("scjg");
        var rated = await Hall.Occasion("shen.yining");
        (await Hall.Get<VerifyBadEvaluationHandler>().Handle(new(task.Id, "原因", ContactWay.Phone, "联系"), rated))
            .Refusal()
            .ShouldBeRefused<RatedYourself>();
        var other = await Hall.Occasion("gu.yanqiu");
        (await Hall.Get<CallBackEvaluatorHandler>().Handle(new(task.Id, ContactWay.Phone, "联系", true), other))
            .Refusal()
            .ShouldBeRefused<NothingToCloseYet>();
        (await Hall.Get<VerifyBadEvaluationHandler>().Handle(new(task.Id, "排队过长", ContactWay.Phone, "已致歉"), other)).ShouldBeDone();
        (await Hall.Get<RectifyBadEvaluationHandler>().Handle(new(task.Id, "增开窗口"), other)).ShouldBeDone();
        (await Hall.Get<CallBackEvaluatorHandler>().Handle(new(task.Id, ContactWay.Phone, "认可", true), rated))
            .Refusal()
            .ShouldBeRefused<RatedYourself>();
        (
            await Hall.Get<CallBackEvaluatorHandler>()
                .Handle(new(task.Id, ContactWay.Phone, "认可", true), await Hall.Occasion("lu.bingzhu"))
        ).ShouldBeDone();
        (await Hall.Facts(task.Id))
            .Select(f => f.Kind)
            .ShouldBe(["rectification-opened", "bad-evaluation-verified", "bad-evaluation-rectified", "evaluator-called-back"]);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_was_asked_is_counted_so_that_the_response_rate_stands_beside_the_average()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var asked = new List<Evaluation> { await hall.Finished(), await hall.Finished() };
        var done = new CaseCompleted(
            asked[0].CaseId,
            asked[0].Number,
            "330421",
            Restaurant,
            ("甲", "A"),
            "scjg",
            "A03",
            asked[0].Applicant,
            [1],
            hall.Now
        );
        await hall.Get<InviteToEvaluate>().Do(done, default); // a job may come twice
        await hall.Get<EvaluateCaseHandler>()
            .Handle(new(hall.Get<EvaluationLinks>().Of(asked[0].Id), Grade.Satisfied, [], null, true), await hall.Occasion(""));
        var figures = hall.Get<EvaluationFigures>();
        foreach (var by in Enum.GetValues<EvaluatedBy>())
        {
            var figure = (await figures.Read("330421", 202611, 202611, by)).ShouldHaveSingleItem();
            figure.Key.ShouldBe(
                by switch
                {
                    EvaluatedBy.Office => "scjg",
                    EvaluatedBy.Item => Restaurant,
                    _ => "A03",
                }
            );
            (figure.Invited, figure.Answered, figure.Average, figure.ResponseRate).ShouldBe((2, 1, 4m, 50m));
        }
        (await figures.Read("330421", 202612, 202612, EvaluatedBy.Office)).ShouldBeEmpty();
        var before = await figures.Read("330421", 202611, 202611, EvaluatedBy.Item);
        await hall.Get<Kernel.Data.HallWriter>().Write(db => EvaluationTally.Rebuild(db, "330421"));
        (await figures.Read("330421", 202611, 202611, EvaluatedBy.Item)).Single().Counts.ShouldBe(before.Single().Counts);
    }

    private static AnswerOrder Answer(Supervision order, DateOnly? by = null) =>
        new(order.Id, "检测报告未到", "已催检测机构", by ?? new DateOnly(2026, 12, 1));

    private static async Task<(Story Story, Clock Promised)> InTheHandsOfOneOffice(Hall hall)
    {
        var story = await Story.In(hall).As("zhu.jingxing").Receives(Restaurant, then: AfterReceipt.Accept).As("cheng.jingzhi").Agrees();
        return (story, ((Reviewing)(await story.Case()).Stage).Promised);
    }
}

public sealed class Watched_and_evaluated_on_the_embedded_database(EmbeddedHall hall)
    : Watched_and_evaluated(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Watched_and_evaluated_on_PostgreSQL(PostgresHall hall) : Watched_and_evaluated(hall), IClassFixture<PostgresHall>;

/// <summary>What tests ask of supervision and evaluation.</summary>
public static class Watching_it
{
    /// <summary>Everything that goes on by itself goes on until nothing is left to do now.</summary>
    public static async Task Announces(this Hall hall)
    {
        int did;
        do
        {
            did = await hall.Get<ClockWatch>().LookOnce() + await hall.Get<SupervisionWatch>().LookOnce();
            did += await hall.Get<JobRunner>().RunDue();
        } while (did > 0);
    }

    /// <summary>What happened in the supervision of a case, by kind, in order.</summary>
    public static async Task<List<string>> Supervised(this Hall hall, Story story) =>
        [.. (await Recorded(hall, story)).Select(f => f.Kind)];

    /// <summary>The same as of when.</summary>
    public static async Task<List<(string, DateTime)>> When(this Hall hall, Story story) =>
        [.. (await Recorded(hall, story)).Select(f => (f.Kind, f.OccurredAt))];

    public static Task<Supervision> Supervision(this Hall hall, Story story) =>
        hall.Read(db => db.Supervisions.AsNoTracking().SingleAsync(s => s.Number == story.Number.Value));

    public static Task<List<Fact>> Facts(this Hall hall, long subject) =>
        hall.Read(db => db.Facts.AsNoTracking().Where(f => f.Subject == subject).OrderBy(f => f.Id).ToListAsync());

    /// <summary>A case with its result in the applicant's hand, and the invitation to evaluate it.</summary>
    public static async Task<Evaluation> Finished(this Hall hall)
    {
        var story = await Story
            .In(hall)
            .As("zhu.jingxing")
            .Receives("restaurant-food-licence", then: AfterReceipt.Accept)
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .Agrees()
            .As("cheng.jingzhi")
            .Agrees()
            .As("jiang.yanqiu")
            .Makes()
            .HandsOver("0119");
        await hall.Announces();
        return await hall.Read(db => db.Evaluations.AsNoTracking().SingleAsync(e => e.Number == story.Number.Value));
    }

    private static async Task<List<Fact>> Recorded(Hall hall, Story story)
    {
        var ids = await hall.Read(db => db.Supervisions.Where(s => s.Number == story.Number.Value).Select(s => s.Id).ToListAsync());
        return await hall.Read(db => db.Facts.AsNoTracking().Where(f => ids.Contains(f.Subject)).OrderBy(f => f.Id).ToListAsync());
    }
}
