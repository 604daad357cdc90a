using System.Globalization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Similarity;

/// <summary>What may be wrong in a cell of a bill.</summary>
public enum BillFault
{
    /// <summary>算术错误: quantity times unit price is not the amount.</summary>
    Arithmetic,

    /// <summary>合计错误: the amounts do not come to the total.</summary>
    Sum,

    /// <summary>清单合计与唱标价不一致</summary>
    TotalDiffers,

    /// <summary>漏项: an item of the blank bill is not there.</summary>
    MissingItem,

    /// <summary>增项: an item that the blank bill does not have.</summary>
    ExtraItem,

    /// <summary>工程量改动</summary>
    ChangedQuantity,

    /// <summary>未报价: no readable unit price.</summary>
    NoPrice,

    /// <summary>零报价</summary>
    ZeroPrice,

    /// <summary>负报价</summary>
    NegativePrice,

    /// <summary>异常报价: far from what the others ask for the same item.</summary>
    AbnormalPrice,
}

/// <summary>A cell in which something is wrong: a question to the committee, never a decision.</summary>
/// <param name="Row">Line of the bidder's table, from 1; of the blank bill for an item that is missing; 0 for the price read out.</param>
/// <param name="Column">Heading of the column.</param>
/// <param name="Item">Code and name of the item.</param>
/// <param name="Stands">What stands there.</param>
/// <param name="Should">What should stand there, or what it was compared with.</param>
public sealed record BillFinding(BillFault Fault, int Row, string Column, string Item, string Stands, string Should);

/// <summary>The bill of one bid.</summary>
/// <param name="Id">Number of the bid, such as B003.</param>
/// <param name="ReadOut">The price read out at the opening, yuan; none where it is not compared.</param>
public sealed record CheckedBill(string Id, IReadOnlyList<BillRow> Rows, decimal? ReadOut);

/// <summary>County setting: how far a number may be off.</summary>
public sealed record BillCheckSettings
{
    /// <summary>Yuan by which an amount or a sum may differ, for rounding; more is a finding.</summary>
    public decimal Tolerance { get; init; } = 0.01m;

    /// <summary>Share of the median by which a unit price may differ; more is a finding. Ours: no law gives a number.</summary>
    public decimal Abnormal { get; init; } = 0.50m;

    /// <summary>Bids that price an item, below which its median says nothing.</summary>
    public int LeastForMedian { get; init; } = 3;
}

/// <summary>清标: the bills of a lot, checked cell by cell before they are evaluated.</summary>
/// <remarks>
/// Committee measures (Order 12) art. 19: arithmetic errors are put before the bidder. The committee judges what a finding means. Pure: the same
/// findings for the same bills, in the order of the rows.
/// </remarks>
public static class BillCheck
{
    public const string Amount = "合价";
    public const string Price = "综合单价";
    public const string Quantity = "工程量";
    public const string Code = "项目编码";

    public static Words NameOf(BillFault fault) =>
        fault switch
        {
            BillFault.Arithmetic => ("算术错误", "wrong product"),
            BillFault.Sum => ("合计错误", "wrong sum"),
            BillFault.TotalDiffers => ("清单合计与唱标价不一致", "total and price read out differ"),
            BillFault.MissingItem => ("漏项", "missing item"),
            BillFault.ExtraItem => ("增项", "item not asked for"),
            BillFault.ChangedQuantity => ("工程量改动", "changed quantity"),
            BillFault.NoPrice => ("未报价", "no price"),
            BillFault.ZeroPrice => ("零报价", "price of zero"),
            BillFault.NegativePrice => ("负报价", "negative price"),
            _ => ("异常报价", "abnormal price"),
        };

