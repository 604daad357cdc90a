using System.Globalization;
using CountyHall.Kernel.Law;

namespace CountyHall.Trading.Securities;

/// <summary>计息办法: yearly rates by date and the days that a year is counted as, all settings of the county.</summary>
/// <param name="Rates">From which day which rate, in hundredths of a percent, oldest first.</param>
/// <param name="YearDays">360 or 365.</param>
/// <remarks>Implementing Regulation art. 57(2): with the interest that the bank pays on deposits.</remarks>
public sealed record InterestTerms(IReadOnlyList<(DateOnly From, int Rate)> Rates, int YearDays)
{
    /// <summary>The county's, as the rulebook has them.</summary>
    public static InterestTerms OfTheCounty { get; } =
        new(
            [
                .. Rulebook
                    .All.Where(l => l.Unit == Unit.PerTenThousand && l.Id.StartsWith(Rulebook.DepositRate.Id, StringComparison.Ordinal))
                    .OrderBy(l => l.From)
                    .Select(l => (l.From, l.Amount)),
            ],
            Rulebook.InterestYear.Amount
        );

    /// <summary>Interest in fen, rounded half up: the day it came counts, the day it goes does not; each day by the rate of that day.</summary>
    /// <param name="principal">Fen.</param>
    public long On(long principal, DateOnly from, DateOnly to)
    {
        if (to <= from)
            return 0;
        var sum = 0m;
        foreach (var (days, rate) in Days(from, to))
            sum += (decimal)principal * rate * days;
        return (long)Math.Round(sum / 10_000m / YearDays, 0, MidpointRounding.AwayFromZero);
    }

    /// <summary>How it is counted, for people: 45 天 × 0.35% ÷ 360.</summary>
    public string Basis(DateOnly from, DateOnly to) =>
        string.Join(
            " + ",
            Days(from, to)
                .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Days} × {part.Rate / 100m:0.00}% ÷ {YearDays}"))
        );

    private IEnumerable<(int Days, int Rate)> Days(DateOnly from, DateOnly to)
    {
        for (var i = 0; i < Rates.Count; i++)
        {
            var begins = Rates[i].From > from ? Rates[i].From : from;
            var ends = i + 1 < Rates.Count && Rates[i + 1].From < to ? Rates[i + 1].From : to;
            if (ends > begins)
                yield return (ends.DayNumber - begins.DayNumber, Rates[i].Rate);
        }
    }
}
