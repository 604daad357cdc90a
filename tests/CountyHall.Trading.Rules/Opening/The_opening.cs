using CountyHall.Kernel.Law;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Rules.Opening;

/// <summary>Bidding Law arts. 28 and 34–36, Implementing Regulation arts. 27, 36 and 44, Order 20 arts. 27–32.</summary>
public class The_opening
{
    private static readonly DateTime Deadline = new(2026, 11, 24, 1, 30, 0, DateTimeKind.Utc);
    private static readonly Chair Chair = new(1, "示例主持人");

    private static SigningIn SignedIn(OpeningPlan? plan = null) =>
        Scheduled.Of(Deadline.AddDays(-1), plan ?? new OpeningPlan(30)).BeginSignIn(Deadline.AddMinutes(-10), Chair);

    private static Decrypting Decrypting(OpeningPlan? plan = null) =>
        SignedIn(plan).Publish(Deadline, [new LotCount(1, "E3304210000000000001001", "一标段", 3)]).BeginDecryption(Deadline);

    [Theory]
    [Trait("Rule", "TR-3.21")]
    [InlineData(0, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void A_lot_with_fewer_than_three_bids_is_not_opened(int bids, bool opens) =>
        new LotCount(1, "E3304210000000000001001", "一标段", bids).Opens.ShouldBe(opens);

    [Fact]
    [Trait("Rule", "TR-3.21")]
    public void An_opening_without_any_lot_to_open_ends_where_the_names_would_be_published()
    {
        NothingOpened over = SignedIn().Fail(Deadline, [new LotCount(1, "E3304210000000000001001", "一标段", 2)]);
        over.Lots.ShouldAllBe(lot => !lot.Opens);
        // There is no way on from here: NothingOpened has no step.
        Steps(typeof(NothingOpened)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "TR-3.22")]
    public void The_second_failure_may_end_the_tendering_with_approval() =>
        Rulebook.FewestBidsAgain.Amount.ShouldBe(Rulebook.FewestBids.Amount);

    [Theory]
    [Trait("Rule", "TR-3.23")]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void What_is_secret_is_secret_up_to_the_deadline_and_not_a_millisecond_longer(int milliseconds, bool secret)
    {
        Announced announced = new(Deadline.AddDays(-21), 1, new TenderTimes(Deadline.AddDays(-21), Deadline.AddDays(-15), Deadline, 90));
        Of(announced).IsSecret(Deadline.AddMilliseconds(milliseconds)).ShouldBe(secret);
        Of(announced.EndOpening(Deadline.AddHours(1))).IsSecret(Deadline.AddMilliseconds(milliseconds)).ShouldBe(secret);
    }

    [Fact]
    [Trait("Rule", "TR-3.24")]
    public void Nothing_that_came_late_can_get_into_an_opening() =>
        // A bid enters by being listed when the names are published, and only a bid that was received is listed: there is no other way in.
        typeof(SigningIn).GetMethod(nameof(SigningIn.Publish))!.ReturnType.ShouldBe(typeof(BiddersPublished));

    [Fact]
    [Trait("Rule", "TR-8.9")]
    public void Decryption_begins_only_after_the_names_and_ends_at_the_stated_minute()
    {
        StepsTo(typeof(Decrypting)).ShouldBe([typeof(BiddersPublished), typeof(Decrypting)], ignoreOrder: true);
        Decrypting().Until.ShouldBe(Deadline.AddMinutes(30));
    }

    [Theory]
    [Trait("Rule", "TR-8.9")]
    [InlineData(10, 40)] // before the end: added to it
    [InlineData(45, 55)] // after it: counted from now, for time that is over cannot be given
    public void An_extension_is_added_to_the_end_or_to_now(int after, int until) =>
        Decrypting().Extend(Deadline.AddMinutes(after), 10, "网络中断").Until.ShouldBe(Deadline.AddMinutes(until));

    [Fact]
    [Trait("Rule", "TR-8.10")]
    public void Through_the_bidders_fault_a_bid_is_revoked_and_without_it_withdrawn()
    {
        var evidence = new BidEvidence(new string('a', 64), true);
        var still = StillSealed.Of(Deadline).Fail("口令不对");
        still.Revoke(Deadline.AddMinutes(30), evidence).Attempts.ShouldBe(1);
        var fault = still.RecordFault(Deadline, "主持人", "存储损坏", evidence with { BytesAsReceived = false });
        fault.Reject(Deadline, "查无异常").ShouldBeOfType<StillSealed>();
        var confirmed = fault.Confirm(Deadline, "监督", "属实");
        confirmed.Withdraw(Deadline, "无法恢复").Evidence.BytesAsReceived.ShouldBeFalse();
        // Nobody recovers a bid on the word of the chair alone, and what was revoked stays revoked.
        typeof(FaultRecorded).GetMethod("Recover").ShouldBeNull();
        BidSteps(typeof(DeemedRevoked)).ShouldBeEmpty();
        BidSteps(typeof(DeemedWithdrawn)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "TR-8.11")]
    public void The_record_is_confirmed_before_the_opening_ends() => StepsTo(typeof(Ended)).ShouldBe([typeof(ConfirmingRecord)]);

    [Fact]
    [Trait("Rule", "TR-3.17")]
    public void There_is_one_base_price_at_most_and_only_its_fingerprint_before_the_reading_out()
    {
        Rulebook.BasePrices.Amount.ShouldBe(1);
        var seal = BeginReadingHandler.SealOf(98_000_000, "口令");
        seal.ShouldNotBe(BeginReadingHandler.SealOf(98_000_001, "口令"));
        new[] { typeof(Scheduled), typeof(SigningIn), typeof(BiddersPublished), typeof(Decrypting), typeof(ParametersSettled) }
            .SelectMany(stage => stage.GetProperties())
            .ShouldNotContain(property => property.Name == "BasePrice");
    }

    [Fact]
    [Trait("Rule", "TR-3.11")]
    public void An_objection_to_the_opening_has_no_days_to_be_answered_in() =>
        Rulebook.All.ShouldNotContain(limit => limit.Id.StartsWith("TR-3.11", StringComparison.Ordinal));

    [Fact]
    public void Without_a_draw_in_the_documents_the_parameters_are_settled_when_the_decryption_closes()
    {
        Decrypting().Close(Deadline).ShouldBeOfType<ParametersSettled>().Drawn.ShouldBeNull();
        Decrypting(new OpeningPlan(30, new DrawPlan("下浮率", ["3%", "4%"])))
            .Close(Deadline)
            .ShouldBeOfType<DrawingParameters>()
            .Round.ShouldBe(1);
    }

    [Fact]
    public void A_stage_reads_back_as_it_was_written()
    {
        OpeningStage stage = Decrypting(new OpeningPlan(30, new DrawPlan("下浮率", ["3%", "4%"]), new string('b', 64)))
            .Extend(Deadline, 10, "网络中断");
        var text = System.Text.Json.JsonSerializer.Serialize(stage, Kernel.Journal.Recording.Json);
        var back = System.Text.Json.JsonSerializer.Deserialize<OpeningStage>(text, Kernel.Journal.Recording.Json)!;
        System.Text.Json.JsonSerializer.Serialize(back, Kernel.Journal.Recording.Json).ShouldBe(text);
    }

    private static Tender Of(TenderStage stage) =>
        new()
        {
            Id = 1,
            ProjectId = 1,
            Number = "E3304210000000000001",
            Division = "330421",
            NameZh = "示例",
            NameEn = "Example",
            Kind = TenderKind.Works,
            Method = TenderMethod.Open,
            Round = 1,
            Entity = 1,
            EntityName = "示例",
            SupervisingDepartment = "zjj",
            Stage = stage,
            EnteredAt = Deadline,
        };

    private static IEnumerable<string> Steps(Type stage) =>
        stage
            .GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            .Where(m => m.ReturnType.IsAssignableTo(typeof(OpeningStage)) && !m.Name.StartsWith('<'))
            .Select(m => m.Name);

    private static IEnumerable<string> BidSteps(Type stage) =>
        stage
            .GetMethods(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
            .Where(m => m.ReturnType.IsAssignableTo(typeof(OpeningBidStage)) && !m.Name.StartsWith('<'))
            .Select(m => m.Name);

    private static IEnumerable<Type> StepsTo(Type stage) =>
        typeof(OpeningStage)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(OpeningStage)))
            .Where(t =>
                t.GetMethods(
                        System.Reflection.BindingFlags.Public
                            | System.Reflection.BindingFlags.Instance
                            | System.Reflection.BindingFlags.DeclaredOnly
                    )
                    .Any(m => m.ReturnType == stage && !m.Name.StartsWith('<'))
            );
}
