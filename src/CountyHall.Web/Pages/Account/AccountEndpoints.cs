using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace CountyHall.Web.Pages.Account;

/// <summary>What the account pages need beside their forms: the way out, and the options for a passkey.</summary>
public static class AccountEndpoints
{
    public static void MapAccount(this WebApplication app)
    {
        app.MapPost("/sign-out", SignOut).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOut(
        HttpContext http,
        SignInManager<HallUser> signIn,
        IAntiforgery forms,
        HallWriter writer,
        TimeProvider time
    )
    {
        if (!await forms.IsRequestValidAsync(http))
            return Results.BadRequest();
        if (signIn.IsSignedIn(http.User))
        {
            var by = http.User.ToActor();
            await writer.Write(async db =>
            {
                if (await db.Set<HallUser>().FindAsync(by.Id) is { } user)
                    db.Record(user, new Occasion(by, null, time.Now(), Channel.Online, "sign-in"), new SignedOut(Everywhere: false));
            });
        }
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/");
    }
}
