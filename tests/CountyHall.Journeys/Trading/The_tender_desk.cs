using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>From the entry of a project to its announcement and what follows before the deadline, on both databases.</summary>
public abstract class The_tender_desk(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task A_tender_goes_from_its_entry_over_the_opinions_to_the_announcement_and_an_amendment_moves_the_deadline()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var project = await hall.EntersProject();
        project.ShouldBe("E3304210001000001");
        var entered = (
            await hall.Get<EnterTenderHandler>().Handle(await hall.Works(project), await hall.Occasion(Tendering.Entity))
        ).ShouldBeDone();
        entered.Number.ShouldBe("E3304210001000001001");
        entered.Lots.ShouldBe(["E3304210001000001001001", "E3304210001000001001002"]);
        (entered.Compulsory, entered.Basis).ShouldBe((true, "《必须招标的工程项目规定》第五条第一款第一项"));

        // A refused entry takes no number.
        (
            await Ask(hall, Tendering.Entity, h => h.Get<EnterTenderHandler>(), async h => (await h.Works(project)) with { Lots = [] })
        ).ShouldBeRefused<LotsMissing>();
        var second = (
            await hall.Get<EnterTenderHandler>().Handle(await hall.Works(project), await hall.Occasion(Tendering.Entity))
        ).ShouldBeDone();
        second.Number.ShouldBe("E3304210001000001002");

        // The desk changes a lot, writes the document and files it.
        var (tender, desk, office) = (entered.Number, Tendering.Agency, Tendering.Supervisor);
        (
            await hall.Get<ChangeLotHandler>()
                .Handle(new(tender, entered.Lots[1], Tendering.TwoLots[1] with { Security = 120_000_00 }), await hall.Occasion(desk))
        ).ShouldBeDone();
        var model = await hall.ModelFor(tender);
        await hall.Writes(tender, model with { Terms = model.Terms with { BidDays = 19 } });
        (await hall.Get<FileDocumentHandler>().Handle(new(tender), await hall.Occasion(desk)))
            .Refusal()
            .ShouldBeRefused<DocumentFaulty>()
            .Basis!.Article.ShouldBe("第二十四条");
        await hall.Writes(tender, model);
        var filed = (await hall.Get<FileDocumentHandler>().Handle(new(tender), await hall.Occasion(desk))).ShouldBeDone();
        (filed.Serial, filed.DocumentVersion).ShouldBe((1, 2));
        (await hall.Get<SaveDocumentHandler>().Handle(new(tender, 2, model), await hall.Occasion(desk)))
            .Refusal()
            .ShouldBeRefused<WrongTenderStage>();

        // Two opinions at their places; nothing is accepted while one waits for its answer.
        async Task<int> Opinion(string anchor, string text) =>
            (await hall.Get<GiveOpinionHandler>().Handle(new(tender, anchor, text), await hall.Occasion(office))).ShouldBeDone().Number;
        (await Opinion("announcement.scope", "请写明道路长度。")).ShouldBe(1);
        (await Opinion("score:records", "业绩年限建议放宽。")).ShouldBe(2);
        (await hall.Get<GiveOpinionHandler>().Handle(new(tender, "no.such", "示例"), await hall.Occasion(office)))
            .Refusal()
            .ShouldBeRefused<NoSuchClause>();
        (await hall.Get<AcceptFilingHandler>().Handle(new(tender), await hall.Occasion(office)))
            .Refusal()
            .ShouldBeRefused<OpinionsUnanswered>();
        (await hall.Get<AnnounceTenderHandler>().Handle(new(tender), await hall.Occasion(desk))).Refusal().ShouldBeRefused<NotFiledYet>();
        (await hall.Get<ReturnDocumentHandler>().Handle(new(tender), await hall.Occasion(office))).ShouldBeDone().Opinions.ShouldBe(2);
        (await hall.Get<FileDocumentHandler>().Handle(new(tender), await hall.Occasion(desk)))
            .Refusal()
            .ShouldBeRefused<OpinionsUnanswered>();
        (await hall.Get<AnswerOpinionHandler>().Handle(new(tender, 2, false, " "), await hall.Occasion(desk)))
            .Refusal()
            .ShouldBeRefused<NotAdoptedWithoutReason>();
        (
            await hall.Get<AnswerOpinionHandler>().Handle(new(tender, 2, false, "五年与工程特点相称。"), await hall.Occasion(desk))
        ).ShouldBeDone();
        (await hall.Get<AnswerOpinionHandler>().Handle(new(tender, 1, true, null), await hall.Occasion(desk))).ShouldBeDone();

        // Adopted is not enough: the clause has to change.
        (await hall.Get<FileDocumentHandler>().Handle(new(tender), await hall.Occasion(desk)))
            .ShouldBeDone()
            .Serial.ShouldBe(2);
        (await hall.Get<AcceptFilingHandler>().Handle(new(tender), await hall.Occasion(office)))
            .Refusal()
            .ShouldBeRefused<AdoptedButUnchanged>();
        (await hall.Get<ReturnDocumentHandler>().Handle(new(tender), await hall.Occasion(office))).ShouldBeDone();
        await hall.Writes(tender, model.With([new("announcement.scope", "道路全长 1.2 公里，宽 24 米；两个标段。")]));
        (await hall.Get<FileDocumentHandler>().Handle(new(tender), await hall.Occasion(desk))).ShouldBeDone().Serial.ShouldBe(3);
        (await hall.Get<ReturnDocumentHandler>().Handle(new(tender), await hall.Occasion(office)))
            .Refusal()
            .ShouldBeRefused<ReturnedWithoutOpinion>();
        (await hall.Get<AcceptFilingHandler>().Handle(new(tender), await hall.Occasion(office))).ShouldBeDone().DocumentVersion.ShouldBe(3);
        (await hall.Get<ChangeLotHandler>().Handle(new(tender, entered.Lots[0], Tendering.TwoLots[0]), await hall.Occasion(desk)))
            .Refusal()
            .ShouldBeRefused<WrongTenderStage>();

        // Announced as filed, by the earliest lawful plan; a change on the last days moves the deadline.
        await hall.Plans(tender);
        var announced = (await hall.Get<AnnounceTenderHandler>().Handle(new(tender), await hall.Occasion(desk))).ShouldBeDone();
        announced.DocumentVersion.ShouldBe(3);
        hall.Clock.SetUtcNow(announced.Times.BidDeadline.AddDays(-3));
        var change = new PublishClarification(tender, null, [], [new("contract.quality", "保修期五年。")], true, null);
        var earliest = (await hall.Get<PublishClarificationHandler>().Handle(change, await hall.Occasion(desk)))
            .Refusal()
            .ShouldBeRefused<DeadlineMustMove>()
            .Earliest;
        (await hall.Get<PublishClarificationHandler>().Handle(change with { NewDeadline = earliest }, await hall.Occasion(desk)))
            .ShouldBeDone()
            .Deadline.ShouldBe(earliest);
        (await hall.Tender(tender)).BidDeadline.ShouldBe(earliest);
        (await hall.NoticesOf(tender)).Select(n => n.Kind).ShouldBe([NoticeKind.TenderAnnouncement, NoticeKind.Clarification]);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_filed_is_what_is_announced_with_lawful_dates_only()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.HasTenderAccepted();
        (await hall.Get<AnnounceTenderHandler>().Handle(new(tender), await hall.Occasion(Tendering.Agency)))
            .Refusal()
            .ShouldBeRefused<PlanMissing>();
        var times = hall.EarliestTimes();
        var early = new PlanTender(tender, times.DocumentsFrom.AddDays(-1), times.DocumentsTo, times.BidDeadline.AddDays(-1));
        var refused = (await hall.Get<PlanTenderHandler>().Handle(early, await hall.Occasion(Tendering.Agency)))
            .Refusal()
            .ShouldBeRefused<PlanUnlawful>();
        refused.Breaches.Select(b => b.Rule).ShouldContain("TR-3.1");
        (await hall.Tender(tender)).Plan.ShouldBeNull();
        await hall.Plans(tender);
        var announced = (await hall.Get<AnnounceTenderHandler>().Handle(new(tender), await hall.Occasion(Tendering.Agency))).ShouldBeDone();
        announced.Times.ShouldBe(times);
        announced.Notice.ShouldBe($"{tender}-01");
        (await hall.Tender(tender)).Stage.ShouldBeOfType<Announced>();
        (await hall.LotsOf(tender)).ShouldAllBe(l => l.Stage is Open);
        var notice = (await hall.NoticesOf(tender)).ShouldHaveSingleItem();
        NoticeContents.Missing(notice.Kind, notice.Sections).ShouldBeEmpty();
        notice.Sections.Single(s => s.Key == "qualification").Text.ShouldContain("独立法人资格");
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_that_affects_the_bids_leaves_fifteen_days_or_moves_the_deadline()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.AnnouncesTender();
        var deadline = hall.EarliestTimes().BidDeadline;
        (
            await hall.Get<AskQuestionHandler>()
                .Handle(new(tender, await Firm(hall), "沥青层厚度以图纸还是清单为准？"), await hall.Occasion(Tendering.Bidder))
        )
            .ShouldBeDone()
            .Number.ShouldBe(1);
        // Fourteen days and a minute are left.
        hall.Clock.SetUtcNow(deadline.AddDays(-15).AddMinutes(1));
        var answer = new PublishClarification(
            tender,
            null,
            [new(1, "以图纸为准。")],
            [new("technical.requirements", "沥青层厚度以图纸为准。")],
            false,
            null
        );
        var must = (await hall.Get<PublishClarificationHandler>().Handle(answer, await hall.Occasion(Tendering.Agency)))
            .Refusal()
            .ShouldBeRefused<DeadlineMustMove>();
        must.Earliest.ShouldBeGreaterThan(deadline);
        (
            await hall.Get<PublishClarificationHandler>()
                .Handle(answer with { NewDeadline = must.Earliest.AddDays(-1) }, await hall.Occasion(Tendering.Agency))
        )
            .Refusal()
            .ShouldNotBeNull();
        var done = (
            await hall.Get<PublishClarificationHandler>()
                .Handle(answer with { NewDeadline = must.Earliest }, await hall.Occasion(Tendering.Agency))
        ).ShouldBeDone();
        (done.OldDeadline, done.Deadline, done.DocumentVersion).ShouldBe((deadline, must.Earliest, 2));
        var after = await hall.Tender(tender);
        after.BidDeadline.ShouldBe(must.Earliest);
        var changed = await hall.Read(db => TenderDocument.Of(db, after.Id, 2));
        changed!.Content.Find("technical.requirements")!.Text.ShouldBe("沥青层厚度以图纸为准。");
        changed.ByNotice.ShouldBe(done.Notice);
        // It is not filed again; the department is told in the same moment.
        (await hall.Read(db => db.Set<Job>().CountAsync(j => j.Body.Contains(done.Notice)))).ShouldBe(1);
        // What does not affect the bids needs no fifteen days.
        (
            await hall.Get<PublishClarificationHandler>()
                .Handle(new(tender, "开标室改为开标二室。", [], [], false, null), await hall.Occasion(Tendering.Agency))
        ).ShouldBeDone();
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Exactly_fifteen_days_before_the_deadline_a_change_leaves_it_where_it_is()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.AnnouncesTender();
        var deadline = hall.EarliestTimes().BidDeadline;
        hall.Clock.SetUtcNow(deadline.AddDays(-15));
        (
            await hall.Get<PublishClarificationHandler>()
                .Handle(new(tender, "图纸 S-14 更新。", [], [], true, null), await hall.Occasion(Tendering.Agency))
        )
            .ShouldBeDone()
            .Deadline.ShouldBe(deadline);
    }

    [Fact]
    public async Task An_objection_suspends_the_tender_until_it_is_answered_and_nobody_reads_who_raised_it()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.AnnouncesTender();
        var firm = await Firm(hall);
        var on = await hall.Occasion(Tendering.Bidder);
        (await hall.Get<AskQuestionHandler>().Handle(new(tender, firm, "浙江示例恒筑建设有限公司想问：几点开标？"), on))
            .Refusal()
            .ShouldBeRefused<QuestionNamesAsker>();
        (
            await hall.Get<ObjectToDocumentHandler>()
                .Handle(new(tender, firm, "announcement.qualification", "资格要求与工程不相称。"), await hall.Occasion(Tendering.Bidder))
        ).ShouldBeDone();
        (
            await hall.Get<PublishClarificationHandler>()
                .Handle(new(tender, "补充说明。", [], [], false, null), await hall.Occasion(Tendering.Agency))
        )
            .Refusal()
            .ShouldBeRefused<TenderSuspended>();
        (
            await hall.Get<AnswerObjectionHandler>()
                .Handle(new(tender, 1, false, "资格要求按国家资质标准的最低等级提出。"), await hall.Occasion(Tendering.Agency))
        ).ShouldBeDone();
        (
            await hall.Get<PublishClarificationHandler>()
                .Handle(new(tender, "补充说明。", [], [], false, null), await hall.Occasion(Tendering.Agency))
        ).ShouldBeDone();
        // Neither the outbox nor any row that the desk reads says who asked or objected.
        var outbox = await hall.Read(db => db.Set<Kernel.Outbox.Job>().AsNoTracking().Select(j => j.Body).ToListAsync());
        outbox.ShouldNotContain(body =>
            body.Contains($"{firm}", StringComparison.Ordinal) || body.Contains("恒筑", StringComparison.Ordinal)
        );

        var deadline = hall.EarliestTimes().BidDeadline;
        hall.Clock.SetUtcNow(deadline.AddDays(-10));
        (
            await hall.Get<ObjectToDocumentHandler>()
                .Handle(new(tender, firm, null, "第十日整提出。"), await hall.Occasion(Tendering.Bidder))
        ).ShouldBeDone();
        hall.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await hall.Get<ObjectToDocumentHandler>().Handle(new(tender, firm, null, "晚一毫秒。"), await hall.Occasion(Tendering.Bidder)))
            .Refusal()
            .ShouldBeRefused<ObjectionTooLate>()
            .Last.ShouldBe(deadline.AddDays(-10));
    }

    [Fact]
    public async Task A_published_notice_is_corrected_by_another_and_stays_as_it_was()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.AnnouncesTender();
        var before = await hall.Everything();
        (
            await hall.Get<CorrectNoticeHandler>()
                .Handle(new(tender, $"{tender}-01", "原文没有的字", "示例"), await hall.Occasion(Tendering.Agency))
        )
            .Refusal()
            .ShouldBeRefused<WordsNotInNotice>();
        (await hall.Everything()).ShouldBe(before);
        var announced = (await hall.NoticesOf(tender)).Single();
        (
            await hall.Get<CorrectNoticeHandler>()
                .Handle(new(tender, announced.Number, "示例路", "示例大道"), await hall.Occasion(Tendering.Agency))
        )
            .ShouldBeDone()
            .Corrects.ShouldBe(announced.Number);
        var notices = await hall.NoticesOf(tender);
        notices.Count.ShouldBe(2);
        notices[0].TitleZh.ShouldBe(announced.TitleZh);
        notices[0].Sections.ShouldBe(announced.Sections);
        notices[1].Corrects.ShouldBe(announced.Id);
        // Whoever changes the row by hand is found.
        (await hall.Examine()).ShouldBeEmpty();
        await hall.ByHand($"UPDATE notices SET \"TitleZh\" = 'x' WHERE \"Id\" = {announced.Id}");
        (await hall.Examine()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_termination_stops_every_lot_and_tells_everybody_why()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.AnnouncesTender();
        (await hall.Get<TerminateTenderHandler>().Handle(new(tender, " "), await hall.Occasion(Tendering.Entity)))
            .Refusal()
            .ShouldBeRefused<TerminationReasonMissing>();
        (
            await hall.Get<TerminateTenderHandler>().Handle(new(tender, "规划调整，项目取消。"), await hall.Occasion(Tendering.Entity))
        ).ShouldBeDone();
        (await hall.Tender(tender)).Stage.ShouldBeOfType<Terminated>();
        (await hall.LotsOf(tender)).ShouldAllBe(l => l.Stage is Stopped);
        (await hall.NoticesOf(tender))[^1].Sections.Single(s => s.Key == "reason").Text.ShouldBe("规划调整，项目取消。");
        (await hall.Get<TerminateTenderHandler>().Handle(new(tender, "再次"), await hall.Occasion(Tendering.Entity)))
            .Refusal()
            .ShouldBeRefused<WrongTenderStage>();
    }

    [Fact]
    public async Task A_failed_lot_is_tendered_again_once_in_the_next_round()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var tender = await hall.AnnouncesTender();
        (await hall.Get<TenderAgainHandler>().Handle(new(tender), await hall.Occasion(Tendering.Agency)))
            .Refusal()
            .ShouldBeRefused<NothingFailed>();
        // As the opening does where fewer than three bids are there.
        var on = await hall.Occasion(Tendering.Agency);
        (
            await hall.Get<Kernel.Data.HallWriter>()
                .Write<LotEntered>(
                    on,
                    async db =>
                    {
                        var lot = await db.Lots.FirstAsync(l => l.Number == $"{tender}002");
                        lot.Take((Open open) => open.Fail(hall.Now, 2));
                        return db.Record(lot, on, new LotEntered(lot.Number, lot.Estimate));
                    }
                )
        ).ShouldBeDone();
        var again = (await hall.Get<TenderAgainHandler>().Handle(new(tender), await hall.Occasion(Tendering.Agency))).ShouldBeDone();
        (again.Round, again.Number, again.Lots.Count).ShouldBe((2, "E3304210001000001002", 1));
        var lot = (await hall.LotsOf(again.Number)).ShouldHaveSingleItem();
        (lot.Estimate, lot.Stage is Planned).ShouldBe((6_000_000_00L, true));
        var next = await hall.Tender(again.Number);
        (await hall.Read(db => TenderDocument.Newest(db, next.Id)))!.Number.ShouldBe(1);
        (await hall.Get<TenderAgainHandler>().Handle(new(tender), await hall.Occasion(Tendering.Agency)))
            .Refusal()
            .ShouldBeRefused<NothingFailed>();
        // The lot counts once when thresholds are looked at.
        (await hall.Read(db => TenderScope.Estimates(db, next.ProjectId, TenderKind.Works)))
            .Sum()
            .ShouldBe(18_000_000_00);
        (await hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_invited_tender_is_entered_with_its_ground_and_three_firms()
    {
        await using var hall = await Journeys.Hall.Open(Hall.Engine);
        var ask = (await hall.Works(await hall.EntersProject())) with { Method = TenderMethod.Invited };
        var entity = await hall.Occasion(Tendering.Entity);
        (await hall.Get<EnterTenderHandler>().Handle(ask, entity)).Refusal().ShouldBeRefused<InvitationGroundMissing>();
        var two = ask with { Invitation = new(InvitationGround.FewSuppliers, "示例〔2026〕3号", ["甲公司", "乙公司"]) };
        (await hall.Get<EnterTenderHandler>().Handle(two, entity)).Refusal().ShouldBeRefused<TooFewInvited>();
        var three = two with { Invitation = two.Invitation! with { Invited = ["甲公司", "乙公司", "丙公司"] } };
        (await hall.Get<EnterTenderHandler>().Handle(three, entity)).ShouldBeDone();
        (await hall.Read(db => db.Invitations.AsNoTracking().SingleAsync())).Invited.Count.ShouldBe(3);
    }

    private static Task<long> Firm(Hall hall) => hall.FirmId("浙江示例恒筑建设有限公司");

    private static async Task<Refusal?> Ask(
        Hall hall,
        string user,
        Func<Hall, EnterTenderHandler> handler,
        Func<Hall, Task<EnterTender>> ask
    ) => (await handler(hall).Handle(await ask(hall), await hall.Occasion(user))).Refusal();
}

public sealed class The_tender_desk_on_the_embedded_database(EmbeddedHall hall) : The_tender_desk(hall), IClassFixture<EmbeddedHall>;

public sealed class The_tender_desk_on_PostgreSQL(PostgresHall hall) : The_tender_desk(hall), IClassFixture<PostgresHall>;
