namespace CountyHall.Trading.Similarity;

/// <summary>Searching what is in order.</summary>
internal static class Sorted
{
    /// <summary>The first of so many whose place is not before the one that is asked for; their number if there is none.</summary>
    public static int FirstFrom(int place, int count, Func<int, int> placeOf)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (placeOf(middle) < place)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
