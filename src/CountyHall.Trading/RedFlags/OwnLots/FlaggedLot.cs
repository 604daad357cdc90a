using CountyHall.Kernel.Data;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.RedFlags.OwnLots;

/// <summary>标段红旗: what the indicators say of one lot of the house, and the numbers they looked at. Computed anew by <see cref="FlagOwnLots"/>; no fact, for it follows from facts.</summary>
public sealed class FlaggedLot
{
    /// <summary>Id of the lot.</summary>
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>行政监督部门: key of the office.</summary>
    public required string Office { get; init; }
    public required LotFlags Content { get; set; }

    /// <summary>Copied out of <see cref="Content"/>, so that the list reads flagged lots only.</summary>
    public bool IsFlagged
    {
        get => Content.Raised.Count > 0;
        private set { }
    }

    /// <summary>When what it says last changed, UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FlaggedLot>
    {
        public void Configure(EntityTypeBuilder<FlaggedLot> table)
        {
            table.ToTable("flagged_lots").HasKey(l => l.Id);
            table.Property(l => l.Id).ValueGeneratedNever();
            table.Property(l => l.Division).HasMaxLength(12);
            table.Property(l => l.Office).HasMaxLength(60);
            table.Property(l => l.Content).HasConversion(Columns.Json<LotFlags>(), Columns.ByText<LotFlags>());
            table.HasIndex(l => new
            {
                l.Division,
                l.Office,
                l.IsFlagged,
                l.Id,
            });
            table.HasOne<Lot>().WithMany().HasForeignKey(l => l.Id).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What the indicators say of a lot.</summary>
public sealed record LotFlags(LotNumbers Seen, IReadOnlyList<RaisedFlag> Raised)
{
    public RaisedFlag? Find(string key) => Raised.FirstOrDefault(f => f.Key == key);
}

/// <summary>Of whom a flag tells.</summary>
public enum FlagSubject
{
    /// <summary>The lot itself.</summary>
    Lot,

    /// <summary>招标人</summary>
    Buyer,

    /// <summary>招标代理机构, or the tendering entity where there is none.</summary>
    ProcuringEntity,

    /// <summary>投标人</summary>
    Tenderer,
}

/// <summary>One flag.</summary>
/// <param name="Code">Such as R024.</param>
/// <param name="Party">Identifier of the party in <see cref="LotNumbers"/>; none for the lot itself.</param>
/// <param name="Name">Name of the party.</param>
/// <param name="Value">The number that the indicator gives.</param>
public sealed record RaisedFlag(string Code, FlagSubject Subject, string? Party, string? Name, double Value)
{
    /// <summary>How forms and verdicts name it within the lot.</summary>
    public string Key => Party is null ? Code : $"{Code}-{Subject}-{Party}";
}

/// <summary>红旗计算: one computation over all lots of a division, with the peers each indicator compared.</summary>
public sealed class FlagRun
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required DateTime RunAt { get; init; }

    /// <summary>Lots looked at, and those with a flag.</summary>
    public required int Lots { get; init; }
    public required int Flagged { get; init; }
    public required IReadOnlyList<FlagPeers> Peers { get; init; }

    /// <summary>The newest of a division; none before the first.</summary>
    public static Task<FlagRun?> Newest(HallDb db, string division, CancellationToken ct = default) =>
        db.FlagRuns.AsNoTracking().Where(r => r.Division == division).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);

    public FlagPeers? Of(string code, FlagSubject subject) => Peers.FirstOrDefault(p => p.Code == code && p.Subject == subject);

    internal sealed class Mapping : IEntityTypeConfiguration<FlagRun>
    {
        public void Configure(EntityTypeBuilder<FlagRun> table)
        {
            table.ToTable("flag_runs").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table
                .Property(r => r.Peers)
                .HasConversion(Columns.Json<IReadOnlyList<FlagPeers>>(), Columns.ByText<IReadOnlyList<FlagPeers>>());
            table.HasIndex(r => new { r.Division, r.Id });
        }
    }
}

/// <summary>对比组: with whom an indicator compared.</summary>
/// <param name="Subject">Whose values were compared.</param>
/// <param name="Count">How many values.</param>
/// <param name="Q1">First and third quartile; none where there are no values.</param>
/// <param name="Limit">From here on it flags; none where it says nothing.</param>
/// <param name="Least">R025: processes from which on a tenderer is looked at.</param>
public sealed record FlagPeers(string Code, FlagSubject Subject, int Count, double? Q1, double? Q3, double? Limit, double? Least);
