using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>交易类别</summary>
public enum TradeCategory
{
    /// <summary>工程建设项目</summary>
    Works,

    /// <summary>政府采购</summary>
    Procurement,

    /// <summary>产权交易</summary>
    Property,

    /// <summary>土地交易</summary>
    Land,

    /// <summary>其他公共资源交易</summary>
    Other,
}

/// <summary>Which platform it went over.</summary>
public enum TradeTier
{
    /// <summary>县级平台</summary>
    County,

    /// <summary>镇（街道）、部门小型平台</summary>
    Small,
}

/// <summary>交易项目: the unit that gets a result of its own, which is a lot; tendered again after a failure it is still the same project.</summary>
public sealed class RegisteredProject : RegisterLine
{
    /// <summary>Number of the lot under which it was announced first, 23 characters.</summary>
    public required string Project { get; init; }
    public required TradeCategory Category { get; init; }
    public required TradeTier Tier { get; init; }
    public required TenderKind Kind { get; init; }
    public required string NameZh { get; init; }
    public required string NameEn { get; init; }

    /// <summary>合同估算价, fen; none where nothing is bought.</summary>
    public long? Estimate { get; init; }

    /// <summary>只有结果: taken over as a plain result, because the house has no desk for its kind.</summary>
    public required bool PlainResult { get; init; }
    public required DateOnly EnteredOn { get; init; }

    public Words Name => new(NameZh, NameEn);

    public static Words NameOf(TradeCategory category) =>
        category switch
        {
            TradeCategory.Works => ("工程建设项目", "works"),
            TradeCategory.Procurement => ("政府采购", "government procurement"),
            TradeCategory.Property => ("产权交易", "property rights"),
            TradeCategory.Land => ("土地交易", "land"),
            _ => ("其他公共资源交易", "other public resources"),
        };

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredProject>
    {
        public void Configure(EntityTypeBuilder<RegisteredProject> table)
        {
            Map(table, "registered_projects");
            table.Property(p => p.Project).HasMaxLength(23);
            table.Property(p => p.NameZh).HasMaxLength(200);
            table.Property(p => p.NameEn).HasMaxLength(200);
            table.Ignore(p => p.Name);
            table.HasIndex(p => p.Project).IsUnique();
        }
    }
}

/// <summary>公告登记: a notice was published for a project; one of a tender of several lots has a line for each of them.</summary>
public sealed class RegisteredNotice : RegisterLine
{
    public required string Project { get; init; }

    /// <summary>Number of the notice.</summary>
    public required string Notice { get; init; }
    public required NoticeKind Kind { get; init; }
    public required DateOnly PublishedOn { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredNotice>
    {
        public void Configure(EntityTypeBuilder<RegisteredNotice> table)
        {
            Map(table, "registered_notices");
            table.Property(n => n.Project).HasMaxLength(23);
            table.Property(n => n.Notice).HasMaxLength(30);
            table.HasIndex(n => new
            {
                n.Division,
                n.PublishedOn,
                n.Project,
            });
            table.HasIndex(n => n.Project);
        }
    }
}
