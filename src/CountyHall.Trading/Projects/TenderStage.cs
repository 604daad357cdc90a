using System.Text.Json.Serialization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Projects;

/// <summary>招标环节: where a tender stands. What a date alone decides (the deadline has passed) is asked of the time, not stored here.</summary>
/// <remarks>All stages in the order of life; docs/trading/README.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Preparing), "preparing")]
[JsonDerivedType(typeof(UnderFiling), "under-filing")]
[JsonDerivedType(typeof(FilingAccepted), "filing-accepted")]
[JsonDerivedType(typeof(Announced), "announced")]
[JsonDerivedType(typeof(OpeningEnded), "opening-ended")]
[JsonDerivedType(typeof(Terminated), "terminated")]
public abstract record TenderStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>投标截止时间 (UTC), whether the opening is ahead or over; none before the announcement and after a termination.</summary>
    public DateTime? BidDeadline =>
        this switch
        {
            Announced announced => announced.Times.BidDeadline,
            OpeningEnded ended => ended.Times.BidDeadline,
            _ => null,
        };
}

/// <summary>A stage before the end: the tender may still be terminated, with a public reason.</summary>
public abstract record OpenTender(DateTime At) : TenderStage(At)
{
    /// <summary>终止招标. Implementing Regulation art. 31.</summary>
    public Terminated Terminate(DateTime at, string reason) => new(at, reason);
}

/// <summary>编制: lots and documents are being written.</summary>
public sealed record Preparing(DateTime At) : OpenTender(At)
{
    public override Words Name => ("编制招标文件", "Preparing the documents");

    /// <summary>The first stage: a tender begins with its entry.</summary>
    public static Preparing Begin(DateTime at) => new(at);

    /// <summary>报送备案. Zhejiang Bidding Regulation art. 19.</summary>
    public UnderFiling File(DateTime at, int documentVersion) => new(at, documentVersion);
}

/// <summary>备案中: the documents lie with the supervising department.</summary>
public sealed record UnderFiling(DateTime At, int DocumentVersion) : OpenTender(At)
{
    public override Words Name => ("招标文件备案中", "Documents under filing review");

    /// <summary>退回修改: opinions are to be answered and the documents filed again.</summary>
    public Preparing Return(DateTime at) => new(at);

    public FilingAccepted Accept(DateTime at) => new(at, DocumentVersion);
}

/// <summary>备案完成: the documents may be announced as filed, and not otherwise.</summary>
public sealed record FilingAccepted(DateTime At, int DocumentVersion) : OpenTender(At)
{
    public override Words Name => ("备案完成，待公告", "Filed, to be announced");

    public Announced Announce(DateTime at, TenderTimes times) => new(at, DocumentVersion, times);
}

/// <summary>已公告: registration, questions, securities and bids until the deadline; then the opening.</summary>
public sealed record Announced(DateTime At, int DocumentVersion, TenderTimes Times) : OpenTender(At)
{
    public override Words Name => ("已公告", "Announced");

    /// <summary>An amendment that affects the bids moves the deadline. Bidding Law art. 23.</summary>
    public Announced Move(int documentVersion, TenderTimes times) => this with { DocumentVersion = documentVersion, Times = times };

    /// <summary>The opening is over for every lot, with bids read out or for want of three.</summary>
    public OpeningEnded EndOpening(DateTime at) => new(at, DocumentVersion, Times);
}

/// <summary>开标结束</summary>
public sealed record OpeningEnded(DateTime At, int DocumentVersion, TenderTimes Times) : TenderStage(At)
{
    public override Words Name => ("开标结束", "Opening ended");
}

/// <summary>已终止</summary>
public sealed record Terminated(DateTime At, string Reason) : TenderStage(At)
{
    public override Words Name => ("已终止", "Terminated");
}

/// <summary>时间安排: the dates of a tender (UTC instants), each on the lawful side of its minimum when it was saved.</summary>
/// <param name="DocumentsFrom">招标文件发出之日: from here the days to the deadline are counted.</param>
/// <param name="DocumentsTo">End of the time in which documents are given out.</param>
/// <param name="BidDeadline">投标截止时间 and, at the same moment, the opening (Bidding Law art. 34).</param>
/// <param name="Validity">投标有效期, calendar days from the deadline.</param>
public sealed record TenderTimes(DateTime DocumentsFrom, DateTime DocumentsTo, DateTime BidDeadline, int Validity);
