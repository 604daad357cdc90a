using System.Security.Claims;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Web.Pages.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CountyHall.Web.Hosting;

/// <summary>统一身份认证: an OpenID Connect provider that vouches for people. Off until the settings name one; docs/security.md.</summary>
/// <remarks>It never makes accounts: whoever it vouches for has one here already, or is refused with words.</remarks>
public sealed class OutsideProvider(OutsideSettings settings)
{
    public const string Scheme = "outside";

    public bool IsOn => settings.IsOn;
    public string Name => settings.Name;
    public string NameEn => settings.NameEn ?? settings.Name;

    /// <summary>The visitor is back from the provider: finds the account that the claim names.</summary>
    public async Task<Result<ClaimsPrincipal>> SignIn(HttpContext http, SigningIn signingIn)
    {
        var outside = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        if (!outside.Succeeded)
            return new OutsideNotConfirmed();
        // The provider's word is taken once.
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        var claim = outside.Principal.FindFirstValue(settings.AccountClaim);
        return await signingIn.Vouched(string.IsNullOrEmpty(claim) ? null : await AccountOf(http, claim), "openid-connect");
    }

    private async Task<HallUser?> AccountOf(HttpContext http, string claim)
    {
        var users = http.RequestServices.GetRequiredService<UserManager<HallUser>>();
        if (settings.AccountIs == AccountClaimKind.UserName)
            return await users.FindByNameAsync(claim);
        if (CitizenId.Parse(claim) is not Result<CitizenId>.Done(var id))
            return null;
        var hash = Person.HashOf(http.RequestServices.GetRequiredService<Vault>(), id);
        var db = http.RequestServices.GetRequiredService<HallDb>();
        return await users.Users.FirstOrDefaultAsync(u => db.Set<Person>().Any(p => p.CodeHash == hash && p.Id == u.PersonId));
    }
}

/// <summary>What the claim that names the account holds.</summary>
public enum AccountClaimKind
{
    /// <summary>The user name of the hall.</summary>
    UserName,

    /// <summary>公民身份号码, compared by its keyed hash: only citizens' accounts are found by it.</summary>
    CitizenId,
}

/// <summary>Section <c>OpenIdConnect</c> of the settings.</summary>
public sealed class OutsideSettings
{
    public string? Authority { get; set; }
    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }

    /// <summary>The words on the button: 浙里办, 县统一身份认证.</summary>
    public string Name { get; set; } = "统一身份认证";
    public string? NameEn { get; set; } = "the identity provider";

    /// <summary>The claim that names the account here.</summary>
    public string AccountClaim { get; set; } = "preferred_username";
    public AccountClaimKind AccountIs { get; set; }

    /// <summary>Beyond <c>openid profile</c>.</summary>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    public bool IsOn => !string.IsNullOrEmpty(Authority) && !string.IsNullOrEmpty(ClientId);
}

internal static class OutsideProviderHosting
{
    public static void AddOutsideProvider(this IServiceCollection services, AuthenticationBuilder ways, IConfiguration? settings)
    {
        var outside = settings?.GetSection("OpenIdConnect").Get<OutsideSettings>() ?? new();
        services.AddSingleton(outside);
        services.AddSingleton<OutsideProvider>();
        if (!outside.IsOn)
            return;
        ways.AddOpenIdConnect(
            OutsideProvider.Scheme,
            connect =>
            {
                (connect.Authority, connect.ClientId, connect.ClientSecret) = (outside.Authority, outside.ClientId, outside.ClientSecret);
                connect.SignInScheme = IdentityConstants.ExternalScheme;
                connect.CallbackPath = "/sign-in/outside/back";
                connect.ResponseType = OpenIdConnectResponseType.Code;
                // A post from the provider would arrive without our cookies.
                connect.ResponseMode = OpenIdConnectResponseMode.Query;
                connect.MapInboundClaims = false;
                connect.GetClaimsFromUserInfoEndpoint = true;
                connect.SaveTokens = false;
                // An authority on the county's own machine may speak plain http; any other must not.
                connect.RequireHttpsMetadata = !new Uri(outside.Authority!).IsLoopback;
                foreach (var scope in outside.Scopes)
                    connect.Scope.Add(scope);
                if (outside.AccountClaim is not "preferred_username")
                    connect.ClaimActions.MapUniqueJsonKey(outside.AccountClaim, outside.AccountClaim);
                connect.Events.OnRemoteFailure = failed =>
                {
                    failed.HandleResponse();
                    failed.Response.Redirect("/sign-in?outside=failed");
                    return Task.CompletedTask;
                };
            }
        );
    }
}
