using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading.Bids;

/// <summary>An announced lot with admitted bidders and custodians, laid straight into the house: what a sealed bid needs to stand on.</summary>
public sealed class BidGround
{
    public const string Lot = "E3304210001990001001001";
    public const string OtherLot = "E3304210001990001001002";
    public const string Passphrase = "示例口令 invented 2026";

    /// <summary>Account and firm of each invented bidder.</summary>
    public static readonly IReadOnlyList<(string Account, string Firm)> Bidders =
    [
        ("liang.jianbo", "浙江示例恒筑建设有限公司"),
        ("fang.shiyuan", "嘉兴示例远航建设有限公司"),
        ("guo.anran", "嘉善示例同济市政工程有限公司"),
    ];

    private static readonly string[] CustodianAccounts = ["tan.yuchen", "qin.shuheng", "ding.ruoshui"];

    private readonly Hall hall;

    private BidGround(Hall hall) => this.hall = hall;

    public DateTime Deadline { get; private init; }
    public IReadOnlyList<BidKeys> Custodians { get; private set; } = [];

    /// <summary>The ground itself, as a fact: nothing stands in the house that no fact tells of.</summary>
    public sealed record GroundLaid(string What);

    /// <param name="bidders">How many of <see cref="Bidders"/> are admitted.</param>
    public static async Task<BidGround> Lay(Hall hall, TimeSpan? untilDeadline = null, int bidders = 2)
    {
        var ground = new BidGround(hall) { Deadline = hall.Now + (untilDeadline ?? TimeSpan.FromDays(20)) };
        ground.Custodians = await HaveKeys(hall);
        await ground.Announce(bidders);
        return ground;
    }

    /// <summary>The three custodians register their keys, and two of them are enough.</summary>
    public static async Task<IReadOnlyList<BidKeys>> HaveKeys(Hall hall)
    {
        var keys = new List<BidKeys>();
        var numbers = new List<string>();
        foreach (var custodian in CustodianAccounts)
        {
            keys.Add(BidKeys.Generate());
            var registered = await hall.Get<RegisterCustodianKeyHandler>()
                .Handle(new(PublicKeys.Of(keys[^1])), await hall.Occasion(custodian));
            numbers.Add(registered.ShouldBeDone().Certificate);
        }
        (await hall.Get<SetCustodianPanelHandler>().Handle(new(2, numbers), await hall.Occasion("meng.hanzhi"))).ShouldBeDone();
        return keys;
    }

    private async Task Announce(int bidders)
    {
        var entity = await hall.Party("嘉善示例城市建设发展有限公司");
        var firms = new List<Party>();
        foreach (var (_, firm) in Bidders.Take(bidders))
            firms.Add(await hall.Party(firm));
        var on = new Occasion(Actor.House, null, hall.Now, Kernel.Journal.Channel.Online, "ground");
        await hall.Get<HallWriter>()
            .Write(db =>
            {
                var project = new TradeProject
                {
                    Id = Ids.Next(on.At),
                    Number = "E3304210001990001",
                    Division = "330421",
                    NameZh = "示例路改造工程（虚构）",
                    NameEn = "Example road works (invented)",
                    Entity = entity.Id,
                    Funds = FundSource.Budget,
                    PublicShare = 100,
                    Investment = 5_000_000_00,
                    Place = "嘉善县示例路",
                    Approval = "善示例批〔2026〕1号",
                    EnteredAt = on.At,
                };
                var tender = new Tender
                {
                    Id = Ids.Next(on.At),
                    ProjectId = project.Id,
                    Number = "E3304210001990001001",
                    Division = "330421",
                    NameZh = "示例路改造工程施工（虚构）",
                    NameEn = "Example road works (invented)",
                    Kind = TenderKind.Works,
                    Method = TenderMethod.Open,
                    Round = 1,
                    Entity = entity.Id,
                    EntityName = entity.Name,
                    SupervisingDepartment = "zjj",
                    Stage = new Preparing(on.At)
                        .File(on.At, 1)
                        .Accept(on.At)
                        .Announce(on.At, new TenderTimes(on.At, on.At.AddDays(5), Deadline, 90)),
                    EnteredAt = on.At,
                };
                db.TradeProjects.Add(project);
                db.Tenders.Add(tender);
                db.Record(project, on, new GroundLaid("project"));
                db.Record(tender, on, new GroundLaid("tender"));
                foreach (var number in new[] { Lot, OtherLot })
                {
                    var lot = new Lot
                    {
                        Id = Ids.Next(on.At),
                        TenderId = tender.Id,
                        Number = number,
                        Division = "330421",
                        NameZh = "示例路改造工程施工一标段（虚构）",
                        NameEn = "Example road works, lot 1 (invented)",
                        Estimate = 4_500_000_00,
                        Security = 80_000_00,
                        Duration = 180,
                        Stage = new Planned(on.At).Announce(on.At),
                    };
                    db.Lots.Add(lot);
                    db.Record(lot, on, new GroundLaid("lot"));
                    foreach (var firm in firms)
                    {
                        var registration = new Registration
                        {
                            Id = Ids.Next(on.At),
                            LotId = lot.Id,
                            TenderId = tender.Id,
                            Division = "330421",
                            Bidder = firm.Id,
                            BidderName = firm.Name,
                            By = 0,
                            RegisteredAt = on.At,
                            Statement = "具备公告要求的资质（示例）",
                            Papers = [],
                            Members = [],
                            Stage = new Registered(on.At).Accept(on.At, "示例审核人"),
                        };
                        db.Registrations.Add(registration);
                        db.Record(registration, on, new GroundLaid("registration"));
                    }
                }
                return Task.CompletedTask;
            });
    }

