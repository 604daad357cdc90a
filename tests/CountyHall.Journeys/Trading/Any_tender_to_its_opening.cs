using CountyHall.Journeys.Trading.Bids;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.TradingGround;

namespace CountyHall.Journeys.Trading;

/// <summary>Generated tenders through the use cases themselves: five firms that pay or do not, come in time or late, and keep or lose their keys.</summary>
/// <remarks>The same by their stages alone, thousands of times: <c>Any_tender</c>.</remarks>
public abstract class Any_tender_to_its_opening(Hall hall) : On_either_database(hall)
{
    private const int Tenders = 5;
    private const long Asked = 600_000_00;

    private static readonly (string User, string Firm)[] Firms =
    [
        ("liang.jianbo", Hengzhu),
        ("fang.shiyuan", Yuanhang),
        ("guo.anran", "嘉善示例同济市政工程有限公司"),
        ("xie.boyan", "浙江示例锦程路桥有限公司"),
        ("deng.zhiyuan", "杭州示例宏图建筑有限公司"),
    ];

    private readonly List<string> lines = [];
    private Hall house = null!;
    private IReadOnlyList<BidKeys> custodians = [];
    private Random random = new(0);
    private long bank;
    private int serial;
    private int late;

    [Fact]
    [Trait("Rule", "TR-3.23"), Trait("Rule", "TR-3.24"), Trait("Rule", "TR-12.6")]
    public async Task Nothing_late_is_taken_every_bid_is_opened_or_explained_the_money_adds_up_and_the_log_is_one()
    {
        // The same tenders at every run; another seed makes others.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("COUNTYHALL_SEED"), out var asked) ? asked : 20261128;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        random = new Random(seed);
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        house = hall;
        custodians = await BidGround.HaveKeys(hall);
        hall.Clock.Advance(TimeSpan.FromDays(25)); // the custodians were there before the first announcement
        for (var i = 0; i < Tenders; i++)
        {
            try
            {
                await One();
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                throw new ShouldAssertException($"seed {seed}, tender {i + 1}: {wrong.Message}", wrong);
            }
        }
        (await hall.Examine()).ShouldBeEmpty($"seed {seed}");
    }

    private async Task One()
    {
        var lot = await house.HasTender(daysAhead: 3);
        var (number, deadline) = await house.Read(async db =>
        {
            var tender = await db.Tenders.AsNoTracking().SingleAsync(t => t.Id == lot.TenderId);
            return (tender.Number, tender.BidDeadline!.Value);
        });
        var bidders = new List<Bidder>();
        foreach (var (user, firm) in Firms)
        {
            if (random.Next(6) > 0)
                bidders.Add(await TakesPart(lot, user, firm));
        }
        await Pay(deadline);
        await Prepare(number, deadline);

        // Everything that anybody does in the last hour, by its time.
        var last = new List<(long At, Func<Task> Do)>();
        foreach (var bidder in bidders)
        {
            var times = random.Next(0, 4);
            for (var i = 0; i < times; i++)
            {
                var at = random.Next(5) switch
                {
                    0 => 0,
                    1 => random.Next(-3, 4),
                    _ => random.Next(-1_200_000, 10_000),
                };
                last.Add((at, random.Next(5) == 0 ? () => TakeBack(lot, bidder) : () => HandIn(lot, bidder, deadline)));
            }
        }
        foreach (var (at, act) in last.OrderBy(l => l.At))
        {
            var then = deadline.AddMilliseconds(at);
            if (then > house.Now)
                house.Clock.SetUtcNow(then);
            await act();
        }
        if (house.Now < deadline)
            house.Clock.SetUtcNow(deadline);
        await Open(number, lot, bidders);
        await EveryBidIsOpenedOrExplained(lot, deadline);
        await Settle(lot);
        await TheMoneyAddsUp();
        house.Clock.Advance(TimeSpan.FromDays(2));
    }

    private sealed record Bidder(string User, string Firm, long Party, string Uscc, BidKeys Keys)
    {
        public byte[]? Key { get; set; }
    }

