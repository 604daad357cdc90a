using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CountyHall.Web.Components;

/// <summary>Parts of lists as they were written before: what says the same again is not rendered again.</summary>
/// <remarks>Rows are most of the cost of a page of fifty. A part may show nothing but its own line.</remarks>
public sealed class KeptMarkup(ILoggerFactory logs)
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<object, string> kept = new();

    /// <summary>The markup of <typeparamref name="TPart"/> for its parameter <c>Line</c>.</summary>
    /// <param name="from">Everything that the line is made of, as it was read: equal ones make equal lines. So nothing is worked out twice.</param>
    /// <param name="services">Of the request, which knows the reader's language.</param>
    public async ValueTask<MarkupString> Of<TPart, TFrom>(TFrom from, Func<object> line, IServiceProvider services)
        where TPart : IComponent
        where TFrom : class, IEquatable<TFrom>
    {
        if (kept.TryGetValue(from, out var before))
            return new(before);
        await using var renderer = new HtmlRenderer(services, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Line"] = line() });
        var markup = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPart>(parameters)).ToHtmlString()
        );
        if (kept.Count >= Most)
            kept.Clear();
        kept[from] = markup;
        return new(markup);
    }
}
