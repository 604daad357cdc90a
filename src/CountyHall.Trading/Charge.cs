using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading;

/// <summary>A use case says whose charge it is, so that a test can try it as every stranger.</summary>
public interface IUseCase
{
    static abstract Charge Charge { get; }
}

/// <summary>On whose side of a tender somebody acts.</summary>
public enum Side
{
    /// <summary>Nobody is asked for one.</summary>
    None,

    /// <summary>招标人: whoever may act for the tendering entity.</summary>
    Entity,

    /// <summary>招标人或其委托的招标代理机构</summary>
    EntityOrAgency,

    /// <summary>投标人: whoever may act for the firm that is named.</summary>
    Bidder,

    /// <summary>评标委员会成员: the person who holds the seat that is named.</summary>
    Member,

    /// <summary>行政监督部门: a post in the office that supervises the tender.</summary>
    SupervisingDepartment,

    /// <summary>行政监督部门, or the staff of the venue, who serve every tender of the county.</summary>
    SupervisingDepartmentOrVenue,
}

/// <summary>职责: who may do something in this room.</summary>
/// <param name="Roles">One of these roles of the county; nobody is asked for one where there is none.</param>
public sealed record Charge(IReadOnlyList<Role> Roles, Side Side = Side.None)
{
    /// <summary>Whoever comes, signed in or not.</summary>
    public static readonly Charge OfAnybody = new([]);

    public static readonly Charge OfEntity = new([], Side.Entity);

    public static readonly Charge OfEntityOrAgency = new([], Side.EntityOrAgency);

    public static readonly Charge OfBidder = new([], Side.Bidder);

    /// <summary>评标委员会成员, in person.</summary>
    public static readonly Charge OfMember = new([], Side.Member);

    /// <summary>备案审查: 交易监管人员 of the department that supervises the tender.</summary>
    public static readonly Charge OfSupervisor = new([Role.TradingSupervisor], Side.SupervisingDepartment);

    /// <summary>报名审核人员: nobody else learns who registered (Bidding Law art. 22).</summary>
    public static readonly Charge OfReviewer = new([Role.RegistrationReviewer]);

    /// <summary>保证金会计</summary>
    public static readonly Charge OfAccountant = new([Role.Accountant]);

    /// <summary>场地与见证人员</summary>
    public static readonly Charge OfVenue = new([Role.VenueStaff]);

    /// <summary>密钥保管人</summary>
    public static readonly Charge OfCustodian = new([Role.KeyCustodian]);

    /// <summary>小额交易平台工作人员 of a town or a department.</summary>
    public static readonly Charge OfPlatform = new([Role.SmallPlatform]);

    /// <summary>辅助评标和雷同性分析: the department that supervises the tender, and the staff of the venue.</summary>
    public static readonly Charge OfComparison = new([Role.TradingSupervisor, Role.VenueStaff], Side.SupervisingDepartmentOrVenue);

    /// <summary>监管人员 of the county, whatever department supervises a tender.</summary>
    public static readonly Charge OfAnySupervisor = new([Role.TradingSupervisor]);

    /// <summary>Refuses whoever has not this charge; null where it may be done.</summary>
    /// <param name="tender">The tender that it is about; none only where the charge asks for no side but the bidder's.</param>
    /// <param name="bidder">Party id of the firm that is named, for the side of the bidder.</param>
    /// <param name="member">Party id of the person whose seat is named, for the side of a member.</param>
    public Refusal? Check(Actor by, string division, Tender? tender = null, long? bidder = null, long? member = null)
    {
        if (Roles.Count > 0 && !Roles.Any(by.Is))
            return new NotYourCharge();
        if (Roles.Count > 0 && by.Division != division)
            return new ChargeOfAnotherCounty();
        return Side switch
        {
            Side.None => null,
            Side.Entity => by.MayActFor(tender!.Entity) ? null : new NotYourTender(),
            Side.EntityOrAgency => by.MayActFor(tender!.Entity) || tender.Agency is { } agency && by.MayActFor(agency)
                ? null
                : new NotYourTender(),
            Side.Bidder => bidder is { } firm && by.MayActFor(firm) ? null : new NotYourFirm(),
            Side.Member => member is { } person && by.Person == person ? null : new NotYourSeat(),
            Side.SupervisingDepartment => by.Office == tender!.SupervisingDepartment ? null : new SupervisedByAnother(),
            Side.SupervisingDepartmentOrVenue => by.Is(Role.VenueStaff) || by.Office == tender!.SupervisingDepartment
                ? null
                : new SupervisedByAnother(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
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
        ("请联系当地的公共资源交易中心。", "Turn to the trading centre there."),
        Provisions.Posts
    );

public sealed record NotYourTender()
    : Refusal(
        ("您不代表本项目的招标人或招标代理机构。", "You do not act for the tendering entity or the agency of this tender."),
        ("请由招标人或其代理机构的经办人登录办理。", "Let somebody who acts for the entity or its agency do it."),
        Provisions.Posts
    );

public sealed record NotYourFirm()
    : Refusal(
        ("您没有代表这家单位的授权。", "You have no authority to act for this firm."),
        ("请由法定代表人或其授权的人登录办理。", "Let its legal representative, or somebody with a letter of authority, do it."),
        Provisions.Posts
    );

public sealed record NotYourSeat()
    : Refusal(
        ("您不在本项目的评标委员会中。", "You have no seat on the committee of this tender."),
        ("请用抽取通知里的本人账户登录。", "Sign in with your own account, the one that was invited."),
        Provisions.Posts
    );

public sealed record SupervisedByAnother()
    : Refusal(
        ("本项目由另一个部门监督。", "Another department supervises this tender."),
        ("请由本项目的行政监督部门办理。", "Let the supervising department of this tender do it."),
        Provisions.Posts
    );
