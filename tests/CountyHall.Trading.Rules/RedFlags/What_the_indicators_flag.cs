using CountyHall.Trading.RedFlags;
using static CountyHall.Trading.Rules.RedFlags.Lines;

namespace CountyHall.Trading.Rules.RedFlags;

/// <summary>The indicators of the Cardinal library (Open Contracting Partnership), each on both sides of its limit, computed by hand.</summary>
public class What_the_indicators_flag
{
    // R003

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", "2020-01-15T23:59:59Z", true)] // 14 whole days
    [InlineData("2020-01-01T00:00:00Z", "2020-01-16T00:00:00Z", false)] // 15
    [InlineData("2020-01-01T00:00:00+08:00", "2020-01-16T00:00:00Z", false)] // 15 days and 8 hours
    [InlineData("2020-01-01T00:00:00Z", "2020-01-16T00:00:00+08:00", true)]
    [InlineData("2020-01-01T00:00:00.5Z", "2020-01-16T00:00:00.4Z", true)]
    [InlineData("2020-01-16T00:00:00Z", "2020-01-01T00:00:00Z", true)] // backwards is short too
    [InlineData("2020-01-01", "2020-01-05", false)] // no instants of RFC 3339
    [InlineData("2020-01-01T00:00:00", "2020-01-05T00:00:00", false)]
    [InlineData("2020-02-30T00:00:00Z", "2020-03-01T00:00:00Z", false)]
    public void R003_a_period_of_fewer_than_fifteen_whole_days_is_short(string start, string end, bool flagged) =>
        Flags([Period(start, end)]).Of("OCID", "x", "R003").ShouldBe(flagged ? 1.0 : null);

    [Theory]
    [InlineData("""{"R003":{"threshold":4}}""", "open", null, false)]
    [InlineData("""{"R003":{"threshold":5}}""", "open", null, true)]
    [InlineData("""{"R003":{"procurement_methods":["selective"]}}""", "open", null, false)]
    [InlineData("""{"R003":{"procurement_methods":"selective|open"}}""", "open", null, true)]
    [InlineData("""{"R003":{"procurement_method_details":{"emergency":4}}}""", "open", "emergency", false)]
    [InlineData("""{"R003":{"procurement_method_details":{"emergency":4}}}""", "open", "other", true)]
    [InlineData("""{"R003":false}""", "open", null, false)]
    public void R003_limits_and_methods_are_settings(string settings, string method, string? details, bool flagged)
    {
        var tender = $"\"procurementMethod\":\"{method}\"" + (details is null ? "" : $",\"procurementMethodDetails\":\"{details}\"");
        Flags([Period("2020-01-01T00:00:00Z", "2020-01-05T00:00:00Z", tender)], settings)
            .Of("OCID", "x", "R003")
            .ShouldBe(flagged ? 1.0 : null);
    }

    // R018

    [Theory]
    [InlineData("1", "open", true)]
    [InlineData("1", "selective", true)]
    [InlineData("1", "direct", false)]
    [InlineData("2", "open", false)]
    [InlineData("0", "open", false)]
    [InlineData("1.0", "open", false)] // a count is whole, as in the reference
    [InlineData("\"1\"", "open", false)]
    public void R018_one_tenderer_where_there_should_be_more(string number, string method, bool flagged) =>
        Flags([$$$$"""{"ocid":"x","tender":{"numberOfTenderers":{{{{number}}}},"procurementMethod":"{{{{method}}}}"}}"""])
            .Of("OCID", "x", "R018")
            .ShouldBe(flagged ? 1.0 : null);

    // R024 and R058

    [Fact]
    public void R024_the_next_bid_is_close_to_the_winners()
    {
        // d = .5 (ten times) and 0.01: n = 11, h(Q1) = (11 + 1/3)/4 + 1/3 = 3.1667: between the third and fourth, both .5; so Q1 = Q3 = .5 and the fence is .5: all are flagged.
        var lines = Enumerable
            .Range(0, 10)
            .Select(i => Process($"p{i}", "A valid 100; B valid 150"))
            .Append(Process("close", "A valid 100; C valid 101"));
        var flags = Flags(lines);
        flags.Of("OCID", "close", "R024").ShouldBe(0.01);
        flags.Of("OCID", "p0", "R024").ShouldBe(0.5);
        flags.Of("Tenderer", "A", "R024").ShouldBe(0.0);
        flags.Of("Tenderer", "C", "R024").ShouldBe(0.0);
    }