    private async Task<Bidder> TakesPart(Lot lot, string user, string firm)
    {
        var sub = await house.TakesPart(lot, user, firm);
        var party = await house.Firm(firm);
        var registration = await house.Read(db =>
            db.Registrations.Where(r => r.LotId == lot.Id && r.Bidder == party.Id).Select(r => r.Id).SingleAsync()
        );
        (await house.Get<AcceptRegistrationHandler>().Handle(new(registration), await house.Occasion(Reviewer))).ShouldBeDone();
        var paid = house.Now.AddSeconds(30 + serial);
        switch (random.Next(5))
        {
            case 0: // not at all
                break;
            case 1: // too little
                Book(Pays($"S{++serial}", paid, Asked - 1, sub, firm), Asked - 1);
                break;
            default:
                Book(Pays($"S{++serial}", paid, Asked, sub, firm), Asked);
                break;
        }
        var keys = BidKeys.Generate();
        (
            await house.Get<RegisterCertificateHandler>().Handle(new(party.Id, PublicKeys.Of(keys)), await house.Occasion(user))
        ).ShouldBeDone();
        return new(user, firm, party.Id, party.Uscc, keys);
    }

    private void Book(string line, long amount)
    {
        lines.Add(line);
        bank += amount;
    }

    /// <summary>The bank's file of today, with what has been booked since the last one.</summary>
    private async Task Pay(DateTime until)
    {
        var day = CountyTime.DayOf(house.Now);
        var before = bank - lines.Sum(Amount);
        house.Clock.Advance(TimeSpan.FromMinutes(20));
        if (lines.Count == 0)
            return;
        house.Now.ShouldBeLessThan(until);
        (await house.Imports(File(day, before, bank, [.. lines]))).ShouldBeDone().Cause.ShouldBe(Discrepancy.None);
        lines.Clear();
    }

