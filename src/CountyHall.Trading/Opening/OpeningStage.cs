using System.Text.Json.Serialization;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>开标环节: where the opening of a tender stands. What the deadline alone decides is asked of the time at every step.</summary>
/// <remarks>All stages in the order of life; docs/trading/opening.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Scheduled), "scheduled")]
[JsonDerivedType(typeof(SigningIn), "signing-in")]
[JsonDerivedType(typeof(BiddersPublished), "bidders-published")]
[JsonDerivedType(typeof(Decrypting), "decrypting")]
[JsonDerivedType(typeof(DrawingParameters), "drawing-parameters")]
[JsonDerivedType(typeof(ParametersSettled), "parameters-settled")]
[JsonDerivedType(typeof(ReadingOut), "reading-out")]
[JsonDerivedType(typeof(ConfirmingRecord), "confirming-record")]
[JsonDerivedType(typeof(Ended), "ended")]
[JsonDerivedType(typeof(NothingOpened), "nothing-opened")]
public abstract record OpeningStage(DateTime At, OpeningPlan Plan)
{
    public abstract Words Name { get; }
}

/// <summary>What was fixed before the opening and published with it.</summary>
/// <param name="DecryptionMinutes">解密时限: the time that the documents leave the bidders, in minutes.</param>
/// <param name="Draw">What is drawn openly; none where the documents ask for no draw.</param>
/// <param name="BasePriceSeal">
/// SHA-256, in hex, of the base price and its salt: at most one base price, and secret until the reading out because the house does not know it
/// (Implementing Regulation art. 27).
/// </param>
public sealed record OpeningPlan(int DecryptionMinutes, DrawPlan? Draw = null, string? BasePriceSeal = null);

/// <summary>公开抽取: the values among which one is drawn, in their published order.</summary>
/// <param name="Name">Such as 评标基准价下浮率.</param>
public sealed record DrawPlan(string Name, IReadOnlyList<string> Values);

/// <summary>主持人: a person of the entity or its agency.</summary>
public sealed record Chair(long User, string Name);

/// <summary>How many bids a lot had at the deadline.</summary>
public sealed record LotCount(long Lot, string Number, string Name, int Bids)
{
    /// <summary>Enough for an opening. Bidding Law art. 28, Implementing Regulation art. 44(2).</summary>
    [JsonIgnore]
    public bool Opens => Bids >= Rulebook.FewestBids.Amount;
}

/// <summary>已安排: the room is booked and the terms are fixed.</summary>
public sealed record Scheduled(DateTime At, OpeningPlan Plan) : OpeningStage(At, Plan)
{
    public override Words Name => ("待开标", "Scheduled");

    /// <summary>安排开标</summary>
    public static Scheduled Of(DateTime at, OpeningPlan plan) => new(at, plan);

    /// <summary>The terms are changed, as long as nobody has signed in.</summary>
    public Scheduled Change(DateTime at, OpeningPlan plan) => new(at, plan);

    public SigningIn BeginSignIn(DateTime at, Chair chair) => new(at, Plan, chair);
}

/// <summary>An opening that has a chair.</summary>
public abstract record OpeningUnderWay(DateTime At, OpeningPlan Plan, Chair Chair) : OpeningStage(At, Plan);

/// <summary>签到: who is here, seen by nobody but themselves until the deadline.</summary>
public sealed record SigningIn(DateTime At, OpeningPlan Plan, Chair Chair) : OpeningUnderWay(At, Plan, Chair)
{
    public override Words Name => ("签到", "Signing in");

    /// <summary>公布名单: at the deadline and not a millisecond earlier. Bidding Law art. 34.</summary>
    /// <param name="lots">At least one of them opens.</param>
    public BiddersPublished Publish(DateTime at, IReadOnlyList<LotCount> lots) => new(at, Plan, Chair, lots);

    /// <summary>Fewer than three bids for every lot: nothing is opened. Implementing Regulation art. 44(2).</summary>
    public NothingOpened Fail(DateTime at, IReadOnlyList<LotCount> lots) => new(at, Plan, Chair, lots);
}

/// <summary>After the deadline: the names are known.</summary>
public abstract record AfterDeadline(DateTime At, OpeningPlan Plan, Chair Chair, IReadOnlyList<LotCount> Lots)
    : OpeningUnderWay(At, Plan, Chair);

/// <summary>已公布名单</summary>
public sealed record BiddersPublished(DateTime At, OpeningPlan Plan, Chair Chair, IReadOnlyList<LotCount> Lots)
    : AfterDeadline(At, Plan, Chair, Lots)
{
    public override Words Name => ("公布名单", "Bidders published");

    public Decrypting BeginDecryption(DateTime at) => new(at, Plan, Chair, Lots, at.AddMinutes(Plan.DecryptionMinutes), []);
}

/// <summary>An extension of the time to decrypt, and the note that proves why.</summary>
public sealed record DecryptionExtended(DateTime At, int Minutes, string Incident);

