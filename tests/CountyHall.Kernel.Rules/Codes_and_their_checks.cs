using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Results;
using CsCheck;
using static CountyHall.Kernel.Rules.Working_days;

namespace CountyHall.Kernel.Rules;

/// <summary>GB 32100, GB 11643, GB/T 2260, GB/T 39554.1, GB/T 40058 and GB/T 36904. All codes are invented but the two marked as published.</summary>
public class Codes_and_their_checks
{
    [Theory]
    [InlineData("91330421DEMA00013W")] // enterprise
    [InlineData("91330421DEMA00021P")]
    [InlineData("91330421DEMA0003XF")] // the check of the organisation code is X
    [InlineData("91330421DEMA00080T")] // the check of the organisation code is 11, written 0
    [InlineData("91330421DEMA000720")] // the sum is divided by 31: the check is 0
    [InlineData("11330421DEMA00048P")] // government organ
    [InlineData("12330421DEMA00056F")] // public institution
    [InlineData("51330421DEMA000649")] // social association
    [InlineData("93330421DEMA00072R")] // farmers' cooperative
    [InlineData("91350100M000100Y43")] // published example
    public void A_credit_code_that_fits_its_check_is_taken(string code)
    {
        Done(Uscc.Parse(code)).ToString().ShouldBe(code);
        Done(Uscc.Parse(code)).SubjectCheckFits.ShouldBeTrue();
    }

    [Fact]
    public void A_credit_code_in_small_letters_is_printed_in_capitals() =>
        Done(Uscc.Parse(" 91330421dema00013w ")).ToString().ShouldBe("91330421DEMA00013W");

    [Fact]
    public void A_credit_code_that_does_not_fit_is_refused_with_the_reason()
    {
        Why(Uscc.Parse("91330421DEMA00013X")).ShouldBeOfType<CodeCheckFailed>();
        Why(Uscc.Parse("91330421DEMI00013W")).ShouldBeOfType<CodeMisshapen>(); // the letter I does not occur
        Why(Uscc.Parse("91330421DEMA00013")).ShouldBeOfType<CodeMisshapen>();
        Why(Uscc.Parse("9133042XDEMA00013W")).ShouldBeOfType<CodeMisshapen>(); // the division is digits
        Why(Uscc.Parse("９1330421DEMA00013W")).ShouldBeOfType<CodeNotHalfWidth>();
        Why(Uscc.Parse(null)).ShouldBeOfType<CodeMisshapen>();
    }

    [Fact]
    public void An_early_credit_code_that_fails_its_check_can_be_taken_over_on_record()
    {
        var early = Done(Uscc.ParseDespiteCheck("91330421DEMA00013X"));
        early.CheckFits.ShouldBeFalse();
        Done(Uscc.ParseDespiteCheck("91330421DEMA00013W")).CheckFits.ShouldBeTrue();
        Why(Uscc.ParseDespiteCheck("91330421DEMI00013W")).ShouldBeOfType<CodeMisshapen>();
    }

    [Fact]
    public void A_wrong_place_anywhere_in_a_credit_code_is_noticed() =>
        Gen.Select(Gen.Int[0, 17], Gen.Char["0123456789ABCDEFGHJKLMNPQRTUWXY"])
            .Sample(
                (place, wrong) =>
                {
                    const string code = "91330421DEMA00013W";
                    var typed = code.Remove(place, 1).Insert(place, wrong.ToString());
                    (Uscc.Parse(typed) is Result<Uscc>.Done).ShouldBe(typed == code);
                }
            );

    [Theory]
    [InlineData("330421190001010017", Sex.Male)]
    [InlineData("330421190001010025", Sex.Female)]
    [InlineData("330421190001010033", Sex.Male)]
    [InlineData("330421190001010041", Sex.Female)]
    [InlineData("33042119000101005X", Sex.Male)]
    public void A_citizen_number_tells_birth_and_sex(string number, Sex sex)
    {
        var id = Done(CitizenId.Parse(number));
        id.ToString().ShouldBe(number);
        id.Sex.ShouldBe(sex);
        id.BirthDate.ShouldBe(Day("1900-01-01"));
        id.Division.ShouldBe("330421");
    }

    [Fact]
    public void An_old_citizen_number_of_15_places_is_brought_to_18() =>
        Done(CitizenId.Parse("330421000101001")).ToString().ShouldBe("330421190001010017");

