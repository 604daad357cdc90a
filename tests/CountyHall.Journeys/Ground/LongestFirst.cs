using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(CountyHall.Journeys.LongestFirst))]

namespace CountyHall.Journeys;

/// <summary>The longest chapters begin first, so that at the end of a run no processor waits for the last of them; the others come as they please.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>Names of classes, the longest first: the walk over every page takes as long as all that can run beside it.</summary>
    private static readonly string[] Long =
    [
        "Open_to_everybody",
        "One_tender_to_its_archive",
        "Strangers_are_refused_on_PostgreSQL",
        "A_generated_year",
        "A_kill_at_every_step_of_the_floor",
        "A_kill_loses_nothing_that_was_answered",
        "An_opening_at_the_screen",
        "Sealing_in_the_browser",
        "The_doctor_finds_on_PostgreSQL",
        "Strangers_are_refused",
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(collection => Place(collection))];

    private static int Place(ITestCollection collection)
    {
        var at = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return at < 0 ? Long.Length : at;
    }
}
