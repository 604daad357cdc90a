using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Web;

/// <summary>The roles by name.</summary>
public static class RoleWords
{
    public static IReadOnlyList<(Role Role, Words Name)> All { get; } =
    [
        (Role.Clerk, new("窗口受理人员", "Clerks")),
        (Role.Issuer, new("出件人员", "Issuers")),
        (Role.Approver, new("审批人员", "Approvers")),
        (Role.Head, new("负责人", "Heads of offices")),
        (Role.Supervisor, new("督办人员", "Supervisors")),
        (Role.ItemAdministrator, new("事项管理员", "Item administrators")),
        (Role.Administrator, new("系统管理员", "Administrators")),
        (Role.TradingSupervisor, new("交易监管人员", "Trading supervisors")),
        (Role.RegistrationReviewer, new("报名审核人员", "Registration reviewers")),
        (Role.Accountant, new("保证金会计", "Accountants of securities")),
        (Role.VenueStaff, new("场地与见证人员", "Venue staff and witnesses")),
        (Role.KeyCustodian, new("密钥保管人", "Custodians of keys")),
        (Role.SmallPlatform, new("小额交易平台工作人员", "Staff of small platforms")),
    ];

    public static Words Of(Role role) => All.First(r => r.Role == role).Name;
}
