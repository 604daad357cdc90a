using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>An opened lot with its document and a committee of five, put into the house directly: the ground on which an evaluation is tried.</summary>
/// <remarks>Everybody and everything in it is invented; draw and briefing are other people's work and are laid here as rows.</remarks>
public sealed class EvaluationGround
{
    public const string Agency = OpeningGround.Agency;
    public const string Supervisor = OpeningGround.Supervisor;
    public const string Replacement = "cheng.yian";
    public static readonly string[] Members = ["gu.qinglan", "shen.zhihe", "lu.songnian", "pei.jingzhi", "yu.wangshu"];
    public static readonly string[] Bidders = [.. OpeningGround.Bidders.Take(3)];
    public static readonly long[] UsualPrices = [120_000_000, 115_000_000, 110_000_000];

    private readonly Hall hall;
    private readonly EvaluationKind kind;
    private readonly Dictionary<string, long> bids = [];

    private EvaluationGround(Hall hall, OpeningGround opening, EvaluationKind kind) =>
        (this.hall, Opening, this.kind) = (hall, opening, kind);

    public OpeningGround Opening { get; }

    /// <summary>Number of the lot, which is that of its evaluation.</summary>
    public string Number => Opening.Lots[0].Number;
    public long Lot => Opening.Lots[0].Id;

