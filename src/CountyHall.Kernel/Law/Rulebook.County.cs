namespace CountyHall.Kernel.Law;

/// <summary>Periods whose length the law leaves to the notice, the guide or the promise.</summary>
public static partial class Rulebook
{
    /// <summary>补正期限: the law only says "in time"; the notice names the day. Fifteen working days is the county's choice.</summary>
    public static readonly Limit CorrectionSupply = new(
        "AP-2.1a",
        ("申请人补正的期限", "Time for the applicant to supply corrections"),
        15,
        Unit.WorkingDays,
        Laws.CountySettings.At("补正期限", "time to supply corrections"),
        Mark.Choice,
        new(2019, 1, 1)
    );

    /// <summary>容缺补齐期限: the guide names it for each material; ten working days where it names none.</summary>
    public static readonly Limit GapSupply = new(
        "AP-2.1b",
        ("容缺材料补齐的期限", "Time for papers that may follow"),
        10,
        Unit.WorkingDays,
        Laws.CountySettings.At("容缺补齐期限", "time for papers that may follow"),
        Mark.Choice,
        new(2019, 1, 1)
    );

    /// <summary>承诺期限: the guide names it; never longer than the legal limit.</summary>
    public static readonly Limit PromisedLimit = new(
        "AP-3.25",
        ("承诺办结时限，不超过法定期限", "Promised limit, never above the legal one"),
        20,
        Unit.WorkingDays,
        Laws.CountySettings.At("承诺办结时限", "promised limits"),
        Mark.Choice,
        new(2019, 1, 1)
    );

    /// <summary>查阅质询的答复期限: no law names a period for explaining a reading; five working days is the county's choice.</summary>
    public static readonly Limit ReadingAnswer = new(
        "AP-9.16",
        ("答复本人质询查阅的期限", "Time to explain why a record was read"),
        5,
        Unit.WorkingDays,
        Laws.CountySettings.At("查阅留痕与质询", "readings and questions about them"),
        Mark.Choice,
        new(2019, 1, 1)
    );
}
