using System.Collections.Concurrent;
using System.Security.Claims;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Identity;

namespace CountyHall.Web.Pages.Account;

/// <summary>Signs a person in, by whatever way, and says why not without telling whether there is such an account.</summary>
public sealed class SigningIn(
    SignInManager<HallUser> signIn,
    UserManager<HallUser> users,
    IPasswordHasher<HallUser> passwords,
    SignInLimits limits,
    UnknownNames unknown,
    HallWriter writer,
    Doors doors,
    TimeProvider time
)
{
    /// <summary>The answer to a right sign-in is the person with all claims: the request itself still runs without them.</summary>
    public async Task<Result<ClaimsPrincipal>> WithPassword(HttpContext http, string userName, string password)
    {
        if (!limits.Allow(http, userName))
            return new SignInTooOften();
        if (await users.FindByNameAsync(userName) is not { } user)
        {
            // A name without an account answers as one with an account would: after as long, and locked after as many tries.
            if (unknown.LockedUntil(userName, time.Now()) is { } until)
                return new SignInLocked(until);
            passwords.VerifyHashedPassword(new HallUser(), unknown.Hash, password);
            return unknown.Fail(userName, time.Now()) is { } locked ? new SignInLocked(locked) : new SignInWrong();
        }
        if (await LockOf(user) is { } end)
            return new SignInLocked(end);
        if (!await users.CheckPasswordAsync(user, password))
        {
            await users.AccessFailedAsync(user);
            if (await LockOf(user) is not { } lockedNow)
                return new SignInWrong();
            await Record(user.Id, new AccountLocked(lockedNow));
            return new SignInLocked(lockedNow);
        }
        await users.ResetAccessFailedCountAsync(user);
        if (!await signIn.CanSignInAsync(user))
            return new PostLeft();
        await signIn.SignInAsync(user, isPersistent: false);
        return await Entered(user, "password");
    }

    /// <param name="credential">What the browser's authenticator answered, as JSON.</param>
    public async Task<Result<ClaimsPrincipal>> WithPasskey(HttpContext http, string credential)
    {
        if (!limits.Allow(http, $"passkey {RateLimits.AddressOf(http)}"))
            return new SignInTooOften();
        if (await Assert(credential) is not { Succeeded: true } assertion)
            return new PasskeyNotAccepted();
        // The lock is against guessed passwords; a passkey is not guessed, so its owner is let in all the same.
        if (!await signIn.CanSignInAsync(assertion.User))
            return new PostLeft();
        await users.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await signIn.SignInAsync(assertion.User, isPersistent: false, "passkey");
        return await Entered(assertion.User, "passkey");
    }

    /// <summary>Somebody whom the outside provider vouches for; known here or not let in.</summary>
    public async Task<Result<ClaimsPrincipal>> Vouched(HallUser? user, string provider)
    {
        if (user is null)
            return new NotKnownHere();
        if (!await signIn.CanSignInAsync(user))
            return new PostLeft();
        await signIn.SignInAsync(user, isPersistent: false, provider);
        return await Entered(user, provider);
    }

    /// <summary>Where to go after the sign-in: back to where it was asked for, else to the person's own desk.</summary>
    public async Task<string> NextPage(ClaimsPrincipal person, string? back)
    {
        if (Here.Safe(back) is var asked && asked != "/" && !asked.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase))
            return asked;
        foreach (var (role, desk) in Desks)
            if (person.IsInRole(role.ToString()) && await doors.OpenTo(person, desk))
                return desk;
        return await doors.OpenTo(person, "/my") ? "/my" : "/account";
    }

    private static readonly (Role Role, string Desk)[] Desks =
    [
        (Role.Clerk, "/desk"),
        (Role.Approver, "/review"),
        (Role.Head, "/review"),
        (Role.Issuer, "/desk/issue"),
        (Role.Supervisor, "/oversight"),
        (Role.ItemAdministrator, "/catalogue"),
        (Role.Administrator, "/admin"),
    ];

    private async Task<Result<ClaimsPrincipal>> Entered(HallUser user, string way)
    {
        await Record(user.Id, new SignedIn(way));
        return await signIn.CreateUserPrincipalAsync(user);
    }

    private async Task<PasskeyAssertionResult<HallUser>?> Assert(string credential)
    {
        try
        {
            return credential.Length == 0 ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No question was asked of this browser, or too long ago.
            return null;
        }
    }

    private async Task<DateTime?> LockOf(HallUser user) =>
        await users.GetLockoutEndDateAsync(user) is { } end && end.UtcDateTime > time.Now() ? end.UtcDateTime : null;

    private Task Record<TFact>(long userId, TFact fact)
        where TFact : notnull =>
        writer.Write(async db =>
        {
            if (await db.Set<HallUser>().FindAsync(userId) is not { } user)
                return;
            var by = new Actor(userId, user.UserName ?? "", "");
            db.Record(user, new Occasion(by, null, time.Now(), Channel.Online, "sign-in"), fact);
        });
}

/// <summary>Tries for names that no account has, kept in memory so that they are answered like the others.</summary>
public sealed class UnknownNames(IPasswordHasher<HallUser> passwords)
{
    // Somebody who sends made-up names for ever must not fill the memory with them.
    private const int Most = 10_000;
    private const int TriesBeforeLock = 5;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (int Tries, DateTime? Until)> tried = new();
    private readonly Lazy<string> hash = new(() => passwords.HashPassword(new HallUser(), Guid.NewGuid().ToString()));

    /// <summary>The hash of a password that nobody has: comparing with it takes as long as with a real one.</summary>
    public string Hash => hash.Value;

    public DateTime? LockedUntil(string name, DateTime now) =>
        tried.TryGetValue(Key(name), out var seen) && seen.Until > now ? seen.Until : null;

    public DateTime? Fail(string name, DateTime now)
    {
        if (tried.Count >= Most)
            tried.Clear();
        return tried
            .AddOrUpdate(
                Key(name),
                _ => (1, null),
                (_, seen) => seen.Tries + 1 >= TriesBeforeLock ? (0, now + Lock) : (seen.Tries + 1, null)
            )
            .Until;
    }

    private static string Key(string name) => name.Trim().ToUpperInvariant();
}

/// <summary>Somebody signed in, and how: password, passkey, or the name of the outside provider.</summary>
[Quiet]
public sealed record SignedIn(string Way);

/// <summary>Five wrong passwords: no sign-in by password until then.</summary>
[Quiet]
public sealed record AccountLocked(DateTime Until);

[Quiet]
public sealed record SignedOut(bool Everywhere);

[Quiet]
public sealed record PasswordChanged;

/// <param name="Passkey">The credential's id, which is public.</param>
[Quiet]
public sealed record PasskeyAdded(string Passkey);

/// <param name="Passkey">The credential's id, which is public.</param>
[Quiet]
public sealed record PasskeyRemoved(string Passkey);
