using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;
using static CountyHall.Approvals.Rules.Desk;

namespace CountyHall.Approvals.Rules;

/// <summary>证照的一生: six different acts. Administrative Licensing Law arts. 8, 49, 50, 69 and 70.</summary>
public class Life_of_a_licence
{
    [Theory]
    [InlineData("2025-11-23", Standing.Valid)] // its last day
    [InlineData("2025-11-24", Standing.Expired)]
    [Trait("Rule", "§5.cancellation")]
    public void It_holds_to_the_end_of_its_last_day_and_nobody_has_to_say_that_it_ran_out(string day, Standing standing) =>
        Issued().On(Day(day)).ShouldBe(standing);

    [Theory]
    [InlineData("2025-10-24", true)] // thirty days before the end
    [InlineData("2025-10-25", false)]
    [Trait("Rule", "§5.renewal")]
    public void Renewal_is_asked_for_thirty_days_before_the_end(string day, bool inTime) =>
        AskForRenewalHandler.Act(Issued(), Applicant(day)).Done().InTime.ShouldBe(inTime);

    [Theory]
    [InlineData("2025-10-24", Standing.DeemedRenewed)]
    [InlineData("2025-10-25", Standing.Expired)] // asked late, silence grants nothing
    [Trait("Rule", "§5.renewal")]
    public void Silence_until_the_end_renews_what_was_asked_for_in_time(string asked, Standing after)
    {
        var licence = Issued();
        AskForRenewalHandler.Act(licence, Applicant(asked)).Done();
        licence.On(Day("2025-11-23")).ShouldBe(Standing.Valid);
        licence.On(Day("2025-11-24")).ShouldBe(after);
    }

    [Theory]
    [InlineData("2025-11-23", true)]
    [InlineData("2025-11-24", false)]
    [Trait("Rule", "§5.renewal")]
    public void After_the_end_there_is_nothing_left_to_renew(string day, bool may)
    {
        var outcome = AskForRenewalHandler.Act(Issued(), Applicant(day));
        if (may)
            outcome.Done();
        else
            outcome.Refusing<RenewalAsked, RenewalTooLate>().Ended.ShouldBe(Day("2025-11-23"));
    }

    [Fact]
    [Trait("Rule", "§5.renewal")]
    public void What_the_law_has_renewed_cannot_be_declined_afterwards()
    {
        var licence = Issued();
        AskForRenewalHandler.Act(licence, Applicant("2025-10-01")).Done();
        DeclineRenewalHandler.Act(licence, new(1, "不符合"), Approver("scjg", "2025-11-24")).Refusing<RenewalDeclined, RenewedByLaw>();
        RenewLicenceHandler.Act(licence, new(1, Day("2030-11-23")), Approver("scjg", "2025-11-24")).Done();
        licence.On(Day("2030-11-23")).ShouldBe(Standing.Valid);
    }

    [Fact]
    [Trait("Rule", "AP-10.4")]
    public void A_renewal_is_the_next_version_of_the_same_licence_with_its_new_end_printed()
    {
        var licence = Issued();
        AskForRenewalHandler.Act(licence, Applicant("2025-10-01")).Done();
        var renewed = RenewLicenceHandler.Act(licence, new(1, Day("2030-11-23")), Approver("scjg", "2025-10-08")).Done();
        var (first, second) = (Id("2020000001", 1), ((Result<ELicenceId>.Done)ELicenceId.Parse(renewed.Identifier)).Value);
        (second.Serial, second.Version).ShouldBe((first.Serial, 2));
        renewed.Printed.Fields.ShouldContain(new PaperField("有效期至", "2030-11-23"));
        renewed.Printed.Fields.ShouldContain(new PaperField("证照标识", renewed.Identifier));
        licence.State.ShouldBeOfType<RenewedLicence>();
    }

    [Fact]
    [Trait("Rule", "§5.renewal")]
    public void Nothing_is_renewed_that_nobody_asked_to_renew_and_nothing_is_made_shorter()
    {
        RenewLicenceHandler
            .Act(Issued(), new(1, Day("2030-11-23")), Approver("scjg", "2025-10-08"))
            .Refusing<LicenceRenewed, RenewalNotAsked>();
        var licence = Issued();
        AskForRenewalHandler.Act(licence, Applicant("2025-10-01")).Done();
        RenewLicenceHandler
            .Act(licence, new(1, Day("2025-11-23")), Approver("scjg", "2025-10-08"))
            .Refusing<LicenceRenewed, RenewalShorter>();
    }

