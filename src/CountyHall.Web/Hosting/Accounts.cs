using System.Globalization;
using System.Security.Claims;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Web.Components.Layouts;
using CountyHall.Web.Pages.Account;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CountyHall.Web.Hosting;

/// <summary>Who is signed in, as claims in the cookie and as the <see cref="Actor"/> that use cases ask.</summary>
public static class Accounts
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration? settings = null)
    {
        // One pass of the processor's own instructions, where the default way encrypts and signs in two. Keys made before keep their own way.
        services
            .AddDataProtection()
            .SetApplicationName("CountyHall")
            .PersistKeysToDbContext<HallDb>()
            .UseCryptographicAlgorithms(new() { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<KeyManagementOptions>().Configure<Vault>((keys, vault) => keys.XmlEncryptor = new SealedKeys(vault));
        services
            .AddIdentityCore<HallUser>(options =>
            {
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager<HallSignIn>()
            .AddEntityFrameworkStores<HallDb>()
            .AddClaimsPrincipalFactory<HallClaims>();
        var ways = services.AddAuthentication(IdentityConstants.ApplicationScheme);
        ways.AddIdentityCookies();
        ways.AddScheme<AuthenticationSchemeOptions, SignedRequests>(SignedRequests.SchemeName, null);
        services.AddOutsideProvider(ways, settings);
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = SessionCookie;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "back";
            cookie.ExpireTimeSpan = Sessions.Idle;
            cookie.SlidingExpiration = true;
            cookie.Events.EndAtLast();
            cookie.Events.OnRedirectToAccessDenied = http =>
            {
                http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            cookie.Events.OnRedirectToLogin = http =>
            {
                if (http.Request.Path.StartsWithSegments("/api"))
                    http.Response.StatusCode = StatusCodes.Status401Unauthorized;
                else
                    http.Response.Redirect(http.RedirectUri);
                return Task.CompletedTask;
            };
        });
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .PostConfigure(cookie => cookie.TicketDataFormat = new KeptTickets(cookie.TicketDataFormat));
        services.AddSingleton<UnknownNames>();
        services.AddScoped<SigningIn>();
        // Whoever left the post or changed the password is out within a minute.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        var policies = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetValues<Role>())
            policies.AddPolicy(role.ToString(), policy => policy.RequireRole(role.ToString()));
        policies.AddPolicy(Citizen, policy => policy.RequireClaim(Claims.Person));
        policies.AddPolicy(AnyStaff, policy => policy.RequireClaim(Claims.Office));
        policies.AddPolicy(System, policy => policy.AddAuthenticationSchemes(SignedRequests.SchemeName).RequireClaim(Claims.System));
        return services;
    }

    private const string SessionCookie = "hall";

    /// <summary>Somebody has signed in on this browser; whether the session still holds is not asked.</summary>
    public static bool HasSession(HttpRequest request) => request.Cookies.ContainsKey(SessionCookie);

    /// <summary>Policy: a citizen.</summary>
    public const string Citizen = "Citizen";

    /// <summary>Policy: anybody in a post.</summary>
    public const string AnyStaff = "AnyStaff";

    /// <summary>Policy: another system that signed its request; a cookie is no answer to it.</summary>
    public const string System = "System";

    /// <summary>The names of the claims, as short as the cookie wants them.</summary>
    internal static class Claims
    {
        public const string Division = "div";
        public const string Office = "office";
        public const string Window = "window";
        public const string WindowType = "wt";
        public const string Person = "person";
        public const string Firm = "firm";
        public const string System = "system";
        public const string SystemRight = "sr";
    }

    /// <summary>Who asks; the house itself is never an answer to a request.</summary>
    public static Actor ToActor(this ClaimsPrincipal user) =>
        new(
            long.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "-1", CultureInfo.InvariantCulture),
            user.Identity?.Name ?? "",
            user.FindFirstValue(Claims.Division) ?? "",
            user.FindFirstValue(Claims.Office),
            user.FindFirstValue(Claims.Window),
            user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)).ToHashSet(),
            user.FindAll(Claims.WindowType).Select(c => c.Value).ToHashSet(),
            user.FindFirstValue(Claims.Person) is { } person ? long.Parse(person, CultureInfo.InvariantCulture) : null,
            user.FindAll(Claims.Firm).Select(c => long.Parse(c.Value, CultureInfo.InvariantCulture)).ToHashSet(),
            user.FindFirstValue(Claims.System) is { } key
                ? new ActingSystem(key, user.FindAll(Claims.SystemRight).Select(c => Enum.Parse<SystemRight>(c.Value)).ToHashSet())
                : null
        );

    /// <summary>The occasion of a command from a page.</summary>
    /// <param name="key">From the form: the same form sent twice is one command.</param>
    public static Occasion Occasion(this HttpContext http, string? key)
    {
        var by = http.User.ToActor();
        var at = http.RequestServices.GetRequiredService<TimeProvider>().Now();
        return by switch
        {
            { Window: { } window } => new(by, key, at, Channel.Window, window),
            { Office: { } office } => new(by, key, at, Channel.Office, office),
            { System: not null } => new(by, key, at, Channel.Api, $"接口：{by.Name}"),
            _ => new(by, key, at, Channel.Online, "网上"),
        };
    }
}

/// <summary>What the cookie says about a person: post with office, window and roles, or the citizen with the firms represented.</summary>
internal sealed class HallClaims(
    UserManager<HallUser> users,
    IOptions<IdentityOptions> options,
    IDbContextFactory<HallDb> contexts,
    Offices offices,
    SiteSettings site,
    TimeProvider time
) : UserClaimsPrincipalFactory<HallUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(HallUser user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        await using var db = await contexts.CreateDbContextAsync();
        var today = Kernel.Calendar.CountyTime.DayOf(time.Now());
        if (user.StaffId is { } staffId && await db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == staffId) is { } post)
        {
            Name(post.Name);
            Add(Accounts.Claims.Division, post.Division);
            Add(Accounts.Claims.Office, post.Office);
            if (post.Window is { } window)
                Add(Accounts.Claims.Window, window);
            foreach (var type in post.WindowTypes)
                Add(Accounts.Claims.WindowType, type);
            foreach (var role in post.LeftOn is null || post.LeftOn > today ? post.Roles : [])
                Add(ClaimTypes.Role, role.ToString());
            var office = (await offices.NameOf(db, post.Division, post.Office)).Zh;
            Add(DeskClaims.Place, post.Window is { } at ? $"{at} · {office}" : office);
        }
        else if (
            user.PersonId is { } personId
            && await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId) is { } person
        )
        {
            Name(person.Name);
            Add(Accounts.Claims.Division, site.Division);
            Add(Accounts.Claims.Person, Text(personId));
            var firms = await db.Set<Mandate>()
                .AsNoTracking()
                .Where(m => m.PersonId == personId && m.Until >= today)
                .Select(m => m.FirmId)
                .ToListAsync();
            foreach (var firm in firms)
                Add(Accounts.Claims.Firm, Text(firm));
        }
        return claims;

        void Add(string type, string value) => claims.AddClaim(new Claim(type, value));
        // The account is signed in by its user name, but people go by their own.
        void Name(string name)
        {
            if (claims.FindFirst(claims.NameClaimType) is { } account)
                claims.RemoveClaim(account);
            Add(claims.NameClaimType, name);
        }
        static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
    }
}
