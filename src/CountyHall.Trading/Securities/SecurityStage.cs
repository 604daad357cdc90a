using System.Text.Json.Serialization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Securities;

/// <summary>到账: what came, when, and from which account; back it goes only there.</summary>
/// <param name="Line">Id of the line of the bank statement.</param>
/// <param name="Serial">The bank's own serial of that line.</param>
/// <param name="Account">Id of the basic account it came from.</param>
public sealed record Receipt(long Line, string Serial, long Amount, DateTime ArrivedAt, long Account);

/// <summary>保函: a letter of guarantee in place of money.</summary>
/// <param name="Amount">Fen.</param>
/// <param name="Until">Last day on which it holds.</param>
public sealed record GuaranteeLetter(string Issuer, string Number, long Amount, DateOnly Until, StoredFile Paper);

/// <summary>退还事由: why a security goes back; each has its clock.</summary>
public enum RefundGround
{
    /// <summary>截止前书面撤回投标</summary>
    Withdrawn,

    /// <summary>流标</summary>
    LotFailed,

    /// <summary>终止招标</summary>
    Terminated,

    /// <summary>合同已经签订</summary>
    Contract,

    /// <summary>报名不予通过</summary>
    RegistrationRefused,
}

public static class RefundGrounds
{
    public static Words NameOf(RefundGround ground) =>
        ground switch
        {
            RefundGround.Withdrawn => ("截止前撤回投标", "Bid withdrawn before the deadline"),
            RefundGround.LotFailed => ("流标", "The lot failed"),
            RefundGround.Terminated => ("招标终止", "The tender was terminated"),
            RefundGround.Contract => ("合同已签订", "The contract was signed"),
            RefundGround.RegistrationRefused => ("报名不予通过", "The registration was refused"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The limit that the ground starts.</summary>
    public static Limit LimitOf(RefundGround ground) =>
        ground switch
        {
            RefundGround.Withdrawn => Rulebook.SecurityAfterWithdrawal,
            RefundGround.Contract => Rulebook.SecurityAfterContract,
            RefundGround.Terminated => Rulebook.SecurityAfterTermination,
            _ => Rulebook.SecurityAfterFailure,
        };
}

/// <summary>不予退还事由: the law knows these and no others (Implementing Regulation arts. 35 and 74).</summary>
public enum ForfeitGround
{
    /// <summary>截止后撤销投标</summary>
    RevokedAfterDeadline,

    /// <summary>中标人无正当理由不签合同</summary>
    NoContract,

    /// <summary>签约时附加条件</summary>
    AddsConditions,

    /// <summary>不按要求提交履约保证金</summary>
    NoPerformanceBond,
}

public static class ForfeitGrounds
{
    public static Words NameOf(ForfeitGround ground) =>
        ground switch
        {
            ForfeitGround.RevokedAfterDeadline => ("截止后撤销投标", "Bid revoked after the deadline"),
            ForfeitGround.NoContract => ("中标人无正当理由不签合同", "The winner does not sign, without good reason"),
            ForfeitGround.AddsConditions => ("签约时附加条件", "The winner adds conditions"),
            ForfeitGround.NoPerformanceBond => ("不按要求提交履约保证金", "No performance bond as asked for"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static Provision BasisOf(ForfeitGround ground) =>
        ground == ForfeitGround.RevokedAfterDeadline ? SecurityProvisions.Revocation : SecurityProvisions.NoContract;
}

/// <summary>保证金环节</summary>
/// <remarks>All stages in the order of life; docs/trading/securities.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Awaited), "awaited")]
[JsonDerivedType(typeof(Held), "held")]
[JsonDerivedType(typeof(LetterHandedIn), "letter-handed-in")]
[JsonDerivedType(typeof(LetterVerified), "letter-verified")]
[JsonDerivedType(typeof(LetterRejected), "letter-rejected")]
[JsonDerivedType(typeof(LetterReleased), "letter-released")]
[JsonDerivedType(typeof(RefundDue), "refund-due")]
[JsonDerivedType(typeof(RefundOrdered), "refund-ordered")]
[JsonDerivedType(typeof(Refunded), "refunded")]
[JsonDerivedType(typeof(Converted), "converted")]
[JsonDerivedType(typeof(Forfeited), "forfeited")]
public abstract record SecurityStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The first step; the rest follow from it.</summary>
    public static Awaited Begin(DateTime at) => new(at);
}

/// <summary>待到账: the sub-account is given, nothing has come.</summary>
public sealed record Awaited(DateTime At) : SecurityStage(At)
{
    public override Words Name => ("待到账", "Awaited");

    public Held Receive(DateTime at, Receipt receipt) => new(at, receipt);

    public LetterHandedIn HandIn(DateTime at, GuaranteeLetter letter) => new(at, letter);
}

/// <summary>Money that lies in the account of the securities and belongs to the bidder.</summary>
public abstract record HeldMoney(DateTime At, Receipt Receipt) : SecurityStage(At)
{
    /// <summary>转为履约保证金</summary>
    public Converted Convert(DateTime at, string contract) => new(at, Receipt, contract);

    /// <summary>不予退还</summary>
    public Forfeited Forfeit(DateTime at, ForfeitGround ground, string decision) => new(at, Receipt, ground, decision);
}

/// <summary>已到账: in time, in full, from the bidder's basic account.</summary>
public sealed record Held(DateTime At, Receipt Receipt) : HeldMoney(At, Receipt)
{
    public override Words Name => ("已到账", "Received");

    /// <summary>应退: something happened that starts the clock of the refund.</summary>
    public RefundDue Release(DateTime at, RefundGround ground) => new(at, Receipt, ground, Clock.Start(RefundGrounds.LimitOf(ground), at));
}

/// <summary>应退</summary>
/// <param name="Clock">The days in which it is to be back; what they say is asked of it.</param>
public sealed record RefundDue(DateTime At, Receipt Receipt, RefundGround Ground, Clock Clock) : HeldMoney(At, Receipt)
{
    public override Words Name => ("应退", "To be refunded");

    /// <summary>The order to the bank is written.</summary>
    /// <param name="interest">Fen.</param>
    public RefundOrdered Order(DateTime at, long order, long interest) => new(at, Receipt, Ground, Clock, order, interest);

    /// <summary>A bid that was withdrawn is handed in again before the deadline, and the money is still here.</summary>
    public Held Keep(DateTime at) => new(at, Receipt);
}

/// <summary>退还中: the order is with the bank.</summary>
/// <param name="Order">Id of the payment order.</param>
/// <param name="Interest">Fen.</param>
public sealed record RefundOrdered(DateTime At, Receipt Receipt, RefundGround Ground, Clock Clock, long Order, long Interest)
    : SecurityStage(At)
{
    public override Words Name => ("退还中", "Refund ordered");

    /// <param name="at">When the bank booked it: so the clock ends.</param>
    public Refunded Pay(DateTime at, string serial) => new(at, Receipt, Ground, Clock.Ended(at), Order, Interest, serial);
}

/// <summary>已退还</summary>
/// <param name="Serial">The bank's serial of the payment.</param>
public sealed record Refunded(DateTime At, Receipt Receipt, RefundGround Ground, Clock Clock, long Order, long Interest, string Serial)
    : SecurityStage(At)
{
    public override Words Name => ("已退还", "Refunded");
}

/// <summary>已转为履约保证金</summary>
/// <param name="Contract">Number of the contract.</param>
public sealed record Converted(DateTime At, Receipt Receipt, string Contract) : SecurityStage(At)
{
    public override Words Name => ("转为履约保证金", "Converted into the performance bond");
}

/// <summary>不予退还</summary>
/// <param name="Decision">The decision of the tendering entity that says so, by number.</param>
public sealed record Forfeited(DateTime At, Receipt Receipt, ForfeitGround Ground, string Decision) : SecurityStage(At)
{
    public override Words Name => ("不予退还", "Forfeited");
}

/// <summary>A letter that counts until somebody finds it bad.</summary>
public abstract record LetterThere(DateTime At, GuaranteeLetter Letter) : SecurityStage(At)
{
    /// <summary>The letter is given back.</summary>
    public LetterReleased Release(DateTime at, RefundGround ground) => new(at, Letter, ground);
}

/// <summary>保函已提交: looked at from the deadline on, because the paper names the bidder.</summary>
public sealed record LetterHandedIn(DateTime At, GuaranteeLetter Letter) : LetterThere(At, Letter)
{
    public override Words Name => ("保函已提交", "Letter handed in");

    /// <summary>Another letter in its place, before the deadline.</summary>
    public LetterHandedIn Replace(DateTime at, GuaranteeLetter letter) => new(at, letter);

    public LetterVerified Verify(DateTime at, string by) => new(at, Letter, by);

    public LetterRejected Reject(DateTime at, string by, string why) => new(at, Letter, by, why);
}

/// <summary>保函已核验</summary>
public sealed record LetterVerified(DateTime At, GuaranteeLetter Letter, string By) : LetterThere(At, Letter)
{
    public override Words Name => ("保函已核验", "Letter verified");
}

/// <summary>保函核验不通过</summary>
public sealed record LetterRejected(DateTime At, GuaranteeLetter Letter, string By, string Why) : SecurityStage(At)
{
    public override Words Name => ("保函核验不通过", "Letter found bad");
}

/// <summary>保函已退回</summary>
public sealed record LetterReleased(DateTime At, GuaranteeLetter Letter, RefundGround Ground) : SecurityStage(At)
{
    public override Words Name => ("保函已退回", "Letter given back");
}
