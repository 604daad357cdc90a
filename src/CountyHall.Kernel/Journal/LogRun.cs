using System.Globalization;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Journal;

/// <summary>日志段: facts that were committed together and stand one after the other in the public log.</summary>
/// <remarks>
/// A fact is never written again, so its place stands here: it names its run, and the run, once entered, where it begins. A whole commit waits as one
/// row and enters with one change, however many facts it holds. A quiet fact is a run of its own, because it gets a place of its own.
/// </remarks>
public sealed class LogRun
{
    /// <summary>Longer ones are divided, so that a place is found by reading little.</summary>
    public const int Most = 256;

    public required long Id { get; init; }

    /// <summary>The place of its first fact in the public log, from 0; none until it has been entered: a second later, or at the next instant for a quiet one.</summary>
    public long? First { get; internal set; }

    /// <summary>Waits for an instant (<see cref="QuietAttribute"/>).</summary>
    public required bool Quiet { get; init; }

    /// <summary>The ids of its facts in their order, apart by spaces.</summary>
    public required string Facts { get; init; }

    public IReadOnlyList<long> FactIds => Read(Facts);

    internal static IReadOnlyList<long> Read(string facts) =>
        [.. facts.Split(' ').Select(id => long.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>The runs of facts that have been told theirs.</summary>
    internal static IEnumerable<LogRun> Of(IEnumerable<Fact> facts) =>
        facts
            .GroupBy(fact => fact.Run)
            .Select(run => new LogRun
            {
                Id = run.Key,
                Quiet = run.First().Quiet,
                Facts = string.Join(' ', run.Select(fact => fact.Id)),
            });

    internal sealed class Mapping : IEntityTypeConfiguration<LogRun>
    {
        public void Configure(EntityTypeBuilder<LogRun> table)
        {
            table.ToTable("log_runs").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Facts).HasMaxLength(20 * Most);
            table.Ignore(r => r.FactIds);
            // Also finds those that wait: on both engines an index holds what is null, and any number of them.
            table.HasIndex(r => r.First).IsUnique();
        }
    }
}

/// <summary>Which run a fact belongs to: those of one transaction share one, until it is full.</summary>
internal sealed class RunAtHand
{
    private long id;
    private int facts = LogRun.Most;

    /// <summary>The next fact begins another.</summary>
    public void Close() => facts = LogRun.Most;

    public void Take(Fact fact)
    {
        if (fact.Quiet)
        {
            fact.Run = Ids.Next(fact.RecordedAt);
            return;
        }
        if (facts == LogRun.Most)
            (id, facts) = (Ids.Next(fact.RecordedAt), 0);
        fact.Run = id;
        facts++;
    }
}
