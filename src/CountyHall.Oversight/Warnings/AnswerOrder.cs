using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Warnings;

/// <summary>答复督办: the office says why, what is done now and by which day; an order that was escalated is answered by the head.</summary>
public sealed record AnswerOrder(long Supervision, string Cause, string Measure, DateOnly? CloseBy);

public sealed record OrderReplied(string Case, string Office, Reply Reply);

public sealed class AnswerOrderHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfOffice;

    public Task<Result<OrderReplied>> Handle(AnswerOrder ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<OrderReplied>(
            on,
            async db =>
            {
                if (await db.Supervisions.FirstOrDefaultAsync(s => s.Id == ask.Supervision) is not { } order)
                    return new SupervisionNotFound();
                if (Charge.Check(on.By, order.Division, order.Office) is { } refusal)
                    return refusal;
                // Where the clock stands now counts, also before a timer has said so.
                if (order.Stage is Ordered late && late.TurnBy(on.At, calendar.Now, late.Answer) is { } escalated)
                {
                    order.MoveTo(escalated);
                    CaseWatch.Announce(db, order, escalated, on with { By = Actor.House, Channel = Channel.Clock }, calendar.Now);
                }
                if (order.Stage is Escalated && !on.By.Is(Role.Head) && await HasHead(db, order))
                    return new HeadAnswers();
                var reply = Reply.Of(ask.Cause, ask.Measure, ask.CloseBy, on.At, on.By.Id, on.By.Name, calendar.Now);
                return reply.Then(said => Step(order, said)).Then<OrderReplied>(done => db.Record(order, on, done));
            },
            ct
        );

    internal static Result<OrderReplied> Step(Supervision order, Reply said)
    {
        SupervisionStage? next = order.Stage switch
        {
            Ordered ordered => ordered.Reply(said),
            Escalated escalated => escalated.Explain(said),
            _ => null,
        };
        if (next is null)
            return new NoOrderToAnswer(order.Stage.Name);
        order.MoveTo(next);
        return new OrderReplied(order.Number, order.Office, said);
    }

    // The service centre's windows have no head of their own; whoever works there answers.
    private static async Task<bool> HasHead(HallDb db, Supervision order)
    {
        var posts = await db.Set<Staff>().AsNoTracking().Where(s => s.Division == order.Division && s.Office == order.Office).ToListAsync();
        return posts.Any(s => s.LeftOn is null && s.Roles.Contains(Role.Head));
    }
}

public sealed record SupervisionNotFound()
    : Refusal(("没有这件督办。", "There is no such order."), ("请从列表中打开。", "Open it from the list."));

public sealed record NoOrderToAnswer(Words At)
    : Refusal(
        ($"现在处于“{At.Zh}”，没有要答复的督办。", $"It stands at “{At.En}”; there is no order to answer."),
        ("刷新页面看现在的情况。", "Reload the page to see how it stands."),
        Rulebook.OrderAnswer.Basis
    );

public sealed record HeadAnswers()
    : Refusal(
        ("这件督办已上报，须由本单位负责人说明。", "This order was escalated; the head of the office answers it."),
        ("请本单位负责人登录答复。", "Ask the head of your office to answer."),
        Rulebook.OrderAnswer.Basis
    );
