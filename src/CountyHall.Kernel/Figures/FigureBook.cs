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
    private readonly Dictionary<string, Figure> byId;

    public FigureBook(IEnumerable<FigureChapter> chapters)
    {
        All = [.. chapters.SelectMany(chapter => chapter.Figures).OrderBy(figure => figure.Section, StringComparer.Ordinal)];
        byId = All.ToDictionary(figure => figure.Id);
    }

    public IReadOnlyList<Figure> All { get; }

    public Figure? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads every figure and holds the checks against each other.</summary>
    public async Task<IReadOnlyList<FigureReading>> Read(FigureScope scope)
    {
        var measured = new List<(Figure Figure, Quantity? Quantity)>();
        foreach (var figure in All)
            measured.Add((figure, await figure.Measure.Of(scope)));
        var stated = measured
            .Where(m => m.Quantity is not null)
            .ToDictionary(m => m.Figure.Id, m => m.Figure.Print.Stated(m.Quantity!.Value));
        return [.. measured.Select(m => new FigureReading(m.Figure, m.Quantity, m.Figure.Check?.Holds(stated)))];
    }
}
