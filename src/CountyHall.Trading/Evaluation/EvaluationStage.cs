using System.Text.Json.Serialization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>评标环节: where the evaluation of one lot stands.</summary>
/// <remarks>All stages in the order of life; docs/trading/evaluation.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Convened), "convened")]
[JsonDerivedType(typeof(PreliminaryReview), "preliminary-review")]
[JsonDerivedType(typeof(BlindScoring), "blind-scoring")]
[JsonDerivedType(typeof(OpenScoring), "open-scoring")]
[JsonDerivedType(typeof(Summarising), "summarising")]
[JsonDerivedType(typeof(Signing), "signing")]
[JsonDerivedType(typeof(Reported), "reported")]
[JsonDerivedType(typeof(Disclosed), "disclosed")]
public abstract record EvaluationStage(DateTime At)
{
    public abstract Words Name { get; }
}

/// <summary>到会: the members pledge or recuse themselves, are briefed where the lot is large, and elect their leader.</summary>
public sealed record Convened(DateTime At) : EvaluationStage(At)
{
    public override Words Name => ("承诺与推选组长", "Pledges and election of the leader");

    /// <summary>评标开始</summary>
    public static Convened Begin(DateTime at) => new(at);

    /// <param name="leader">Seat of the leader: more than half of the members voted for it.</param>
    public PreliminaryReview Elect(DateTime at, long leader) => new(at, leader);
}

/// <summary>A committee at work.</summary>
/// <param name="Leader">评标委员会组长: id of the seat; none after the leader has left, until another is elected.</param>
public abstract record AtWork(DateTime At, long? Leader) : EvaluationStage(At)
{
    /// <summary>A member left: whoever takes the seat reviews and scores anew, and nothing closes before. What the others gave is kept.</summary>
    /// <remarks>Implementing Regulation art. 48(3).</remarks>
    public PreliminaryReview ReviewAgain(DateTime at, long? leader) => new(at, leader);
}

/// <summary>初步评审: must-reject grounds, deviations, figures and low prices. Implementing Regulation art. 51; Order 12 arts. 19 to 26.</summary>
public sealed record PreliminaryReview(DateTime At, long? Leader) : AtWork(At, Leader)
{
    public override Words Name => ("初步评审", "Preliminary review");

    /// <summary>The leader has left and another is elected.</summary>
    public PreliminaryReview Elect(DateTime at, long leader) => this with { At = at, Leader = leader };

    /// <summary>暗标: the technical part comes first.</summary>
    public BlindScoring ScoreBlind(DateTime at) => new(at, Leader);

    public OpenScoring ScoreOpenly(DateTime at) => new(at, Leader);

    /// <summary>Nothing is scored by members: the method is the lowest evaluated price, or no bid is left.</summary>
    public Summarising Summarise(DateTime at) => new(at, Leader, null);

    /// <summary>否决全部投标. Bidding Law art. 42; Order 12 art. 27.</summary>
    public Summarising RejectAll(DateTime at, string reason) => new(at, Leader, reason);
}

/// <summary>暗标评审: each member alone; numbers instead of names, in an order of chance.</summary>
public sealed record BlindScoring(DateTime At, long? Leader) : AtWork(At, Leader)
{
    public override Words Name => ("暗标评审", "Blind scoring");

    /// <summary>Every member has closed: the names are shown.</summary>
    public OpenScoring ScoreOpenly(DateTime at) => new(at, Leader);

    public Summarising Summarise(DateTime at) => new(at, Leader, null);
}

/// <summary>详细评审: each member alone; nobody sees the others' scores.</summary>
public sealed record OpenScoring(DateTime At, long? Leader) : AtWork(At, Leader)
{
    public override Words Name => ("详细评审", "Detailed scoring");

    public Summarising Summarise(DateTime at) => new(at, Leader, null);

    /// <summary>否决全部投标</summary>
    public Summarising RejectAll(DateTime at, string reason) => new(at, Leader, reason);
}

/// <summary>汇总: every member has closed; all scores are seen, and those far from the group get their reasons.</summary>
/// <param name="AllRejected">Why all bids were rejected; none where they were not.</param>
public sealed record Summarising(DateTime At, long? Leader, string? AllRejected) : AtWork(At, Leader)
{
    public override Words Name => ("汇总", "Summary");

    /// <summary>否决全部投标</summary>
    public Summarising RejectAll(DateTime at, string reason) => new(at, Leader, reason);

    public Signing Draft(DateTime at, ReportContent content) => new(at, Leader, content);
}

/// <summary>签署: the report is drafted by the house, and every member signs it or writes why not.</summary>
public sealed record Signing(DateTime At, long? Leader, ReportContent Content) : AtWork(At, Leader)
{
    public override Words Name => ("签署评标报告", "Signing the report");

    /// <param name="report">Id of the signed report.</param>
    public Reported Report(DateTime at, long report) => new(at, report);
}

/// <summary>已报告: signed, and changed by nobody.</summary>
public sealed record Reported(DateTime At, long Report) : EvaluationStage(At)
{
    public override Words Name => ("评标报告已签署", "Report signed");

    /// <summary>The candidates are published: what may be recomputed may be read by everybody.</summary>
    public Disclosed Disclose(DateTime at) => new(at, Report);
}

/// <summary>已公开</summary>
public sealed record Disclosed(DateTime At, long Report) : EvaluationStage(At)
{
    public override Words Name => ("已公开", "Disclosed");
}
