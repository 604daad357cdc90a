using System.Text.Json.Nodes;
using CountyHall.Kernel.Law;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Recomputation;

namespace CountyHall.Trading.Rules.Experts;

/// <summary>Bidding Law art. 37; Implementing Regulation arts 46 and 48; RFC 3797.</summary>
public class Drawing_experts
{
    private const string Key = "9319./2.5.8.10.12./9.18.26.34.41.45./";
    private static readonly DateOnly Day = new(2026, 11, 30);

    // ---- the draw ----

    /// <summary>The example of RFC 3797, section 6, all sixteen of it.</summary>
    [Fact]
    [Trait("Rule", "TR-5.15")]
    public void The_example_of_the_RFC_draws_the_same_places() =>
        PublicDraw.Draw(Key, 25, 16).ShouldBe([17, 7, 2, 16, 25, 23, 8, 24, 19, 13, 22, 5, 18, 9, 1, 4]);

    [Fact]
    public void A_substitute_is_the_next_round() => PublicDraw.Draw(Key, 25, 25).Take(16).ShouldBe(PublicDraw.Draw(Key, 25, 16));

    [Theory]
    [InlineData(25, 16, 20.962)]
    [InlineData(10, 10, 0)]
    [InlineData(10, 1, 3.3219)]
    [InlineData(1000, 1, 9.9658)]
    [InlineData(20_000, 10_000, 19_992.530)] // far above what a double can hold
    public void A_draw_needs_the_bits_of_all_its_choices(int pool, int wanted, double bits) =>
        DrawEntropy.Needed(pool, wanted).ShouldBe(bits, 0.01);

    [Theory]
    [InlineData("7./", 3.3219)]
    [InlineData("9319./", 13.1357)]
    [InlineData("2.5.8.10.12./", 16.0391)] // sorted: the order of five numbers carries nothing
    [InlineData("1.1./", 5.6439)]
    [InlineData("1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17.18.19.20.21.22.23.24.25./", 50.085)]
    public void A_source_carries_what_its_digits_can_say_less_their_order(string source, double bits) =>
        DrawEntropy.OfOne(source).ShouldBe(bits, 0.02);

    [Fact]
    public void The_sources_of_the_RFC_carry_enough_for_its_draw_and_the_first_alone_does_not()
    {
        string[] sources = ["9319./", "2.5.8.10.12./", "9.18.26.34.41.45./"];
        DrawEntropy.Of(sources).ShouldBeGreaterThan(DrawEntropy.Needed(25, 16));
        DrawEntropy.Of(sources[..1]).ShouldBeLessThan(DrawEntropy.Needed(25, 16));
    }

    [Fact]
    public void A_source_given_twice_counts_once() => DrawEntropy.Of(["9319./", "9319./"]).ShouldBe(DrawEntropy.Of(["9319./"]));

    // ---- the committee ----

    [Theory]
    [Trait("Rule", "TR-3.25")]
    [InlineData(5, 0, null)]
    [InlineData(4, 1, null)]
    [InlineData(3, 0, typeof(CommitteeTooSmall))]
    [InlineData(4, 0, typeof(CommitteeTooSmall))]
    [InlineData(6, 0, typeof(CommitteeNotOdd))]
    [InlineData(5, 2, null)]
    [InlineData(4, 3, typeof(TooFewExperts))]
    [InlineData(6, 3, null)] // two thirds exactly
    [InlineData(5, 4, typeof(TooFewExperts))]
    public void A_committee_has_five_or_more_an_odd_number_and_two_thirds_experts(int experts, int representatives, Type? why) =>
        CommitteeRules.Check(experts, representatives)?.GetType().ShouldBe(why);

    [Theory]
    [Trait("Rule", "TR-5.9")]
    [InlineData(3, null)]
    [InlineData(1, typeof(CommitteeTooSmall))]
    [InlineData(4, typeof(CommitteeNotOdd))]
    public void A_group_for_a_small_project_has_three_or_more(int experts, Type? why) =>
        CommitteeRules.Check(experts, 0, isSmall: true)?.GetType().ShouldBe(why);

    // ---- who may be drawn ----