    /// <summary>The findings of every bill, by the number of its bid.</summary>
    /// <param name="blank">The blank bill of the tender; empty where none is known, and then neither items nor quantities are compared.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<BillFinding>> Of(
        IReadOnlyList<BillRow> blank,
        IReadOnlyList<CheckedBill> bills,
        BillCheckSettings settings
    )
    {
        var keyed = bills.Select(b => (Bill: b, Items: Keyed(b.Rows))).ToList();
        var medians = keyed
            .SelectMany(b => b.Items)
            .Where(i => i.Row.PriceValue is > 0)
            .GroupBy(i => i.Key, i => i.Row.PriceValue!.Value, StringComparer.Ordinal)
            .Where(g => g.Count() >= settings.LeastForMedian)
            .ToDictionary(g => g.Key, Median, StringComparer.Ordinal);
        var asked = Keyed(blank);
        return keyed.ToDictionary(
            b => b.Bill.Id,
            b =>
                (IReadOnlyList<BillFinding>)
                    [
                        .. Cells(b.Items, medians, settings),
                        .. asked.Count == 0 ? [] : AgainstBlank(asked, b.Items),
                        .. Sums(b.Bill, settings),
                    ],
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<BillFinding> Cells(
        List<(string Key, BillRow Row)> items,
        Dictionary<string, decimal> medians,
        BillCheckSettings settings
    )
    {
        foreach (var (key, row) in items)
        {
            switch (row.PriceValue)
            {
                case null:
                    yield return Found(BillFault.NoPrice, row, Price, row.Price, "");
                    continue;
                case 0:
                    yield return Found(BillFault.ZeroPrice, row, Price, row.Price, "");
                    break;
                case < 0:
                    yield return Found(BillFault.NegativePrice, row, Price, row.Price, "");
                    break;
                case { } price when medians.TryGetValue(key, out var median) && Math.Abs(price - median) > settings.Abnormal * median:
                    yield return Found(BillFault.AbnormalPrice, row, Price, row.Price, Text(median));
                    break;
            }
            if (row is { QuantityValue: { } quantity, PriceValue: { } unit })
            {
                var product = Math.Round(quantity * unit, 2, MidpointRounding.AwayFromZero);
                if (row.AmountValue is not { } amount || Math.Abs(amount - product) > settings.Tolerance)
                    yield return Found(BillFault.Arithmetic, row, Amount, row.Amount, Text(product));
            }
        }
    }

    private static IEnumerable<BillFinding> AgainstBlank(List<(string Key, BillRow Row)> asked, List<(string Key, BillRow Row)> items)
    {
        var there = items.ToDictionary(i => i.Key, i => i.Row, StringComparer.Ordinal);
        foreach (var (key, wanted) in asked)
        {
            if (!there.Remove(key, out var row))
                yield return Found(BillFault.MissingItem, wanted, Code, "", wanted.Code.Length > 0 ? wanted.Code : wanted.Number);
            // A quantity that the blank leaves open is the bidder's to fill in.
            else if (wanted.QuantityValue is { } quantity && row.QuantityValue != quantity)
                yield return Found(BillFault.ChangedQuantity, row, Quantity, row.Quantity, wanted.Quantity);
        }
        foreach (var row in there.Values.OrderBy(r => r.Row))
            yield return Found(BillFault.ExtraItem, row, Code, row.Code.Length > 0 ? row.Code : row.Number, "");
    }

    private static IEnumerable<BillFinding> Sums(CheckedBill bill, BillCheckSettings settings)
    {
        if (bill.Rows.LastOrDefault(r => r.IsTotal) is not { } total)
            yield break;
        var sum = bill.Rows.Where(r => r.IsItem).Sum(r => r.AmountValue ?? 0);
        if (total.AmountValue is not { } stands || Math.Abs(stands - sum) > settings.Tolerance)
            yield return Found(BillFault.Sum, total, Amount, total.Amount, Text(sum));
        if (bill.ReadOut is { } readOut && total.AmountValue is { } said && Math.Abs(said - readOut) > settings.Tolerance)
            yield return Found(BillFault.TotalDiffers, total, Amount, total.Amount, Text(readOut));
    }

    /// <summary>Items by their code, or by their number where they have none; the second of the same code is another item.</summary>
    private static List<(string Key, BillRow Row)> Keyed(IReadOnlyList<BillRow> rows)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var keyed = new List<(string, BillRow)>();
        foreach (var row in rows.Where(r => r.IsItem))
        {
            var name = row.Code.Length > 0 ? row.Code : $"#{row.Number}";
            var nth = seen[name] = seen.GetValueOrDefault(name) + 1;
            keyed.Add(($"{name}/{nth}", row));
        }
        return keyed;
    }

    private static decimal Median(IEnumerable<decimal> prices)
    {
        var ordered = prices.Order().ToList();
        var half = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
    }

    private static BillFinding Found(BillFault fault, BillRow row, string column, string stands, string should) =>
        new(fault, row.Row, column, row.IsTotal ? "合计" : $"{row.Code} {row.Name}".Trim(), stands, should);

    private static string Text(decimal number) => number.ToString("0.00##", CultureInfo.InvariantCulture);
}
