using System.Globalization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading;
using CountyHall.Trading.Award;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Securities;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>An opened lot with four bids, their securities, a committee and its signed report: the ground on which an award is tried.</summary>
/// <remarks>Opened by the use cases; report, committee and securities are laid, each with a fact. Everybody and everything in it is invented.</remarks>
public sealed class AwardGround
{
    public const long Security = 100_000_00;
    public const long Most = 4_000_000_00;
    public static readonly string[] Members = ["gu.qinglan", "zou.yunfei", "tao.jinyan", "deng.zhiyuan", "shen.zhihe"];
    public static readonly string[] Bidders = OpeningGround.Bidders;
    private readonly Hall hall;

    private AwardGround(Hall hall, OpeningGround opening) => (this.hall, Opening) = (hall, opening);

    public OpeningGround Opening { get; }
    public string Tender => Opening.Number;
    public string Lot => Opening.Lots[0].Number;
    public long LotId => Opening.Lots[0].Id;

    /// <summary>What one bids, fen; the first of the list is the cheapest.</summary>
    public static long PriceOf(int bidder) => 3_000_000_00 + bidder * 100_000_00;

    /// <param name="report">Which of the bidders are ranked, in order; the others were rejected. All but the last where none is named.</param>
    public static async Task<AwardGround> In(Hall hall, int[]? report = null, long? most = Most, bool documents = true)
    {
        var opening = await OpeningGround.In(hall, security: Security, most: most);
        var ground = new AwardGround(hall, opening);
        foreach (var (at, user) in Bidders.Index())
            await opening.HandsIn(user, price: PriceOf(at));
        await ground.Opens();
        var on = await hall.Occasion(OpeningGround.Agency);
        if (documents)
        {
            var tender = await hall.Tender(opening.Number);
            var project = await hall.Read(db => db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId));
            await opening.Put(
                new TenderDocument
                {
                    Id = Ids.Next(on.At),
                    TenderId = tender.Id,
                    Number = 1,
                    Content = ModelDocument.For(ModelDocuments.Travelling, tender, project, opening.Lots),
                    SavedAt = on.At,
                },
                on
            );
        }
        foreach (var user in Bidders)
            await ground.HasPaid(user, on);
        await ground.HasCommittee(on);
        await ground.Reports(report ?? [0, 1, 2], on);
        return ground;
    }

    /// <summary>One lot whose candidates are published, with an objection; one whose report is under review: what the pages show.</summary>
    internal static async Task<Dictionary<string, string>> ForEveryPage(Storage storage)
    {
        await using var hall = await Hall.Of(Engine.Embedded, storage, TimeProvider.System.GetUtcNow().AddDays(-2));
        var shown = await In(hall);
        await shown.Publishes();
        await shown.Objects(Bidders[3]);
        var reviewed = await In(hall);
        await reviewed.Opening.Ask<ReferBackHandler, ReportReferredBack>(
            OpeningGround.Entity,
            (h, on) => h.Handle(new(reviewed.Lot, "请复核第一名的业绩（示例）"), on)
        );
        return new()
        {
            ["award"] = shown.Tender,
            ["award-lot"] = shown.Lot,
            ["review-lot"] = reviewed.Lot,
        };
    }

    /// <summary>The second round of a tender that failed for want of bids, and failed again.</summary>
    public static async Task<OpeningGround> FailedTwice(Hall hall)
    {
        var first = await Fails(await OpeningGround.In(hall));
        return await Fails(await OpeningGround.In(hall, follows: first));

        async Task<OpeningGround> Fails(OpeningGround ground)
        {
            await ground.SignsIn();
            ground.At(ground.Deadline);
            await ground.Chair<PublishBiddersHandler, BiddersWerePublished>((h, on) => h.Handle(new(ground.Number), on));
            return ground;
        }
    }

    private async Task Opens()
    {
        await Opening.Decrypts();
        foreach (var user in Bidders)
            await Opening.Opens(user);
        await Opening.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(Tender), on));
        await Opening.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(Tender), on));
        await Opening.Chair<BeginConfirmingHandler, ConfirmingBegun>((h, on) => h.Handle(new(Tender), on));
        await Opening.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(Tender, "投标人不在现场（示例）"), on));
    }

    private async Task HasPaid(string user, Occasion on)
    {
        var firm = await Opening.Firm(user);
        var at = on.At.AddDays(-3);
        await Opening.Put(
            new BidSecurity
            {
                Id = Ids.Next(on.At),
                Division = "330421",
                LotId = LotId,
                TenderId = Opening.Lots[0].TenderId,
                Bidder = firm,
                BidderName = (await Opening.Listed(user)).BidderName,
                AccountNumber = string.Create(CultureInfo.InvariantCulture, $"{Ids.Next(on.At):0}")[^16..],
                Amount = Security,
                Stage = SecurityStage.Begin(at).Receive(at, new Receipt(1, "示例", Security, at, 1)),
            },
            on
        );
    }

    private async Task HasCommittee(Occasion on)
    {
        var committee = new Committee
        {
            Id = Ids.Next(on.At),
            Division = "330421",
            TenderId = Opening.Lots[0].TenderId,
            FormedAt = on.At,
        };
        await Opening.Put(committee, on);
        foreach (var (at, user) in Members.Index())
        {
            var by = (await hall.Occasion(user)).By;
            await Opening.Put(
                new CommitteeSeat
                {
                    Id = Ids.Next(on.At),
                    CommitteeId = committee.Id,
                    TenderId = committee.TenderId,
                    Place = at + 1,
                    Kind = at == 0 ? SeatKind.EntityRepresentative : SeatKind.Expert,
                    Person = by.Person.ShouldNotBeNull(user),
                    Name = by.Name,
                    Employer = "示例单位",
                },
                on
            );
        }
    }

    private async Task Reports(int[] ranked, Occasion on)
    {
        var ranking = new List<RankedBid>();
        foreach (var (at, who) in ranked.Index())
        {
            var bid = await Opening.Listed(Bidders[who]);
            var opened = bid.Stage.ShouldBeOfType<Decrypted>().Bid;
            ranking.Add(
                new(
                    at + 1,
                    bid.Id,
                    bid.Bidder,
                    bid.BidderName,
                    opened.ReadPrice,
                    opened.ReadPrice,
                    92.5m - at,
                    opened.Duration,
                    opened.Quality,
                    opened.Leader
                )
            );
        }
        var rejected = new List<RejectedBid>();
        foreach (var (at, user) in Bidders.Index())
            if (!ranked.Contains(at))
            {
                var bid = await Opening.Listed(user);
                rejected.Add(new(bid.Id, bid.Bidder, bid.BidderName, $"示例否决理由{at}", "招标文件第二章（示例）"));
            }
        await Opening.Put(
            new EvaluationReport
            {
                Id = Ids.Next(on.At),
                Division = "330421",
                TenderId = Opening.Lots[0].TenderId,
                LotId = LotId,
                Content = new(EvaluationKind.Comprehensive, ranking, rejected, []),
                SignedAt = on.At,
            },
            on
        );
    }

    // ---- the award ----

    public Task<LotAward> Award() => hall.Read(db => db.LotAwards.AsNoTracking().SingleAsync(a => a.LotId == LotId));

    public Task<ReportContent> Report() => hall.Read(async db => (await EvaluationReport.Of(db, LotId))!.Content);

    public async Task<IReadOnlyList<CandidateDetails>> Details() =>
        [
            .. (await Report()).Ranking.Select(b => new CandidateDetails(
                b.Bidder,
                "一级注册建造师（示例）示例证 001 号",
                "资质和业绩符合（示例）"
            )),
        ];

    public async Task<CandidatesShown> Publishes()
    {
        var details = await Details();
        return await Opening.Ask<PublishCandidatesHandler, CandidatesShown>(
            OpeningGround.Agency,
            (h, on) => h.Handle(new(Lot, details), on)
        );
    }

    public Task<WinnerWasFixed> Fixes() =>
        Opening.Ask<FixWinnerHandler, WinnerWasFixed>(OpeningGround.Entity, (h, on) => h.Handle(new(Lot), on));

    /// <summary>A bond of 100,000 yuan is asked for, unless another is.</summary>
    public Task<AwardNoticeIssued> Notifies(long bond = 100_000_00) =>
        Opening.Ask<IssueAwardNoticeHandler, AwardNoticeIssued>(OpeningGround.Entity, (h, on) => h.Handle(new(Lot, bond), on));

    public async Task<AwardContract> Contract()
    {
        var winner = ((WinnerStands)(await Award()).Stage).Winner;
        return new("示例合同〔2026〕1号", winner.Price, winner.Duration, winner.Quality, winner.Leader, []);
    }

    public async Task<ContractWasProposed> Proposes()
    {
        var contract = await Contract();
        return await Opening.Ask<ProposeContractHandler, ContractWasProposed>(
            OpeningGround.Entity,
            (h, on) => h.Handle(new(Lot, contract), on)
        );
    }

    public async Task<ContractWasSigned> Signs(string user)
    {
        var firm = await Opening.Firm(user);
        return await Opening.Ask<SignContractHandler, ContractWasSigned>(user, (h, on) => h.Handle(new(Lot, firm), on));
    }

    public async Task<ResultObjected> Objects(string user, string text = "第一候选人的业绩不符（示例）")
    {
        var firm = await Opening.Firm(user);
        return await Opening.Ask<ObjectToResultHandler, ResultObjected>(user, (h, on) => h.Handle(new(Lot, firm, null, text), on));
    }

    /// <summary>A member signs the review.</summary>
    /// <param name="rejects">The bidder whom it would take out; none where the report stands.</param>
    public async Task<ReviewSigned> Reviews(string member, string? rejects = null)
    {
        var seat = await Seat(member);
        IReadOnlyList<ReviewRejection> rejections = rejects is null
            ? []
            : [new(await Opening.Firm(rejects), "业绩不符，招标文件第二章（示例）")];
        return await Opening.Ask<SignReviewHandler, ReviewSigned>(
            member,
            (h, on) => h.Handle(new(Lot, seat, "已复核（示例）", rejections), on)
        );
    }

    public async Task<long> Seat(string member)
    {
        var person = (await hall.Occasion(member)).By.Person;
        return await hall.Read(db =>
            db.CommitteeSeats.Where(s => s.TenderId == Opening.Lots[0].TenderId && s.Person == person).Select(s => s.Id).SingleAsync()
        );
    }

    public async Task<BidSecurity> SecurityOf(string user)
    {
        var firm = await Opening.Firm(user);
        return await hall.Read(db => db.BidSecurities.AsNoTracking().SingleAsync(s => s.LotId == LotId && s.Bidder == firm));
    }

    /// <summary>The first instant after the publicity of the candidates.</summary>
    public async Task PassesPublicity()
    {
        var published = (await Award()).Stage.ShouldBeOfType<CandidatesPublished>();
        Opening.At(AwardRules.EndOf(published, hall.Get<Kernel.Calendar.CountyCalendar>().Now, hall.Now).AddMilliseconds(1));
    }

    public Task<List<NoticeKind>> Kinds() =>
        hall.Read(async db =>
            await db.Notices.Where(n => n.TenderId == Opening.Lots[0].TenderId).OrderBy(n => n.Id).Select(n => n.Kind).ToListAsync()
        );
}
