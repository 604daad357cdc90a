using System.Globalization;

namespace CountyHall.Bench;

/// <summary>From the start of the process to the first page, and what it takes of memory when nobody asks anything.</summary>
public static class Start
{
    public static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
        await using (var first = await Product.Start(folder))
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"first start, empty folder to first page: {first.FirstAnswer.TotalSeconds:0.0} s"
                )
            );
        var (starts, memory) = (new List<double>(), new List<double>());
        for (var round = 0; round < 5; round++)
        {
            await using var product = await Product.Start(folder);
            starts.Add(product.FirstAnswer.TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(10));
            memory.Add(product.Memory / 1048576.0);
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"start to first page: {Acceptance.Median(starts):0.00} s; memory at rest: {Acceptance.Median(memory):0} MB (median of 5)"
            )
        );
        Directory.Delete(folder, recursive: true);
    }
}
