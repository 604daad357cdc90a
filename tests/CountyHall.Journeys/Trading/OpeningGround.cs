using System.Security.Cryptography;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rehearsals;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>An announced tender with sealed bids in it, put into the house directly: the ground on which an opening is tried.</summary>
/// <remarks>Everybody and everything in it is invented.</remarks>
public sealed class OpeningGround
{
    public const string Entity = "wei.chengyu";
    public const string Agency = "su.wanqing";
    public const string Supervisor = "luo.qingyan";
    public const string Venue = "yuan.jinghe";
    public static readonly string[] Bidders = ["liang.jianbo", "fang.shiyuan", "guo.anran", "xie.boyan"];
    public static readonly string[] Custodians = ["tan.yuchen", "qin.shuheng", "ding.ruoshui"];

    private static int made;
    private readonly Hall hall;
    private readonly Dictionary<string, BidKeys> keys = [];
    private readonly Dictionary<(string User, int Lot), byte[]> contentKeys = [];
    private List<Lot> lots = [];
    private Tender tender = null!;
    private SealingTerms[] terms = [];
    private string panel = "";
    private long security;
    private long? most;
    private OpeningGround? follows;
    private long estimate;

    private OpeningGround(Hall hall) => this.hall = hall;

    public string Number => tender.Number;
    public DateTime Deadline { get; private set; }
    public IReadOnlyList<Lot> Lots => lots;

    /// <param name="deadline">How long from now bids can be handed in; bids are put in as if they had come a minute from now.</param>
    /// <param name="most">Maximum price of each lot, fen; none for none.</param>
    /// <param name="estimate">Of each lot, fen.</param>
    /// <param name="follows">The tender before, where this is the second round.</param>
    public static async Task<OpeningGround> In(
        Hall hall,
        int lots = 1,
        TimeSpan? deadline = null,
        long security = 0,
        long? most = null,
        OpeningGround? follows = null,
        long estimate = 5_000_000_00
    )
    {
        // Whatever another test booked in this house is over by then.
        hall.Clock.Advance(TimeSpan.FromHours(4));
        var ground = new OpeningGround(hall)
        {
            security = security,
            most = most,
            follows = follows,
            estimate = estimate,
        };
        await ground.Make(lots, deadline ?? TimeSpan.FromMinutes(30));
        return ground;
    }

    /// <summary>An opening that is being decrypted now, with a bid to be recovered, and a rehearsal: what the pages show.</summary>
    internal static async Task<Dictionary<string, string>> ForEveryPage(Storage storage)
    {
        // Six hours ago it began; the time to decrypt ends in half an hour.
        await using var hall = await Hall.Of(Engine.Embedded, storage, TimeProvider.System.GetUtcNow().AddHours(-6));
        var ground = await In(hall, lots: 2);
        foreach (var user in Bidders)
            await ground.HandsIn(user);
        await ground.Decrypts(new OpeningPlan(120, new DrawPlan("示例下浮率", ["3%", "4%"])));
        await ground.Opens(Bidders[0]);
        var bid = (await ground.Listed(Bidders[2])).Id;
        await ground.Ask<NoteAsSupervisorHandler, SupervisorNoted>(
            Supervisor,
            (h, on) => h.Handle(new(ground.Number, OpeningNoteKind.Incident, "示例异常"), on)
        );
        await ground.Chair<RecordSystemFaultHandler, SystemFaultRecorded>((h, on) => h.Handle(new(ground.Number, bid, "示例故障"), on));
        await ground.Ask<ReviewSystemFaultHandler, SystemFaultReviewed>(
            Supervisor,
            (h, on) => h.Handle(new(ground.Number, bid, true, "经查确系平台故障一例"), on)
        );
        var objector = await ground.Firm(Bidders[1]);
        await ground.Ask<ObjectAtOpeningHandler, OpeningObjected>(
            Bidders[1],
            (h, on) => h.Handle(new(ground.Number, objector, "示例异议"), on)
        );
        var rehearsal = await ground.Ask<StartRehearsalHandler, RehearsalStarted>(Bidders[0], (h, on) => h.Handle(new(), on));
        await ground.Ask<StepRehearsalHandler, RehearsalStepped>(Bidders[0], (h, on) => h.Handle(new(rehearsal.Number), on));
        return new()
        {
            ["opening"] = ground.Number,
            ["rehearsal"] = rehearsal.Number,
            ["room-session"] = $"{(await ground.Session()).VenueSessionId}",
        };
    }

