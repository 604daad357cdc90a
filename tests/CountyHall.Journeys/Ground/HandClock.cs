namespace CountyHall.Journeys;

/// <summary>A clock that the test moves by hand while the house's own timers run on: weeks can be jumped over without every tick between.</summary>
public sealed class HandClock(DateTimeOffset at) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = at;

    public override DateTimeOffset GetUtcNow() => Now;
}
