using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.RedFlags.OwnLots;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>The indicators over the house's own lots: computed after the notices, never by a page; read with their numbers; judged by a person.</summary>
public abstract class Red_flags_of_our_own_lots(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task A_flag_is_computed_with_its_numbers_and_judged_by_a_person()
    {
        var ground = await FlagsGround.In(Hall);
        (await ground.Flags()).ShouldBeNull("Nothing is computed in the transaction of a notice.");
        (await Refused(ground, "R035", "3.0")).ShouldBeOfType<NotFlaggedYet>();
        await FlagsGround.Computes(Hall);

        var flags = (await ground.Flags()).ShouldNotBeNull();
        (flags.Division, flags.Office, flags.IsFlagged).ShouldBe(("330421", "zjj", true));
        var flag = flags.Content.Raised.Single(f => f.Code == "R035");
        (flag.Subject, flag.Value, flag.Key).ShouldBe((FlagSubject.Lot, 3.0, "R035"));
        var seen = flags.Content.Seen;
        (seen.Award, seen.Tenderers).ShouldBe((SeenAward.Active, 4));
        seen.Bids.Select(b => (b.State, b.Price))
            .ShouldBe(
                Enumerable
                    .Range(0, 4)
                    .Select(i => (i == 0 ? SeenBidState.Valid : SeenBidState.Disqualified, (long?)AwardGround.PriceOf(i))),
                ignoreOrder: true
            );
        seen.Bids.Single(b => b.Party == seen.Winner).State.ShouldBe(SeenBidState.Valid);
        flags.Content.Raised.ShouldNotContain(f => f.Code == "R036", "The lowest bid has won.");
        var run = (await Hall.Read(db => FlagRun.Newest(db, "330421"))).ShouldNotBeNull();
        (run.Lots >= 1, run.Flagged >= 1).ShouldBe((true, true));
        run.Peers.Count.ShouldBe(7);
        run.Peers.Where(p => p.Count < FlagOwnLots.LeastPeers).ShouldAllBe(p => p.Limit == null);
        flags.Content.Raised.ShouldAllBe(f => f.Subject == FlagSubject.Lot, "Of so few peers quartiles say nothing.");

        // A person judges what stands there, with a reason; another look is another verdict, and both are kept.
        (await Refused(ground, "R035", "2.0")).ShouldBeOfType<FlagNotThere>();
        (await Refused(ground, "R036", "1.0")).ShouldBeOfType<FlagNotThere>();
        (await Refused(ground, "R035", "3.0", " ")).ShouldBeOfType<TextMissing>();
        await ground.Judges(confirmed: true);
        await ground.Judges(confirmed: false);
        var verdicts = (await Hall.Read(db => FlagVerdict.Of(db, [ground.Award.LotId])))[ground.Award.LotId].ToList();
        verdicts
            .Select(v => (v.Flag, v.Value, v.IsConfirmed, v.Reason))
            .ShouldBe([("R035", 3.0, true, FlagsGround.Reason), ("R035", 3.0, false, FlagsGround.Reason)]);

        // Computed again nothing is written twice; one who has seen the notice already does not begin anew.
        var runs = await Hall.Read(db => db.FlagRuns.CountAsync());
        await Hall.Get<FlagOwnLots>().Do(new("330421", run.RunAt.AddMinutes(-2)), CancellationToken.None);
        (await Hall.Read(db => db.FlagRuns.CountAsync())).ShouldBe(runs);
        Hall.Clock.Advance(TimeSpan.FromHours(1));
        await Hall.Get<FlagOwnLots>().Do(new("330421", Hall.Now), CancellationToken.None);
        (await Hall.Read(db => db.FlagRuns.CountAsync())).ShouldBe(runs + 1);
        (await ground.Flags())!.ChangedAt.ShouldBe(flags.ChangedAt);

        // Another county has lots of its own, and none of ours.
        await Hall.Get<FlagOwnLots>().Do(new("330424", Hall.Now), CancellationToken.None);
        (await Hall.Read(db => FlagRun.Newest(db, "330424")))!.Lots.ShouldBe(0);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_looked_at_before_the_opening_has_ended()
    {
        var ground = await LikenessGround.In(Hall, ends: false);
        var lot = ground.Opening.Lots[0].Id;
        (await ground.Opening.Lot()).Stage.ShouldBeOfType<BeingOpened>();
        await Hall.Get<FlagOwnLots>().Do(new("330421", Hall.Now), CancellationToken.None);
        (await Hall.Read(db => db.FlaggedLots.AnyAsync(l => l.Id == lot))).ShouldBeFalse();
        await ground.Opening.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(ground.Opening.Number, "示例"), on));
        await FlagsGround.Computes(Hall);
        var seen = (await Hall.Read(db => db.FlaggedLots.AsNoTracking().SingleAsync(l => l.Id == lot))).Content.Seen;
        seen.Bids.ShouldAllBe(b => b.State == SeenBidState.Pending, "Before the report nobody knows which bids are valid.");
        (seen.Award, seen.Winner).ShouldBe((SeenAward.None, null));
    }

    private static Task<Refusal> Refused(FlagsGround ground, string flag, string value, string reason = "示例") =>
        ground.Award.Opening.Refused<JudgeFlagHandler, FlagWasJudged>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Lot, flag, value, true, reason), on)
        );
}

public sealed class Red_flags_of_our_own_lots_on_the_embedded_database(EmbeddedHall hall)
    : Red_flags_of_our_own_lots(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Red_flags_of_our_own_lots_on_PostgreSQL(PostgresHall hall)
    : Red_flags_of_our_own_lots(hall),
        IClassFixture<PostgresHall>;
