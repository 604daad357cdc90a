using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Projects;

/// <summary>What is bought, as far as the thresholds of compulsory tendering tell kinds apart.</summary>
public enum TenderKind
{
    /// <summary>施工</summary>
    Works,

    /// <summary>重要设备、材料等货物</summary>
    Goods,

    /// <summary>勘察、设计、监理等服务</summary>
    Services,
}

/// <summary>招标方式</summary>
public enum TenderMethod
{
    /// <summary>公开招标</summary>
    Open,

    /// <summary>邀请招标</summary>
    Invited,
}

/// <summary>招标项目: one tender for one or several lots of a project; a tender that failed is followed by another of the next round.</summary>
public sealed class Tender : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long ProjectId { get; init; }

    /// <summary>招标项目编号, 20 characters: project number 17 + serial 3.</summary>
    public required string Number { get; init; }
    public required string Division { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }
    public required TenderKind Kind { get; init; }
    public required TenderMethod Method { get; init; }

    /// <summary>第几次招标: 1, then 2 after a failed tender.</summary>
    public required int Round { get; init; }

    /// <summary>招标人: party id, and the name as it stood at the entry.</summary>
    public required long Entity { get; init; }
    public required string EntityName { get; init; }

    /// <summary>招标代理机构: party id and name; none where the entity tenders by itself.</summary>
    public long? Agency { get; set; }
    public string? AgencyName { get; set; }

    /// <summary>行政监督部门: key of the office.</summary>
    public required string SupervisingDepartment { get; init; }

    /// <summary>The tender whose failed lots this one takes up; none in the first round.</summary>
    public long? Follows { get; init; }

    /// <summary>拟定的时间安排: saved only where it is lawful; it becomes binding with the announcement.</summary>
    public TenderTimes? Plan { get; set; }
    public required TenderStage Stage { get; set; }

    /// <summary>Copied out of <see cref="Stage"/> so that lists can be filtered without opening it.</summary>
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }

    /// <summary>投标截止时间 (UTC), which is also the opening; copied out of the stage, none before the announcement.</summary>
    public DateTime? BidDeadline
    {
        get => Stage.BidDeadline;
        private set { }
    }
    public required DateTime EnteredAt { get; init; }
    public int Version { get; private set; }

    /// <summary>Until the deadline nobody but the reviewer of registrations may learn who takes part, or how many (Bidding Law art. 22).</summary>
    public bool IsSecret(DateTime now) => BidDeadline is not { } deadline || now < deadline;

    /// <summary>Lets a step happen, if the tender stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : TenderStage
        where TTo : TenderStage
    {
        if (Stage is not TFrom from)
            return new WrongTenderStage(Number, Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Tender>
    {
        public void Configure(EntityTypeBuilder<Tender> table)
        {
            table.ToTable("tenders").HasKey(t => t.Id);
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.Number).HasMaxLength(20);
            table.Property(t => t.Division).HasMaxLength(12);
            table.Property(t => t.NameZh).HasMaxLength(200);
            table.Property(t => t.NameEn).HasMaxLength(200);
            table.Property(t => t.EntityName).HasMaxLength(200);
            table.Property(t => t.AgencyName).HasMaxLength(200);
            table.Property(t => t.SupervisingDepartment).HasMaxLength(40);
            table.Property(t => t.StageName).HasMaxLength(40);
            table.Property(t => t.Plan).HasConversion(Columns.Json<TenderTimes?>(), Columns.ByText<TenderTimes?>());
            table
                .Property(t => t.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<TenderStage>(json, Recording.Json)!,
                    Columns.ByReference<TenderStage>()
                );
            table.HasIndex(t => t.Number).IsUnique();
            table.HasIndex(t => new { t.ProjectId, t.Id });
            table.HasIndex(t => t.Follows);
            table.HasIndex(t => new { t.Entity, t.Id });
            table.HasIndex(t => new { t.Agency, t.Id });
            table.HasIndex(t => new
            {
                t.Division,
                t.StageName,
                t.Id,
            });
            table.HasIndex(t => new { t.Division, t.BidDeadline });
            table.HasOne<TradeProject>().WithMany().HasForeignKey(t => t.ProjectId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(t => t.Entity).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(t => t.Agency).OnDelete(DeleteBehavior.Restrict);
            table.Property(t => t.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>The step does not exist where the tender stands.</summary>
public sealed record WrongTenderStage(string Tender, TenderStage At)
    : Refusal(
        (
            $"招标项目 {Tender} 现在处于“{At.Name.Zh}”，不能这样办理。",
            $"Tender {Tender} stands at “{At.Name.En}”; that step does not exist there."
        ),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where the tender stands now.")
    );

public sealed record TenderNotFound(string Asked)
    : Refusal(
        ($"查无招标项目 {Asked}。", $"There is no tender {Asked}."),
        ("请核对公告上的招标项目编号。", "Check the number of the tender on its announcement.")
    );
