using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.House;

/// <summary>Every fact gets into the log, whoever it concerns can show it, and no later checkpoint contradicts an earlier one.</summary>
public abstract class The_public_log(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Every_fact_gets_in_once_and_in_order()
    {
        await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        await Hall.Get<PublicLog>().EnterNew();
        var facts = await Hall.Read(db => db.Facts.AsNoTracking().ToListAsync());
        var places = await Hall.Read(db => PublicLog.PlacesOf(db, facts));
        facts.Select(fact => places[fact.Id]).Order().ShouldBe(Enumerable.Range(0, facts.Count).Select(i => (long)i));
        (await Hall.Get<PublicLog>().EnterNew()).ShouldBe(0);
        (await Hall.Read(db => PublicLog.Newest(db)))!.Size.ShouldBe(places.Count);
    }

    [Fact]
    public async Task A_fact_that_is_taken_away_while_it_waits_holds_no_other_up_and_is_missed()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await hall.Get<PublicLog>().EnterNew();
        var first = await Story.In(hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        (await hall.ByHand($"""DELETE FROM facts WHERE "Id" = {(await first.Facts())[^1].Id}""")).ShouldBe(1);
        var story = await Story.In(hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        // A node that did not commit it has only the database to ask; the one that did knows its leaf and enters it all the same.
        await using var other = await hall.AnotherNode();
        (await other.Get<PublicLog>().EnterNew()).ShouldBe((await story.Facts()).Count);
        (await other.Get<PublicLog>().EnterNew()).ShouldBe(0);
        (await other.Examine()).ShouldContain(f => f.Where.StartsWith("log_runs"));
    }

    [Fact]
    public async Task A_receipt_shows_without_the_hall_that_a_fact_is_in_the_log()
    {
        var story = await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
        await Hall.Get<PublicLog>().EnterNew();
        var journal = Hall.Get<PublicLog>();
        foreach (var fact in await story.Facts())
        {
            var receipt = (await Hall.Read(db => PublicLog.ReceiptOf(db, fact))).ShouldNotBeNull();
            // As its holder keeps it: a text file.
            var kept = InclusionReceipt.Parse(receipt.ToString()).ShouldBeDone();
            kept.Check(PublicLog.LeafHash(fact), journal.Origin, journal.Key).ShouldBeDone();
            var other = (await story.Facts()).First(f => f.Id != fact.Id);
            kept.Check(PublicLog.LeafHash(other), journal.Origin, journal.Key).Refusal().ShouldBeRefused<RecordNotInLog>();
        }
    }

    [Fact]
    public async Task Every_checkpoint_is_the_beginning_of_the_next()
    {
        for (var i = 0; i < 4; i++)
        {
            await Story.In(Hall).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
            await Hall.Get<PublicLog>().EnterNew();
        }
        await using var db = await Hall.Db();
        var notes = await db.Set<LogCheckpoint>().OrderBy(c => c.Number).Select(c => c.Note).ToListAsync();
        var said = notes.Select(Read).ToList();
        var tree = new TileTree(new Tiles(await db.Set<LogTileRow>().ToListAsync()), said[^1].Size);
        foreach (var (earlier, later) in said.Zip(said.Skip(1)))
        {
            var proof = await tree.ConsistencyProof(earlier.Size, later.Size);
            MerkleProof.IsConsistent(earlier.Size, earlier.Root, later.Size, later.Root, proof).ShouldBeTrue();
            MerkleProof.IsConsistent(earlier.Size, later.Root, later.Size, later.Root, proof).ShouldBeFalse();
        }

        Checkpoint Read(string text)
        {
            SignedNote.TryParse(text, out var note).ShouldBeTrue();
            note!.IsSignedBy(Hall.Get<PublicLog>().Key).ShouldBeTrue();
            Checkpoint.TryParse(note.Text, out var checkpoint).ShouldBeTrue();
            return checkpoint!;
        }
    }

    [Fact]
    public async Task Two_nodes_keep_one_log_while_both_receive()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await using var other = await hall.AnotherNode();
        await Task.WhenAll(Work(hall), Work(other), Keep(hall), Keep(other));
        (await hall.Examine()).ShouldBeEmpty();
        (await hall.Read(db => db.Set<LogRun>().CountAsync(r => r.First == null))).ShouldBe(0);

        static Task Work(Hall node) =>
            Task.Run(async () =>
            {
                for (var i = 0; i < 15; i++)
                    await Story.In(node).As("zhu.jingxing").Receives("restaurant-food-licence", then: AfterReceipt.Accept);
            });

        static Task Keep(Hall node) =>
            Task.Run(async () =>
            {
                for (var i = 0; i < 15; i++)
                    await node.Get<PublicLog>().EnterNew();
            });
    }

    private sealed class Tiles(List<LogTileRow> rows) : ITileStore
    {
        public ValueTask<LogTile?> Get(int level, long index, CancellationToken ct) =>
            ValueTask.FromResult(
                rows.FirstOrDefault(r => r.Level == level && r.Index == index) is { } row ? new LogTile(level, index, row.Hashes) : null
            );

        public ValueTask Put(LogTile tile, CancellationToken ct) => throw new NotSupportedException("Read only.");
    }
}

public sealed class The_public_log_on_the_embedded_database(EmbeddedHall hall) : The_public_log(hall), IClassFixture<EmbeddedHall>;

public sealed class The_public_log_on_PostgreSQL(PostgresHall hall) : The_public_log(hall), IClassFixture<PostgresHall>;
