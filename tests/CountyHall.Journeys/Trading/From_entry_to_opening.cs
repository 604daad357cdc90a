using CountyHall.Journeys.Figures;
using CountyHall.Journeys.Trading.Bids;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.TradingGround;

namespace CountyHall.Journeys.Trading;

/// <summary>One tender through every desk of the floor, from its entry to the record of its opening.</summary>
public abstract class From_entry_to_opening(Hall hall) : On_either_database(hall)
{
    private const string Tongji = "嘉善示例同济市政工程有限公司";
    private const string Jincheng = "浙江示例锦程路桥有限公司";

    private static readonly (string User, string Firm)[] Bidders =
    [
        ("liang.jianbo", Hengzhu),
        ("fang.shiyuan", Yuanhang),
        ("guo.anran", Tongji),
        ("xie.boyan", Jincheng),
    ];

    [Fact]
    public async Task Three_of_four_are_in_time_one_of_them_loses_the_key_and_the_other_lot_fails()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        await BidGround.HaveKeys(hall);
        var number = await hall.AnnouncesTender();
        var deadline = (await hall.Tender(number)).BidDeadline.ShouldNotBeNull();
        hall.Clock.SetUtcNow(Later(hall.Now, deadline.AddDays(-19)));
        var lots = await hall.LotsOf(number);
        var lot = lots[0];

        // Registered, reviewed, and three of them paid.
        var subs = new List<string>();
        foreach (var (user, firm) in Bidders)
            subs.Add(await hall.TakesPart(lot, user, firm));
        foreach (var id in await hall.Read(db => db.Registrations.Select(r => r.Id).ToListAsync()))
            (await hall.Get<AcceptRegistrationHandler>().Handle(new(id), await hall.Occasion(Reviewer))).ShouldBeDone();
        var paid = hall.Now.AddMinutes(1);
        hall.Clock.Advance(TimeSpan.FromHours(1));
        string[] lines = [.. Bidders.Take(3).Select((b, i) => Pays($"S{i + 1}", paid, lot.Security, subs[i], b.Firm))];
        (await hall.Imports(File(CountyTime.DayOf(paid), 0, 3 * lot.Security, lines))).ShouldBeDone().Waiting.ShouldBe(0);

        // The law keeps it secret how many take part, and so do the figures.
        await Reads(("registration.reviewed", 0), ("deposit.movements", 0), ("supervision.filings", 1), ("info.projects_published", 2));

        // Sealed and handed in; the fourth asks at the very deadline.
        var keys = new List<byte[]>();
        var uploads = new List<long>();
        foreach (var (at, (user, firm)) in Bidders.Index())
        {
            var (upload, key) = await Seals(hall, lot, user, firm, 11_000_000_00 + at);
            keys.Add(key);
            uploads.Add(upload);
        }
        foreach (var (at, (user, _)) in Bidders.Take(3).Index())
            (await hall.Get<SubmitBidHandler>().Handle(new(uploads[at]), await hall.Occasion(user))).ShouldBeDone();

        // A room, the sign-in, and not a millisecond too early.
        var booked = (
            await hall.Get<BookRoomHandler>()
                .Handle(
                    new(number, "K1", deadline.AddMinutes(-15), deadline.AddHours(2), VenuePurpose.Opening),
                    await hall.Occasion(Tendering.Agency)
                )
        ).ShouldBeDone();
        (await hall.Get<ConfirmBookingHandler>().Handle(new(booked.Session), await hall.Occasion(OpeningGround.Venue))).ShouldBeDone();
        await Chair<ScheduleOpeningHandler, OpeningScheduled>(hall, (h, on) => h.Handle(new(number, new OpeningPlan(30)), on));
        hall.Clock.SetUtcNow(deadline.AddMinutes(-10));
        await Chair<BeginSignInHandler, SignInBegun>(hall, (h, on) => h.Handle(new(number), on));
        hall.Clock.SetUtcNow(deadline.AddMilliseconds(-1));
        (await hall.Get<PublishBiddersHandler>().Handle(new(number), await hall.Occasion(Tendering.Agency)))
            .Refusal()
            .ShouldBeRefused<NotBeforeTheDeadline>();
        hall.Clock.SetUtcNow(deadline);
        (await hall.Get<SubmitBidHandler>().Handle(new(uploads[3]), await hall.Occasion(Bidders[3].User)))
            .Refusal()
            .ShouldBeRefused<BidTooLate>();

