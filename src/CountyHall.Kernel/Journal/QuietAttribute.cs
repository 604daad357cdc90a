namespace CountyHall.Kernel.Journal;

/// <summary>静默事实: a fact of which, for a time, not even that it happened may show, such as a bid before its deadline (Bidding Law arts. 22 and 38).</summary>
/// <remarks>
/// What bidders, and those who serve them, do before a deadline, and who signs in. Kinds that go on after the deadline (refunds, the ledger) are quiet
/// as a whole, so that no deadline has to be asked. They enter the public log at fixed instants only, always the same number of leaves, filled up with
/// leaves that hold nothing: its size and its checkpoints are the same whether none happened or three hundred.
/// docs/decisions/0008-bids-are-sealed-on-the-bidders-device.md
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QuietAttribute : Attribute;

/// <summary>How the quiet facts enter the log: how often, and how many leaves each time.</summary>
/// <param name="Every">Divides the day evenly, so that every instant is known beforehand.</param>
/// <param name="Leaves">Facts and empty leaves together. Facts beyond that wait for the next instant.</param>
public sealed record LogPace(TimeSpan Every, int Leaves)
{
    /// <summary>Every ten minutes 128 leaves: 18,432 a day, 0.2 GB of tiles a year.</summary>
    public static readonly LogPace Usual = new(TimeSpan.FromMinutes(10), 128);

    /// <summary>The number of the instant at or before <paramref name="at"/> (UTC).</summary>
    public long TurnAt(DateTime at) => at.Ticks / Every.Ticks;

    public DateTime InstantOf(long turn) => new(turn * Every.Ticks, DateTimeKind.Utc);
}