    public async Task<long> FirmOf(int bidder) => (await hall.Party(Bidders[bidder].Firm)).Id;

    public Task<Occasion> As(int bidder, string? key = null) => hall.Occasion(Bidders[bidder].Account, key);

    /// <summary>New keys of a bidder, registered.</summary>
    public async Task<(BidKeys Keys, string Certificate)> Keys(int bidder)
    {
        var keys = BidKeys.Generate();
        var registered = await hall.Get<RegisterCertificateHandler>()
            .Handle(new(await FirmOf(bidder), PublicKeys.Of(keys)), await As(bidder));
        return (keys, registered.ShouldBeDone().Certificate);
    }

    /// <summary>What a lot gives whoever seals a bid for it.</summary>
    public static Task<SealingTerms> Terms(Hall hall, string number = Lot) =>
        hall.Read(async db =>
        {
            var lot = await db.Lots.AsNoTracking().SingleAsync(l => l.Number == number);
            var tender = await db.Tenders.AsNoTracking().SingleAsync(t => t.Id == lot.TenderId);
            return (await CustodianPanel.Of(db, tender)).ShouldNotBeNull().TermsOf(lot);
        });

    public async Task<byte[]> Sealed(BidKeys keys, string content = "示例投标内容", string lot = Lot, int padding = 2000)
    {
        using var into = new MemoryStream();
        await EnvelopeSealer.Seal(
            await Terms(hall, lot),
            "91330421DEMA05113N",
            new OpeningSheet(4_321_000_00, ChineseAmount.Of(4_321_000_00), 170, "合格", "示例负责人", ""),
            [
                new("报价.txt", "price", () => new MemoryStream(Encoding.UTF8.GetBytes(content))),
                new("技术.bin", "technical", () => new MemoryStream(new byte[padding])),
            ],
            keys,
            [keys.EncryptionPublic],
            into
        );
        return into.ToArray();
    }

    /// <summary>Uploads an envelope whole and answers the upload's number.</summary>
    public async Task<long> Upload(int bidder, byte[] envelope, string lot = Lot)
    {
        var begun = (
            await hall.Get<BeginUploadHandler>().Handle(new(lot, await FirmOf(bidder), envelope.Length), await As(bidder))
        ).ShouldBeDone();
        (await hall.Get<ContinueUploadHandler>().Handle(new(begun.Upload, 0, new MemoryStream(envelope)), await As(bidder)))
            .ShouldBeDone()
            .Offset.ShouldBe(envelope.Length);
        return begun.Upload;
    }

    public async Task<Result<BidSubmitted>> Submit(int bidder, long upload, string? key = null) =>
        await hall.Get<SubmitBidHandler>().Handle(new(upload), await As(bidder, key));

    public async Task<Result<BidSubmitted>> HandIn(int bidder, byte[] envelope) => await Submit(bidder, await Upload(bidder, envelope));

    public async Task<Bid?> BidOf(int bidder)
    {
        var firm = await FirmOf(bidder);
        return await hall.Read(db => db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Bidder == firm));
    }
}
