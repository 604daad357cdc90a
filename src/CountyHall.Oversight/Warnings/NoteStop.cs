using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Oversight.Warnings;

/// <summary>What is odd about a stop of the clock.</summary>
public enum OddStop
{
    /// <summary>多次暂停</summary>
    Repeated,

    /// <summary>长时间暂停</summary>
    Long,

    /// <summary>临近期限才暂停</summary>
    NearTheLimit,
}

/// <summary>暂停记录: one stop of the clock of one case, as those who watch noted it. Every stop is noted, so that none is a sample.</summary>
public sealed class NotedStop : IRecorded
{
    public required long Id { get; init; }
    public required long CaseId { get; init; }
    public required string Number { get; init; }
    public required string Division { get; init; }
    public required string Office { get; init; }
    public required string ItemZh { get; init; }
    public required string ItemEn { get; init; }
    public required string GroundZh { get; init; }
    public required string GroundEn { get; init; }

    /// <summary>Working days, as told to the applicant.</summary>
    public required int PlannedDays { get; init; }

    /// <summary>Working days that were left; negative where it was late.</summary>
    public required int LeftDays { get; init; }
    public required DateTime At { get; init; }
    public required IReadOnlyList<OddStop> Odd { get; init; }
    public bool IsOdd
    {
        get => Odd.Count > 0;
        private set { }
    }

    public Words Item => new(ItemZh, ItemEn);
    public Words Ground => new(GroundZh, GroundEn);

    /// <summary>What is odd about a stop. Each of them may be right; together they are looked at by a person.</summary>
    /// <param name="earlier">Stops of the same case before.</param>
    public static IReadOnlyList<OddStop> Judge(int earlier, int plannedDays, bool wasWarned)
    {
        var odd = new List<OddStop>();
        if (earlier + 1 >= Rulebook.ManyStops.Amount)
            odd.Add(OddStop.Repeated);
        if (plannedDays > Rulebook.LongStop.Amount)
            odd.Add(OddStop.Long);
        if (wasWarned)
            odd.Add(OddStop.NearTheLimit);
        return odd;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<NotedStop>
    {
        public void Configure(EntityTypeBuilder<NotedStop> table)
        {
            table.ToTable("noted_stops").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Number).HasMaxLength(22);
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.Office).HasMaxLength(40);
            table.Property(s => s.ItemZh).HasMaxLength(200);
            table.Property(s => s.ItemEn).HasMaxLength(200);
            table.Property(s => s.GroundZh).HasMaxLength(60);
            table.Property(s => s.GroundEn).HasMaxLength(60);
            table.Property(s => s.Odd).HasConversion(Columns.Json<IReadOnlyList<OddStop>>(), Columns.ByText<IReadOnlyList<OddStop>>());
            table.Ignore(s => s.Item).Ignore(s => s.Ground);
            table.HasIndex(s => new { s.CaseId, s.At }).IsUnique(); // the same stop told twice is noted once
            table.HasIndex(s => new
            {
                s.Division,
                s.IsOdd,
                s.Id,
            });
        }
    }
}

public sealed record StopNoted(string Case, string Office, IReadOnlyList<OddStop> Odd);

/// <summary>Notes a stop of the clock, and what is odd about it (AP-11.5, AP-11.6).</summary>
public sealed class NoteStop(HallWriter writer, TimeProvider time) : IJob<ClockStopped>
{
    public Task Do(ClockStopped body, CancellationToken ct) =>
        writer.Write(
            async db =>
            {
                if (await db.NotedStops.AnyAsync(s => s.CaseId == body.Case && s.At == body.At))
                    return;
                var earlier = await db.NotedStops.CountAsync(s => s.CaseId == body.Case && s.At < body.At);
                var on = new Occasion(Actor.House, null, time.Now(), Channel.Clock, "supervision");
                var noted = new NotedStop
                {
                    Id = Ids.Next(on.At),
                    CaseId = body.Case,
                    Number = body.Number,
                    Division = body.Division,
                    Office = body.Office,
                    ItemZh = body.Item.Zh,
                    ItemEn = body.Item.En,
                    GroundZh = body.Ground.Zh,
                    GroundEn = body.Ground.En,
                    PlannedDays = body.PlannedDays,
                    LeftDays = body.LeftDays,
                    At = body.At,
                    Odd = NotedStop.Judge(earlier, body.PlannedDays, body.WasWarned),
                };
                db.NotedStops.Add(noted);
                db.Record(noted, on, new StopNoted(body.Number, body.Office, noted.Odd), body.At, answer: false);
            },
            ct
        );
}
