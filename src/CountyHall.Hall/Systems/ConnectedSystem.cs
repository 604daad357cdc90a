using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Hall.Systems;

/// <summary>What is agreed with another system: who answers for it, what it may do, by which key it is known, until when.</summary>
/// <param name="Name">As pages and records name it.</param>
/// <param name="Office">联系单位: key of the office that answers for it.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo in base64, see <see cref="Sm2Keys.ReadPublic"/>.</param>
/// <param name="ValidUntil">Last day.</param>
public sealed record SystemTerms(string Name, string Office, IReadOnlyList<SystemRight> Rights, string PublicKey, DateOnly ValidUntil)
{
    /// <summary>Whether both agree on the same: order means nothing.</summary>
    public bool SameAs(SystemTerms other) =>
        (Name, Office, PublicKey, ValidUntil) == (other.Name, other.Office, other.PublicKey, other.ValidUntil)
        && Rights.ToHashSet().SetEquals(other.Rights);
}

public enum SystemState
{
    /// <summary>接入</summary>
    Open,

    /// <summary>停用: nothing it signs is heard any more.</summary>
    Stopped,
}

/// <summary>接入系统: another system that may sign requests to the interface.</summary>
public sealed class ConnectedSystem : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Its name in signatures (keyid); never changed, never given to another.</summary>
    public required string Key { get; init; }
    public required SystemTerms Terms { get; set; }
    public SystemState State { get; set; }

    /// <summary>Why it was stopped.</summary>
    public string? StoppedWhy { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ConnectedSystem>
    {
        public void Configure(EntityTypeBuilder<ConnectedSystem> table)
        {
            table.ToTable("connected_systems").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Division).HasMaxLength(12);
            table.Property(s => s.Key).HasMaxLength(40);
            table.HasIndex(s => s.Key).IsUnique();
            table.Property(s => s.Terms).HasConversion(Columns.Json<SystemTerms>(), Columns.ByText<SystemTerms>());
            table.Property(s => s.StoppedWhy).HasMaxLength(500);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}

public enum SystemChangeState
{
    /// <summary>待确认</summary>
    Proposed,

    /// <summary>已生效</summary>
    Confirmed,

    /// <summary>未同意或已撤回</summary>
    Declined,
}

/// <summary>接入变更: proposed by one administrator, put into force by another (双人授权), like a change of rights.</summary>
public sealed class SystemChange : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Key of the system, which may not exist yet.</summary>
    public required string Key { get; init; }

    /// <summary>The terms when it was proposed; none where it is new or was stopped. Confirming is refused where they have changed since.</summary>
    public SystemTerms? Before { get; init; }
    public required SystemTerms After { get; init; }
    public required string Reason { get; init; }
    public required long ProposedBy { get; init; }
    public required string ProposerName { get; init; }
    public required DateTime ProposedAt { get; init; }
    public SystemChangeState State { get; private set; }
    public string? DeciderName { get; private set; }
    public DateTime? DecidedAt { get; private set; }
    public string? DeclinedWhy { get; private set; }
    public int Version { get; private set; }

    internal void Confirm(Occasion on) => Decide(SystemChangeState.Confirmed, on);

    internal void Decline(Occasion on, string why)
    {
        Decide(SystemChangeState.Declined, on);
        DeclinedWhy = why;
    }

    private void Decide(SystemChangeState state, Occasion on) => (State, DeciderName, DecidedAt) = (state, on.By.Name, on.At);

    internal sealed class Mapping : IEntityTypeConfiguration<SystemChange>
    {
        public void Configure(EntityTypeBuilder<SystemChange> table)
        {
            table.ToTable("system_changes").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Division).HasMaxLength(12);
            table.Property(c => c.Key).HasMaxLength(40);
            table.Property(c => c.Before).HasConversion(Columns.Json<SystemTerms?>(), Columns.ByText<SystemTerms?>());
            table.Property(c => c.After).HasConversion(Columns.Json<SystemTerms>(), Columns.ByText<SystemTerms>());
            table.Property(c => c.Reason).HasMaxLength(500);
            table.Property(c => c.ProposerName).HasMaxLength(100);
            table.Property(c => c.DeciderName).HasMaxLength(100);
            table.Property(c => c.DeclinedWhy).HasMaxLength(500);
            table.Property(c => c.Version).IsConcurrencyToken();
            table.HasIndex(c => new { c.Key, c.Id });
            // One open proposal a system; two administrators at once: the later one is refused.
            table.HasIndex(c => c.Key, "IX_system_changes_open").IsUnique().HasFilter("\"State\" = 'Proposed'");
        }
    }
}