    [Theory]
    [InlineData(1625, 0.625)] // on the fence
    [InlineData(1626, null)]
    [InlineData(1624, 0.624)]
    public void R024_the_fence_itself_is_flagged(int next, double? flagged)
    {
        // Ten of 1.00, ten of 1.25 and the one asked: n = 21, h(Q1) = 5.6667: 1.00; h(Q3) = 16.3333: 1.25; fence = 1.00 - 1.5 * .25 = .625.
        var lines = Enumerable
            .Range(0, 10)
            .SelectMany(i => new[] { Process($"a{i}", "A valid 1000; B valid 2000"), Process($"b{i}", "A valid 1000; B valid 2250") })
            .Append(Process("asked", $"A valid 1000; B valid {next}"));
        Flags(lines).Of("OCID", "asked", "R024").ShouldBe(flagged);
    }

    [Theory]
    [InlineData("A valid 100; B valid 150; A valid 120", "A", 0.5)] // the winner's lowest
    [InlineData("A valid 100; B valid 150; A valid 90", "A", 0.6666666666666666)]
    [InlineData("A valid 100; B valid 150; C valid 125", "A", 0.25)] // the lowest of the others
    [InlineData("A valid 100; B valid 100", "A", 0.0)]
    [InlineData("A valid 100; B valid 99", "A", null)] // the lowest did not win
    [InlineData("A valid 100; B disqualified 105", "A", null)]
    [InlineData("A valid 100; B+C valid 105", "A", null)] // a consortium is not compared
    [InlineData("A valid 100; B+B valid 105", "A", null)]
    [InlineData("A+A valid 100; B valid 105", "A", null)]
    [InlineData("A valid 100; B valid 105", "A+B", null)] // two suppliers
    [InlineData("A valid 100; B valid 105 USD", "A", null)] // another currency than the first met
    [InlineData("A valid 0; B valid 105", "A", null)] // no share of nothing
    [InlineData("A valid 100", "A", null)]
    public void R024_what_is_compared(string bids, string winner, double? difference) =>
        Flags([Process("x", bids, winner)], """{"R024":{"threshold":9}}""").Of("OCID", "x", "R024").ShouldBe(difference);

    [Fact]
    public void R024_a_fixed_threshold_is_inclusive()
    {
        string[] lines = [Process("on", "A valid 100; B valid 105"), Process("over", "A valid 100; B valid 106")];
        var flags = Flags(lines, """{"R024":{"threshold":0.05}}""");
        flags.Of("OCID", "on", "R024").ShouldBe(0.05);
        flags.Of("OCID", "over", "R024").ShouldBeNull();
    }

    [Fact]
    public void R024_says_nothing_where_a_quarter_of_the_differences_is_nothing() =>
        Flags(Enumerable.Range(0, 8).Select(i => Process($"p{i}", $"A valid 100; B valid {(i < 3 ? 100 : 150)}")))
            .Of("OCID", "p0", "R024")
            .ShouldBeNull();

    [Fact]
    public void R024_says_nothing_where_the_fence_is_nothing()
    {
        // .1 (four) and .9 (four): n = 8, h(Q1) = 2.41667: .1; h(Q3) = 6.58333: .9; fence = .1 - 1.5 * .8 < 0, though no quarter is nothing.
        var flags = Flags(Enumerable.Range(0, 8).Select(i => Process($"p{i}", $"A valid 100; B valid {(i < 4 ? 110 : 190)}")));
        flags.Of("OCID", "p0", "R024").ShouldBeNull();
        flags.Of("Tenderer", "A", "R024").ShouldBeNull();
    }

    [Theory]
    [InlineData("pending", false)]
    [InlineData("cancelled", true)]
    [InlineData("unsuccessful", true)]
    [InlineData("active", false)] // a second active award
    public void R024_all_awards_are_final_and_one_is_active(string other, bool compared)
    {
        var line = Process("x", "A valid 100; B valid 105")
            .Replace("\"awards\":[", $"\"awards\":[{{\"status\":\"{other}\"}},", StringComparison.Ordinal);
        Flags([line], """{"R024":{"threshold":1}}""").Of("OCID", "x", "R024").ShouldBe(compared ? 0.05 : null);
    }

    [Fact]
    public void An_award_without_a_status_neither_counts_nor_stops()
    {
        var line = Process("x", "A valid 100; B valid 105")
            .Replace("\"awards\":[", "\"awards\":[{\"id\":\"1\"},", StringComparison.Ordinal);
        Flags([line], """{"R024":{"threshold":1}}""").Of("OCID", "x", "R024").ShouldBe(0.05);
    }

    [Fact]
    public void R058_a_bid_far_below_the_next()
    {
        var lines = Enumerable
            .Range(0, 10)
            .Select(i => Process($"p{i}", $"A valid 100; B valid {110 + i}"))
            .Append(Process("far", "C valid 100; B valid 200", "C"));
        var flags = Flags(lines);
        // .10 … .19 and 1.00: n = 11, Q1: h = 3.1667: .12 + .1667 * .01; Q3: h = 8.8333: .17 + .8333 * .01; fence = .178333 + 1.5 * .056667 = .263333.
        flags.Of("OCID", "far", "R058").ShouldBe(1.0);
        flags.Of("Tenderer", "C", "R058").ShouldBe(0.0);
        flags.Of("OCID", "p9", "R058").ShouldBeNull();
        flags.Of("Tenderer", "B", "R058").ShouldBeNull();
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("0.51", null)]
    public void R058_a_fixed_threshold_is_inclusive(string threshold, double? expected) =>
        Flags([Process("x", "A valid 100; B valid 150")], $$$$"""{"R058":{"threshold":{{{{threshold}}}}}}""")
            .Of("OCID", "x", "R058")
            .ShouldBe(expected);

