using CountyHall.Kernel.Figures;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>How targets are reached exactly, in whole numbers and without trying: M1 to M9.</summary>
/// <remarks>Every method says when it cannot: a target table that contradicts itself is refused and not approximated.</remarks>
public static class Methods
{
    /// <summary>M1: so many of a set, chosen by the stream; in the set's own order.</summary>
    public static IReadOnlyList<T> Choose<T>(IReadOnlyList<T> all, int many, Streams streams, string stream)
    {
        Demand(many >= 0 && many <= all.Count, $"{stream}: {many} of {all.Count} cannot be chosen");
        return
        [
            .. Enumerable.Range(0, all.Count).OrderBy(i => streams.At(stream, i)).ThenBy(i => i).Take(many).Order().Select(i => all[i]),
        ];
    }

    /// <summary>M2: parts between their bounds whose sum is exact, in proportion to weights as far as the bounds allow.</summary>
    public static long[] Spread(long total, IReadOnlyList<long> weights, Func<int, long> least, Func<int, long> most)
    {
        var parts = new long[weights.Count];
        var left = total;
        long room = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            Demand(least(i) <= most(i) && weights[i] >= 0, $"part {i} has no room between its bounds");
            parts[i] = least(i);
            left -= parts[i];
            room += most(i) - parts[i];
        }
        Demand(left >= 0 && left <= room, $"{total} does not lie between the sums of the bounds");
        while (left > 0)
        {
            var open = Enumerable.Range(0, parts.Length).Where(i => parts[i] < most(i)).ToList();
            var weighed = open.Aggregate(Int128.Zero, (sum, i) => sum + weights[i]);
            Int128 Weight(int i) => weighed == 0 ? 1 : weights[i];
            var all = weighed == 0 ? open.Count : weighed;
            var (toShare, given) = ((Int128)left, 0L);
            foreach (var i in open)
            {
                var share = long.Min((long)(toShare * Weight(i) / all), most(i) - parts[i]);
                parts[i] += share;
                given += share;
            }
            left -= given;
            if (given > 0)
                continue;
            // Less than one for each: the last units go one each to the largest remainders.
            foreach (var i in open.OrderByDescending(i => toShare * Weight(i) % all).ThenBy(i => i).Take((int)left))
                parts[i]++;
            left = long.Max(0, left - open.Count);
        }
        return parts;
    }

    /// <summary>M3: a whole total which, divided by a count, is printed as the target; drawn from the whole interval and not its middle.</summary>
    public static long TotalPrintedAs(Fraction printed, int decimals, long count, Streams streams, string stream)
    {
        var half = new Fraction(1, 2 * System.Numerics.BigInteger.Pow(10, decimals));
        var low = Ceiling((printed - half) * count);
        var end = Ceiling((printed + half) * count);
        if (low < 0)
            low = 0;
        Demand(low < end, $"{stream}: no whole total over {count} is printed as {printed.Text(decimals)}");
        return low + streams.Below(end - low, stream, 0);
    }

    /// <summary>M4: the part of a count whose share in per cent is printed as the target.</summary>
    public static long PartPrintedAs(Fraction percent, int decimals, long count)
    {
        var part = (long)(percent * count / 100).Round(0).Numerator;
        Demand(
            count > 0 && new Fraction(100 * part, count).Round(decimals) == percent.Round(decimals),
            $"no part of {count} is printed as {percent.Text(decimals)}%"
        );
        return part;
    }

    /// <summary>M5: the values of others, so that one's own stands at a place counted from the highest.</summary>
    public static long[] OthersFor(long own, int place, int others, Streams streams, string stream)
    {
        Demand(place >= 1 && place <= others + 1, $"{stream}: there is no place {place} among {others + 1}");
        return [.. Enumerable.Range(0, others).Select(i => own + ((i < place - 1 ? 1 : -1) * (1 + streams.Below(40, stream, i))))];
    }

    /// <summary>M6: values of which exactly one stands at the bound, the others beyond it by one at least.</summary>
    /// <param name="direction">1 where the bound is the least, -1 where it is the most.</param>
    public static long[] WithOneAt(long bound, int direction, long reach, int count, Streams streams, string stream)
    {
        Demand(count > 0 && reach > 0 && direction is 1 or -1, $"{stream}: nothing to set a bound among");
        var chosen = streams.Below(count, $"{stream}/one", 0);
        return
        [
            .. Enumerable.Range(0, count).Select(i => i == chosen ? bound : bound + (direction * (1 + streams.Below(reach, stream, i)))),
        ];
    }

    /// <summary>M7: to which of the distinct subjects each record belongs: every subject once, the rest again.</summary>
    public static int[] SubjectsOf(int records, int subjects, Streams streams, string stream)
    {
        Demand(subjects <= records && (subjects > 0 || records == 0), $"{stream}: {records} records cannot be of {subjects} subjects");
        return [.. Enumerable.Range(0, records).Select(i => i < subjects ? i : streams.Below(subjects, stream, i))];
    }

    /// <summary>M8: the parts of two counts, now and before, whose shares differ as printed.</summary>
    public static (long Now, long Before) PartsWithChange(Fraction now, Fraction change, int decimals, long count, long countBefore)
    {
        var (part, earlier) = (PartPrintedAs(now, decimals, count), PartPrintedAs(now - change, decimals, countBefore));
        var difference = new Fraction(100 * part, count) - new Fraction(100 * earlier, countBefore);
        Demand(
            difference.Round(decimals) == change.Round(decimals),
            $"no parts of {count} and {countBefore} change by {change.Text(decimals)}"
        );
        return (part, earlier);
    }

    /// <summary>M9: sets inside one another: the same order by the stream, the first so many of each.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Nested<T>(IReadOnlyList<T> all, IReadOnlyList<int> sizes, Streams streams, string stream)
    {
        Demand(sizes.All(size => size >= 0 && size <= all.Count), $"{stream}: a set is larger than the one around it");
        var order = Enumerable.Range(0, all.Count).OrderBy(i => streams.At(stream, i)).ThenBy(i => i).Select(i => all[i]).ToList();
        return [.. sizes.Select(size => order.Take(size).ToList())];
    }

    private static long Ceiling(Fraction value)
    {
        var floor = value.Floor(1);
        return (long)floor.Numerator + (floor == value ? 0 : 1);
    }

    private static void Demand(bool can, string why)
    {
        if (!can)
            throw new TargetsCannotBeReachedException(why);
    }
}

/// <summary>The target table contradicts itself or the house that the year is loaded into.</summary>
public sealed class TargetsCannotBeReachedException(string why) : Exception(why);