    public static async Task<EvaluationGround> In(
        Hall hall,
        EvaluationKind kind = EvaluationKind.Comprehensive,
        IReadOnlyList<long>? prices = null,
        IReadOnlyList<(string Key, string Value)>? parameters = null,
        long? maximum = null,
        bool large = false
    )
    {
        var ground = new EvaluationGround(hall, await OpeningGround.In(hall), kind);
        foreach (var (at, user) in Bidders.Index())
            await ground.Opening.HandsIn(user, price: (prices ?? UsualPrices)[at], technical: true);
        await ground.Opening.Decrypts();
        foreach (var user in Bidders)
            await ground.Opening.Opens(user);
        var number = ground.Opening.Number;
        await ground.Opening.Chair<CloseDecryptionHandler, DecryptionClosed>((h, on) => h.Handle(new(number), on));
        await ground.Opening.Chair<BeginReadingHandler, ReadingBegun>((h, on) => h.Handle(new(number), on));
        await ground.Opening.Chair<BeginConfirmingHandler, ConfirmingBegun>((h, on) => h.Handle(new(number), on));
        await ground.Opening.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(number, "示例：均已离场"), on));
        foreach (var user in Bidders)
            ground.bids[user] = (await ground.Opening.Listed(user)).Id;
        await ground.Lay(parameters ?? [], maximum, large);
        return ground;
    }

    /// <summary>An evaluation that is being scored openly, with a question, a motion and a note in it: what the pages show.</summary>
    internal static async Task<Dictionary<string, string>> ForEveryPage(Storage storage)
    {
        await using var hall = await Hall.Of(Engine.Embedded, storage, TimeProvider.System.GetUtcNow().AddHours(-12));
        var ground = await In(hall);
        await ground.Begins(minutes: 4000);
        await ground.Elects();
        await ground.AsksAndIsAnswered();
        await ground.Asks(minutes: 2880, user: Bidders[1]);
        await ground.Ask<NoteEvaluationHandler, EvaluationNoted>(
            Supervisor,
            (h, on) => h.Handle(new(ground.Number, "示例：评委全部到齐"), on)
        );
        return new() { ["bid-evaluation"] = ground.Number, ["evaluation-opening"] = ground.Opening.Number };
    }

    public long Bid(int bidder) => bids[Bidders[bidder]];

    public Task<T> Ask<THandler, T>(string user, Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => Opening.Ask(user, ask);

    public Task<Refusal> Refused<THandler, T>(string user, Func<THandler, Occasion, Task<Result<T>>> ask)
        where THandler : notnull => Opening.Refused(user, ask);

    public Task<LotEvaluation> Evaluation() => hall.Read(db => db.LotEvaluations.AsNoTracking().SingleAsync(e => e.LotId == Lot));

    public async Task<EvaluationStage> Stage() => (await Evaluation()).Stage;

    public Task<EvaluationReport?> Report() => hall.Read(db => EvaluationReport.Of(db, Lot));

    public async Task<CommitteeSeat> Seat(string member)
    {
        var person = (await hall.Occasion(member)).By.Person;
        var tender = Opening.Lots[0].TenderId;
        return await hall.Read(db => db.CommitteeSeats.AsNoTracking().SingleAsync(s => s.TenderId == tender && s.Person == person));
    }

    // ---- steps ----

    public IReadOnlyList<CreditValue> Credit()
    {
        var day = CountyTime.DayOf(Opening.Deadline);
        return kind == EvaluationKind.Comprehensive
            ? [.. Bidders.Select((_, at) => new CreditValue(Bid(at), 4 + at * 0.5m, "示例市级信用评价", day))]
            : [];
    }

    public Task<EvaluationBegun> Begins(int minutes = 240) =>
        Ask<BeginEvaluationHandler, EvaluationBegun>(Agency, (h, on) => h.Handle(new(Number, minutes, Credit()), on));

    public async Task Pledges(params string[] members)
    {
        foreach (var member in members.Length == 0 ? Members : members)
            await Ask<MakePledgeHandler, PledgeMade>(member, (h, on) => h.Handle(new(Number), on));
    }

    /// <summary>All pledge and elect the first member.</summary>
    public async Task Elects()
    {
        await Pledges();
        await Votes(Members);
    }

    public async Task Votes(params string[] members)
    {
        var leader = (await Seat(Members[0])).Id;
        foreach (var member in members.Take(3))
            await Ask<VoteForLeaderHandler, LeaderVoteGiven>(member, (h, on) => h.Handle(new(Number, leader), on));
    }

    public Task<PartClosed> Closes(string member) => Ask<ClosePartHandler, PartClosed>(member, (h, on) => h.Handle(new(Number), on));

    public async Task AllClose(params string[] members)
    {
        foreach (var member in members.Length == 0 ? Members : members)
            await Closes(member);
    }

    public Task<ScoreGiven> Gives(string member, int bidder, string item, decimal points, string? reason = null) =>
        Ask<GiveScoreHandler, ScoreGiven>(member, (h, on) => h.Handle(new(Number, Bid(bidder), item, points, reason), on));

    /// <summary>Points that rise with the bidder's place.</summary>
    public async Task Scores(string item, decimal first, params string[] members)
    {
        foreach (var member in members.Length == 0 ? Members : members)
        foreach (var at in Enumerable.Range(0, Bidders.Length))
            await Gives(member, at, item, first + at);
    }

    public async Task Carries(
        MotionKind motion,
        int bidder,
        RejectionGround? ground,
        string reason,
        string? key = null,
        long? amount = null
    )
    {
        var bid = bidder < 0 ? 0 : Bid(bidder);
        var put = await Ask<PutMotionHandler, MotionPut>(
            Members[0],
            (h, on) => h.Handle(new(Number, motion, bid, ground, key, amount, reason), on)
        );
        foreach (var member in Members[1..3])
            if (await IsOpen(put.Motion))
                await Ask<VoteOnMotionHandler, MotionVoted>(member, (h, on) => h.Handle(new(Number, put.Motion, true), on));
    }

    private Task<bool> IsOpen(long motion) =>
        hall.Read(db => db.CommitteeMotions.AnyAsync(m => m.Id == motion && m.Outcome == MotionOutcome.Open));

    public Task<BidderAsked> Asks(
        ClarificationKind asked = ClarificationKind.Unclear,
        int minutes = 30,
        string? user = null,
        string question = "请说明工期计划的起算日。"
    )
    {
        var bid = bids[user ?? Bidders[0]];
        return Ask<AskBidderHandler, BidderAsked>(Members[0], (h, on) => h.Handle(new(Number, bid, asked, question, minutes), on));
    }

    public async Task<CommitteeAnswered> Answers(string user, long clarification, string answer = "自开工令之日起算。")
    {
        var firm = await Opening.Firm(user);
        return await Ask<AnswerCommitteeHandler, CommitteeAnswered>(
            user,
            (h, on) => h.Handle(new(Number, firm, clarification, answer, null, true), on)
        );
    }

    public async Task AsksAndIsAnswered() => await Answers(Bidders[0], (await Asks()).Clarification);

    /// <summary>Everything up to the summary, nothing out of the way.</summary>
    public async Task Summarises()
    {
        await Begins();
        await Elects();
        await AllClose();
        await Scores("plan", 15);
        await AllClose();
        await Scores("records", 10);
        await AllClose();
    }

    public Task<ReportDrafted> Drafts() => Ask<DraftReportHandler, ReportDrafted>(Members[0], (h, on) => h.Handle(new(Number), on));

    public Task<ReportSigned> Signs(string member, string? dissent = null) =>
        Ask<SignReportHandler, ReportSigned>(member, (h, on) => h.Handle(new(Number, dissent is null, dissent), on));

    // ---- what others do ----

    /// <summary>A member leaves the seat, as whoever runs the draw has it.</summary>
    public Task Leaves(string member, string because = "身体不适") =>
        hall.Get<HallWriter>()
            .Write(async db =>
            {
                var on = await hall.Occasion(Agency);
                var id = (await Seat(member)).Id;
                var seat = await db.CommitteeSeats.SingleAsync(s => s.Id == id);
                (seat.LeftAt, seat.LeftBecause) = (on.At, because);
                db.Record(seat, on, new GroundChanged("seat left"), answer: false);
                await EvaluationWork.SeatLeft(db, seat, on);
            });

    /// <summary>Somebody else takes the seat, as whoever runs the draw has it.</summary>
    public async Task Replaces(string member, string by = Replacement)
    {
        var left = await Seat(member);
        await Put(await SeatOf(by, left.CommitteeId, left.Place, left.Id));
    }

    public Task Disclosed() =>
        hall.Get<HallWriter>().Write(async db => await EvaluationWork.Disclose(db, Lot, await hall.Occasion(Agency)));

    /// <summary>The supervisor talks with the experts, and each of them signs; the entity's representative is none of them.</summary>
    public async Task Briefed()
    {
        var tender = await hall.Read(db => db.Tenders.Where(t => t.Id == Opening.Lots[0].TenderId).Select(t => t.Number).SingleAsync());
        (
            await hall.Get<HoldBriefingHandler>().Handle(new(tender, Enum.GetValues<BriefingTopic>()), await hall.Occasion(Supervisor))
        ).ShouldBeDone();
        foreach (var expert in Members.Skip(1))
            (await hall.Get<SignBriefingHandler>().Handle(new(tender), await hall.Occasion(expert))).ShouldBeDone();
    }

    private async Task Lay(IReadOnlyList<(string Key, string Value)> own, long? maximum, bool large)
    {
        var on = await hall.Occasion(Agency);
        var tender = Opening.Lots[0].TenderId;
        Dictionary<string, string> values = new()
        {
            ["benchmark-factor"] = "0.98",
            ["deduction-above"] = "0.6",
            ["deduction-below"] = "0.3",
            ["low-price-percent"] = "80",
            ["adjust-payment"] = "按付款条件调整",
        };
        if (kind == EvaluationKind.Comprehensive)
            values["credit-item"] = "credit";
        foreach (var (key, value) in own)
            values[key] = value;
        await Put(
            new TenderDocument
            {
                Id = Ids.Next(on.At),
                TenderId = tender,
                Number = 1,
                SavedAt = on.At,
                Content = new DocumentContent(
                    [],
                    kind,
                    [.. values.Select(v => new MethodParameter(v.Key, v.Key, v.Value, []))],
                    kind == EvaluationKind.Comprehensive
                        ?
                        [
                            new("price", ScorePart.Price, "投标报价", 60, "按基准价计算"),
                            new("plan", ScorePart.Technical, "施工组织设计", 20, "切合本工程且措施具体得高分"),
                            new("records", ScorePart.Business, "同类工程业绩", 15, "每项 5 分"),
                            new("credit", ScorePart.Business, "信用评价", 5, "按信用评价结果"),
                        ]
                        : [],
                    [new("price", "投标报价", "元")],
                    new DocumentTerms(90, 0, 5, 21, false)
                ),
            }
        );
        if (maximum is not null || large)
            await hall.Get<HallWriter>()
                .Write(async db =>
                {
                    var lot = await db.Lots.SingleAsync(l => l.Id == Lot);
                    lot.MaximumPrice = maximum;
                    lot.Estimate = large ? 1_000_000_000 : lot.Estimate;
                    db.Record(lot, on, new GroundChanged("lot"), answer: false);
                });
        var committee = new Committee
        {
            Id = Ids.Next(on.At),
            Division = "330421",
            TenderId = tender,
            FormedAt = on.At,
        };
        await Put(committee);
        foreach (var (at, member) in Members.Index())
            await Put(await SeatOf(member, committee.Id, at + 1, null));
    }

    private async Task<CommitteeSeat> SeatOf(string user, long committee, int place, long? replaces)
    {
        var on = await hall.Occasion(user);
        return new CommitteeSeat
        {
            Id = Ids.Next(on.At),
            CommitteeId = committee,
            TenderId = Opening.Lots[0].TenderId,
            Place = place,
            Kind = place == 1 ? SeatKind.EntityRepresentative : SeatKind.Expert,
            Person = on.By.Person.ShouldNotBeNull(user),
            Name = on.By.Name,
            Employer = "示例单位",
            Replaces = replaces,
        };
    }

    private async Task Put<T>(T record)
        where T : class, IRecorded
    {
        var on = await hall.Occasion(Agency);
        await hall.Get<HallWriter>()
            .Write(db =>
            {
                db.Add(record);
                db.Record(record, on, new GroundChanged(typeof(T).Name), answer: false);
                return Task.CompletedTask;
            });
    }

    private sealed record GroundChanged(string What);
}
