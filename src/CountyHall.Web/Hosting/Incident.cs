using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;

namespace CountyHall.Web.Hosting;

/// <summary>事件号: what a person reads out to the duty desk, and what the desk finds in the log.</summary>
public static class Incident
{
    /// <summary>E-1124-4BF92F: the Beijing day and the head of the request's trace.</summary>
    public static string Number(HttpContext http, TimeProvider time)
    {
        var trace =
            Activity.Current?.TraceId.ToHexString() ?? Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(http.TraceIdentifier));
        var day = Write.InBeijing(time.GetUtcNow().UtcDateTime).ToString("MMdd", CultureInfo.InvariantCulture);
        return $"E-{day}-{trace[..6].ToUpperInvariant()}";
    }
}

/// <summary>Writes the incident number beside the fault, so that one leads to the other; the page is left to the host.</summary>
internal sealed class IncidentLog(ILogger<IncidentLog> log, TimeProvider time) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        log.LogError(
            "Incident {Incident}: {Method} {Path} failed with {Fault}",
            Incident.Number(httpContext, time),
            httpContext.Request.Method,
            httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? httpContext.Request.Path,
            exception.GetType().Name
        );
        return ValueTask.FromResult(false);
    }
}
