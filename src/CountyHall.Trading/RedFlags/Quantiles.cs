namespace CountyHall.Trading.RedFlags;

/// <summary>Quantiles as the indicators define them: the R-8 estimate (Hyndman and Fan), approximately unbiased of the median.</summary>
public sealed class Quantiles
{
    private readonly double[] sorted;

    public Quantiles(IEnumerable<double> values)
    {
        sorted = [.. values];
        Array.Sort(sorted);
    }

    public int Count => sorted.Length;

    /// <summary>The value below which the share <paramref name="t"/> (0 to 1) of the values lies; not a number where there are none.</summary>
    public double At(double t)
    {
        if (sorted.Length == 0)
            return double.NaN;
        var h = (sorted.Length + 1.0 / 3.0) * t + 1.0 / 3.0;
        var k = (int)Math.Floor(h);
        if (k <= 0 || t <= 0)
            return sorted[0];
        return k >= sorted.Length || t >= 1 ? sorted[^1] : sorted[k - 1] + (h - k) * (sorted[k] - sorted[k - 1]);
    }

    public double Q1 => At(0.25);

    public double Q3 => At(0.75);

    /// <summary>Q1 − 1.5 · IQR, with one rounding as in the reference.</summary>
    public double LowerFence => Math.FusedMultiplyAdd(Q3 - Q1, -1.5, Q1);

    /// <summary>Q3 + 1.5 · IQR.</summary>
    public double UpperFence => Math.FusedMultiplyAdd(Q3 - Q1, 1.5, Q3);
}
