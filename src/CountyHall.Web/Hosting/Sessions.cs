using System.Globalization;
using CountyHall.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace CountyHall.Web.Hosting;

/// <summary>How long a sign-in lasts: half an hour without a request, and twelve hours at the most however busy it is.</summary>
public static class Sessions
{
    /// <summary>A session ends after half an hour without a request, and a stolen cookie with it.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A working day; the next one begins with a new sign-in.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private const string Ends = "ends";

    internal static void EndAtLast(this CookieAuthenticationEvents events)
    {
        // A changed password renews the cookie but not the day.
        events.OnSigningIn = signing =>
        {
            var now = signing.HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();
            signing.Properties.Items.TryAdd(Ends, (now + Longest).ToString("O", CultureInfo.InvariantCulture));
            return Task.CompletedTask;
        };
        var stampCheck = events.OnValidatePrincipal;
        events.OnValidatePrincipal = async validating =>
        {
            var now = validating.HttpContext.RequestServices.GetRequiredService<TimeProvider>().Now();
            if (EndOf(validating.Properties) is { } end && now < end)
            {
                await stampCheck(validating);
                return;
            }
            validating.RejectPrincipal();
            await validating.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        };
    }

    /// <summary>The instant (UTC) at which this session ends whatever happens; none for a cookie that does not say.</summary>
    public static DateTime? EndOf(AuthenticationProperties? session) =>
        session?.Items.TryGetValue(Ends, out var text) == true
        && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var end)
            ? end
            : null;
}
