using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace CountyHall.Web.Hosting;

/// <summary>Public pages are kept for a moment: whoever asks for the same page in the same language meanwhile reads the same bytes.</summary>
/// <remarks>
/// A moment is short enough that nothing has to be thrown away when a page changes, and long enough that a rush costs one rendering. Whoever is
/// signed in, or sends a form, always gets a page of their own.
/// </remarks>
public sealed class PublicPages(TimeSpan moment) : IOutputCachePolicy
{
    /// <summary>Name of the policy: <c>@attribute [OutputCache(PolicyName = PublicPages.Moment)]</c>.</summary>
    public const string Moment = "moment";

    private const long MostBytes = 32 << 20;

    private static readonly string[] Choices = [Speech.Cookie, Display.TextCookie, Display.ContrastCookie];

    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    /// <param name="settings"><c>Site:KeepPages</c> says how long; zero is not at all.</param>
    public static void Add(IServiceCollection services, IConfiguration settings) =>
        services.AddOutputCache(options =>
        {
            options.SizeLimit = MostBytes;
            options.AddPolicy(Moment, new PublicPages(settings.GetValue<TimeSpan?>("Site:KeepPages") ?? TwoSeconds));
        });

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var anyone = HttpMethods.IsGet(request.Method) && !Accounts.HasSession(request) && request.Headers.Authorization.Count == 0;
        context.EnableOutputCaching = anyone && moment > TimeSpan.Zero;
        context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = context.EnableOutputCaching;
        context.ResponseExpirationTimeSpan = moment;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding"; // the bytes are kept as they were compressed
        foreach (var choice in Choices)
            context.CacheVaryByRules.VaryByValues[choice] = request.Cookies[choice] ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
