using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Trading;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Recomputation;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.Trading.EvaluationGround;

namespace CountyHall.Journeys.Trading;

/// <summary>The evaluation of a lot from the pledge to the signed report, and everything that can go wrong on the way.</summary>
public abstract class The_evaluation_of_bids(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Five_members_score_alone_and_sign_what_the_machine_has_computed()
    {
        var ground = await EvaluationGround.In(Hall);
        (await ground.Begins()).MethodVersion.ShouldBe("county-works-2");
        await ground.Elects();
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>().Leader.ShouldBe((await ground.Seat(Members[0])).Id);
        await ground.AsksAndIsAnswered();
        await ground.AllClose();
        (await ground.Stage()).ShouldBeOfType<BlindScoring>();
        await ground.Scores("plan", 15);
        await ground.AllClose(Members[..4]);
        (await ground.Stage()).ShouldBeOfType<BlindScoring>("one is still at work");
        await ground.Closes(Members[4]);
        (await ground.Stage()).ShouldBeOfType<OpenScoring>();
        await ground.Scores("records", 10);
        await ground.AllClose();
        (await ground.Stage()).ShouldBeOfType<Summarising>();
        await ground.Drafts();
        foreach (var member in Members[..4])
            await ground.Signs(member);
        (await ground.Report()).ShouldBeNull();
        await ground.Signs(Members[4], dissent: "三号的施工组织设计被高估");

        (await ground.Stage()).ShouldBeOfType<Reported>();
        var report = (await ground.Report()).ShouldNotBeNull();
        // Mean of the three is 1,150,000 yuan, times 0.98 = 1,127,000.
        report.Content.Computation!.Benchmark!.Value.ShouldBe(112_700_000);
        report.Content.Ranking.Select(r => (r.Rank, r.OpeningBid)).ShouldBe([(1, ground.Bid(2)), (2, ground.Bid(1)), (3, ground.Bid(0))]);
        report.Content.Ranking[0].Score.ShouldBe(59.28m + 17 + 12 + 5);
        report.Content.Ranking[1].Score.ShouldBe(58.78m + 16 + 11 + 4.5m);
        var dissent = report.Content.Dissents.ShouldHaveSingleItem();
        (dissent.Seat, dissent.Reason).ShouldBe(((await ground.Seat(Members[4])).Id, "三号的施工组织设计被高估"));
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_published_file_recomputes_and_is_public_only_with_the_candidates()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Summarises();
        await ground.Drafts();
        foreach (var member in Members)
            await ground.Signs(member);
        (await Hall.Read(db => PublishedFiles.OfEvaluation(db, ground.Number))).ShouldBeNull();
        await ground.Disclosed();
        (await ground.Stage()).ShouldBeOfType<Disclosed>();
        var file = (await Hall.Read(db => PublishedFiles.OfEvaluation(db, ground.Number))).ShouldNotBeNull();
        file.ShouldNotContain("顾青岚");
        using (var json = JsonDocument.Parse(file))
            Recomputed.Of(json).ShouldNotBeNull().ShouldAllBe(line => line.Holds);
        using (var changed = JsonDocument.Parse(file.Replace("59.28", "59.29")))
            Recomputed.Of(changed).ShouldNotBeNull().ShouldContain(line => !line.Holds && line.What.Zh.Contains(".points.price"));
        var opening = (await Hall.Read(db => PublishedFiles.OfOpening(db, ground.Opening.Number))).ShouldNotBeNull();
        using var opened = JsonDocument.Parse(opening);
        Recomputed.Of(opened).ShouldNotBeNull().Count(line => line.Holds).ShouldBe(3);
    }

    [Fact]
    public async Task A_member_who_leaves_counts_for_nothing_and_the_replacement_scores_anew()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Summarises();
        await ground.Leaves(Members[2]);
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>();
        (
            await ground.Refused<DraftReportHandler, ReportDrafted>(Members[0], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<WrongEvaluationStage>();
        (
            await ground.Refused<MakePledgeHandler, PledgeMade>(Members[2], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<NotYourSeat>();
        await ground.Replaces(Members[2]);
        (
            await ground.Refused<ClosePartHandler, PartClosed>(Replacement, (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<PledgeFirst>();
        await ground.Pledges(Replacement);
        await ground.Closes(Replacement);
        (await ground.Stage()).ShouldBeOfType<BlindScoring>("the others are done, the replacement is not");
        (
            await ground.Refused<GiveScoreHandler, ScoreGiven>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, ground.Bid(0), "plan", 9, null), on)
            )
        ).ShouldBeOfType<AlreadyClosed>();
        await ground.Scores("plan", 14, Replacement);
        await ground.Closes(Replacement);
        await ground.Scores("records", 9, Replacement);
        await ground.Closes(Replacement);
        await ground.Drafts();
        foreach (var member in Members.Except([Members[2]]).Append(Replacement))
            await ground.Signs(member);
        var report = (await ground.Report()).ShouldNotBeNull();
        // 15, 15, 15, 15 of those who stayed and 14 of the replacement.
        report.Content.Computation!.Bids.Single(b => b.Place == 1).Points["plan"].ShouldBe(14.8m);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_leader_who_leaves_is_elected_anew_and_what_only_that_vote_carried_is_open_again()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Elects();
        await ground.Carries(MotionKind.RejectBid, 0, RejectionGround.CompletionTooLate, "工期超过规定");
        (await Findings(ground, 0)).Rejected.ShouldNotBeNull();
        await ground.Leaves(Members[0]);
        (await Findings(ground, 0)).Rejected.ShouldBeNull("three of five votes have become two");
        await ground.Replaces(Members[0]);
        await ground.Pledges(Replacement);
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>().Leader.ShouldBeNull();
        var leader = (await ground.Seat(Replacement)).Id;
        foreach (var member in Members[1..4])
            await ground.Ask<VoteForLeaderHandler, LeaderVoteGiven>(member, (h, on) => h.Handle(new(ground.Number, leader), on));
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>().Leader.ShouldBe(leader);
        (
            await ground.Refused<ClosePartHandler, PartClosed>(Members[1], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<MotionOpen>();
    }

    [Fact]
    public async Task A_larger_work_is_not_begun_without_the_briefing()
    {
        var ground = await EvaluationGround.In(Hall, large: true);
        await ground.Begins();
        await ground.Pledges();
        var leader = (await ground.Seat(Members[0])).Id;
        (
            await ground.Refused<VoteForLeaderHandler, LeaderVoteGiven>(Members[0], (h, on) => h.Handle(new(ground.Number, leader), on))
        ).ShouldBeOfType<BriefingMissing>();
        await ground.Briefed();
        await ground.Votes(Members);
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>();
    }

    [Fact]
    public async Task A_recused_member_does_nothing_more_and_nothing_goes_on_before_the_seat_is_filled()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Pledges(Members[..4]);
        (
            await ground.Refused<DeclareRecusalHandler, RecusalDeclared>(Members[4], (h, on) => h.Handle(new(ground.Number, " "), on))
        ).ShouldBeOfType<RecusalNeedsWords>();
        await ground.Ask<DeclareRecusalHandler, RecusalDeclared>(
            Members[4],
            (h, on) => h.Handle(new(ground.Number, "与一号投标人的负责人是近亲属"), on)
        );
        (
            await ground.Refused<MakePledgeHandler, PledgeMade>(Members[4], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<YouRecused>();
        var leader = (await ground.Seat(Members[0])).Id;
        (
            await ground.Refused<VoteForLeaderHandler, LeaderVoteGiven>(Members[0], (h, on) => h.Handle(new(ground.Number, leader), on))
        ).ShouldBeOfType<NotAllPledged>();
        await ground.Leaves(Members[4], "回避");
        (
            await ground.Refused<VoteForLeaderHandler, LeaderVoteGiven>(Members[0], (h, on) => h.Handle(new(ground.Number, leader), on))
        ).ShouldBeOfType<SeatEmpty>();
        await ground.Replaces(Members[4]);
        await ground.Pledges(Replacement);
        await ground.Votes(Members);
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>();
    }

    [Fact]
    public async Task Clarification_is_asked_by_the_committee_answered_once_in_time_and_changes_nothing()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Elects();
        var firm = await ground.Opening.Firm(Bidders[0]);
        (await Answer(Bidders[0], firm, 1, true)).ShouldBeOfType<NothingWasAsked>("a bidder offers nothing");
        (
            await ground.Refused<AskBidderHandler, BidderAsked>(
                Members[1],
                (h, on) => h.Handle(new(ground.Number, ground.Bid(0), ClarificationKind.Unclear, "？", 30), on)
            )
        ).ShouldBeOfType<LeaderOnly>();
        (
            await ground.Refused<AskBidderHandler, BidderAsked>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, ground.Bid(0), ClarificationKind.Unclear, "？", 9), on)
            )
        ).ShouldBeOfType<AnswerTimeWrong>();
        var asked = await ground.Asks();
        (await Answer(Bidders[0], firm, asked.Clarification, false)).ShouldBeOfType<SubstanceMayNotChange>();
        (await Answer(Bidders[1], await ground.Opening.Firm(Bidders[1]), asked.Clarification, true)).ShouldBeOfType<NothingWasAsked>();
        (
            await ground.Refused<ClosePartHandler, PartClosed>(Members[0], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<AnswerAwaited>();
        ground.Opening.At(asked.Due.AddMilliseconds(-1));
        await ground.Answers(Bidders[0], asked.Clarification);
        (await Answer(Bidders[0], firm, asked.Clarification, true)).ShouldBeOfType<NothingWasAsked>("once");
        var second = await ground.Asks();
        ground.Opening.At(second.Due);
        (await Answer(Bidders[0], firm, second.Clarification, true)).ShouldBeOfType<AnswerTooLate>();
        await ground.Closes(Members[0]);

        Task<Kernel.Results.Refusal> Answer(string user, long bidder, long clarification, bool changesNothing) =>
            ground.Refused<AnswerCommitteeHandler, CommitteeAnswered>(
                user,
                (h, on) => h.Handle(new(ground.Number, bidder, clarification, "自开工令之日起算。", null, changesNothing), on)
            );
    }

    [Fact]
    public async Task A_price_above_the_maximum_must_be_rejected_before_the_review_closes()
    {
        var ground = await EvaluationGround.In(Hall, maximum: 115_000_000);
        await ground.Begins();
        await ground.Elects();
        (
            await ground.Refused<ClosePartHandler, PartClosed>(Members[0], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<MustBeRejected>();
        await ground.Carries(MotionKind.RejectBid, 0, RejectionGround.AboveMaximumPrice, "报价 120 万元，限价 115 万元");
        await ground.AllClose();
        (await ground.Stage()).ShouldBeOfType<BlindScoring>();
    }

    [Fact]
    public async Task A_suspiciously_low_price_is_asked_about_and_without_an_answer_counts_as_below_cost()
    {
        var ground = await EvaluationGround.In(Hall, prices: [120_000_000, 118_000_000, 60_000_000]);
        await ground.Begins();
        await ground.Elects();
        (
            await ground.Refused<ClosePartHandler, PartClosed>(Members[0], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<LowPriceNotAsked>();
        var asked = await ground.Asks(ClarificationKind.LowPrice, user: Bidders[2], question: "请书面说明报价并提供证明材料。");
        ground.Opening.At(asked.Due);
        (
            await ground.Refused<ClosePartHandler, PartClosed>(Members[0], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<LowPriceUnexplained>();
        await ground.Carries(MotionKind.RejectBid, 2, RejectionGround.BelowCost, "没有在规定时间说明");
        await ground.Closes(Members[0]);
    }

    [Fact]
    public async Task A_low_price_that_is_explained_stays()
    {
        var ground = await EvaluationGround.In(Hall, prices: [120_000_000, 118_000_000, 60_000_000]);
        await ground.Begins();
        await ground.Elects();
        var asked = await ground.Asks(ClarificationKind.LowPrice, user: Bidders[2]);
        await ground.Answers(Bidders[2], asked.Clarification, "自有设备和库存材料，证明附后。");
        await ground.AllClose();
        (await Findings(ground, 2)).Rejected.ShouldBeNull();
    }

    [Fact]
    public async Task All_are_rejected_only_by_judgement_and_only_with_fewer_than_three_left()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Elects();
        (
            await ground.Refused<PutMotionHandler, MotionPut>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, MotionKind.RejectAll, 0, null, null, null, "缺乏竞争"), on)
            )
        ).ShouldBeOfType<EnoughBidsLeft>();
        await ground.Carries(MotionKind.RejectBid, 0, RejectionGround.NotQualified, "资质不符");
        (await ground.Stage()).ShouldBeOfType<PreliminaryReview>("two are left, and nothing follows by itself");
        await ground.Carries(MotionKind.RejectAll, -1, null, "两份报价均接近限价，明显缺乏竞争");
        (await ground.Stage()).ShouldBeOfType<Summarising>().AllRejected.ShouldNotBeNull();
        await ground.Drafts();
        foreach (var member in Members)
            await ground.Signs(member);
        var report = (await ground.Report()).ShouldNotBeNull();
        report.Content.Ranking.ShouldBeEmpty();
        report.Content.Rejected.Count.ShouldBe(3);
    }

    [Fact]
    public async Task With_two_left_the_committee_may_also_go_on()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Elects();
        await ground.Carries(MotionKind.RejectBid, 0, RejectionGround.NotQualified, "资质不符");
        await ground.AllClose();
        (await ground.Stage()).ShouldBeOfType<BlindScoring>();
    }

    [Fact]
    public async Task More_time_is_given_when_two_of_five_want_it()
    {
        var ground = await EvaluationGround.In(Hall);
        var begun = await ground.Begins(30);
        await ground.Elects();
        await ground.AllClose();
        ground.Opening.At(begun.PlannedEnd.AddMilliseconds(-1));
        await ground.Gives(Members[0], 0, "plan", 15);
        ground.Opening.At(begun.PlannedEnd);
        (
            await ground.Refused<GiveScoreHandler, ScoreGiven>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, ground.Bid(1), "plan", 15, null), on)
            )
        ).ShouldBeOfType<TimeIsOver>();
        var put = await ground.Ask<PutMotionHandler, MotionPut>(
            Members[1],
            (h, on) => h.Handle(new(ground.Number, MotionKind.MoreTime, 0, null, null, 60, "方案较多"), on)
        );
        (await ground.Evaluation()).PlannedEnd.ShouldBe(begun.PlannedEnd, "one of five is not more than a third");
        await ground.Ask<VoteOnMotionHandler, MotionVoted>(Members[2], (h, on) => h.Handle(new(ground.Number, put.Motion, true), on));
        (await ground.Evaluation()).PlannedEnd.ShouldBe(begun.PlannedEnd.AddMinutes(60));
        await ground.Gives(Members[0], 1, "plan", 15);
    }

    [Fact]
    public async Task A_score_far_from_the_group_holds_the_report_until_it_has_its_reason()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Elects();
        await ground.AllClose();
        await ground.Scores("plan", 15);
        await ground.Gives(Members[4], 0, "plan", 2);
        await ground.AllClose();
        await ground.Scores("records", 10);
        await ground.AllClose();
        (
            await ground.Refused<DraftReportHandler, ReportDrafted>(Members[0], (h, on) => h.Handle(new(ground.Number), on))
        ).ShouldBeOfType<ScoreUnexplained>();
        var seat = (await ground.Seat(Members[4])).Id;
        var score = await Hall.Read(db => db.MemberScores.SingleAsync(s => s.Seat == seat && s.Points == 2));
        (
            await ground.Refused<ExplainScoreHandler, ScoreExplained>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, score.Id, null, "代他说明"), on)
            )
        ).ShouldBeOfType<NotYourScoreToExplain>();
        await ground.Ask<ExplainScoreHandler, ScoreExplained>(
            Members[4],
            (h, on) => h.Handle(new(ground.Number, score.Id, null, "没有基坑监测方案"), on)
        );
        await ground.Drafts();
    }

    [Fact]
    public async Task Refusing_to_sign_and_to_write_is_agreement_and_the_supervisor_records_it()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Summarises();
        await ground.Drafts();
        (
            await ground.Refused<SignReportHandler, ReportSigned>(Members[4], (h, on) => h.Handle(new(ground.Number, false, " "), on))
        ).ShouldBeOfType<DissentNeedsReason>();
        foreach (var member in Members[..4])
            await ground.Signs(member);
        var seat = (await ground.Seat(Members[4])).Id;
        (
            await ground.Refused<RecordRefusalToSignHandler, RefusalToSignRecorded>(
                Supervisor,
                (h, on) => h.Handle(new(ground.Number, 0, "拒绝"), on)
            )
        ).ShouldBeOfType<NoSuchSeat>();
        await ground.Ask<RecordRefusalToSignHandler, RefusalToSignRecorded>(
            Supervisor,
            (h, on) => h.Handle(new(ground.Number, seat, "当场表示既不签字也不写意见"), on)
        );
        var report = (await ground.Report()).ShouldNotBeNull();
        report.Content.Dissents.ShouldBeEmpty();
        (
            await ground.Refused<SignReportHandler, ReportSigned>(Members[4], (h, on) => h.Handle(new(ground.Number, false, "反悔"), on))
        ).ShouldBeOfType<WrongEvaluationStage>();
    }

    [Fact]
    public async Task The_lowest_evaluated_price_wins_after_correction_and_adjustment()
    {
        var ground = await EvaluationGround.In(Hall, EvaluationKind.LowestEvaluatedPrice, prices: [97_000_000, 96_000_000, 99_000_000]);
        await ground.Begins();
        await ground.Elects();
        await ground.Carries(MotionKind.AdjustPrice, 1, null, "付款折扣缺失", "adjust-payment", 1_200_000);
        await ground.Carries(MotionKind.CorrectPrice, 2, null, "单价与合价不一致，以单价为准", amount: 98_500_000);
        (
            await ground.Refused<PutMotionHandler, MotionPut>(
                Members[0],
                (h, on) =>
                    h.Handle(new(ground.Number, MotionKind.AdjustPrice, ground.Bid(0), null, "adjust-colour", 1, "文件没有的项目"), on)
            )
        ).ShouldBeOfType<NoSuchAdjustment>();
        await ground.AllClose();
        (await ground.Stage()).ShouldBeOfType<Summarising>();
        await ground.Drafts();
        foreach (var member in Members)
            await ground.Signs(member);
        var ranking = (await ground.Report()).ShouldNotBeNull().Content.Ranking;
        ranking
            .Select(r => (r.OpeningBid, r.EvaluatedPrice))
            .ShouldBe([(ground.Bid(0), 97_000_000), (ground.Bid(1), 97_200_000), (ground.Bid(2), 98_500_000)]);
        ranking[1].Price.ShouldBe(96_000_000, "the contract price stays as it was read out");
    }

    [Fact]
    public async Task While_the_blind_part_is_scored_nobody_asks_or_moves_and_numbers_do_not_tell_places()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        await ground.Elects();
        await ground.AllClose();
        (
            await ground.Refused<AskBidderHandler, BidderAsked>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, ground.Bid(0), ClarificationKind.Unclear, "？", 30), on)
            )
        ).ShouldBeOfType<NotWhileBlind>();
        (
            await ground.Refused<PutMotionHandler, MotionPut>(
                Members[0],
                (h, on) =>
                    h.Handle(new(ground.Number, MotionKind.RejectBid, ground.Bid(0), RejectionGround.Collusion, null, null, "？"), on)
            )
        ).ShouldBeOfType<NotWhileBlind>();
        (
            await ground.Refused<GiveScoreHandler, ScoreGiven>(
                Members[0],
                (h, on) => h.Handle(new(ground.Number, ground.Bid(0), "records", 5, null), on)
            )
        ).ShouldBeOfType<NoSuchItem>();
        var id = (await ground.Evaluation()).Id;
        (await Hall.Read(db => db.EvaluatedBids.Where(b => b.EvaluationId == id).Select(b => b.BlindNumber).ToListAsync()))
            .Order()
            .ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Nobody_sees_another_members_score_before_all_have_closed()
    {
        var ground = await EvaluationGround.In(Hall);
        await ground.Begins();
        (await Desk(Members[0])).Bids.ShouldBeEmpty("no bid before the pledge");
        await ground.Elects();
        await ground.AllClose();
        await ground.Scores("plan", 15, Members[0]);
        await Alone();
        var blind = (await Desk(Members[1])).Bids;
        blind.ShouldAllBe(b => b.Opened == null && b.Key.StartsWith('b') && b.Files.All(f => f.Sha256 == null));
        string.Join(' ', blind.Select(b => b.Name.Zh)).ShouldNotContain("公司");
        await ground.Scores("plan", 15, Members[1..]);
        await ground.AllClose();
        await ground.Scores("records", 10, Members[..4]);
        await ground.AllClose(Members[..4]);
        await Alone();
        await ground.Scores("records", 10, Members[4]);
        await ground.Closes(Members[4]);
        (await Desk(Members[1])).All.Count.ShouldBe(5 * 3 * 2);
        await ground.Leaves(Members[2]);
        await ground.Replaces(Members[2]);
        await ground.Pledges(Replacement);
        (await Desk(Replacement)).All.ShouldBeEmpty("whoever replaces a member scores alone as well");

        async Task Alone()
        {
            foreach (var member in Members)
            {
                var desk = await Desk(member);
                desk.All.ShouldBeEmpty(member);
                desk.Result.ShouldBeNull(member);
                desk.Mine.ShouldAllBe(s => s.Seat == desk.Seat.Id);
            }
            var on = await Hall.Occasion(Supervisor);
            (await Hall.Read(db => EvaluationProgress.Of(db, ground.Number, on, supervisor: true))).ShouldBeDone().Report.ShouldBeNull();
        }

        async Task<MemberDesk> Desk(string member)
        {
            var on = await Hall.Occasion(member);
            return (await Hall.Read(db => MemberDesk.Of(db, ground.Number, on))).ShouldBeDone();
        }
    }

    [Fact]
    public async Task Credit_is_frozen_at_the_deadline_with_its_source()
    {
        var ground = await EvaluationGround.In(Hall);
        var late = ground.Credit().Select(c => c with { AsOf = c.AsOf.AddDays(1) }).ToList();
        foreach (IReadOnlyList<CreditValue> wrong in new IReadOnlyList<CreditValue>[] { [], late, [.. ground.Credit().Skip(1)] })
            (
                await ground.Refused<BeginEvaluationHandler, EvaluationBegun>(
                    Agency,
                    (h, on) => h.Handle(new(ground.Number, 60, wrong), on)
                )
            ).ShouldBeOfType<CreditValuesWrong>();
        await ground.Begins();
        (
            await ground.Refused<BeginEvaluationHandler, EvaluationBegun>(
                Agency,
                (h, on) => h.Handle(new(ground.Number, 60, ground.Credit()), on)
            )
        ).ShouldBeOfType<EvaluationBegunAlready>();
    }

    private async Task<BidFindings> Findings(EvaluationGround ground, int bidder)
    {
        var bid = ground.Bid(bidder);
        return (await Hall.Read(db => db.EvaluatedBids.AsNoTracking().SingleAsync(b => b.OpeningBid == bid))).Findings;
    }
}

public sealed class The_evaluation_of_bids_on_the_embedded_database(EmbeddedHall hall)
    : The_evaluation_of_bids(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_evaluation_of_bids_on_PostgreSQL(PostgresHall hall) : The_evaluation_of_bids(hall), IClassFixture<PostgresHall>;
