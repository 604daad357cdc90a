using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Claims;
using CountyHall.Kernel.Results;
using CountyHall.Web.Components.Layouts;
using Microsoft.AspNetCore.Authorization;

namespace CountyHall.Web.Hosting;

/// <summary>Which pages there are, and who may enter: a link is shown only where it leads somewhere.</summary>
public sealed class Doors(DoorPlan plan, IAuthorizationPolicyProvider policies, IAuthorizationService authorization)
{
    /// <summary>A page answers at this path, such as <c>/items</c>; paths with parameters are not doors.</summary>
    public bool Has(string path) => plan.Find(path) is not null;

    /// <summary>There is such a page, and this person would be let in.</summary>
    public async Task<bool> OpenTo(ClaimsPrincipal person, string path)
    {
        if (plan.Find(path) is not { } page)
            return false;
        var policy = await AuthorizationPolicy.CombineAsync(policies, page.Metadata.GetOrderedMetadata<IAuthorizeData>());
        return policy is null || (await authorization.AuthorizeAsync(person, resource: null, policy)).Succeeded;
    }

    /// <summary>The desks that are open to this person, in their order; what a set of claims opens is worked out once.</summary>
    /// <remarks>The answer only draws links: each page asks for itself again.</remarks>
    public async ValueTask<IReadOnlyList<(string Path, Words Words)>> Desks(ClaimsPrincipal person)
    {
        var claims = string.Join('\n', person.Claims.Where(c => c.Type != ClaimTypes.NameIdentifier).Select(c => $"{c.Type}={c.Value}"));
        if (plan.Opened.TryGetValue(claims, out var known))
            return known;
        var open = new List<(string Path, Words Words)>();
        foreach (var desk in SiteNav.Desks)
            if (await OpenTo(person, desk.Path))
                open.Add(desk);
        if (plan.Opened.Count >= DoorPlan.MostOpened)
            plan.Opened.Clear();
        plan.Opened[claims] = open;
        return open;
    }
}

/// <summary>The pages by their path, read once: the house maps none after it has opened.</summary>
public sealed class DoorPlan(EndpointDataSource pages)
{
    /// <summary>More sets of claims than this are not kept.</summary>
    internal const int MostOpened = 1000;

    /// <summary>Which desks a set of claims opens.</summary>
    internal ConcurrentDictionary<string, IReadOnlyList<(string Path, Words Words)>> Opened { get; } = new();

    private readonly Lazy<FrozenDictionary<string, Endpoint>> byPath = new(() =>
        pages
            .Endpoints.OfType<RouteEndpoint>()
            .GroupBy(e => Bare(e.RoutePattern.RawText ?? ""), StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => (Endpoint)g.First(), StringComparer.OrdinalIgnoreCase)
    );

    public Endpoint? Find(string path) => byPath.Value.GetValueOrDefault(Bare(path));

    private static string Bare(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path[..end]).Trim('/');
    }
}
