namespace CountyHall.Kernel.Law;

/// <summary>法规数字表: every limit, count and percentage that the law or the county sets, with its article, level and dates.</summary>
/// <remarks>No legal number stands anywhere else. The page /admin/rulebook lists all of them.</remarks>
public static class Rulebook
{
    /// <summary>Correction notice: five working days after the material was received, once.</summary>
    public static readonly Limit CorrectionNotice = new(
        "AP-3.20",
        ("一次性告知补正", "One-time notice of gaps"),
        5,
        Unit.WorkingDays,
        new(Laws.AdministrativeLicensing, "第三十二条第一款第四项", "art. 32(1)(4)"),
        Mark.Verified,
        new(2004, 7, 1)
    );

    /// <summary>Amber: a period of which this share of its days or less is left is shown as a warning.</summary>
    public static readonly Limit WarningThreshold = new(
        "AP-11.1",
        ("临期预警：剩余天数不超过总天数的比例", "Warning: share of the days left"),
        20,
        Unit.Percent,
        new(Laws.CountySettings, "电子监察预警阈值", "thresholds of electronic supervision"),
        Mark.Choice,
        new(2017, 1, 1)
    );
}
