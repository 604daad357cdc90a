using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Award;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using static CountyHall.Trading.Rules.Award.AwardGround;
using static CountyHall.Trading.Rules.TenderDesk;

namespace CountyHall.Trading.Rules.Award;

/// <summary>Bidding Law arts. 40–48, Implementing Regulation arts. 53–58, Zhejiang Bidding Regulation arts. 36–40.</summary>
public class The_award
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)] // the fourth is ranked and is no candidate
    [Trait("Rule", "TR-3.27")]
    public void Three_candidates_at_most_in_the_order_of_the_report(int ranked, int candidates) =>
        Slate.Eligible(Ranking(ranked), []).Select(b => b.Rank).ShouldBe(Enumerable.Range(1, candidates));

    [Fact]
    [Trait("Rule", "TR-3.27")]
    public void Whoever_was_rejected_on_review_makes_room_for_the_next_of_the_ranking() =>
        Slate
            .Eligible(Ranking(4), [Passed(2, PassOverGround.RejectedOnReview, At("2026-09-01 09:00"))])
            .Select(b => b.Rank)
            .ShouldBe([1, 3, 4]);

    [Theory]
    [InlineData("2026-09-07 10:00", "2026-09-10")]
    [InlineData("2026-09-09 10:00", "2026-09-14")] // the third day is a Saturday
    [InlineData("2020-09-28 10:00", "2020-10-09")] // and here a holiday
    [Trait("Rule", "TR-3.28")]
    public void Candidates_are_published_within_three_days_of_the_report(string signed, string last) =>
        Ends(AwardStage.Receive(At(signed)).Clock, signed, last);

    [Theory]
    [InlineData("2020-09-29 10:00", "2020-10-09")] // the checked example
    [InlineData("2026-09-07 10:00", "2026-09-10")]
    [InlineData("2026-09-09 10:00", "2026-09-14")]
    [Trait("Rule", "TR-3.29")]
    public void Candidates_are_published_for_three_days_and_a_last_day_of_rest_moves_on(string published, string last)
    {
        var stage = Published(published);
        Ends(stage.Clock, published, last);
        var end = AwardRules.EndOf(stage, Calendar, At(published));
        AwardRules.MayFix(stage, false, Calendar, end).ShouldBeOfType<PublicityLasts>().End.ShouldBe(end);
        AwardRules.MayFix(stage, false, Calendar, end.AddMilliseconds(1)).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "TR-3.30")]
    public void An_objection_comes_while_the_publicity_lasts_and_not_after()
    {
        var stage = Published("2020-09-29 10:00");
        var end = AwardRules.EndOf(stage, Calendar, At("2020-09-29 10:00"));
        AwardRules.MayObject(stage, Calendar, end).ShouldBeNull();
        AwardRules.MayObject(stage, Calendar, end.AddMilliseconds(1)).ShouldBeOfType<NotInPublicity>().Ended.ShouldBe(end);
        AwardRules
            .MayObject(AwardStage.Receive(At("2020-09-29 10:00")), Calendar, end)
            .ShouldBeOfType<NotInPublicity>()
            .Ended.ShouldBeNull();
        AwardRules.MayObject(null, Calendar, end).ShouldBeOfType<NotInPublicity>();
    }

    [Fact]
    [Trait("Rule", "TR-3.30")]
    [Trait("Rule", "TR-3.10")]
    public void An_objection_to_the_result_is_answered_within_three_days_and_suspends_until_then()
    {
        var objection = new ResultObjection
        {
            Id = 1,
            Division = "330421",
            TenderId = 1,
            LotId = 1,
            Number = 1,
            By = 2,
            ByName = "示例投标人2",
            Text = "示例异议",
            RaisedAt = At("2026-09-09 10:00"),
        };
        Ends(objection.Clock, "2026-09-09 10:00", "2026-09-14");
        var stage = Published("2026-09-07 10:00");
        var late = At("2026-09-20 10:00");
        AwardRules.MayFix(stage, objectionWaits: true, Calendar, late).ShouldBeOfType<ResultSuspended>();
        AwardRules.MayFix(stage, objectionWaits: false, Calendar, late).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "TR-3.31")]
    public void The_first_candidate_wins_and_the_next_only_on_four_grounds()
    {
        var at = At("2026-09-11 09:00");
        var winner = Published("2026-09-07 10:00").Fix(at);
        winner.Winner.Rank.ShouldBe(1);
        var next = winner.PassOver(at, Passed(1, PassOverGround.ForceMajeure, at));
        next.Winner.Rank.ShouldBe(2);
        next.Notify(at, 0).PassOver(at, Passed(2, PassOverGround.GaveUp, at)).Winner.Rank.ShouldBe(3);
        Enum.GetValues<PassOverGround>()
            .ShouldBe([
                PassOverGround.GaveUp,
                PassOverGround.ForceMajeure,
                PassOverGround.NoPerformanceBond,
                PassOverGround.UnlawfulAct,
                PassOverGround.RejectedOnReview, // the committee's, and no choice of the entity
            ]);
    }

    [Fact]
    [Trait("Rule", "TR-3.31")]
    public void A_candidate_who_is_struck_during_the_publicity_does_not_win_and_none_left_is_nobody()
    {
        var at = At("2026-09-20 09:00");
        var stage = Published("2026-09-07 10:00").Strike(Passed(1, PassOverGround.UnlawfulAct, at));
        stage.Fix(at).Winner.Rank.ShouldBe(2);
        var nobody = stage.Strike(Passed(2, PassOverGround.GaveUp, at)).Strike(Passed(3, PassOverGround.GaveUp, at));
        AwardRules.MayFix(nobody, false, Calendar, at).ShouldBeOfType<NobodyToPublish>();
        Should.Throw<InvalidOperationException>(() => nobody.Fix(at));
    }

    [Theory]
    [InlineData("2020-09-08 10:00", "2020-09-23")]
    [InlineData("2020-09-23 10:00", "2020-10-09")] // the fifteenth day is in the holiday
    [Trait("Rule", "TR-3.32")]
    public void The_department_has_the_report_within_fifteen_days_of_the_choice(string chosen, string last) =>
        Ends(Clock.Start(Rulebook.AwardReport, At(chosen)), chosen, last);

    [Theory]
    [InlineData("2020-09-08 10:00", "2020-09-23")]
    [InlineData("2020-09-23 10:00", "2020-10-09")]
    [Trait("Rule", "TR-3.33")]
    public void The_award_notice_goes_out_within_fifteen_days_of_the_choice(string chosen, string last) =>
        Ends(Published("2020-09-01 10:00").Fix(At(chosen)).Clock, chosen, last);

    [Theory]
    [InlineData("2020-09-08 10:00", "2020-10-09")] // the checked example: the thirtieth day is 8 October
    [InlineData("2020-10-12 10:00", "2020-11-11")]
    [Trait("Rule", "TR-3.34")]
    public void The_contract_is_signed_within_thirty_days_of_the_award_notice(string noticed, string last)
    {
        var told = Published("2020-09-01 10:00").Fix(At("2020-09-08 09:00")).Notify(At(noticed), 0);
        Ends(told.Clock, noticed, last);
        // A contract that the entity has signed does not move the day.
        Ends(told.Propose(At(noticed).AddDays(3), Contract()).Clock, noticed, last);
    }

    [Theory]
    [InlineData("2020-09-08 10:00", "2020-09-23")]
    [InlineData("2020-09-23 10:00", "2020-10-09")]
    [Trait("Rule", "TR-3.37")]
    public void The_contract_is_filed_within_fifteen_days_of_its_signing(string signed, string last) =>
        Ends(Signed(signed).Clock, signed, last);

    [Theory]
    [InlineData(90_000_001, 9_000_000)]
    [InlineData(90_000_000, 9_000_000)]
    [InlineData(89_999_999, 8_999_999)]
    [Trait("Rule", "TR-3.36")]
    public void A_performance_bond_is_a_tenth_of_the_contract_at_most(long price, long most) => AwardRules.MostBond(price).ShouldBe(most);

    [Fact]
    [Trait("Rule", "TR-3.36")]
    [Trait("Rule", "TR-3.31")]
    public void A_bond_is_missing_only_where_it_was_asked_for_and_the_thirty_days_are_over()
    {
        var at = At("2026-09-11 09:00");
        var winner = Published("2026-09-07 10:00").Fix(at);
        var (asked, free) = (winner.Notify(at, 100), winner.Notify(at, 0));
        var due = asked.Clock.Read(Calendar, at).DueAt;
        AwardRules.BondIsMissing(asked, 1, Calendar, due).ShouldBeFalse();
        AwardRules.BondIsMissing(asked, 1, Calendar, due.AddMilliseconds(1)).ShouldBeTrue();
        AwardRules.BondIsMissing(asked, 2, Calendar, due.AddMilliseconds(1)).ShouldBeFalse();
        AwardRules.BondIsMissing(free, 1, Calendar, due.AddDays(90)).ShouldBeFalse();
        AwardRules.BondIsMissing(asked.Receive(new(100, "示例保函", at)), 1, Calendar, due.AddDays(1)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(PassOverGround.GaveUp, false, ForfeitGround.RevokedAfterDeadline)]
    [InlineData(PassOverGround.GaveUp, true, ForfeitGround.NoContract)]
    [InlineData(PassOverGround.NoPerformanceBond, true, ForfeitGround.NoPerformanceBond)]
    [InlineData(PassOverGround.ForceMajeure, true, null)]
    [InlineData(PassOverGround.UnlawfulAct, true, null)]
    [Trait("Rule", "TR-3.16")]
    public void A_security_is_lost_on_the_grounds_of_the_law_and_no_other(PassOverGround ground, bool notified, ForfeitGround? lost) =>
        AwardRules.ForfeitFor(ground, notified).ShouldBe(lost);

    [Theory]
    [InlineData(95_000_000L, 95_000_000L, true)]
    [InlineData(95_000_000L, 95_000_001L, false)]
    [InlineData(null, 999_000_000L, true)] // only its computation is stated; the committee judges
    public void An_award_above_the_maximum_price_is_refused(long? most, long price, bool may) =>
        (AwardRules.AboveMaximum(Lot(most), "示例", price) is null).ShouldBe(may);

    [Theory]
    [InlineData(95_000_000L, 5_000_000L)] // the maximum price counts
    [InlineData(null, 10_000_000L)] // and the estimate where there is none
    public void What_is_saved_is_computed_from_the_maximum_price_or_the_estimate(long? most, long saved) =>
        Gain.Of(Lot(most, 100_000_000), 90_000_000).Amount.ShouldBe(saved);

    [Fact]
    [Trait("Rule", "TR-3.34")]
    public void A_contract_that_keeps_to_bid_and_documents_shows_no_departure() =>
        ContractComparison.Of(Contract(), Winner, Model()).ShouldBeEmpty();

    [Theory]
    [InlineData("price")]
    [InlineData("duration")]
    [InlineData("quality")]
    [InlineData("leader")]
    [InlineData("clause")]
    [InlineData("unknown")]
    [Trait("Rule", "TR-3.34")]
    public void A_contract_that_departs_from_the_substance_is_found(string where)
    {
        var contract = where switch
        {
            "price" => Contract() with { Price = Winner.Price + 1 },
            "duration" => Contract() with { Duration = Winner.Duration - 1 },
            "quality" => Contract() with { Quality = "优良" },
            "leader" => Contract() with { Leader = "另一人" },
            "clause" => Contract() with { Clauses = [new("contract.quality", "保修期一年。")] },
            _ => Contract() with { Clauses = [new("contract.gift", "另行约定。")] },
        };
        ContractComparison.Of(contract, Winner, Model()).ShouldHaveSingleItem().IsSubstantial.ShouldBeTrue();
    }

    [Fact]
    public void Blanks_of_a_clause_may_be_filled_in_and_nothing_else_of_it_changed()
    {
        ContractComparison.FillsBlanks("开工日期 ____，地点 ____。", "开工日期 2026年10月1日，地点示例镇。").ShouldBeTrue();
        ContractComparison
            .FillsBlanks("开工日期 ____，地点 ____。", "开工日期 2026年10月1日，价款另议，地点示例镇。违约不罚。")
            .ShouldBeFalse();
        ContractComparison.FillsBlanks("保修期二年。", "保修期一年。").ShouldBeFalse();
        var text = Model().Find("contract.quality")!.Text;
        // Line ends and spaces say nothing.
        ContractComparison.Of(Contract() with { Clauses = [new("contract.quality", $" {text}\n")] }, Winner, Model()).ShouldBeEmpty();
    }

    [Fact]
    public void A_review_takes_out_what_more_than_half_of_the_members_reject()
    {
        ReviewOf(2, 1, 2).ShouldBeEmpty(); // two of five
        ReviewOf(3, 1).Select(r => r.Bidder).ShouldBe([1]);
        static IReadOnlyList<ReviewRejection> ReviewOf(int members, params long[] bidders) =>
            CommitteeReview.Majority(
                [
                    .. Enumerable
                        .Range(1, 5)
                        .Select(seat => new CommitteeReview
                        {
                            Id = seat,
                            LotId = 1,
                            Review = 1,
                            Seat = seat,
                            Rejections = seat <= members ? [.. bidders.Select(b => new ReviewRejection(b, "示例理由"))] : [],
                            Opinion = "示例",
                            SignedAt = At("2026-09-11 09:00"),
                        }),
                ],
                5
            );
    }

    [Theory]
    [InlineData(NoticeKind.Candidates, "candidates")]
    [InlineData(NoticeKind.Candidates, "objections")]
    [InlineData(NoticeKind.Candidates, "leaders")]
    [InlineData(NoticeKind.Candidates, "qualification")]
    [InlineData(NoticeKind.Result, "winner")]
    [InlineData(NoticeKind.Contract, "compared")]
    [InlineData(NoticeKind.Performance, "text")]
    public void A_notice_of_the_award_that_lacks_what_its_kind_must_have_is_not_published(NoticeKind kind, string key)
    {
        IReadOnlyList<NoticeSection> all = [.. NoticeContents.Of(kind).Select(r => new NoticeSection(r.Key, r.Name, "示例"))];
        NoticeContents.Missing(kind, all).ShouldBeEmpty();
        NoticeContents.Missing(kind, [.. all.Where(s => s.Key != key)]).ShouldHaveSingleItem().Key.ShouldBe(key);
    }

    [Fact]
    public void The_notice_of_candidates_says_what_the_law_lists_and_names_no_other_bidder()
    {
        var sections = AwardNotices.Candidates(
            new Tender
            {
                Id = 1,
                ProjectId = 1,
                Number = "示例",
                Division = "330421",
                NameZh = "示例",
                NameEn = "Example",
                Kind = TenderKind.Works,
                Method = TenderMethod.Open,
                Round = 1,
                Entity = 9,
                EntityName = "示例招标人",
                SupervisingDepartment = "zjj",
                Stage = Preparing.Begin(At("2026-09-01 09:00")),
                EnteredAt = At("2026-09-01 09:00"),
            },
            Lot(null),
            Candidates(Ranking(5)),
            EvaluationKind.Comprehensive,
            At("2026-09-10 17:00"),
            0,
            ""
        );
        NoticeContents.Missing(NoticeKind.Candidates, sections).ShouldBeEmpty();
        var text = string.Concat(sections.Select(s => s.Text));
        foreach (var words in (string[])["示例投标人1", "示例投标人3", "示例证书", "2026-09-10 17:00", "综合得分", "质量", "工期"])
            text.ShouldContain(words);
        text.ShouldNotContain("示例投标人4");
    }

    [Theory]
    [InlineData(FailureReason.AllRejected)]
    [InlineData(FailureReason.NoCandidateLeft)]
    [InlineData(FailureReason.EntityTendersAgain)]
    [Trait("Rule", "TR-3.41")]
    public void A_lot_without_a_winner_has_failed_with_its_reason_and_a_failed_lot_is_tendered_again(FailureReason reason)
    {
        var opened = Planned
            .Begin(At("2026-08-01 09:00"))
            .Announce(At("2026-08-02 09:00"))
            .BeginOpening(At("2026-09-01 09:00"), 1)
            .End(At("2026-09-01 10:00"));
        opened.Fail(At("2026-09-05 09:00"), reason).Reason.ShouldBe(reason);
        AwardStage.Receive(At("2026-09-05 09:00")).Fail(At("2026-09-05 09:00"), reason).Reason.ShouldBe(reason);
        opened.Show(At("2026-09-05 09:00")).Fail(At("2026-09-06 09:00"), reason).Name.Zh.ShouldContain("流标");
    }

    [Fact]
    [Trait("Rule", "TR-3.22")]
    public void A_failed_lot_stops_only_through_the_step_that_the_department_approves()
    {
        var failed = Planned.Begin(At("2026-08-01 09:00")).Announce(At("2026-08-02 09:00")).Fail(At("2026-09-01 09:00"), 2);
        failed.Reason.ShouldBe(FailureReason.TooFewBids);
        failed.Stop(At("2026-09-09 09:00")).ShouldBeOfType<Stopped>();
        Rulebook.FewestBidsAgain.Amount.ShouldBe(3);
    }

    [Fact]
    public void The_list_of_hashes_is_the_same_for_the_same_files_and_names_what_changed()
    {
        (string, byte[])[] files = [("b.json", [1, 2]), ("a.json", [3])];
        var list = ArchiveManifest.Of("示例", At("2026-09-09 09:00"), files);
        list.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
        ArchiveManifest.Of("示例", At("2026-09-09 09:00"), files.Reverse()).Sha256.ShouldBe(list.Sha256);
        ArchivePackage.Compare(list, files).ShouldAllBe(l => l.Holds);
        ArchivePackage.Compare(list, [files[0], ("a.json", [4])]).Single(l => !l.Holds).What.Zh.ShouldBe("a.json");
        ArchivePackage.Compare(list, [files[0]]).Single(l => !l.Holds).What.Zh.ShouldBe("a.json");
        ArchivePackage.Compare(list, [.. files, ("c.json", [5])]).Single(l => !l.Holds).What.Zh.ShouldBe("c.json");
    }

    private static Candidate Winner => Of(Bid(1));

    private static AwardContract Contract() => new("示例合同 1 号", Winner.Price, Winner.Duration, Winner.Quality, Winner.Leader, []);

    private static ContractSigned Signed(string at) =>
        Published("2020-08-20 10:00")
            .Fix(At("2020-08-25 09:00"))
            .Notify(At("2020-08-26 09:00"), 0)
            .Propose(At(at), Contract())
            .Sign(At(at));

    private static void Ends(Clock clock, string from, string last)
    {
        var read = clock.Read(Calendar, At(from));
        read.Due.ShouldBe(Day(last));
        clock.Read(Calendar, read.DueAt).State.ShouldNotBe(ClockState.Overdue);
        clock.Read(Calendar, read.DueAt.AddMilliseconds(1)).State.ShouldBe(ClockState.Overdue);
    }
}
