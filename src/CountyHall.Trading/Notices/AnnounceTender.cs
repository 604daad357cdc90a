using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Notices;

/// <summary>发布招标公告: the documents are announced as they were filed, by the plan that was saved; registration and bids begin.</summary>
/// <remarks>Bidding Law arts. 16 and 24; Zhejiang Bidding Regulation arts. 16, 17 and 19. The text of the notice comes from the filed documents and the project alone.</remarks>
public sealed record AnnounceTender(string Tender);

public sealed record TenderAnnounced(string Tender, string Notice, int DocumentVersion, TenderTimes Times);

public sealed record LotAnnounced(string Number);

public sealed class AnnounceTenderHandler(HallWriter writer, CountyCalendar calendar, Offices offices) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<TenderAnnounced>> Handle(AnnounceTender ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<TenderAnnounced>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not FilingAccepted filed)
                    return new NotFiledYet(tender.Stage.Name);
                if (tender.Plan is not { } plan)
                    return new PlanMissing();
                var content = (await TenderDocument.Of(db, tender.Id, filed.DocumentVersion))!.Content;
                // The validity is what the filed documents say, whatever the plan thought when it was made.
                var times = plan with
                {
                    Validity = content.Terms.Validity,
                };
                var breaches = TenderPlan.Check(times, await PlanTenderHandler.Filed(db, tender), on.At, calendar.Now);
                if (breaches.Count > 0)
                    return new PlanUnlawful(breaches);
                if (ShorterThanFiled(content.Terms, times) is { } shorter)
                    return shorter;
                var lots = await TenderWork.Lots(db, tender.Id);
                var sections = await Sections(db, tender, content, times, lots);
                if (
                    await NoticeBook.Publish(db, tender, NoticeKind.TenderAnnouncement, sections, on) is not Result<Notice>.Done(var notice)
                )
                    return new NoticeIncomplete(
                        NoticeKind.TenderAnnouncement,
                        NoticeContents.Missing(NoticeKind.TenderAnnouncement, sections)
                    );
                foreach (var lot in lots)
                {
                    lot.Take((Planned planned) => planned.Announce(on.At));
                    db.Record(lot, on, new LotAnnounced(lot.Number), answer: false);
                }
                return tender
                    .Take((FilingAccepted accepted) => accepted.Announce(on.At, times))
                    .Then<TenderAnnounced>(to =>
                        db.Record(tender, on, new TenderAnnounced(tender.Number, notice.Number, to.DocumentVersion, times))
                    );
            },
            ct
        );

    // The filed documents may give bidders more time than the law; then that is what was filed.
    private static PlanShorterThanFiled? ShorterThanFiled(DocumentTerms terms, TenderTimes times)
    {
        var issue = CountyTime.DayOf(times.DocumentsFrom);
        var (documents, bids) = (
            CountyTime.DayOf(times.DocumentsTo).DayNumber - issue.DayNumber,
            CountyTime.DayOf(times.BidDeadline).DayNumber - issue.DayNumber
        );
        return documents < terms.DocumentDays || bids < terms.BidDays ? new PlanShorterThanFiled(terms.DocumentDays, terms.BidDays) : null;
    }

    private async Task<IReadOnlyList<NoticeSection>> Sections(
        HallDb db,
        Tender tender,
        DocumentContent content,
        TenderTimes times,
        IReadOnlyList<Lot> lots
    )
    {
        var project = await db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId);
        var department = await offices.NameOf(db, tender.Division, tender.SupervisingDepartment);
        var last = TenderPlan.LastObjection(times.BidDeadline);
        var agency = tender.AgencyName is { } name ? $"\n招标代理机构：{name}" : "";
        return
        [
            At("entity", $"招标人：{tender.EntityName}{agency}"),
            At("nature", $"{KindOf(tender.Kind)}，{MethodOf(tender.Method)}。{Clause("announcement.conditions")}"),
            At("scale", Clause("announcement.scope")),
            At("place", project.Place),
            At("time", string.Join('\n', lots.Select(l => $"{l.NameZh}：{l.Duration} 日历天"))),
            At("funds", $"{ModelDocument.FundsOf(project.Funds)}，占总投资 {project.PublicShare}%"),
            At("qualification", Clause("announcement.qualification")),
            At("lots", string.Join('\n', lots.Select(Line))),
            At(
                "documents",
                $"{Written.Minute(times.DocumentsFrom)} 至 {Written.Minute(times.DocumentsTo)}。{Clause("announcement.documents")}"
            ),
            At("price", content.Terms.DocumentPrice == 0 ? "免费" : $"{Written.Yuan(content.Terms.DocumentPrice)} 元"),
            At(
                "deadline",
                $"投标截止和开标：{Written.Minute(times.BidDeadline)}（到这一刻为止未送达的为逾期）。投标有效期自截止之日起 {times.Validity} 日。对招标文件的异议最迟 {Written.Minute(last)} 前提出。"
            ),
            At("contact", $"{Clause("announcement.contact")}\n行政监督部门：{department.Zh}"),
        ];

        string Clause(string id) => content.Find(id)?.Text.Trim() ?? "";

        static NoticeSection At(string key, string text) =>
            new(key, NoticeContents.Of(NoticeKind.TenderAnnouncement).Single(r => r.Key == key).Name, text);
    }

    private static string Line(Lot lot) =>
        $"{lot.Number} {lot.NameZh}：合同估算价 {Written.Yuan(lot.Estimate)} 元"
        + (lot.MaximumPrice is { } most ? $"，最高投标限价 {Written.Yuan(most)} 元" : "，最高投标限价的计算方法见招标文件")
        + (lot.Security > 0 ? $"，投标保证金 {Written.Yuan(lot.Security)} 元" : "，不收投标保证金");

    private static string KindOf(TenderKind kind) =>
        kind switch
        {
            TenderKind.Works => "工程施工",
            TenderKind.Goods => "重要设备、材料",
            _ => "勘察、设计、监理等服务",
        };

    private static string MethodOf(TenderMethod method) => method == TenderMethod.Open ? "公开招标" : "邀请招标";
}

public sealed record NotFiledYet(Words At)
    : Refusal(
        (
            $"招标文件现在是“{At.Zh}”，备案完成前不能发布公告。",
            $"The documents stand at “{At.En}”: nothing is announced before the filing is accepted."
        ),
        ("请先报送备案，并逐条答复意见。", "File them, and answer each opinion."),
        Rulebook.FilingBeforeIssue.Basis
    );

public sealed record PlanMissing()
    : Refusal(
        ("还没有时间安排。", "There is no plan of dates yet."),
        ("请先保存招标文件发出和投标截止的时间。", "Save when the documents go out and when bids are due."),
        Rulebook.BidPeriod.Basis
    );

public sealed record PlanShorterThanFiled(int DocumentDays, int BidDays)
    : Refusal(
        (
            $"备案的招标文件写明：文件发售 {DocumentDays} 日，发出到截止 {BidDays} 日；现在的安排更短。",
            $"The filed documents say {DocumentDays} days for the documents and {BidDays} days to the deadline; the plan is shorter."
        ),
        ("请按备案的文件安排时间。", "Plan the dates as they were filed."),
        Rulebook.BidPeriod.Basis
    );
