using System.Text;
using System.Text.Json;
using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>From a folder to a report: what is read, what is warned of, how right it is on invented tenders.</summary>
public class Similarity_reports
{
    [Fact]
    public void The_published_example_of_winnowing_selects_its_five_fingerprints() =>
        Winnowing
            .Select([77, 74, 42, 17, 98, 50, 17, 98, 8, 88, 67, 39, 77, 74, 42, 17, 98], 4)
            .ShouldBe([(17UL, 3), (17UL, 6), (8UL, 8), (39UL, 11), (17UL, 15)]);

    [Fact]
    public void Spans_count_code_points()
    {
        var writing = Writing.Of("𠮷利，甲乙");
        writing.Span(2, 4).ShouldBe(new TextSpan(1, 4));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // no earlier bid has the stock sections that exactly two bidders use
    public void Small_corpora_hold_the_floors_and_the_plain_count_is_beaten(bool known)
    {
        var marks = new Marks();
        var rival = new List<(int, bool)>();
        foreach (var seed in new ulong[] { 501, 502, 503 })
            InFolder(folder =>
            {
                var corpus = ShamCorpus.Write(
                    folder,
                    seed,
                    new ShamManner
                    {
                        Letters = 10_000,
                        Histories = 12,
                        Known = known,
                    }
                );
                var input = SimilarityFolder.Read(folder);
                marks.Add(corpus, SimilarityAnalysis.Of(input));
                rival.AddRange(ShamRival.Count(corpus, input));
            });
        marks.AllF1.ShouldBeGreaterThanOrEqualTo(0.9, $"{marks}{string.Join('\n', marks.Errors)}");
        marks.PairPrecision.ShouldBeGreaterThanOrEqualTo(0.95);
        marks.CopyF1.ShouldBeGreaterThanOrEqualTo(0.9);
        marks.CopyF1.ShouldBeGreaterThan(ShamRival.BestF1(rival));
        marks.DecoysReported.ShouldBeLessThanOrEqualTo(marks.Decoys / 100);
    }

    [Fact]
    public void Text_that_was_reworked_with_numbers_near_the_old_ones_is_told()
    {
        var marks = new Marks();
        foreach (var seed in new ulong[] { 511, 512, 513 })
            InFolder(folder =>
            {
                var manner = new ShamManner
                {
                    Letters = 10_000,
                    Histories = 6,
                    NearNumbers = true,
                    Ways = ["reworked"],
                };
                var corpus = ShamCorpus.Write(folder, seed, manner);
                marks.Add(corpus, SimilarityAnalysis.Of(SimilarityFolder.Read(folder)));
            });
        marks.CopyF1.ShouldBeGreaterThanOrEqualTo(0.9, $"{marks}{string.Join('\n', marks.Errors)}");
    }

    private static readonly ShamManner Small = new()
    {
        Tenders = 1,
        Letters = 3000,
        Plant = false,
    };

    [Fact]
    public void Damaged_files_are_warned_of_and_the_rest_is_compared() =>
        InFolder(folder =>
        {
            ShamCorpus.Write(folder, 77, Small with { Bidders = 6, Histories = 2 });
            string Of(string name) => Path.Combine(folder, "T001", name);
            File.WriteAllText(Of("bids/B001/technical.docx"), "no zip");
            File.WriteAllText(Of("bids/B002/envelope.json"), "{ \"bidder\": ");
            File.Delete(Of("bids/B003/technical.txt"));
            File.WriteAllBytes(Of("bids/B004/technical.txt"), [0xE5, 0x98, 0xFF, 0x41]);
            File.WriteAllText(Of("bids/B005/boq.csv"), "序号,项目编码\n1,x\n");
            File.Delete(Of("opening.json"));
            Directory.Delete(Of("bids/B006"), recursive: true);
            Directory.CreateDirectory(Of("bids/B006"));
            File.Delete(Path.Combine(folder, "manifest.json"));

            var report = SimilarityAnalysis.Of(SimilarityFolder.Read(folder));

            report.Tenders.Count.ShouldBe(1);
            foreach (
                var file in new[]
                {
                    "manifest.json",
                    "T001/bids/B001/technical.docx",
                    "T001/bids/B002/envelope.json",
                    "T001/bids/B003/technical.txt",
                    "T001/bids/B004/technical.txt",
                    "T001/bids/B005/boq.csv",
                    "T001/bids/B006/technical.txt",
                    "T001/opening.json",
                }
            )
                report.Warnings.ShouldContain(w => w.StartsWith($"{file}: ", StringComparison.Ordinal));
        });

    [Fact]
    public void The_text_of_the_office_file_stands_in_for_a_missing_one() =>
        InFolder(folder =>
        {
            ShamCorpus.Write(folder, 78, Small with { Bidders = 2, Histories = 0 });
            var text = Path.Combine(folder, "T001/bids/B001/technical.txt");
            var was = File.ReadAllText(text);
            File.Delete(text);
            SimilarityFolder.Read(folder).Tenders[0].Bids[0].Text.ShouldBe(was);
        });

    [Fact]
    public void The_report_has_the_form_that_was_agreed()
    {
        var report = new SimilarityReport(
            [
                new TenderLikeness(
                    "T001",
                    [
                        new LikePair(
                            "B003",
                            "B011",
                            0.93,
                            [
                                new LikenessReason("text.copy", LikenessGrade.Strong, 0.9, "x")
                                {
                                    InA = [new TextSpan(120, 980)],
                                    InB = [new TextSpan(4410, 5262)],
                                },
                            ]
                        ),
                    ]
                ),
            ],
            ["w"]
        );
        using var to = new MemoryStream();
        report.Write(to);
        using var read = JsonDocument.Parse(Encoding.UTF8.GetString(to.ToArray()));
        var reason = read.RootElement.GetProperty("tenders")[0].GetProperty("pairs")[0].GetProperty("reasons")[0];
        reason.GetProperty("grade").GetString().ShouldBe("strong");
        reason.GetProperty("spans").GetProperty("b")[0][1].GetInt32().ShouldBe(5262);
        read.RootElement.GetProperty("warnings")[0].GetString().ShouldBe("w");
    }

    private static void InFolder(Action<string> what)
    {
        var folder = Directory.CreateTempSubdirectory("similarity-").FullName;
        try
        {
            what(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
