using System.Text.Json.Serialization;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>证照状态: what was done with a licence last. A state is a type and an act is a method that only the right state has.</summary>
/// <remarks>
/// Six different acts, never one "cancel": 变更, 延续, 撤回, 撤销, 吊销, 注销 (Administrative Licensing Law arts. 8, 49, 50, 69, 70). That a licence has
/// run out is nobody's act: it is read off the calendar (<see cref="Standing"/>) and stored nowhere. docs/approvals/licences.md draws the states.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(IssuedLicence), "issued")]
[JsonDerivedType(typeof(ChangedLicence), "changed")]
[JsonDerivedType(typeof(RenewedLicence), "renewed")]
[JsonDerivedType(typeof(WithdrawnLicence), "withdrawn")]
[JsonDerivedType(typeof(RevokedLicence), "revoked")]
[JsonDerivedType(typeof(PenaltyRevokedLicence), "penalty-revoked")]
[JsonDerivedType(typeof(CancelledLicence), "cancelled")]
public abstract record LicenceState
{
    /// <summary>What the licence is worth on a day.</summary>
    public abstract Standing On(DateOnly day, DateOnly? validUntil);
}

/// <summary>效力: what a licence is worth on a day.</summary>
public enum Standing
{
    /// <summary>有效</summary>
    Valid,

    /// <summary>视为准予延续: asked for in time and not decided by the end (art. 50(2)).</summary>
    DeemedRenewed,

    /// <summary>已过有效期</summary>
    Expired,

    /// <summary>已撤回</summary>
    Withdrawn,

    /// <summary>已撤销</summary>
    Revoked,

    /// <summary>已吊销</summary>
    PenaltyRevoked,

    /// <summary>已注销</summary>
    Cancelled,
}

public static class Standings
{
    public static bool IsGood(this Standing standing) => standing is Standing.Valid or Standing.DeemedRenewed;

    public static Words Words(this Standing standing) =>
        standing switch
        {
            Standing.Valid => ("有效", "Valid"),
            Standing.DeemedRenewed => ("视为准予延续", "Deemed renewed"),
            Standing.Expired => ("已过有效期", "Expired"),
            Standing.Withdrawn => ("已撤回", "Withdrawn"),
            Standing.Revoked => ("已撤销", "Revoked"),
            Standing.PenaltyRevoked => ("已吊销", "Revoked as a penalty"),
            _ => ("已注销", "Cancelled"),
        };
}

/// <summary>延续申请: when the holder asked, and whether that was early enough to be deemed granted.</summary>
/// <remarks>Art. 50: thirty days before the end. Later it may still be granted, but silence grants nothing.</remarks>
public sealed record RenewalRequest(DateTime At, bool InTime)
{
    public static RenewalRequest On(DateTime at, DateOnly validUntil) =>
        new(at, CountyTime.DayOf(at).AddDays(Rulebook.RenewalRequest.Amount) <= validUntil);
}

/// <summary>In force as far as its holder and its office are concerned; the calendar may say otherwise.</summary>
public abstract record InForce(DateTime At) : LicenceState
{
    /// <summary>A request to renew that nobody has decided yet.</summary>
    public RenewalRequest? Renewal { get; init; }

    public override Standing On(DateOnly day, DateOnly? validUntil) =>
        validUntil is not { } end || day <= end ? Standing.Valid
        : Renewal is { InTime: true } ? Standing.DeemedRenewed
        : Standing.Expired;

    /// <summary>变更. Art. 49: on application, where the conditions are met.</summary>
    public ChangedLicence Change(DateTime at) => new(at) { Renewal = Renewal };

    /// <summary>申请延续. Art. 50(1).</summary>
    public InForce AskForRenewal(RenewalRequest request) => this with { Renewal = request };

    /// <summary>准予延续. Art. 50(2).</summary>
    public RenewedLicence Renew(DateTime at) => new(at);

    /// <summary>不予延续: the licence ends when it ends.</summary>
    public InForce DeclineRenewal() => this with { Renewal = null };

    /// <summary>撤回. Art. 8(2): law or circumstances changed, for the public interest; the loss is compensated.</summary>
    public WithdrawnLicence Withdraw(Taken taken, string compensation) => new(taken, compensation);

    /// <summary>撤销. Art. 69: the grant was unlawful, or obtained by deceit or bribery.</summary>
    public RevokedLicence Revoke(Taken taken, RevocationGround ground) => new(taken, ground);

    /// <summary>吊销. Art. 70(4): punishment for unlawful activity, by a penalty decision.</summary>
    public PenaltyRevokedLicence PenaltyRevoke(Taken taken, string decision) => new(taken, decision);