    [Theory]
    [Trait("Rule", "TR-5.1")]
    [InlineData("2018-11-30", ExpertTitle.Senior, true)] // eight years to the day
    [InlineData("2018-12-01", ExpertTitle.Senior, false)]
    [InlineData("2010-01-01", ExpertTitle.EqualLevel, true)]
    [InlineData("2010-01-01", ExpertTitle.Intermediate, false)]
    public void An_expert_has_eight_years_and_a_senior_title(string since, ExpertTitle title, bool may) =>
        Recusal.IsQualified(title, TenderDesk.Day(since), Day).ShouldBe(may);

    [Fact]
    [Trait("Rule", "TR-5.3")]
    public void Whoever_works_for_a_party_is_not_drawn()
    {
        Fits(Somebody() with { EmployerCode = "BIDDER" }, PoolCondition.Employer).ShouldBeFalse();
        Fits(Somebody(), PoolCondition.Employer).ShouldBeTrue();
    }

    [Theory]
    [Trait("Rule", "TR-5.4")]
    [InlineData(TieKind.Employment, PoolCondition.Employer, "2023-11-30", false)] // ended three years ago to the day
    [InlineData(TieKind.Employment, PoolCondition.Employer, "2023-11-29", true)]
    [InlineData(TieKind.Shareholding, PoolCondition.Ties, null, false)]
    [InlineData(TieKind.Dispute, PoolCondition.Ties, "2026-02-01", false)]
    [InlineData(TieKind.Dispute, PoolCondition.Ties, "2023-11-29", true)]
    [InlineData(TieKind.Kinship, PoolCondition.Ties, null, false)]
    [InlineData(TieKind.Other, PoolCondition.Ties, null, false)]
    public void A_tie_keeps_away_as_long_as_it_lasts_and_three_years_after(TieKind kind, PoolCondition condition, string? to, bool may) =>
        Fits(Somebody() with { Ties = [new(kind, "BIDDER", new(2015, 1, 1), to is null ? null : TenderDesk.Day(to))] }, condition)
            .ShouldBe(may);

    [Fact]
    public void A_tie_to_somebody_else_keeps_nobody_away() =>
        Fits(Somebody() with { Ties = [new(TieKind.Shareholding, "ELSEWHERE", new(2015, 1, 1), null)] }, PoolCondition.Ties).ShouldBeTrue();

    [Fact]
    [Trait("Rule", "TR-5.5")]
    public void Staff_of_the_supervising_department_never_sit() =>
        Fits(Somebody() with { EmployerCode = "DEPARTMENT" }, PoolCondition.Authority).ShouldBeFalse();

