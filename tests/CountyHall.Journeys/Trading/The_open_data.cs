using System.Text.Json.Nodes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Trading;
using CountyHall.Trading.Notices;
using CountyHall.Trading.OpenData;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>Each publication brings about one release, with what everybody may know at that moment and not a word more.</summary>
public abstract class The_open_data(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task An_announcement_is_a_release_and_whoever_takes_part_enters_it_with_the_opening_record_only()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await OpeningGround.In(hall, lots: 2);
        // The ground puts its tender in directly; its first notice here is the one of the lot that fails.
        foreach (var user in OpeningGround.Bidders.Take(3))
            await ground.HandsIn(user);
        await ground.HandsIn(OpeningGround.Bidders[3], lot: 1);
        (await Releases(hall)).ShouldBeEmpty();

        await ground.Decrypts(new OpeningPlan(30));
        var failed = (await Releases(hall)).ShouldHaveSingleItem();
        failed.Tags.ShouldBe("tenderUpdate");
        var before = Read(failed);
        before["bids"]?["details"].ShouldBeNull();
        before["tender"]!["tenderers"].ShouldBeNull();
        Names(before).ShouldNotContain(n => n.Contains("恒筑", StringComparison.Ordinal) || n.Contains("远航", StringComparison.Ordinal));

        await ground.Opens(OpeningGround.Bidders[0]);
        await ground.Opens(OpeningGround.Bidders[1]);
        (await Releases(hall)).Count.ShouldBe(1); // decrypted, and still nothing new in the open data
        hall.Clock.Advance(TimeSpan.FromMinutes(31));
        await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on));
        await ground.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(ground.Number), on));
        await ground.Chair<BeginConfirmingHandler, ConfirmingBegun>((h, on) => h.Handle(new(ground.Number), on));
        await ground.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(ground.Number, "示例"), on));

        var releases = await Releases(hall);
        releases.Count.ShouldBe(2);
        releases[0].Body.ShouldBe(failed.Body); // written once
        releases.Select(r => r.Serial).ShouldBe([1, 2]);
        var opened = Read(releases[1]);
        opened["ocid"]!.GetValue<string>().ShouldBe($"{OpenDataSettings.DemonstrationPrefix}-{ground.Number}");
        opened["bids"]!["details"]!.AsArray().Select(b => b!["status"]!.GetValue<string>()).ShouldBe(["pending", "pending", "withdrawn"]);
        opened["bids"]!["details"]![0]!["value"]!["amount"]!.GetValue<decimal>().ShouldBe(1_234_567.00m);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tender_from_its_announcement_to_its_termination()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var number = await hall.AnnouncesTender();
        var deadline = (await hall.Tender(number)).BidDeadline.ShouldNotBeNull();
        var announced = Read((await Releases(hall)).ShouldHaveSingleItem());
        announced["tag"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["planning", "tender"]);
        announced["tender"]!["status"]!.GetValue<string>().ShouldBe("active");
        announced["tender"]!["lots"]!.AsArray().Count.ShouldBe(2);
        announced["tender"]!["tenderPeriod"]!["endDate"]!.GetValue<DateTime>().ToUniversalTime().ShouldBe(deadline);
        announced["tender"]!["documents"]!.AsArray().ShouldAllBe(d => d!["sha256"]!.GetValue<string>().Length == 64);
        announced["planning"]!.ToJsonString().ShouldNotContain("50000000"); // the investment is on no public page

        (await hall.Get<TerminateTenderHandler>().Handle(new(number, "示例原因"), await hall.Occasion(Tendering.Entity))).ShouldBeDone();
        var ended = Read((await Releases(hall))[1]);
        ended["tag"]!.AsArray().Select(t => t!.GetValue<string>()).ShouldBe(["tenderCancellation"]);
        ended["tender"]!["status"]!.GetValue<string>().ShouldBe("cancelled");
        ended["tender"]!["lots"]!.AsArray().ShouldAllBe(l => l!["status"]!.GetValue<string>() == "cancelled");
    }

    [Fact]
    public async Task The_feed_has_no_gap_under_parallel_commits_of_two_nodes()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var other = await hall.AnotherNode();
        var lots = new List<Lot>();
        for (var i = 0; i < 6; i++)
            lots.Add(await hall.HasTender());
        var begun = (await Releases(hall)).Count;
        // A reader that only ever asks for what is behind the last it has seen, while both nodes publish.
        using var done = new CancellationTokenSource();
        var reader = Task.Run(async () =>
        {
            var seen = new List<long>();
            for (var last = (long)begun; ; )
            {
                var ended = done.IsCancellationRequested;
                var more = await hall.Read(db =>
                    db.OcdsReleases.Where(r => r.Serial > last).OrderBy(r => r.Serial).Select(r => r.Serial).ToListAsync()
                );
                seen.AddRange(more);
                if (more.Count > 0)
                    last = more[^1];
                else if (ended)
                    return seen;
            }
        });
        await Task.WhenAll(
            lots.SelectMany(lot => Enumerable.Range(0, 8).Select(i => (lot, i)))
                .Select(async one =>
                {
                    var node = one.i % 2 == 0 ? hall : other;
                    await node.Get<HallWriter>()
                        .Write(async db =>
                        {
                            var tender = await db.Tenders.SingleAsync(t => t.Id == one.lot.TenderId);
                            var on = new Occasion(Actor.House, null, node.Now, Channel.Office, "test");
                            await NoticeBook.Publish(
                                db,
                                tender,
                                NoticeKind.Correction,
                                [
                                    new("corrects", ("更正的公告", "The notice corrected"), "示例"),
                                    new("wrong", ("原文", "As it was"), "甲"),
                                    new("right", ("更正为", "As it should be"), "乙"),
                                ],
                                on
                            );
                        });
                })
        );
        await done.CancelAsync();
        (await reader).ShouldBe(Enumerable.Range(begun + 1, 48).Select(i => (long)i));
    }

    [Fact]
    public async Task A_step_that_is_refused_leaves_neither_notice_nor_release_nor_a_gap()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var lot = await hall.HasTender();
        var before = await Releases(hall);
        var answer = await hall.Get<HallWriter>()
            .Write<NoticePublished>(
                new Occasion(Actor.House, null, hall.Now, Channel.Office, "test"),
                async db =>
                {
                    var tender = await db.Tenders.SingleAsync(t => t.Id == lot.TenderId);
                    await NoticeBook.Publish(
                        db,
                        tender,
                        NoticeKind.FailedTender,
                        [new("lots", ("流标的标段", "Lots"), "示例"), new("reason", ("原因", "Reason"), "示例")],
                        new Occasion(Actor.House, null, hall.Now, Channel.Office, "test")
                    );
                    return new TenderNotFound("示例");
                }
            );
        answer.Refusal().ShouldBeRefused<TenderNotFound>();
        (await Releases(hall)).Count.ShouldBe(before.Count);
    }

    private static JsonObject Read(OcdsRelease release) => JsonNode.Parse(release.Body)!.AsObject();

    private static IEnumerable<string> Names(JsonObject release) =>
        release["parties"]!.AsArray().Select(p => p!["name"]!.GetValue<string>());

    private static Task<List<OcdsRelease>> Releases(Hall hall) =>
        hall.Read(db => db.OcdsReleases.AsNoTracking().OrderBy(r => r.Serial).ToListAsync());
}

public sealed class The_open_data_on_the_embedded_database(EmbeddedHall hall) : The_open_data(hall), IClassFixture<EmbeddedHall>;

public sealed class The_open_data_on_PostgreSQL(PostgresHall hall) : The_open_data(hall), IClassFixture<PostgresHall>;
