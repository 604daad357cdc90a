using System.Globalization;

namespace CountyHall.Web.Pages.Monitoring;

/// <summary>Where a page of a list begins: after this instant and id.</summary>
public readonly record struct PageKey(DateTime At, long Id)
{
    public static PageKey? Read(string? text) =>
        text?.Split('.') is [var at, var id]
        && long.TryParse(at, CultureInfo.InvariantCulture, out var ticks)
        && ticks is >= 0 and <= 3155378975999999999
        && long.TryParse(id, CultureInfo.InvariantCulture, out var key)
            ? new PageKey(new DateTime(ticks, DateTimeKind.Utc), key)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}.{Id}");
}
