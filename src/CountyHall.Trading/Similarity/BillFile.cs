namespace CountyHall.Trading.Similarity;

/// <summary>One row of a bill of quantities as it stands in its table.</summary>
/// <param name="Row">Line of the file, from 1, the heading counted.</param>
/// <param name="Quantity">工程量, as written; likewise the unit price and the amount, in yuan.</param>
public sealed record BillRow(int Row, string Number, string Code, string Name, string Quantity, string Price, string Amount)
{
    public decimal? QuantityValue => SimilarityFolder.Number(Quantity);
    public decimal? PriceValue => SimilarityFolder.Number(Price);
    public decimal? AmountValue => SimilarityFolder.Number(Amount);

    /// <summary>合计: the row that sums up the bill.</summary>
    public bool IsTotal => Code.Length == 0 && (Totals.Contains(Number) || Totals.Contains(Name));

    /// <summary>A row that is priced; headings of sections have neither code nor number.</summary>
    public bool IsItem => !IsTotal && (Code.Length > 0 || Number.Length > 0);

    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal) { "合计", "总计", "合价合计", "清单合计" };
}

/// <summary>工程量清单 as a table of seven columns: 序号,项目编码,项目名称,单位,工程量,综合单价,合价; commas part the cells, the first line is the heading.</summary>
public static class BillFile
{
    /// <summary>The rows of the table in their order; lines with fewer than five cells are no rows of a bill and left out.</summary>
    public static IReadOnlyList<BillRow> Read(string text)
    {
        var rows = new List<BillRow>();
        foreach (var (at, line) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            var row = line.TrimEnd('\r');
            if (row.Length == 0 || at == 0 && row.Contains("项目编码", StringComparison.Ordinal))
                continue;
            var cells = SimilarityFolder.Csv(row);
            if (cells.Length >= 5)
                rows.Add(
                    new(
                        at + 1,
                        SimilarityFolder.Cell(cells, 0),
                        SimilarityFolder.Cell(cells, 1),
                        SimilarityFolder.Cell(cells, 2),
                        SimilarityFolder.Cell(cells, 4),
                        SimilarityFolder.Cell(cells, 5),
                        SimilarityFolder.Cell(cells, 6)
                    )
                );
        }
        return rows;
    }
}
