using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>受理: who accepted, when and where.</summary>
/// <param name="By">User id; 0 where the clock accepted by itself.</param>
/// <param name="OnCommitment">告知承诺: the applicant committed in writing (Zhejiang art. 14).</param>
public sealed record Acceptance(DateTime At, long By, string Name, string Place, bool OnCommitment = false)
{
    /// <summary>视为受理: the acceptance date is the day on which the material was received.</summary>
    public static Acceptance Deemed(DateTime receivedAt) => new(receivedAt, 0, "视为受理", "时限届满");
}

/// <summary>The limits of one case, pinned when it was received: the item's own or the law's, and the county's promise.</summary>
/// <param name="LegalDays">Working days.</param>
/// <param name="Joint">统一、联合、集中办理: several offices decide (art. 42(2)).</param>
public sealed record ReviewLimits(int LegalDays, int PromisedDays, bool Joint)
{
    public Limit Legal => Joint ? Rulebook.JointDecision : Rulebook.Decision;

    /// <summary>Art. 42(1) ten days, art. 42(2) fifteen.</summary>
    public Limit Extension => Joint ? Rulebook.JointExtension : Rulebook.ReviewExtension;

    /// <param name="answers">The situation of the applicant, which may have a promise of its own; none for the guide's general one.</param>
    public static ReviewLimits Of(ServiceGuide guide, IReadOnlyDictionary<string, string>? answers = null)
    {
        var joint = guide.Route.Count > 1;
        // Art. 42: where a law or regulation sets another limit for the item, that limit holds.
        var legal = guide.LegalLimit?.WorkingDays ?? (joint ? Rulebook.JointDecision : Rulebook.Decision).Amount;
        return new(legal, Math.Min(answers is null ? guide.PromisedDays : Situation.Of(guide, answers).PromisedDays, legal), joint);
    }

    internal Clock StartLegal(DateTime at) => Clock.Start(Legal, LegalDays, at);

    internal Clock StartPromised(DateTime at) => Clock.Start(Rulebook.PromisedLimit, PromisedDays, at);
}

/// <summary>一次性告知: everything that is missing or not in legal form, told once.</summary>
public sealed record OneTimeNotice(DateTime At, long By, IReadOnlyList<Gap> Gaps);

/// <summary>One thing that is missing or wrong, with what would be right.</summary>
/// <param name="Material">Id of the material in the guide.</param>
/// <param name="Wanted">What to supply, concretely.</param>
public sealed record Gap(string Material, Words Name, string Wanted, Citation Basis);

public enum NotAcceptedGround
{
    /// <summary>依法不需要取得许可 (art. 32(1)(1))</summary>
    NotRequired,

    /// <summary>不属于本机关职权 (art. 32(1)(2))</summary>
    NotCompetent,

    /// <summary>补正后仍不符合 (Zhejiang art. 11(3))</summary>
    StillNotRight,
}

/// <summary>Grounds of a refusal: the provision and the reasons in words.</summary>
public sealed record Grounds(Citation Basis, string Reasons);

/// <summary>One office's opinion on its part.</summary>
/// <param name="Grounds">Present exactly when the office disagrees.</param>
public sealed record Conclusion(string Office, bool Agrees, string Opinion, long By, string Name, DateTime At, Grounds? Grounds = null);

/// <summary>现场核查: art. 34 asks for two officers or more.</summary>
public sealed record OnSiteCheck(
    string Office,
    DateTime At,
    long First,
    string FirstName,
    long Second,
    string SecondName,
    string Findings,
    bool Passed
);

/// <summary>The decision with the clocks as they stood when it was taken.</summary>
public sealed record Decision(DateTime At, Acceptance Acceptance, Clock Legal, Clock Promised, IReadOnlyList<Conclusion> Conclusions);

/// <summary>Approval by the head of the body, or of the county government for joint handling (art. 42).</summary>
public sealed record HeadApproval(DateTime At, long By, string Name);

/// <summary>The eight grounds of art. 45; there is no other reason to stop the clock.</summary>
public enum SpecialProcedureKind
{
    /// <summary>听证</summary>
    Hearing,

    /// <summary>招标</summary>
    Tender,

    /// <summary>拍卖</summary>
    Auction,

    /// <summary>检验</summary>
    Inspection,

    /// <summary>检测</summary>
    Testing,

    /// <summary>检疫</summary>
    Quarantine,

    /// <summary>鉴定</summary>
    Appraisal,

    /// <summary>专家评审</summary>
    ExpertReview,
}

/// <summary>特别程序, as the applicant was told in writing.</summary>
/// <param name="Basis">The law that requires it; what the law does not require is counted (Zhejiang art. 28).</param>
/// <param name="PlannedDays">Working days, as told to the applicant.</param>
public sealed record SpecialProcedure(SpecialProcedureKind Kind, Citation Basis, int PlannedDays, DateTime StartedAt, long By)
{
    private static readonly Words[] Names =
    [
        ("听证", "Hearing"),
        ("招标", "Tender"),
        ("拍卖", "Auction"),
        ("检验", "Inspection"),
        ("检测", "Testing"),
        ("检疫", "Quarantine"),
        ("鉴定", "Appraisal"),
        ("专家评审", "Expert review"),
    ];

    public Words Name => NameOf(Kind);

    public static Words NameOf(SpecialProcedureKind kind) => Names[(int)kind];

    /// <summary>From when time is not counted: at once, or from the next day where business was over and the day had been worked.</summary>
    public DateTime StandsFrom =>
        StartedAt <= CountyTime.EndOfBusiness(CountyTime.DayOf(StartedAt))
            ? StartedAt
            : CountyTime.StartOfDay(CountyTime.DayOf(StartedAt).AddDays(1));

    /// <summary>End of business on the last notified day. The first day of the procedure is one of them, because it does not count either.</summary>
    public DateTime EndsBy(WorkingCalendar calendar)
    {
        var first = CountyTime.DayOf(StandsFrom);
        return CountyTime.EndOfBusiness(calendar.Add(calendar.IsWorkingDay(first) ? first.AddDays(-1) : first, PlannedDays));
    }
}

/// <summary>结果文书: the licence, document or written refusal.</summary>
public sealed record ResultDocument(string Number, string Title, DateTime MadeAt, long By, DateOnly? ValidUntil);

/// <summary>送达: to whom, how, at which window, by whom.</summary>
/// <param name="Window">Issuing window; "网上" where the result was delivered electronically.</param>
public sealed record HandOverRecord(DateTime At, string To, bool ToRepresentative, string Proof, string Window, long By, string Name);
