using CountyHall.Approvals.Catalogue;

namespace CountyHall.Approvals.Rules.Finding;

/// <summary>Whoever does not know the name of what they need finds it (C03): in their own words, by sound, and with slips of the finger.</summary>
public class Finding_an_item(ITestOutputHelper output)
{
    private static readonly ItemSearch Search = new(Published.Listed, SearchWords.Read(Path.Combine(Published.Root, "demo", "catalogue")));

    public static TheoryData<string, string> Phrasings() => Table("phrasings.tsv");

    public static TheoryData<string, string> HeldOut() => Table("held-out.tsv");

    [Theory]
    [MemberData(nameof(Phrasings))]
    public void An_everyday_phrasing_finds_its_item_among_the_first_three(string phrasing, string wanted) =>
        FirstThree(phrasing).Intersect(wanted.Split('|')).ShouldNotBeEmpty(string.Join(", ", FirstThree(phrasing)));

    [Fact]
    public void What_was_never_tuned_against_is_found_as_the_documentation_says()
    {
        var table = Rows("held-out.tsv").ToList();
        var missed = table.Where(row => !FirstThree(row[0]).Intersect(row[1].Split('|')).Any()).ToList();
        output.WriteLine(
            $"held out: {table.Count - missed.Count} of {table.Count}; missed: {string.Join("; ", missed.Select(r => $"{r[0]} ({string.Join(",", FirstThree(r[0]))})"))}"
        );
        table.Count.ShouldBe(30);
        missed.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void The_table_holds_no_phrasing_that_a_guide_records_word_for_word()
    {
        var rows = Rows("phrasings.tsv").ToList();
        rows.Count.ShouldBeGreaterThanOrEqualTo(50);
        // 打官司没钱 and the like would only prove that equal strings are equal.
        rows.Count(row => row[1].Split('|').Any(item => Published.Guide(item).AlsoCalled.Contains(row[0]))).ShouldBe(0);
    }

    [Fact]
    public void A_count_beside_a_filter_is_what_choosing_it_gives()
    {
        foreach (
            var query in (ItemQuery[])
                [new(), new("证"), new(Who: ApplicantKind.Person), new("开店", Visits: 0), new(Online: true, Theme: "社会保障")]
        )
        {
            var facets = Search.Find(query).Facets;
            foreach (var who in facets.Who.Values)
                Search.Count(query with { Who = who.Value == "person" ? ApplicantKind.Person : ApplicantKind.Firm }).ShouldBe(who.Count);
            foreach (var visits in facets.Visits.Values)
                Search.Count(query with { Visits = visits.Value[0] - '0' }).ShouldBe(visits.Count);
            foreach (var office in facets.Office.Values)
                Search.Count(query with { Office = office.Value }).ShouldBe(office.Count);
            foreach (var theme in facets.Theme.Values)
                Search.Count(query with { Theme = theme.Value }).ShouldBe(theme.Count);
            foreach (var kind in facets.CaseKind.Values)
                Search.Count(query with { CaseKind = kind.Value == "now" ? CaseKind.OnTheSpot : CaseKind.Promised }).ShouldBe(kind.Count);
            Search.Count(query with { Office = null }).ShouldBe(facets.Office.Open);
        }
    }

    [Fact]
    public void At_most_once_holds_what_needs_no_visit_at_all()
    {
        Search.Find(new(Visits: 1)).All.ShouldAllBe(i => i.Guide.Visits <= 1);
        Search.Find(new(Visits: 0)).All.ShouldAllBe(i => i.Guide.Visits == 0);
        Search.Count(new(Visits: 1)).ShouldBeGreaterThan(Search.Count(new(Visits: 0)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("登记")]
    public void The_pages_of_a_list_hold_each_item_once(string? words)
    {
        var found = Search.Find(new(words));
        var (seen, pages, page) = (new List<string>(), 0, found.Page(null, 7));
        var before = new Stack<string?>();
        while (true)
        {
            seen.AddRange(page.Rows.Select(r => r.Item));
            page.Before.ShouldBe(pages == 0 ? null : before.Pop());
            pages++;
            if (page.After is not { } after)
                break;
            before.Push(page.First == 0 ? "" : seen[page.First - 1]);
            page = found.Page(after, 7);
        }
        seen.ShouldBe(found.All.Select(i => i.Item));
        seen.ShouldBeUnique();
        found.Page("no-such-item", 7).First.ShouldBe(0);
    }

    [Fact]
    public void Each_row_says_by_which_words_it_was_found()
    {
        var row = Search.Find(new("开饭店")).Page(null, 1).Rows[0];
        row.By.ShouldBe(FoundBy.AlsoCalled);
        string.Concat(row.Text.Select(t => t.Text)).ShouldBe("开个饭店");
        row.Text.Where(t => t.Hit).Select(t => t.Text).ShouldBe(["开", "饭店"]);
        Search.Find(new("县公安局")).Page(null, 1).Rows[0].By.ShouldBe(FoundBy.Office);
        Search.Find(new("11330421DEMA01016M4000131017001")).Page(null, 5).Rows.ShouldHaveSingleItem().By.ShouldBe(FoundBy.Code);
    }

    [Fact]
    public void What_was_meant_by_letters_is_said() => Search.Find(new("huzhao")).Meant.ShouldNotBeNull().ShouldContain("护照");

    [Theory]
    [InlineData("qwxzv")]
    [InlineData("𠮷𠮷𠮷")]
    [InlineData("!!!")]
    [InlineData("的的的")]
    public void Nonsense_finds_nothing_and_breaks_nothing(string words) => Search.Find(new(words)).Count.ShouldBe(0);

    [Fact]
    public void A_very_long_question_is_read_as_far_as_it_goes() =>
        Search.Find(new(string.Concat(Enumerable.Repeat("我想开个饭店", 200)))).Count.ShouldBeGreaterThan(0);

    private static List<string> FirstThree(string phrasing) => [.. Search.Find(new(phrasing)).Page(null, 3).Rows.Select(r => r.Item)];

    private static TheoryData<string, string> Table(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows(file))
            data.Add(row[0], row[1]);
        return data;
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Published.Beside("Finding", file)).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t'));
}