    [Fact]
    public void R058_says_nothing_where_the_fence_is_nothing() =>
        Flags(Enumerable.Range(0, 5).Select(i => Process($"p{i}", "A valid 100; B valid 100"))).Of("OCID", "p0", "R058").ShouldBeNull();

    // R025

    [Fact]
    public void R025_one_who_bids_often_and_hardly_wins()
    {
        // Nine W in four processes each: W0 wins .75, the others all; L wins 1 of 36. n = 10, h(Q1) = 2.91667: .75 + .91667 * .25 = .979167; Q3 = 1; fence = .947917.
        // Numbers of processes: nine of 4 and one of 36; the 75th percentile is 4.
        var flags = Flags(OftenAndRarely(1));
        flags.Of("Tenderer", "L", "R025").ShouldBe(1 / 36.0);
        flags.Of("Tenderer", "W0", "R025").ShouldBe(0.75);
        flags.Of("Tenderer", "W1", "R025").ShouldBeNull();
    }

    [Fact]
    public void R025_a_fixed_threshold_is_inclusive_and_the_percentile_too()
    {
        // A wins 2 of 4, B 1 of 2, C 1 of 4.
        string[] lines =
        [
            Process("1", "A valid 1; C valid 2", "A"),
            Process("2", "A valid 1; C valid 2; A valid 3", "A"), // twice in one process counts once
            Process("3", "A valid 1; C valid 2; B valid 1", "B"),
            Process("4", "A valid 1; C valid 2; B valid 3", "C"),
        ];
        var flags = Flags(lines, """{"R025":{"threshold":0.25}}""");
        flags.Of("Tenderer", "C", "R025").ShouldBe(0.25);
        flags.Of("Tenderer", "A", "R025").ShouldBeNull();
        Flags(lines, """{"R025":{"threshold":0.24}}""").Of("Tenderer", "C", "R025").ShouldBeNull();
        // Numbers of processes 2, 4, 4: the 75th percentile is 4, the 10th is 2.
        Flags(lines, """{"R025":{"threshold":0.5}}""").Of("Tenderer", "B", "R025").ShouldBeNull();
        Flags(lines, """{"R025":{"threshold":0.5,"percentile":10}}""").Of("Tenderer", "B", "R025").ShouldBe(0.5);
    }

    [Fact]
    public void R025_says_nothing_where_a_quarter_never_wins() =>
        Flags(Enumerable.Range(0, 8).Select(i => Process($"{i}", "A valid 1; B valid 2; C valid 3")))
            .Of("Tenderer", "B", "R025")
            .ShouldBeNull();

    [Fact]
    public void R025_says_nothing_where_the_fence_is_nothing()
    {
        // A wins 9 of 10 and B 1 of 10: n = 2, Q1 = .1 and Q3 = .9: the fence lies below nothing.
        var flags = Flags(Enumerable.Range(0, 10).Select(i => Process($"{i}", "A valid 1; B valid 2", i == 0 ? "B" : "A")));
        flags.Of("Tenderer", "B", "R025").ShouldBeNull();
    }

    // R028

    [Theory]
    [InlineData("A valid 100; B valid 100", true)]
    [InlineData("A valid 100; B valid 100.0", true)] // one number
    [InlineData("A valid 100; B pending 100", true)]
    [InlineData("A valid 100; B disqualified 100", true)]
    [InlineData("A valid 100; B withdrawn 100", false)]
    [InlineData("A valid 100; B invited 100", false)]
    [InlineData("A valid 100; B valid 100 USD", false)]
    [InlineData("A valid 100; B valid 101", false)]
    [InlineData("A valid 100; A valid 100", false)] // one tenderer's two bids
    [InlineData("A valid 100; A+A valid 100", false)] // the same set
    [InlineData("A+B valid 100; B+A valid 100", false)]
    [InlineData("A valid 100; A+B valid 100", true)]
    [InlineData("A valid 100; B valid", false)]
    public void R028_two_bids_of_one_price(string bids, bool flagged)
    {
        var flags = Flags([Process("x", bids)]);
        flags.Of("OCID", "x", "R028").ShouldBe(flagged ? 1.0 : null);
        flags.Of("Tenderer", "A", "R028").ShouldBe(flagged ? 1.0 : null);
        flags.Of("Tenderer", "B", "R028").ShouldBe(flagged ? 1.0 : null);
    }

