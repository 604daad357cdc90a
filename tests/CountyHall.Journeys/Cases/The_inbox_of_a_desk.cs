using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Cases;

/// <summary>What lies on a desk is read anew each time, by whichever way is the quickest, and says the same.</summary>
public abstract class The_inbox_of_a_desk(Hall hall) : On_either_database(hall)
{
    private const string Division = "330421";

    [Fact]
    public async Task The_first_page_reads_as_the_mapper_reads_it()
    {
        for (var i = 0; i < 3; i++)
        {
            Hall.Clock.Advance(TimeSpan.FromMilliseconds(1_234 + i));
            await Received();
        }
        var desks = await Hall.Read(db => db.DeskEntries.Select(e => new { e.Desk, e.Tab }).Distinct().ToListAsync());
        desks.ShouldNotBeEmpty();
        foreach (var (desk, tab) in desks.Where(d => d.Tab != Tab.Done).Select(d => (d.Desk, d.Tab)))
        {
            var heap = Enum.Parse<Heap>($"{tab}");
            var read = await FirstPage(Hall, desk, heap);
            (await FirstPage(Hall, desk, heap)).Select(Said).ShouldBe(read.Select(Said), "asked again");
            var mapped = await Hall.Read(db =>
                db.DeskEntries.AsNoTracking()
                    .Where(e => e.Division == Division && e.Desk == desk && e.Tab == tab)
                    .OrderBy(e => e.SortAt)
                    .ThenBy(e => e.CaseId)
                    .ToListAsync()
            );
            read.Select(Said).ShouldBe(mapped.Select(Said), $"{desk} {heap}");
            read.ShouldAllBe(e => e.SortAt.Kind == DateTimeKind.Utc && e.ReceivedAt.Kind == DateTimeKind.Utc);
        }
    }

    [Fact]
    public async Task A_case_is_on_the_desk_as_soon_as_it_was_accepted_here_or_on_another_node()
    {
        await using var other = await Hall.AnotherNode();
        var before = await Reviewed(Hall);
        await Received();
        (await Reviewed(Hall)).Count.ShouldBe(before.Count + 1);
        await Story.In(other).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        (await Reviewed(Hall)).Count.ShouldBe(before.Count + 2);
    }

    [Fact]
    public async Task A_line_that_was_laid_anew_says_at_once_what_it_says_now()
    {
        await using var other = await Hall.AnotherNode();
        var story = Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        await story;
        var number = story.Number;
        (await Line(Hall)).Tab.ShouldBe(Tab.ToDo);
        (await Line(other)).Tab.ShouldBe(Tab.ToDo);
        await other
            .Get<HallWriter>()
            .Write(db =>
                db.DeskEntries.Where(e => e.Number == number)
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.Paused, true).SetProperty(e => e.Laid, e => e.Laid + 1_000))
            );
        (await Line(Hall)).Paused.ShouldBeTrue();
        (await Line(other)).Paused.ShouldBeTrue();

        async Task<DeskEntry> Line(Hall hall) => (await FirstPage(hall, Desks.OfOffice("scjg"), Heap.ToDo)).Single(e => e.Number == number);
    }

    private async Task Received() => await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);

    private static Task<IReadOnlyList<DeskEntry>> Reviewed(Hall hall) => FirstPage(hall, Desks.OfOffice("scjg"), Heap.ToDo);

    // One row more than a page shows: whether there is a next one.
    private static Task<IReadOnlyList<DeskEntry>> FirstPage(Hall hall, string desk, Heap heap) =>
        hall.Get<DeskInbox>().Read(Division, [desk], heap, most: DeskInbox.PageSize + 1);

    private static string Said(DeskEntry e) =>
        $"{e.CaseId} {e.Desk} {e.Division} {e.Tab} {e.Number} {e.Item} {e.ApplicantName} {e.StageName} {e.ReceivedAt:O} {e.SortAt:O} {e.WarnsAt:O} {e.Paused}";
}

public sealed class The_inbox_of_a_desk_on_the_embedded_database(EmbeddedHall hall)
    : The_inbox_of_a_desk(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_inbox_of_a_desk_on_PostgreSQL(PostgresHall hall) : The_inbox_of_a_desk(hall), IClassFixture<PostgresHall>;
