using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>退回付款人: a payment that is no security goes back by the way it came.</summary>
/// <param name="Line">Id of the line.</param>
public sealed record ReturnPayment(long Line);

[Quiet]
public sealed record ReturnInstructed(string Order, long Amount);

/// <summary>Nothing may be kept that is no security, and nothing be used for anything else (Implementing Regulation art. 26).</summary>
public sealed class ReturnPaymentHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<ReturnInstructed>> Handle(ReturnPayment ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ReturnInstructed>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var line = await db.StatementLines.FirstOrDefaultAsync(l => l.Id == ask.Line && l.Division == on.By.Division);
                if (line is not { Stage: LineWaiting waiting, Flow: Flow.In, AccountHash: { } account })
                    return new LineNotFound();
                var order = await PaymentOrders.Make(db, on, line, account, line.Amount, 0, null);
                line.Stage = waiting.Return(on.At, order.Id);
                db.Post(on, line.Division, CountyTime.DayOf(on.At), PostingKind.ReturnOrdered, line.Amount, line: line.Id, order: order.Id);
                return db.Record(line, on, new ReturnInstructed(order.Number, line.Amount));
            },
            ct
        );
}

/// <summary>An order to the bank was written.</summary>
[Quiet]
public sealed record OrderWritten(string Number, long Principal, long Interest);

internal static class PaymentOrders
{
    /// <summary>Writes an order that pays back to the account of a line.</summary>
    public static async Task<PaymentOrder> Make(
        HallDb db,
        Occasion on,
        StatementLine line,
        string account,
        long principal,
        long interest,
        long? security
    )
    {
        var day = CountyTime.DayOf(on.At);
        var serial = await db.NextNumber($"payment-order:{line.Division}:{day:yyyyMMdd}");
        var order = new PaymentOrder
        {
            Id = Ids.Next(on.At),
            Division = line.Division,
            Number = $"TK{line.Division}{day:yyyyMMdd}{serial:0000}",
            Security = security,
            Line = line.Id,
            Serial = line.Serial,
            AccountHash = account,
            Principal = principal,
            Interest = interest,
            Stage = OrderStage.Begin(on.At),
        };
        db.Add(order);
        db.Record(order, on, new OrderWritten(order.Number, principal, interest), answer: false);
        return order;
    }
}
