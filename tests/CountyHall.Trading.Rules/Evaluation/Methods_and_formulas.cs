using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Opening;

namespace CountyHall.Trading.Rules.Evaluation;

/// <summary>Section 7: the methods of evaluation and their worked examples, to the last digit.</summary>
public class Methods_and_formulas
{
    /// <summary>A 980, B 960, C 950, D 920, E 900 (10,000 yuan), in fen.</summary>
    private static readonly long[] Five = [9_800_000_00, 9_600_000_00, 9_500_000_00, 9_200_000_00, 9_000_000_00];
    private const long Limit = 10_000_000_00;

    internal static EvaluationRules Rules(params (string Key, string Value)[] said)
    {
        Dictionary<string, string> texts = new(EvaluationRules.Usual);
        foreach (var (key, value) in said)
            texts[key] = value;
        return EvaluationRules.Read("test", texts).ShouldBeOfType<Result<EvaluationRules>.Done>().Value;
    }

    private static EvaluationRules F1(params (string, string)[] more) =>
        Rules([
            ("benchmark-trim-from", "5"),
            ("benchmark-factor", "0.98"),
            ("deduction-above", "0.6"),
            ("deduction-below", "0.3"),
            .. more,
        ]);

    private static EvaluationRules F2 =>
        Rules(
            ("benchmark-form", "limit-and-mean"),
            ("benchmark-limit-factor", "0.95"),
            ("benchmark-limit-weight", "0.3"),
            ("benchmark-mean-factor", "0.98"),
            ("benchmark-mean-weight", "0.7"),
            ("deduction-above", "0.6"),
            ("deduction-below", "0.3")
        );

    /// <summary>In 10,000 yuan to four places, as the table has it.</summary>
    private static decimal Wan(decimal fen) => Rounding.HalfUp(fen / 1_000_000, 4);

    [Fact]
    [Trait("Rule", "TR-7.2")]
    public void The_lowest_evaluated_price_comes_first_and_the_contract_price_stays_as_it_was()
    {
        var a = EvaluatedPrice.Of(9_600_000_00, [120_000_00]);
        var b = EvaluatedPrice.Of(9_700_000_00, []);
        (a, b).ShouldBe((9_720_000_00, 9_700_000_00));
        Ranking.Of([new(1, 0, a, 0), new(2, 0, b, 0)], TieRule.LowerPrice)[0].Bid.Bid.ShouldBe(2);
    }

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void A_procurement_price_scores_lowest_over_own_price()
    {
        Offer[] plain = [new(1, 100_00), new(2, 110_00), new(3, 125_00)];
        var scores = ProcurementPrice.Scores(plain, 30);
        (scores[1], scores[2], scores[3]).ShouldBe((30.00m, 27.27m, 24.00m));
    }

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void After_the_deduction_of_a_small_firm_its_price_is_the_base()
    {
        Offer[] offers = [new(1, 100_00), new(2, 110_00, DeductionPercent: 10), new(3, 125_00)];
        offers[1].Evaluated.ShouldBe(99_00);
        offers[1].Price.ShouldBe(110_00, "the contract price stays");
        var scores = ProcurementPrice.Scores(offers, 30);
        (scores[1], scores[2], scores[3]).ShouldBe((29.70m, 30.00m, 23.76m));
    }

    [Theory]
    [InlineData(true, 30, true)]
    [InlineData(true, 29.99, false)]
    [InlineData(false, 10, true)]
    [InlineData(false, 9.99, false)]
    [Trait("Rule", "TR-7.3")]
    public void The_price_weighs_thirty_percent_for_goods_and_ten_for_services(bool goods, double weight, bool lawful) =>
        ProcurementPrice.IsWeightLawful(goods, (decimal)weight).ShouldBe(lawful);

