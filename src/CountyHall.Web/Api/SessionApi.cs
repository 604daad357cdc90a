using System.Security.Claims;
using CountyHall.Kernel.Results;
using CountyHall.Web.Pages.Account;

namespace CountyHall.Web.Api;

/// <summary>Sign-in for systems that work at a desk: the same accounts, lockout and cookie as the page.</summary>
internal static class SessionApi
{
    public static void MapSessionApi(this IEndpointRouteBuilder site) => site.MapPost("/api/session", SignIn).DisableAntiforgery();

    public sealed record Credentials(string User, string Password);

    private static async Task<IResult> SignIn(HttpContext http, Credentials ask, SigningIn signingIn) =>
        await signingIn.WithPassword(http, ask.User, ask.Password) switch
        {
            Result<ClaimsPrincipal>.Done => Results.NoContent(),
            Result<ClaimsPrincipal>.Refused(SignInTooOften why) => Say(why, StatusCodes.Status429TooManyRequests),
            Result<ClaimsPrincipal>.Refused(var why) => Say(why, StatusCodes.Status401Unauthorized),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static IResult Say(Refusal why, int status) =>
        Results.Json(new { title = why.Reason.Zh, remedy = why.Remedy.Zh }, statusCode: status);
}
