using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.Figures;

/// <summary>A figure as it reads in one period.</summary>
/// <param name="Quantity">None where there was nothing to measure.</param>
/// <param name="Holds">Whether its check holds; none where it has none, or where a figure that it names has no value.</param>
public sealed record FigureReading(Figure Figure, Quantity? Quantity, bool? Holds)
{
    public string Digits => Quantity is { } q ? Figure.Print.Digits(q.Value) : "";
    public string Printed => Quantity is { } q ? Figure.Print.Printed(q.Value, Figure.Unit.Zh) : "";

    /// <summary><c>ok</c>, <c>fails: …</c>, <c>open: …</c> where a figure of the check is not there, or <c>-</c> where there is no check.</summary>
    public string CheckText =>
        (Figure.Check, Holds) switch
        {
            (null, _) => "-",
            (_, true) => "ok",
            ({ } check, false) => $"fails: {check}",
            ({ } check, _) => $"open: {check}",
        };
}

/// <summary>数字目录: every figure that the modules define, in the order of the report.</summary>
public sealed class FigureBook
{
    /// <summary>Figures are read side by side, as far as there are processors for it; a report is not to take a whole server.</summary>
    private static readonly int Lanes = Math.Min(Environment.ProcessorCount, 4);

    private readonly Dictionary<string, Figure> byId;

    public FigureBook(IEnumerable<FigureChapter> chapters)
    {
        All = [.. chapters.SelectMany(chapter => chapter.Figures).OrderBy(figure => figure.Section, StringComparer.Ordinal)];
        byId = All.ToDictionary(figure => figure.Id);
    }

    public IReadOnlyList<Figure> All { get; }

    public Figure? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads every figure, several at a time, and holds the checks against each other.</summary>
    public async Task<IReadOnlyList<FigureReading>> Read(
        FigureScope scope,
        IDbContextFactory<HallDb> contexts,
        CancellationToken ct = default
    )
    {
        var quantities = new Quantity?[All.Count];
        var next = -1;
        // The embedded database answers on the thread that asks.
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(ReadOn, ct)));
        var stated = All.Zip(quantities)
            .Where(m => m.Second is not null)
            .ToDictionary(m => m.First.Id, m => m.First.Print.Stated(m.Second!.Value));
        return [.. All.Zip(quantities, (figure, quantity) => new FigureReading(figure, quantity, figure.Check?.Holds(stated)))];

        async Task ReadOn()
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            var lane = scope.Over(db);
            while (Interlocked.Increment(ref next) is var at && at < All.Count)
                quantities[at] = await All[at].Measure.Of(lane);
        }
    }
}
