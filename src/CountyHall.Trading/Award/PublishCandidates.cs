using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>What the notice says of a candidate beyond the opening sheet, as the bid has it.</summary>
/// <param name="LeaderCertificates">项目负责人的证书名称和编号</param>
/// <param name="Qualification">响应招标文件要求的资格能力条件</param>
public sealed record CandidateDetails(long Bidder, string LeaderCertificates, string Qualification);

/// <summary>公示中标候选人: the first three of the ranking, as the committee signed it.</summary>
public sealed record PublishCandidates(string Lot, IReadOnlyList<CandidateDetails> Details);

/// <param name="Until">The last instant of the publicity, by the calendar as it is known now.</param>
public sealed record CandidatesShown(string Lot, string Notice, IReadOnlyList<Candidate> Candidates, DateTime Until);

/// <summary>Implementing Regulation arts. 53(1) and 54(1): TR-3.27 to TR-3.29.</summary>
public sealed class PublishCandidatesHandler(HallWriter writer, CountyCalendar calendar, Offices offices) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<CandidatesShown>> Handle(PublishCandidates ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<CandidatesShown>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ReportReceived, CandidatesShown>(
                    async (award, received) =>
                    {
                        var (db, lot) = (hand.Db, hand.Lot);
                        var report = (await hand.Report()).Content;
                        var eligible = Slate.Eligible(report.Ranking, received.Passed);
                        if (eligible.Count == 0)
                            return new NobodyToPublish();
                        var candidates = new List<Candidate>();
                        foreach (var bid in eligible)
                        {
                            if (AwardRules.AboveMaximum(lot, bid.BidderName, bid.Price) is { } above)
                                return above;
                            var said = ask.Details.FirstOrDefault(d => d.Bidder == bid.Bidder);
                            if (
                                Text(said?.LeaderCertificates, 300) is not { } certificates
                                || Text(said?.Qualification, 1000) is not { } means
                            )
                                return new CandidateDetailsMissing(bid.BidderName);
                            candidates.Add(
                                new(
                                    bid.Rank,
                                    bid.OpeningBid,
                                    bid.Bidder,
                                    bid.BidderName,
                                    bid.Price,
                                    bid.EvaluatedPrice,
                                    bid.Score,
                                    bid.Duration,
                                    bid.Quality,
                                    bid.Leader,
                                    certificates,
                                    means
                                )
                            );
                        }
                        var until = AwardRules.EndOf(received.Publish(on.At, candidates, ""), calendar.Now, on.At);
                        var department = await offices.NameOf(db, hand.Tender.Division, hand.Tender.SupervisingDepartment);
                        var notice = await hand.Publish(
                            NoticeKind.Candidates,
                            AwardNotices.Candidates(
                                hand.Tender,
                                lot,
                                candidates,
                                report.Method,
                                until,
                                received.Reviews,
                                $"行政监督部门：{department.Zh}。"
                            )
                        );
                        var taken = award.Take((ReportReceived r) => r.Publish(on.At, candidates, notice.Number));
                        if (taken is Result<CandidatesPublished>.Refused(var why))
                            return why;
                        await EvaluationWork.Disclose(hand.Db, lot.Id, on);
                        if (lot.Stage is Opened)
                            hand.Move((Opened opened) => opened.Show(on.At));
                        else
                            hand.Move((InPublicity shown) => shown.Show(on.At));
                        // Each loser reads its own reason at its own desk; the message says only that there is one.
                        foreach (var rejected in report.Rejected)
                            hand.Tell(rejected.Bidder, "评标结果已公示。贵单位的投标被否决，理由请登录投标人工作台查看。");
                        return db.Record(award, on, new CandidatesShown(lot.Number, notice.Number, candidates, until));
                    }
                ),
            ct
        );

    private static string? Text(string? typed, int longest) =>
        typed?.Trim() is { Length: > 0 } text && text.Length <= longest ? text : null;
}
