using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Rights;

/// <summary>What proposing and confirming both have to ask.</summary>
internal static class RightsRules
{
    /// <summary>A proposal and its confirmation take two people.</summary>
    private const int FewestAdministrators = 2;

    public static async Task<bool> IsOwn(HallDb db, Occasion on, long post) =>
        await db.Set<HallUser>().AnyAsync(u => u.Id == on.By.Id && u.StaffId == post);

    /// <summary>Whoever accepts does not decide, who decides does not issue; and who gives the rights handles no cases.</summary>
    public static Refusal? Incompatible(IReadOnlyList<Role> roles)
    {
        var decides = roles.Any(r => r is Role.Approver or Role.Head);
        var serves = roles.Any(r => r is Role.Clerk or Role.Issuer);
        return (decides && serves) || (roles.Contains(Role.Administrator) && (decides || serves)) ? new RolesIncompatible() : null;
    }

    public static async Task<bool> LeavesTooFew(HallDb db, Staff post, PostRights after, DateOnly today)
    {
        if (!PostRights.Of(post).IsAdministrator(today) || after.IsAdministrator(today))
            return false;
        var others = await db.Set<Staff>().AsNoTracking().Where(s => s.Division == post.Division && s.Id != post.Id).ToListAsync();
        return others.Count(s => PostRights.Of(s).IsAdministrator(today)) < FewestAdministrators;
    }
}
