using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Award;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>Three invented tenders with a result: one whose candidates are published now, one under contract whose lowest bid was rejected, one archived with two equal prices.</summary>
/// <remarks>Opening and report are laid as records; everything after them goes through the use cases of the floor, on the days that it would have had.</remarks>
public sealed class DemonstrationAwards(DemonstrationAwards.Steps steps)
{
    /// <summary>The steps of an award, as people take them.</summary>
    public sealed record Steps(
        HallWriter Writer,
        PublishCandidatesHandler Candidates,
        FixWinnerHandler Winner,
        IssueAwardNoticeHandler Notice,
        ReportAwardHandler Report,
        ProposeContractHandler Propose,
        SignContractHandler Sign,
        PublishContractHandler File,
        RecordPerformanceHandler Perform,
        CompleteContractHandler Complete,
        ArchiveTenderHandler Archive
    );

    /// <summary>The three firms that bid.</summary>
    public static readonly IReadOnlyList<string> Bidders =
    [
        "浙江示例恒筑建设有限公司",
        "嘉兴示例远航建设有限公司",
        "嘉善示例同济市政工程有限公司",
    ];

    /// <param name="serial">Serial of the first project.</param>
    public async Task Load(
        int serial,
        Firm city,
        Firm roads,
        Firm? agency,
        IReadOnlyList<Firm> bidders,
        DateTime now,
        CancellationToken ct = default
    )
    {
        // Published yesterday: the three days or more are still running.
        var shown = new Told(
            steps,
            Works(serial, ("示例老旧小区改造工程", "Example housing renewal"), city, agency, 12_600_000_00, 210, now, -6),
            bidders
        );
        await shown.Opens(ct);
        await shown.Shows(now.AddHours(-26), ct);

        var running = new Told(
            steps,
            Works(serial + 1, ("示例圩区整治工程", "Example polder works"), city, agency, 21_400_000_00, 360, now, -80) with
            {
                SupervisingDepartment = "trading-office",
            },
            bidders
        )
        {
            Oddity = Oddity.LowestRejected,
        };
        await running.Opens(ct);
        await running.Contracts(ct);
        await running.Pays(30, 15, ct);

        var archived = new Told(
            steps,
            Works(serial + 2, ("示例道路绿化提升工程", "Example roadside planting"), roads, null, 4_900_000_00, 90, now, -260),
            bidders
        )
        {
            Oddity = Oddity.SamePrices,
        };
        await archived.Opens(ct);
        await archived.Contracts(ct);
        await archived.Pays(40, 60, ct);
        await archived.Ends(ct);
    }

    private static InventedTender Works(int serial, Words name, Firm entity, Firm? agency, long most, int days, DateTime now, int deadline)
    {
        var due = CountyTime.Utc(CountyTime.DayOf(now).AddDays(deadline), new TimeOnly(9, 30));
        return new(
            serial,
            name,
            TenderKind.Works,
            entity,
            agency,
            "zjj",
            "330421001",
            "魏塘街道示例路",
            [new(("施工", "Works"), most, most, 0, days)],
            due.AddDays(-24),
            due,
            InventedEnd.Opened
        );
    }

    /// <summary>What the red flags find in it.</summary>
    private enum Oddity
    {
        None,

        /// <summary>The lowest bid was rejected.</summary>
        LowestRejected,

        /// <summary>The second and the third bid the same.</summary>
        SamePrices,
    }

    /// <summary>One tender as it goes on.</summary>
    private sealed class Told(Steps steps, InventedTender invented, IReadOnlyList<Firm> bidders)
    {
        private Tender tender = null!;
        private Lot lot = null!;
        private Candidate? first;
        private DateTime at;

        public Oddity Oddity { get; init; }

        /// <summary>Record of the opening and report of the committee, as they would stand in the house.</summary>
        public async Task Opens(CancellationToken ct)
        {
            var on = new Occasion(Actor.House, null, invented.EndedAt, Channel.Office, "demonstration");
            await steps.Writer.Write(
                async db =>
                {
                    (tender, var lots) = await invented.Put(db, on);
                    lot = lots[0];
                    await Lay(db, on);
                },
                ct
            );
            at = on.At.AddHours(6);
        }

        public async Task Shows(DateTime when, CancellationToken ct)
        {
            at = when;
            var details = bidders.Select(b => new CandidateDetails(
                b.Id,
                "一级注册建造师（示例）示例证 001 号",
                "资质和业绩符合招标文件（示例）"
            ));
            var shown = Done(await steps.Candidates.Handle(new(lot.Number, [.. details]), As(invented.Entity), ct));
            first = shown.Candidates[0];
        }

        /// <summary>From the candidates to the contract that is published.</summary>
        public async Task Contracts(CancellationToken ct)
        {
            await Shows(at.AddDays(1), ct);
            var entity = invented.Entity;
            Later(12);
            Done(await steps.Winner.Handle(new(lot.Number), As(entity), ct));
            Later(2);
            Done(await steps.Notice.Handle(new(lot.Number, 0), As(entity), ct));
            Done(await steps.Report.Handle(new(lot.Number, "示例"), As(entity), ct));
            Later(5);
            var contract = new AwardContract(
                $"示例合同〔{CountyTime.DayOf(at).Year}〕{invented.Serial % 1000}号",
                first!.Price,
                first.Duration,
                first.Quality,
                first.Leader,
                []
            );
            Done(await steps.Propose.Handle(new(lot.Number, contract), As(entity), ct));
            Later(1);
            Done(await steps.Sign.Handle(new(lot.Number, first.Bidder), As(bidders.Single(b => b.Id == first.Bidder)), ct));
            Later(3);
            Done(await steps.File.Handle(new(lot.Number), As(entity), ct));
        }

