using System.CommandLine;
using System.Globalization;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;

namespace CountyHall.Web.Commands;

/// <summary><c>countyhall draw --pool 25 --count 16 --source 9319 --source "2 5 12 8 10"</c>: draws as RFC 3797 does, and prints the numbers.</summary>
/// <remarks>It asks no hall and no database: whoever has the announced sources draws the same.</remarks>
internal static class DrawCommand
{
    /// <summary>A round is written into two bytes.</summary>
    private const int LargestPool = ushort.MaxValue;

    public static Command Make()
    {
        var pool = new Option<string?>("--pool") { Description = "How many entries the pool has, numbered from 1." };
        var count = new Option<string?>("--count") { Description = "How many are wanted; substitutes are the next rounds." };
        var source = new Option<string[]>("--source")
        {
            Description = "One announced source: whole numbers divided by blanks. Give them in their announced order.",
        };
        var draw = new Command(
            "draw",
            "Draws out of a numbered pool so that anybody can draw the same (RFC 3797); prints the numbers in their order, one a line. Exit code 0: drawn; 1: the sources carry too little randomness; 2: cannot be read."
        )
        {
            pool,
            count,
            source,
        };
        draw.SetAction(asked => Draw(asked.GetValue(pool), asked.GetValue(count), asked.GetValue(source) ?? []));
        return draw;
    }

    private static int Draw(string? poolText, string? countText, string[] sources)
    {
        if (Whole(poolText) is not { } pool || pool is < 1 or > LargestPool)
            return Cannot($"--pool 应为 1 到 {LargestPool} 的整数。 --pool is a whole number from 1 to {LargestPool}.");
        if (Whole(countText) is not { } count || count < 1 || count > pool)
            return Cannot($"--count 应为 1 到 {pool} 的整数。 --count is a whole number from 1 to {pool}.");
        if (sources.Length == 0)
            return Cannot("请用 --source 给出随机来源。 Give the sources with --source.");
        var canonical = new List<string>();
        foreach (var source in sources)
        {
            if (PublicDraw.Canonical(source) is not { } form)
                return Cannot($"“{source}”不是一列非负整数。 \"{source}\" is not a list of whole numbers.");
            canonical.Add(form);
        }
        var (carried, needed) = (DrawEntropy.Of(canonical), DrawEntropy.Needed(pool, count));
        if (carried < needed)
        {
            var why = new EntropyTooSmall(carried, needed);
            Console.Error.WriteLine($"{why.Reason.Zh}{why.Remedy.Zh}");
            Console.Error.WriteLine($"{why.Reason.En} {why.Remedy.En}");
            return 1;
        }
        foreach (var number in PublicDraw.Draw(string.Concat(canonical), pool, count))
            Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Cannot(string why)
    {
        Console.Error.WriteLine(why);
        return 2;
    }
}
