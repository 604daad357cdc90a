namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>A line of a priced bill.</summary>
/// <param name="UnitPrice">Fen for one unit; may have a fraction.</param>
/// <param name="Total">Fen, as the bidder wrote it.</param>
public sealed record BillLine(decimal UnitPrice, decimal Quantity, long Total)
{
    /// <summary>What unit price and quantity come to, fen.</summary>
    public long ByUnitPrice => (long)Rounding.HalfUp(UnitPrice * Quantity, 0);

    /// <summary>小数点明显错位: the unit price is ten, a hundred or a thousand times off, and the total is right.</summary>
    public bool IsDecimalSlip
    {
        get
        {
            foreach (var power in (ReadOnlySpan<decimal>)[10, 100, 1000])
                if (Near(ByUnitPrice * power) || Near(ByUnitPrice / power))
                    return true;
            return false;

            bool Near(decimal product) => Total != 0 && Math.Abs(product - Total) * 1000 <= Math.Abs(Total);
        }
    }

    /// <summary>The unit price over the total, except where its decimal point slipped.</summary>
    public long Corrected => ByUnitPrice == Total || IsDecimalSlip ? Total : ByUnitPrice;
}

/// <summary>算术修正. Order 12 art. 19 for tenders; Order 87 art. 59 for procurement.</summary>
public static class FigureCorrection
{
    /// <summary>Words over digits.</summary>
    /// <param name="words">Fen; none where the words cannot be read.</param>
    public static long Stated(long digits, long? words) => words ?? digits;

    /// <summary>The price of a tender after correction: the corrected lines where there is a bill, and otherwise what is stated.</summary>
    public static long OfTender(long digits, long? words, IReadOnlyCollection<BillLine> bill) =>
        bill.Count == 0 ? Stated(digits, words) : bill.Sum(l => l.Corrected);

    /// <summary>The price of a bid in procurement.</summary>
    /// <param name="sheet">Total of the opening sheet, which rules over the same content elsewhere in the bid.</param>
    /// <remarks>In this order: opening sheet, words, decimal slip in a unit price, unit prices over the total.</remarks>
    public static long OfProcurement(long sheet, long? sheetWords, IReadOnlyCollection<BillLine> bill)
    {
        var total = Stated(sheet, sheetWords);
        if (bill.Count == 0 || bill.Sum(l => l.ByUnitPrice) == total)
            return total;
        // With a slip the opening sheet's total stands and the unit price is changed to fit.
        return bill.Any(l => l.IsDecimalSlip) ? total : bill.Sum(l => l.ByUnitPrice);
    }
}
