using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Law;

/// <summary>What a legal number counts.</summary>
public enum Unit
{
    /// <summary>工作日</summary>
    WorkingDays,

    /// <summary>日 (自然日)</summary>
    CalendarDays,

    Months,
    Years,

    /// <summary>Persons, notices, visits: a plain count.</summary>
    Count,
    Percent,

    /// <summary>千分之一: shares that a whole percent is too coarse for.</summary>
    PerMille,

    /// <summary>万分之一: rates of interest.</summary>
    PerTenThousand,

    /// <summary>分, a hundredth of a yuan.</summary>
    Fen,

    /// <summary>元: sums too large to be counted in fen here.</summary>
    Yuan,
}

/// <summary>How sure we are of a number: read in the text itself, reported elsewhere, remembered, or chosen by the county.</summary>
public enum Mark
{
    Verified,
    Secondary,
    FromMemory,
    Choice,
}

/// <summary>One legal number as dated data: every limit, count and percentage of the house is one of these, in <see cref="Rulebook"/>.</summary>
/// <param name="Id">The rule's id, such as <c>AP-3.21</c>; a suffix (<c>AP-3.21a</c>) where one rule holds several numbers.</param>
/// <param name="Name">What is limited, in words.</param>
/// <param name="From">First day on which it applies.</param>
/// <param name="To">Last day on which it applies; none while in force.</param>
public sealed record Limit(string Id, Words Name, int Amount, Unit Unit, Provision Basis, Mark Mark, DateOnly From, DateOnly? To = null)
{
    public bool IsInForce(DateOnly day) => From <= day && !(To < day);
}