        public async Task Pays(int percent, int after, CancellationToken ct)
        {
            Later(after);
            Done(
                await steps.Perform.Handle(
                    new(lot.Number, PerformanceKind.Payment, first!.Price / 100 * percent, $"第一期工程款，合同价的 {percent}%（示例）"),
                    As(invented.Entity),
                    ct
                )
            );
        }

        public async Task Ends(CancellationToken ct)
        {
            Later(40);
            Done(await steps.Complete.Handle(new(lot.Number, "竣工验收合格（示例）"), As(invented.Entity), ct));
            Later(10);
            Done(await steps.Archive.Handle(new(tender.Number), As(invented.Entity), ct));
        }

        private void Later(int days) => at = at.AddDays(days);

        private Occasion As(Firm firm) =>
            new(
                Actor.House with
                {
                    Division = tender.Division,
                    Firms = new HashSet<long> { firm.Id },
                },
                null,
                at,
                Channel.Office,
                "demonstration"
            );

        private async Task Lay(HallDb db, Occasion on)
        {
            var room = await db.VenueRooms.FirstAsync(r => r.Division == tender.Division);
            var venue = Add(
                new VenueSession
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    RoomId = room.Id,
                    TenderId = tender.Id,
                    Purpose = VenuePurpose.Opening,
                    From = invented.Deadline,
                    To = invented.EndedAt,
                    AskedBy = invented.Entity.Name,
                    Stage = BookingAsked
                        .Of(invented.Published)
                        .Confirm(invented.Published, Actor.House.Name)
                        .Begin(invented.Deadline, Actor.House.Name)
                        .Close(on.At, Actor.House.Name, 0),
                }
            );
            LotCount[] counts = [new(lot.Id, lot.Number, lot.NameZh, bidders.Count)];
            var stage = Scheduled
                .Of(invented.Published, new OpeningPlan(30))
                .BeginSignIn(invented.Deadline.AddMinutes(-20), new Chair(0, Actor.House.Name))
                .Publish(invented.Deadline, counts)
                .BeginDecryption(invented.Deadline.AddMinutes(1))
                .Close(invented.Deadline.AddMinutes(20));
            var session = Add(
                new OpeningSession
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    TenderId = tender.Id,
                    Number = tender.Number,
                    VenueSessionId = venue.Id,
                    Stage = ((ParametersSettled)stage)
                        .ReadOut(invented.Deadline.AddMinutes(22), null)
                        .Record(invented.Deadline.AddMinutes(30))
                        .End(on.At, null),
                }
            );
            var most = invented.Lots[0].MaximumPrice;
            List<RankedBid> ranking = [];
            List<RejectedBid> rejected = [];
            foreach (var (place, firm) in bidders.Index())
            {
                var above = Oddity == Oddity.SamePrices ? Math.Min(place, 1) : place;
                var price = most / 1000 * (935 + above * 12) / 100 * 100;
                var opened = new OpenedBid(
                    price,
                    ChineseAmount.Of(price),
                    price,
                    lot.Duration - 10,
                    "合格",
                    "虚构的项目经理",
                    "无",
                    BidStore.FreshName(),
                    0,
                    []
                );
                var bid = Add(
                    new OpeningBid
                    {
                        Id = Ids.Next(on.At),
                        SessionId = session.Id,
                        LotId = lot.Id,
                        BidId = Ids.Next(on.At),
                        Bidder = firm.Id,
                        BidderName = firm.Name,
                        Place = place + 1,
                        // No envelope ever came: the hash is invented like the bid.
                        Receipt = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{lot.Number} {firm.Name}"))),
                        ReceivedAt = invented.Deadline.AddHours(-3 + place),
                        SecurityZh = "不要求",
                        SecurityEn = "none asked",
                        Stage = StillSealed.Of(invented.Deadline).Open(invented.Deadline.AddMinutes(5 + place), opened),
                    }
                );
                if (place == 0 && Oddity == Oddity.LowestRejected)
                {
                    const RejectionGround Ground = RejectionGround.NoSubstantiveResponse;
                    rejected.Add(
                        new(
                            bid.Id,
                            firm.Id,
                            firm.Name,
                            $"{RejectionGrounds.Of(Ground).Zh}：没有淤泥外运的方案（示例）",
                            RejectionGrounds.BasisOf(Ground).Named.Zh
                        )
                    );
                    continue;
                }
                ranking.Add(
                    new(
                        ranking.Count + 1,
                        bid.Id,
                        firm.Id,
                        firm.Name,
                        price,
                        price,
                        93.4m - place * 1.7m,
                        opened.Duration,
                        opened.Quality,
                        opened.Leader
                    )
                );
            }
            Add(
                new EvaluationReport
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    TenderId = tender.Id,
                    LotId = lot.Id,
                    Content = new(EvaluationKind.Comprehensive, ranking, rejected, []),
                    SignedAt = on.At.AddHours(6),
                }
            );

            T Add<T>(T record)
                where T : class, IRecorded
            {
                db.Add(record);
                db.Record(record, on, new DemonstrationLoaded(typeof(T).Name), answer: false);
                return record;
            }
        }
    }

    private static T Done<T>(Result<T> answer) =>
        answer is Result<T>.Done(var done)
            ? done
            : throw new InvalidOperationException($"The demonstration was refused: {((Result<T>.Refused)answer).Why.Reason.En}");
}
