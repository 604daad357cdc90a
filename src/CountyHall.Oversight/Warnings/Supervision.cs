using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Oversight.Warnings;

/// <summary>督办件: one office's part of one running case under supervision, from the yellow lamp until it is lifted.</summary>
public sealed class Supervision : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long CaseId { get; init; }
    public required string Number { get; init; }
    public required string Division { get; init; }

    /// <summary>Key of the office that must act.</summary>
    public required string Office { get; init; }
    public required string ItemZh { get; init; }
    public required string ItemEn { get; init; }

    /// <summary>Id of the limit that is watched, and its start: another clock of the same case is another supervision.</summary>
    public required string Limit { get; init; }
    public required DateTime LimitFrom { get; init; }
    public required SupervisionStage Stage { get; set; }
    public bool IsOpen
    {
        get => Stage is OpenSupervision;
        private set { }
    }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }

    /// <summary>End of the last day of the watched limit (UTC): red from then on. An index, read from the case's clock, like the two below.</summary>
    [Unrecorded]
    public DateTime DueAt { get; private set; }

    /// <summary>From here on the lamp is yellow (UTC).</summary>
    [Unrecorded]
    public DateTime WarnsAt { get; private set; }

    /// <summary>The next instant at which it climbs by itself.</summary>
    [Unrecorded]
    public DateTime? TurnsAt { get; private set; }
    public int Version { get; private set; }

    public Words Item => new(ItemZh, ItemEn);

    internal static Supervision Of(WatchedCase seen, string office, SupervisionStage stage, DateTime now) =>
        new()
        {
            Id = Ids.Next(now),
            CaseId = seen.Id,
            Number = seen.Number,
            Division = seen.Division,
            Office = office,
            ItemZh = seen.Item.Zh,
            ItemEn = seen.Item.En,
            Limit = seen.Clock!.Rule,
            LimitFrom = seen.Clock.StartedAt,
            Stage = stage,
        };

    /// <summary>Climbs to where the clocks say that it stands. Answers each stage on the way, in order; the same case seen again changes nothing.</summary>
    internal IReadOnlyList<SupervisionStage> Follow(WatchedCase? seen, WorkingCalendar calendar, DateTime now)
    {
        var climbed = new List<SupervisionStage>();
        if (Stage is OpenSupervision open && Ending(open, seen, calendar, now) is { } ground)
        {
            Stage = open.Lift(now, ground);
            climbed.Add(Stage);
        }
        while (Stage is OpenSupervision && Stage.TurnBy(now, calendar, seen!.Clock!) is { } next)
        {
            Stage = next;
            climbed.Add(next);
        }
        if (Stage is Lifted)
            TurnsAt = null;
        else
        {
            var clock = seen!.Clock!;
            (DueAt, WarnsAt) = (clock.Read(calendar, now).DueAt, clock.WarnsFrom(calendar, now));
            TurnsAt = Stage.TurnsAt(now, calendar, clock);
        }
        return climbed;
    }

    /// <summary>Takes a step that somebody made.</summary>
    internal void MoveTo(SupervisionStage next)
    {
        Stage = next;
        TurnsAt = next is Answered answered ? answered.PromiseEnds : null;
    }

    private LiftGround? Ending(OpenSupervision open, WatchedCase? seen, WorkingCalendar calendar, DateTime now)
    {
        if (seen is null or { IsOver: true })
            return LiftGround.Finished;
        if (seen.Clock is not { } clock)
            return LiftGround.WithApplicant;
        if ((clock.Rule, clock.StartedAt) != (Limit, LimitFrom) || !seen.Holders.Contains(Office))
            return LiftGround.HandedOn;
        var state = clock.Read(calendar, now).State;
        // A supervisor's own question is answered whatever the lamp says.
        if (
            open
            is Ordered { By: not null }
                or Answered { Order.By: not null }
                or Escalated { Order.By: not null }
                or Explained { Before.Order.By: not null }
        )
            return null;
        return state switch
        {
            ClockState.Paused => LiftGround.Paused,
            ClockState.Running => LiftGround.BackInTime,
            _ => null,
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Supervision>
    {
        public void Configure(EntityTypeBuilder<Supervision> table)
        {
            table.ToTable("supervisions").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Number).HasMaxLength(22);
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.Office).HasMaxLength(40);
            table.Property(s => s.ItemZh).HasMaxLength(200);
            table.Property(s => s.ItemEn).HasMaxLength(200);
            table.Property(s => s.Limit).HasMaxLength(20);
            table.Property(s => s.StageName).HasMaxLength(40);
            table.Ignore(s => s.Item);
            table
                .Property(s => s.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<SupervisionStage>(json, Recording.Json)!,
                    Columns.ByReference<SupervisionStage>()
                );
            // One open supervision for each case and office: two jobs at once make one.
            table.HasIndex(s => new { s.CaseId, s.Office }, "IX_supervisions_open").IsUnique().HasFilter("\"StageName\" <> 'lifted'");
            table.HasIndex(s => s.CaseId);
            table.HasIndex(s => s.TurnsAt).HasFilter("\"TurnsAt\" IS NOT NULL");
            table.HasIndex(s => new
            {
                s.Division,
                s.IsOpen,
                s.DueAt,
                s.Id,
            });
            table.HasIndex(s => new
            {
                s.Division,
                s.IsOpen,
                s.Office,
                s.DueAt,
                s.Id,
            });
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