    private static long Amount(string line)
    {
        var parts = line.Split(',');
        var fen = (long)(decimal.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture) * 100);
        return parts[2] == "付" ? -fen : fen;
    }

    private async Task Prepare(string number, DateTime deadline)
    {
        var booked = (
            await house
                .Get<BookRoomHandler>()
                .Handle(new(number, "K1", deadline.AddMinutes(-15), deadline.AddHours(2), VenuePurpose.Opening), await Agency())
        ).ShouldBeDone();
        (await house.Get<ConfirmBookingHandler>().Handle(new(booked.Session), await house.Occasion(OpeningGround.Venue))).ShouldBeDone();
        var tender = await house.Tender(number);
        var drawn = await house.Read(db => ScheduleOpeningHandler.DrawOfDocuments(db, tender));
        await Chair<ScheduleOpeningHandler, OpeningScheduled>((h, on) => h.Handle(new(number, new OpeningPlan(30, drawn)), on));
        foreach (var (source, user, share) in Halves)
            (
                await house
                    .Get<CommitDrawShareHandler>()
                    .Handle(new(number, source, 0, PublicDraw.CommitmentTo(share)), await house.Occasion(user))
            ).ShouldBeDone();
        house.Clock.SetUtcNow(deadline.AddMinutes(-25));
        await Chair<BeginSignInHandler, SignInBegun>((h, on) => h.Handle(new(number), on));
    }

    private async Task HandIn(Lot lot, Bidder bidder, DateTime deadline)
    {
        using var envelope = new MemoryStream();
        var price = 10_000_000_00 + random.Next(1_000_000);
        var key = await EnvelopeSealer.Seal(
            await BidGround.Terms(house, lot.Number),
            bidder.Uscc,
            new OpeningSheet(price, ChineseAmount.Of(price), 280, "合格", "示例负责人", "无"),
            [new("报价文件.txt", "price", () => new MemoryStream(new byte[300]))],
            bidder.Keys,
            [bidder.Keys.EncryptionPublic],
            envelope
        );
        var bytes = envelope.ToArray();
        var isLate = house.Now >= deadline;
        var begun = await house
            .Get<BeginUploadHandler>()
            .Handle(new(lot.Number, bidder.Party, bytes.Length), await house.Occasion(bidder.User));
        if (begun is Result<UploadBegun>.Refused(var early))
        {
            early.ShouldBeOfType<BidTooLate>();
            isLate.ShouldBeTrue();
            return;
        }
        var upload = begun.ShouldBeDone().Upload;
        (
            await house.Get<ContinueUploadHandler>().Handle(new(upload, 0, new MemoryStream(bytes)), await house.Occasion(bidder.User))
        ).ShouldBeDone();
        if (random.Next(4) == 0)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 900))); // whoever dawdles between upload and submission
            isLate = house.Now >= deadline;
        }
        var answer = await house.Get<SubmitBidHandler>().Handle(new(upload), await house.Occasion(bidder.User));
        if (isLate)
        {
            answer.Refusal().ShouldBeOfType<BidTooLate>();
            late++;
        }
        else
        {
            answer.ShouldBeDone().ReceivedAt.ShouldBe(house.Now);
            bidder.Key = key;
        }
    }

    private async Task TakeBack(Lot lot, Bidder bidder)
    {
        var answer = await house.Get<WithdrawBidHandler>().Handle(new(lot.Number, bidder.Party), await house.Occasion(bidder.User));
        if (answer is Result<BidWithdrawn>.Refused(var why))
            (why is NothingSubmitted or WrongBidStage or WithdrawnTooLate).ShouldBeTrue($"{why}");
        else
            bidder.Key = null;
    }

    private async Task Open(string number, Lot lot, List<Bidder> bidders)
    {
        var published = await Chair<PublishBiddersHandler, BiddersWerePublished>((h, on) => h.Handle(new(number), on));
        published.Lots.Single().Bids.ShouldBe(bidders.Count(b => b.Key is not null));
        if (!published.Lots.Single().Opens)
            return;
        await Chair<BeginDecryptionHandler, DecryptionBegun>((h, on) => h.Handle(new(number), on));
        foreach (var bidder in bidders.Where(b => b.Key is not null))
        {
            var listed = await house.Read(db =>
                db.OpeningBids.AsNoTracking().SingleAsync(b => b.LotId == lot.Id && b.Bidder == bidder.Party)
            );
            switch (random.Next(5))
            {
                case 0: // has lost the key
                    if (random.Next(2) == 0)
                        (await Decrypt(number, bidder, listed, new byte[32])).Opened.ShouldBeFalse();
                    break;
                case 1: // the house has damaged the bytes
                    await Fault(number, listed);
                    break;
                default:
                    (await Decrypt(number, bidder, listed, bidder.Key!)).Opened.ShouldBeTrue();
                    break;
            }
        }
        house.Clock.Advance(TimeSpan.FromMinutes(31));
        await Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(number), on));
        foreach (var (source, user, share) in Halves)
            (await house.Get<RevealDrawShareHandler>().Handle(new(number, source, 0, share), await house.Occasion(user))).ShouldBeDone();
        await Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(number), on));
        await Chair<BeginConfirmingHandler, ConfirmingBegun>((h, on) => h.Handle(new(number), on));
        await Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(number, "投标人不在现场（示例）"), on));
    }

    private async Task<DecryptionTried> Decrypt(string number, Bidder bidder, OpeningBid listed, byte[] key) =>
        (
            await house
                .Get<DecryptBidHandler>()
                .Handle(new(number, listed.Id, Convert.ToBase64String(key)), await house.Occasion(bidder.User))
        ).ShouldBeDone();

    private async Task Fault(string number, OpeningBid listed)
    {
        var name = await house.Read(db => db.Bids.AsNoTracking().Where(b => b.Id == listed.BidId).SingleAsync());
        var path = Directory.EnumerateFiles(house.Storage.Folder, name.Receipt.File, SearchOption.AllDirectories).Single();
        var whole = await System.IO.File.ReadAllBytesAsync(path);
        var header = (await Envelope.ReadHeader(new MemoryStream(whole))).ShouldBeDone();
        await System.IO.File.WriteAllBytesAsync(path, [.. whole[..^100], (byte)(whole[^100] ^ 1), .. whole[^99..]]);
        await Chair<RecordSystemFaultHandler, SystemFaultRecorded>((h, on) => h.Handle(new(number, listed.Id, "存储损坏（示例）"), on));
        (
            await house
                .Get<ReviewSystemFaultHandler>()
                .Handle(new(number, listed.Id, true, "属实"), await house.Occasion(OpeningGround.Supervisor))
        ).ShouldBeDone();
        if (random.Next(2) == 0)
        {
            await Chair<WithdrawUnopenedHandler, BidDeemedWithdrawn>((h, on) => h.Handle(new(number, listed.Id, "无法恢复"), on));
            return;
        }
        await System.IO.File.WriteAllBytesAsync(path, whole); // from the backup
        foreach (var seat in new[] { 0, 2 })
        {
            var share = Envelope.UnwrapShare(header, custodians[seat].Encryption).ShouldNotBeNull().Value;
            (
                await house
                    .Get<GiveShareHandler>()
                    .Handle(new(number, listed.Id, Convert.ToBase64String(share)), await house.Occasion(OpeningGround.Custodians[seat]))
            ).ShouldBeDone();
        }
    }

    private async Task EveryBidIsOpenedOrExplained(Lot lot, DateTime deadline)
    {
        var stage = await house.Read(db => db.Lots.AsNoTracking().Where(l => l.Id == lot.Id).Select(l => l.Stage).SingleAsync());
        var bids = await house.Read(db => db.Bids.AsNoTracking().Where(b => b.LotId == lot.Id).ToListAsync());
        foreach (var bid in bids)
        {
            bid.Receipt.ReceivedAt.ShouldBeLessThan(deadline);
            (
                bid.Stage switch
                {
                    BidReceived => stage is Failed,
                    BidTakenBack back => back.At < deadline,
                    _ => stage is Opened,
                }
            ).ShouldBeTrue($"{bid.Stage} in {stage}");
            var listed = await house.Read(db => db.OpeningBids.AsNoTracking().SingleOrDefaultAsync(o => o.BidId == bid.Id));
            (
                (bid.Stage, listed?.Stage) switch
                {
                    (BidReceived or BidTakenBack, null) => true,
                    (BidDecrypted, Decrypted) => true,
                    (BidRevoked, DeemedRevoked { Evidence.BytesAsReceived: true }) => true,
                    (BidNotOpened, DeemedWithdrawn) => true,
                    _ => false,
                }
            ).ShouldBeTrue($"{bid.Stage} and {listed?.Stage}");
        }
        var said = await house.Read(db => db.Facts.AsNoTracking().Where(f => f.Kind == "bid-submitted").ToListAsync());
        said.Where(f => f.Read<BidSubmitted>().Lot == lot.Number).ShouldAllBe(f => f.OccurredAt < deadline);
        (await house.Read(db => db.Facts.CountAsync(f => f.Kind == "bid-refused-late"))).ShouldBe(late);
    }

    /// <summary>Refunds begin, some are kept, one becomes the bond, and the bank pays what it was told to.</summary>
    private async Task Settle(Lot lot)
    {
        var on = await house.Occasion(Accountant);
        var stage = await house.Read(db => db.Lots.AsNoTracking().Where(l => l.Id == lot.Id).Select(l => l.Stage).SingleAsync());
        foreach (
            var revoked in await house.Read(db =>
                db.Bids.AsNoTracking().Where(b => b.LotId == lot.Id && b.StageName == "bid-revoked").ToListAsync()
            )
        )
        {
            if (await Sub(revoked.Bidder, "held") is { } kept && random.Next(2) == 0)
                (
                    await house.Get<ForfeitSecurityHandler>().Handle(new(kept, ForfeitGround.RevokedAfterDeadline, "决定〔2026〕1号"), on)
                ).ShouldBeDone();
        }
        if (stage is Opened)
        {
            house.Clock.Advance(TimeSpan.FromDays(1));
            on = await house.Occasion(Accountant);
            if (await house.Read(db => db.BidSecurities.AnyAsync(s => s.LotId == lot.Id && s.StageName == "held")))
                (await house.Get<StartRefundsHandler>().Handle(new(lot.Number, "HT-1", CountyTime.DayOf(house.Now)), on)).ShouldBeDone();
            var winner = await house.Read(db =>
                db.Bids.AsNoTracking().Where(b => b.LotId == lot.Id && b.StageName == "bid-decrypted").FirstOrDefaultAsync()
            );
            if (winner is not null && await Sub(winner.Bidder, "refund-due") is { } converted)
                (await house.Get<ConvertSecurityHandler>().Handle(new(converted, "HT-1"), on)).ShouldBeDone();
        }
        var due = await house.Read(db =>
            db.BidSecurities.AsNoTracking().Where(s => s.LotId == lot.Id && s.StageName == "refund-due").ToListAsync()
        );
        if (due.Count == 0)
            return;
        foreach (var security in due)
        {
            var order = (await house.Get<OrderRefundHandler>().Handle(new(security.AccountNumber), on)).ShouldBeDone();
            var total = ((RefundDue)security.Stage).Receipt.Amount + order.Interest;
            // The bank credits what the money earned before any of it goes out with its principal.
            if (order.Interest > 0)
                Book(Line($"I{++serial}", house.Now.AddMinutes(4), "息", order.Interest, "", "", "", "结息"), order.Interest);
            if (random.Next(4) > 0) // the bank pays most of them on the same day
                Book(
                    Line(
                        $"P{++serial}",
                        house.Now.AddMinutes(5),
                        "付",
                        total,
                        "",
                        security.BidderName,
                        Accounts[security.BidderName],
                        order.Order
                    ),
                    -total
                );
        }
        (await house.Get<ExportPaymentOrdersHandler>().Handle(new(), on)).ShouldBeDone();
        await Pay(house.Now.AddDays(1));

        Task<string?> Sub(long bidder, string stands) =>
            house.Read(db =>
                db.BidSecurities.Where(s => s.LotId == lot.Id && s.Bidder == bidder && s.StageName == stands)
                    .Select(s => s.AccountNumber)
                    .FirstOrDefaultAsync()
            );
    }

    private async Task TheMoneyAddsUp()
    {
        var postings = await house.Read(db => db.Postings.AsNoTracking().ToListAsync());
        var balance = Ledger.Balances(postings.Select(p => (p.Debit, p.Credit, p.Amount)));
        balance.Values.Sum().ShouldBe(0);
        balance[LedgerAccount.Bank].ShouldBe(bank);
        var stages = (await house.Read(db => db.BidSecurities.AsNoTracking().ToListAsync())).ConvertAll(s => s.Stage);
        var came = postings.Where(p => p.Kind == PostingKind.Received).Sum(p => p.Amount);
        var held = stages.OfType<HeldMoney>().Sum(s => s.Receipt.Amount);
        var ordered = stages.OfType<RefundOrdered>().Sum(s => s.Receipt.Amount);
        var refunded = stages.OfType<Refunded>().Sum(s => s.Receipt.Amount);
        var converted = stages.OfType<Converted>().Sum(s => s.Receipt.Amount);
        var forfeited = stages.OfType<Forfeited>().Sum(s => s.Receipt.Amount);
        came.ShouldBe(refunded + converted + forfeited + held + ordered);
        (-balance[LedgerAccount.Held]).ShouldBe(held);
        (-balance[LedgerAccount.Converted]).ShouldBe(converted);
        (-balance[LedgerAccount.Forfeited]).ShouldBe(forfeited);
    }

    /// <summary>What either side puts into the draw that the documents ask for.</summary>
    private static readonly (DrawSource Source, string User, string Share)[] Halves =
    [
        (DrawSource.Entity, Tendering.Agency, "93190000000000000000001./"),
        (DrawSource.Supervisor, Tendering.Supervisor, "22222222222222222222.33333333333333333333./"),
    ];

    private Task<Occasion> Agency() => house.Occasion(Tendering.Agency);

    private async Task<T> Chair<THandler, T>(Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(house.Get<THandler>(), await Agency())).ShouldBeDone();
}

public sealed class Any_tender_to_its_opening_on_the_embedded_database(EmbeddedHall hall)
    : Any_tender_to_its_opening(hall),
        IClassFixture<EmbeddedHall>;

public sealed class Any_tender_to_its_opening_on_PostgreSQL(PostgresHall hall)
    : Any_tender_to_its_opening(hall),
        IClassFixture<PostgresHall>;