    [Fact]
    public void A_small_x_at_the_end_of_a_citizen_number_is_printed_large() =>
        Done(CitizenId.Parse("33042119000101005x")).ToString().ShouldBe("33042119000101005X");

    [Fact]
    public void A_citizen_number_that_cannot_be_is_refused_with_the_reason()
    {
        Why(CitizenId.Parse("330421190001010016")).ShouldBeOfType<CodeCheckFailed>();
        Why(CitizenId.Parse("330421190013010010")).ShouldBeOfType<BirthDateImpossible>(); // month 13
        Why(CitizenId.Parse("330421190002290010")).ShouldBeOfType<BirthDateImpossible>(); // 1900 was no leap year
        Why(CitizenId.Parse("33042119000101001")).ShouldBeOfType<CodeMisshapen>();
        Why(CitizenId.Parse("3304211900010100X7")).ShouldBeOfType<CodeMisshapen>();
    }

    [Fact]
    public void Nobody_is_born_after_today()
    {
        Done(CitizenId.Parse("330421190001010017", Day("1900-01-01"))).Value.ShouldBe("330421190001010017");
        Why(CitizenId.Parse("330421190001010017", Day("1899-12-31"))).ShouldBeOfType<BirthDateImpossible>();
    }

    [Theory]
    [InlineData("330421", DivisionLevel.County, "嘉善县")]
    [InlineData("330421000000", DivisionLevel.County, "嘉善县")] // padded by a platform
    [InlineData("330421001", DivisionLevel.Town, "魏塘街道")]
    [InlineData("330421112000", DivisionLevel.Town, "天凝镇")]
    public void A_division_code_tells_level_and_name(string code, DivisionLevel level, string name)
    {
        var division = Done(DivisionCode.Parse(code));
        division.Level.ShouldBe(level);
        division.Name!.Value.Zh.ShouldBe(name);
        division.Padded.Length.ShouldBe(12);
        Done(DivisionCode.Parse(division.Padded)).ShouldBe(division);
    }

    [Fact]
    public void The_county_has_its_nine_towns_and_streets()
    {
        var county = Done(DivisionCode.Parse("330421"));
        string[] towns = ["001", "002", "003", "102", "103", "105", "107", "111", "112"];
        foreach (var town in towns)
        {
            var division = Done(DivisionCode.Parse($"330421{town}"));
            division.Name.ShouldNotBeNull();
            county.Contains(division).ShouldBeTrue();
            division.Contains(county).ShouldBeFalse();
        }
        Done(DivisionCode.Parse("330421104")).Name.ShouldBeNull();
        county.Contains(Done(DivisionCode.Parse("330424"))).ShouldBeFalse();
        Done(DivisionCode.Parse("330400")).Contains(county).ShouldBeTrue();
        Done(DivisionCode.Parse("330000")).Level.ShouldBe(DivisionLevel.Province);
        Done(DivisionCode.Parse("330421001005")).Level.ShouldBe(DivisionLevel.Village);
    }

    [Theory]
    [InlineData("33042")]
    [InlineData("3304210010")]
    [InlineData("33042A")]
    [InlineData("030421")]
    public void A_division_code_of_another_shape_is_refused(string code) => Why(DivisionCode.Parse(code)).ShouldBeOfType<CodeMisshapen>();

    [Fact]
    public void An_item_code_is_the_body_the_level_and_the_basic_code()
    {
        var item = Done(ItemCode.Parse("11330421DEMA00048P4330117002011"));
        (item.Body.Value, item.Level, item.Base.Value).ShouldBe(("11330421DEMA00048P", '4', "330117002011"));
        item.ToString().ShouldBe("11330421DEMA00048P4330117002011");
        Why(ItemCode.Parse("11330421DEMA00048X4330117002011")).ShouldBeOfType<CodeCheckFailed>();
        Why(ItemCode.Parse("11330421DEMA00048P7330117002011")).ShouldBeOfType<CodeMisshapen>(); // there is no level 7
        Why(ItemCode.Parse("11330421DEMA00048P433011700201")).ShouldBeOfType<CodeMisshapen>();
        Why(BaseItemCode.Parse("33011700201X")).ShouldBeOfType<CodeMisshapen>();
    }

