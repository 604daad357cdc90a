using System.Diagnostics;
using System.Globalization;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Results;
using CountyHall.Web.Demonstration;

namespace CountyHall.Bench;

/// <summary>A page of twenty results with all counts beside the filters, at 10,000 items, against a plain scan that only asks whether a name holds the words.</summary>
public static class Searching
{
    private const int Items = 10_000;
    private const int Rounds = 5;

    /// <summary>As people ask: whole sentences, two words, sounds, initials, slips, English, and nothing at all.</summary>
    private static readonly string?[] Questions =
    [
        null,
        "我想开个小饭馆",
        "驾照到期了",
        "房子过户要什么",
        "登记",
        "许可证",
        "公积金取出来买房",
        "kaifandian",
        "kfd",
        "kaifandain",
        "restaurant licences",
        "passprt",
        "县公安局 户口",
        "砍自家的树",
    ];

    public static void Measure()
    {
        var listed = Many();
        var words = SearchWords.Read(Path.Combine(DemonstrationCounty.Folder, "catalogue"));
        var clock = Stopwatch.StartNew();
        var search = new ItemSearch(listed, words).Ready();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"search: index of {Items} items built in {clock.ElapsedMilliseconds} ms")
        );
        foreach (var question in Questions)
        {
            Page(search, question);
            Scan(listed, question);
        }
        var (floors, pages) = (new Dictionary<string, List<double>>(), new Dictionary<string, List<double>>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in Questions)
            {
                Take(floors, question, () => Scan(listed, question));
                Take(pages, question, () => Page(search, question));
            }
        }
        foreach (var question in pages.Keys)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"search: {question}: page {Median(pages[question]):0.00} ms, scan {Median(floors[question]):0.00} ms, {search.Count(new(question.Length == 0 ? null : question))} found"
                )
            );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"search: median of all questions: page {Median([.. pages.Values.Select(Median)]):0.00} ms, scan {Median([.. floors.Values.Select(Median)]):0.00} ms, slowest page {pages.Values.Max(Median):0.00} ms"
            )
        );
    }

    private static void Take(Dictionary<string, List<double>> into, string? question, Func<int> one)
    {
        const int Times = 20;
        var clock = Stopwatch.StartNew();
        var seen = 0;
        for (var i = 0; i < Times; i++)
            seen += one();
        GC.KeepAlive(seen);
        (into.TryGetValue(question ?? "", out var all) ? all : into[question ?? ""] = []).Add(clock.Elapsed.TotalMilliseconds / Times);
    }

    private static int Page(ItemSearch search, string? question)
    {
        var found = search.Find(new(question));
        return found.Page(null, 20).Rows.Count + found.Facets.Office.Values.Count;
    }

    /// <summary>The floor: no ranking, no meanings, no sounds, no counts.</summary>
    private static int Scan(List<ListedItem> listed, string? question) =>
        listed
            .Where(i =>
                question is null
                || i.Guide.Name.Zh.Contains(question, StringComparison.Ordinal)
                || i.Guide.AlsoCalled.Any(a => a.Contains(question, StringComparison.Ordinal))
            )
            .OrderBy(i => i.Guide.Body, StringComparer.Ordinal)
            .ThenBy(i => i.Guide.Code, StringComparer.Ordinal)
            .Take(20)
            .Count();

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>The demonstration's items again and again, each with a place in its names so that no two are alike.</summary>
    private static List<ListedItem> Many()
    {
        var county = DemonstrationCounty.ReadCounty();
        var offices = county.Offices.ToDictionary(o => o.Id, o => o.Name);
        var items = DemonstrationCounty.ReadItems().ToList();
        string[] places = ["", "（变更）", "（延续）", "（补发）", "（注销）", "（备案）", "（校验）"];
        return
        [
            .. Enumerable
                .Range(0, Items)
                .Select(at =>
                {
                    var of = items[at % items.Count];
                    var round = at / items.Count;
                    var guide =
                        round == 0
                            ? of.Guide
                            : of.Guide with
                            {
                                Name = new Words(
                                    $"{of.Guide.Name.Zh}{places[round % places.Length]}第{round}类",
                                    $"{of.Guide.Name.En}, class {round}"
                                ),
                                AlsoCalled = [.. of.Guide.AlsoCalled.Select(a => $"{a}{round}")],
                            };
                    return new ListedItem(
                        new ItemVersion
                        {
                            Id = at,
                            Division = "330421",
                            Item = $"{of.Slug}-{at}",
                            Version = 1,
                            EffectiveFrom = of.EffectiveFrom,
                            Guide = guide,
                        },
                        offices[guide.Body]
                    );
                }),
        ];
    }
}
