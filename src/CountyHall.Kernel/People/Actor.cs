namespace CountyHall.Kernel.People;

/// <summary>What a member of staff may do. A citizen has none of these.</summary>
public enum Role
{
    /// <summary>窗口受理人员: receives and accepts.</summary>
    Clerk,

    /// <summary>审批人员: reviews and decides for an office.</summary>
    Approver,

    /// <summary>负责人: approves what the law reserves to the head of the body (extension, revocation).</summary>
    Head,

    /// <summary>出件人员: hands results over.</summary>
    Issuer,

    /// <summary>督办人员: sees every case of the division, decides none.</summary>
    Supervisor,

    /// <summary>事项管理员</summary>
    ItemAdministrator,

    /// <summary>系统管理员: offices, people, calendar; no cases.</summary>
    Administrator,

    /// <summary>交易监管人员: files tender documents and watches openings for a supervising department; never sits for a party.</summary>
    TradingSupervisor,

    /// <summary>报名审核人员: the only one who knows who registered before the opening.</summary>
    RegistrationReviewer,

    /// <summary>保证金会计: matches, refunds and reconciles securities.</summary>
    Accountant,

    /// <summary>场地与见证人员: rooms, sessions and what was seen in them.</summary>
    VenueStaff,

    /// <summary>密钥保管人: holds one share of the keys by which bids are recovered after a proven fault of the system.</summary>
    KeyCustodian,

    /// <summary>小额交易平台工作人员: draws the experts of a town's small projects; sees those of the own platform only.</summary>
    SmallPlatform,
}

/// <summary>What another system may do. The catalogue and the verification of documents are open to all.</summary>
public enum SystemRight
{
    /// <summary>代为提交: hands in applications of its own users, with their materials.</summary>
    Submit,

    /// <summary>查询所提交办件: reads how the cases stand that it handed in itself.</summary>
    State,
}

/// <summary>接入系统: another system that signed its request.</summary>
/// <param name="Key">Its name in signatures, such as <c>bank-hall</c>.</param>
public sealed record ActingSystem(string Key, IReadOnlySet<SystemRight> Rights);

/// <summary>Who is asking: a person signed in, as a citizen or in a post, or another system.</summary>
/// <param name="Id">User id; 0 = the house itself.</param>
/// <param name="Division">区划代码 of the county the post belongs to; the county of the site for a citizen.</param>
/// <param name="Office">Id of the office of the post; none for a citizen.</param>
/// <param name="Window">Window at which the person sits today; none otherwise.</param>
/// <param name="Person">Party id of the natural person, for a citizen.</param>
/// <param name="Firms">Party ids of the firms that this citizen may act for.</param>
/// <param name="System">The system, where it is not a person who asks; <paramref name="Id"/> is then that of its record.</param>
public sealed record Actor(
    long Id,
    string Name,
    string Division,
    string? Office = null,
    string? Window = null,
    IReadOnlySet<Role>? Roles = null,
    IReadOnlySet<string>? WindowTypes = null,
    long? Person = null,
    IReadOnlySet<long>? Firms = null,
    ActingSystem? System = null
)
{
    /// <summary>The house itself: clocks that ran out, the log keeper.</summary>
    public static readonly Actor House = new(0, "县数字大厅", "");

    public bool IsStaff => Office is not null;

    public bool Is(Role role) => Roles?.Contains(role) == true;

    public bool Is(SystemRight right) => System?.Rights.Contains(right) == true;

    /// <summary>May this citizen act for the party: is it they themselves, or a firm that they represent?</summary>
    public bool MayActFor(long party) => Person == party || Firms?.Contains(party) == true;
}
