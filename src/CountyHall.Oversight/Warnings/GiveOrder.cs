using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Warnings;

/// <summary>督办: a supervisor asks an office about a running case before the clock does.</summary>
/// <param name="Case">The number of the case.</param>
/// <param name="Office">Key of an office that has it now.</param>
public sealed record GiveOrder(string Case, string Office, string Reason);

public sealed class GiveOrderHandler(HallWriter writer, IWatchedCases cases, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<OrderGiven>> Handle(GiveOrder ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<OrderGiven>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, ask.Office) is { } refusal)
                    return refusal;
                // A case of another county is not there.
                if (await cases.Find(db, ask.Case, on.At) is not { } seen || seen.Division != on.By.Division)
                    return new SupervisedCaseNotFound(ask.Case);
                if (string.IsNullOrWhiteSpace(ask.Reason))
                    return new OrderReasonMissing();
                if (seen.Clock is null || !seen.Holders.Contains(ask.Office))
                    return new NotInHand();
                var open = await db.Supervisions.FirstOrDefaultAsync(s =>
                    s.CaseId == seen.Id && s.Office == ask.Office && s.StageName != "lifted"
                );
                if (open is not null && open.Stage is not BeforeOrder)
                    return new OrderedAlready();
                var order = Ordered.ByHand(on.At, ask.Reason.Trim(), on.By.Name);
                if (open is null)
                    db.Supervisions.Add(open = Supervision.Of(seen, ask.Office, order, on.At));
                else
                    open.Stage = order;
                open.Follow(seen, calendar.Now, on.At);
                CaseWatch.Announce(db, open, order, on, calendar.Now, answer: true);
                return OrderGiven.Of(open, order, calendar.Now);
            },
            ct
        );
}

public sealed record SupervisedCaseNotFound(string Asked)
    : Refusal(($"查无办件 {Asked}。", $"There is no case {Asked}."), ("请核对编号。", "Check the number."));

public sealed record OrderReasonMissing()
    : Refusal(
        ("没有写明督办什么。", "What the order is about is missing."),
        ("请写明事由，承办单位会看到。", "Say what it is about; the office reads it."),
        Rulebook.OrderAnswer.Basis
    );

public sealed record NotInHand()
    : Refusal(
        ("这件现在不在该单位手里，不能向它督办。", "That office does not have the case now."),
        ("办件页上写着现在在谁手里。", "The case page says who has it."),
        Rulebook.OrderAnswer.Basis
    );

public sealed record OrderedAlready()
    : Refusal(
        ("该单位对这件已有督办，还没有解除。", "There is an open order to that office about this case."),
        ("请等答复，到期没有答复会自动上报。", "Wait for the answer; without one it is escalated by itself."),
        Rulebook.OrderAnswer.Basis
    );
