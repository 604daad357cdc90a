using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>An opening from the sign-in to its record, and everything that can go wrong on the way.</summary>
public abstract class The_opening_of_bids(Hall hall) : On_either_database(hall)
{
    private static readonly string[] Three = [.. OpeningGround.Bidders.Take(3)];

    private async Task<OpeningGround> Ground(int bids = 3)
    {
        var ground = await OpeningGround.In(Hall);
        foreach (var (at, user) in OpeningGround.Bidders.Take(bids).Index())
            await ground.HandsIn(user, price: 100_000_000 + at);
        return ground;
    }

    [Fact]
    public async Task Three_bids_are_opened_read_out_and_recorded()
    {
        var ground = await OpeningGround.In(Hall);
        await ground.HandsIn(Three[0], price: 100_000_000);
        await ground.HandsIn(Three[1], price: 100_000_001, words: "人民币玖拾玖万元整");
        await ground.HandsIn(Three[2], price: 100_000_002);
        await ground.SignsIn();
        var turns = await Turn(ground);
        foreach (var user in Three)
        {
            var firm = await ground.Firm(user);
            await ground.Ask<SignInToOpeningHandler, BidderSignedIn>(user, (h, on) => h.Handle(new(ground.Number, firm), on));
        }
        (await Turn(ground)).ShouldBe(turns, "Before the deadline nothing that anybody watches may move.");
        ground.At(ground.Deadline);
        var published = await ground.Ask<PublishBiddersHandler, BiddersWerePublished>(
            OpeningGround.Agency,
            (h, on) => h.Handle(new(ground.Number), on)
        );
        published.Lots.Single().Bids.ShouldBe(3);
        await ground.Chair<BeginDecryptionHandler, DecryptionBegun>((h, on) => h.Handle(new(ground.Number), on));
        foreach (var user in Three)
            (await ground.Opens(user)).Opened.ShouldBeTrue();
        // All are open, so nobody has to wait for the end of the time.
        (await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on))).Opened.ShouldBe(3);
        await ground.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(ground.Number), on));
        var second = (await ground.Listed(Three[1])).Stage.ShouldBeOfType<Decrypted>().Bid;
        (second.ReadPrice, second.Differs).ShouldBe((99_000_000, true));

        var objector = await ground.Firm(Three[0]);
        var objection = await ground.Ask<ObjectAtOpeningHandler, OpeningObjected>(
            Three[0],
            (h, on) => h.Handle(new(ground.Number, objector, "二号的大写与数字不同"), on)
        );
        await ground.Chair<BeginConfirmingHandler, ConfirmingBegun>((h, on) => h.Handle(new(ground.Number), on));
        foreach (var user in Three)
        {
            var firm = await ground.Firm(user);
            await ground.Ask<ConfirmRecordHandler, RecordConfirmed>(user, (h, on) => h.Handle(new(ground.Number, firm), on));
        }
        (
            await ground.Refused<EndOpeningHandler, OpeningWasEnded>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number, null), on)
            )
        ).ShouldBeOfType<ObjectionUnanswered>();
        await ground.Chair<AnswerOpeningObjectionHandler, OpeningObjectionAnswered>(
            (h, on) => h.Handle(new(ground.Number, objection.Objection, "以大写为准"), on)
        );
        await ground.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(ground.Number, null), on));

        (await ground.Lot()).Stage.ShouldBeOfType<Opened>();
        var tender = await Hall.Read(db => db.Tenders.AsNoTracking().SingleAsync(t => t.Number == ground.Number));
        tender.Stage.ShouldBeOfType<OpeningEnded>();
        tender.IsSecret(Hall.Now).ShouldBeFalse();
        var record = await Hall.Read(db => db.Notices.AsNoTracking().SingleAsync(n => n.TenderId == tender.Id));
        record.Kind.ShouldBe(NoticeKind.OpeningRecord);
        var text = string.Join('\n', record.Sections.Select(s => s.Text));
        text.ShouldContain("玖拾玖万元整（数字为 1,000,000.01 元，与大写不一致，以大写为准）");
        text.ShouldContain("答复：以大写为准");
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_bids_are_not_opened()
    {
        var ground = await Ground(bids: 2);
        await ground.SignsIn();
        ground.At(ground.Deadline);
        await ground.Chair<PublishBiddersHandler, BiddersWerePublished>((h, on) => h.Handle(new(ground.Number), on));
        (await ground.Session()).Stage.ShouldBeOfType<NothingOpened>();
        (await ground.Lot()).Stage.ShouldBeOfType<Failed>().Bids.ShouldBe(2);
        var session = (await ground.Session()).Id;
        (await Hall.Read(db => db.OpeningBids.CountAsync(b => b.SessionId == session))).ShouldBe(0);
        var notice = await Hall.Read(db => db.Notices.AsNoTracking().SingleAsync(n => n.Number.StartsWith(ground.Number)));
        notice.Kind.ShouldBe(NoticeKind.FailedTender);
        notice.Sections.ShouldContain(s => s.Text.Contains("第四十四条第二款"));
        (
            await ground.Refused<BeginDecryptionHandler, DecryptionBegun>(OpeningGround.Agency, (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<WrongOpeningStage>();
    }

    [Fact]
    public async Task Of_two_lots_the_one_with_three_bids_is_opened_and_the_other_fails()
    {
        var ground = await OpeningGround.In(Hall, lots: 2);
        foreach (var user in Three)
            await ground.HandsIn(user);
        await ground.HandsIn(Three[0], lot: 1);
        await ground.Decrypts();
        (await ground.Lot(0)).Stage.ShouldBeOfType<BeingOpened>();
        (await ground.Lot(1)).Stage.ShouldBeOfType<Failed>();
        foreach (var user in Three)
            await ground.Opens(user);
        await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on));
        (await ground.Session()).Stage.ShouldBeOfType<ParametersSettled>().Drawn.ShouldBeNull();
    }

    [Fact]
    public async Task One_millisecond_before_the_deadline_nobody_opens_anything()
    {
        var ground = await Ground();
        await ground.SignsIn();
        ground.At(ground.Deadline.AddMilliseconds(-1));
        foreach (var user in new[] { OpeningGround.Agency, OpeningGround.Entity })
            (
                await ground.Refused<PublishBiddersHandler, BiddersWerePublished>(user, (h, on) => h.Handle(new(ground.Number), on))
            ).ShouldBeOfType<NotBeforeTheDeadline>();
        foreach (var user in Three)
            (
                await ground.Refused<DecryptBidHandler, DecryptionTried>(
                    user,
                    (h, on) => h.Handle(new(ground.Number, 1, ground.KeyOf(user)), on)
                )
            ).ShouldBeOfType<NotBeforeTheDeadline>();
        (
            await ground.Refused<GiveShareHandler, ShareGiven>(
                OpeningGround.Custodians[0],
                (h, on) => h.Handle(new(ground.Number, 1, ""), on)
            )
        ).ShouldBeOfType<NotBeforeTheDeadline>();
        ground.At(ground.Deadline);
        await ground.Chair<PublishBiddersHandler, BiddersWerePublished>((h, on) => h.Handle(new(ground.Number), on));
    }

    [Fact]
    public async Task Who_loses_the_key_is_out_and_the_others_go_on()
    {
        var ground = await Ground();
        await ground.Decrypts();
        await ground.Opens(Three[0]);
        await ground.Opens(Three[1]);
        var wrong = await ground.Opens(Three[2], key: Convert.ToBase64String(new byte[32]));
        (wrong.Opened, wrong.Evidence.BytesAsReceived).ShouldBe((false, true));
        var late = (await ground.Session()).Stage.ShouldBeOfType<Decrypting>().Until;

        ground.At(late.AddMilliseconds(-1));
        (
            await ground.Refused<CloseDecryptionHandler, DecryptionClosed>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number), on)
            )
        ).ShouldBeOfType<StillTimeToDecrypt>();
        // The chair alone cannot make it the system's fault.
        var lost = (await ground.Listed(Three[2])).Id;
        (
            await ground.Refused<RecordSystemFaultHandler, SystemFaultRecorded>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number, lost, "投标人说系统有问题"), on)
            )
        ).ShouldBeOfType<IncidentNotProved>();
        ground.At(late);
        (
            await ground.Refused<DecryptBidHandler, DecryptionTried>(
                Three[2],
                (h, on) => h.Handle(new(ground.Number, lost, ground.KeyOf(Three[2])), on)
            )
        ).ShouldBeOfType<DecryptionTimeOver>();
        var closed = await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on));
        (closed.Opened, closed.Revoked.Count).ShouldBe((2, 1));
        (await ground.Listed(Three[2])).Stage.ShouldBeOfType<DeemedRevoked>().Attempts.ShouldBe(1);
        var bid = (await ground.Listed(Three[2])).BidId;
        (await Hall.Read(db => db.Bids.AsNoTracking().SingleAsync(b => b.Id == bid))).Stage.ShouldBeOfType<BidRevoked>();
        (await ground.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(ground.Number), on))).Bids.ShouldBe(2);
    }

    [Fact]
    public async Task Damaged_bytes_are_not_the_bidders_fault_and_two_custodians_recover_the_bid()
    {
        var ground = await Ground();
        var restore = await ground.Damage(Three[1]);
        await ground.Decrypts();
        await ground.Opens(Three[0]);
        await ground.Opens(Three[2]);
        (await ground.Opens(Three[1])).Evidence.BytesAsReceived.ShouldBeFalse();
        var until = (await ground.Session()).Stage.ShouldBeOfType<Decrypting>().Until;
        ground.At(until);
        (
            await ground.Refused<CloseDecryptionHandler, DecryptionClosed>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number), on)
            )
        ).ShouldBeOfType<FaultNotDecided>();

        var bid = (await ground.Listed(Three[1])).Id;
        var (first, second) = (OpeningGround.Custodians[0], OpeningGround.Custodians[2]);
        restore();
        var (one, two) = (await ground.ShareOf(first, bid), await ground.ShareOf(second, bid));
        restore();
        (
            await ground.Refused<GiveShareHandler, ShareGiven>(first, (h, on) => h.Handle(new(ground.Number, bid, one), on))
        ).ShouldBeOfType<WrongOpeningBidStage>("Nobody gives a share before the fault is recorded and confirmed.");
        await ground.Chair<RecordSystemFaultHandler, SystemFaultRecorded>((h, on) => h.Handle(new(ground.Number, bid, "存储损坏"), on));
        (
            await ground.Refused<GiveShareHandler, ShareGiven>(first, (h, on) => h.Handle(new(ground.Number, bid, one), on))
        ).ShouldBeOfType<WrongOpeningBidStage>();
        await ground.Ask<ReviewSystemFaultHandler, SystemFaultReviewed>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Number, bid, true, "现场核对散列值不一致"), on)
        );
        await ground.Ask<GiveShareHandler, ShareGiven>(first, (h, on) => h.Handle(new(ground.Number, bid, one), on));
        (await ground.Listed(Three[1])).Stage.ShouldBeOfType<FaultConfirmed>("One custodian opens nothing.");
        (
            await ground.Refused<GiveShareHandler, ShareGiven>(second, (h, on) => h.Handle(new(ground.Number, bid, two), on))
        ).ShouldBeOfType<BytesStillDamaged>();
        restore(); // from the backup
        await ground.Ask<GiveShareHandler, ShareGiven>(second, (h, on) => h.Handle(new(ground.Number, bid, two), on));
        (await ground.Listed(Three[1])).Stage.ShouldBeOfType<Decrypted>().Recovered.ShouldBeTrue();
        (await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on))).Opened.ShouldBe(3);
    }

    [Fact]
    public async Task What_cannot_be_recovered_is_deemed_withdrawn_and_not_revoked()
    {
        var ground = await Ground(4);
        await ground.Damage(Three[1]);
        await ground.Decrypts();
        var bid = (await ground.Listed(Three[1])).Id;
        await ground.Chair<RecordSystemFaultHandler, SystemFaultRecorded>(
            (h, on) => h.Handle(new(ground.Number, bid, "存储损坏，备份也损坏"), on)
        );
        await ground.Ask<ReviewSystemFaultHandler, SystemFaultReviewed>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Number, bid, true, "属实"), on)
        );
        await ground.Chair<WithdrawUnopenedHandler, BidDeemedWithdrawn>((h, on) => h.Handle(new(ground.Number, bid, "无法恢复"), on));
        (await ground.Listed(Three[1])).Stage.ShouldBeOfType<DeemedWithdrawn>();
        foreach (var user in OpeningGround.Bidders.Where(u => u != Three[1]))
            await ground.Opens(user);
        (await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on))).Opened.ShouldBe(3);
    }

    [Fact]
    public async Task Decryption_is_prolonged_only_for_an_incident_that_somebody_else_noted()
    {
        var ground = await Ground();
        await ground.Decrypts();
        var until = (await ground.Session()).Stage.ShouldBeOfType<Decrypting>().Until;
        (
            await ground.Refused<ExtendDecryptionHandler, DecryptionWasExtended>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number, 10, "网络中断"), on)
            )
        ).ShouldBeOfType<IncidentNotProved>();
        await ground.Ask<NoteAsSupervisorHandler, SupervisorNoted>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Number, OpeningNoteKind.Incident, "现场网络中断五分钟"), on)
        );
        var longer = await ground.Chair<ExtendDecryptionHandler, DecryptionWasExtended>(
            (h, on) => h.Handle(new(ground.Number, 10, "网络中断"), on)
        );
        longer.Until.ShouldBe(until.AddMinutes(10));
        ground.At(longer.Until.AddMilliseconds(-1));
        (await ground.Opens(Three[0])).Opened.ShouldBeTrue();
        ground.At(longer.Until);
        var second = (await ground.Listed(Three[1])).Id;
        (
            await ground.Refused<DecryptBidHandler, DecryptionTried>(
                Three[1],
                (h, on) => h.Handle(new(ground.Number, second, ground.KeyOf(Three[1])), on)
            )
        ).ShouldBeOfType<DecryptionTimeOver>();
    }

    [Fact]
    public async Task Parameters_are_drawn_from_shares_that_were_committed_to_before()
    {
        var ground = await Ground();
        var plan = new OpeningPlan(
            30,
            new DrawPlan("下浮率", ["3.0%", "3.5%", "4.0%", "4.5%", "5.0%"]),
            BeginReadingHandler.SealOf(98_000_000, "示例口令")
        );
        await ground.SignsIn(plan);
        const string Entity = "93190000000000000000001./";
        const string Watch = "22222222222222222222.33333333333333333333./";
        await ground.Ask<CommitDrawShareHandler, DrawShareCommitted>(
            OpeningGround.Entity,
            (h, on) => h.Handle(new(ground.Number, DrawSource.Entity, 0, PublicDraw.CommitmentTo(Entity)), on)
        );
        ground.At(ground.Deadline);
        await ground.Chair<PublishBiddersHandler, BiddersWerePublished>((h, on) => h.Handle(new(ground.Number), on));
        await ground.Chair<BeginDecryptionHandler, DecryptionBegun>((h, on) => h.Handle(new(ground.Number), on));
        foreach (var user in Three)
            await ground.Opens(user);
        (
            await ground.Refused<CloseDecryptionHandler, DecryptionClosed>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number), on)
            )
        ).ShouldBeOfType<DrawNeedsTwoSources>();
        await ground.Ask<CommitDrawShareHandler, DrawShareCommitted>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Number, DrawSource.Supervisor, 0, PublicDraw.CommitmentTo(Watch)), on)
        );
        await ground.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(ground.Number), on));
        (
            await ground.Refused<BeginReadingHandler, ReadingBegun>(OpeningGround.Agency, (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<ParametersNotDrawn>();
        (
            await ground.Refused<RevealDrawShareHandler, DrawShareRevealed>(
                OpeningGround.Entity,
                (h, on) => h.Handle(new(ground.Number, DrawSource.Entity, 0, "93190000000000000000002./"), on)
            )
        ).ShouldBeOfType<ShareNotAsCommitted>();
        await ground.Ask<RevealDrawShareHandler, DrawShareRevealed>(
            OpeningGround.Entity,
            (h, on) => h.Handle(new(ground.Number, DrawSource.Entity, 0, Entity), on)
        );
        await ground.Ask<RevealDrawShareHandler, DrawShareRevealed>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Number, DrawSource.Supervisor, 0, Watch), on)
        );
        var drawn = (await ground.Session()).Stage.ShouldBeOfType<ParametersSettled>().Drawn.ShouldNotBeNull();
        drawn.Place.ShouldBe(PublicDraw.Draw(Entity + Watch, 5, 1)[0]);
        drawn.Value.ShouldBe(plan.Draw!.Values[drawn.Place - 1]);

        (
            await ground.Refused<BeginReadingHandler, ReadingBegun>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Number, 98_000_001, "示例口令"), on)
            )
        ).ShouldBeOfType<BasePriceWrong>();
        (
            await ground.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(ground.Number, 98_000_000, "示例口令"), on))
        ).BasePrice.ShouldBe(98_000_000);
    }

    [Fact]
    public async Task The_same_step_again_gives_the_first_answer_and_happens_once()
    {
        var ground = await Ground();
        await ground.Decrypts();
        var bid = (await ground.Listed(Three[0])).Id;
        var ask = new DecryptBid(ground.Number, bid, ground.KeyOf(Three[0]));
        var first = await ground.Ask<DecryptBidHandler, DecryptionTried>(Three[0], (h, on) => h.Handle(ask, on), key: "one-press");
        var after = await Hall.Everything();
        (await ground.Ask<DecryptBidHandler, DecryptionTried>(Three[0], (h, on) => h.Handle(ask, on), key: "one-press")).ShouldBe(first);
        (await Hall.Everything()).ShouldBe(after);
    }

    private Task<long> Turn(OpeningGround ground) =>
        Hall.Read(async db =>
        {
            var session = await db.OpeningSessions.Where(s => s.Number == ground.Number).Select(s => s.Id).SingleAsync();
            return (await OpeningTurns.Of(db, [session])).GetValueOrDefault(session);
        });
}

public sealed class The_opening_of_bids_on_the_embedded_database(EmbeddedHall hall)
    : The_opening_of_bids(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_opening_of_bids_on_PostgreSQL(PostgresHall hall) : The_opening_of_bids(hall), IClassFixture<PostgresHall>;
