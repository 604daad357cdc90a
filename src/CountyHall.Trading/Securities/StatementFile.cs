using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Securities;

/// <summary>One line of a file as the bank wrote it.</summary>
/// <param name="Row">Which row of the file, from 1.</param>
public sealed record FileLine(
    int Row,
    string Serial,
    DateTime BookedAt,
    Flow Flow,
    long Amount,
    string SubAccount,
    string Name,
    string Account,
    string Remark
);

/// <summary>对账单文件: a day of the account of the securities as comma-separated values in UTF-8; docs/interfaces.md describes it.</summary>
/// <param name="Opening">Fen.</param>
/// <param name="Closing">Fen.</param>
public sealed record StatementFile(string Account, DateOnly Day, long Opening, long Closing, IReadOnlyList<FileLine> Lines)
{
    public const string Heads = "银行流水号,入账时间,收付,金额,子账号,对方户名,对方账号,附言";
    private const int MostLines = 20_000;
    private const int MostErrors = 20;

    /// <summary>What the lines change in the balance, fen.</summary>
    public long Flow => Lines.Sum(l => l.Flow == Securities.Flow.Out ? -l.Amount : l.Amount);

    /// <summary>Reads a file; whatever is wrong is named by its row, and then nothing of it is taken.</summary>
    public static Result<StatementFile> Read(string text)
    {
        var rows = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var errors = new List<Words>();
        var head = Cells(rows[0]);
        if (
            head is not ["对账单", var account, var dayText, var openingText, var closingText]
            || BankAccount.Bare(account).Length is < 6 or > 40
            || !DateOnly.TryParseExact(dayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || Fen(openingText) is not { } opening
            || Fen(closingText) is not { } closing
        )
            return new StatementFileWrong([
                (
                    "第 1 行应是：对账单,账号,日期,期初余额,期末余额",
                    "Row 1 must be: 对账单, account number, day, opening balance, closing balance"
                ),
            ]);
        if (rows.Length < 2 || rows[1].Trim() != Heads)
            return new StatementFileWrong([($"第 2 行应是：{Heads}", $"Row 2 must be: {Heads}")]);
        if (rows.Length > MostLines)
            return new StatementFileWrong([($"一个文件最多 {MostLines} 行", $"A file has at most {MostLines} rows")]);
        var lines = new List<FileLine>();
        var seen = new Dictionary<string, int>();
        for (var i = 2; i < rows.Length && errors.Count < MostErrors; i++)
        {
            if (string.IsNullOrWhiteSpace(rows[i]))
                continue;
            if (Line(i + 1, rows[i], day) is not { } read)
                continue;
            if (read.Wrong is { } wrong)
                errors.Add(($"第 {i + 1} 行：{wrong.Zh}", $"Row {i + 1}: {wrong.En}"));
            else if (!seen.TryAdd(read.Line!.Serial, i + 1))
                errors.Add(
                    (
                        $"第 {i + 1} 行：流水号 {read.Line.Serial} 与第 {seen[read.Line.Serial]} 行重复",
                        $"Row {i + 1}: serial {read.Line.Serial} stands in row {seen[read.Line.Serial]} already"
                    )
                );
            else
                lines.Add(read.Line);
        }
        return errors.Count > 0
            ? new StatementFileWrong(errors)
            : new StatementFile(BankAccount.Bare(account), day, opening, closing, lines);
    }

    private static (FileLine? Line, Words? Wrong)? Line(int row, string text, DateOnly day)
    {
        if (Cells(text) is not [var serial, var at, var flow, var amount, var sub, var name, var account, var remark])
            return (null, ("应有 8 列", "eight columns are needed"));
        if (serial.Length is 0 or > 60)
            return (null, ("没有银行流水号，或超过 60 字", "the bank's serial is missing, or longer than 60"));
        if (!DateTime.TryParseExact(at, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var booked))
            return (null, ("入账时间应写成 2026-11-24 09:30:00", "the time must be written like 2026-11-24 09:30:00"));
        if (DateOnly.FromDateTime(booked) != day)
            return (null, ("入账时间不在对账单当日", "the time does not fall on the day of the statement"));
        Flow? way = flow switch
        {
            "收" => Securities.Flow.In,
            "付" => Securities.Flow.Out,
            "息" => Securities.Flow.Interest,
            _ => null,
        };
        if (way is null)
            return (null, ("收付应是“收”“付”或“息”", "the flow must be 收, 付 or 息"));
        if (Fen(amount) is not { } fen || fen == 0)
            return (null, ("金额应大于零，最多两位小数", "the amount must be above zero with at most two decimals"));
        if (way == Securities.Flow.In && BankAccount.Bare(account).Length is 0 or > 40)
            return (null, ("收款没有对方账号", "the account that paid is missing"));
        if (name.Length > 200 || remark.Length > 200 || sub.Length > 40)
            return (null, ("文字过长", "a text is too long"));
        var local = CountyTime.Utc(day, TimeOnly.FromDateTime(booked));
        return (new FileLine(row, serial, local, way.Value, fen, BankAccount.Bare(sub), name, BankAccount.Bare(account), remark), null);
    }

    /// <summary>Yuan with at most two decimals, as fen.</summary>
    private static long? Fen(string yuan) =>
        decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount < 1_000_000_000_000m
        && amount * 100 == decimal.Truncate(amount * 100)
            ? (long)(amount * 100)
            : null;

    /// <summary>Cells of one row; a cell with a comma stands in quotes, a quote inside it is doubled.</summary>
    private static List<string> Cells(string row)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.Length; i++)
        {
            var c = row[i];
            if (quoted && c == '"' && i + 1 < row.Length && row[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (c == '"')
                quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
                cell.Append(c);
        }
        cells.Add(cell.ToString().Trim());
        return cells;
    }
}
