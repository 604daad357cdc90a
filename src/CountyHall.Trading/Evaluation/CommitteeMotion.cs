using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Evaluation;

/// <summary>What the committee may decide together.</summary>
public enum MotionKind
{
    /// <summary>否决一份投标</summary>
    RejectBid,

    /// <summary>否决全部投标</summary>
    RejectAll,

    /// <summary>算术修正</summary>
    CorrectPrice,

    /// <summary>商务调整</summary>
    AdjustPrice,

    /// <summary>延长评标时间</summary>
    MoreTime,
}

/// <summary>提议: put by one member and voted on by all, named and with its reason.</summary>
/// <remarks>Order 12 leaves the majority to the committee; more than half of the seats is the choice of this house. For more time the law wants more than a third.</remarks>
public sealed class CommitteeMotion : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }
    public required MotionKind Kind { get; init; }

    /// <summary>Opening bid that it is about; none where it is about none.</summary>
    public long? OpeningBid { get; init; }
    public RejectionGround? Ground { get; init; }

    /// <summary>Key of the adjustment.</summary>
    public string? Key { get; init; }

    /// <summary>Fen of a correction or an adjustment; minutes of a prolongation.</summary>
    public long? Amount { get; init; }
    public required string Reason { get; init; }
    public required DateTime At { get; init; }
    public required IReadOnlyList<MotionVote> Votes { get; set; }
    public required MotionOutcome Outcome { get; set; }

    /// <summary>Decided after the preliminary review.</summary>
    public bool Late { get; set; }
    public int Version { get; private set; }

    /// <summary>What the votes give with so many seats; open while both are possible.</summary>
    public MotionOutcome Count(int seats)
    {
        var yes = Votes.Count(v => v.For);
        var no = Votes.Count(v => !v.For);
        return IsCarried(Kind, yes, seats) ? MotionOutcome.Carried
            : IsCarried(Kind, seats - no, seats) ? MotionOutcome.Open
            : MotionOutcome.Lost;
    }

    /// <summary>More than a third for more time (TR-3.26), more than half for everything else.</summary>
    public static bool IsCarried(MotionKind kind, int yes, int seats) =>
        kind == MotionKind.MoreTime ? yes * Rulebook.MoreTimeShare.Amount > seats : yes * 2 > seats;

    internal sealed class Mapping : IEntityTypeConfiguration<CommitteeMotion>
    {
        public void Configure(EntityTypeBuilder<CommitteeMotion> table)
        {
            table.ToTable("committee_motions").HasKey(m => m.Id);
            table.Property(m => m.Id).ValueGeneratedNever();
            table.Property(m => m.Key).HasMaxLength(60);
            table.Property(m => m.Reason).HasMaxLength(1000);
            table
                .Property(m => m.Votes)
                .HasConversion(Columns.Json<IReadOnlyList<MotionVote>>(), Columns.ByReference<IReadOnlyList<MotionVote>>());
            table.HasIndex(m => m.EvaluationId);
            table.HasOne<LotEvaluation>().WithMany().HasForeignKey(m => m.EvaluationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(m => m.Version).IsConcurrencyToken();
        }
    }
}

public enum MotionOutcome
{
    Open,
    Carried,
    Lost,
}

/// <param name="Seat">Id of the seat.</param>
public sealed record MotionVote(long Seat, bool For);

/// <summary>否决投标的情形. Implementing Regulation art. 51; major deviations of Order 12 art. 25.</summary>
public enum RejectionGround
{
    NoSealAndSignature,
    NoConsortiumAgreement,
    NotQualified,
    TwoBidsOrPrices,
    BelowCost,
    AboveMaximumPrice,
    NoSubstantiveResponse,
    Collusion,
    SecurityDefective,
    CompletionTooLate,
    TechnicalRequirementMissed,
    PackingOrInspection,
    UnacceptableCondition,
}

