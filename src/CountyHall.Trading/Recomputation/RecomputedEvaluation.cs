using System.Globalization;
using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Evaluation.Methods;

namespace CountyHall.Trading.Recomputation;

/// <summary>评标数据的复算: benchmark price, formula scores, means of the members, sums and ranks.</summary>
internal static class RecomputedEvaluation
{
    public static IReadOnlyList<RecomputedLine> Of(JsonDocument published)
    {
        EvaluationFile file,
            computed;
        try
        {
            if (published.Deserialize<EvaluationFile>(Recording.Json) is not { Items: not null, Bids: not null, Parameters: not null } read)
                return [Lines.Unreadable];
            if (EvaluationRules.Read(read.Announced, read.Parameters) is not Result<EvaluationRules>.Done(var rules))
                return [Lines.Unreadable];
            (file, computed) = (read, read.Compute(rules));
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or ArithmeticException or NullReferenceException)
        {
            return [Lines.Unreadable]; // a file made by somebody else may lack anything
        }
        List<RecomputedLine> lines = [];
        if (file.Benchmark is not null || computed.Benchmark is not null)
        {
            lines.Add(
                Lines.Compare(
                    "benchmark.entered",
                    ("进入平均的报价（分）", "prices that entered the mean, fen"),
                    List(file.Benchmark?.Entered),
                    List(computed.Benchmark?.Entered)
                )
            );
            lines.Add(
                Lines.Compare("benchmark.mean", ("平均价（分）", "mean, fen"), Text(file.Benchmark?.Mean), Text(computed.Benchmark?.Mean))
            );
            lines.Add(
                Lines.Compare(
                    "benchmark.value",
                    ("评标基准价（分）", "benchmark price, fen"),
                    Text(file.Benchmark?.Value),
                    Text(computed.Benchmark?.Value)
                )
            );
        }
        foreach (var (mine, theirs) in computed.Bids.Zip(file.Bids))
        {
            var (at, who) = ($"bids[{mine.Place}]", mine.Bidder);
            lines.Add(
                Lines.Compare(
                    $"{at}.evaluatedPrice",
                    ($"{who}的评标价（分）", $"evaluated price of {who}, fen"),
                    Text(theirs.EvaluatedPrice),
                    Text(mine.EvaluatedPrice)
                )
            );
            if (mine.Deviation is not null || theirs.Deviation is not null)
                lines.Add(
                    Lines.Compare(
                        $"{at}.deviation",
                        ($"{who}的报价偏差（%）", $"deviation of {who}, %"),
                        Text(theirs.Deviation),
                        Text(mine.Deviation)
                    )
                );
            var points = theirs.Points ?? new Dictionary<string, decimal>();
            foreach (var item in mine.Points.Keys.Union(points.Keys))
                lines.Add(
                    Lines.Compare(
                        $"{at}.points.{item}",
                        ($"{who}“{NameOf(file, item)}”的得分", $"points of {who} for “{NameOf(file, item)}”"),
                        Text(Of(points, item)),
                        Text(Of(mine.Points, item))
                    )
                );
            lines.Add(Lines.Compare($"{at}.total", ($"{who}的总分", $"total of {who}"), Text(theirs.Total), Text(mine.Total)));
            lines.Add(Lines.Compare($"{at}.rank", ($"{who}的名次", $"rank of {who}"), Text(theirs.Rank), Text(mine.Rank)));
        }
        return lines;
    }

    private static decimal? Of(IReadOnlyDictionary<string, decimal> points, string item) =>
        points.TryGetValue(item, out var found) ? found : null;

    private static string NameOf(EvaluationFile file, string item) => file.Items.FirstOrDefault(i => i.Id == item)?.Name ?? item;

    private static string List(IReadOnlyList<long>? prices) =>
        prices is null ? "" : string.Join(", ", prices.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    // As a number: 30 and 30.00 are the same.
    private static string Text(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}

internal static class Lines
{
    public static readonly RecomputedLine Unreadable = new(
        ("文件内容：缺少必要的数据，无法复算", "content of the file: something that is needed is missing"),
        false,
        "",
        ""
    );

    /// <param name="field">Where it stands in the file: a changed digit is found and named by it.</param>
    public static RecomputedLine Compare(string field, Words what, string published, string computed) =>
        new(($"{what.Zh}（{field}）", $"{what.En} ({field})"), published == computed, published, computed);
}
