using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Oversight;

/// <summary>A use case says whose charge it is, so that a test can try it as every stranger.</summary>
public interface IUseCase
{
    static abstract Charge Charge { get; }
}

/// <summary>职责: who may do something in this room.</summary>
/// <param name="Roles">One of these roles; nobody is asked for one where there is none.</param>
/// <param name="OwnOffice">Only for the own office; otherwise for every office of the county.</param>
public sealed record Charge(IReadOnlyList<Role> Roles, bool OwnOffice)
{
    /// <summary>Whoever holds the link.</summary>
    public static readonly Charge OfAnybody = new([], false);

    /// <summary>督办人员: every office of the county.</summary>
    public static readonly Charge OfSupervisor = new([Role.Supervisor], false);

    /// <summary>Whoever works on cases in the office that is asked.</summary>
    public static readonly Charge OfOffice = new([Role.Approver, Role.Head, Role.Clerk, Role.Issuer], true);

    /// <summary>Whoever decides in the office.</summary>
    public static readonly Charge OfDeciders = new([Role.Approver, Role.Head], true);

    /// <summary>The head of the office.</summary>
    public static readonly Charge OfHead = new([Role.Head], true);

    /// <summary>Refuses whoever has not this charge; null where it may be done.</summary>
    public Refusal? Check(Actor by, string division, string office)
    {
        if (Roles.Count > 0 && !Roles.Any(by.Is))
            return new NotYourCharge();
        if (Roles.Count > 0 && by.Division != division)
            return new ChargeOfAnotherCounty();
        return OwnOffice && by.Office != office ? new ChargeOfAnotherOffice() : null;
    }
}

public sealed record NotYourCharge()
    : Refusal(
        ("您的岗位没有这项权限。", "Your post does not have this right."),
        ("请由有这项职责的人办理，或找系统管理员核对权限。", "Let whoever has the charge do it, or ask your administrator."),
        Provisions.Posts
    );

public sealed record ChargeOfAnotherCounty()
    : Refusal(
        ("这是另一个县（市、区）的事，您无权办理。", "This belongs to another county; you cannot act on it."),
        ("请联系当地的政务服务中心。", "Turn to the service centre there."),
        Provisions.Posts
    );

public sealed record ChargeOfAnotherOffice()
    : Refusal(
        ("这件事由另一个单位负责。", "Another office is in charge of this."),
        ("谁办理、谁负责：请由经办单位答复。", "The office that handled the case answers for it."),
        Provisions.Posts
    );