        var published = await Chair<PublishBiddersHandler, BiddersWerePublished>(hall, (h, on) => h.Handle(new(number), on));
        published.Lots.Select(l => l.Bids).ShouldBe([3, 0]);
        await Chair<BeginDecryptionHandler, DecryptionBegun>(hall, (h, on) => h.Handle(new(number), on));
        foreach (var at in (int[])[0, 1])
        {
            var listed = await Listed(hall, Bidders[at].Firm);
            listed.SecurityZh.ShouldStartWith("已到账");
            (
                await hall.Get<DecryptBidHandler>()
                    .Handle(new(number, listed.Id, Convert.ToBase64String(keys[at])), await hall.Occasion(Bidders[at].User))
            )
                .ShouldBeDone()
                .Opened.ShouldBeTrue();
        }
        hall.Clock.Advance(TimeSpan.FromMinutes(31));
        await Chair<CloseDecryptionHandler, DecryptionClosed>(hall, (h, on) => h.Handle(new(number), on));
        await Chair<BeginReadingHandler, ReadingBegun>(hall, (h, on) => h.Handle(new(number), on));
        await Chair<BeginConfirmingHandler, ConfirmingBegun>(hall, (h, on) => h.Handle(new(number), on));
        await Chair<EndOpeningHandler, OpeningWasEnded>(hall, (h, on) => h.Handle(new(number, "投标人不在现场（示例）"), on));

        (await hall.LotsOf(number)).Select(l => l.Stage.GetType()).ShouldBe([typeof(Opened), typeof(Failed)]);
        (await Listed(hall, Tongji)).Stage.ShouldBeOfType<DeemedRevoked>();
        (await hall.NoticesOf(number))
            .Select(n => n.Kind)
            .ShouldBe([NoticeKind.TenderAnnouncement, NoticeKind.FailedTender, NoticeKind.OpeningRecord]);
        await Reads(("registration.reviewed", 4), ("deposit.movements", 3), ("trading.failed", 1), ("trading.sessions.total", 0));
        await At<BeginVenueSessionHandler, VenueSessionBegun>((h, on) => h.Handle(new(booked.Session), on));
        await At<NoteInVenueHandler, VenueNoted>((h, on) => h.Handle(new(booked.Session, VenueNoteKind.Service, "设备检查正常"), on));
        await At<CloseVenueSessionHandler, VenueSessionClosed>((h, on) => h.Handle(new(booked.Session), on));
        await Reads(("trading.sessions.total", 1), ("sessions.served", 1), ("info.projects_published", 2));
        (await hall.Get<TenderAgainHandler>().Handle(new(number), await hall.Occasion(Tendering.Agency))).ShouldBeDone();
        (await hall.Examine()).ShouldBeEmpty();

        async Task At<THandler, T>(Func<THandler, Occasion, Task<Result<T>>> ask)
            where THandler : notnull
            where T : notnull => (await ask(hall.Get<THandler>(), await hall.Occasion(OpeningGround.Venue))).ShouldBeDone();

        async Task Reads(params (string Id, long Value)[] expected)
        {
            var readings = await Years.Read(hall, year: CountyTime.DayOf(hall.Now).Year);
            foreach (var (id, value) in expected)
                readings[id].Quantity.ShouldNotBeNull().Numerator.ShouldBe(value, id);
        }
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;

    /// <summary>Seals on the bidder's own device and uploads; answers the upload and the content key, which the house never had.</summary>
    private static async Task<(long Upload, byte[] Key)> Seals(Hall hall, Lot lot, string user, string firm, long price)
    {
        var party = await hall.Firm(firm);
        var keys = BidKeys.Generate();
        (await hall.Get<RegisterCertificateHandler>().Handle(new(party.Id, PublicKeys.Of(keys)), await hall.Occasion(user))).ShouldBeDone();
        var terms = await BidGround.Terms(hall, lot.Number);
        using var envelope = new MemoryStream();
        var key = await EnvelopeSealer.Seal(
            terms,
            party.Uscc,
            new OpeningSheet(price, ChineseAmount.Of(price), 280, "合格", "示例负责人", "无"),
            [new("报价文件.pdf", "price", () => new MemoryStream(new byte[3_000]))],
            keys,
            [keys.EncryptionPublic],
            envelope
        );
        var bytes = envelope.ToArray();
        var begun = (
            await hall.Get<BeginUploadHandler>().Handle(new(lot.Number, party.Id, bytes.Length), await hall.Occasion(user))
        ).ShouldBeDone();
        (await hall.Get<ContinueUploadHandler>().Handle(new(begun.Upload, 0, new MemoryStream(bytes)), await hall.Occasion(user)))
            .ShouldBeDone()
            .Offset.ShouldBe(bytes.Length);
        return (begun.Upload, key);
    }

    private static async Task<T> Chair<THandler, T>(Hall hall, Func<THandler, Kernel.Journal.Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(hall.Get<THandler>(), await hall.Occasion(Tendering.Agency))).ShouldBeDone();

    private static async Task<OpeningBid> Listed(Hall hall, string firm) =>
        await hall.Read(db => db.OpeningBids.AsNoTracking().SingleAsync(b => b.BidderName == firm));
}

public sealed class From_entry_to_opening_on_the_embedded_database(EmbeddedHall hall)
    : From_entry_to_opening(hall),
        IClassFixture<EmbeddedHall>;

public sealed class From_entry_to_opening_on_PostgreSQL(PostgresHall hall) : From_entry_to_opening(hall), IClassFixture<PostgresHall>;
