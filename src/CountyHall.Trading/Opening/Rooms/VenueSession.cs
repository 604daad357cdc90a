using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>What a room is booked for.</summary>
public enum VenuePurpose
{
    /// <summary>开标</summary>
    Opening,

    /// <summary>评标</summary>
    Evaluation,
}

/// <summary>场次: a room for a time, for one tender; from the asking on nobody else can have it.</summary>
public sealed class VenueSession : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long RoomId { get; set; }
    public required long TenderId { get; init; }
    public required VenuePurpose Purpose { get; init; }

    /// <summary>From and to (UTC); the room is held for every quarter of an hour that this touches.</summary>
    public required DateTime From { get; set; }
    public required DateTime To { get; set; }

    /// <summary>Who asked, by name.</summary>
    public required string AskedBy { get; init; }
    public required VenueStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>The room is held for it.</summary>
    public bool Holds => Stage is BookingAsked or BookingConfirmed or VenueInUse;

    /// <summary>Lets a step happen, if the session stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : VenueStage
        where TTo : VenueStage
    {
        if (Stage is not TFrom from)
            return new WrongVenueStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<VenueSession>
    {
        public void Configure(EntityTypeBuilder<VenueSession> table)
        {
            table.ToTable("venue_sessions").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.AskedBy).HasMaxLength(200);
            table.Property(s => s.StageName).HasMaxLength(40);
            table.Ignore(s => s.Holds);
            table
                .Property(s => s.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<VenueStage>(json, Recording.Json)!,
                    Columns.ByReference<VenueStage>()
                );
            table.HasIndex(s => new { s.TenderId, s.Id });
            table.HasIndex(s => new { s.RoomId, s.From });
            table.HasIndex(s => new { s.Division, s.From });
            table.HasOne<VenueRoom>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Tender>().WithMany().HasForeignKey(s => s.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>One quarter of an hour of a room. The primary key lets a room be held once, whoever asks at the same moment on whichever node.</summary>
public sealed class VenueSlot
{
    public const int Minutes = 15;

    public required long RoomId { get; init; }
    public required DateTime At { get; init; }
    public required long SessionId { get; init; }

    /// <summary>Every quarter that a time touches.</summary>
    public static IEnumerable<DateTime> Of(DateTime from, DateTime to)
    {
        var step = TimeSpan.FromMinutes(Minutes);
        for (var at = new DateTime(from.Ticks - from.Ticks % step.Ticks, DateTimeKind.Utc); at < to; at += step)
            yield return at;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<VenueSlot>
    {
        public void Configure(EntityTypeBuilder<VenueSlot> table)
        {
            table.ToTable("venue_slots").HasKey(s => new { s.RoomId, s.At });
            table.HasIndex(s => s.SessionId);
            table.HasOne<VenueRoom>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<VenueSession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What a note in the log of a session is about.</summary>
public enum VenueNoteKind
{
    /// <summary>现场服务</summary>
    Service,

    /// <summary>见证</summary>
    Witness,

    /// <summary>异常: what may prove that something outside the bidders' power went wrong.</summary>
    Incident,
}

/// <summary>现场日志: one line, written with one key and stamped with the time of the house.</summary>
public sealed class VenueNote : IRecorded
{
    public required long Id { get; init; }
    public required long SessionId { get; init; }
    public required VenueNoteKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>Who wrote it, by name.</summary>
    public required string By { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<VenueNote>
    {
        public void Configure(EntityTypeBuilder<VenueNote> table)
        {
            table.ToTable("venue_notes").HasKey(n => n.Id);
            table.Property(n => n.Id).ValueGeneratedNever();
            table.Property(n => n.Text).HasMaxLength(500);
            table.Property(n => n.By).HasMaxLength(100);
            table.HasIndex(n => new { n.SessionId, n.Id });
            table.HasOne<VenueSession>().WithMany().HasForeignKey(n => n.SessionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
