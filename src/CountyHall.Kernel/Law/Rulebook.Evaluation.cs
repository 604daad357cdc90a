using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Service evaluation (好差评).
public static partial class Rulebook
{
    /// <summary>Grades of an evaluation, from 1 very dissatisfied to 5 very satisfied.</summary>
    public static readonly Limit EvaluationGrades = new(
        "AP-8.1",
        ("评价等级数", "Grades of an evaluation"),
        5,
        Count,
        Laws.ServiceEvaluationOpinion.At("评价等级", "grades of evaluation"),
        Secondary,
        new(2019, 12, 3)
    );

    /// <summary>The highest grade that is a bad evaluation (差评).</summary>
    public static readonly Limit BadEvaluationUpTo = new(
        "AP-8.1a",
        ("差评的最高等级", "Highest grade of a bad evaluation"),
        2,
        Count,
        Laws.ServiceEvaluationOpinion.At("评价等级", "grades of evaluation"),
        Secondary,
        new(2019, 12, 3)
    );

    /// <summary>Share of the bad evaluations with a name that are called back.</summary>
    public static readonly Limit CallBackRate = new(
        "AP-8.5",
        ("实名差评回访率", "Call-back of bad evaluations with a name"),
        100,
        Percent,
        Laws.ServiceEvaluationOpinion.At("差评回访", "call-back"),
        Secondary,
        new(2019, 12, 3)
    );

    /// <summary>Rectification of a bad evaluation where nothing else is set.</summary>
    /// <remarks>Rules of other places set five (Dezhou) and fifteen working days (a county in Sichuan); the number of Zhejiang was not found.</remarks>
    public static readonly Limit Rectification = new(
        "AP-8.6",
        ("差评整改默认期限", "Rectification of a bad evaluation, default"),
        5,
        WorkingDays,
        Laws.CountySettings.At("差评整改期限（参照外地规定）", "rectification, after rules of other places"),
        Secondary,
        new(2017, 1, 1)
    );

    /// <summary>Rectification of a bad evaluation at the longest.</summary>
    public static readonly Limit RectificationLongest = new(
        "AP-8.6a",
        ("差评整改最长期限", "Rectification of a bad evaluation, at most"),
        15,
        WorkingDays,
        Laws.CountySettings.At("差评整改期限（参照外地规定）", "rectification, after rules of other places"),
        Secondary,
        new(2017, 1, 1)
    );

    /// <summary>How long a finished case can be evaluated by the link that was sent.</summary>
    /// <remarks>Neither the opinion nor the local rules read name a period; thirty days is the county's choice.</remarks>
    public static readonly Limit EvaluationTime = new(
        "AP-8.2a",
        ("办结后可以评价的期限", "Time to evaluate a finished case"),
        30,
        CalendarDays,
        Laws.CountySettings.At("评价链接有效期", "validity of the link to evaluate"),
        Choice,
        new(2019, 12, 3)
    );

    /// <summary>Answers below which no average is published, so that nobody's grade can be guessed from it.</summary>
    public static readonly Limit PublishedFrom = new(
        "AP-8.3a",
        ("公开平均分所需的最少评价数", "Fewest answers for a published average"),
        5,
        Count,
        Laws.CountySettings.At("评价公开的最少份数", "fewest answers to publish"),
        Choice,
        new(2019, 12, 3)
    );
}