    [Fact]
    public void R028_asks_for_no_award() =>
        Flags([
                """{"ocid":"x","bids":{"details":[{"status":"valid","tenderers":[{"id":"A"}],"value":{"amount":5,"currency":"CNY"}},{"status":"valid","tenderers":[{"id":"B"}],"value":{"amount":5,"currency":"CNY"}}]}}""",
            ])
            .Of("OCID", "x", "R028")
            .ShouldBe(1.0);

    // R030

    [Theory]
    [InlineData("2020-01-10T00:00:00Z", false)] // at the end itself
    [InlineData("2020-01-10T00:00:01Z", true)]
    [InlineData("2020-01-09T23:59:59Z", false)]
    [InlineData("2020-01-10T00:00:00+08:00", false)] // compared as texts: '+' comes before 'Z'
    public void R030_a_late_bid_won(string date, bool flagged)
    {
        var line =
            $$$"""{"ocid":"x","tender":{"tenderPeriod":{"endDate":"2020-01-10T00:00:00Z"}},"bids":{"details":[{"status":"valid","date":"{{{date}}}","tenderers":[{"id":"A"},{"id":"B"}]}]},"awards":[{"status":"active","suppliers":[{"id":"A"}]},{"status":"pending"}]}""";
        var flags = Flags([line]);
        flags.Of("OCID", "x", "R030").ShouldBe(flagged ? 1.0 : null);
        flags.Of("Tenderer", "A", "R030").ShouldBe(flagged ? 1.0 : null);
        flags.Of("Tenderer", "B", "R030").ShouldBeNull();
        Flags([line.Replace("\"active\"", "\"cancelled\"", StringComparison.Ordinal)]).Of("OCID", "x", "R030").ShouldBeNull();
        Flags([line.Replace("\"valid\"", "\"pending\"", StringComparison.Ordinal)]).Of("OCID", "x", "R030").ShouldBeNull();
    }

    // R035

    [Theory]
    [InlineData("A valid 5; B disqualified 4", "A", 1.0)]
    [InlineData("A valid 5; A disqualified 4", "A", null)] // its own does not count
    [InlineData("A valid 5; B disqualified 4; B disqualified 3", "A", 1.0)] // tenderers, not bids
    [InlineData("A valid 5; B disqualified 4; C disqualified 3", "A", 2.0)]
    [InlineData("A valid 5; B+C disqualified 4", "A", 2.0)]
    [InlineData("A valid 5; B valid 6; C disqualified 4", "A", null)]
    [InlineData("A valid 5; B disqualified 4", "B", null)]
    [InlineData("A valid 5; B disqualified 4", "A+B", null)]
    [InlineData("A valid 5; A valid 6; B disqualified 4", "A", 1.0)]
    [InlineData("A valid 5; B pending 4", "A", null)]
    public void R035_all_but_the_winner_disqualified(string bids, string winner, double? number)
    {
        var flags = Flags([Process("x", bids, winner)]);
        flags.Of("OCID", "x", "R035").ShouldBe(number);
        flags.Of("Tenderer", "A", "R035").ShouldBe(number is null ? null : 0.0);
    }

    [Theory]
    [InlineData(2, 2.0)]
    [InlineData(3, null)]
    public void R035_the_number_is_a_setting(int threshold, double? number) =>
        Flags([Process("x", "A valid 5; B disqualified 4; C disqualified 3")], $$$$"""{"R035":{"threshold":{{{{threshold}}}}}}""")
            .Of("OCID", "x", "R035")
            .ShouldBe(number);

    [Fact]
    public void R035_awards_are_final() =>
        Flags([Process("x", "A valid 5; B disqualified 4", award: "pending")]).Of("OCID", "x", "R035").ShouldBeNull();

    // R036

    [Theory]
    [InlineData("A valid 5; B disqualified 4", "active", true)]
    [InlineData("A valid 5; B disqualified 5", "active", false)] // a tie: the first that reached the lowest counts
    [InlineData("B disqualified 5; A valid 5", "active", true)]
    [InlineData("A valid 3; B disqualified 4", "active", false)]
    [InlineData("A valid 5; B disqualified 4", "pending", false)] // no active award
    [InlineData("A pending 5; B disqualified 4", "active", false)] // no valid bid
    [InlineData("A valid; B disqualified 4", "active", false)] // no valid bid with an amount
    [InlineData("A valid 5; B disqualified 4 USD", "active", false)] // another currency
    [InlineData("A valid 5; B withdrawn 2; C disqualified 4", "active", true)]
    public void R036_the_lowest_bid_was_disqualified(string bids, string award, bool flagged) =>
        Flags([Process("x", bids, award: award)]).Of("OCID", "x", "R036").ShouldBe(flagged ? 1.0 : null);

    // R038

