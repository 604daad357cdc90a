using System.Net;
using System.Threading.RateLimiting;
using CountyHall.Kernel.Results;
using CountyHall.Web.Api;

namespace CountyHall.Web.Hosting;

/// <summary>How often one address may send what anybody may send.</summary>
public static class RateLimits
{
    /// <summary>Policy for posts that need no sign-in: <c>@attribute [EnableRateLimiting(RateLimits.PublicPost)]</c>. Reading is never limited.</summary>
    public const string PublicPost = "public-post";

    /// <summary>Policy for signed requests: counted for the system, whatever address it calls from.</summary>
    public const string PerSystem = "per-system";

    /// <summary>A system serves many people; ten a second is more than any of them needs.</summary>
    private const int RequestsPerMinute = 600;

    /// <summary>A hall full of people may share one address, so the measure is of the address and not of one person.</summary>
    private const int PostsPerMinute = 60;

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<SeenStamps>();
        return services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                if (rejected.HttpContext.Request.Path.StartsWithSegments("/api"))
                    await Answers.Problem(new TooManyRequests(), StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
            };
            limits.AddPolicy(
                PerSystem,
                http =>
                    RateLimitPartition.GetSlidingWindowLimiter(
                        http.User.FindFirst(Accounts.Claims.System)?.Value ?? AddressOf(http),
                        _ => PerMinute(RequestsPerMinute)
                    )
            );
            limits.AddPolicy(
                PublicPost,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetSlidingWindowLimiter(AddressOf(http), _ => PerMinute(PostsPerMinute))
                        : RateLimitPartition.GetNoLimiter("reading")
            );
        });
    }

    /// <summary>The address by which a visitor is counted: of IPv6 the network, because one household holds a whole one.</summary>
    internal static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    internal static SlidingWindowRateLimiterOptions PerMinute(int most) =>
        new()
        {
            PermitLimit = most,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        };
}

/// <summary>How often a password may be tried: from one address and for one account. A password costs the processor 50 ms.</summary>
public sealed class SignInLimits : IDisposable
{
    private readonly PartitionedRateLimiter<string> addresses = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => RateLimits.PerMinute(60))
    );
    private readonly PartitionedRateLimiter<string> accounts = PartitionedRateLimiter.Create<string, string>(account =>
        RateLimitPartition.GetSlidingWindowLimiter(account, _ => RateLimits.PerMinute(10))
    );

    /// <summary>Whether this try may go on.</summary>
    public bool Allow(HttpContext http, string account)
    {
        using var address = addresses.AttemptAcquire(RateLimits.AddressOf(http));
        if (!address.IsAcquired)
            return false;
        using var name = accounts.AttemptAcquire(account.Trim().ToUpperInvariant());
        return name.IsAcquired;
    }

    public void Dispose()
    {
        addresses.Dispose();
        accounts.Dispose();
    }
}

public sealed record TooManyRequests()
    : Refusal(
        ("请求太多了。", "There are too many requests."),
        ("请等一分钟再试（见 Retry-After）。", "Wait a minute and try again (see Retry-After).")
    );
