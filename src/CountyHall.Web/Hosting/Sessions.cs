using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using CountyHall.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

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
                // A system that keeps sending its first cookie is looked up once a minute like everybody else, not at every request.
                var seen = validating.HttpContext.RequestServices.GetRequiredService<SeenStamps>();
                if (seen.Lately(validating.Principal, now))
                    return;
                await stampCheck(validating);
                if (validating.Principal is { } still)
                    seen.Remember(still, now);
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

/// <summary>Which security stamps were found right within the last minute.</summary>
public sealed class SeenStamps(IOptions<IdentityOptions> identity, IOptions<SecurityStampValidatorOptions> validator)
{
    private readonly ConcurrentDictionary<string, (string? Stamp, DateTime At)> seen = new();

    public bool Lately(ClaimsPrincipal? user, DateTime now) =>
        user?.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        && seen.TryGetValue(id, out var last)
        && last.Stamp == StampOf(user)
        && now - last.At < validator.Value.ValidationInterval;

    public void Remember(ClaimsPrincipal user, DateTime now)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
            seen[id] = (StampOf(user), now);
    }

    private string? StampOf(ClaimsPrincipal user) => user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
}

/// <summary>Opens the cookies of sessions; one that was opened a moment ago is not opened again.</summary>
/// <remarks>
/// A desk sends the same cookie with every request. Whether its session still holds is asked each time as before: this only spares the cipher.
/// </remarks>
public sealed class KeptTickets(ISecureDataFormat<AuthenticationTicket> cookies) : ISecureDataFormat<AuthenticationTicket>
{
    private const int Most = 1000;
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Text, string? Purpose), (AuthenticationTicket Ticket, long At)> kept = new();

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
            return null;
        if (!kept.TryGetValue((protectedText, purpose), out var known) || Stopwatch.GetElapsedTime(known.At) >= Trusted)
        {
            if (cookies.Unprotect(protectedText, purpose) is not { } opened)
                return null;
            if (kept.Count >= Most)
                kept.Clear();
            kept[(protectedText, purpose)] = known = (opened, Stopwatch.GetTimestamp());
        }
        // Whoever asks may change it.
        return known.Ticket.Clone();
    }

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public string Protect(AuthenticationTicket data) => cookies.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => cookies.Protect(data, purpose);
}
