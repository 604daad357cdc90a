using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Evaluation;

/// <summary>一个标段的评标</summary>
public sealed class LotEvaluation : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }

    /// <summary>Its number in addresses: that of its lot.</summary>
    public required string Number { get; init; }

    /// <summary>By what it is evaluated: frozen when the documents went out, read once at the beginning.</summary>
    public required EvaluationSetup Setup { get; init; }

    /// <summary>计划结束时间, UTC: afterwards nothing is scored before the committee has prolonged it.</summary>
    public required DateTime PlannedEnd { get; set; }
    public required EvaluationStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the evaluation stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : EvaluationStage
        where TTo : EvaluationStage
    {
        if (Stage is not TFrom from)
            return new WrongEvaluationStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    /// <summary>The evaluation of a lot; none before it was begun.</summary>
    public static Task<LotEvaluation?> Of(HallDb db, long lot) => db.LotEvaluations.FirstOrDefaultAsync(e => e.LotId == lot);

    internal sealed class Mapping : IEntityTypeConfiguration<LotEvaluation>
    {
        public void Configure(EntityTypeBuilder<LotEvaluation> table)
        {
            table.ToTable("lot_evaluations").HasKey(e => e.Id);
            table.Property(e => e.Id).ValueGeneratedNever();
            table.Property(e => e.Division).HasMaxLength(12);
            table.Property(e => e.Number).HasMaxLength(23);
            table.Property(e => e.StageName).HasMaxLength(40);
            table.Property(e => e.Setup).HasConversion(Columns.Json<EvaluationSetup>(), Columns.ByReference<EvaluationSetup>());
            table
                .Property(e => e.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<EvaluationStage>(json, Recording.Json)!,
                    Columns.ByReference<EvaluationStage>()
                );
            table.HasIndex(e => e.Number).IsUnique();
            table.HasIndex(e => e.LotId).IsUnique(); // a lot is evaluated once
            table.HasIndex(e => e.TenderId);
            table.HasOne<Lot>().WithMany().HasForeignKey(e => e.LotId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Tender>().WithMany().HasForeignKey(e => e.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(e => e.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>评标设置: what the document says, with what the county's version and the draw at the opening fill in.</summary>
/// <param name="DocumentVersion">Version of the tender document.</param>
/// <param name="MethodVersion">Id of the county's method version of the day of the announcement.</param>
/// <param name="Parameters">Every parameter with the value that counts.</param>
/// <param name="MaximumPrice">最高投标限价, fen.</param>
/// <param name="Credit">信用分, frozen; empty where the document has no such item.</param>
public sealed record EvaluationSetup(
    int DocumentVersion,
    EvaluationKind Method,
    string MethodVersion,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyList<ScoreItem> Items,
    long? MaximumPrice,
    IReadOnlyList<CreditValue> Credit
)
{
    /// <summary>The rules as a machine reads them; what was saved could be read.</summary>
    public EvaluationRules Rules() =>
        EvaluationRules.Read(MethodVersion, Parameters) is Result<EvaluationRules>.Done(var rules)
            ? rules
            : throw new InvalidOperationException($"The saved parameters of {MethodVersion} cannot be read.");

    /// <summary>The items that members score under numbers.</summary>
    public IReadOnlyList<ScoreItem> BlindItems(EvaluationRules rules) =>
        Method == EvaluationKind.Comprehensive && rules.Blind
            ? [.. Items.Where(i => i.Part == ScorePart.Technical && i.Id != rules.CreditItem)]
            : [];

    /// <summary>The items that members score with the names known.</summary>
    public IReadOnlyList<ScoreItem> OpenItems(EvaluationRules rules) =>
        Method == EvaluationKind.Comprehensive
            ?
            [
                .. Items.Where(i =>
                    i.Part != ScorePart.Price && i.Id != rules.CreditItem && !(rules.Blind && i.Part == ScorePart.Technical)
                ),
            ]
            : [];
}

/// <summary>评标中的一份投标文件</summary>
public sealed class EvaluatedBid : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }
    public required long OpeningBid { get; init; }
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }

    /// <summary>序号 of the opening.</summary>
    public required int Place { get; init; }

    /// <summary>暗标编号: drawn by chance; tells nothing of the place.</summary>
    public required int BlindNumber { get; init; }

    /// <summary>报价, fen, as it was read out.</summary>
    public required long Price { get; init; }

    /// <summary>What the committee decided about it so far.</summary>
    public required BidFindings Findings { get; set; }
    public int Version { get; private set; }

    public long EvaluatedPrice => EvaluatedPriceOf(Price, Findings);

    internal static long EvaluatedPriceOf(long price, BidFindings findings) =>
        Methods.EvaluatedPrice.Of(findings.Corrected ?? price, findings.Adjustments.Select(a => a.Amount));

    internal sealed class Mapping : IEntityTypeConfiguration<EvaluatedBid>
    {
        public void Configure(EntityTypeBuilder<EvaluatedBid> table)
        {
            table.ToTable("evaluated_bids").HasKey(b => b.Id);
            table.Property(b => b.Id).ValueGeneratedNever();
            table.Property(b => b.BidderName).HasMaxLength(200);
            table.Ignore(b => b.EvaluatedPrice);
            table.Property(b => b.Findings).HasConversion(Columns.Json<BidFindings>(), Columns.ByReference<BidFindings>());
            table.HasIndex(b => new { b.EvaluationId, b.BlindNumber }).IsUnique();
            table.HasIndex(b => b.OpeningBid).IsUnique();
            table.HasIndex(b => b.Bidder);
            table.HasOne<LotEvaluation>().WithMany().HasForeignKey(b => b.EvaluationId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<OpeningBid>().WithMany().HasForeignKey(b => b.OpeningBid).OnDelete(DeleteBehavior.Restrict);
            table.Property(b => b.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>What carried motions say of a bid.</summary>
/// <param name="Rejected">None while it is in.</param>
/// <param name="Corrected">Price after correction of figures, fen; none where nothing was corrected.</param>
/// <param name="Adjustments">商务调整, fen, by the keys of the document.</param>
public sealed record BidFindings(BidRejection? Rejected, long? Corrected, IReadOnlyList<PriceAdjustment> Adjustments)
{
    public static readonly BidFindings None = new(null, null, []);
}

/// <param name="Late">Decided after the preliminary review: whether it changes the benchmark price, the document says.</param>
public sealed record BidRejection(RejectionGround Ground, string Reason, bool Late);

/// <param name="Key">Key of the parameter that names the adjustment.</param>
public sealed record PriceAdjustment(string Key, long Amount);

/// <summary>评委的评审: one member's part in the evaluation of one lot.</summary>
public sealed class MemberReview : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }

    /// <summary>Id of the seat.</summary>
    public required long Seat { get; init; }
    public required int Place { get; init; }
    public required string Name { get; init; }
    public DateTime? PledgedAt { get; set; }

    /// <summary>回避: the member knows of a tie; the seat is to be left.</summary>
    public string? Recused { get; set; }

    /// <summary>Seat that this member wants as leader.</summary>
    public long? LeaderVote { get; set; }
    public DateTime? ReviewClosedAt { get; set; }
    public DateTime? BlindClosedAt { get; set; }
    public DateTime? ScoresClosedAt { get; set; }
    public Signature? Signed { get; set; }
    public DateTime? SignedAt { get; set; }

    /// <summary>不同意见; or, where signing was refused, what the supervisor saw.</summary>
    public string? SignedWords { get; set; }

    /// <summary>作废: the member left the seat.</summary>
    public DateTime? VoidAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MemberReview>
    {
        public void Configure(EntityTypeBuilder<MemberReview> table)
        {
            table.ToTable("member_reviews").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Name).HasMaxLength(100);
            table.Property(r => r.Recused).HasMaxLength(500);
            table.Property(r => r.SignedWords).HasMaxLength(2000);
            table.HasIndex(r => new { r.EvaluationId, r.Seat }).IsUnique();
            table.HasOne<LotEvaluation>().WithMany().HasForeignKey(r => r.EvaluationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>How a member answered for the report. Implementing Regulation art. 53(2).</summary>
public enum Signature
{
    /// <summary>同意并签字</summary>
    Agreed,

    /// <summary>书面说明不同意见和理由</summary>
    Dissented,

    /// <summary>拒绝签字又不书面说明，视为同意</summary>
    DeemedAgreed,
}

/// <summary>评分: what one member gave one bid for one item.</summary>
public sealed class MemberScore : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }
    public required long Seat { get; init; }
    public required long OpeningBid { get; init; }
    public required string Item { get; init; }
    public required decimal Points { get; set; }

    /// <summary>Why: needed for none or all of the points.</summary>
    public string? Reason { get; set; }

    /// <summary>Why it may lie far from the others' scores: given in the summary.</summary>
    public string? Explanation { get; set; }
    public required DateTime SavedAt { get; set; }

    /// <summary>作废: the member left the seat.</summary>
    public DateTime? VoidAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<MemberScore>
    {
        public void Configure(EntityTypeBuilder<MemberScore> table)
        {
            table.ToTable("member_scores").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Item).HasMaxLength(60);
            table.Property(s => s.Points).HasConversion(p => (int)(p * 100), hundredths => hundredths / 100m);
            table.Property(s => s.Reason).HasMaxLength(500);
            table.Property(s => s.Explanation).HasMaxLength(500);
            table
                .HasIndex(s => new
                {
                    s.EvaluationId,
                    s.Seat,
                    s.OpeningBid,
                    s.Item,
                })
                .IsUnique();
            table.HasOne<LotEvaluation>().WithMany().HasForeignKey(s => s.EvaluationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>评标监督记录</summary>
public sealed class EvaluationNote : IRecorded
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }
    public required string Text { get; init; }
    public required DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<EvaluationNote>
    {
        public void Configure(EntityTypeBuilder<EvaluationNote> table)
        {
            table.ToTable("evaluation_notes").HasKey(n => n.Id);
            table.Property(n => n.Id).ValueGeneratedNever();
            table.Property(n => n.Text).HasMaxLength(1000);
            table.HasIndex(n => n.EvaluationId);
            table.HasOne<LotEvaluation>().WithMany().HasForeignKey(n => n.EvaluationId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