/// <summary>解密: each bidder opens the own bid on the own device until a stated time. Order 20 art. 30.</summary>
/// <param name="Until">Up to, and not at, this instant.</param>
public sealed record Decrypting(
    DateTime At,
    OpeningPlan Plan,
    Chair Chair,
    IReadOnlyList<LotCount> Lots,
    DateTime Until,
    IReadOnlyList<DecryptionExtended> Extensions
) : AfterDeadline(At, Plan, Chair, Lots)
{
    public override Words Name => ("解密", "Decrypting");

    public Decrypting Extend(DateTime at, int minutes, string incident) =>
        this with
        {
            Until = (at > Until ? at : Until).AddMinutes(minutes),
            Extensions = [.. Extensions, new(at, minutes, incident)],
        };

    /// <summary>Every bid is opened, or it is decided why not. Without a draw in the documents the parameters are settled already.</summary>
    public Parameters Close(DateTime at) =>
        Plan.Draw is null ? new ParametersSettled(at, Plan, Chair, Lots, null) : new DrawingParameters(at, Plan, Chair, Lots, 1);
}

/// <summary>参数</summary>
public abstract record Parameters(DateTime At, OpeningPlan Plan, Chair Chair, IReadOnlyList<LotCount> Lots)
    : AfterDeadline(At, Plan, Chair, Lots);

/// <summary>抽取参数: the shares committed to beforehand are revealed; the value follows from them.</summary>
/// <param name="Round">1; one more each time a side did not reveal its share and the draw was begun anew.</param>
public sealed record DrawingParameters(DateTime At, OpeningPlan Plan, Chair Chair, IReadOnlyList<LotCount> Lots, int Round)
    : Parameters(At, Plan, Chair, Lots)
{
    public override Words Name => ("抽取参数", "Drawing the parameters");

    /// <summary>A side does not reveal its share: what was revealed counts for nothing, and all commit anew.</summary>
    public DrawingParameters BeginAnew(DateTime at) => this with { At = at, Round = Round + 1 };

    public ParametersSettled Settle(DateTime at, DrawnValue drawn) => new(at, Plan, Chair, Lots, drawn);
}

/// <summary>What was drawn, and from what anybody can draw it again.</summary>
/// <param name="Sources">The revealed shares in the order in which they were committed to.</param>
public sealed record DrawnValue(string Name, string Value, int Place, IReadOnlyList<string> Sources, string Key);

/// <summary>参数已定</summary>
/// <param name="Drawn">None where the documents ask for no draw.</param>
public sealed record ParametersSettled(DateTime At, OpeningPlan Plan, Chair Chair, IReadOnlyList<LotCount> Lots, DrawnValue? Drawn)
    : Parameters(At, Plan, Chair, Lots)
{
    public override Words Name => ("参数已定", "Parameters settled");

    public ReadingOut ReadOut(DateTime at, long? basePrice) => new(at, Plan, Chair, Lots, Drawn, basePrice);
}

/// <summary>From the reading out on everybody sees the prices.</summary>
public abstract record AfterReading(
    DateTime At,
    OpeningPlan Plan,
    Chair Chair,
    IReadOnlyList<LotCount> Lots,
    DrawnValue? Drawn,
    long? BasePrice
) : AfterDeadline(At, Plan, Chair, Lots);

/// <summary>唱标: all that was received in time is read out. Bidding Law art. 36.</summary>
/// <param name="BasePrice">标底, fen; none where there is none.</param>
public sealed record ReadingOut(
    DateTime At,
    OpeningPlan Plan,
    Chair Chair,
    IReadOnlyList<LotCount> Lots,
    DrawnValue? Drawn,
    long? BasePrice
) : AfterReading(At, Plan, Chair, Lots, Drawn, BasePrice)
{
    public override Words Name => ("唱标", "Reading out");

    public ConfirmingRecord Record(DateTime at) => new(at, Plan, Chair, Lots, Drawn, BasePrice);
}

/// <summary>确认记录</summary>
public sealed record ConfirmingRecord(
    DateTime At,
    OpeningPlan Plan,
    Chair Chair,
    IReadOnlyList<LotCount> Lots,
    DrawnValue? Drawn,
    long? BasePrice
) : AfterReading(At, Plan, Chair, Lots, Drawn, BasePrice)
{
    public override Words Name => ("确认记录", "Confirming the record");

    /// <summary>结束开标</summary>
    /// <param name="unconfirmed">Why some have not confirmed; none where all have.</param>
    public Ended End(DateTime at, string? unconfirmed) => new(at, Plan, Chair, Lots, Drawn, BasePrice, unconfirmed);
}

/// <summary>已结束: the record is published. Order 20 art. 32.</summary>
public sealed record Ended(
    DateTime At,
    OpeningPlan Plan,
    Chair Chair,
    IReadOnlyList<LotCount> Lots,
    DrawnValue? Drawn,
    long? BasePrice,
    string? Unconfirmed
) : AfterReading(At, Plan, Chair, Lots, Drawn, BasePrice)
{
    public override Words Name => ("开标结束", "Opening ended");
}

/// <summary>流标: no lot had three bids. Bidding Law art. 28; Implementing Regulation art. 44(2).</summary>
public sealed record NothingOpened(DateTime At, OpeningPlan Plan, Chair Chair, IReadOnlyList<LotCount> Lots)
    : AfterDeadline(At, Plan, Chair, Lots)
{
    public override Words Name => ("不得开标", "Not opened");
}
