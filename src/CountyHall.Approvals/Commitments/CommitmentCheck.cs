using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Commitments;

/// <summary>承诺核查: what was granted on a letter of commitment is checked within sixty working days (Zhejiang art. 14).</summary>
public sealed class CommitmentCheck : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long CaseId { get; init; }
    public required CaseNumber Number { get; init; }
    public required string Division { get; init; }

    /// <summary>Holder: while a revocation stands, this party may not use commitment again.</summary>
    public required long Holder { get; init; }

    /// <summary>Office that checks.</summary>
    public required string Office { get; init; }
    public required CommitmentStage Stage { get; set; }
    public bool Open
    {
        get => Stage is CheckDue or CorrectionOrdered;
        private set { }
    }
    public bool Revoked
    {
        get => Stage is CommitmentRevoked;
        private set { }
    }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CommitmentCheck>
    {
        public void Configure(EntityTypeBuilder<CommitmentCheck> table)
        {
            table.ToTable("commitment_checks").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Number).AsCaseNumber();
            table.Property(c => c.Division).HasMaxLength(12);
            table.Property(c => c.Office).HasMaxLength(40);
            table
                .Property(c => c.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<CommitmentStage>(json, Recording.Json)!,
                    Columns.ByReference<CommitmentStage>()
                );
            table.HasOne<Case>().WithMany().HasForeignKey(c => c.CaseId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(c => c.CaseId).IsUnique();
            table.HasIndex(c => new
            {
                c.Division,
                c.Office,
                c.Open,
                c.Id,
            });
            table.HasIndex(c => c.Holder);
            table.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>Where the check of a commitment stands.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(CheckDue), "check-due")]
[JsonDerivedType(typeof(CommitmentMet), "met")]
[JsonDerivedType(typeof(CorrectionOrdered), "correction-ordered")]
[JsonDerivedType(typeof(CommitmentRevoked), "revoked")]
public abstract record CommitmentStage;

/// <summary>To be checked within sixty working days of the grant.</summary>
public sealed record CheckDue(Clock Check) : CommitmentStage
{
    public static CheckDue From(DateTime grantedAt) => new(Clock.Start(Rulebook.CommitmentCheck, grantedAt));

    public CommitmentMet Met(DateTime at, string findings) => new(at, findings);

    public CorrectionOrdered Order(DateTime at, string findings, DateOnly by) => new(at, findings, by);
}

public sealed record CommitmentMet(DateTime At, string Findings) : CommitmentStage;

/// <summary>责令限期整改: not met; put right by a day, or the licence is revoked.</summary>
public sealed record CorrectionOrdered(DateTime At, string Findings, DateOnly By) : CommitmentStage
{
    public CommitmentMet Met(DateTime at, string findings) => new(at, findings);

    /// <summary>Only once the day of the order is over: until then it can still be put right.</summary>
    public Result<CommitmentRevoked> Revoke(HeadApproval approval, string reasons) =>
        CountyTime.DayOf(approval.At) <= By ? new OrderStillRunning(By) : new CommitmentRevoked(approval.At, reasons, approval);
}

/// <summary>撤销决定: still not met. A bad credit record; no new commitment while it stands.</summary>
public sealed record CommitmentRevoked(DateTime At, string Reasons, HeadApproval Approval) : CommitmentStage;
