using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Catalogue.Release;

public enum DraftState
{
    /// <summary>起草中</summary>
    Drafting,

    /// <summary>待审核发布</summary>
    Submitted,

    /// <summary>已发布</summary>
    Released,

    /// <summary>已作废</summary>
    Dropped,
}

/// <summary>事项草稿: the next version of an item while it is written and looked at. What the public sees is never this, only a released version.</summary>
public sealed class ItemDraft : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>The item's name in addresses.</summary>
    public required string Item { get; init; }

    /// <summary>Key of the implementing body.</summary>
    public required string Office { get; set; }

    /// <summary>The newest version when it was begun; none for a new item. It cannot be released over a newer one.</summary>
    public required int? Follows { get; init; }

    /// <summary>回退: the older version it was copied from to go back to; none for an ordinary draft.</summary>
    public int? Restores { get; init; }

    public required ServiceGuide Guide { get; set; }

    /// <summary>与上级目录不一致的说明: why the item differs from the higher-level list.</summary>
    public string? Explanation { get; set; }

    /// <summary>Accounts of all who wrote in it: none of them releases it.</summary>
    public required IReadOnlyList<long> Writers { get; set; }
    public required string DrafterName { get; init; }
    public required DateTime SavedAt { get; set; }
    public DraftState State { get; private set; }
    public DateTime? SubmittedAt { get; private set; }
    public string? SubmitterName { get; private set; }

    /// <summary>Why it was given back the last time.</summary>
    public string? ReturnedWhy { get; private set; }

    /// <summary>The version it became.</summary>
    public int? ReleasedAs { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => State is DraftState.Drafting or DraftState.Submitted;

    internal void WrittenBy(Occasion on)
    {
        SavedAt = on.At;
        if (!Writers.Contains(on.By.Id))
            Writers = [.. Writers, on.By.Id];
    }

    internal void Submit(Occasion on) => (State, SubmittedAt, SubmitterName, ReturnedWhy) = (DraftState.Submitted, on.At, on.By.Name, null);

    internal void Return(string why) => (State, ReturnedWhy) = (DraftState.Drafting, why);

    internal void Release(int asVersion) => (State, ReleasedAs) = (DraftState.Released, asVersion);

    internal void Drop() => State = DraftState.Dropped;

    internal sealed class Mapping : IEntityTypeConfiguration<ItemDraft>
    {
        public void Configure(EntityTypeBuilder<ItemDraft> table)
        {
            table.ToTable("item_drafts").HasKey(d => d.Id);
            table.Property(d => d.Id).ValueGeneratedNever();
            table.Property(d => d.Division).HasMaxLength(12);
            table.Property(d => d.Item).HasMaxLength(80);
            table.Property(d => d.Office).HasMaxLength(40);
            table.Property(d => d.Guide).HasConversion(Columns.Json<ServiceGuide>(), Columns.ByReference<ServiceGuide>());
            table.Property(d => d.Writers).HasConversion(Columns.Json<IReadOnlyList<long>>(), Columns.ByText<IReadOnlyList<long>>());
            table.Property(d => d.Explanation).HasMaxLength(1000);
            table.Property(d => d.DrafterName).HasMaxLength(100);
            table.Property(d => d.SubmitterName).HasMaxLength(100);
            table.Property(d => d.ReturnedWhy).HasMaxLength(1000);
            table.Ignore(d => d.IsOpen);
            table.Property(d => d.Version).IsConcurrencyToken();
            table.HasIndex(d => new { d.Item, d.Id });
            // One open draft an item; two who begin at once: the later one is refused.
            table.HasIndex(d => d.Item, "IX_item_drafts_open").IsUnique().HasFilter("\"State\" IN ('Drafting', 'Submitted')");
        }
    }
}