/// <summary>Every ground with its words and its provision.</summary>
public static class RejectionGrounds
{
    public static Words Of(RejectionGround ground) =>
        ground switch
        {
            RejectionGround.NoSealAndSignature => (
                "未经投标单位盖章和单位负责人签字",
                "Neither the bidder's seal nor its head's signature"
            ),
            RejectionGround.NoConsortiumAgreement => ("联合体没有提交共同投标协议", "A consortium without its joint agreement"),
            RejectionGround.NotQualified => ("投标人不符合资格条件", "The bidder is not qualified"),
            RejectionGround.TwoBidsOrPrices => ("提交两个以上不同的投标文件或者报价", "Two different bids or prices"),
            RejectionGround.BelowCost => ("报价低于成本", "The price is below cost"),
            RejectionGround.AboveMaximumPrice => ("报价高于最高投标限价", "The price is above the maximum price"),
            RejectionGround.NoSubstantiveResponse => ("没有响应实质性要求和条件", "No response to a substantive requirement"),
            RejectionGround.Collusion => ("串通投标、弄虚作假、行贿等违法行为", "Collusion, fraud or bribery"),
            RejectionGround.SecurityDefective => ("没有提供投标担保或者担保有瑕疵", "No bid security, or a defective one"),
            RejectionGround.CompletionTooLate => ("完成期限超过规定", "Completion later than allowed"),
            RejectionGround.TechnicalRequirementMissed => ("明显不符合技术规格、技术标准", "A technical requirement is clearly missed"),
            RejectionGround.PackingOrInspection => ("包装方式、检验标准和方法不符合要求", "Packing or inspection is not as required"),
            _ => ("附有不能接受的条件", "A condition that cannot be accepted"),
        };

    public static Provision BasisOf(RejectionGround ground) =>
        ground switch
        {
            RejectionGround.NoSealAndSignature => Laws.BiddingRegulation.At("第五十一条第一项", "art. 51(1)"),
            RejectionGround.NoConsortiumAgreement => Laws.BiddingRegulation.At("第五十一条第二项", "art. 51(2)"),
            RejectionGround.NotQualified => Laws.BiddingRegulation.At("第五十一条第三项", "art. 51(3)"),
            RejectionGround.TwoBidsOrPrices => Laws.BiddingRegulation.At("第五十一条第四项", "art. 51(4)"),
            RejectionGround.BelowCost or RejectionGround.AboveMaximumPrice => Laws.BiddingRegulation.At("第五十一条第五项", "art. 51(5)"),
            RejectionGround.NoSubstantiveResponse => Laws.BiddingRegulation.At("第五十一条第六项", "art. 51(6)"),
            RejectionGround.Collusion => Laws.BiddingRegulation.At("第五十一条第七项", "art. 51(7)"),
            _ => EvaluationLaw.MajorDeviations,
        };
}

/// <summary>澄清: asked by the committee in writing, answered in writing, changing nothing of substance.</summary>
/// <remarks>Bidding Law art. 39; Implementing Regulation art. 52.</remarks>
public sealed class BidClarification : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }
    public required long OpeningBid { get; init; }
    public required long Bidder { get; init; }
    public required ClarificationKind Kind { get; init; }
    public required string Question { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>Up to, and not at, this instant.</summary>
    public required DateTime Due { get; init; }
    public string? Answer { get; set; }

    /// <summary>Hash and name of the file handed in with the answer.</summary>
    public string? AnswerFile { get; set; }
    public string? AnswerFileName { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<BidClarification>
    {
        public void Configure(EntityTypeBuilder<BidClarification> table)
        {
            table.ToTable("bid_clarifications").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Question).HasMaxLength(2000);
            table.Property(c => c.Answer).HasMaxLength(4000);
            table.Property(c => c.AnswerFile).HasMaxLength(64);
            table.Property(c => c.AnswerFileName).HasMaxLength(200);
            table.HasIndex(c => c.EvaluationId);
            table.HasIndex(c => c.Bidder);
            table.HasOne<LotEvaluation>().WithMany().HasForeignKey(c => c.EvaluationId).OnDelete(DeleteBehavior.Restrict);
            table.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}

public enum ClarificationKind
{
    /// <summary>含义不明确、表述不一致、明显文字或计算错误</summary>
    Unclear,

    /// <summary>细微偏差补正. Order 12 art. 26.</summary>
    MinorDeviation,

    /// <summary>报价过低的说明. Order 12 art. 21.</summary>
    LowPrice,
}