    [Fact]
    [Trait("Rule", "§5.change")]
    public void A_change_prints_the_new_words_and_leaves_number_dates_and_codes_alone()
    {
        var licence = Issued();
        var changed = ChangeLicenceHandler
            .Act(
                licence,
                new(
                    1,
                    new Dictionary<string, string>
                    {
                        ["经营场所地址"] = "嘉善县西塘镇示例路9号",
                        ["有效期至"] = "2099-01-01",
                        ["统一社会信用代码"] = "91330421DEMA00013W",
                    },
                    "迁址"
                ),
                Approver("scjg", "2021-03-01")
            )
            .Done();
        changed.Old.ShouldBe([new PaperField("经营场所地址", "嘉善县西塘镇示例路8号")]);
        changed.Printed.Fields.ShouldContain(new PaperField("经营场所地址", "嘉善县西塘镇示例路9号"));
        changed.Printed.Fields.ShouldContain(new PaperField("有效期至", "2025-11-23"));
        licence.ValidUntil.ShouldBe(Day("2025-11-23"));
    }

    [Fact]
    [Trait("Rule", "§5.change")]
    public void What_has_run_out_or_was_taken_back_is_not_changed()
    {
        var change = new ChangeLicence(1, new Dictionary<string, string> { ["经营场所地址"] = "别处" }, "迁址");
        ChangeLicenceHandler.Act(Issued(), change, Approver("scjg", "2025-11-24")).Refusing<LicenceChanged, LicenceNotInForce>();
        ChangeLicenceHandler.Act(Withdrawn(), change, Approver("scjg", "2021-03-02")).Refusing<LicenceChanged, LicenceNotInForce>();
    }

    [Fact]
    [Trait("Rule", "§5.withdrawal")]
    public void A_withdrawal_says_how_the_loss_is_compensated()
    {
        WithdrawLicenceHandler
            .Act(Issued(), new(1, "规划调整", " "), Head("scjg", "2021-03-01"))
            .Refusing<LicenceWithdrawn, CompensationMissing>();
        var licence = Withdrawn();
        licence.On(Day("2021-03-01")).ShouldBe(Standing.Withdrawn);
        ((WithdrawnLicence)licence.State).Taken.Basis.Article.ShouldBe("第八条第二款");
    }

    [Theory]
    [InlineData(RevocationGround.Deceit, "第六十九条第二款")]
    [InlineData(RevocationGround.Unqualified, "第六十九条第一款")]
    [Trait("Rule", "§5.revocation")]
    public void A_revocation_names_its_ground_and_article(RevocationGround ground, string article)
    {
        var licence = Issued();
        RevokeLicenceHandler
            .Act(licence, new(1, ground, "见调查报告"), Head("scjg", "2021-03-01"))
            .Done()
            .Taken.Basis.Article.ShouldBe(article);
        licence.On(Day("2021-03-01")).ShouldBe(Standing.Revoked);
    }

    [Fact]
    [Trait("Rule", "§5.revocation")]
    public void Nothing_is_revoked_where_that_gravely_harms_the_public() =>
        RevokeLicenceHandler
            .Act(Issued(), new(1, RevocationGround.Unqualified, "见调查报告", HarmsPublic: true), Head("scjg", "2021-03-01"))
            .Refusing<LicenceRevoked, RevocationHarmsPublic>();

    [Fact]
    [Trait("Rule", "§5.penalty")]
    public void A_penalty_revocation_needs_its_penalty_decision()
    {
        PenaltyRevokeLicenceHandler
            .Act(Issued(), new(1, "", "使用禁用原料"), Head("scjg", "2021-03-01"))
            .Refusing<LicencePenaltyRevoked, PenaltyDecisionMissing>();
        var licence = Issued();
        PenaltyRevokeLicenceHandler.Act(licence, new(1, "示例罚〔2021〕1号", "使用禁用原料"), Head("scjg", "2021-03-01")).Done();
        licence.On(Day("2021-03-01")).ShouldBe(Standing.PenaltyRevoked);
    }

