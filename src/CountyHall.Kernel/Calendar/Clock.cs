using System.Text.Json.Serialization;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Calendar;

/// <summary>暂停: time that is not counted, such as a hearing or an expert review.</summary>
/// <param name="From">Instant of the beginning; its day is not counted.</param>
/// <param name="To">Instant of the end, its day is not counted either; none while the stop lasts.</param>
/// <param name="Ground">Why the time is not counted, in words for the applicant.</param>
/// <remarks>Administrative Licensing Law art. 45.</remarks>
public sealed record Stop(DateTime From, DateTime? To, Words Ground);

/// <summary>延长: days added to a period.</summary>
/// <param name="Days">In the clock's own unit.</param>
/// <param name="At">Instant of the decision to extend.</param>
/// <param name="Rule">Id of the limit that allows it.</param>
public sealed record Extension(int Days, DateTime At, string Rule);

/// <summary>时钟: the facts of one running period. What they mean at an instant is asked of <see cref="Read"/>, and never stored.</summary>
/// <param name="Rule">Id of the limit in the rulebook that set it.</param>
/// <param name="Budget">How many days the period has, without extensions; 0 means on the spot.</param>
/// <param name="Unit">Working days or calendar days.</param>
/// <param name="StartedAt">Instant (UTC) of the event that started it; the day of that event is not counted.</param>
/// <param name="EndedAt">Instant (UTC) of the event that was awaited.</param>
/// <remarks>
/// The start day is not counted and the period ends at the close of business of its last day (Civil Code arts. 201 and 203); working days
/// by Administrative Licensing Law art. 82. A record of facts only, so that it can be kept as JSON and read again under a later calendar.
/// </remarks>
public sealed partial record Clock(
    string Rule,
    int Budget,
    [property: JsonConverter(typeof(JsonStringEnumConverter<Unit>))] Unit Unit,
    DateTime StartedAt,
    DateTime? EndedAt = null
)
{
    public IReadOnlyList<Stop> Stops { get; init; } = [];

    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    /// <summary>Whether a stop has begun that has not ended.</summary>
    [JsonIgnore]
    public bool IsStopped => Stops.Any(stop => stop.To is null);

    /// <summary>A clock over the whole of a limit.</summary>
    public static Clock Start(Limit limit, DateTime at) => Start(limit, limit.Amount, at);

    /// <summary>A clock under a limit with a budget of its own, such as a promised limit inside the legal one.</summary>
    public static Clock Start(Limit limit, int budget, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget);
        if (limit.Unit is not (Unit.WorkingDays or Unit.CalendarDays))
            throw new ArgumentException($"A clock counts days; {limit.Id} counts {limit.Unit}.", nameof(limit));
        return new(limit.Id, budget, limit.Unit, CountyTime.AsUtc(at));
    }

    /// <summary>The clock with the time from now on not counted.</summary>
    public Clock Stopped(DateTime at, Words ground)
    {
        if (IsStopped)
            throw new InvalidOperationException("The clock is stopped already.");
        return this with { Stops = [.. Stops, new Stop(NotBeforeStart(at), null, ground)] };
    }

    /// <summary>The clock with its stop ended.</summary>
    public Clock Resumed(DateTime at)
    {
        if (!IsStopped)
            throw new InvalidOperationException("The clock is not stopped.");
        var to = CountyTime.AsUtc(at);
        return this with { Stops = [.. Stops.Select(stop => stop.To is null ? stop with { To = NotBefore(stop.From, to) } : stop)] };
    }

    /// <summary>The clock with the whole of an extension added.</summary>
    public Clock ExtendedBy(Limit limit, DateTime at) => ExtendedBy(limit, limit.Amount, at);

    /// <summary>The clock with a part of what a limit allows added.</summary>
    public Clock ExtendedBy(Limit limit, int days, DateTime at)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        if (limit.Unit != Unit)
            throw new ArgumentException($"The clock counts {Unit}; {limit.Id} counts {limit.Unit}.", nameof(limit));
        return this with { Extensions = [.. Extensions, new Extension(days, NotBeforeStart(at), limit.Id)] };
    }

    /// <summary>The clock with the awaited event: it runs no more.</summary>
    public Clock Ended(DateTime at) => this with { EndedAt = NotBeforeStart(at) };

    private DateTime NotBeforeStart(DateTime at) => NotBefore(StartedAt, CountyTime.AsUtc(at));

    private static DateTime NotBefore(DateTime earliest, DateTime at) =>
        at < earliest ? throw new ArgumentOutOfRangeException(nameof(at), at, $"Nothing can happen to a clock before {earliest:O}.") : at;

    // A record compares its lists by reference; two clocks with the same facts are the same clock.
    public bool Equals(Clock? other) =>
        other is not null
        && (Rule, Budget, Unit, StartedAt, EndedAt) == (other.Rule, other.Budget, other.Unit, other.StartedAt, other.EndedAt)
        && Stops.SequenceEqual(other.Stops)
        && Extensions.SequenceEqual(other.Extensions);

    public override int GetHashCode() => HashCode.Combine(Rule, Budget, Unit, StartedAt, EndedAt, Stops.Count, Extensions.Count);
}
