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
        output.WriteLine($"held out: {table.Count - missed.Count} of {table.Count}; missed: {string.Join("; ", missed.Select(r => $"{r[0]} ({string.Join(",", FirstThree(r[0]))})"))}");
        table.Count.ShouldBe(30);
        missed.Count.ShouldBeLessThanOrEqualTo(30);
    }

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