    [Fact]
    public void R038_whose_bids_are_often_disqualified()
    {
        // T0…T8: none of two; Z: 1 of 2. Ratios: nine of 0 and one of .5: Q1 = Q3 = 0, the fence is nothing: nobody.
        var few = Enumerable.Range(0, 9).Select(i => Process($"p{i}", $"T{i} valid 5; T{i} valid 6"));
        Flags(few.Append(Process("z", "Z valid 5; Z disqualified 6"))).Of("Tenderer", "Z", "R038").ShouldBeNull();
        // A fixed threshold is inclusive; one bid is too few to say anything.
        var flags = Flags(few.Append(Process("z", "Z valid 5; Z disqualified 6; Y disqualified 1")), """{"R038":{"threshold":0.5}}""");
        flags.Of("Tenderer", "Z", "R038").ShouldBe(0.5);
        flags.Of("Tenderer", "Y", "R038").ShouldBeNull();
    }

    [Fact]
    public void R038_is_summed_over_buyers_and_procuring_entities()
    {
        string[] lines = [Process("1", "A valid 5; B disqualified 6; C withdrawn 4"), Process("2", "A valid 5; B valid 6")];
        var flags = Flags(lines, """{"R038":{"threshold":0.25}}""");
        flags.Of("Buyer", "K", "R038").ShouldBe(0.25);
        flags.Of("ProcuringEntity", "P", "R038").ShouldBe(0.25);
        flags.Of("Tenderer", "B", "R038").ShouldBe(0.5);
        Flags(lines, """{"R038":{"threshold":0.25,"minimum_contracting_processes":5}}""").Of("Buyer", "K", "R038").ShouldBeNull();
        Flags(lines, """{"R038":{"threshold":0.25,"minimum_submitted_bids":3}}""").Of("Tenderer", "B", "R038").ShouldBeNull();
    }

    [Fact]
    public void R038_the_fence_is_inclusive()
    {
        // Ratios .25 (three), .5 (one): n = 4, h(Q1) = 1.41667, Q1 = .25; h(Q3) = 3.58333, Q3 = .25 + .58333 * .25 = .395833; fence = .614583: nobody.
        var quarter = Enumerable
            .Range(0, 3)
            .Select(i => Process($"p{i}", $"T{i} valid 5; T{i} valid 6; T{i} valid 7; T{i} disqualified 8"));
        Flags(quarter.Append(Process("h", "H valid 5; H disqualified 6"))).Of("Tenderer", "H", "R038").ShouldBeNull();
        // With nine of .25, Q1 = Q3 = .25: all are on the fence.
        var nine = Enumerable.Range(0, 9).Select(i => Process($"p{i}", $"T{i} valid 5; T{i} valid 6; T{i} valid 7; T{i} disqualified 8"));
        var flags = Flags(nine.Append(Process("h", "H valid 5; H disqualified 6")));
        flags.Of("Tenderer", "H", "R038").ShouldBe(0.5);
        flags.Of("Tenderer", "T3", "R038").ShouldBe(0.25);
    }

    [Fact]
    public void R038_a_tenderer_named_twice_in_one_bid_counts_twice() =>
        Flags([Process("x", "A+A disqualified 5; A valid 6")], """{"R038":{"threshold":0.6}}""")
            .Of("Tenderer", "A", "R038")
            .ShouldBe(2 / 3.0);

    [Fact]
    public void R038_a_buyer_with_one_bid_says_nothing() =>
        Flags([Process("x", "A disqualified 5; B withdrawn 4")], """{"R038":{"threshold":0.1}}""").ContainsKey("Buyer").ShouldBeFalse();

    [Theory]
    [InlineData("status")]
    [InlineData("statut")]
    public void A_bid_without_a_status_was_not_submitted(string member)
    {
        var line =
            $$$"""{"ocid":"x","buyer":{"id":"K"},"bids":{"details":[{"{{{member}}}":"pending","tenderers":[{"id":"A"}],"value":{"amount":5,"currency":"CNY"}},{"status":"disqualified","tenderers":[{"id":"B"}],"value":{"amount":5,"currency":"CNY"}}]}}""";
        var flags = Flags([line], """{"R038":{"threshold":0.1}}""");
        flags.Of("OCID", "x", "R028").ShouldBe(member == "status" ? 1.0 : null);
        flags.Of("Buyer", "K", "R038").ShouldBe(member == "status" ? 0.5 : null);
    }

    // R048

    [Theory]
    [InlineData(4, null)]
    [InlineData(5, 5.0)]
    public void R048_the_fence_is_inclusive(int kinds, double? flagged)
    {
        // 1, 1, 2, 2, 2, 2, 3, 3 and the one asked: n = 9, h(Q1) = 2.66667: 1.66667; h(Q3) = 7.33333: 3; fence = 3 + 1.5 * 1.33333 = 5.
        int[] others = [1, 1, 2, 2, 2, 2, 3, 3];
        var lines = others
            .Append(kinds)
            .Select(
                (n, i) =>
                    $$$"""{"ocid":"{{{i}}}","awards":[{"status":"active","suppliers":[{"id":"S{{{i}}}"}],"items":[{{{string.Join(',', Enumerable.Range(10, n).Select(k => $$$"""{"classification":{"id":"{{{k}}}1"}}"""))}}}]}]}"""
            );
        Flags(lines, """{"R048":{"minimum_contracting_processes":1}}""").Of("Tenderer", "S8", "R048").ShouldBe(flagged);
    }

