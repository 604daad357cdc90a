using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Applications;

/// <summary>申报草稿: an application being filled in. Each field is kept as typed, so it goes on at any device.</summary>
/// <remarks>A draft is nobody's business but its author's: no fact tells of it until it is submitted.</remarks>
public sealed class Application : IVersioned
{
    public required long Id { get; init; }

    /// <summary>User who fills it in.</summary>
    public required long Owner { get; init; }
    public required string Item { get; init; }

    /// <summary>The version that was in force when the draft was begun; it is submitted under the one in force then.</summary>
    public required int ItemVersion { get; init; }

    /// <summary>Party for whom it is; chosen in the first step.</summary>
    public required long Applicant { get; set; }

    /// <summary>代理人: the person at the counter who acts for the applicant; none online, where that is the owner, or where the applicant came.</summary>
    public long? Representative { get; set; }
    public required CaseFile File { get; set; }
    public required DateTime BegunAt { get; init; }
    public required DateTime SavedAt { get; set; }

    /// <summary>The case it became.</summary>
    public CaseNumber? Submitted { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Application>
    {
        public void Configure(EntityTypeBuilder<Application> table)
        {
            table.ToTable("applications").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.Property(a => a.Item).HasMaxLength(80);
            table.Property(a => a.File).HasConversion(Columns.Json<CaseFile>(), Columns.ByReference<CaseFile>());
            table.Property(a => a.Submitted).AsCaseNumber();
            table.HasOne<Party>().WithMany().HasForeignKey(a => a.Applicant).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(a => a.Representative).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(a => new { a.Owner, a.Id });
            table.Property(a => a.Version).IsConcurrencyToken();
        }
    }
}
