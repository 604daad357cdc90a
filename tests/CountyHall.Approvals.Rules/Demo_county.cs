using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Rules;

/// <summary>The demonstration county (demo/) is invented, complete, and obeys the rules of a guide.</summary>
public partial class Demo_county
{
    private static readonly DirectoryInfo Folder = FindDemo();
    private static readonly JsonSerializerOptions Strictly = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };
    private static readonly IReadOnlyList<Item> Items =
    [
        .. Directory
            .GetFiles(Path.Combine(Folder.FullName, "items"), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(file => Read<Item>(file) with { File = Path.GetFileName(file) }),
    ];
    private static readonly County Hall = Read<County>(Path.Combine(Folder.FullName, "county.json"));

    /// <summary>Words that leave the list of materials open (兜底): nothing so named can be handed in.</summary>
    private static readonly string[] CatchAlls = ["其他", "相关", "有关", "等", "必要的", "要求提供的", "需要提交的"];

    /// <summary>The known values a field may be filled from.</summary>
    private static readonly string[] Known =
    [
        "applicant.name",
        "applicant.code",
        "applicant.address",
        "applicant.phone",
        "applicant.legal-representative",
        "submitter.name",
        "submitter.phone",
    ];

    [Fact]
    public void There_are_many_items_of_many_departments()
    {
        Items.Select(i => i.Slug).Distinct().Count().ShouldBeGreaterThanOrEqualTo(125);
        Items.Select(i => i.Guide.Body).Distinct().Count().ShouldBeGreaterThanOrEqualTo(27);
        Items.Count(i => i.Guide.Route.Count > 1).ShouldBeGreaterThanOrEqualTo(3);
        Items.Count(i => i.Guide.CaseKind == CaseKind.OnTheSpot).ShouldBeGreaterThanOrEqualTo(3);
        Items.Count(i => i.Guide.Commitment is not null).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public void A_file_is_named_by_its_slug_and_a_version_follows_the_one_before()
    {
        foreach (var item in Items)
            item.File.ShouldBeOneOf($"{item.Slug}.json", $"{item.Slug}.v{item.Version}.json");
        foreach (var versions in Items.GroupBy(i => i.Slug).Select(g => g.OrderBy(i => i.Version).ToList()))
        {
            versions.Select(v => v.Version).ShouldBe(Enumerable.Range(1, versions.Count), versions[0].Slug);
            versions.Select(v => v.EffectiveFrom).ShouldBeInOrder(SortDirection.Ascending);
            versions.Select(v => v.Guide.Code).Distinct().Count().ShouldBe(1, versions[0].Slug);
        }
    }

    [Fact]
    public void An_item_ends_with_its_newest_version_and_another_is_still_to_come()
    {
        foreach (var item in Items.Where(i => i.EndsOn is not null))
        {
            item.EndsOn!.Value.ShouldBeGreaterThan(item.EffectiveFrom, item.File);
            Items.ShouldNotContain(i => i.Slug == item.Slug && i.Version > item.Version, item.File);
        }
        Items.Where(i => i.EndsOn is not null).Select(i => i.Slug).ShouldBe(["clinic-establishment-approval", "prepackaged-food-licence"]);
        Items.ShouldContain(i => i.Version == 1 && i.EffectiveFrom == new DateOnly(2027, 3, 1));
    }

    [Theory]
    [InlineData("hotel-licence")]
    [InlineData("teacher-qualification")]
    [InlineData("work-injury-recognition")]
    public void A_later_version_is_shorter_and_asks_for_no_more_than_the_one_before(string slug)
    {
        var versions = Items.Where(i => i.Slug == slug).OrderBy(i => i.Version).Select(i => i.Guide).ToList();
        versions.Count.ShouldBe(2);
        versions[1].PromisedDays.ShouldBeLessThan(versions[0].PromisedDays);
        versions[1].Materials.Count(m => m.Held is null).ShouldBeLessThan(versions[0].Materials.Count(m => m.Held is null));
    }

    [Fact]
    public void The_provincial_list_differs_from_the_county_as_described_and_nowhere_else()
    {
        var listed = Read<List<Listed>>(Path.Combine(Folder.FullName, "catalogue", "provincial.json"));
        listed.Select(l => l.Code).ShouldBeUnique();
        var day = new DateOnly(2026, 11, 1);
        var county = Items
            .Where(i => i.EndsOn is null)
            .GroupBy(i => i.Slug)
            .ToDictionary(g => g.Key, g => (g.Where(i => i.EffectiveFrom <= day).MaxBy(i => i.Version) ?? g.First()).Guide);
        var both = listed.Where(l => l.Slug is not null).Select(l => (l.Slug, List: l, County: county[l.Slug!])).ToList();
        both.ShouldAllBe(x => x.County.Code.Substring(19) == x.List.Code);
        county.Keys.Except(listed.Select(l => l.Slug!)).Order().ShouldBe(["lift-retrofit-review", "weather-certificate"]);
        listed.Count(l => l.Slug is null).ShouldBe(2);
        both.Where(x => x.County.Name != x.List.Name).Select(x => x.Slug).Order().ShouldBe(["real-estate-inheritance", "vehicle-transfer"]);
        both.Where(x => x.County.LegalLimit?.WorkingDays != x.List.LegalLimitDays)
            .Select(x => (x.Slug, x.County.LegalLimit?.WorkingDays > x.List.LegalLimitDays))
            .OrderBy(x => x.Slug)
            .ShouldBe([("soil-conservation-plan", true), ("taiwan-permit", true)]);
        both.Where(x => x.County.Visits != x.List.Visits).Select(x => x.Slug).ShouldBe(["electric-bicycle-registration"]);
        both.Where(x => x.County.Kind != x.List.Kind).Select(x => x.Slug).ShouldBe(["lease-registration"]);
    }

    [Fact]
    public void Words_that_mean_the_same_stand_in_groups()
    {
        var groups = Read<List<Synonyms>>(Path.Combine(Folder.FullName, "catalogue", "synonyms.json"));
        groups.Count.ShouldBeGreaterThanOrEqualTo(80);
        groups.ShouldAllBe(g => g.Words.Count >= 2 && g.Words.Distinct().Count() == g.Words.Count);
    }

    [Fact]
    public void The_restaurant_licence_became_shorter_and_asks_for_one_material_less()
    {
        var versions = Items.Where(i => i.Slug == "restaurant-food-licence").OrderBy(i => i.Version).ToList();
        versions.Count.ShouldBe(2);
        versions[1].Guide.PromisedDays.ShouldBeLessThan(versions[0].Guide.PromisedDays);
        versions[1].Guide.Materials.Count.ShouldBe(versions[0].Guide.Materials.Count - 1);
        versions[1].Guide.Route.Select(d => d.Office).ShouldBe(["scjg", "xf"]);
        versions[1].Guide.Materials.ShouldContain(m => m.Necessity == Necessity.GapTolerant);
    }

    [Fact]
    public void Each_code_has_31_places_and_begins_with_the_body()
    {
        foreach (var item in Items)
        {
            var guide = item.Guide;
            guide.Code.Length.ShouldBe(31, item.File);
            guide.Code[..18].ShouldBe(Office(guide.Body).Uscc, item.File);
            guide.Code[18].ShouldBe('4', item.File); // the county's level
            guide.Code[19..21].ShouldBeOneOf("00", "33");
            guide.Code[21..23].ShouldBe($"{(int)guide.Kind:00}", item.File);
            BaseCode().IsMatch(guide.Code[19..]).ShouldBeTrue(item.File);
        }
        Items.DistinctBy(i => i.Slug).Select(i => i.Guide.Code).ShouldBeUnique();
    }

    [Fact]
    public void The_promise_is_within_the_legal_limit_and_zero_only_on_the_spot()
    {
        foreach (var item in Items)
        {
            var guide = item.Guide;
            if (guide.LegalLimit is { } legal)
                guide.PromisedDays.ShouldBeLessThanOrEqualTo(legal.WorkingDays, item.File);
            (guide.CaseKind == CaseKind.OnTheSpot).ShouldBe(guide.PromisedDays == 0, item.File);
            if (guide.Kind == ItemKind.Licence)
                guide.LegalLimit.ShouldNotBeNull(item.File);
        }
    }

    [Fact]
    public void The_steps_lead_from_acceptance_to_delivery_in_the_promised_days()
    {
        foreach (var item in Items)
        {
            var steps = item.Guide.Steps;
            steps.Sum(s => s.Days).ShouldBe(item.Guide.PromisedDays, item.File);
            steps[0].Name.Zh.ShouldBe("受理");
            steps[^1].Name.Zh.ShouldBe("送达");
            steps.Select(s => s.Name.Zh).ShouldContain("审查", item.File);
            steps.Select(s => s.Name.Zh).ShouldContain("决定", item.File);
            // A visit to the site is promised to the public where an office checks there, and only there.
            steps.Any(s => s.Name.Zh == "现场核查").ShouldBe(item.Guide.Route.Any(d => d.OnSite), item.File);
        }
    }

    [Fact]
    public void Each_office_on_a_route_exists_and_has_two_approvers_and_a_head()
    {
        foreach (var item in Items)
        {
            item.Guide.Route[0].Office.ShouldBe(item.Guide.Body, item.File);
            item.Guide.Route.Select(d => d.Office).ShouldBeUnique(item.File);
            foreach (var office in item.Guide.Route.Select(d => Office(d.Office).Id))
            {
                StaffOf(office, "approver").ShouldBeGreaterThanOrEqualTo(2, office);
                StaffOf(office, "head").ShouldBeGreaterThanOrEqualTo(1, office);
            }
        }
    }

    [Fact]
    public void Each_item_has_a_place_and_a_reason_where_it_stays_outside_the_centre()
    {
        Hall.Placements.Keys.Order().ShouldBe(Items.Select(i => i.Slug).Distinct().Order());
        foreach (var (slug, placement) in Hall.Placements)
        {
            placement.Place.ShouldBeOneOf("centre", "branch", "town", "department");
            (placement.Reason is null).ShouldBe(placement.Place == "centre", slug);
        }
    }

    [Fact]
    public void Each_item_has_a_window_with_a_trained_clerk()
    {
        var types = Hall.WindowTypes.Select(t => t.Id).ToHashSet();
        var clerks = Hall.Staff.Where(s => s.Roles.Contains("clerk") && s.Division == Hall.Division.Code).ToList();
        foreach (var item in Items)
        {
            item.Guide.WindowTypes.ShouldNotBeEmpty(item.File);
            foreach (var type in item.Guide.WindowTypes)
            {
                types.ShouldContain(type, item.File);
                Hall.Windows.ShouldContain(w => w.Type == type, type);
                clerks.ShouldContain(c => c.WindowTypes!.Contains(type) && c.Window != null, type);
            }
        }
        Hall.Windows.ShouldAllBe(w => types.Contains(w.Type));
        Hall.Windows.Count(w => w.Type == "issuing").ShouldBeGreaterThanOrEqualTo(2);
        foreach (var clerk in clerks) // a clerk is trained for the window they sit at
            clerk.WindowTypes!.ShouldContain(Hall.Windows.Single(w => w.Id == clerk.Window).Type, clerk.User);
    }

    [Fact]
    public void No_material_is_a_catch_all()
    {
        foreach (var item in Items)
        foreach (var material in item.Guide.Materials)
        foreach (var word in CatchAlls)
            material.Name.Zh.ShouldNotContain(word, Case.Sensitive, $"{item.File}: {material.Id}");
    }

    [Fact]
    public void Each_material_says_who_issues_it_and_when_it_may_follow()
    {
        foreach (var item in Items)
        {
            item.Guide.Materials.Count.ShouldBeInRange(2, 7, item.File);
            item.Guide.Materials.Select(m => m.Id).ShouldBeUnique(item.File);
            foreach (var material in item.Guide.Materials)
            {
                var name = $"{item.File}: {material.Id}";
                material.Copies.ShouldBeGreaterThan(0, name);
                (material.Issuer is null).ShouldBe(material.Source == MaterialSource.Applicant, name);
                (material.GapDays > 0).ShouldBe(material.Necessity == Necessity.GapTolerant, name);
                if (material.Held is not null)
                    material.Source.ShouldBe(MaterialSource.Government, name);
            }
        }
    }

    [Fact]
    public void What_is_asked_for_in_some_cases_names_a_question_and_its_choice()
    {
        foreach (var item in Items)
        {
            var answers = item.Guide.Questions.SelectMany(q => q.Choices.Select(c => $"{q.Id}={c.Id}")).ToList();
            answers.ShouldBeUnique(item.File);
            item.Guide.Questions.ShouldAllBe(q => q.Choices.Count >= 2 && q.Choices.Any(c => c.Stops == null), item.File);
            foreach (var when in item.Guide.Materials.SelectMany(m => m.When).Concat(item.Guide.Conditions.SelectMany(c => c.When)))
                answers.ShouldContain(when, item.File);
        }
    }

    [Fact]
    public void Fields_are_few_and_show_an_example_or_what_is_known()
    {
        foreach (var item in Items)
        {
            item.Guide.Fields.Count.ShouldBeInRange(3, 8, item.File);
            item.Guide.Fields.Select(f => f.Id).ShouldBeUnique(item.File);
            foreach (var field in item.Guide.Fields)
            {
                var name = $"{item.File}: {field.Id}";
                (field.Choices.Count > 0).ShouldBe(field.Kind == FieldKind.Choice, name);
                if (field.Kind != FieldKind.Choice)
                    (field.Example ?? field.Prefill).ShouldNotBeNullOrWhiteSpace(name);
                if (field.Prefill is { } known)
                    Known.ShouldContain(known, name);
            }
        }
    }

    [Fact]
    public void Nobody_comes_without_a_reason_and_a_fee_has_a_basis()
    {
        foreach (var item in Items)
        {
            (item.Guide.VisitReason is null).ShouldBe(item.Guide.Visits == 0, item.File);
            item.Guide.Visits.ShouldBeLessThanOrEqualTo(1, item.File);
            if (item.Guide.Visits == 0)
            {
                item.Guide.Online.ShouldBeTrue(item.File);
                item.Guide.Materials.ShouldNotContain(m => m.Form == MaterialForm.Original, item.File);
            }
            (item.Guide.Fee.Basis is null).ShouldBe(item.Guide.Fee.Fen == 0, item.File);
        }
    }

    [Fact]
    public void Each_guide_can_be_found_understood_and_contested()
    {
        foreach (var item in Items)
        {
            var guide = item.Guide;
            guide.AlsoCalled.Count.ShouldBeGreaterThanOrEqualTo(3, item.File);
            guide.AlsoCalled.ShouldBeUnique(item.File);
            guide.Faqs.ShouldNotBeEmpty(item.File);
            guide.Themes.ShouldNotBeEmpty(item.File);
            guide.Basis.ShouldNotBeEmpty(item.File);
            guide.Conditions.ShouldNotBeEmpty(item.File);
            guide.Applicants.ShouldNotBeEmpty(item.File);
            Landline().IsMatch(guide.Enquiries).ShouldBeTrue(item.File);
            Landline().IsMatch(guide.Complaints).ShouldBeTrue(item.File);
            guide.Complaints.ShouldNotBe(guide.Enquiries, item.File);
        }
    }

    [Fact]
    public void Every_sentence_stands_in_both_languages()
    {
        foreach (var file in Directory.GetFiles(Folder.FullName, "*.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var (zh, en) in Sentences(json.RootElement))
            {
                (zh == en || Han().IsMatch(zh)).ShouldBeTrue($"{Path.GetFileName(file)}: {zh}");
                en.ShouldNotBeNullOrWhiteSpace(zh);
                Han().IsMatch(en).ShouldBeFalse($"{Path.GetFileName(file)}: {en}");
            }
        }
    }

    [Fact]
    public void Articles_are_cited_as_the_law_writes_them()
    {
        foreach (var item in Items)
        foreach (var cited in item.Guide.Basis.Concat(item.Guide.Conditions.Select(c => c.Basis)))
        {
            Article().IsMatch(cited.Article).ShouldBeTrue($"{item.File}: {cited}");
            cited.Title.IndexOfAny(['《', '》']).ShouldBe(-1, item.File);
        }
    }

    [Fact]
    public void All_codes_are_invented_and_well_formed()
    {
        var codes = Hall.Offices.Select(o => o.Uscc).Concat(Hall.Firms.Select(f => f.Uscc)).ToList();
        codes.ShouldBeUnique();
        codes.ShouldAllBe(c => c.Substring(8, 4) == "DEMA" && IsCreditCode(c));

        var people = Hall.Persons.Select(p => p.CitizenId).ToList();
        people.ShouldBeUnique();
        people.ShouldAllBe(n => n.Substring(6, 8) == "19000101" && IsCitizenNumber(n));

        Hall.Persons.ShouldAllBe(p => Mobile().IsMatch(p.Phone));
        Hall.Offices.ShouldAllBe(o => Landline().IsMatch(o.Phone));
        Hall.Firms.ShouldAllBe(f => Mobile().IsMatch(f.Phone)); // a field of the form takes it as it is
        Hall.Invented.ShouldContain("虚构");
    }

    [Theory]
    [InlineData("91330421DEMA00013W", true)]
    [InlineData("91330421DEMA0003XF", true)]
    [InlineData("91330421DEMA000720", true)] // the sum is a multiple of 31
    [InlineData("91330421DEMA00013X", false)]
    public void A_credit_code_proves_itself(string code, bool valid) => IsCreditCode(code).ShouldBe(valid);

    [Fact]
    public void The_county_has_its_nine_towns_each_with_a_centre()
    {
        Hall.Division.Code.ShouldBe("330421");
        Hall.Towns.Count.ShouldBe(9);
        foreach (var town in Hall.Towns)
        {
            town.Code.ShouldStartWith(Hall.Division.Code);
            Office(town.Office).Kind.ShouldBe("town");
        }
        Hall.Windows.Where(w => w.Town is not null).Select(w => w.Town).ShouldBeSubsetOf(Hall.Towns.Select(t => t.Code));
        Hall.ResidentUnits.ShouldAllBe(u => Office(u.Office).Division == Hall.Division.Code);
    }

    [Fact]
    public void Staff_have_one_name_each_and_a_known_office_window_and_role()
    {
        string[] roles =
        [
            "clerk",
            "approver",
            "head",
            "issuer",
            "supervisor",
            "administrator",
            "itemAdministrator",
            "tradingSupervisor",
            "registrationReviewer",
            "accountant",
            "venueStaff",
            "keyCustodian",
            "smallPlatform",
        ];
        Hall.Staff.Select(s => s.User).Concat(Hall.Persons.Select(p => p.User)).ShouldBeUnique();
        foreach (var member in Hall.Staff)
        {
            Office(member.Office).Division.ShouldBe(member.Division, member.User);
            member.Roles.ShouldBeSubsetOf(roles, member.User);
            if (member.Window is { } window)
                Hall.Windows.ShouldContain(w => w.Id == window, member.User);
        }
        foreach (var role in roles)
            Hall.Staff.ShouldContain(s => s.Roles.Contains(role), role);
        // The one who receives never decides, and the one who decides never hands over.
        Hall.Staff.ShouldAllBe(s => s.Roles.Count == 1);
        Hall.Staff.Count(s => s.Roles.Contains("clerk")).ShouldBeGreaterThanOrEqualTo(4);
        Hall.Staff.ShouldContain(s => s.WindowTypes != null && s.WindowTypes.SequenceEqual(new[] { "social" }));
        Hall.Staff.Count(s => s.Division == "330424").ShouldBe(2);
        Hall.Staff.ShouldContain(s =>
            s.User == Hall.GovernmentOfCounty.Head && s.Office == Hall.GovernmentOfCounty.Office && s.Roles.Contains("head")
        );
    }

    [Fact]
    public void Firms_are_led_and_represented_by_persons_of_the_county()
    {
        var users = Hall.Persons.Select(p => p.User).ToList();
        foreach (var firm in Hall.Firms)
        {
            users.ShouldContain(firm.LegalRepresentative, firm.Name);
            foreach (var agent in firm.Agents)
            {
                users.ShouldContain(agent.Person, firm.Name);
                agent.May.ShouldNotBeEmpty(firm.Name);
                agent.May.ShouldBeSubsetOf(["apply", "collect", "tender"], firm.Name);
            }
            firm.Holds.ShouldContain(h => h.Kind == "business-licence");
        }
        Hall.Persons.ShouldAllBe(p => p.Holds.Any(h => h.Kind == "id-card" && h.Number == p.CitizenId));
    }

    /// <summary>GB 32100-2015, and GB 11714 for the subject code in places 9 to 17.</summary>
    private static bool IsCreditCode(string code)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        int[] subjectWeights = [3, 7, 9, 10, 5, 8, 4, 2];
        if (!CreditCode().IsMatch(code))
            return false;

        var sum = weights.Select((w, i) => w * alphabet.IndexOf(code[i])).Sum();
        var subjectSum = subjectWeights
            .Select((w, i) => w * (code[8 + i] is >= 'A' and var letter ? letter - 'A' + 10 : code[8 + i] - '0'))
            .Sum();
        return code[17] == alphabet[(31 - sum % 31) % 31] && code[16] == "0X987654321"[subjectSum % 11];
    }

    /// <summary>GB 11643-1999.</summary>
    private static bool IsCitizenNumber(string number)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return CitizenNumber().IsMatch(number) && number[17] == "10X98765432"[weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11];
    }

    private static OfficeOfCounty Office(string id) => Hall.Offices.Single(o => o.Id == id);

    private static int StaffOf(string office, string role) => Hall.Staff.Count(s => s.Office == office && s.Roles.Contains(role));

    private static IEnumerable<(string Zh, string En)> Sentences(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().SelectMany(Sentences);
        if (element.ValueKind != JsonValueKind.Object)
            return [];
        if (element.TryGetProperty("zh", out var zh))
            return [(zh.GetString()!, element.GetProperty("en").GetString()!)];
        return element.EnumerateObject().SelectMany(p => Sentences(p.Value));
    }

    private static T Read<T>(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Strictly)!;
        }
        catch (JsonException wrong)
        {
            throw new JsonException($"{Path.GetFileName(file)}: {wrong.Message}", wrong);
        }
    }

    private static DirectoryInfo FindDemo()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "CountyHall.slnx")))
                return new DirectoryInfo(Path.Combine(at.FullName, "demo"));
        throw new DirectoryNotFoundException("No folder above the tests holds CountyHall.slnx.");
    }

    [GeneratedRegex(@"^(00|33)\d{10}$")]
    private static partial Regex BaseCode();

    [GeneratedRegex(@"^0573-0000-\d{4}$")]
    private static partial Regex Landline();

    [GeneratedRegex(@"^138000009\d{2}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$")]
    private static partial Regex CreditCode();

    [GeneratedRegex(@"^\d{17}[0-9X]$")]
    private static partial Regex CitizenNumber();

    [GeneratedRegex("^第[一二三四五六七八九十百千零]+条(第[一二三四五六七八九十]+款)?$|^附件(第[一二三四五六七八九十百零]+项)?$")]
    private static partial Regex Article();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    private sealed record Item(string Slug, int Version, DateOnly EffectiveFrom, ServiceGuide Guide, DateOnly? EndsOn = null)
    {
        [JsonIgnore]
        public string File { get; init; } = "";
    }

    private sealed record Listed(
        string Code,
        Words Name,
        ItemKind Kind,
        int? LegalLimitDays,
        int Visits,
        Citation Basis,
        string? Slug = null
    );

    private sealed record Synonyms(IReadOnlyList<string> Words);

    private sealed record County(
        string Invented,
        Named Division,
        IReadOnlyList<Town> Towns,
        IReadOnlyList<OfficeOfCounty> Offices,
        IReadOnlyList<WindowType> WindowTypes,
        IReadOnlyList<Window> Windows,
        IReadOnlyDictionary<string, Placement> Placements,
        IReadOnlyList<ResidentUnit> ResidentUnits,
        IReadOnlyList<StaffMember> Staff,
        IReadOnlyList<Person> Persons,
        IReadOnlyList<Firm> Firms,
        IReadOnlyList<Room> Rooms,
        Government GovernmentOfCounty,
        Site Site
    );

    private sealed record Named(string Code, Words Name);

    private sealed record Town(string Code, Words Name, string Office);

    private sealed record OfficeOfCounty(string Id, Words Name, string Uscc, string Division, string Phone, string Kind);

    private sealed record WindowType(string Id, Words Name);

    private sealed record Window(string Id, string Type, Words Place, string? Town = null);

    private sealed record Placement(string Place, Words? Reason = null);

    private sealed record ResidentUnit(string Office, DateOnly Since, bool ApprovingOfficeThere, bool PowerThere);

    private sealed record StaffMember(
        string User,
        string Name,
        string Office,
        IReadOnlyList<string> Roles,
        string Division,
        string? Window = null,
        IReadOnlyList<string>? WindowTypes = null
    );

    private sealed record Held(string Kind, string Number, DateOnly CheckedOn);

    private sealed record Person(string User, string Name, string CitizenId, string Phone, string Address, IReadOnlyList<Held> Holds);

    private sealed record Agent(string Person, IReadOnlyList<string> May, DateOnly Until);

    private sealed record Firm(
        string Name,
        string Uscc,
        string Kind,
        string Address,
        string LegalRepresentative,
        string Phone,
        IReadOnlyList<Agent> Agents,
        IReadOnlyList<Held> Holds,
        Account? BasicAccount = null
    );

    private sealed record Account(string Bank, string Number);

    private sealed record Room(string Id, Words Name, int Seats);

    private sealed record Government(string Office, string Head);

    private sealed record Site(
        Words Host,
        Words Operator,
        string Contact,
        Words Hours,
        string? SiteCode,
        string? Icp,
        string? Police,
        string HelpPhone
    );
}