    [Theory]
    [InlineData(false, false, "2020-12-31", 6, 10)]
    [InlineData(false, false, "2022-06-30", 6, 10)]
    [InlineData(false, false, "2022-07-01", 10, 20)]
    [InlineData(false, true, "2022-06-30", 2, 3)]
    [InlineData(false, true, "2022-07-01", 4, 6)]
    [InlineData(true, false, "2021-01-01", 3, 5)]
    [Trait("Rule", "TR-7.3")]
    public void The_deduction_of_small_firms_depends_on_the_day(bool works, bool joint, string day, int least, int most) =>
        SmallFirmDeduction.RangeOf(works, joint, TenderDesk.Day(day)).ShouldBe((least, most));

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void Before_a_rule_is_known_there_is_no_range() =>
        SmallFirmDeduction.RangeOf(works: true, joint: false, TenderDesk.Day("2020-12-31")).ShouldBeNull();

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void Bids_of_one_brand_count_as_one()
    {
        Offer[] offers = [new(1, 90_00, Brand: "示例甲"), new(2, 80_00, Brand: "示例甲"), new(3, 85_00, Brand: "示例乙"), new(4, 99_00)];
        ProcurementPrice.OnePerBrand(offers, o => o.Id == 1 ? 95 : 90).Select(o => o.Id).ShouldBe([1, 3, 4]);
        ProcurementPrice.OnePerBrand(offers, _ => 0).Select(o => o.Id).ShouldBe([2, 3, 4]);
    }

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void The_lowest_price_method_gives_the_same_price_the_same_rank() =>
        ProcurementPrice
            .ByLowestPrice([new(1, 100), new(2, 90), new(3, 90), new(4, 120)])
            .Select(r => (r.Rank, r.Offer.Id))
            .ShouldBe([(1, 2L), (1, 3L), (3, 1L), (4, 4L)]);

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void F1_is_the_mean_without_highest_and_lowest_times_K()
    {
        var benchmark = Benchmark.Of(F1(), Five, null);
        Wan(benchmark.Mean).ShouldBe(943.3333m);
        Wan(benchmark.Value).ShouldBe(924.4667m);
        benchmark.Entered.ShouldBe([9_200_000_00, 9_500_000_00, 9_600_000_00]);
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void F2_weighs_the_maximum_price_and_the_mean()
    {
        var benchmark = Benchmark.Of(F2, Five, Limit);
        Wan(benchmark.Mean).ShouldBe(942m);
        Wan(benchmark.Value).ShouldBe(931.2120m);
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void F3_is_the_mean_of_two_means() =>
        Wan(Benchmark.Of(Rules(("benchmark-form", "second-mean")), Five, null).Value).ShouldBe(926.0000m);

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void F4_is_the_lowest_bid() => Wan(Benchmark.Of(Rules(("benchmark-form", "lowest")), Five, null).Value).ShouldBe(900m);

    [Theory]
    [InlineData(0, 6.0071, 56.40, 5.2392, 56.86)]
    [InlineData(1, 3.8437, 57.69, 3.0915, 58.15)]
    [InlineData(2, 2.7620, 58.34, 2.0176, 58.79)]
    [InlineData(3, -0.4832, 59.86, -1.2040, 59.64)]
    [InlineData(4, -2.6466, 59.21, -3.3518, 58.99)]
    [Trait("Rule", "TR-7.4")]
    public void A_price_loses_points_for_each_percent_off_the_benchmark(int bid, double d1, double s1, double d2, double s2)
    {
        var one = DeviationScore.Of(F1(), Five[bid], Benchmark.Of(F1(), Five, null).Value, 60);
        (one.Deviation, one.Score).ShouldBe(((decimal)d1, (decimal)s1));
        var two = DeviationScore.Of(F2, Five[bid], Benchmark.Of(F2, Five, Limit).Value, 60);
        (two.Deviation, two.Score).ShouldBe(((decimal)d2, (decimal)s2));
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void A_price_score_never_falls_below_nothing() =>
        DeviationScore.Of(Rules(("deduction-above", "1")), 200_00, 100_00, 60).Score.ShouldBe(0);

    [Theory]
    [InlineData(100_005, 60.00)] // 59.995 exactly
    [InlineData(100_006, 59.99)] // 59.994
    [InlineData(100_250, 59.75)]
    [Trait("Rule", "TR-7.4")]
    public void Scores_are_rounded_half_up_to_two_places(long price, double score) =>
        DeviationScore.Of(Rules(("deduction-above", "1")), price, 100_000, 60).Score.ShouldBe((decimal)score);

    [Theory]
    [InlineData(4, 4)] // below five nothing is dropped
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    [InlineData(7, 5)] // from seven on a fifth on each side: one of seven
    [InlineData(10, 6)]
    [Trait("Rule", "TR-7.4")]
    public void Few_bids_are_not_trimmed_and_many_lose_a_fifth_on_each_side(int bids, int enter) =>
        Benchmark
            .Of(F1(("benchmark-trim-wide-from", "7")), [.. Enumerable.Range(1, bids).Select(i => i * 1000L)], null)
            .Entered.Count.ShouldBe(enter);

    [Theory]
    [InlineData(3, BenchmarkForm.TrimmedMean, 2000)]
    [InlineData(4, BenchmarkForm.SecondMean, 2000)]
    [Trait("Rule", "TR-7.4")]
    public void Where_too_few_are_left_the_document_says_what_is_taken(int bids, BenchmarkForm form, int value)
    {
        var rules = Rules(("benchmark-form", "second-mean"), ("benchmark-few-below", "4"), ("benchmark-few", "plain-mean"));
        var found = Benchmark.Of(rules, [.. Enumerable.Range(1, bids).Select(i => i * 1000L)], null);
        (found.Form, found.Value).ShouldBe((form, value));
        Benchmark
            .Of(rules with { Few = FewBids.Lowest, FewBelow = 9 }, [3000, 1000, 2000], null)
            .ShouldSatisfyAllConditions(b => b.Value.ShouldBe(1000), b => b.Form.ShouldBe(BenchmarkForm.Lowest));
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void K_is_what_was_drawn_at_the_opening()
    {
        var document = TenderDesk.Model();
        EvaluationRules.Read(document, TenderDesk.Day("2026-01-01"), null).Why().ShouldBeOfType<ParameterNotDrawn>();
        var drawn = new DrawnValue("下浮系数", "3.5", 4, ["9319./"], "9319./");
        EvaluationRules
            .Read(document, TenderDesk.Day("2026-01-01"), drawn)
            .ShouldBeOfType<Result<EvaluationRules>.Done>()
            .Value.Factor.ShouldBe(0.965m);
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void A_parameter_that_cannot_be_computed_is_refused()
    {
        var document = TenderDesk.Model() with { Parameters = [new("deduction-above", "每高1%扣分", "一分", [])] };
        EvaluationRules.Read(document, TenderDesk.Day("2026-01-01"), null).Why().ShouldBeOfType<ParameterUnreadable>();
    }

    [Theory]
    [InlineData("2020-06-30", "county-works-1", 5)]
    [InlineData("2020-07-01", "county-works-2", 0)]
    [Trait("Rule", "C69")]
    public void A_tender_keeps_the_version_in_force_at_its_notice(string announced, string version, int trimFrom)
    {
        var document = TenderDesk.Model() with { Parameters = [] };
        var rules = EvaluationRules.Read(document, TenderDesk.Day(announced), null).ShouldBeOfType<Result<EvaluationRules>.Done>().Value;
        (rules.Version, rules.TrimFrom).ShouldBe((version, trimFrom));
        // Two tenders with the same bids, before and after the change, are each computed by their own version.
        Wan(Benchmark.Of(rules, Five, null).Value).ShouldBe(trimFrom == 0 ? 942m : 943.3333m);
    }

    [Fact]
    public void Versions_follow_one_another_without_gap_or_overlap()
    {
        foreach (var (before, after) in EvaluationMethodVersion.All.Zip(EvaluationMethodVersion.All.Skip(1)))
            after.From.ShouldBe(before.To.ShouldNotBeNull().AddDays(1));
        EvaluationMethodVersion.All[^1].To.ShouldBeNull();
        foreach (var version in EvaluationMethodVersion.All)
            EvaluationRules.Read(version.Id, version.Parameters).ShouldBeOfType<Result<EvaluationRules>.Done>();
    }

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void The_same_score_goes_to_the_lower_price_and_the_same_of_both_is_a_joint_rank() =>
        Ranking
            .Of([new(1, 90, 200, 30), new(2, 90, 100, 20), new(3, 95, 300, 10), new(4, 90, 100, 25)], TieRule.LowerPrice)
            .Select(r => (r.Rank, r.Bid.Bid))
            .ShouldBe([(1, 3L), (2, 2L), (2, 4L), (4, 1L)]);

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void The_document_may_decide_ties_otherwise()
    {
        Ranked[] bids = [new(1, 90, 200, 30), new(2, 90, 100, 20), new(3, 90, 100, 30)];
        Ranking.Of(bids, TieRule.Technical).Select(r => (r.Rank, r.Bid.Bid)).ShouldBe([(1, 3L), (2, 1L), (3, 2L)]);
        Ranking.Of(bids, TieRule.Joint).Select(r => r.Rank).ShouldBe([1, 1, 1]);
    }

    [Theory]
    [InlineData(CreditLine.Housing, "2020-02-02", null)]
    [InlineData(CreditLine.Housing, "2020-02-03", CreditLevel.City)]
    [InlineData(CreditLine.Municipal, "2020-02-03", CreditLevel.City)]
    [InlineData(CreditLine.Supervision, "2020-02-03", CreditLevel.City)]
    [InlineData(CreditLine.Transport, "2020-02-03", CreditLevel.County)]
    [InlineData(CreditLine.Water, "2020-02-02", CreditLevel.County)]
    [Trait("Rule", "TR-7.5")]
    public void City_results_count_from_the_third_of_February_and_county_grades_for_water_and_roads(
        CreditLine line,
        string deadline,
        CreditLevel? level
    ) => CreditSource.Of(line, TenderDesk.Day(deadline)).ShouldBe(level);

    [Theory]
    [InlineData(7_999_99, true)] // 79.9999 % of a mean of 10,000 yuan
    [InlineData(8_000_00, false)]
    [Trait("Rule", "TR-4.6")]
    public void A_price_below_the_configured_share_of_the_mean_is_asked_about(long price, bool asked)
    {
        long[] all = [price, 20_000_00 - price, 10_000_00];
        LowPrice.IsTriggered(Rules(("low-price-percent", "80")), price, all).ShouldBe(asked);
        LowPrice.IsTriggered(Rules(("low-price-percent", "0")), price, all).ShouldBeFalse();
    }

    [Theory]
    [InlineData(14, false)] // 29.5 % off the mean of the others is 5.9 of 20 points
    [InlineData(13.99, false)]
    [InlineData(13.9, true)]
    [Trait("Rule", "C46")]
    public void A_score_far_from_the_others_needs_a_reason(double mine, bool abnormal)
    {
        // The others' mean is 19.9; 30 % of 20 points is 6.
        Trading
            .Evaluation.Methods.MemberScores.IsAbnormal(Rules(("deviation-percent", "30")), (decimal)mine, [19.8m, 20m, 19.9m], 20)
            .ShouldBe(abnormal);
    }

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void The_points_of_the_members_become_their_mean()
    {
        Trading.Evaluation.Methods.MemberScores.Mean(Rules(), [10, 11, 12, 12, 20]).ShouldBe(13);
        Trading.Evaluation.Methods.MemberScores.Mean(Rules(("members", "trimmed")), [10, 11, 12, 12, 20]).ShouldBe(11.67m);
        Trading
            .Evaluation.Methods.MemberScores.Mean(Rules(("members", "trimmed")), [10, 20, 12])
            .ShouldBe(14, "three are too few to drop two");
    }

    [Fact]
    [Trait("Rule", "TR-4.3")]
    public void Words_prevail_over_digits() =>
        (FigureCorrection.OfTender(100_00, 99_00, []), FigureCorrection.OfTender(100_00, null, [])).ShouldBe((99_00, 100_00));

    [Fact]
    [Trait("Rule", "TR-4.3")]
    public void The_unit_price_prevails_over_the_total_except_for_a_slip_of_the_decimal_point()
    {
        new BillLine(12_50, 100, 1_300_00).Corrected.ShouldBe(1_250_00);
        new BillLine(125_00, 100, 1_250_00).Corrected.ShouldBe(1_250_00, "the unit price is ten times off");
        new BillLine(1_25, 100, 1_250_00).Corrected.ShouldBe(1_250_00, "the unit price is ten times off the other way");
        FigureCorrection.OfTender(2_550_00, null, [new(12_50, 100, 1_300_00), new(125_00, 100, 1_250_00)]).ShouldBe(2_500_00);
    }

    [Fact]
    [Trait("Rule", "TR-7.3")]
    public void In_procurement_the_opening_sheet_rules_then_words_then_unit_prices()
    {
        FigureCorrection.OfProcurement(1_000_00, 990_00, []).ShouldBe(990_00);
        FigureCorrection.OfProcurement(1_250_00, null, [new(125_00, 100, 1_250_00)]).ShouldBe(1_250_00, "a slip: the sheet's total rules");
        FigureCorrection.OfProcurement(1_300_00, null, [new(12_50, 100, 1_300_00)]).ShouldBe(1_250_00, "no slip: unit prices rule");
    }

    [Theory]
    [InlineData(5, 1, false)]
    [InlineData(5, 2, true)]
    [InlineData(6, 2, false)] // a third exactly is not more than a third
    [InlineData(6, 3, true)]
    [InlineData(7, 2, false)]
    [InlineData(7, 3, true)]
    [Trait("Rule", "TR-3.26")]
    public void More_time_is_given_where_more_than_a_third_say_so(int seats, int yes, bool given) =>
        CommitteeMotion.IsCarried(MotionKind.MoreTime, yes, seats).ShouldBe(given);

    [Theory]
    [InlineData(5, 2, false)]
    [InlineData(5, 3, true)]
    [Trait("Rule", "TR-4.1")]
    public void A_bid_is_rejected_by_more_than_half(int seats, int yes, bool rejected) =>
        CommitteeMotion.IsCarried(MotionKind.RejectBid, yes, seats).ShouldBe(rejected);

    [Fact]
    [Trait("Rule", "TR-4.1")]
    public void Every_ground_of_rejection_has_its_words_and_its_article()
    {
        var grounds = Enum.GetValues<RejectionGround>();
        grounds.Select(RejectionGrounds.Of).Select(w => w.Zh).ShouldBeUnique();
        grounds
            .Count(g => RejectionGrounds.BasisOf(g).Text == Kernel.Law.Laws.BiddingRegulation)
            .ShouldBe(8, "seven items of art. 51, the fifth of which names two grounds");
        grounds.Count(g => RejectionGrounds.BasisOf(g).Text == Kernel.Law.Laws.EvaluationCommittees).ShouldBe(5);
    }

    [Fact]
    [Trait("Rule", "TR-7.4")]
    public void Which_bids_enter_the_mean_and_whether_a_late_rejection_changes_it_are_parameters()
    {
        decimal? With(params (string, string)[] said) =>
            A_file(said, (980, null, false), (900, "否决", false), (1000, "否决", true)).Benchmark?.Value;
        With(("benchmark-of", "all")).ShouldBe(960_000_000m);
        With(("benchmark-of", "valid"), ("benchmark-recompute", "no")).ShouldBe(990_000_000m);
        With(("benchmark-of", "valid"), ("benchmark-recompute", "yes")).ShouldBe(980_000_000m);
    }

    private static EvaluationFile A_file((string, string)[] said, params (long Wan, string? Rejected, bool Late)[] bids)
    {
        var rules = Rules(said);
        return new EvaluationFile(
            EvaluationFile.Kind,
            "T",
            "L",
            EvaluationKind.Comprehensive,
            "test",
            rules.Texts,
            null,
            [new("price", ScorePart.Price, "报价", 60, PointsBy.Formula)],
            null,
            [.. bids.Select((b, at) => Bid(at + 1, b.Wan * 1_000_000, b.Rejected, b.Late))],
            null
        ).Compute(rules);
    }

    internal static FileBid Bid(int place, long price, string? rejected = null, bool late = false, params FileScore[] members) =>
        new(
            place,
            $"示例{place}",
            price,
            null,
            new Dictionary<string, long>(),
            rejected,
            late,
            null,
            members,
            0,
            null,
            new Dictionary<string, decimal>(),
            0,
            null
        );
}
