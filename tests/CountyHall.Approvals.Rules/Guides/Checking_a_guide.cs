using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Approvals.Catalogue;

namespace CountyHall.Approvals.Rules.Guides;

/// <summary>What a guide may not say and may not leave out (C02; Zhejiang arts. 4 and 43(3), business environment regulation art. 35).</summary>
public class Checking_a_guide(ITestOutputHelper output)
{
    /// <summary>A published guide, a small change, and the rule that must find it.</summary>
    /// <param name="Why">What is wrong, for the list of tests.</param>
    public sealed record Faulty(string Base, string Rule, string Why, IReadOnlyList<Change> Patch);

    /// <param name="At">A path in the guide, such as <c>materials[2].name</c>.</param>
    public sealed record Change(string At, JsonNode? Set, bool Remove = false);

    private static readonly List<Faulty> All = JsonSerializer.Deserialize<List<Faulty>>(
        File.ReadAllText(Published.Beside("Guides", "faulty-guides.json")),
        JsonSerializerOptions.Web
    )!;

    public static TheoryData<int, string, string> FaultyGuides()
    {
        var data = new TheoryData<int, string, string>();
        foreach (var (at, faulty) in All.Index())
            data.Add(at, faulty.Rule, faulty.Why);
        return data;
    }

    [Theory]
    [MemberData(nameof(FaultyGuides))]
    public void Each_fault_is_found_by_its_rule_at_its_place_and_by_no_other(int at, string rule, string why)
    {
        var faulty = All[at];
        var refusing = GuideCheck.Read(Patched(faulty)).Findings.Where(f => f.Refuses).ToList();
        var told = string.Join("; ", refusing.Select(f => $"{f.Rule.Id} {f.Path}"));
        refusing.ShouldNotBeEmpty(why);
        refusing.Select(f => f.Rule.Id).Distinct().ShouldBe([rule], told);
        // The place that was changed, or what holds it, is the place that is told.
        refusing.ShouldContain(
            f =>
                faulty.Patch.Any(c =>
                    c.At.StartsWith(f.Path, StringComparison.Ordinal) || f.Path.StartsWith(Whole(c.At), StringComparison.Ordinal)
                ) || Related(f.Rule.Id),
            told
        );
        foreach (var finding in refusing)
        {
            finding.Better.Zh.ShouldNotBeNullOrWhiteSpace();
            finding.Wrong.En.ShouldNotBeNullOrWhiteSpace();
            finding.Rule.Clause.Named.Zh.ShouldContain("《");
        }
    }

    [Fact]
    public void There_are_sixty_faulty_guides_and_more() => All.Count.ShouldBeGreaterThanOrEqualTo(60);

    [Fact]
    public void The_check_is_silent_on_every_published_guide()
    {
        var advice = 0;
        foreach (var file in Published.Files)
        {
            var reading = GuideCheck.Read(File.ReadAllText(file));
            reading
                .Findings.Where(f => f.Refuses)
                .Select(f => $"{Path.GetFileName(file)} {f.Path} {f.Rule.Id}: {f.Wrong.Zh}")
                .ShouldBeEmpty();
            advice += reading.Findings.Count;
        }
        output.WriteLine($"{Published.Files.Count} published guides: 0 refusing findings, {advice} pieces of advice");
        // Advice that everybody gets is no advice.
        ((double)advice / Published.Files.Count).ShouldBeLessThan(0.5);
    }

    [Fact]
    public void The_editor_is_told_the_same_as_the_file()
    {
        foreach (var version in Published.Newest)
            GuideCheck.Check(version.Guide).Where(f => f.Refuses).ShouldBeEmpty(version.Item);
        var open = Published.Guide("restaurant-food-licence") with { Enquiries = "", Steps = [] };
        GuideCheck.Check(open).Where(f => f.Refuses).Select(f => f.Path).ShouldBe(["steps", "enquiries"]);
    }

    [Fact]
    public void A_next_version_may_not_be_slower_or_ask_for_another_visit()
    {
        var before = Published.Newest.Single(v => v.Item == "restaurant-food-licence");
        GuideCheck.Check(before.Guide, Next()).ShouldBeEmpty();
        var slower = before.Guide with
        {
            PromisedDays = 6,
            Steps = [.. before.Guide.Steps.Select((s, i) => i == 1 ? s with { Days = 3 } : s)],
        };
        GuideCheck.Check(slower, Next()).ShouldHaveSingleItem().Rule.Id.ShouldBe("never-worse");
        GuideCheck
            .Check(before.Guide, Next() with { EffectiveFrom = before.EffectiveFrom })
            .ShouldHaveSingleItem()
            .Rule.Id.ShouldBe("version-order");
        GuideCheck
            .Check(before.Guide, Next() with { Offices = new HashSet<string> { "scjg" } })
            .ShouldHaveSingleItem()
            .Path.ShouldBe("route[1].office");

        GuideContext Next() =>
            new()
            {
                Before = before,
                Version = before.Version + 1,
                EffectiveFrom = before.EffectiveFrom.AddDays(30),
            };
    }

    [Theory]
    [InlineData("", "unreadable")]
    [InlineData("[]", "unreadable")]
    [InlineData("{\"kind\": \"banquet\"}", "unreadable")]
    [InlineData("{\"surprise\": 1}", "unreadable")]
    public void What_cannot_be_read_is_said_to_be_so(string text, string rule) =>
        GuideCheck.Read(text).Findings.ShouldContain(f => f.Rule.Id == rule && f.Refuses);

    [Fact]
    public void Every_rule_has_a_name_of_its_own_a_clause_and_stands_in_the_documentation()
    {
        GuideCheck.Rules.Select(r => r.Id).ShouldBeUnique();
        var documented = File.ReadAllText(Path.Combine(Published.Root, "docs", "approvals", "guide-check.md"));
        foreach (var rule in GuideCheck.Rules)
        {
            documented.ShouldContain($"`{rule.Id}`");
            documented.ShouldContain(rule.Clause.Named.Zh);
        }
    }

    private static string Patched(Faulty faulty)
    {
        var root = JsonNode.Parse(Published.Text(faulty.Base))!;
        foreach (var change in faulty.Patch)
        {
            var parts = change.At.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
            var holder = parts[..^1]
                .Aggregate(root["guide"]!, (node, part) => int.TryParse(part, out var number) ? node[number]! : node[part]!);
            if (change.Remove)
                holder.AsObject().Remove(parts[^1]).ShouldBeTrue(change.At);
            else
                holder[parts[^1]] = change.Set?.DeepClone();
        }
        return root.ToJsonString();
    }

    /// <summary>materials[2] of materials[2].name: a rule may speak of the whole.</summary>
    private static string Whole(string path) => path.IndexOf('.', StringComparison.Ordinal) is > 0 and var end ? path[..end] : path;

    /// <summary>Rules that tell of one end of a contradiction, while the change may have been made at the other.</summary>
    private static bool Related(string rule) => rule is "zero-visit-offline" or "promise-above-limit" or "steps-sum" or "visits";
}
