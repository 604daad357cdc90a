using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>不良行为: the list of Implementing Regulation art. 71, and taking money (art. 72).</summary>
public enum Misconduct
{
    /// <summary>应当回避而不回避. Art. 71(1).</summary>
    NotRecused,

    /// <summary>擅离职守. Art. 71(2).</summary>
    LeftPost,

    /// <summary>不按照招标文件规定的评标标准和方法评标. Art. 71(3).</summary>
    OtherStandard,

    /// <summary>私下接触投标人. Art. 71(4).</summary>
    PrivateContact,

    /// <summary>向招标人征询确定中标人的意向，或者接受倾向、排斥特定投标人的要求. Art. 71(5).</summary>
    TookHints,

    /// <summary>对依法应当否决的投标不提出否决意见. Art. 71(6).</summary>
    DidNotReject,

    /// <summary>暗示或者诱导投标人作出澄清、说明. Art. 71(7).</summary>
    InducedClarification,

    /// <summary>其他不客观、不公正履行职务的行为. Art. 71(8).</summary>
    OtherBias,

    /// <summary>收受投标人的财物或者其他好处. Art. 72.</summary>
    TookMoney,
}

/// <summary>认定后的处理</summary>
public enum ConductMeasure
{
    /// <summary>责令改正</summary>
    Correct,

    /// <summary>禁止在一定期限内参加评标</summary>
    Suspend,

    /// <summary>取消担任评标委员会成员的资格</summary>
    Disqualify,
}

/// <summary>行为报告: what somebody says of an expert's conduct, what the expert says to it, and what was found.</summary>
public sealed class ConductReport : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long ExpertId { get; init; }

    /// <summary>招标项目编号 where it was; none where it was elsewhere.</summary>
    public string? Tender { get; init; }
    public required Misconduct Kind { get; init; }
    public required string What { get; init; }
    public required string ReportedBy { get; init; }
    public required ConductStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the report stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : ConductStage
        where TTo : ConductStage
    {
        if (Stage is not TFrom from)
            return new WrongConductStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ConductReport>
    {
        public void Configure(EntityTypeBuilder<ConductReport> table)
        {
            table.ToTable("expert_conduct_reports").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Tender).HasMaxLength(20);
            table.Property(r => r.What).HasMaxLength(2000);
            table.Property(r => r.ReportedBy).HasMaxLength(200);
            table.Property(r => r.StageName).HasMaxLength(40);
            table
                .Property(r => r.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<ConductStage>(json, Recording.Json)!,
                    Columns.ByReference<ConductStage>()
                );
            table.HasIndex(r => r.ExpertId);
            table.HasIndex(r => new { r.Division, r.StageName });
            table.HasOne<Expert>().WithMany().HasForeignKey(r => r.ExpertId).OnDelete(DeleteBehavior.Restrict);
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }

    public static Words NameOf(Misconduct kind) =>
        kind switch
        {
            Misconduct.NotRecused => ("应当回避而不回避", "Did not recuse himself"),
            Misconduct.LeftPost => ("擅离职守", "Left his post"),
            Misconduct.OtherStandard => ("不按照招标文件规定的评标标准和方法评标", "Did not use the published standard"),
            Misconduct.PrivateContact => ("私下接触投标人", "Met a bidder in private"),
            Misconduct.TookHints => ("征询或者接受倾向、排斥特定投标人的要求", "Asked for or took hints"),
            Misconduct.DidNotReject => ("对依法应当否决的投标不提出否决意见", "Did not reject what must be rejected"),
            Misconduct.InducedClarification => ("暗示或者诱导投标人作出澄清、说明", "Induced clarifications"),
            Misconduct.OtherBias => ("其他不客观、不公正履行职务的行为", "Other bias"),
            _ => ("收受投标人的财物或者其他好处", "Took money or favours"),
        };

    /// <summary>The provision of a kind of misconduct.</summary>
    public static Words BasisOf(Misconduct kind) =>
        kind == Misconduct.TookMoney
            ? ("招标投标法实施条例第七十二条", "Implementing Regulation art. 72")
            : ($"招标投标法实施条例第七十一条第（{"一二三四五六七八"[(int)kind]}）项", $"Implementing Regulation art. 71({(int)kind + 1})");

    public static Words NameOf(ConductMeasure measure) =>
        measure switch
        {
            ConductMeasure.Correct => ("责令改正", "Ordered to correct it"),
            ConductMeasure.Suspend => ("暂停参加评标", "Suspended"),
            _ => ("取消资格", "Disqualified"),
        };
}

