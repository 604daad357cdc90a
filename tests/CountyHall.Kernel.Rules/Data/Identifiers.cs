using CountyHall.Kernel.Data;

namespace CountyHall.Kernel.Rules.Data;

/// <summary>Identifiers rise, whatever the clock does.</summary>
public class Identifiers
{
    [Fact]
    public void They_rise_when_the_clock_was_set_back_between_two_starts()
    {
        var before = Ids.Next(new DateTime(2031, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var highest = before + 1_000_000;
        Ids.Follow(highest);
        Ids.Next(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).ShouldBeGreaterThan(highest);
        Ids.Follow(before);
        Ids.Next(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)).ShouldBeGreaterThan(highest);
    }
}
