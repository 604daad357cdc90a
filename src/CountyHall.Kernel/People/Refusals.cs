using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.People;

/// <summary>Only administrators change offices, rights, the calendar and the jobs.</summary>
public sealed record NotAdministrator()
    : Refusal(
        ("只有系统管理员可以这样做。", "Only an administrator may do this."),
        ("请联系本单位的系统管理员。", "Turn to the administrator of your office."),
        Provisions.Posts
    );
