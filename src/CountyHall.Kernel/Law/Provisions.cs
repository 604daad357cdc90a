namespace CountyHall.Kernel.Law;

/// <summary>Provisions without a number that the house refuses by; those with a number are in <see cref="Rulebook"/>.</summary>
public static class Provisions
{
    /// <summary>Refusals in writing, with reasons and the ways to reconsideration and suit.</summary>
    public static readonly Provision WrittenRefusal = new(Laws.AdministrativeLicensing, "第三十八条第二款", "art. 38(2)");

    /// <summary>Not this authority's business: refused at once, naming the one to apply to.</summary>
    public static readonly Provision NotCompetent = new(Laws.AdministrativeLicensing, "第三十二条第一款第二项", "art. 32(1)(2)");

    /// <summary>No material that is unrelated to the item or not in the guide.</summary>
    public static readonly Provision OnlyListedMaterial = new(Laws.AdministrativeLicensing, "第三十一条", "art. 31");

    /// <summary>Hearing, tender, auction, inspection, testing, quarantine, appraisal, expert review: not counted, and told in writing.</summary>
    public static readonly Provision SpecialProcedure = new(Laws.AdministrativeLicensing, "第四十五条", "art. 45");

    /// <summary>What no law requires and an intermediary does for the authority is counted.</summary>
    public static readonly Provision IntermediaryTimeCounts = new(Laws.RunAtMostOnce, "第二十八条", "art. 28");

    /// <summary>Corrections not delivered in time: deemed withdrawn; still not right: refused. "In time" is <see cref="Rulebook.CorrectionSupply"/>.</summary>
    public static readonly Provision CorrectionInTime = new(Laws.RunAtMostOnce, "第十一条第三款", "art. 11(3)");

    /// <summary>Acceptance with gaps, and its cancellation where they are not filled in time. The time is <see cref="Rulebook.GapSupply"/>.</summary>
    public static readonly Provision PapersToFollow = new(Laws.RunAtMostOnce, "第十一条第二款", "art. 11(2)");

    /// <summary>A limit is published for every item and its progress may be asked.</summary>
    public static readonly Provision PublishedLimits = new(Laws.RunAtMostOnce, "第十二条", "art. 12");

    /// <summary>Identity by identity card, household book, residence permit, driving licence, social-security card, citizen card or face.</summary>
    public static readonly Provision IdentityProof = new(Laws.RunAtMostOnce, "第九条第二款", "art. 9(2)");

    /// <summary>Whoever accepts does not decide, who decides does not issue; posts act within their office, window and county.</summary>
    public static readonly Provision Posts = new(Laws.CountySettings, "岗位与权限（前台受理、后台审批、统一出件）", "posts and rights");
}
