using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Electronic supervision.
public static partial class Rulebook
{
    /// <summary>Amber: a period of which this share of its days or less is left is shown as a warning.</summary>
    public static readonly Limit WarningThreshold = new(
        "AP-11.1",
        ("临期预警：剩余天数占总天数的比例", "Warning when this share of the days or less is left"),
        20,
        Percent,
        Laws.CountySettings.At("电子监察预警阈值", "thresholds of electronic supervision"),
        Choice,
        new(2017, 1, 1)
    );
}
