using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>职称 of an expert.</summary>
public enum ExpertTitle
{
    /// <summary>高级职称</summary>
    Senior,

    /// <summary>具有同等专业水平</summary>
    EqualLevel,

    /// <summary>中级职称: not enough to be drawn.</summary>
    Intermediate,
}

/// <summary>评标专家: a natural person of the library, who may be drawn into committees.</summary>
/// <remarks>Bidding Law art. 37(3): eight years in the field, and a senior title or the equal level.</remarks>
public sealed class Expert : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>专家编号, such as ZJ-E-000012.</summary>
    public required string Number { get; init; }

    /// <summary>Party id of the natural person, who signs in with it.</summary>
    public required long Person { get; init; }
    public required string Name { get; init; }

    /// <summary>工作单位, by name and unified social credit code.</summary>
    public required string Employer { get; set; }
    public required string EmployerCode { get; set; }

    /// <summary>Division code of where the expert works, 6 digits: the county is called before the city, the city before the province.</summary>
    public required string Area { get; set; }
    public required ExpertTitle Title { get; set; }

    /// <summary>从事相关领域工作起始日</summary>
    public required DateOnly InFieldSince { get; init; }

    /// <summary>Codes of specialities, as in <see cref="CategorySet"/>.</summary>
    public required IReadOnlyList<string> Categories { get; set; }
    public required ExpertStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the expert stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : ExpertStage
        where TTo : ExpertStage
    {
        if (Stage is not TFrom from)
            return new WrongExpertStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Expert>
    {
        public void Configure(EntityTypeBuilder<Expert> table)
        {
            table.ToTable("experts").HasKey(e => e.Id);
            table.Property(e => e.Id).ValueGeneratedNever();
            table.Property(e => e.Division).HasMaxLength(12);
            table.Property(e => e.Number).HasMaxLength(20);
            table.Property(e => e.Name).HasMaxLength(100);
            table.Property(e => e.Employer).HasMaxLength(200);
            table.Property(e => e.EmployerCode).HasMaxLength(18);
            table.Property(e => e.Area).HasMaxLength(12);
            table.Property(e => e.StageName).HasMaxLength(40);
            table.Property(e => e.Categories).HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table
                .Property(e => e.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<ExpertStage>(json, Recording.Json)!,
                    Columns.ByReference<ExpertStage>()
                );
            table.HasIndex(e => e.Person).IsUnique(); // one person is one expert
            table.HasIndex(e => new { e.Division, e.Number }).IsUnique();
            table.HasOne<Person>().WithMany().HasForeignKey(e => e.Person).OnDelete(DeleteBehavior.Restrict);
            table.Property(e => e.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>专家状态. What a date alone decides (a suspension is over) is asked of the day, not stored here.</summary>
/// <remarks>All stages in the order of life; docs/trading/experts.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(InLibrary), "in-library")]
[JsonDerivedType(typeof(Suspended), "suspended")]
[JsonDerivedType(typeof(OutOfLibrary), "out-of-library")]
public abstract record ExpertStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>May be drawn for an evaluation on a day.</summary>
    public abstract bool MayServe(DateOnly day);
}

/// <summary>在库</summary>
public sealed record InLibrary(DateTime At) : ExpertStage(At)
{
    public override Words Name => ("在库", "In the library");

    public override bool MayServe(DateOnly day) => true;

    /// <summary>The first stage.</summary>
    public static InLibrary Enter(DateTime at) => new(at);

    /// <summary>禁止在一定期限内参加评标. Implementing Regulation art. 71.</summary>
    public Suspended Suspend(DateTime at, DateOnly until) => new(at, until);

    /// <summary>出库: at the own wish, or because the qualification was taken away (art. 71).</summary>
    public OutOfLibrary Leave(DateTime at, bool isDisqualified) => new(at, isDisqualified);
}

/// <summary>暂停: not drawn for an evaluation on or before the last day.</summary>
/// <param name="Until">Last day of the suspension.</param>
public sealed record Suspended(DateTime At, DateOnly Until) : ExpertStage(At)
{
    public override Words Name => ("暂停抽取", "Suspended");

    public override bool MayServe(DateOnly day) => day > Until;

    /// <summary>Another finding during or after a suspension: the later last day holds.</summary>
    public Suspended Prolong(DateTime at, DateOnly until) => new(at, until > Until ? until : Until);

    /// <summary>The finding was withdrawn on appeal.</summary>
    public InLibrary Lift(DateTime at) => new(at);

    public OutOfLibrary Leave(DateTime at, bool isDisqualified) => new(at, isDisqualified);
}

/// <summary>出库</summary>
/// <param name="IsDisqualified">取消担任评标委员会成员的资格; not by own wish.</param>
public sealed record OutOfLibrary(DateTime At, bool IsDisqualified) : ExpertStage(At)
{
    public override Words Name => IsDisqualified ? ("取消资格", "Disqualified") : ("已出库", "Left the library");

    public override bool MayServe(DateOnly day) => false;

    /// <summary>The finding was withdrawn on appeal.</summary>
    public InLibrary Lift(DateTime at) => new(at);
}

/// <summary>请假: days on which an expert is not drawn.</summary>
public sealed class ExpertLeave : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long ExpertId { get; init; }

    /// <summary>First and last day, both counted.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Taken back by the expert.</summary>
    public DateTime? TakenBackAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExpertLeave>
    {
        public void Configure(EntityTypeBuilder<ExpertLeave> table)
        {
            table.ToTable("expert_leaves").HasKey(l => l.Id);
            table.Property(l => l.Id).ValueGeneratedNever();
            table.HasIndex(l => new { l.ExpertId, l.To });
            table.HasOne<Expert>().WithMany().HasForeignKey(l => l.ExpertId).OnDelete(DeleteBehavior.Restrict);
            table.Property(l => l.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>What ties an expert to a firm.</summary>
public enum TieKind
{
    /// <summary>任职（含曾任职）</summary>
    Employment,

    /// <summary>持股或者实际控制</summary>
    Shareholding,

    /// <summary>纠纷</summary>
    Dispute,

    /// <summary>近亲属任职或者持股</summary>
    Kinship,

    /// <summary>其他利害关系</summary>
    Other,
}

/// <summary>利害关系: between an expert and a firm, declared by the expert or entered from a register.</summary>
public sealed class ExpertTie : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long ExpertId { get; init; }
    public required TieKind Kind { get; init; }

    /// <summary>Unified social credit code and name of the firm.</summary>
    public required string FirmCode { get; init; }
    public required string FirmName { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Last day; none while it lasts.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Said by the expert; otherwise entered by the keeper of the library from a register.</summary>
    public required bool IsDeclared { get; init; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ExpertTie>
    {
        public void Configure(EntityTypeBuilder<ExpertTie> table)
        {
            table.ToTable("expert_ties").HasKey(t => t.Id);
            table.Property(t => t.Id).ValueGeneratedNever();
            table.Property(t => t.FirmCode).HasMaxLength(18);
            table.Property(t => t.FirmName).HasMaxLength(200);
            table.HasIndex(t => t.ExpertId);
            table.HasOne<Expert>().WithMany().HasForeignKey(t => t.ExpertId).OnDelete(DeleteBehavior.Restrict);
            table.Property(t => t.Version).IsConcurrencyToken();
        }
    }
}
