using System.Runtime.CompilerServices;
using CountyHall.Approvals.Catalogue;

namespace CountyHall.Web.Pages.CatalogueDesk;

/// <summary>The findings of a released version: it never changes, so it is checked once while it is kept in memory.</summary>
internal static class KnownFindings
{
    private static readonly ConditionalWeakTable<ItemVersion, IReadOnlyList<GuideFinding>> Found = [];

    public static IReadOnlyList<GuideFinding> Of(ItemVersion version, IReadOnlySet<string> offices) =>
        Found.GetValue(
            version,
            v =>
                GuideCheck.Check(
                    v.Guide,
                    new()
                    {
                        Offices = offices,
                        Version = v.Version,
                        EffectiveFrom = v.EffectiveFrom,
                    }
                )
        );
}
