namespace CountyHall.Trading;

/// <summary>What the county says of its trading platform: section <c>Trading</c> of the settings.</summary>
/// <param name="Platform">交易平台标识代码, 11 characters: industry letter, division 6, number on the national platform 4.</param>
public sealed record TradingSettings(string Platform)
{
    /// <summary>The platform of the demonstration county, invented.</summary>
    public const string DemonstrationPlatform = "E3304210001";

    /// <summary>编号 of the nth project, 17 characters.</summary>
    public string ProjectNumber(long serial) => $"{Platform}{Fits(serial, 999_999):000000}";

    /// <summary>编号 of the nth part of a project (20 characters) or of a tender (23).</summary>
    public static string PartNumber(string of, long serial) => $"{of}{Fits(serial, 999):000}";

    private static long Fits(long serial, long most) =>
        serial is > 0 && serial <= most ? serial : throw new InvalidOperationException($"The serial {serial} does not fit the number.");
}
