using Microsoft.AspNetCore.Diagnostics;

namespace CountyHall.Web.Hosting;

/// <summary>Where the visitor is, for the links that come back here and for the nav that marks it.</summary>
public sealed class Here(IHttpContextAccessor request)
{
    /// <summary>Path and query as asked for, also while a trouble page answers in its place.</summary>
    public string Address => field ??= Asked();

    public string Path => field ??= Address.Split('?', 2)[0];

    /// <summary>The address as the value of a <c>back</c> parameter.</summary>
    public string Back => Uri.EscapeDataString(Address);

    public bool IsAt(string path) => string.Equals(Path.TrimEnd('/'), path.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>At this page or at one below it.</summary>
    public bool IsWithin(string path) =>
        IsAt(path) || (path.Length > 1 && Path.StartsWith($"{path.TrimEnd('/')}/", StringComparison.OrdinalIgnoreCase));

    // A trouble page is written in a scope of its own, so this is asked once for each page.
    private string Asked()
    {
        if (request.HttpContext is not { } http)
            return "/";
        var asked = http.Features.Get<IStatusCodeReExecuteFeature>();
        var path = asked?.OriginalPath ?? http.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? http.Request.Path.Value ?? "/";
        var query = asked is null ? http.Request.QueryString.Value : asked.OriginalQueryString;
        return $"{path}{query}";
    }

    /// <summary>Only an address of this house is followed: a link from elsewhere must not carry a visitor out.</summary>
    public static string Safe(string? back) =>
        !string.IsNullOrEmpty(back) && Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult.IsLocalUrl(back) && back[0] == '/'
            ? back
            : "/";
}
