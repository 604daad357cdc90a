using System.Security.Cryptography;
using CountyHall.Kernel.Journal;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading.Bids;

/// <summary>A sealed bid from the upload to the deadline. Bidding Law arts. 28 and 29, Order 20 arts. 26 and 27.</summary>
public abstract class The_life_of_a_sealed_bid(Hall hall) : On_either_database(hall)
{
    [Fact, Trait("Rule", "TR-3.23")]
    public async Task A_bid_is_received_with_a_receipt_that_names_its_hash_and_time()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var (keys, certificate) = await ground.Keys(0);
        var envelope = await ground.Sealed(keys);
        var receipt = (await ground.HandIn(0, envelope)).ShouldBeDone();
        receipt.ShouldBe(
            new BidSubmitted(
                BidGround.Lot,
                BidGround.Bidders[0].Firm,
                1,
                Convert.ToHexStringLower(SHA256.HashData(envelope)),
                envelope.Length,
                hall.Now,
                certificate
            )
        );
        // The receipt is signed, and the fact that it names is in the log.
        await hall.Get<PublicLog>().EnterNew();
        (await hall.Get<PublicLog>().EnterQuiet()).ShouldBeTrue();
        var bid = (await ground.BidOf(0)).ShouldNotBeNull();
        var (said, fact) = (await hall.Read(db => BidReceipts.Newest(db, bid.Id))).ShouldNotBeNull();
        said.ShouldBe(receipt);
        var note = hall.Get<BidReceipts>().Of(said, fact);
        SignedNote.TryParse(note.ToString(), out var parsed).ShouldBeTrue();
        parsed!.IsSignedBy(hall.Get<BidReceipts>().Key).ShouldBeTrue();
        parsed.Text.ShouldContain($"sha256 {receipt.Sha256}\n");
        var proof = (await hall.Read(db => PublicLog.ReceiptOf(db, fact))).ShouldNotBeNull();
        proof.Check(PublicLog.LeafHash(fact), hall.Get<PublicLog>().Origin, hall.Get<PublicLog>().Key).ShouldBeDone();
        // What lies in the store is what came, and opens with the bidder's key alone.
        await using var stored = hall.Get<BidStore>().OpenRead(bid.Receipt.File);
        (await SHA256.HashDataAsync(stored)).ShouldBe(SHA256.HashData(envelope));
        stored.Position = 0;
        var header = (await Envelope.ReadHeader(stored)).ShouldBeDone();
        stored.Position = 0;
        (await Envelope.Open(stored, Envelope.UnwrapContentKey(header, keys.Encryption)!, null)).ShouldBeDone();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "TR-3.24")]
    public async Task A_millisecond_before_the_deadline_is_in_time_and_the_deadline_itself_is_late_and_recorded()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var uploads = new List<long>();
        foreach (var bidder in new[] { 0, 1 })
            uploads.Add(await ground.Upload(bidder, await ground.Sealed((await ground.Keys(bidder)).Keys)));
        hall.Clock.Advance(ground.Deadline - hall.Now - TimeSpan.FromMilliseconds(1));
        (await ground.Submit(0, uploads[0])).ShouldBeDone().ReceivedAt.ShouldBe(ground.Deadline.AddMilliseconds(-1));
        hall.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await ground.Submit(1, uploads[1])).Refusal().ShouldBeRefused<BidTooLate>();
        (await ground.BidOf(1)).ShouldBeNull();
        var late = await hall.Read(db => db.Facts.AsNoTracking().SingleAsync(f => f.Kind == "bid-refused-late"));
        late.Read<BidRefusedLate>().ShouldBe(new BidRefusedLate(BidGround.Lot, ground.Deadline, ground.Deadline, Sealed: true));
        // Nor is anything begun, replaced or withdrawn from here on.
        (await hall.Get<BeginUploadHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0), 5000), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<BidTooLate>();
        (await hall.Get<WithdrawBidHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0)), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<WithdrawnTooLate>();
        (await ground.BidOf(0))!.Stage.ShouldBeOfType<BidReceived>();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "TR-3.23")]
    public async Task What_is_not_complete_is_not_submitted_and_goes_on_where_the_line_broke()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var envelope = await ground.Sealed((await ground.Keys(0)).Keys, padding: 300_000);
        var upload = (
            await hall.Get<BeginUploadHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0), envelope.Length), await ground.As(0))
        )
            .ShouldBeDone()
            .Upload;
        var going = hall.Get<ContinueUploadHandler>();

        (await going.Handle(new(upload, 0, new Breaking(envelope, 100_001)), await ground.As(0))).Refusal().ShouldBeRefused<LineBroken>();
        (await ground.Submit(0, upload)).Refusal().ShouldBeRefused<UploadIncomplete>();
        (await going.Handle(new(upload, 0, null), await ground.As(0)))
            .ShouldBeDone()
            .ShouldBe(new UploadProgress(100_001, envelope.Length));
        (await going.Handle(new(upload, 5, new MemoryStream(envelope[5..])), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<OffsetDiffers>()
            .Offset.ShouldBe(100_001);
        (await going.Handle(new(upload, 100_001, new MemoryStream([.. envelope[100_001..], 0])), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<PieceTooLong>();
        // Somebody else's upload reads like none.
        (await going.Handle(new(upload, 0, null), await ground.As(1)))
            .Refusal()
            .ShouldBeRefused<UploadNotFound>();
        (await ground.Submit(1, upload)).Refusal().ShouldBeRefused<UploadNotFound>();

        var here = (await going.Handle(new(upload, 0, null), await ground.As(0))).ShouldBeDone().Offset;
        (await going.Handle(new(upload, here, new MemoryStream(envelope[(int)here..])), await ground.As(0))).ShouldBeDone();
        (await ground.Submit(0, upload)).ShouldBeDone().Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(envelope)));
        // Once it was asked for, nothing can be written to it.
        (await going.Handle(new(upload, envelope.Length, new MemoryStream([1])), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<UploadSettled>();
    }

    [Fact]
    public async Task Sent_twice_it_is_one_bid_with_one_receipt()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var upload = await ground.Upload(0, await ground.Sealed((await ground.Keys(0)).Keys));
        var both = await Task.WhenAll(
            ground.Submit(0, upload, "once"),
            ground.Submit(0, upload, "once"),
            ground.Submit(0, upload, "other")
        );
        both.Select(answer => answer.ShouldBeDone()).Distinct().ShouldHaveSingleItem().Serial.ShouldBe(1);
        (await ground.Submit(0, upload, "once")).ShouldBeDone().ShouldBe(both[0].ShouldBeDone());
        (await hall.Read(db => db.Facts.CountAsync(f => f.Kind == "bid-submitted"))).ShouldBe(1);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "TR-3.15")]
    public async Task A_bid_is_replaced_and_withdrawn_and_handed_in_again_until_the_deadline()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var (keys, _) = await ground.Keys(0);
        var first = (await ground.HandIn(0, await ground.Sealed(keys, "甲"))).ShouldBeDone();
        hall.Clock.Advance(TimeSpan.FromHours(1));
        var second = (await ground.HandIn(0, await ground.Sealed(keys, "乙"))).ShouldBeDone();
        second.Serial.ShouldBe(2);
        second.Sha256.ShouldNotBe(first.Sha256);
        (await ground.BidOf(0))!.Receipt.Sha256.ShouldBe(second.Sha256);

        (await hall.Get<WithdrawBidHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0)), await ground.As(0)))
            .ShouldBeDone()
            .Serial.ShouldBe(2);
        (await ground.BidOf(0))!.Stage.ShouldBeOfType<BidTakenBack>();
        (await hall.Get<WithdrawBidHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0)), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<WrongBidStage>();
        (await hall.Get<WithdrawBidHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(1)), await ground.As(1)))
            .Refusal()
            .ShouldBeRefused<NothingSubmitted>();
        (await ground.HandIn(0, await ground.Sealed(keys, "丙"))).ShouldBeDone().Serial.ShouldBe(3);
        (await ground.BidOf(0))!.Stage.ShouldBeOfType<BidReceived>();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "TR-3.24")]
    public async Task What_is_not_sealed_or_not_for_this_lot_or_not_by_this_firm_is_refused()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var (keys, _) = await ground.Keys(0);
        var (others, _) = await ground.Keys(1);
        (await ground.HandIn(0, new byte[5000])).Refusal().ShouldBeRefused<NotSealed>();
        (await ground.HandIn(0, await ground.Sealed(keys, lot: BidGround.OtherLot))).Refusal().ShouldBeRefused<EnvelopeOfAnotherLot>();
        (await ground.HandIn(0, await ground.Sealed(others))).Refusal().ShouldBeRefused<SignedByAnother>();
        var altered = await ground.Sealed(keys);
        altered[^100] ^= 1;
        (await ground.HandIn(0, altered)).Refusal().ShouldBeRefused<EnvelopeAltered>();
        (await ground.HandIn(0, (await ground.Sealed(keys))[..^1])).Refusal().ShouldBeRefused<EnvelopeUnreadable>();
        // A firm that was not admitted.
        (await hall.Get<BeginUploadHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(2), 5000), await ground.As(2)))
            .Refusal()
            .ShouldBeRefused<NotAdmitted>();
        (await hall.Get<BeginUploadHandler>().Handle(new(BidGround.Lot, await ground.FirmOf(0), 600L << 20), await ground.As(0)))
            .Refusal()
            .ShouldBeRefused<EnvelopeTooLarge>();
        (await hall.Read(db => db.Bids.CountAsync())).ShouldBe(0);
        Directory.GetFiles(hall.Storage.Bids, "*", SearchOption.AllDirectories).ShouldBeEmpty("What was refused is not kept.");
        (await hall.Read(db => BidUpload.AnyBeingChecked(db, 0, hall.Now))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_certificate_reported_lost_stops_at_once_and_each_use_is_a_fact()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var (keys, certificate) = await ground.Keys(0);
        (await ground.HandIn(0, await ground.Sealed(keys))).ShouldBeDone();
        var used = await hall.Read(db => db.Facts.AsNoTracking().SingleAsync(f => f.Kind == "certificate-used"));
        used.Read<CertificateUsed>().ShouldBe(new CertificateUsed(certificate, CertificateUse.SignBid, BidGround.Lot));

        var losing = hall.Get<ReportCertificateLostHandler>();
        (await losing.Handle(new(certificate, "电脑丢失"), await ground.As(1))).Refusal().ShouldBeRefused<CertificateNotFound>();
        (await losing.Handle(new(certificate, " "), await ground.As(0))).Refusal().ShouldBeRefused<LossReasonMissing>();
        (await losing.Handle(new(certificate, "电脑丢失"), await ground.As(0))).ShouldBeDone();
        (await ground.HandIn(0, await ground.Sealed(keys))).Refusal().ShouldBeRefused<CertificateStopped>();
        (await losing.Handle(new(certificate, "再次"), await ground.As(0))).Refusal().ShouldBeRefused<CertificateStopped>();
        var stopped = await hall.Read(db => db.Certificates.AsNoTracking().SingleAsync(c => c.Number == certificate));
        stopped.CheckToOpen().ShouldBeRefused<CertificateStopped>();

        // New keys: the bid is sealed and handed in again, in place of the one that the lost keys would open.
        var (fresh, number) = await ground.Keys(0);
        (await ground.HandIn(0, await ground.Sealed(fresh))).ShouldBeDone().Serial.ShouldBe(2);
        // One person has one valid certificate at one firm: the next replaces it, which signs no more and still opens.
        var (newest, _) = await ground.Keys(0);
        (await ground.HandIn(0, await ground.Sealed(fresh))).Refusal().ShouldBeRefused<CertificateStopped>();
        (await hall.Read(db => db.Certificates.AsNoTracking().SingleAsync(c => c.Number == number))).CheckToOpen().ShouldBeNull();
        (await ground.HandIn(0, await ground.Sealed(newest))).ShouldBeDone();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_are_registered_once_with_the_proof_of_holding_them()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var (keys, _) = await ground.Keys(0);
        var register = hall.Get<RegisterCertificateHandler>();
        (await register.Handle(new(await ground.FirmOf(1), PublicKeys.Of(keys)), await ground.As(1)))
            .Refusal()
            .ShouldBeRefused<KeysRegisteredAlready>();
        using var other = BidKeys.Generate();
        var stolen = PublicKeys.Of(other) with { EncryptionKey = keys.EncryptionPublic };
        (await register.Handle(new(await ground.FirmOf(1), stolen), await ground.As(1))).Refusal().ShouldBeRefused<KeysNotUsable>();
        (await register.Handle(new(await ground.FirmOf(1), new("", "", "")), await ground.As(1)))
            .Refusal()
            .ShouldBeRefused<KeysNotUsable>();
        (await register.Handle(new(await ground.FirmOf(0), PublicKeys.Of(other)), await ground.As(1)))
            .Refusal()
            .ShouldBeRefused<NotYourFirm>();
    }

    [Fact]
    public async Task A_lot_keeps_the_panel_of_its_announcement()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ground = await BidGround.Lay(hall);
        var before = await BidGround.Terms(hall);
        hall.Clock.Advance(TimeSpan.FromDays(1));
        var numbers = await hall.Read(db =>
            db.Certificates.Where(c => c.Firm == null).OrderBy(c => c.Id).Select(c => c.Number).ToListAsync()
        );
        var set = hall.Get<SetCustodianPanelHandler>();
        var supervisor = await hall.Occasion("meng.hanzhi");
        (await set.Handle(new(1, numbers), supervisor)).Refusal().ShouldBeRefused<PanelNotRight>();
        (await set.Handle(new(4, numbers), supervisor)).Refusal().ShouldBeRefused<PanelNotRight>();
        (await set.Handle(new(2, numbers[..2]), supervisor)).Refusal().ShouldBeRefused<PanelNotRight>();
        (await set.Handle(new(2, [numbers[0], numbers[0], numbers[1]]), supervisor)).Refusal().ShouldBeRefused<PanelNotRight>();
        (await set.Handle(new(3, numbers), supervisor)).ShouldBeDone().Panel.ShouldBe("BG-002");
        var after = await BidGround.Terms(hall);
        after.Panel.ShouldBe(before.Panel);
        after.Threshold.ShouldBe(2);
        // An envelope that names another panel is refused.
        var (keys, _) = await ground.Keys(0);
        var header = (await Envelope.ReadHeader(new MemoryStream(await ground.Sealed(keys)))).ShouldBeDone();
        var newer = await hall.Read(db => db.CustodianPanels.AsNoTracking().SingleAsync(p => p.Number == "BG-002"));
        newer.IsIn(header).ShouldBeFalse();
    }

    /// <summary>A line that breaks after so many bytes.</summary>
    private sealed class Breaking(byte[] content, int after) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= after
                ? throw new IOException("The connection was reset.")
                : base.ReadAsync(buffer[..(int)Math.Min(buffer.Length, after - Position)], cancellationToken);
    }
}

public sealed class The_life_of_a_sealed_bid_on_the_embedded_database(EmbeddedHall hall)
    : The_life_of_a_sealed_bid(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_life_of_a_sealed_bid_on_PostgreSQL(PostgresHall hall) : The_life_of_a_sealed_bid(hall), IClassFixture<PostgresHall>;
