using System.Globalization;
using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Securities;

/// <summary>导出付款文件: all orders that wait go to the bank in one file.</summary>
public sealed record ExportPaymentOrders;

/// <param name="File">Number of the file.</param>
[Quiet]
public sealed record OrdersExported(string File, int Orders, long Total);

/// <summary>The order went to the bank.</summary>
[Quiet]
public sealed record OrderExported(string File);

/// <summary>The file names serials and amounts and nobody's name: the bank pays back by the way each payment came.</summary>
public sealed class ExportPaymentOrdersHandler(HallWriter writer) : IUseCase
{
    private const int MostOrders = 2_000;

    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<OrdersExported>> Handle(ExportPaymentOrders ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<OrdersExported>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var division = on.By.Division;
                var made = Recording.KindOf(typeof(OrderMade));
                var orders = await db
                    .PaymentOrders.Where(o => o.Division == division && o.StageName == made)
                    .OrderBy(o => o.Id)
                    .Take(MostOrders)
                    .ToListAsync();
                if (orders.Count == 0)
                    return new NothingToExport();
                var day = CountyTime.DayOf(on.At);
                var file = $"FK{division}{day:yyyyMMdd}{await db.NextNumber($"payment-file:{division}:{day:yyyyMMdd}"):000}";
                foreach (var order in orders.Skip(1))
                    Send(order, answer: false);
                Send(orders[0], answer: false);
                return db.Record(orders[0], on, new OrdersExported(file, orders.Count, orders.Sum(o => o.Total)));

                void Send(PaymentOrder order, bool answer)
                {
                    order.Stage = ((OrderMade)order.Stage).Send(on.At, file);
                    db.Record(order, on, new OrderExported(file), answer: answer);
                }
            },
            ct
        );

    /// <summary>付款文件 as comma-separated values; docs/interfaces.md describes it.</summary>
    public static string Csv(string file, IEnumerable<PaymentOrder> orders)
    {
        var text = new StringBuilder("\uFEFF").Append(CultureInfo.InvariantCulture, $"付款文件,{file}\r\n");
        text.Append("指令编号,原收款流水号,本金,利息,合计,方式\r\n");
        foreach (var order in orders)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{order.Number},{Cell(order.Serial)},{order.Principal / 100m:0.00},{order.Interest / 100m:0.00},{order.Total / 100m:0.00},原路退回\r\n"
            );
        return text.ToString();
    }

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
}
