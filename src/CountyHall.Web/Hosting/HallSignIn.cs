using System.Security.Claims;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CountyHall.Web.Hosting;

/// <summary>Lets nobody in who has left the post, by whatever way they come, and shows out whoever leaves while signed in.</summary>
public sealed class HallSignIn(
    UserManager<HallUser> users,
    IHttpContextAccessor request,
    IUserClaimsPrincipalFactory<HallUser> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<HallUser>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<HallUser> confirmation,
    IDbContextFactory<HallDb> contexts,
    TimeProvider time
) : SignInManager<HallUser>(users, request, claims, options, log, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(HallUser user) => !await HasLeft(user) && await base.CanSignInAsync(user);

    /// <summary>Asked again every minute of a session.</summary>
    public override async Task<HallUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal) =>
        await base.ValidateSecurityStampAsync(principal) is { } user && !await HasLeft(user) ? user : null;

    private async Task<bool> HasLeft(HallUser user)
    {
        if (user.StaffId is not { } post)
            return false;
        await using var db = await contexts.CreateDbContextAsync();
        var today = CountyTime.DayOf(time.Now());
        return await db.Set<Staff>().AnyAsync(s => s.Id == post && s.LeftOn != null && s.LeftOn <= today);
    }
}