    [Theory]
    [InlineData("""{"status":"active","suppliers":[{"id":"W"}],"items":[{"classification":{"id":"20"}}]}""", 2.0)] // two awards in one process
    [InlineData("""{"status":"cancelled","suppliers":[{"id":"W"}],"items":[{"classification":{"id":"20"}}]}""", 1.0)]
    [InlineData("""{"status":"active","suppliers":[{"id":"W"},{"id":"V"}],"items":[{"classification":{"id":"20"}}]}""", 1.0)]
    [InlineData(
        """{"status":"active","suppliers":[{"id":"W"}],"items":[{"classification":{"id":"10999"}},{"classification":{}},{}]}""",
        1.0
    )]
    [InlineData(
        """{"status":"active","suppliers":[{"id":"W"}],"items":[{"classification":{"id":"示例一"}},{"classification":{"id":"示例二"}}]}""",
        2.0
    )]
    public void R048_counts_kinds_of_active_awards_with_one_supplier(string second, double kinds)
    {
        var line =
            $$$"""{"ocid":"x","awards":[{"status":"active","suppliers":[{"id":"W"}],"items":[{"classification":{"id":"1001"}}]},{{{second}}}]}""";
        Flags([line], """{"R048":{"minimum_contracting_processes":1,"threshold":1}}""").Of("Tenderer", "W", "R048").ShouldBe(kinds);
        Flags([line], """{"R048":{"minimum_contracting_processes":2,"threshold":1}}""").Of("Tenderer", "W", "R048").ShouldBeNull();
    }