    [Fact]
    public void A_project_code_is_taken_in_the_new_and_in_the_old_form_and_never_converted()
    {
        var now = Done(ProjectCode.Parse("2101-330421-04-01-123456"));
        (now.IsOldForm, now.Division, now.ToString()).ShouldBe((false, "330421", "2101-330421-04-01-123456"));
        var before = Done(ProjectCode.Parse("2018-330421-48-01-012345-000"));
        (before.IsOldForm, before.ToString()).ShouldBe((true, "2018-330421-48-01-012345-000"));
        Done(ProjectCode.Parse("2101-330421-04-01-12345X")).Value.ShouldEndWith("X"); // the last place may be a letter
        Why(ProjectCode.Parse("2101-330421-04-01-12345")).ShouldBeOfType<CodeMisshapen>();
        Why(ProjectCode.Parse("210133042104011234560000")).ShouldBeOfType<CodeMisshapen>(); // the hyphens belong to it
    }

    [Theory]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11330421DEMA00048P.2020000001.001.V")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11330421DEMA00048P.2020000001.002.T")]
    [InlineData("1.2.156.3005.2.11100000000013338W011.11330421DEMA00048P.2020000002.001.F")]
    [InlineData("1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0")] // published
    [InlineData("1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U")] // published
    public void An_e_licence_identifier_fits_its_check(string identifier)
    {
        Done(ELicenceId.Parse(identifier)).ToString().ShouldBe(identifier);
        var wrong = identifier[^1] == '7' ? '8' : '7';
        Why(ELicenceId.Parse(identifier[..^1] + wrong)).ShouldBeOfType<CodeCheckFailed>();
    }

    [Fact]
    public void A_new_version_of_an_e_licence_keeps_its_serial()
    {
        var first = Done(ELicenceId.New("11100000000013338W011", "11330421DEMA00048P", "2020000001"));
        first.ToString().ShouldEndWith(".001.V");
        Done(first.NextVersion()).ToString().ShouldEndWith("2020000001.002.T");
        Why(ELicenceId.New("11100000000013338W011", "11330421DEMA00048P", "no serial")).ShouldBeOfType<CodeMisshapen>();
        Why(ELicenceId.New("11100000000013338W011", "11330421DEMA00048P", "2020000001", 1000)).ShouldBeOfType<CodeMisshapen>();
        Why(ELicenceId.New("11100000000013338W011", "11330421DEMA00048P", "2020000001", 0)).ShouldBeOfType<CodeMisshapen>();
    }

    [Theory]
    [InlineData("13800000906", "13800000906")]
    [InlineData("138 0000 0906", "13800000906")]
    [InlineData("+8613800000906", "13800000906")]
    public void A_mobile_number_is_taken_as_people_write_it(string typed, string number) =>
        Done(MobileNumber.Parse(typed)).ToString().ShouldBe(number);

    [Theory]
    [InlineData("12800000906")]
    [InlineData("1380000090")]
    [InlineData("138000009061")]
    public void A_number_that_is_no_mobile_number_is_refused(string typed) =>
        Why(MobileNumber.Parse(typed)).ShouldBeOfType<CodeMisshapen>();

    [Theory]
    [InlineData("0573-84000000", "0573-84000000")]
    [InlineData("057384000000", "0573-84000000")]
    [InlineData("010 80000000", "010-80000000")]
    [InlineData("0573-8400000", "0573-8400000")]
    public void A_landline_number_is_printed_with_its_area_code(string typed, string printed) =>
        Done(Landline.Parse(typed)).ToString().ShouldBe(printed);

    [Theory]
    [InlineData("84000000")] // the area code is missing
    [InlineData("0573-840000")]
    [InlineData("0573-840000000")]
    [InlineData("0123-84000000")]
    public void A_landline_number_of_another_shape_is_refused(string typed) => Why(Landline.Parse(typed)).ShouldBeOfType<CodeMisshapen>();

    [Fact]
    public void The_example_of_each_kind_is_right_and_printing_and_reading_meet()
    {
        foreach (var kind in CodeKinds.All)
        {
            var report = Done(CodeKinds.Check(kind.Name, kind.Example));
            report.Canonical.ShouldBe(kind.Example);
            Done(CodeKinds.Check(kind.Name, report.Canonical)).Parts.ShouldBe(report.Parts);
            report.Parts.ShouldNotBeEmpty();
            foreach (var part in report.Parts)
                (part.Name.Zh.Length * part.Name.En.Length * part.Value.Zh.Length * part.Value.En.Length).ShouldBePositive();
        }
    }

    [Fact]
    public void A_report_names_what_the_code_says()
    {
        var report = Done(CodeKinds.Check("citizen-id", "330421000101001"));
        report.Canonical.ShouldBe("330421190001010017");
        report.Masked.ShouldBe("330421********0017");
        report.Parts.ShouldContain(new CodePart(("行政区划", "division"), ("330421 嘉善县", "330421 Jiashan County")));
        report.Parts.ShouldContain(new CodePart(("性别", "sex"), ("男", "male")));
        Done(CodeKinds.Check("uscc", "91330421DEMA00013W")).Masked.ShouldBeNull();
        Done(CodeKinds.Check("item", "330117002011")).Parts.ShouldContain(new CodePart(("事项类型", "kind"), ("行政许可", "licence")));
    }

    [Fact]
    public void An_unknown_kind_of_code_is_refused_with_the_known_ones()
    {
        var refusal = Why(CodeKinds.Check("passport", "E00000000"));
        refusal.ShouldBeOfType<CodeKindUnknown>();
        refusal.Remedy.En.ShouldContain("citizen-id");
    }

    [Fact]
    public void A_refusal_gives_a_right_example_and_repeats_nothing_that_was_typed()
    {
        foreach (var kind in CodeKinds.All)
        {
            var refusal = Why(CodeKinds.Check(kind.Name, "QQ-0000-typed"));
            refusal.Remedy.Zh.ShouldContain(kind.Example);
            refusal.Remedy.En.ShouldContain(kind.Example);
            $"{refusal.Reason.Zh}{refusal.Reason.En}{refusal.Remedy}".ShouldNotContain("typed", Case.Insensitive);
        }
    }

    [Fact]
    public void Any_credit_code_of_18_places_is_read_back_as_it_is_printed() =>
        Gen.Char["0123456789ABCDEFGHJKLMNPQRTUWXY"]
            .Array[10]
            .Sample(places =>
            {
                var code = Done(Uscc.ParseDespiteCheck($"91330421{new string(places)}"));
                Done(Uscc.ParseDespiteCheck(code.ToString())).ShouldBe(code);
            });

    [Theory]
    [InlineData("330421190001010017", "330421********0017")]
    [InlineData("33042119000101005X", "330421********005X")]
    public void A_citizen_number_shows_its_first_six_and_last_four_places_at_most(string number, string masked) =>
        Done(CitizenId.Parse(number)).Masked.ShouldBe(masked);

    [Fact]
    public void A_mobile_number_shows_its_first_three_and_last_four_digits_at_most() =>
        Gen.Int[0, 99_999_999]
            .Sample(rest =>
            {
                var number = Done(MobileNumber.Parse($"139{rest:00000000}"));
                number.Masked.ShouldMatch(@"^139\*{4}[0-9]{4}$");
                number.Masked[7..].ShouldBe(number.Value[7..]);
            });

    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("陆一舟", "陆*舟")]
    [InlineData("欧阳修远", "欧**远")]
    [InlineData("张", "*")]
    [InlineData("", "")]
    [InlineData("𠮷三", "𠮷*")] // one character outside the first plane of Unicode
    public void A_name_shows_its_first_and_from_three_characters_on_its_last(string name, string masked) =>
        PersonName.Mask(name).ShouldBe(masked);

    [Fact]
    public void A_mask_keeps_the_length_of_a_name_and_shows_two_characters_at_most() =>
        Gen.Char["一二三四五六七八九十"]
            .Array[1, 8]
            .Sample(characters =>
            {
                var masked = PersonName.Mask(new string(characters));
                masked.Length.ShouldBe(characters.Length);
                masked.Count(c => c != '*').ShouldBeLessThanOrEqualTo(Math.Min(2, characters.Length - 1));
            });

    private static T Done<T>(Result<T> result) => result.ShouldBeOfType<Result<T>.Done>().Value;

    private static Refusal Why<T>(Result<T> result) => result.ShouldBeOfType<Result<T>.Refused>().Why;
}
