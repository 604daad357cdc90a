namespace CountyHall.Trading.Experts;

/// <summary>按抽取顺序补位: who is called next. A substitute is simply the next round.</summary>
public static class SeatWalk
{
    /// <summary>The first in the order who was not called yet and has a speciality in which a seat is empty, and that speciality.</summary>
    /// <param name="order">Numbers of the pool in the order of the draw.</param>
    /// <param name="categories">Specialities of a number.</param>
    /// <param name="empty">Empty seats of each speciality, in the order of the request.</param>
    /// <returns>None where the order is at its end.</returns>
    public static (int Number, string Category)? Next(
        IReadOnlyList<int> order,
        Func<int, IReadOnlyList<string>> categories,
        IReadOnlySet<int> called,
        IReadOnlyList<WantedExperts> empty
    )
    {
        foreach (var number in order)
        {
            if (called.Contains(number))
                continue;
            var has = categories(number);
            if (empty.FirstOrDefault(w => w.Count > 0 && has.Contains(w.Category)) is { } seat)
                return (number, seat.Category);
        }
        return null;
    }
}
