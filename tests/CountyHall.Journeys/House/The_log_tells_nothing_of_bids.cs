using CountyHall.Journeys.Trading.Bids;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.House;

/// <summary>Bidding Law art. 22: whoever watches the public log learns nothing of who registers, pays or bids, not even that somebody does.</summary>
public abstract class The_log_tells_nothing_of_bids(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task It_is_as_long_at_every_minute_with_bids_as_without()
    {
        await using var quiet = await Journeys.Hall.Open(Hall.Engine);
        await using var busy = await Journeys.Hall.Open(Hall.Engine);
        await BidGround.Lay(quiet, TimeSpan.FromMinutes(30));
        var ground = await BidGround.Lay(busy, TimeSpan.FromMinutes(30));
        var lot = await busy.Read(db => db.Lots.AsNoTracking().SingleAsync(l => l.Number == BidGround.Lot));
        var deadline = ground.Deadline;
        var receipts = new List<BidSubmitted>();
        var sub = "";
        for (var minute = 1; minute <= 50; minute++)
        {
            foreach (var hall in new[] { quiet, busy })
                hall.Clock.Advance(TimeSpan.FromMinutes(1));
            await Happens(minute);
            foreach (var hall in new[] { quiet, busy })
            {
                await hall.Get<PublicLog>().EnterNew();
                await hall.Get<PublicLog>().EnterQuiet();
            }
            (await Public(busy)).ShouldBe(await Public(quiet), $"minute {minute}");
        }
        receipts.Count.ShouldBe(4);

        // Each of them has its proof all the same, and everything is as recorded.
        var facts = await busy.Read(db =>
            db.Facts.AsNoTracking().Where(f => f.Kind == "bid-submitted" || f.Kind == "bid-refused-late").ToListAsync()
        );
        facts.Count.ShouldBe(5);
        var journal = busy.Get<PublicLog>();
        foreach (var fact in facts)
        {
            var proof = (await busy.Read(db => PublicLog.ReceiptOf(db, fact))).ShouldNotBeNull();
            InclusionReceipt
                .Parse(proof.ToString())
                .ShouldBeDone()
                .Check(PublicLog.LeafHash(fact), journal.Origin, journal.Key)
                .ShouldBeDone();
        }
        (await busy.Examine()).ShouldBeEmpty();
        (await quiet.Examine()).ShouldBeEmpty();

        async Task Happens(int minute)
        {
            switch (minute)
            {
                case 2: // a third firm registers, and is reviewed
                    (await busy.Registers(lot, BidGround.Bidders[2].Account, BidGround.Bidders[2].Firm)).ShouldBeDone();
                    (
                        await busy.Get<ReadRegistrationsHandler>()
                            .Handle(new("registered", null), await busy.Occasion(TradingGround.Reviewer))
                    ).ShouldBeDone();
                    var id = await busy.Read(db => db.Registrations.OrderByDescending(r => r.Id).Select(r => r.Id).FirstAsync());
                    (
                        await busy.Get<AcceptRegistrationHandler>().Handle(new(id), await busy.Occasion(TradingGround.Reviewer))
                    ).ShouldBeDone();
                    break;
                case 3:
                    sub = (await busy.Get<OpenSubAccountHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0)), await ground.As(0)))
                        .ShouldBeDone()
                        .SubAccount;
                    break;
                case 9: // one pays the whole, and by mistake a second time
                    var paid = busy.Now.AddMinutes(-2);
                    var twice = new[] { "S1", "S2" }.Select(s => TradingGround.Pays(s, paid, lot.Security, sub, BidGround.Bidders[0].Firm));
                    (await busy.Imports(TradingGround.File(CountyTime.DayOf(paid), 0, 2 * lot.Security, [.. twice]))).ShouldBeDone();
                    break;
                case 12:
                    (
                        await busy.Get<AskQuestionHandler>()
                            .Handle(new(lot.Number[..20], await ground.FirmOf(1), "工期能否顺延？"), await ground.As(1))
                    ).ShouldBeDone();
                    break;
                case 29: // three hand in within the last minute, one of them twice, and one takes it back
                    for (var bidder = 0; bidder < 3; bidder++)
                    {
                        var (keys, _) = await ground.Keys(bidder);
                        receipts.Add((await ground.HandIn(bidder, await ground.Sealed(keys))).ShouldBeDone());
                        if (bidder == 1)
                            receipts.Add((await ground.HandIn(bidder, await ground.Sealed(keys))).ShouldBeDone());
                        if (bidder == 0)
                            (
                                await busy.Get<WithdrawBidHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0)), await ground.As(0))
                            ).ShouldBeDone();
                        if (bidder == 2)
                            late = await ground.Upload(bidder, await ground.Sealed(keys));
                    }
                    break;
                case 30: // and one more at the very deadline
                    busy.Now.ShouldBe(deadline);
                    (await ground.Submit(2, late)).Refusal().ShouldBeRefused<BidTooLate>();
                    break;
            }
        }
    }

    private long late;

    [Fact]
    public async Task More_than_fit_into_one_instant_wait_for_the_next_and_none_can_be_counted_by_its_place()
    {
        await using var hall = await Journeys.Hall.Open(
            Hall.Engine,
            change: services => services.AddSingleton(new LogPace(TimeSpan.FromMinutes(10), 8))
        );
        var ground = await BidGround.Lay(hall);
        await hall.Get<PublicLog>().EnterNew();
        await hall.Get<PublicLog>().EnterQuiet();
        var before = (await Public(hall))[^1].Size;
        for (var i = 0; i < 6; i++)
            await ground.Keys(0); // a certificate and, from the second on, the end of the one before: eleven facts
        (await hall.Get<PublicLog>().EnterNew()).ShouldBe(0);
        (await hall.Get<PublicLog>().EnterQuiet()).ShouldBeFalse("The instant has had its leaves.");
        await using var other = await hall.AnotherNode();
        (await other.Get<PublicLog>().EnterQuiet()).ShouldBeFalse("On whichever node.");
        var waiting = await Waiting();
        for (var turn = 1; turn <= 3; turn++)
        {
            hall.Clock.Advance(TimeSpan.FromMinutes(10));
            (await (turn % 2 == 0 ? hall : other).Get<PublicLog>().EnterQuiet()).ShouldBeTrue();
            (await Public(hall))[^1].Size.ShouldBe(before + 8 * turn);
            (await Waiting()).ShouldBe(Math.Max(0, waiting - 8 * turn));
        }
        (await hall.Examine()).ShouldBeEmpty();

        // What was taken out of the log by hand is found, and is not taken for an empty leaf.
        (
            await hall.ByHand(
                """DELETE FROM facts WHERE "Run" = (SELECT "Id" FROM log_runs WHERE "First" = (SELECT max("First") FROM log_runs))"""
            )
        ).ShouldBe(1);
        (await hall.Examine()).ShouldContain(f => f.Where == "facts");

        // Nor does one that is taken away while it waits hold the others up, and it is missed.
        await ground.Keys(0);
        (await hall.ByHand("""DELETE FROM facts WHERE "Run" = (SELECT min("Id") FROM log_runs WHERE "First" IS NULL)""")).ShouldBe(1);
        var left = await Waiting();
        hall.Clock.Advance(TimeSpan.FromMinutes(10));
        (await hall.Get<PublicLog>().EnterQuiet()).ShouldBeTrue();
        (await Waiting()).ShouldBe(1);
        left.ShouldBeGreaterThan(1);
        (await hall.Examine()).ShouldContain(f => f.Where.StartsWith("log_runs"));

        Task<int> Waiting() => hall.Read(db => db.Set<LogRun>().CountAsync(r => r.First == null));
    }

    /// <summary>What anybody may read of the log but the hashes themselves: how long it was and when, and how its tiles are filled.</summary>
    private static Task<List<(long Size, DateTime At, string Tiles)>> Public(Hall hall) =>
        hall.Read(async db =>
        {
            var tiles = (await db.Set<LogTileRow>().AsNoTracking().ToListAsync())
                .OrderBy(t => t.Level)
                .ThenBy(t => t.Index)
                .Select(t => $"{t.Level}/{t.Index}:{t.Hashes.Length}");
            var filled = string.Join(' ', tiles);
            var checkpoints = await db.Set<LogCheckpoint>().AsNoTracking().OrderBy(c => c.Number).ToListAsync();
            return checkpoints.Select(c => (c.Size, c.At, filled)).ToList();
        });
}

public sealed class The_log_tells_nothing_of_bids_on_the_embedded_database(EmbeddedHall hall)
    : The_log_tells_nothing_of_bids(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_log_tells_nothing_of_bids_on_PostgreSQL(PostgresHall hall)
    : The_log_tells_nothing_of_bids(hall),
        IClassFixture<PostgresHall>;