    [Theory]
    [InlineData("2026-11-30", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-12-01", true)]
    public void A_suspension_holds_to_the_end_of_its_last_day(string day, bool may) =>
        InLibrary.Enter(default).Suspend(default, new(2026, 11, 30)).MayServe(TenderDesk.Day(day)).ShouldBe(may);

    [Theory]
    [InlineData("2026-11-27", false)]
    [InlineData("2026-11-26", true)]
    [InlineData("2026-12-03", false)]
    [InlineData("2026-12-04", true)]
    public void Whoever_sat_within_three_days_is_not_drawn_again(string served, bool may) =>
        Fits(Somebody() with { Served = [TenderDesk.Day(served)] }, PoolCondition.RecentService).ShouldBe(may);

    [Theory]
    [InlineData("2026-11-30", "2026-11-30", false)]
    [InlineData("2026-11-01", "2026-11-29", true)]
    [InlineData("2026-12-01", "2026-12-09", true)]
    public void Nobody_on_leave_is_drawn(string from, string to, bool may) =>
        Fits(Somebody() with { Leaves = [(TenderDesk.Day(from), TenderDesk.Day(to))] }, PoolCondition.Leave).ShouldBe(may);

    [Fact]
    public void The_wider_area_is_called_where_the_nearer_has_too_few()
    {
        var here = Enumerable.Range(1, 15).Select(i => Somebody(i)).ToList();
        var city = Enumerable.Range(100, 5).Select(i => Somebody(i) with { Area = "330402" }).ToList();
        var province = Enumerable.Range(200, 5).Select(i => Somebody(i) with { Area = "330106" }).ToList();
        List<Candidate> all = [.. here, .. city, .. province];
        Recusal
            .PoolOf(all, Needs(5))
            .ShouldSatisfyAllConditions(p => p.Area.ShouldBe(DrawArea.County), p => p.Candidates.Count.ShouldBe(15));
        Recusal
            .PoolOf(all[1..], Needs(5))
            .ShouldSatisfyAllConditions(p => p.Area.ShouldBe(DrawArea.City), p => p.Candidates.Count.ShouldBe(19));
        Recusal
            .PoolOf(all[6..], Needs(5))
            .ShouldSatisfyAllConditions(p => p.Area.ShouldBe(DrawArea.Province), p => p.Candidates.Count.ShouldBe(19));
    }

    [Fact]
    public void A_pool_that_is_too_small_even_in_the_province_is_said_to_be()
    {
        var pool = Recusal.PoolOf([.. Enumerable.Range(1, 4).Select(i => Somebody(i))], Needs(5));
        pool.TooFew(Needs(5)).ShouldBe(new WantedExperts("A01", 5));
        pool.TooFew(Needs(4)).ShouldBeNull();
    }

    /// <summary>Thousands of libraries with every trap in them: whoever is drawn is tied to nobody, suspended by nobody, and near enough.</summary>
    [Fact]
    [Trait("Rule", "TR-5.3")]
    public void Nobody_who_must_be_avoided_is_ever_drawn()
    {
        var random = new Random(20_261_130);
        string[] firms = ["ENTITY", "AGENCY", "BIDDER", "BIDDER2", "DEPARTMENT", "X1", "X2", "X3"];
        var drawnAtAll = 0;
        for (var round = 0; round < 3_000; round++)
        {
            var library = Enumerable.Range(1, random.Next(20, 60)).Select(Anybody).ToList();
            var needs = Needs(random.Next(1, 6)) with
            {
                Parties = new HashSet<string> { "ENTITY", "AGENCY", "BIDDER", "BIDDER2" },
            };
            var pool = Recusal.PoolOf(library, needs);
            if (pool.Candidates.Count == 0)
                continue;
            var key = $"{random.NextInt64()}./{random.NextInt64()}./";
            foreach (var place in PublicDraw.Draw(key, pool.Candidates.Count, pool.Candidates.Count))
            {
                var who = pool.Candidates[place - 1];
                drawnAtAll++;
                needs.Parties.ShouldNotContain(who.EmployerCode);
                who.EmployerCode.ShouldNotBe("DEPARTMENT");
                foreach (var tie in who.Ties.Where(t => needs.Parties.Contains(t.FirmCode)))
                    (tie.From > Day || tie.To?.AddYears(Rulebook.RecusalLookBack.Amount) < Day).ShouldBeTrue(tie.ToString());
                (who.Stage is InLibrary || who.Stage is Suspended { Until: var until } && until < Day).ShouldBeTrue(who.Stage.ToString());
                who.Served.ShouldAllBe(d => Math.Abs(d.DayNumber - Day.DayNumber) > 3);
                who.Leaves.ShouldAllBe(l => l.To < Day || l.From > Day);
                who.InFieldSince.AddYears(8).ShouldBeLessThanOrEqualTo(Day);
                who.Title.ShouldNotBe(ExpertTitle.Intermediate);
                needs.Called.ShouldNotContain(who.Expert);
            }

            Candidate Anybody(int id) =>
                new(
                    id,
                    random.Next(3) == 0 ? ["B01"] : ["A01", "B01"],
                    (string[])["330421", "330402", "330106", "310101"] is var areas ? areas[random.Next(4)] : "",
                    (ExpertTitle)random.Next(3),
                    Day.AddDays(-random.Next(2_000, 9_000)),
                    random.Next(4) switch
                    {
                        0 => InLibrary.Enter(default).Suspend(default, Day.AddDays(random.Next(-2, 3))),
                        1 when random.Next(3) == 0 => InLibrary.Enter(default).Leave(default, true),
                        _ => InLibrary.Enter(default),
                    },
                    firms[random.Next(firms.Length)],
                    [
                        .. Enumerable
                            .Range(0, random.Next(3))
                            .Select(_ => new CandidateTie(
                                (TieKind)random.Next(5),
                                firms[random.Next(firms.Length)],
                                Day.AddDays(-random.Next(-10, 3_000)),
                                random.Next(2) == 0 ? null : Day.AddDays(-random.Next(1_000, 1_200))
                            )),
                    ],
                    [
                        .. Enumerable
                            .Range(0, random.Next(2))
                            .Select(_ => (Day.AddDays(random.Next(-5, 1)), Day.AddDays(random.Next(-1, 5)))),
                    ],
                    [.. Enumerable.Range(0, random.Next(2)).Select(_ => Day.AddDays(random.Next(-8, 8)))]
                );
        }
        drawnAtAll.ShouldBeGreaterThan(1_000);
    }

    // ---- who is called ----

    [Fact]
    [Trait("Rule", "TR-5.6")]
    public void The_next_in_the_order_who_fits_an_empty_seat_is_called()
    {
        int[] order = [3, 1, 2, 4];
        var has = new Dictionary<int, IReadOnlyList<string>>
        {
            [1] = ["B01"],
            [2] = ["A01"],
            [3] = ["A01", "B01"],
            [4] = ["B01"],
        };
        Next([new("A01", 1), new("B01", 1)]).ShouldBe((3, "A01"));
        Next([new("A01", 0), new("B01", 1)], 3).ShouldBe((1, "B01"));
        Next([new("A01", 1), new("B01", 0)], 3).ShouldBe((2, "A01"));
        Next([new("A01", 1)], 3, 2).ShouldBeNull();

        (int, string)? Next(IReadOnlyList<WantedExperts> empty, params int[] called) =>
            SeatWalk.Next(order, n => has[n], called.ToHashSet(), empty);
    }

    [Fact]
    public void An_appeal_that_is_upheld_leaves_the_finding_standing_and_one_that_is_not_takes_it_away()
    {
        var finding = new ConductFinding(ConductMeasure.Suspend, 6, new(2027, 1, 1), "示例", "示例");
        var appealed = ConductReported
            .Begin(default, default)
            .Hear(default, "示例")
            .Find(default, "示例", finding, default)
            .Appeal(default, "示例");
        appealed.Standing.ShouldBe(finding);
        appealed.Uphold(default, "示例").Standing.ShouldBe(finding);
        appealed.Dismiss(default, "示例").Standing.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "TR-5.11")]
    public void The_table_of_misconduct_is_that_of_the_regulation()
    {
        Enum.GetValues<Misconduct>().Length.ShouldBe(9);
        ConductReport.BasisOf(Misconduct.NotRecused).En.ShouldBe("Implementing Regulation art. 71(1)");
        ConductReport.BasisOf(Misconduct.OtherBias).En.ShouldBe("Implementing Regulation art. 71(8)");
        ConductReport.BasisOf(Misconduct.TookMoney).En.ShouldBe("Implementing Regulation art. 72");
    }

    [Fact]
    [Trait("Rule", "TR-5.14")]
    public void A_briefing_has_four_topics() => Enum.GetValues<BriefingTopic>().Length.ShouldBe(Rulebook.BriefingTopics.Amount);

    // ---- the transcript ----

    [Fact]
    [Trait("Rule", "TR-5.15")]
    public void A_published_draw_is_computed_again_from_its_file_alone() => Recompute(Transcript()).ShouldAllBe(line => line.Holds);

    /// <summary>Each change is found, and named by its place.</summary>
    [Theory]
    [InlineData("order[2]", "抽取顺序第 3 位")]
    [InlineData("share", "招标人（代理机构）的份额与封存的指纹")]
    [InlineData("hash", "候选名单的指纹")]
    [InlineData("entry", "候选名单的指纹")]
    [InlineData("name", "2 号的姓名、单位与名单中的指纹")]
    [InlineData("call", "通知记录第 3 行")]
    [InlineData("key", "随机字符串")]
    [InlineData("drop", "公布姓名的编号")]
    public void A_changed_digit_is_found_and_named(string what, string named)
    {
        var file = JsonNode.Parse(Transcript())!;
        var attempt = file["attempts"]![0]!;
        switch (what)
        {
            case "order[2]":
                (attempt["order"]![2], attempt["order"]![3]) = (attempt["order"]![3]!.DeepClone(), attempt["order"]![2]!.DeepClone());
                break;
            case "share":
                attempt["shares"]![0]!["share"] = "93190000000000000000002./";
                break;
            case "hash":
                attempt["pool"]!["hash"] = new string('0', 64);
                break;
            case "entry":
                attempt["pool"]!["entries"]![4]!["hash"] = new string('a', 64);
                break;
            case "name":
                attempt["drawn"]!.AsArray().Single(d => (int)d!["number"]! == 2)!["name"] = "示例别人";
                break;
            case "call":
                attempt["calls"]![2]!["number"] = (int)attempt["order"]![5]!;
                break;
            case "key":
                attempt["key"] = "1./";
                break;
            case "drop":
                attempt["drawn"]!.AsArray().RemoveAt(0);
                break;
        }
        Recompute(file.ToJsonString()).Where(l => !l.Holds).Select(l => l.What.Zh).ShouldContain(named);
    }

    [Theory]
    [InlineData("""{"format":"countyhall-draw/1"}""")]
    [InlineData(
        """{"format":"countyhall-draw/1","draw":"D","project":"P","projectName":"N","origin":"county","requestedAt":"2026-11-24T01:00:00Z","attempts":[]}"""
    )]
    public void A_file_from_which_something_was_cut_does_not_hold(string text) => Recompute(text).ShouldContain(l => !l.Holds);

    [Fact]
    public void Another_file_is_no_published_draw() => Recomputed.Of("""{"format":"something-else"}"""u8.ToArray()).ShouldBeNull();

    private static IReadOnlyList<RecomputedLine> Recompute(string text) =>
        Recomputed.Of(System.Text.Encoding.UTF8.GetBytes(text)).ShouldNotBeNull();

    /// <summary>A draw of five out of twelve: number 2 comes, the second called does not, and the next takes the seat.</summary>
    private static string Transcript()
    {
        string[] shares = ["93190000000000000000001./", "22222222222222222222.33333333333333333333./"];
        var key = string.Concat(shares);
        var people = Enumerable
            .Range(1, 12)
            .ToDictionary(n => n, n => (Expert: $"E{n:00}", Name: $"示例{n}", Employer: "示例单位", Salt: $"{n:x32}"));
        var entries = people
            .Select(p => new TranscriptEntry(
                p.Key,
                ["A01"],
                DrawTranscript.EntryHash(p.Key, p.Value.Expert, p.Value.Name, p.Value.Employer, p.Value.Salt)
            ))
            .ToList();
        var order = PublicDraw.Draw(key, 12, 12);
        var at = new DateTime(2026, 11, 24, 1, 0, 0, DateTimeKind.Utc);
        List<TranscriptCall> calls = [.. order.Take(11).Select(n => new TranscriptCall(n, "A01", TranscriptEvent.Called, at))];
        calls.Add(new(order[1], "A01", TranscriptEvent.Declined, at));
        calls.Add(new(order[11], "A01", TranscriptEvent.Called, at));
        calls.AddRange(order.Where((_, i) => i != 1).Select(n => new TranscriptCall(n, "A01", TranscriptEvent.Accepted, at)));
        return DrawTranscript.Write(
            new(
                DrawTranscript.Format,
                "示例-D1",
                "示例",
                "示例项目",
                DrawOrigin.County,
                at,
                null,
                [
                    new(
                        1,
                        [new("A01", 11)],
                        new(DrawTranscript.PoolHash(entries), 2, DrawArea.County, [new(PoolCondition.Speciality, 12)], entries),
                        [
                            new(DrawParty.Entity, PublicDraw.CommitmentTo(shares[0]), at, shares[0], at),
                            new(DrawParty.Supervisor, PublicDraw.CommitmentTo(shares[1]), at, shares[1], at),
                        ],
                        key,
                        order,
                        calls,
                        [
                            .. order
                                .Where((_, i) => i != 1)
                                .Select(n => new TranscriptDrawn(n, people[n].Expert, people[n].Name, people[n].Employer, people[n].Salt)),
                        ],
                        null
                    ),
                ]
            )
        );
    }

    private static bool Fits(Candidate who, PoolCondition condition) => Recusal.Fits(who, condition, Needs(1), DrawArea.County);

    private static DrawNeeds Needs(int wanted) =>
        new(
            Day,
            [new("A01", wanted)],
            "330421",
            new HashSet<string> { "BIDDER" },
            new HashSet<string> { "DEPARTMENT" },
            new HashSet<long> { 7_777 }
        );

    private static Candidate Somebody(int id = 1) =>
        new(id, ["A01"], "330421", ExpertTitle.Senior, new(2000, 1, 1), InLibrary.Enter(default), "INSTITUTE", [], [], []);
}
