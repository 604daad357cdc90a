using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>Where a draw comes from.</summary>
public enum DrawOrigin
{
    /// <summary>县中心的招标项目</summary>
    County,

    /// <summary>小额交易平台, drawn from afar</summary>
    SmallPlatform,
}

/// <summary>Who puts a share of the randomness into a draw.</summary>
public enum DrawParty
{
    /// <summary>招标人（代理机构）</summary>
    Entity,

    /// <summary>行政监督部门, which witnesses the draw with it</summary>
    Supervisor,

    /// <summary>小额交易平台</summary>
    Platform,

    /// <summary>县交易中心, which watches the draws of the platforms</summary>
    Centre,
}

/// <summary>抽取要求: what was asked for. Who represents the entity is sealed beside it.</summary>
/// <param name="Wanted">How many of each speciality.</param>
/// <param name="Representatives">招标人代表, how many.</param>
/// <param name="MeetingAt">When the evaluation begins, UTC.</param>
/// <param name="Place">Where; told to the experts, so it names no project.</param>
/// <param name="Avoid">Further 回避单位, by code, besides those that the house computes.</param>
public sealed record DrawPlan(
    IReadOnlyList<WantedExperts> Wanted,
    int Representatives,
    DateTime MeetingAt,
    string Place,
    IReadOnlyList<string> Avoid
);

