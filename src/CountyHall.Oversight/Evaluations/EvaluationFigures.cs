using CountyHall.Kernel.Data;
using CountyHall.Kernel.Law;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight.Evaluations;

/// <summary>By what the evaluations are laid out.</summary>
public enum EvaluatedBy
{
    Office,
    Item,
    Window,
}

/// <summary>What was asked and answered. The response rate stands beside every average, and can only be read together with it.</summary>
/// <param name="Key">Key of the office, item or window; empty for what came online.</param>
/// <param name="Counts">Answers by grade, 1 first.</param>
public sealed record EvaluationFigure(string Key, int Invited, IReadOnlyList<int> Counts)
{
    public int Answered => Counts.Sum();

    /// <summary>差评</summary>
    public int Bad => Counts.Take(Rulebook.BadEvaluationUpTo.Amount).Sum();

    /// <summary>平均分, 1 to 5; none where nobody answered.</summary>
    public decimal? Average => Answered == 0 ? null : (decimal)Counts.Select((count, i) => count * (i + 1)).Sum() / Answered;

    /// <summary>评价率 in percent; none where nobody was asked.</summary>
    public decimal? ResponseRate => Invited == 0 ? null : 100m * Answered / Invited;

    /// <summary>Whether so many answered that the average may be published.</summary>
    public bool MayBePublished => Answered >= Rulebook.PublishedFrom.Amount;
}

/// <summary>Reads the figures of evaluations from their tallies.</summary>
public sealed class EvaluationFigures(IDbContextFactory<HallDb> contexts)
{
    /// <param name="from">First month, such as 202601.</param>
    /// <param name="to">Last month.</param>
    /// <param name="office">Only of this office; all where none is named.</param>
    /// <returns>The most answered first.</returns>
    public async Task<IReadOnlyList<EvaluationFigure>> Read(
        string division,
        int from,
        int to,
        EvaluatedBy by,
        string? office = null,
        CancellationToken ct = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.EvaluationTallies.AsNoTracking().Where(t => t.Division == division && t.Month >= from && t.Month <= to);
        if (office is not null)
            rows = rows.Where(t => t.Office == office);
        var groups = by switch
        {
            EvaluatedBy.Office => rows.GroupBy(t => t.Office),
            EvaluatedBy.Item => rows.GroupBy(t => t.Item),
            _ => rows.GroupBy(t => t.Window),
        };
        var sums = await groups
            .Select(g => new
            {
                g.Key,
                Invited = g.Sum(t => t.Invited),
                Ones = g.Sum(t => t.Ones),
                Twos = g.Sum(t => t.Twos),
                Threes = g.Sum(t => t.Threes),
                Fours = g.Sum(t => t.Fours),
                Fives = g.Sum(t => t.Fives),
            })
            .ToListAsync(ct);
        return
        [
            .. sums.Select(s => new EvaluationFigure(s.Key, s.Invited, [s.Ones, s.Twos, s.Threes, s.Fours, s.Fives]))
                .OrderByDescending(f => f.Answered)
                .ThenByDescending(f => f.Invited)
                .ThenBy(f => f.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>All of them together.</summary>
    public static EvaluationFigure Total(IReadOnlyList<EvaluationFigure> figures) =>
        new("", figures.Sum(f => f.Invited), [.. Enumerable.Range(0, 5).Select(i => figures.Sum(f => f.Counts[i]))]);
}
