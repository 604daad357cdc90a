using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Hall.Rights;

/// <summary>权限: what the holder of a post may do, and where.</summary>
public sealed record PostRights(
    string Office,
    string? Window,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<string> WindowTypes,
    DateOnly? LeftOn = null
)
{
    public static PostRights Of(Staff post) => new(post.Office, post.Window, post.Roles, post.WindowTypes, post.LeftOn);

    /// <summary>Whether both give the same: order means nothing.</summary>
    public bool SameAs(PostRights other) =>
        (Office, Window, LeftOn) == (other.Office, other.Window, other.LeftOn)
        && Roles.ToHashSet().SetEquals(other.Roles)
        && WindowTypes.ToHashSet().SetEquals(other.WindowTypes);

    public bool IsAdministrator(DateOnly today) => Roles.Contains(Role.Administrator) && !(LeftOn <= today);
}

public enum RightsState
{
    /// <summary>待确认</summary>
    Proposed,

    /// <summary>已生效</summary>
    Confirmed,

    /// <summary>未同意或已撤回</summary>
    Declined,
}

/// <summary>权限变更: proposed by one administrator, given by another (双人授权). Nothing changes until the second has confirmed.</summary>
public sealed class RightsChange : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Whose rights.</summary>
    public required long StaffId { get; init; }

    /// <summary>The rights when it was proposed; confirming is refused where they have changed since.</summary>
    public required PostRights Before { get; init; }
    public required PostRights After { get; init; }
    public required string Reason { get; init; }
    public required long ProposedBy { get; init; }
    public required string ProposerName { get; init; }
    public required DateTime ProposedAt { get; init; }
    public RightsState State { get; private set; }
    public long? DecidedBy { get; private set; }
    public string? DeciderName { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why it was not agreed to.</summary>
    public string? DeclinedWhy { get; private set; }
    public int Version { get; private set; }

    internal void Confirm(Occasion on) => Decide(RightsState.Confirmed, on);

    internal void Decline(Occasion on, string why)
    {
        Decide(RightsState.Declined, on);
        DeclinedWhy = why;
    }

    private void Decide(RightsState state, Occasion on) =>
        (State, DecidedBy, DeciderName, DecidedAt) = (state, on.By.Id, on.By.Name, on.At);

    internal sealed class Mapping : IEntityTypeConfiguration<RightsChange>
    {
        public void Configure(EntityTypeBuilder<RightsChange> table)
        {
            table.ToTable("rights_changes").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Division).HasMaxLength(12);
            table.Property(c => c.Before).HasConversion(Columns.Json<PostRights>(), Columns.ByText<PostRights>());
            table.Property(c => c.After).HasConversion(Columns.Json<PostRights>(), Columns.ByText<PostRights>());
            table.Property(c => c.Reason).HasMaxLength(500);
            table.Property(c => c.ProposerName).HasMaxLength(100);
            table.Property(c => c.DeciderName).HasMaxLength(100);
            table.Property(c => c.DeclinedWhy).HasMaxLength(500);
            table.Property(c => c.Version).IsConcurrencyToken();
            table.HasOne<Staff>().WithMany().HasForeignKey(c => c.StaffId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(c => new { c.StaffId, c.Id });
            // One open proposal a person; two administrators at once: the later one is refused.
            table.HasIndex(c => c.StaffId, "IX_rights_changes_open").IsUnique().HasFilter("\"State\" = 'Proposed'");
        }
    }
}
