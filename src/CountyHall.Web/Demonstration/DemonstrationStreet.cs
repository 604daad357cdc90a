using System.Globalization;
using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using CountyHall.Trading.Similarity.Board;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>
/// An invented street whose six bids are open and before their committee: the second and the fifth came from one pen, the sixth has the prices of the
/// third, and what the others share is honest.
/// </summary>
/// <remarks>Only the announcement is laid; everything after it goes through the use cases of the floor, by the people of the county, on the days that it would have had.</remarks>
public sealed class DemonstrationStreet(
    IServiceProvider house,
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    CountyCalendar calendar,
    Vault vault,
    TimeProvider time
)
{
    private const int Serial = 900_009;
    private const string First = "E3304210001900001001";
    private const string Number = "E3304210001900009001";
    private const string Agency = "su.wanqing";
    private const string Supervisor = "meng.hanzhi";
    private const string Representative = "he.linxi";
    private const string Venue = "yuan.jinghe";
    private const string Reviewer = "he.mingzhou";
    private const string Accountant = "sun.ruolan";
    private const long Security = 120_000_00;

    private static readonly string[] Custodians = ["tan.yuchen", "qin.shuheng", "ding.ruoshui"];

    /// <summary>The shares from which the experts are drawn: always the same, so that the demonstration has the same committee everywhere.</summary>
    private static readonly (DrawParty Party, string User, string Share)[] Shares =
    [
        (DrawParty.Entity, Agency, "58213907744610352291."),
        (DrawParty.Supervisor, Supervisor, "30518864275519927306."),
    ];

    private InventedPeople people = null!;
    private readonly Dictionary<string, string> contentKeys = [];
    private StreetFile street = null!;
    private Tender tender = null!;
    private Lot lot = null!;

    /// <summary>Loads it where the house has the demonstration's other tenders and not this one. Answers whether it did.</summary>
    /// <remarks>It takes seconds, so that the site does not wait for it. A kill in the middle leaves a tender that came as far as it came.</remarks>
    public async Task<bool> LoadIfMissing()
    {
        var numbers = await Read(db => db.Tenders.Where(t => t.Number == First || t.Number == Number).Select(t => t.Number).ToListAsync());
        if (!numbers.Contains(First) || numbers.Contains(Number))
            return false;
        street = StreetFile.Read();
        var now = time.Now();
        people = await InventedPeople.Know(house, CountyTime.DayOf(now));
        var firms = await Read(db => db.Set<Firm>().AsNoTracking().Where(f => f.Name.Contains("示例")).ToDictionaryAsync(f => f.Name));
        // A county that was loaded by an earlier version may not know all of them.
        if (!street.Bidders.All(b => people.Knows(b.User)))
            return false;
        await Load(firms["嘉善示例城市建设发展有限公司"], firms["浙江示例工程咨询有限公司"], now);
        return true;
    }

    /// <param name="now">The evaluation began shortly before; the opening was on the working day before.</param>
    private async Task Load(Firm entity, Firm agency, DateTime now)
    {
        var deadline = CountyTime.Utc(calendar.Now.Back(CountyTime.DayOf(now), 1), new TimeOnly(9, 30));
        var announced = deadline.AddDays(-24);

        var panel = await CustodiansHaveKeys(announced.AddDays(-10));
        await IsAnnounced(entity, agency, announced, deadline);
        await BiddersRegister(announced.AddDays(3));
        await SecuritiesArrive(deadline.AddDays(-6));
        foreach (var (place, bidder) in street.Bidders.Index())
            await HandsIn(bidder, panel, deadline.AddHours(-22).AddMinutes(80 * place));
        await BidsAreOpened(deadline);
        await Ask<RunSimilarityHandler, LikenessWasRun>(Venue, deadline.AddMinutes(70), (h, on) => h.Handle(new(lot.Number), on));
        // Within the half hour in which calls are answered: the house's own clock would give the places to others.
        var meeting = now.AddMinutes(-5);
        await CommitteeIsDrawn(now.AddMinutes(-22), meeting);
        await CommitteeBegins(meeting);
    }

    private async Task<CustodianPanel> CustodiansHaveKeys(DateTime at)
    {
        List<string> certificates = [];
        foreach (var custodian in Custodians)
        {
            // Nobody keeps the private halves: what the demonstration holds needs no recovery.
            var keys = PublicKeys.Of(BidKeys.Generate());
            var registered = await Ask<RegisterCustodianKeyHandler, CertificateRegistered>(
                custodian,
                at,
                (h, on) => h.Handle(new(keys), on)
            );
            certificates.Add(registered.Certificate);
        }
        await Ask<SetCustodianPanelHandler, CustodianPanelSet>(Supervisor, at.AddHours(1), (h, on) => h.Handle(new(2, certificates), on));
        return await Read(db => db.CustodianPanels.AsNoTracking().OrderBy(p => p.Id).LastAsync());
    }

    private async Task IsAnnounced(Firm entity, Firm agency, DateTime announced, DateTime deadline)
    {
        var invented = new InventedTender(
            Serial,
            ("示例街道路提升改造工程", "Example street, renewal"),
            TenderKind.Works,
            entity,
            agency,
            "trading-office",
            "330421001",
            "魏塘街道示例街",
            [new(("施工", "Works"), 7_350_000_00, 7_200_000_00, Security, 180)],
            announced,
            deadline,
            Method: EvaluationKind.LowestEvaluatedPrice
        );
        var on = new Occasion(Actor.House, null, announced, Channel.Office, "demonstration");
        await writer.Write(async db =>
        {
            (tender, var lots) = await invented.Put(db, on);
            lot = lots[0];
        });
    }

    private async Task BiddersRegister(DateTime at)
    {
        foreach (var (place, bidder) in street.Bidders.Index())
        {
            var firm = FirmOf(bidder);
            await Ask<RegisterHandler, BidderRegistered>(
                bidder.User,
                at.AddHours(5 * place),
                (h, on) => h.Handle(new(lot.Number, firm, "资质、业绩和项目负责人符合公告的各项条件（示例）", [], []), on)
            );
        }
        var registrations = await Read(db => db.Registrations.Where(r => r.LotId == lot.Id).Select(r => r.Id).ToListAsync());
        foreach (var registration in registrations)
            await Ask<AcceptRegistrationHandler, RegistrationWasAccepted>(
                Reviewer,
                at.AddDays(2),
                (h, on) => h.Handle(new(registration), on)
            );
    }

    /// <summary>One file of the bank: each security from its bidder's own account, after that of the sixth had come from the third's and was not taken.</summary>
    private async Task SecuritiesArrive(DateTime at)
    {
        var accounts = DemonstrationCounty
            .ReadCounty()
            .Firms.Where(f => f.BasicAccount is not null)
            .ToDictionary(f => f.Name, f => f.BasicAccount!.Number);
        List<(string Payer, string Sub)> payments = [];
        foreach (var bidder in street.Bidders)
        {
            var firm = FirmOf(bidder);
            var given = await Ask<OpenSubAccountHandler, SubAccountGiven>(bidder.User, at, (h, on) => h.Handle(new(lot.Number, firm), on));
            if (bidder.FirstPaidBy is { } other)
                payments.Add((other, given.SubAccount));
            payments.Add((bidder.Firm, given.SubAccount));
        }
        var total = payments.Count * Security / 100m;
        var paid = CountyTime.Local(at.AddHours(1));
        var file = new StringBuilder();
        file.Append(CultureInfo.InvariantCulture, $"对账单,620033042199990001,{paid:yyyy-MM-dd},0.00,{total:0.00}\n{StatementFile.Heads}");
        foreach (var (row, (payer, sub)) in payments.Index())
            file.Append(
                CultureInfo.InvariantCulture,
                $"\n示例街{row + 1:00},{paid.AddMinutes(7 * row):yyyy-MM-dd HH:mm:ss},收,{Security / 100m:0.00},{sub},{payer},{accounts[payer]},投标保证金"
            );
        await Ask<ImportStatementHandler, StatementImported>(Accountant, at.AddHours(7), (h, on) => h.Handle(new(file.ToString()), on));
    }

    private async Task HandsIn(StreetBidder bidder, CustodianPanel panel, DateTime at)
    {
        var (firm, code) = (
            FirmOf(bidder),
            await Read(db => db.Set<Firm>().Where(f => f.Name == bidder.Firm).Select(f => f.Uscc).SingleAsync())
        );
        var keys = BidKeys.Generate();
        await Ask<RegisterCertificateHandler, CertificateRegistered>(
            bidder.User,
            at.AddDays(-2),
            (h, on) => h.Handle(new(firm, PublicKeys.Of(keys)), on)
        );
        var plan = PlainDocument.Of(bidder.Plan, bidder.Author, at.AddDays(-3));
        var bill = Encoding.UTF8.GetBytes(bidder.Bill);
        using var envelope = new MemoryStream();
        var contentKey = await EnvelopeSealer.Seal(
            panel.TermsOf(lot),
            code,
            new(bidder.Total, ChineseAmount.Of(bidder.Total), bidder.Duration, "合格", bidder.Leader, "无"),
            [
                new("已标价工程量清单.csv", "price", () => new MemoryStream(bill)),
                new("施工组织设计.docx", "technical", () => new MemoryStream(plan)),
            ],
            keys,
            [keys.EncryptionPublic],
            envelope
        );
        contentKeys[bidder.User] = Convert.ToBase64String(contentKey);
        envelope.Position = 0;
        var begun = await Ask<BeginUploadHandler, UploadBegun>(
            bidder.User,
            at,
            (h, on) => h.Handle(new(lot.Number, firm, envelope.Length), on)
        );
        await Ask<ContinueUploadHandler, UploadProgress>(bidder.User, at, (h, on) => h.Handle(new(begun.Upload, 0, envelope), on));
        await Ask<SubmitBidHandler, BidSubmitted>(bidder.User, at.AddMinutes(1), (h, on) => h.Handle(new(begun.Upload), on));
    }

    private async Task BidsAreOpened(DateTime deadline)
    {
        var (number, before) = (tender.Number, deadline.AddDays(-9));
        var booked = await Ask<BookRoomHandler, RoomBooked>(
            Agency,
            before,
            (h, on) => h.Handle(new(number, "K2", deadline.AddMinutes(-30), deadline.AddHours(2), VenuePurpose.Opening), on)
        );
        await Ask<ConfirmBookingHandler, BookingWasConfirmed>(Venue, before.AddHours(2), (h, on) => h.Handle(new(booked.Session), on));
        await Ask<ScheduleOpeningHandler, OpeningScheduled>(
            Agency,
            before.AddHours(3),
            (h, on) => h.Handle(new(number, new OpeningPlan(30)), on)
        );
        await Ask<BeginSignInHandler, SignInBegun>(Agency, deadline.AddMinutes(-20), (h, on) => h.Handle(new(number), on));
        await Ask<PublishBiddersHandler, BiddersWerePublished>(Agency, deadline, (h, on) => h.Handle(new(number), on));
        await Ask<BeginDecryptionHandler, DecryptionBegun>(Agency, deadline.AddMinutes(2), (h, on) => h.Handle(new(number), on));
        var listed = await Read(db =>
            db.OpeningBids.AsNoTracking().Where(b => b.LotId == lot.Id).ToDictionaryAsync(b => b.Bidder, b => b.Id)
        );
        foreach (var (place, bidder) in street.Bidders.Index())
        {
            var bid = listed[FirmOf(bidder)];
            await Ask<DecryptBidHandler, DecryptionTried>(
                bidder.User,
                deadline.AddMinutes(4 + 2 * place),
                (h, on) => h.Handle(new(number, bid, contentKeys[bidder.User]), on)
            );
        }
        await Ask<CloseDecryptionHandler, DecryptionClosed>(Agency, deadline.AddMinutes(18), (h, on) => h.Handle(new(number), on));
        await Ask<BeginReadingHandler, ReadingBegun>(Agency, deadline.AddMinutes(20), (h, on) => h.Handle(new(number), on));
        await Ask<BeginConfirmingHandler, ConfirmingBegun>(Agency, deadline.AddMinutes(30), (h, on) => h.Handle(new(number), on));
        await Ask<EndOpeningHandler, OpeningWasEnded>(
            Agency,
            deadline.AddMinutes(40),
            (h, on) => h.Handle(new(number, "投标人远程参加，唱标后均未提出异议（示例）"), on)
        );
    }

    private async Task CommitteeIsDrawn(DateTime at, DateTime meeting)
    {
        var representative = people[Representative].Person!.Value;
        var draw = (
            await Ask<RequestDrawHandler, DrawWasRequested>(
                Agency,
                at,
                (h, on) =>
                    h.Handle(new(tender.Number, [new("A02", 3), new("B01", 1)], [representative], meeting, street.EvaluationPlace), on)
            )
        ).Number;
        await Ask<PublishPoolHandler, PoolWasPublished>(Agency, at.AddMinutes(1), (h, on) => h.Handle(new(draw), on));
        foreach (var (party, user, share) in Shares)
            await Ask<CommitExpertShareHandler, ExpertShareCommitted>(
                user,
                at.AddMinutes(2),
                (h, on) => h.Handle(new(draw, party, PublicDraw.CommitmentTo(PublicDraw.Canonical(share)!)), on)
            );
        foreach (var (party, user, share) in Shares)
            await Ask<RevealExpertShareHandler, ExpertShareRevealed>(
                user,
                at.AddMinutes(3),
                (h, on) => h.Handle(new(draw, party, share), on)
            );
        var called = people.Citizens.ToDictionary(c => ExpertCall.KeyOf(vault, c.Key), c => c.Value);
        while (
            await Read(db => db.ExpertCalls.AsNoTracking().Where(c => c.StageName == "called").OrderBy(c => c.Id).FirstOrDefaultAsync())
                is { } call
        )
            await Ask<AnswerCallHandler, CallAnswered>(
                called[call.PersonKey],
                at.AddMinutes(8),
                (h, on) => h.Handle(new(call.Id, Comes: true), on)
            );
        await Ask<OpenNamesHandler, NamesWereOpened>(Agency, meeting.AddMinutes(-7), (h, on) => h.Handle(new(draw), on));
    }

    /// <summary>Talked with, pledged and with a leader: what the bids say is now before them.</summary>
    private async Task CommitteeBegins(DateTime meeting)
    {
        var seats = await Read(db =>
            db.CommitteeSeats.AsNoTracking().Where(s => s.TenderId == tender.Id).OrderBy(s => s.Place).ToListAsync()
        );
        await Ask<HoldBriefingHandler, BriefingHeld>(
            Supervisor,
            meeting.AddMinutes(-5),
            (h, on) => h.Handle(new(tender.Number, Enum.GetValues<BriefingTopic>()), on)
        );
        foreach (var seat in seats.Where(s => s.Kind == SeatKind.Expert))
            await Ask<SignBriefingHandler, BriefingSigned>(
                people.Citizens[seat.Person],
                meeting.AddMinutes(-3),
                (h, on) => h.Handle(new(tender.Number), on)
            );
        await Ask<BeginEvaluationHandler, EvaluationBegun>(Agency, meeting, (h, on) => h.Handle(new(lot.Number, Minutes: 4320, []), on));
        foreach (var seat in seats)
            await Ask<MakePledgeHandler, PledgeMade>(
                people.Citizens[seat.Person],
                meeting.AddMinutes(1),
                (h, on) => h.Handle(new(lot.Number), on)
            );
        foreach (var seat in seats.Take(3))
            await Ask<VoteForLeaderHandler, LeaderVoteGiven>(
                people.Citizens[seat.Person],
                meeting.AddMinutes(2),
                (h, on) => h.Handle(new(lot.Number, seats[0].Id), on)
            );
    }

    private long FirmOf(StreetBidder bidder) => people[bidder.User].Firms!.Single();

    private async Task<T> Read<T>(Func<HallDb, Task<T>> read)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await read(db);
    }

    private Task<T> Ask<THandler, T>(string user, DateTime at, Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull
        where T : notnull => people.Ask(user, at, ask);
}