/// <summary>认定 by the supervising side.</summary>
/// <param name="Points">记分</param>
/// <param name="Until">Last day of a suspension; none otherwise.</param>
public sealed record ConductFinding(ConductMeasure Measure, int Points, DateOnly? Until, string Reasons, string By);

/// <summary>行为报告环节: the expert is heard first.</summary>
/// <remarks>All stages in the order of life; docs/trading/experts.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(ConductReported), "conduct-reported")]
[JsonDerivedType(typeof(ExpertHeard), "expert-heard")]
[JsonDerivedType(typeof(ConductFound), "conduct-found")]
[JsonDerivedType(typeof(ConductAppealed), "conduct-appealed")]
[JsonDerivedType(typeof(ConductUpheld), "conduct-upheld")]
[JsonDerivedType(typeof(ConductDismissed), "conduct-dismissed")]
public abstract record ConductStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>What was found and stands; none before, and none where it was dismissed.</summary>
    [JsonIgnore]
    public ConductFinding? Standing =>
        this switch
        {
            ConductFound at => at.Finding,
            ConductAppealed at => at.Finding,
            ConductUpheld at => at.Finding,
            _ => null,
        };
}

/// <summary>A report on which nothing was decided yet.</summary>
public abstract record OpenConduct(DateTime At) : ConductStage(At)
{
    public ConductFound Find(DateTime at, string? statement, ConductFinding finding, DateTime appealBy) =>
        new(at, statement, finding, appealBy);

    /// <summary>不予认定</summary>
    public ConductDismissed Dismiss(DateTime at, string reasons) => new(at, reasons);
}

/// <summary>已报告: the expert was told and can say what he has to say.</summary>
/// <param name="AnswerBy">From here on it can be decided without a statement.</param>
public sealed record ConductReported(DateTime At, DateTime AnswerBy) : OpenConduct(At)
{
    public override Words Name => ("等专家陈述", "The expert is to be heard");

    /// <summary>The first stage.</summary>
    public static ConductReported Begin(DateTime at, DateTime answerBy) => new(at, answerBy);

    public ExpertHeard Hear(DateTime at, string statement) => new(at, statement);
}

/// <summary>已陈述</summary>
public sealed record ExpertHeard(DateTime At, string Statement) : OpenConduct(At)
{
    public override Words Name => ("专家已陈述", "The expert was heard");
}

/// <summary>已认定</summary>
public sealed record ConductFound(DateTime At, string? Statement, ConductFinding Finding, DateTime AppealBy) : ConductStage(At)
{
    public override Words Name => ("已认定", "Found");

    /// <summary>申诉, once. The measure holds meanwhile.</summary>
    public ConductAppealed Appeal(DateTime at, string appeal) => new(at, Finding, appeal);
}

/// <summary>申诉中</summary>
public sealed record ConductAppealed(DateTime At, ConductFinding Finding, string Appeal) : ConductStage(At)
{
    public override Words Name => ("申诉中", "Appealed");

    public ConductUpheld Uphold(DateTime at, string reasons) => new(at, Finding, reasons);

    public ConductDismissed Dismiss(DateTime at, string reasons) => new(at, reasons);
}

/// <summary>维持</summary>
public sealed record ConductUpheld(DateTime At, ConductFinding Finding, string Reasons) : ConductStage(At)
{
    public override Words Name => ("申诉后维持", "Upheld");
}

/// <summary>不予认定或者撤销</summary>
public sealed record ConductDismissed(DateTime At, string Reasons) : ConductStage(At)
{
    public override Words Name => ("不予认定（撤销）", "Dismissed");
}
