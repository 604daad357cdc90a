namespace CountyHall.Trading.Similarity;

/// <summary>
/// What similarity analysis (雷同性分析) is given: one or more tenders with their bids, and earlier bids as a base for what is common in the trade.
/// It says nothing of where it came from: <see cref="SimilarityFolder"/> builds it from a folder, a page builds it from the packages that
/// were opened in the house. Every part may be absent; what is absent is not compared.
/// </summary>
/// <remarks>
/// How to use it: <c>SimilarityAnalysis.Of(input)</c> answers a <see cref="SimilarityReport"/>; it reads nothing, writes nothing and gives the same
/// answer for the same input. A report holds suspicions with both places, never a verdict (Regulation on the Bidding Law art. 40: committee
/// and department judge).
/// </remarks>
/// <param name="Warnings">What could not be read; passed through to the report.</param>
public sealed record SimilarityInput(
    IReadOnlyList<ComparedTender> Tenders,
    IReadOnlyList<EarlierBid> History,
    IReadOnlyList<string> Warnings
);

/// <summary>An earlier bid of another tender. Wording that other firms used before is common in the trade; counted by firm, not by file.</summary>
/// <param name="Firm">Whose bid it was, as its second line says; null if it does not say.</param>
public sealed record EarlierBid(string Name, string? Firm, string Text);

/// <summary>One tender and what explains likeness between its bids.</summary>
public sealed record ComparedTender(string Id)
{
    public string? Name { get; init; }
    public string? Owner { get; init; }

    /// <summary>The text of the tender document: every bidder answers it, so its words are nobody's.</summary>
    public string Text { get; init; } = "";
    public AgentContact? Agent { get; init; }

    /// <summary>Machines of the centre that anybody may upload from.</summary>
    public IReadOnlyList<PublicTerminal> Terminals { get; init; } = [];

    /// <summary>The bid form handed to every bidder.</summary>
    public DocumentTraces? Template { get; init; }

    /// <summary>The blank bill; a line with a price there has the same price in every bid.</summary>
    public IReadOnlyList<BlankLine> BlankBill { get; init; } = [];
    public IReadOnlyList<ComparedBid> Bids { get; init; } = [];
}

public sealed record AgentContact(string? Name, string? Contact, string? Phone);

public sealed record PublicTerminal(string? Mac, string? DiskSerial, string? Ip);

/// <summary>One bid as it was opened.</summary>
/// <param name="Id">The bidder's number in this tender, such as B003.</param>
public sealed record ComparedBid(string Id)
{
    public string? Firm { get; init; }
    public string? LegalRepresentative { get; init; }

    /// <summary>The technical bid, one paragraph or table row a line; spans of findings count its code points.</summary>
    public string Text { get; init; } = "";

    /// <summary>Words of the headers, which are not part of <see cref="Text"/>.</summary>
    public string HeaderText { get; init; } = "";
    public DocumentTraces? Traces { get; init; }
    public IReadOnlyList<BillLine> Bill { get; init; } = [];
    public ContactOfBidder? Contact { get; init; }
    public MachineFacts? Machine { get; init; }
    public PayerOfSecurity? Payer { get; init; }

    /// <summary>The total read out at the opening, in yuan.</summary>
    public decimal? Total { get; init; }
}

public sealed record ContactOfBidder(string? Name, string? Phone, string? Telephone, string? Email, string? Address);

public sealed record MachineFacts(
    string? Mac,
    string? DiskSerial,
    string? CaLock,
    string? PricingLock,
    string? PublicIp,
    DateTimeOffset? UploadedAt
);

/// <summary>From whose account the bid security was paid (regulation art. 40(6)).</summary>
public sealed record PayerOfSecurity(string? Name, string? Account);

/// <summary>A line of the blank bill.</summary>
/// <param name="FixedPrice">暂定单价: a unit price in yuan that the tender fixes for all, or null.</param>
public sealed record BlankLine(string Number, string Code, string Name, decimal? FixedPrice);

/// <summary>A priced line of a bill of quantities, in yuan.</summary>
public sealed record BillLine(string Number, string Code, string Name, decimal? Quantity, decimal? Price, decimal? Amount);

/// <summary>What an office file says of its making.</summary>
public sealed record DocumentTraces
{
    public string? Author { get; init; }
    public string? LastModifiedBy { get; init; }
    public DateTimeOffset? Created { get; init; }
    public string? Company { get; init; }

    /// <summary>Revision ids: random numbers that a word processor gives each session of editing.</summary>
    public IReadOnlySet<string> RevisionIds { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>SHA-256 of each picture.</summary>
    public IReadOnlySet<string> Pictures { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}
