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

    /// <summary>催办: on how many of the last days of the period the office is reminded.</summary>
    public static readonly Limit ReminderDays = new(
        "AP-11.2",
        ("催办：期限的最后几天", "Reminder in the last days of the period"),
        1,
        WorkingDays,
        Laws.CountySettings.At("统一督办：催办、督办与上报", "supervision: reminder, order, escalation"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>督办答复期限: how long an office has to answer a supervision order.</summary>
    public static readonly Limit OrderAnswer = new(
        "AP-11.3",
        ("答复督办的期限", "Time to answer a supervision order"),
        2,
        WorkingDays,
        Laws.CountySettings.At("统一督办：催办、督办与上报", "supervision: reminder, order, escalation"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>The furthest day for which an office may promise the end of a late case.</summary>
    public static readonly Limit LatePromise = new(
        "AP-11.4",
        ("答复督办时承诺办结的最长期限", "Longest promise in the answer to an order"),
        10,
        WorkingDays,
        Laws.CountySettings.At("统一督办：催办、督办与上报", "supervision: reminder, order, escalation"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>From this many stops of the clock on, a case is shown to the supervisors.</summary>
    public static readonly Limit ManyStops = new(
        "AP-11.5",
        ("异常暂停：一件办件的暂停次数", "Odd stops: stops of one case"),
        2,
        Count,
        Laws.CountySettings.At("电子监察：异常暂停", "electronic supervision: odd stops"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>A stop announced for more than this many days is shown to the supervisors.</summary>
    public static readonly Limit LongStop = new(
        "AP-11.6",
        ("异常暂停：一次暂停的天数超过", "Odd stops: days of one stop above"),
        20,
        WorkingDays,
        Laws.CountySettings.At("电子监察：异常暂停", "electronic supervision: odd stops"),
        Choice,
        new(2017, 1, 1)
    );
}