    [Fact]
    public void R048_one_who_supplies_everything()
    {
        static string Award(string ocid, string supplier, params string[] kinds)
        {
            var items = string.Join(',', kinds.Select(k => "{\"classification\":{\"id\":\"" + k + "\"}}"));
            return $$$"""{"ocid":"{{{ocid}}}","awards":[{"status":"active","suppliers":[{"id":"{{{supplier}}}"}],"items":[{{{items}}}]}]}""";
        }
        const string Settings = """{"R048":{"minimum_contracting_processes":1}}""";
        var lines = Enumerable.Range(0, 8).Select(i => Award($"{i}", $"S{i}", $"{10 + i}0001", $"{10 + i}0002")).ToList();
        lines.Add(Award("wide", "W", "110000", "120000", "130000"));
        lines.Add(Award("wide", "W", "140000"));
        // Kinds 1 (eight) and 4: Q1 = Q3 = 1, the fence is 1: all lie on it.
        Flags(lines, Settings).Of("Tenderer", "W", "R048").ShouldBe(4.0);
        Flags(lines, Settings).Of("Tenderer", "S0", "R048").ShouldBe(1.0);
        Flags(lines, """{"R048":{"minimum_contracting_processes":1,"threshold":4}}""").Of("Tenderer", "W", "R048").ShouldBe(4.0);
        Flags(lines, """{"R048":{"minimum_contracting_processes":1,"threshold":5}}""").Of("Tenderer", "W", "R048").ShouldBeNull();
        Flags(lines, """{"R048":{"minimum_contracting_processes":2,"threshold":1}}""").Of("Tenderer", "S0", "R048").ShouldBeNull();
        Flags(lines, """{"R048":{"minimum_contracting_processes":2,"threshold":1}}""").Of("Tenderer", "W", "R048").ShouldBe(4.0);
        Flags(lines, """{"R048":{"minimum_contracting_processes":1,"digits":6}}""").Of("Tenderer", "S0", "R048").ShouldBe(2.0);
        // Twenty by default: nobody.
        Flags(lines).ContainsKey("Tenderer").ShouldBeFalse();
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, 20.0)]
    public void R048_twenty_processes_are_needed(int processes, double? kinds)
    {
        var lines = Enumerable
            .Range(0, processes)
            .Select(i =>
                $$$"""{"ocid":"{{{i}}}","awards":[{"status":"active","suppliers":[{"id":"W"}],"items":[{"classification":{"id":"{{{10 + i}}}99"}},{"classification":{"id":"{{{10 + i}}}98"}}]}]}"""
            );
        Flags(lines).Of("Tenderer", "W", "R048").ShouldBe(kinds);
    }

    // Which lines count

    [Theory]
    [InlineData("\"status\":\"cancelled\"", false)]
    [InlineData("\"status\":\"complete\"", true)]
    [InlineData("\"procurementMethodDetails\":\"lottery\"", false)]
    [InlineData("\"procurementMethodDetails\":\"tender\"", true)]
    public void Cancelled_processes_and_excluded_methods_do_not_count(string tender, bool counts) =>
        Flags(
                [Process("x", "A valid 5; B disqualified 4", tender: tender)],
                """{"exclusions":{"procurement_method_details":["lottery"]}}"""
            )
            .Of("OCID", "x", "R036")
            .ShouldBe(counts ? 1.0 : null);

    [Fact]
    public void Price_comparisons_can_be_kept_from_methods()
    {
        var line = Process("x", "A valid 5; B valid 5; C disqualified 4", tender: "\"procurementMethodDetails\":\"lottery\"");
        var kept = Flags([line], """{"no_price_comparison_procurement_methods":["lottery"],"R024":{"threshold":1}}""");
        kept.ContainsKey("OCID").ShouldBeFalse();
        var only = Flags([line], """{"price_comparison_procurement_methods":"reverse auction","R024":{"threshold":1}}""");
        only.ContainsKey("OCID").ShouldBeFalse();
        var allowed = Flags([line], """{"price_comparison_procurement_methods":["lottery"],"R024":{"threshold":1}}""");
        allowed.Of("OCID", "x", "R024").ShouldBe(0.0);
        allowed.Of("OCID", "x", "R028").ShouldBe(1.0);
        allowed.Of("OCID", "x", "R036").ShouldBe(1.0);
    }

    [Fact]
    public void The_currency_is_the_first_met_or_the_one_set()
    {
        string[] lines = [Process("usd", "A valid 5 USD; B disqualified 4 USD"), Process("cny", "A valid 5; B disqualified 4")];
        var first = Flags(lines);
        first.Of("OCID", "usd", "R036").ShouldBe(1.0);
        first.Of("OCID", "cny", "R036").ShouldBeNull();
        var set = Flags(lines, """{"currency":"CNY"}""");
        set.Of("OCID", "usd", "R036").ShouldBeNull();
        set.Of("OCID", "cny", "R036").ShouldBe(1.0);
        // Without a currency an amount is not compared.
        Flags([Process("x", "A valid 5; B disqualified 4").Replace(",\"currency\":\"CNY\"", "", StringComparison.Ordinal)])
            .Of("OCID", "x", "R036")
            .ShouldBeNull();
    }

    [Fact]
    public void A_line_needs_an_ocid_that_is_a_text()
    {
        Flags(["""{"ocid":5,"tender":{"numberOfTenderers":1,"procurementMethod":"open"}}"""]).Count.ShouldBe(0);
        Flags(["""{"tender":{"numberOfTenderers":1,"procurementMethod":"open"}}"""]).Count.ShouldBe(0);
        Flags(["[]", "5", "null", "\"x\""]).Count.ShouldBe(0);
    }

    [Fact]
    public void Of_repeated_members_the_last_counts()
    {
        Flags([
                """{"ocid":"y","ocid":"x","tender":{"numberOfTenderers":2},"tender":{"numberOfTenderers":9,"numberOfTenderers":1,"procurementMethod":"open"}}""",
            ])
            .Of("OCID", "x", "R018")
            .ShouldBe(1.0);
        Flags(["""{"ocid":"x","tender":{"numberOfTenderers":1,"procurementMethod":"open"},"tender":null}"""]).Count.ShouldBe(0);
        var line = Process("x", "A valid 5; B disqualified 4");
        Flags([line.Replace("\"awards\":", "\"bids\":{\"details\":[]},\"awards\":", StringComparison.Ordinal)]).Count.ShouldBe(0);
        Flags([line.Replace("\"awards\":", "\"awards\":[{\"status\":\"pending\"}],\"awards\":", StringComparison.Ordinal)])
            .Of("OCID", "x", "R036")
            .ShouldBe(1.0);
    }

    [Theory]
    [InlineData("""{"status":"valid","status":"withdrawn","tenderers":[{"id":"B"}],"value":{"amount":5,"currency":"CNY"}}""", false)]
    [InlineData("""{"status":"withdrawn","status":"valid","tenderers":[{"id":"B"}],"value":{"amount":5,"currency":"CNY"}}""", true)]
    [InlineData("""{"status":"valid","status":null,"tenderers":[{"id":"B"}],"value":{"amount":5,"currency":"CNY"}}""", false)]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"tenderers":[{"id":"A"}],"value":{"amount":5,"currency":"CNY"}}""", false)]
    [InlineData("""{"status":"valid","tenderers":[{"id":"A","id":"B"}],"value":{"amount":5,"currency":"CNY"}}""", true)]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B","id":7}],"value":{"amount":5,"currency":"CNY"}}""", false)]
    [InlineData(
        """{"status":"valid","tenderers":[{"id":"B"}],"value":{"amount":5,"currency":"CNY"},"value":{"amount":6,"currency":"CNY"}}""",
        false
    )]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"value":{"amount":6,"amount":5,"currency":"USD","currency":"CNY"}}""", true)]
    [InlineData("""{"status":"valid","tenderers":[{"id":"B"}],"value":{"amount":"5","currency":"CNY"}}""", false)] // a text is no amount
    public void Of_repeated_members_of_a_bid_the_last_counts(string second, bool same) =>
        Flags([
                $$$"""{"ocid":"x","bids":{"details":[{"status":"valid","tenderers":[{"id":"A"}],"value":{"amount":5,"currency":"CNY"}},{{{second}}}]}}""",
            ])
            .Of("OCID", "x", "R028")
            .ShouldBe(same ? 1.0 : null);

    [Fact]
    public void A_line_that_breaks_at_its_end_has_said_nothing()
    {
        var flags = Flags(
            Process("x", "A valid 5; B valid 5") + "x\n" + Process("y", "C valid 1; D valid 2"),
            """{"R025":{"threshold":1},"R038":{"threshold":0.1}}""",
            out var warnings
        );
        warnings.Count.ShouldBe(1);
        flags.ContainsKey("OCID").ShouldBeFalse();
        flags.Of("Tenderer", "A", "R025").ShouldBeNull();
    }

    [Fact]
    public void Escaped_names_and_values_are_read_as_what_they_mean() =>
        Flags(["""{"\u006fcid":"\u5609\u5584","tender":{"numberOfTenderers":1,"procurementMethod":"\u006fpen"}}"""])
            .Of("OCID", "嘉善", "R018")
            .ShouldBe(1.0);

    [Fact]
    public void Of_two_lines_with_one_ocid_the_later_replaces_the_difference()
    {
        var flags = Flags(
            [Process("x", "A valid 100; B valid 150"), Process("x", "A valid 100; B valid 120")],
            """{"R024":{"threshold":1}}"""
        );
        flags.Of("OCID", "x", "R024").ShouldBe(0.2);
    }

    [Fact]
    public void Broken_lines_are_skipped_with_a_warning_and_the_others_count()
    {
        var good = "{\"ocid\":\"x\",\"tender\":{\"numberOfTenderers\":1,\"procurementMethod\":\"open\"}}";
        var bytes = new List<byte>();
        bytes.AddRange("\uFEFF"u8);
        bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(good + "\r\n\n   \n{\"ocid\":\"y\"\n"));
        bytes.AddRange([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}', (byte)'\n']);
        bytes.AddRange("{\"ocid\":\"\\ud800\"}\n{\"ocid\":\"z\"} {}\n"u8);
        bytes.AddRange(System.Text.Encoding.UTF8.GetBytes(good.Replace("\"x\"", "\"last\"", StringComparison.Ordinal)));
        var flags = Flags(bytes.ToArray(), "{}", out var warnings);
        flags.Of("OCID", "x", "R018").ShouldBe(1.0);
        flags.Of("OCID", "last", "R018").ShouldBe(1.0);
        warnings.Count.ShouldBe(4);
        warnings[0].ShouldStartWith("line 4 ");
        warnings[1].ShouldContain("UTF-8");
        warnings[2].ShouldContain("surrogate");
    }

    [Theory]
    [InlineData("""{"R024":{"treshold":1}}""", "treshold")]
    [InlineData("""{"currency":5}""", "currency")]
    [InlineData("""{"R003":{"threshold":"x"}}""", "threshold")]
    [InlineData("[]", "settings")]
    public void A_slip_in_the_settings_is_said(string settings, string named) =>
        Should.Throw<System.Text.Json.JsonException>(() => Flags(["{}"], settings)).Message.ShouldContain(named);

    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(0.0, "0.0")]
    [InlineData(0.05, "0.05")]
    [InlineData(2.0 / 3, "0.6666666666666666")]
    [InlineData(20.0, "20.0")]
    public void Numbers_are_printed_as_doubles(double value, string printed) => Indicators.Digits(value).ShouldBe(printed);

    private static string Period(string start, string end, string more = "\"procurementMethod\":\"open\"") =>
        $$$$$"""{"ocid":"x","tender":{{{{{{more}}}}},"tenderPeriod":{"startDate":"{{{{{start}}}}}","endDate":"{{{{{end}}}}}"}}}""";

    private static IEnumerable<string> OftenAndRarely(int won)
    {
        for (var tenderer = 0; tenderer < 9; tenderer++)
        for (var process = 0; process < 4; process++)
        {
            // L bids in all of them and wins the last of the first so many W.
            var last = process == 3;
            var winner =
                !last ? $"W{tenderer}"
                : tenderer < won ? "L"
                : $"W{tenderer}";
            yield return Process($"{tenderer}-{process}", $"W{tenderer} valid 1; L valid 2", winner);
        }
    }
}
