using System.CommandLine;
using CountyHall.Trading.Similarity;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall similarity DIR --out FILE</c>: compares the bids of the tenders in a folder. It needs no records of a hall.</summary>
internal static class SimilarityCommand
{
    public static Command Make()
    {
        var folder = new Argument<string>("folder") { Description = "A folder of tenders, described in docs/trading/similarity.md." };
        var to = new Option<string>("--out") { Description = "Where the report is written, as JSON.", Required = true };
        var similarity = new Command(
            "similarity",
            "Compares the bids of tenders: suspect pairs with reasons and both places. A person judges, never the machine. Exit code 0: compared; 2: could not be."
        )
        {
            folder,
            to,
        };
        similarity.SetAction(asked => Compare(asked.GetValue(folder)!, asked.GetValue(to)!));
        return similarity;
    }

    private static int Compare(string folder, string to)
    {
        SimilarityInput input;
        try
        {
            input = SimilarityFolder.Read(folder);
        }
        catch (DirectoryNotFoundException)
        {
            return Cannot($"没有目录 {folder}。 There is no folder {folder}.");
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return Cannot(unread.Message);
        }
        var report = SimilarityAnalysis.Of(input);
        try
        {
            using var file = File.Create(to);
            report.Write(file);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            return Cannot($"写不了 {to}。 {to} cannot be written: {unwritten.Message}");
        }
        foreach (var warning in report.Warnings)
            Console.Error.WriteLine(warning);
        foreach (var tender in report.Tenders)
            Console.WriteLine(
                $"{tender.Id}: {tender.Pairs.Count} 对投标有雷同线索，其中 {tender.Pairs.Count(p => p.Score >= 0.5)} 对值得查看 / {tender.Pairs.Count} pairs with findings"
            );
        return 0;
    }

    private static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
