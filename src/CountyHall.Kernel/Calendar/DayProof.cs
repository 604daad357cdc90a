using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>One day of a clock's account: whether it counted, and why.</summary>
/// <param name="Number">The how-manieth counted day of the period; none where the day did not count. Days past the last go on counting.</param>
/// <param name="Why">The reason, for anyone who wants to check it.</param>
public sealed record DayProof(DateOnly Date, DayKind Kind, int? Number, Words Why, bool IsDue, bool IsToday)
{
    public bool Counts => Number is not null;
}
