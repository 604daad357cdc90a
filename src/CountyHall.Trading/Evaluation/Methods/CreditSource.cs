namespace CountyHall.Trading.Evaluation.Methods;

/// <summary>信用评价的行业</summary>
public enum CreditLine
{
    /// <summary>房屋建筑</summary>
    Housing,

    /// <summary>市政（含园林绿化）</summary>
    Municipal,

    /// <summary>监理</summary>
    Supervision,

    /// <summary>交通</summary>
    Transport,

    /// <summary>水利</summary>
    Water,
}

/// <summary>Whose result counts.</summary>
public enum CreditLevel
{
    City,
    County,
}

/// <summary>信用评价结果的运用: whose result a line uses on the day of the deadline. Section 7.5.</summary>
public static class CreditSource
{
    /// <summary>From this day the city's results count for housing, municipal works and supervision.</summary>
    public static readonly DateOnly CityFrom = new(2020, 2, 3);

    /// <summary>None where no result is used yet.</summary>
    public static CreditLevel? Of(CreditLine line, DateOnly deadline) =>
        line is CreditLine.Transport or CreditLine.Water ? CreditLevel.County
        : deadline >= CityFrom ? CreditLevel.City
        : null;
}

/// <summary>信用分: as it stood at the deadline, frozen; what is rated later changes nothing.</summary>
/// <param name="Bid">Id of the opening bid.</param>
/// <param name="Points">Points of the item.</param>
/// <param name="Source">Which result of whom, in words that everybody sees.</param>
/// <param name="AsOf">Day of the result, Beijing: the day of the deadline at the latest.</param>
public sealed record CreditValue(long Bid, decimal Points, string Source, DateOnly AsOf);