    [Theory]
    [InlineData("2025-11-23", false)]
    [InlineData("2025-11-24", true)]
    [Trait("Rule", "§5.cancellation")]
    public void It_is_cancelled_as_run_out_only_after_it_has(string day, bool may)
    {
        var outcome = CancelLicenceHandler.Act(Issued(), new(1, CancellationGround.Expired, "届满"), Head("scjg", day));
        if (may)
            outcome.Done().Taken.Basis.Article.ShouldBe("第七十条第一项");
        else
            outcome.Refusing<LicenceCancelled, NotExpired>();
    }

    [Fact]
    [Trait("Rule", "§5.cancellation")]
    public void What_was_taken_back_is_cancelled_for_that_and_for_nothing_else()
    {
        CancelLicenceHandler
            .Act(Withdrawn(), new(1, CancellationGround.FirmEnded, "终止"), Head("scjg", "2021-03-02"))
            .Refusing<LicenceCancelled, WrongLicenceState>();
        CancelLicenceHandler
            .Act(Issued(), new(1, CancellationGround.TakenBack, "撤回后"), Head("scjg", "2021-03-02"))
            .Refusing<LicenceCancelled, WrongLicenceState>();
        var licence = Withdrawn();
        CancelLicenceHandler.Act(licence, new(1, CancellationGround.TakenBack, "撤回后"), Head("scjg", "2021-03-02")).Done();
        licence.On(Day("2021-03-02")).ShouldBe(Standing.Cancelled);
        WithdrawLicenceHandler
            .Act(licence, new(1, "再撤回", "无"), Head("scjg", "2021-03-03"))
            .Refusing<LicenceWithdrawn, WrongLicenceState>();
    }

    [Fact]
    [Trait("Rule", "AP-3.6")]
    public void Nothing_is_taken_back_without_reasons() =>
        RevokeLicenceHandler
            .Act(Issued(), new(1, RevocationGround.Deceit, " "), Head("scjg", "2021-03-01"))
            .Refusing<LicenceRevoked, LicenceReasonsMissing>();

    [Fact]
    public void Every_state_survives_being_written_and_read()
    {
        foreach (var state in new[] { Issued().State, Withdrawn().State })
            System
                .Text.Json.JsonSerializer.Deserialize<LicenceState>(
                    System.Text.Json.JsonSerializer.Serialize(state, Recording.Json),
                    Recording.Json
                )
                .ShouldBe(state);
    }

    // ---- a licence to act on, invented ----

    private static Licence Issued() =>
        new()
        {
            Id = 1,
            Division = "330421",
            Type = "restaurant-food-licence",
            Office = "scjg",
            Holder = 11,
            Item = "restaurant-food-licence",
            Case = new("330421-20201123-000001"),
            Identifier = Id("2020000001", 1).ToString(),
            Number = "3304212020000001",
            TitleZh = "食品经营许可证",
            TitleEn = "Food licence",
            IssuedOn = Day("2020-11-24"),
            ValidUntil = Day("2025-11-23"),
            State = new IssuedLicence(At("2020-11-24")),
            Printed = new Paper(
                "食品经营许可证",
                "3304212020000001",
                "嘉善县市场监督管理局",
                "2020年11月24日",
                [
                    new("持证人", "云岫餐饮店（虚构）"),
                    new("统一社会信用代码", "92330421DEMA030119"),
                    new("经营场所地址", "嘉善县西塘镇示例路8号"),
                    new("有效期至", "2025-11-23"),
                    new("证照标识", Id("2020000001", 1).ToString()),
                ],
                []
            ),
        };

    private static Licence Withdrawn()
    {
        var licence = Issued();
        WithdrawLicenceHandler.Act(licence, new(1, "规划调整", "按评估价补偿"), Head("scjg", "2021-03-01")).Done();
        return licence;
    }

    private static ELicenceId Id(string serial, int version) =>
        ((Result<ELicenceId>.Done)ELicenceId.New("11330421DEMA01016M001", "11330421DEMA01016M", serial, version)).Value;
}
