using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>How far a duty reaches, always within the actor's own division.</summary>
public enum Reach
{
    /// <summary>The applicant's own cases, and those of firms that the citizen represents.</summary>
    Own,

    /// <summary>Items of the window types that the clerk is trained for and that the window serves.</summary>
    Window,

    /// <summary>Cases in whose route the actor's office stands.</summary>
    RouteOffice,

    /// <summary>Cases whose decision the actor may extend or take back as head: of the body, or of the county government for joint handling.</summary>
    DecidingBody,

    /// <summary>Every case of the division.</summary>
    Division,

    /// <summary>What another system hands in itself for its own users, and nothing else.</summary>
    System,
}

/// <summary>职责: who may take a step. Every use case names its own, and a test asks each of them to refuse a stranger.</summary>
/// <param name="Role">The role of staff; none for citizens.</param>
public sealed record Duty(Role? Role, Reach Reach)
{
    public static readonly Duty OfApplicant = new(null, Reach.Own);
    public static readonly Duty OfClerk = new(Kernel.People.Role.Clerk, Reach.Window);
    public static readonly Duty OfApprover = new(Kernel.People.Role.Approver, Reach.RouteOffice);
    public static readonly Duty OfHead = new(Kernel.People.Role.Head, Reach.DecidingBody);
    public static readonly Duty OfIssuer = new(Kernel.People.Role.Issuer, Reach.Division);

    /// <summary>Of another system: it has no role, and its rights stand in the register of systems.</summary>
    public static readonly Duty OfSystem = new(null, Reach.System);

    /// <summary>Refuses whoever has not this duty for this case; null where it may be done.</summary>
    public Refusal? Check(Actor by, Case @case, ServiceGuide guide)
    {
        if (Role is { } role && !by.Is(role))
            return new WrongRole(role);
        // A system takes no steps in a case; what it may read of one is asked elsewhere.
        if (Reach == Reach.System)
            return new CaseNotFound(@case.Number.Value);
        if (Reach == Reach.Own)
            return !by.IsStaff && (by.MayActFor(@case.Applicant) || by.Person is { } person && @case.Representative == person)
                ? null
                : new CaseNotFound(@case.Number.Value);
        return CheckPlace(by, @case.Division, guide);
    }

    /// <summary>Refuses whoever is not a system with this right.</summary>
    public static Refusal? CheckSystem(Actor by, SystemRight right) => by.Is(right) ? null : new SystemMayNot(right);

    /// <summary>The same before there is a case: may this actor receive for this item here?</summary>
    public Refusal? CheckPlace(Actor by, string division, ServiceGuide guide)
    {
        if (Role is { } role && !by.Is(role))
            return new WrongRole(role);
        if (by.Division != division)
            return new WrongDivision();
        return Reach switch
        {
            Reach.Window => guide.WindowTypes.Any(type => by.WindowTypes?.Contains(type) == true) ? null : new WrongWindow(guide.Name),
            Reach.RouteOffice => guide.Route.Any(duty => duty.Office == by.Office) ? null : new WrongOffice(guide.Name),
            // Art. 42: the head of the body; the head of the county government where several bodies decide together.
            Reach.DecidingBody => by.Office == (guide.Route.Count > 1 ? County.Government : guide.Body)
                ? null
                : new WrongOffice(guide.Name),
            _ => null,
        };
    }
}

public static class County
{
    /// <summary>Key of the office that is the county government itself.</summary>
    public const string Government = "government";

    /// <summary>Key of the service centre, whose windows receive and issue for all.</summary>
    public const string Centre = "centre";
}

public sealed record WrongRole(Role Needed)
    : Refusal(
        ("您的岗位没有这项权限。", "Your post does not have this right."),
        (
            $"需要的岗位：{NameOf(Needed).Zh}。请找本单位系统管理员核对。",
            $"It needs the post: {NameOf(Needed).En}. Ask your administrator."
        ),
        Provisions.Posts
    )
{
    public static Words NameOf(Role role) =>
        role switch
        {
            Role.Clerk => ("窗口受理", "window clerk"),
            Role.Approver => ("审批", "approver"),
            Role.Head => ("负责人", "head of the office"),
            Role.Issuer => ("出件", "issuing clerk"),
            Role.Supervisor => ("督办", "supervisor"),
            Role.ItemAdministrator => ("事项管理", "item administrator"),
            _ => ("系统管理", "administrator"),
        };
}

public sealed record SystemMayNot(SystemRight Right)
    : Refusal(
        Right == SystemRight.Submit
            ? ("没有“代为提交”的权限。", "There is no right to submit here.")
            : ("没有“查询所提交办件”的权限。", "There is no right to read cases here."),
        (
            "这个接口由登记的接入系统签名调用；请联系单位为系统办理这项权限。",
            "It is called by registered systems that sign their requests; have your contact office ask for this right."
        ),
        Provisions.Posts
    );

public sealed record WrongDivision()
    : Refusal(
        ("这是另一个县（市、区）的办件，您无权办理。", "This case belongs to another county; you cannot act on it."),
        ("请联系办件所在地的政务服务中心。", "Turn to the service centre of the county where the case is."),
        Provisions.Posts
    );

public sealed record WrongOffice(Words Item)
    : Refusal(
        ($"“{Item.Zh}”不由您的单位办理。", $"“{Item.En}” is not decided by your office."),
        ("办件页上写着现在由谁办理。", "The case page says who holds it now."),
        Provisions.Posts
    );

public sealed record WrongWindow(Words Item)
    : Refusal(
        (
            $"您没有受理“{Item.Zh}”的培训记录，或本窗口不受理此类事项。",
            $"You have no training on record for “{Item.En}”, or this window does not take it."
        ),
        ("请转给能受理的窗口，申请人不必重新取号。", "Hand it to a window that takes it; the applicant need not queue again."),
        Provisions.Posts
    );