    /// <summary>注销. Art. 70: the formality that ends the record.</summary>
    public CancelledLicence Cancel(Taken taken, CancellationGround ground) => new(taken, ground);
}

/// <summary>核发</summary>
public sealed record IssuedLicence(DateTime At) : InForce(At);

/// <summary>已变更: in force, as the newest version says.</summary>
public sealed record ChangedLicence(DateTime At) : InForce(At);

/// <summary>已延续: in force, until the newest version's end.</summary>
public sealed record RenewedLicence(DateTime At) : InForce(At);

/// <summary>When a licence was taken back, by whom, why and by which article.</summary>
public sealed record Taken(DateTime At, long By, string Name, string Reasons, Citation Basis);

/// <summary>Taken back by its office. What remains is the formality of cancelling it.</summary>
public abstract record TakenBack(Taken Taken) : LicenceState
{
    public CancelledLicence Cancel(Taken taken) => new(taken, CancellationGround.TakenBack);
}

/// <summary>已撤回</summary>
/// <param name="Compensation">How the loss is compensated (art. 8(2)).</param>
public sealed record WithdrawnLicence(Taken Taken, string Compensation) : TakenBack(Taken)
{
    public override Standing On(DateOnly day, DateOnly? validUntil) => Standing.Withdrawn;
}

/// <summary>已撤销</summary>
public sealed record RevokedLicence(Taken Taken, RevocationGround Ground) : TakenBack(Taken)
{
    public override Standing On(DateOnly day, DateOnly? validUntil) => Standing.Revoked;
}

/// <summary>已吊销</summary>
/// <param name="Decision">Number of the penalty decision.</param>
public sealed record PenaltyRevokedLicence(Taken Taken, string Decision) : TakenBack(Taken)
{
    public override Standing On(DateOnly day, DateOnly? validUntil) => Standing.PenaltyRevoked;
}

/// <summary>已注销: the end.</summary>
public sealed record CancelledLicence(Taken Taken, CancellationGround Ground) : LicenceState
{
    public override Standing On(DateOnly day, DateOnly? validUntil) => Standing.Cancelled;
}

/// <summary>撤销的情形, art. 69.</summary>
public enum RevocationGround
{
    /// <summary>滥用职权、玩忽职守, art. 69(1)(1)</summary>
    AbuseOfPower,

    /// <summary>超越法定职权, art. 69(1)(2)</summary>
    BeyondPower,

    /// <summary>违反法定程序, art. 69(1)(3)</summary>
    AgainstProcedure,

    /// <summary>申请人不具备资格或者不符合法定条件, art. 69(1)(4)</summary>
    Unqualified,

    /// <summary>以欺骗、贿赂等不正当手段取得, art. 69(2): then it must be revoked.</summary>
    Deceit,
}

/// <summary>注销的情形, art. 70.</summary>
public enum CancellationGround
{
    /// <summary>有效期届满未延续, (1)</summary>
    Expired,

    /// <summary>公民死亡或者丧失行为能力, (2)</summary>
    PersonGone,

    /// <summary>法人或者其他组织依法终止, (3)</summary>
    FirmEnded,

    /// <summary>依法被撤销、撤回，或者证件被吊销, (4)</summary>
    TakenBack,

    /// <summary>因不可抗力无法实施, (5)</summary>
    ForceMajeure,

    /// <summary>法律、法规规定的其他情形, (6)</summary>
    OtherLawful,
}

public static class LicenceGrounds
{
    public static Words Words(this RevocationGround ground) =>
        ground switch
        {
            RevocationGround.AbuseOfPower => ("工作人员滥用职权、玩忽职守作出", "granted by abuse or neglect of duty"),
            RevocationGround.BeyondPower => ("超越法定职权作出", "granted beyond the power of the body"),
            RevocationGround.AgainstProcedure => ("违反法定程序作出", "granted against the procedure"),
            RevocationGround.Unqualified => ("申请人不具备申请资格或者不符合法定条件", "the applicant did not qualify"),
            _ => ("以欺骗、贿赂等不正当手段取得", "obtained by deceit or bribery"),
        };

    public static Words Words(this CancellationGround ground) =>
        ground switch
        {
            CancellationGround.Expired => ("有效期届满未延续", "ran out and was not renewed"),
            CancellationGround.PersonGone => ("公民死亡或者丧失行为能力", "the person died or lost capacity"),
            CancellationGround.FirmEnded => ("法人或者其他组织依法终止", "the body has ended"),
            CancellationGround.TakenBack => ("依法被撤销、撤回，或者证件被吊销", "withdrawn, revoked or revoked as a penalty"),
            CancellationGround.ForceMajeure => ("因不可抗力无法实施", "cannot be used for force majeure"),
            _ => ("法律、法规规定的其他情形", "another case that the law names"),
        };
}
