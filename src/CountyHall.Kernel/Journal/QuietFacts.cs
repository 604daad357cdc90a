namespace CountyHall.Kernel.Journal;

/// <summary>静默事实: facts of which, for a time, not even that one happened may show, such as a bid before its deadline.</summary>
/// <remarks>
/// They enter the public log at fixed instants only, always the same number of leaves, filled up with leaves that hold nothing: its size and its
/// checkpoints are the same whether none happened or three hundred. docs/decisions/0008-bids-are-sealed-on-the-bidders-device.md
/// </remarks>
public sealed record QuietFacts(params IReadOnlyList<Type> Bodies)
{
    public IEnumerable<string> Kinds => Bodies.Select(Recording.KindOf);
}

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
