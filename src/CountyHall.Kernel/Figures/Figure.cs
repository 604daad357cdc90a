using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Figures;

/// <summary>数字: one figure of the annual report, defined once in the module that owns its records. Nobody can type its value.</summary>
/// <param name="Id">Such as <c>items.mpy.rate</c>; the same for ever, because frozen reports name it.</param>
/// <param name="Section">The section of the report in which it stands.</param>
public sealed record Figure(string Id, string Section)
{
    public required Words Name { get; init; }

    /// <summary>口径: what is counted, what is not, at which date.</summary>
    public required Words Definition { get; init; }
    public required Words Unit { get; init; }
    public required PrintForm Print { get; init; }
    public required Measure Measure { get; init; }
    public FigureCheck? Check { get; init; }

    /// <summary>The record types that it is computed from: a change of any other leaves it as it is.</summary>
    public IReadOnlyList<string> DerivedFrom => [.. Measure.Sets.SelectMany(set => set.RecordTypes).Distinct()];
}

/// <summary>What was measured.</summary>
/// <param name="Value">Exact; rounding is the print form's.</param>
/// <param name="Numerator">What was counted or summed.</param>
/// <param name="Denominator">By what it was divided; none where nothing was.</param>
public sealed record Quantity(Fraction Value, long Numerator, long? Denominator = null);

/// <summary>口径的算法: how a figure comes out of its records, and which records those are.</summary>
public abstract record Measure(IReadOnlyList<RecordSet> Sets)
{
    /// <summary>None where there is nothing to measure, such as a share of nothing.</summary>
    public abstract Task<Quantity?> Of(FigureScope scope);
}

/// <summary>How many records.</summary>
public sealed record CountOf(RecordSet Set) : Measure([Set])
{
    public override async Task<Quantity?> Of(FigureScope scope)
    {
        var count = await Set.Count(scope);
        return new(count, count);
    }
}

/// <summary>How many of a hundred.</summary>
public sealed record ShareOf(RecordSet Part, RecordSet Whole) : Measure([Part, Whole])
{
    public override async Task<Quantity?> Of(FigureScope scope)
    {
        var (part, whole) = (await Part.Count(scope), await Whole.Count(scope));
        return whole == 0 ? null : new(new Fraction(100 * part, whole), part, whole);
    }
}

/// <summary>A sum over records.</summary>
/// <param name="Per">How many of what is summed make one of the figure's unit: 10,000,000,000 fen are one 亿元.</param>
public sealed record SumOf(RecordSet Set, Func<FigureScope, Task<long>> Sum, long Per) : Measure([Set])
{
    public override async Task<Quantity?> Of(FigureScope scope)
    {
        var sum = await Sum(scope);
        return new(new Fraction(sum, Per), sum);
    }
}

/// <summary>A sum over records divided by their number.</summary>
public sealed record MeanOf(RecordSet Set, Func<FigureScope, Task<long>> Sum) : Measure([Set])
{
    public override async Task<Quantity?> Of(FigureScope scope)
    {
        var (sum, count) = (await Sum(scope), await Set.Count(scope));
        return count == 0 ? null : new(new Fraction(sum, count), sum, count);
    }
}

/// <summary>The largest value among records.</summary>
public sealed record LargestOf(RecordSet Set, Func<FigureScope, Task<long?>> Largest) : Measure([Set])
{
    public override async Task<Quantity?> Of(FigureScope scope) => await Largest(scope) is { } largest ? new(largest, largest) : null;
}

/// <summary>来源记录: a set of records behind a figure, counted and leafed through by their keys.</summary>
/// <param name="RecordTypes">The kinds of records that decide what is in the set.</param>
/// <param name="Page">The records after a key, in the order of the keys, so many at most.</param>
public sealed record RecordSet(
    string Key,
    Words Name,
    IReadOnlyList<string> RecordTypes,
    Func<FigureScope, Task<long>> Count,
    Func<FigureScope, string?, int, Task<IReadOnlyList<RecordKey>>> Page
)
{
    /// <summary>The keys lead to single cases: for the staff of the county only.</summary>
    public bool ForStaff { get; init; }
}

/// <summary>One record behind a figure.</summary>
/// <param name="Address">Its own page; none where it has none.</param>
public sealed record RecordKey(string Key, Words Says, string? Address = null);

/// <summary>The figures that one module defines.</summary>
public abstract class FigureChapter
{
    public abstract IReadOnlyList<Figure> Figures { get; }
}