/// <summary>专家抽取: one draw for one tender or one small project, through all its attempts and calls.</summary>
/// <remarks>Bidding Law art. 37; Implementing Regulation art. 46; Zhejiang Bidding Regulation art. 29; RFC 3797.</remarks>
public sealed class ExpertDraw : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Its number in addresses: that of the tender or small project, and a serial, such as E3304210001900005001-D1.</summary>
    public required string Number { get; init; }
    public required DrawOrigin Origin { get; init; }

    /// <summary>The tender; none for a small project.</summary>
    public long? TenderId { get; init; }

    /// <summary>The small project; none for a tender.</summary>
    public long? SmallProjectId { get; init; }

    /// <summary>Key of the office whose platform drew it; none for a tender.</summary>
    public string? Platform { get; init; }

    /// <summary>Which draw of its project, from 1.</summary>
    public required int Serial { get; init; }

    /// <summary>Why a project is drawn for again; none for the first.</summary>
    public string? Again { get; init; }
    public required DrawPlan Plan { get; init; }

    /// <summary>The representatives, or the appointed experts: sealed with the key of the house until the names are opened.</summary>
    public string? NamedSealed { get; init; }
    public required DateTime RequestedAt { get; init; }

    /// <summary>When the order was first drawn; none before.</summary>
    public DateTime? DrawnAt { get; set; }
    public required DrawStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Whose shares make the seed, in the announced order.</summary>
    [JsonIgnore]
    public IReadOnlyList<DrawParty> Parties =>
        Origin == DrawOrigin.County ? [DrawParty.Entity, DrawParty.Supervisor] : [DrawParty.Platform, DrawParty.Centre];

    /// <summary>Lets a step happen, if the draw stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : DrawStage
        where TTo : DrawStage
    {
        if (Stage is not TFrom from)
            return new WrongDrawStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    /// <summary>The newest draw of a tender; none where none was asked for.</summary>
    public static Task<ExpertDraw?> Of(HallDb db, long tender) =>
        db.ExpertDraws.AsNoTracking().Where(d => d.TenderId == tender).OrderByDescending(d => d.Serial).FirstOrDefaultAsync();

    internal sealed class Mapping : IEntityTypeConfiguration<ExpertDraw>
    {
        public void Configure(EntityTypeBuilder<ExpertDraw> table)
        {
            table.ToTable("expert_draws").HasKey(d => d.Id);
            table.Property(d => d.Id).ValueGeneratedNever();
            table.Property(d => d.Division).HasMaxLength(12);
            table.Property(d => d.Number).HasMaxLength(40);
            table.Property(d => d.Platform).HasMaxLength(40);
            table.Property(d => d.Again).HasMaxLength(500);
            table.Property(d => d.StageName).HasMaxLength(40);
            table.Ignore(d => d.Parties);
            table.Property(d => d.Plan).HasConversion(Columns.Json<DrawPlan>(), Columns.ByReference<DrawPlan>());
            table
                .Property(d => d.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<DrawStage>(json, Recording.Json)!,
                    Columns.ByReference<DrawStage>()
                );
            table.HasIndex(d => d.Number).IsUnique();
            table.HasIndex(d => new { d.TenderId, d.Serial }).IsUnique();
            table.HasIndex(d => new { d.SmallProjectId, d.Serial }).IsUnique();
            table.HasIndex(d => new
            {
                d.Division,
                d.Origin,
                d.DrawnAt,
            });
            table.HasOne<Tender>().WithMany().HasForeignKey(d => d.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<SmallProject>().WithMany().HasForeignKey(d => d.SmallProjectId).OnDelete(DeleteBehavior.Restrict);
            table.Property(d => d.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>小型项目, as far as its draw needs it: a project of a town's platform, which is not tendered on the county's floor.</summary>
public sealed class SmallProject : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Key of the office whose platform it is; nobody else's platform sees it.</summary>
    public required string Platform { get; init; }

    /// <summary>项目编号 of the platform, unique there.</summary>
    public required string Number { get; init; }
    public required string Name { get; init; }
    public required string EntityName { get; init; }
    public required string EntityCode { get; init; }

    /// <summary>估算价, fen.</summary>
    public required long Estimate { get; init; }
    public required DateTime EnteredAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<SmallProject>
    {
        public void Configure(EntityTypeBuilder<SmallProject> table)
        {
            table.ToTable("small_projects").HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.Division).HasMaxLength(12);
            table.Property(p => p.Platform).HasMaxLength(40);
            table.Property(p => p.Number).HasMaxLength(30);
            table.Property(p => p.Name).HasMaxLength(200);
            table.Property(p => p.EntityName).HasMaxLength(200);
            table.Property(p => p.EntityCode).HasMaxLength(18);
            table
                .HasIndex(p => new
                {
                    p.Division,
                    p.Platform,
                    p.Number,
                })
                .IsUnique();
        }
    }
}

/// <summary>候选名单的一行: who has which number of the pool, sealed; its hash binds it before the seed is known.</summary>
/// <remarks>Never changed. The hash over all of them stands in the draw's stage, which the facts hold.</remarks>
public sealed class PoolEntry
{
    public required long DrawId { get; init; }
    public required int Attempt { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>SHA-256 of the entry, lowercase hex: <see cref="DrawTranscript.EntryHash"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>A <see cref="PoolPerson"/>, sealed with the key of the house.</summary>
    public required string Sealed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PoolEntry>
    {
        public void Configure(EntityTypeBuilder<PoolEntry> table)
        {
            table
                .ToTable("expert_pool_entries")
                .HasKey(e => new
                {
                    e.DrawId,
                    e.Attempt,
                    e.Number,
                });
            table.Property(e => e.Hash).HasMaxLength(64);
            table.Property(e => e.Categories).HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table.HasOne<ExpertDraw>().WithMany().HasForeignKey(e => e.DrawId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

/// <summary>What is sealed of an entry of the pool.</summary>
/// <param name="Expert">Id of the expert; 0 for a representative of the entity.</param>
/// <param name="Person">Party id.</param>
/// <param name="Number">专家编号</param>
/// <param name="Salt">16 random bytes in hex, so that nobody finds a name by trying.</param>
public sealed record PoolPerson(long Expert, long Person, string Number, string Name, string Employer, string Salt);

/// <summary>抽取份额: what one side puts into the randomness; first its hash, later the share.</summary>
public sealed class ExpertDrawShare : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long DrawId { get; init; }
    public required int Attempt { get; init; }
    public required DrawParty Party { get; init; }

    /// <summary>SHA-256 of the canonical share, lowercase hex.</summary>
    public required string Commitment { get; init; }
    public required DateTime CommittedAt { get; init; }

    /// <summary>The share itself, such as <c>9319./</c>; none before it is revealed.</summary>
    public string? Share { get; set; }
    public DateTime? RevealedAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExpertDrawShare>
    {
        public void Configure(EntityTypeBuilder<ExpertDrawShare> table)
        {
            table.ToTable("expert_draw_shares").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Commitment).HasMaxLength(64);
            table.Property(s => s.Share).HasMaxLength(300);
            table
                .HasIndex(s => new
                {
                    s.DrawId,
                    s.Attempt,
                    s.Party,
                })
                .IsUnique();
            table.HasOne<ExpertDraw>().WithMany().HasForeignKey(s => s.DrawId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
