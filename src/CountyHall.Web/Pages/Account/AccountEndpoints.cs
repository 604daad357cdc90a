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
        app.MapPost("/sign-in/passkey", AskForPasskey).RequireRateLimiting(RateLimits.PublicPost).ExcludeFromDescription();
        app.MapPost("/account/passkey", OfferPasskey).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/sign-in/outside", GoOutside).ExcludeFromDescription();
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

    private static async Task<IResult> AskForPasskey(HttpContext http, SignInManager<HallUser> signIn, IAntiforgery forms) =>
        await forms.IsRequestValidAsync(http)
            ? Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json")
            : Results.BadRequest();

    private static async Task<IResult> OfferPasskey(
        HttpContext http,
        SignInManager<HallUser> signIn,
        UserManager<HallUser> users,
        IAntiforgery forms
    )
    {
        if (!await forms.IsRequestValidAsync(http) || await users.GetUserAsync(http.User) is not { } user)
            return Results.BadRequest();
        var entity = new PasskeyUserEntity
        {
            Id = await users.GetUserIdAsync(user),
            Name = user.UserName ?? "",
            DisplayName = http.User.Identity?.Name ?? "",
        };
        return Results.Content(await signIn.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    // A link and not a form: a page of ours may post only to ourselves.
    private static IResult GoOutside(OutsideProvider outside, string? back) =>
        outside.IsOn
            ? Results.Challenge(
                new() { RedirectUri = $"/sign-in?outside=done&back={Uri.EscapeDataString(Here.Safe(back))}" },
                [OutsideProvider.Scheme]
            )
            : Results.NotFound();
}
