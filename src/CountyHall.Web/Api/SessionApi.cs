using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.AspNetCore.Identity;

namespace CountyHall.Web.Api;

/// <summary>Sign-in for systems that work at a desk: the same accounts, lockout and cookie as the page.</summary>
internal static class SessionApi
{
    public static void MapSessionApi(this IEndpointRouteBuilder site) => site.MapPost("/api/session", SignIn).DisableAntiforgery();

    public sealed record Credentials(string User, string Password);

    private static async Task<IResult> SignIn(Credentials ask, SignInManager<HallUser> signIn)
    {
        var outcome = await signIn.PasswordSignInAsync(ask.User, ask.Password, isPersistent: false, lockoutOnFailure: true);
        return outcome.Succeeded
            ? Results.NoContent()
            : Results.Json(new { title = new SignInRefused().Reason.Zh }, statusCode: StatusCodes.Status401Unauthorized);
    }
}

public sealed record SignInRefused()
    : Refusal(
        ("账户或密码不对，或账户已被锁定。", "Account or password is wrong, or the account is locked."),
        ("请核对后再试；连续错五次锁定十五分钟。", "Check and try again; five failures lock the account for fifteen minutes.")
    );
