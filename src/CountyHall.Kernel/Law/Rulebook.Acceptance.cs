using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Application and acceptance.
public static partial class Rulebook
{
    /// <summary>How often an applicant may be told of gaps: once, with everything that is missing.</summary>
    public static readonly Limit OneTimeNotices = new(
        "AP-2.12",
        ("补正告知次数上限", "Notices of gaps in one case, at most"),
        1,
        Count,
        Laws.AdministrativeLicensing.At("第三十二条第一款第四项", "art. 32(1)(4)"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>No new application for one year after false material, where public safety, health or property is directly at stake.</summary>
    public static readonly Limit ReapplyBarAfterFalseApplication = new(
        "AP-2.16",
        ("隐瞒情况或提供虚假材料申请后不得再次申请的期间", "Bar on applying again after a false application"),
        1,
        Years,
        Laws.AdministrativeLicensing.At("第七十八条", "art. 78"),
        Verified,
        new(2004, 7, 1)
    );

    /// <summary>No new application for three years after a licence was obtained by deceit or bribery, where public safety, health or property is directly at stake.</summary>
    public static readonly Limit ReapplyBarAfterDeceit = new(
        "AP-2.16a",
        ("以欺骗、贿赂取得许可后不得再次申请的期间", "Bar on applying again after a licence obtained by deceit or bribery"),
        3,
        Years,
        Laws.AdministrativeLicensing.At("第七十九条", "art. 79"),
        Verified,
        new(2004, 7, 1)
    );
}
