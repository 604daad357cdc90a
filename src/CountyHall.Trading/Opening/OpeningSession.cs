using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Opening;

/// <summary>开标会: the opening of all lots of one tender, in a booked room and online at once.</summary>
public sealed class OpeningSession : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }

    /// <summary>Its number in addresses: that of its tender.</summary>
    public required string Number { get; init; }

    /// <summary>The booked room and time.</summary>
    public required long VenueSessionId { get; set; }
    public required OpeningStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the opening stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : OpeningStage
        where TTo : OpeningStage
    {
        if (Stage is not TFrom from)
            return new WrongOpeningStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningSession>
    {
        public void Configure(EntityTypeBuilder<OpeningSession> table)
        {
            table.ToTable("opening_sessions").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.Number).HasMaxLength(20);
            table.Property(s => s.StageName).HasMaxLength(40);
            table
                .Property(s => s.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<OpeningStage>(json, Recording.Json)!,
                    Columns.ByReference<OpeningStage>()
                );
            table.HasIndex(s => s.Number).IsUnique();
            table.HasIndex(s => s.TenderId).IsUnique(); // a tender is opened once
            table.HasIndex(s => s.VenueSessionId);
            table.HasOne<Tender>().WithMany().HasForeignKey(s => s.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<VenueSession>().WithMany().HasForeignKey(s => s.VenueSessionId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>开标中的一份投标文件: made when the names are published, never before the deadline.</summary>
public sealed class OpeningBid : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long SessionId { get; init; }
    public required long LotId { get; init; }

    /// <summary>The sealed bid as it was received.</summary>
    public required long BidId { get; init; }
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }

    /// <summary>序号 within the lot, in the order of arrival, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>SHA-256 of the envelope as the receipt says it, lowercase hex.</summary>
    public required string Receipt { get; init; }

    /// <summary>When the last byte came, UTC.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>How the security stood at the deadline, in words to be read out.</summary>
    public required string SecurityZh { get; init; }
    public required string SecurityEn { get; init; }
    public required OpeningBidStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    public Words Security => new(SecurityZh, SecurityEn);

    /// <summary>Lets a step happen, if the bid stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : OpeningBidStage
        where TTo : OpeningBidStage
    {
        if (Stage is not TFrom from)
            return new WrongOpeningBidStage(BidderName, Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningBid>
    {
        public void Configure(EntityTypeBuilder<OpeningBid> table)
        {
            table.ToTable("opening_bids").HasKey(b => b.Id);
            table.Property(b => b.Id).ValueGeneratedNever();
            table.Property(b => b.BidderName).HasMaxLength(200);
            table.Property(b => b.Receipt).HasMaxLength(64);
            table.Property(b => b.SecurityZh).HasMaxLength(100);
            table.Property(b => b.SecurityEn).HasMaxLength(100);
            table.Property(b => b.StageName).HasMaxLength(40);
            table.Ignore(b => b.Security);
            table
                .Property(b => b.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<OpeningBidStage>(json, Recording.Json)!,
                    Columns.ByReference<OpeningBidStage>()
                );
            table.HasIndex(b => b.BidId).IsUnique(); // a bid is opened once
            table.HasIndex(b => new
            {
                b.SessionId,
                b.LotId,
                b.Place,
            });
            table.HasIndex(b => b.LotId);
            table.HasIndex(b => new { b.StageName, b.SessionId });
            table.HasOne<OpeningSession>().WithMany().HasForeignKey(b => b.SessionId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Lot>().WithMany().HasForeignKey(b => b.LotId).OnDelete(DeleteBehavior.Restrict);
            table.Property(b => b.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>签到: that a bidder is here, and later that it confirms the record.</summary>
public sealed class OpeningAttendance : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long SessionId { get; init; }
    public required long Bidder { get; init; }
    public required DateTime SignedInAt { get; init; }

    /// <summary>Who signed in for it, by name.</summary>
    public required string By { get; init; }
    public DateTime? ConfirmedAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningAttendance>
    {
        public void Configure(EntityTypeBuilder<OpeningAttendance> table)
        {
            table.ToTable("opening_attendances").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.Property(a => a.By).HasMaxLength(100);
            table.HasIndex(a => new { a.SessionId, a.Bidder }).IsUnique();
            table.HasOne<OpeningSession>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
            table.Property(a => a.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>开标异议: raised at the opening, answered at the opening, kept in the record. Implementing Regulation art. 44(3).</summary>
public sealed class OpeningObjection : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long SessionId { get; init; }
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningObjection>
    {
        public void Configure(EntityTypeBuilder<OpeningObjection> table)
        {
            table.ToTable("opening_objections").HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.BidderName).HasMaxLength(200);
            table.Property(o => o.Text).HasMaxLength(1000);
            table.Property(o => o.Answer).HasMaxLength(1000);
            table.HasIndex(o => new { o.SessionId, o.Id });
            table.HasOne<OpeningSession>().WithMany().HasForeignKey(o => o.SessionId).OnDelete(DeleteBehavior.Restrict);
            table.Property(o => o.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>What a note in an opening is about.</summary>
public enum OpeningNoteKind
{
    /// <summary>记录</summary>
    Remark,

    /// <summary>异常: witnessed by the supervising department, which is what an extension rests on.</summary>
    Incident,
}

/// <summary>开标会记录: a note of the chair or of the supervising department.</summary>
public sealed class OpeningNote : IRecorded
{
    public required long Id { get; init; }
    public required long SessionId { get; init; }
    public required OpeningNoteKind Kind { get; init; }
    public required string Text { get; init; }
    public required bool BySupervisor { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningNote>
    {
        public void Configure(EntityTypeBuilder<OpeningNote> table)
        {
            table.ToTable("opening_notes").HasKey(n => n.Id);
            table.Property(n => n.Id).ValueGeneratedNever();
            table.Property(n => n.Text).HasMaxLength(500);
            table.Property(n => n.By).HasMaxLength(100);
            table.HasIndex(n => new { n.SessionId, n.Id });
            table.HasOne<OpeningSession>().WithMany().HasForeignKey(n => n.SessionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>Who puts a share of the randomness into an open draw.</summary>
public enum DrawSource
{
    /// <summary>招标人或代理机构</summary>
    Entity,

    /// <summary>行政监督部门</summary>
    Supervisor,

    /// <summary>投标人</summary>
    Bidder,
}

/// <summary>抽取份额: its hash is published first, the share itself only when nobody can change anything any more.</summary>
public sealed class DrawShare : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long SessionId { get; init; }
    public required DrawSource Source { get; init; }

    /// <summary>Of which draw, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>The bidder, where it is one's; 0 otherwise.</summary>
    public required long Party { get; init; }

    /// <summary>SHA-256 of the share, lowercase hex.</summary>
    public required string Commitment { get; init; }
    public required DateTime CommittedAt { get; init; }

    /// <summary>The share itself, such as <c>9319./</c>.</summary>
    public string? Share { get; set; }
    public DateTime? RevealedAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<DrawShare>
    {
        public void Configure(EntityTypeBuilder<DrawShare> table)
        {
            table.ToTable("draw_shares").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Commitment).HasMaxLength(64);
            table.Property(s => s.Share).HasMaxLength(300);
            table
                .HasIndex(s => new
                {
                    s.SessionId,
                    s.Round,
                    s.Source,
                    s.Party,
                })
                .IsUnique();
            table.HasOne<OpeningSession>().WithMany().HasForeignKey(s => s.SessionId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>补救份额: what a custodian gave for one bid, sealed with the key of the house until enough are there.</summary>
public sealed class RecoveryShare : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long OpeningBidId { get; init; }

    /// <summary>User id of the custodian.</summary>
    public required long Custodian { get; init; }

    /// <summary>Place of the share in the envelope, from 1.</summary>
    public required int Index { get; init; }
    public required string ShareSealed { get; set; }
    public required DateTime At { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RecoveryShare>
    {
        public void Configure(EntityTypeBuilder<RecoveryShare> table)
        {
            table.ToTable("recovery_shares").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.HasIndex(s => new { s.OpeningBidId, s.Custodian }).IsUnique();
            table.Property(s => s.Version).IsConcurrencyToken();
            table.HasOne<OpeningBid>().WithMany().HasForeignKey(s => s.OpeningBidId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>现场记录: one line of what everybody sees, in the order of the turns. The facts are the record; this is how they are shown.</summary>
public sealed class OpeningLine
{
    public required long SessionId { get; init; }

    /// <summary>Which change of the opening it tells, from 1, without a gap.</summary>
    public required long Turn { get; init; }
    public required DateTime At { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }

    /// <summary>Something went wrong.</summary>
    public required bool IsAlarm { get; init; }

    public Words Text => new(Zh, En);

    internal sealed class Mapping : IEntityTypeConfiguration<OpeningLine>
    {
        public void Configure(EntityTypeBuilder<OpeningLine> table)
        {
            table.ToTable("opening_lines").HasKey(l => new { l.SessionId, l.Turn });
            table.Property(l => l.Zh).HasMaxLength(700);
            table.Property(l => l.En).HasMaxLength(700);
            table.Ignore(l => l.Text);
            table.HasOne<OpeningSession>().WithMany().HasForeignKey(l => l.SessionId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