    // ---- bids ----

    /// <summary>A bid in time, whatever the sheet says.</summary>
    public async Task<long> HandsIn(
        string user,
        int lot = 0,
        long price = 123_456_700,
        string? words = null,
        DateTime? at = null,
        bool technical = false,
        IReadOnlyList<EnvelopeSealer.Source>? files = null
    )
    {
        var (firm, code) = await FirmOf(user);
        var sheet = new OpeningSheet(price, words ?? ChineseAmount.Of(price), 180, "合格", "示例负责人", "无");
        byte[] file = RandomNumberGenerator.GetBytes(2_000);
        var store = hall.Get<BidStore>();
        var name = BidStore.FreshName();
        await using (var into = store.Create(name))
            contentKeys[(user, lot)] = await EnvelopeSealer.Seal(
                terms[lot],
                code,
                sheet,
                files is not null ? files
                    : technical
                        ?
                        [
                            new("报价文件.pdf", "price", () => new MemoryStream(file)),
                            new($"{code}施工组织设计.pdf", "technical", () => new MemoryStream(file)),
                        ]
                    : [new("报价文件.pdf", "price", () => new MemoryStream(file))],
                Keys(user),
                [Keys(user).EncryptionPublic],
                into
            );
        string hash;
        long size;
        await using (var sealed_ = store.OpenRead(name))
        {
            size = sealed_.Length;
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(sealed_));
        }
        var on = await hall.Occasion(user);
        var received = at ?? on.At.AddMinutes(1);
        var bid = new Bid
        {
            Id = Ids.Next(on.At),
            LotId = lots[lot].Id,
            TenderId = tender.Id,
            Division = tender.Division,
            Bidder = firm,
            BidderName = await hall.Read(db => db.Set<Party>().Where(p => p.Id == firm).Select(p => p.Name).SingleAsync()),
            Stage = new BidReceived(
                received,
                new BidReceipt(1, name, hash, size, received, await CertificateOf(user, firm, on), on.By.Id, panel)
            ),
        };
        await Put(bid, on);
        return bid.Id;
    }

    /// <summary>The certificate of the bidder's keys, registered at the first bid.</summary>
    private async Task<long> CertificateOf(string user, long firm, Occasion on)
    {
        var print = KeyPrint.Of(Keys(user).SigningPublic);
        if (!await hall.Read(db => db.Certificates.AnyAsync(c => c.SigningPrint == print)))
            (await hall.Get<RegisterCertificateHandler>().Handle(new(firm, PublicKeys.Of(Keys(user))), on)).ShouldBeDone();
        return await hall.Read(db => db.Certificates.Where(c => c.SigningPrint == print).Select(c => c.Id).SingleAsync());
    }

    /// <summary>The content key as the bidder's own device unwraps it.</summary>
    public string KeyOf(string user, int lot = 0) => Convert.ToBase64String(contentKeys[(user, lot)]);

    public BidKeys Keys(string user) => keys.TryGetValue(user, out var known) ? known : keys[user] = BidKeys.Generate();

    /// <summary>A custodian's share of a bid, unwrapped with the custodian's own key.</summary>
    public async Task<string> ShareOf(string custodian, long openingBid)
    {
        var file = await FileOf(openingBid);
        await using var bytes = hall.Get<BidStore>().OpenRead(file);
        var header = (await Envelope.ReadHeader(bytes)).ShouldBeDone();
        return Convert.ToBase64String(Envelope.UnwrapShare(header, Keys(custodian).Encryption).ShouldNotBeNull().Value);
    }

    /// <summary>One byte of the file in the house turns over; answers how to turn it back, as from a backup.</summary>
    public async Task<Action> Damage(string user, int lot = 0)
    {
        var firm = (await FirmOf(user)).Id;
        var id = lots[lot].Id;
        var receipt = (await hall.Read(db => db.Bids.AsNoTracking().SingleAsync(b => b.LotId == id && b.Bidder == firm))).Receipt;
        var path = Directory.EnumerateFiles(hall.Storage.Folder, receipt.File, SearchOption.AllDirectories).Single();
        Turn();
        return Turn;

        void Turn()
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^100] ^= 0xFF;
            File.WriteAllBytes(path, bytes);
        }
    }

    // ---- the opening ----

    public Task<OpeningSession> Session() => hall.Read(db => db.OpeningSessions.AsNoTracking().SingleAsync(s => s.Number == Number));

    public async Task<OpeningBid> Listed(string user, int lot = 0)
    {
        var firm = (await FirmOf(user)).Id;
        var id = lots[lot].Id;
        return await hall.Read(db => db.OpeningBids.AsNoTracking().SingleAsync(b => b.LotId == id && b.Bidder == firm));
    }

    public async Task<long> Firm(string user) => (await FirmOf(user)).Id;

    public Task<Lot> Lot(int lot = 0)
    {
        var id = lots[lot].Id;
        return hall.Read(db => db.Lots.AsNoTracking().SingleAsync(l => l.Id == id));
    }

    /// <summary>A room from a quarter before the deadline to two hours after, agreed to by the staff.</summary>
    public async Task<long> HasARoom(string room = "K1")
    {
        var booked = await Ask<BookRoomHandler, RoomBooked>(
            Agency,
            (h, on) => h.Handle(new(Number, room, Deadline.AddMinutes(-15), Deadline.AddHours(2), VenuePurpose.Opening), on)
        );
        await Ask<ConfirmBookingHandler, BookingWasConfirmed>(Venue, (h, on) => h.Handle(new(booked.Session), on));
        return booked.Session;
    }

    /// <summary>Everything up to the sign-in, ten minutes before the deadline.</summary>
    public async Task SignsIn(OpeningPlan? plan = null, string room = "K1")
    {
        await HasARoom(room);
        await Ask<ScheduleOpeningHandler, OpeningScheduled>(Agency, (h, on) => h.Handle(new(Number, plan ?? new OpeningPlan(30)), on));
        At(Deadline.AddMinutes(-10));
        await Ask<BeginSignInHandler, SignInBegun>(Agency, (h, on) => h.Handle(new(Number), on));
    }

    /// <summary>Everything up to the decryption, at the deadline.</summary>
    public async Task Decrypts(OpeningPlan? plan = null, string room = "K1")
    {
        await SignsIn(plan, room);
        At(Deadline);
        await Ask<PublishBiddersHandler, BiddersWerePublished>(Agency, (h, on) => h.Handle(new(Number), on));
        await Ask<BeginDecryptionHandler, DecryptionBegun>(Agency, (h, on) => h.Handle(new(Number), on));
    }

    public async Task<DecryptionTried> Opens(string user, int lot = 0, string? key = null)
    {
        var bid = (await Listed(user, lot)).Id;
        return await Ask<DecryptBidHandler, DecryptionTried>(user, (h, on) => h.Handle(new(Number, bid, key ?? KeyOf(user, lot)), on));
    }

    public void At(DateTime utc) => hall.Clock.SetUtcNow(new DateTimeOffset(utc, TimeSpan.Zero));

    /// <summary>Somebody asks for something, and it is done.</summary>
    public async Task<T> Ask<THandler, T>(string user, Func<THandler, Occasion, Task<Result<T>>> ask, string? key = null)
        where THandler : notnull => (await ask(hall.Get<THandler>(), await hall.Occasion(user, key))).ShouldBeDone();

    /// <summary>The chair asks for something, and it is done.</summary>
    public Task<T> Chair<THandler, T>(Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => Ask(Agency, ask);

    /// <summary>Somebody asks for something, and is refused.</summary>
    public async Task<Refusal> Refused<THandler, T>(string user, Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => (await ask(hall.Get<THandler>(), await hall.Occasion(user))).Refusal().ShouldNotBeNull("It was done.");

    private async Task<string> FileOf(long openingBid) =>
        await hall.Read(async db =>
        {
            var listed = await db.OpeningBids.AsNoTracking().SingleAsync(b => b.Id == openingBid);
            return (await db.Bids.AsNoTracking().SingleAsync(b => b.Id == listed.BidId)).Receipt.File;
        });

    private async Task<(long Id, string Code)> FirmOf(string user)
    {
        var firm = (await hall.Occasion(user)).By.Firms.ShouldNotBeNull(user).Single();
        return (firm, await hall.Read(db => db.Set<Firm>().Where(f => f.Id == firm).Select(f => f.Uscc).SingleAsync()));
    }

    private async Task Make(int count, TimeSpan deadline)
    {
        var on = await hall.Occasion(Agency);
        var (entity, agency) = ((await FirmOf(Entity)).Id, (await FirmOf(Agency)).Id);
        // A whole minute: the page shows no more of it.
        Deadline = new DateTime((on.At + deadline).Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute, DateTimeKind.Utc);
        var serial = Interlocked.Increment(ref made);
        var project = new TradeProject
        {
            Id = Ids.Next(on.At),
            Number = $"E3304210009{serial:000000}",
            Division = "330421",
            NameZh = "示例河道整治工程",
            NameEn = "Example river works",
            Entity = entity,
            Funds = FundSource.Budget,
            PublicShare = 100,
            Investment = 2_000_000_000,
            Place = "示例镇",
            Approval = "示例批文〔2026〕1号",
            EnteredAt = on.At,
        };
        tender = new Tender
        {
            Id = Ids.Next(on.At),
            ProjectId = project.Id,
            Number = $"{project.Number}001",
            Division = "330421",
            NameZh = "示例河道整治工程施工",
            NameEn = "Example river works, construction",
            Kind = TenderKind.Works,
            Method = TenderMethod.Open,
            Round = follows is null ? 1 : 2,
            Follows = follows?.tender.Id,
            Entity = entity,
            EntityName = "嘉善示例城市建设发展有限公司",
            Agency = agency,
            AgencyName = "浙江示例工程咨询有限公司",
            SupervisingDepartment = "zjj",
            Stage = new Announced(on.At, 1, new TenderTimes(on.At.AddDays(-21), on.At.AddDays(-16), Deadline, 90)),
            EnteredAt = on.At,
        };
        lots =
        [
            .. Enumerable
                .Range(1, count)
                .Select(i => new Lot
                {
                    Id = Ids.Next(on.At),
                    TenderId = tender.Id,
                    Number = $"{tender.Number}{i:000}",
                    Division = "330421",
                    NameZh = $"第{i}标段",
                    NameEn = $"Lot {i}",
                    Estimate = estimate,
                    MaximumPrice = most,
                    Security = security,
                    Duration = 200,
                    Follows = follows?.lots[i - 1].Id,
                    Stage = new Open(on.At),
                }),
        ];
        panel = $"BG-T{serial:00}";
        var seats = new List<Custodian>();
        foreach (var (at, user) in Custodians.Index())
            seats.Add(new(at + 1, (await hall.Occasion(user)).By.Id, user, 0, Keys(user).EncryptionPublic));
        var custody = new CustodianPanel
        {
            Id = Ids.Next(on.At),
            Division = "330421",
            Number = panel,
            Threshold = 2,
            Members = seats,
            From = on.At.AddDays(-30),
        };
        await Put(project, on);
        await Put(tender, on);
        // Its number is taken: what is tendered again in the project gets the next.
        await hall.Get<HallWriter>().Write(db => db.NextNumber($"tenders:{project.Number}"));
        foreach (var lot in lots)
            await Put(lot, on);
        await Put(custody, on);
        terms = [.. lots.Select(custody.TermsOf)];
    }

    /// <summary>Puts a record in with a fact that says so.</summary>
    internal Task Put<T>(T record, Occasion on)
        where T : class, IRecorded =>
        hall.Get<HallWriter>()
            .Write(db =>
            {
                db.Add(record);
                db.Record(record, on, new GroundLaid(typeof(T).Name), answer: false);
                return Task.CompletedTask;
            });

    private sealed record GroundLaid(string What);
}
