using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Projects;

/// <summary>资金来源</summary>
public enum FundSource
{
    /// <summary>财政资金</summary>
    Budget,

    /// <summary>国有企业事业单位自有资金</summary>
    StateEnterprise,

    /// <summary>国际组织或外国政府贷款、援助资金</summary>
    InternationalLoan,

    /// <summary>集体资金</summary>
    Collective,

    /// <summary>非国有资金</summary>
    Private,
}

/// <summary>项目: one undertaking of one tendering entity, whose parts are put out to tender, each once or, after a failure, again.</summary>
public sealed class TradeProject : IRecorded, IVersioned
{
    public required long Id { get; init; }

    /// <summary>项目编号, 17 characters: platform id 11 + serial 6 (codes of the tendering system, part 1).</summary>
    public required string Number { get; init; }
    public required string Division { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }

    /// <summary>招标人: party id.</summary>
    public required long Entity { get; init; }
    public required FundSource Funds { get; set; }

    /// <summary>Share of public money in the investment, percent.</summary>
    public required int PublicShare { get; set; }

    /// <summary>总投资, fen.</summary>
    public required long Investment { get; set; }

    /// <summary>Where it is built or delivered.</summary>
    public required string Place { get; set; }

    /// <summary>Division code of the town; none where it lies in several.</summary>
    public string? Town { get; set; }

    /// <summary>批文: the approval or filing that lets it begin, by number.</summary>
    public required string Approval { get; set; }
    public required DateTime EnteredAt { get; init; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<TradeProject>
    {
        public void Configure(EntityTypeBuilder<TradeProject> table)
        {
            table.ToTable("trade_projects").HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.Number).HasMaxLength(17);
            table.Property(p => p.Division).HasMaxLength(12);
            table.Property(p => p.NameZh).HasMaxLength(200);
            table.Property(p => p.NameEn).HasMaxLength(200);
            table.Property(p => p.Place).HasMaxLength(200);
            table.Property(p => p.Town).HasMaxLength(12);
            table.Property(p => p.Approval).HasMaxLength(100);
            table.HasIndex(p => p.Number).IsUnique();
            table.HasIndex(p => new { p.Entity, p.Id });
            table.HasOne<Party>().WithMany().HasForeignKey(p => p.Entity).OnDelete(DeleteBehavior.Restrict);
            table.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}
