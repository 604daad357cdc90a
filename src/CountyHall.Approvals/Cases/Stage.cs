using System.Text.Json.Serialization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>环节: where a case stands. A stage is a type and a step is a method that only the right stage has.</summary>
/// <remarks>All stages of a case in the order of its life; docs/approvals/stages.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Received), "received")]
[JsonDerivedType(typeof(AwaitingCorrection), "awaiting-correction")]
[JsonDerivedType(typeof(ReceivedAgain), "received-again")]
[JsonDerivedType(typeof(NotAccepted), "not-accepted")]
[JsonDerivedType(typeof(DeemedWithdrawn), "deemed-withdrawn")]
[JsonDerivedType(typeof(AcceptedWithGaps), "accepted-with-gaps")]
[JsonDerivedType(typeof(AcceptanceCancelled), "acceptance-cancelled")]
[JsonDerivedType(typeof(UnderReview), "under-review")]
[JsonDerivedType(typeof(ReviewExtended), "review-extended")]
[JsonDerivedType(typeof(ReviewPaused), "review-paused")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Granted), "granted")]
[JsonDerivedType(typeof(Refused), "refused")]
[JsonDerivedType(typeof(ReadyToCollect), "ready-to-collect")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(Archived), "archived")]
public abstract record Stage
{
    /// <summary>The clock that this stage must meet; none where nothing runs.</summary>
    public virtual Clock? Running => null;

    public abstract Words Name { get; }

    /// <summary>Where the case stands at an instant, if a limit has run out by itself since; null while none has.</summary>
    public virtual Lapse? LapseBy(DateTime now, WorkingCalendar calendar) => null;
}

/// <summary>The legal limit ran out before anybody extended it.</summary>
public sealed record LegalLimitPassed(DateOnly Due)
    : Refusal(
        (
            $"法定期限已于 {Due:yyyy-MM-dd} 届满，届满后不能再延长。",
            $"The legal limit ended on {Due:yyyy-MM-dd}; it cannot be extended after that."
        ),
        ("请尽快作出决定；超期会记录在案并说明原因。", "Decide as soon as possible; the delay stays on record and is explained."),
        Rulebook.ReviewExtension.Basis
    );

/// <summary>What a clock did by itself.</summary>
/// <param name="At">The instant at which the limit ran out, not the one at which somebody noticed.</param>
public sealed record Lapse(Stage To, DateTime At, Words Why, Provision Basis);

/// <summary>A stage before the decision: the applicant may still take the application back.</summary>
public abstract record Undecided : Stage
{
    public Withdrawn Withdraw(DateTime at, string reason) => new(at, reason);
}

// ---- 收件 ----

/// <summary>收件: in hand, not yet accepted; the five working days for the one-time notice run.</summary>
/// <param name="Notice">Administrative Licensing Law art. 32(1)(4): silence for five working days is acceptance as of the day of receipt.</param>
public abstract record Receiving(DateTime ReceivedAt, Clock Notice) : Undecided
{
    public override Clock? Running => Notice;

    /// <summary>受理. Art. 32(1)(5): competent, complete, in legal form: accepted at once.</summary>
    public UnderReview Accept(Acceptance acceptance, ReviewLimits limits) => UnderReview.From(acceptance, limits);

    /// <summary>容缺受理. Zhejiang art. 11(2): only gap-tolerant material is missing; what and by when is told at once.</summary>
    public AcceptedWithGaps AcceptWithGaps(Acceptance acceptance, ReviewLimits limits, IReadOnlyList<Gap> gaps, int withinDays) =>
        new(UnderReview.From(acceptance, limits), gaps, Clock.Start(Rulebook.GapSupply, withinDays, acceptance.At));

    // Art. 32(1)(4): no notice within the five days: accepted from the day on which the material was received.
    public override Lapse? LapseBy(DateTime now, WorkingCalendar calendar) =>
        Notice.Read(calendar, now) is { State: ClockState.Overdue } reading
            ? new(
                UnderReview.From(Acceptance.Deemed(ReceivedAt), DeemedLimits),
                reading.DueAt,
                (
                    "五个工作日内未告知补正，自收到材料之日起视为受理。",
                    "No notice within five working days: deemed accepted on the day of receipt."
                ),
                Rulebook.CorrectionNotice.Basis
            )
            : null;

    /// <summary>The limits under which the case would be reviewed, kept here because acceptance may happen by itself.</summary>
    public required ReviewLimits DeemedLimits { get; init; }
}

public sealed record Received(DateTime ReceivedAt, Clock Notice) : Receiving(ReceivedAt, Notice)
{
    public override Words Name => ("收件", "Received");

    /// <summary>Where every case begins. Art. 32(1)(4): five working days for the one-time notice.</summary>
    public static Received On(DateTime at, ReviewLimits limits) =>
        new(at, Clock.Start(Rulebook.CorrectionNotice, at)) { DeemedLimits = limits };

    /// <summary>一次性告知补正. ReceivedAgain has no such step, so "once" needs no check.</summary>
    public AwaitingCorrection AskForCorrection(OneTimeNotice notice) =>
        new(ReceivedAt, notice, Clock.Start(Rulebook.CorrectionSupply, notice.At)) { DeemedLimits = DeemedLimits };

    /// <summary>不受理 / 不予受理. Art. 32(1)(1) and (2): no licence needed, or another authority's business.</summary>
    public NotAccepted Refuse(DateTime at, NotAcceptedGround ground, string reasons, string? competent) =>
        new(at, ground, reasons, competent);
}

/// <summary>补正中: the one-time notice is out and the applicant has the word.</summary>
/// <param name="Supply">By when the applicant supplies what the notice lists.</param>
public sealed record AwaitingCorrection(DateTime ReceivedAt, OneTimeNotice Notice, Clock Supply) : Undecided
{
    public override Words Name => ("补正中", "Waiting for your documents");
    public override Clock? Running => Supply;
    public required ReviewLimits DeemedLimits { get; init; }

    public ReceivedAgain Supplied(DateTime at) =>
        new(at, Clock.Start(Rulebook.CorrectionNotice, at), Notice) { DeemedLimits = DeemedLimits };

    // Zhejiang art. 11(3): not delivered in time: deemed withdrawn, and the applicant is told.
    public override Lapse? LapseBy(DateTime now, WorkingCalendar calendar) =>
        Supply.Read(calendar, now) is { State: ClockState.Overdue } reading
            ? new(
                new DeemedWithdrawn(reading.DueAt),
                reading.DueAt,
                ("补正期限届满仍未提交，视为撤回申请。", "Nothing was supplied in time: deemed withdrawn."),
                Provisions.CorrectionInTime
            )
            : null;
}

/// <summary>补正后收件: everything the notice listed was handed in; it is accepted, or refused as still not right.</summary>
public sealed record ReceivedAgain(DateTime ReceivedAt, Clock Notice, OneTimeNotice Earlier) : Receiving(ReceivedAt, Notice)
{
    public override Words Name => ("补正后收件", "Received again");

    /// <summary>不予受理. Zhejiang art. 11(3): the corrected material is still not right.</summary>
    public NotAccepted RefuseAfterCorrection(DateTime at, string reasons) => new(at, NotAcceptedGround.StillNotRight, reasons, null);
}

/// <summary>不予受理, in writing, with reasons and remedies.</summary>
public sealed record NotAccepted(DateTime At, NotAcceptedGround Ground, string Reasons, string? Competent) : Stage
{
    public override Words Name => Ground == NotAcceptedGround.NotRequired ? ("不受理", "No licence needed") : ("不予受理", "Not accepted");
}

/// <summary>视为撤回</summary>
public sealed record DeemedWithdrawn(DateTime At) : Stage
{
    public override Words Name => ("视为撤回", "Deemed withdrawn");
}

// ---- 审查 ----

/// <summary>审查中: accepted, the offices review in parallel.</summary>
/// <param name="Legal">法定期限, from the acceptance; a due date is asked of it, never stored.</param>
/// <param name="Promised">承诺期限, never longer than the legal one.</param>
/// <param name="Conclusions">What each office has concluded so far.</param>
/// <remarks>Also kept inside other stages (paused, papers to follow), where its own kind must be written too.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(UnderReview), "under-review")]
[JsonDerivedType(typeof(ReviewExtended), "review-extended")]
public abstract record Reviewing(
    Acceptance Acceptance,
    ReviewLimits Limits,
    Clock Legal,
    Clock Promised,
    IReadOnlyList<Conclusion> Conclusions
) : Undecided
{
    public override Clock? Running => Promised;

    /// <summary>现场核查 so far.</summary>
    public IReadOnlyList<OnSiteCheck> Checks { get; init; } = [];

    public Reviewing WithCheck(OnSiteCheck check) => this with { Checks = [.. Checks, check] };

    /// <summary>One office's opinion. The last agreement grants, the first disagreement refuses (docs/decisions/0005).</summary>
    public Stage Conclude(Conclusion conclusion, IReadOnlyList<string> route)
    {
        var heard = this with { Conclusions = [.. Conclusions, conclusion] };
        if (!conclusion.Agrees)
            return new Refused(heard.DecideAt(conclusion.At), Clock.Start(Rulebook.Delivery, conclusion.At), conclusion.Grounds!);
        return heard.AllAgree(route) ? new Granted(heard.DecideAt(conclusion.At), Clock.Start(Rulebook.Delivery, conclusion.At)) : heard;
    }

    /// <summary>特别程序. Art. 45: the clock stops only for the listed grounds and only with a written notice of how long.</summary>
    public ReviewPaused Pause(SpecialProcedure procedure) =>
        new(
            this with
            {
                Legal = Legal.Stopped(procedure.StandsFrom, procedure.Name),
                Promised = Promised.Stopped(procedure.StandsFrom, procedure.Name),
            },
            procedure
        );

    internal bool AllAgree(IReadOnlyList<string> route) => route.All(office => Conclusions.Any(c => c.Office == office && c.Agrees));

    internal Decision DecideAt(DateTime at) => new(at, Acceptance, Legal.Ended(at), Promised.Ended(at), Conclusions);
}

public sealed record UnderReview(
    Acceptance Acceptance,
    ReviewLimits Limits,
    Clock Legal,
    Clock Promised,
    IReadOnlyList<Conclusion> Conclusions
) : Reviewing(Acceptance, Limits, Legal, Promised, Conclusions)
{
    public override Words Name => ("审查", "Review");

    internal static UnderReview From(Acceptance acceptance, ReviewLimits limits) =>
        new(acceptance, limits, limits.StartLegal(acceptance.At), limits.StartPromised(acceptance.At), []);

    /// <summary>延长期限. Art. 42(1): ten more working days; joint handling, art. 42(2): fifteen. ReviewExtended has no Extend, so "once" needs no check.</summary>
    /// <remarks>A limit that has run out cannot be extended any more, and a promise that was missed stays missed (arts. 42 and 74).</remarks>
    public Result<ReviewExtended> Extend(HeadApproval approval, string reason, WorkingCalendar calendar)
    {
        if (Legal.Read(calendar, approval.At) is { State: ClockState.Overdue } passed)
            return new LegalLimitPassed(passed.Due);
        return new ReviewExtended(
            Acceptance,
            Limits,
            Legal.ExtendedBy(Limits.Extension, approval.At),
            Promised.Read(calendar, approval.At).State == ClockState.Overdue
                ? Promised
                : Promised.ExtendedBy(Limits.Extension, approval.At),
            Conclusions,
            approval,
            reason
        )
        {
            Checks = Checks,
        };
    }
}

public sealed record ReviewExtended(
    Acceptance Acceptance,
    ReviewLimits Limits,
    Clock Legal,
    Clock Promised,
    IReadOnlyList<Conclusion> Conclusions,
    HeadApproval Approval,
    string Reason
) : Reviewing(Acceptance, Limits, Legal, Promised, Conclusions)
{
    public override Words Name => ("审查（已延长）", "Review, extended");
}

/// <summary>暂停计时: a special procedure runs and the limits stand still, for no longer than the applicant was told.</summary>
public sealed record ReviewPaused(Reviewing Before, SpecialProcedure Procedure) : Undecided
{
    public override Words Name => ("特别程序", "Special procedure");
    public override Clock? Running => Before.Promised;

    public Reviewing Resume(DateTime at)
    {
        var until = at < Procedure.StandsFrom ? Procedure.StandsFrom : at;
        return Before with { Legal = Before.Legal.Resumed(until), Promised = Before.Promised.Resumed(until) };
    }

    // Art. 45: no notice, no pause. The notice named a length; after it the clock runs again by itself.
    public override Lapse? LapseBy(DateTime now, WorkingCalendar calendar)
    {
        var ends = Procedure.EndsBy(calendar);
        return now > ends
            ? new(
                Resume(ends),
                ends,
                ("已告知的特别程序时间届满，自动恢复计时。", "The notified time of the special procedure is over; the clock runs again."),
                Provisions.SpecialProcedure
            )
            : null;
    }
}

/// <summary>容缺受理: accepted; the offices review while the applicant supplies what may follow.</summary>
public sealed record AcceptedWithGaps(Reviewing Review, IReadOnlyList<Gap> Gaps, Clock Supply) : Undecided
{
    public override Words Name => ("容缺受理", "Accepted, papers to follow");
    public override Clock? Running => Supply;

    /// <summary>An office may already conclude, but the last agreement, which grants, waits for the last paper.</summary>
    public Result<Stage> Conclude(Conclusion conclusion, IReadOnlyList<string> route)
    {
        if (!conclusion.Agrees)
            return Review.Conclude(conclusion, route);
        var heard = this with { Review = Review with { Conclusions = [.. Review.Conclusions, conclusion] } };
        return heard.Review.AllAgree(route) ? new PapersToFollow([.. Gaps.Select(gap => gap.Name)]) : heard;
    }

    /// <summary>Everything that was missing is here, and the review goes on: an authority grants, not the applicant's upload.</summary>
    public Reviewing Supplied() => Review;

    // Zhejiang art. 11(2): gaps not filled in time: the acceptance is cancelled, in writing and with reasons.
    public override Lapse? LapseBy(DateTime now, WorkingCalendar calendar) =>
        Supply.Read(calendar, now) is { State: ClockState.Overdue } reading
            ? new(
                new AcceptanceCancelled(reading.DueAt, "容缺材料未在承诺期限内补齐。"),
                reading.DueAt,
                ("容缺材料未在期限内补齐，撤销受理。", "The missing papers did not follow in time: the acceptance is cancelled."),
                Provisions.PapersToFollow
            )
            : null;
}

/// <summary>The last agreement would grant while a paper is still missing.</summary>
public sealed record PapersToFollow(IReadOnlyList<Words> Papers)
    : Refusal(
        (
            $"容缺材料还没有补齐：{string.Join("、", Papers.Select(p => p.Zh))}。现在不能作出准予的决定。",
            $"Papers are still to follow: {string.Join(", ", Papers.Select(p => p.En))}. Nothing can be granted yet."
        ),
        ("材料补齐后再出具意见。", "Conclude once they are here and have been looked at."),
        Provisions.PapersToFollow
    );

/// <summary>撤销受理</summary>
public sealed record AcceptanceCancelled(DateTime At, string Reasons) : Stage
{
    public override Words Name => ("撤销受理", "Acceptance cancelled");
}

/// <summary>撤回申请, by the applicant before a decision.</summary>
public sealed record Withdrawn(DateTime At, string Reason) : Stage
{
    public override Words Name => ("已撤回", "Withdrawn");
}

// ---- 决定与送达 ----

/// <summary>决定: granted or refused; ten working days to issue and deliver (art. 44).</summary>
public abstract record Decided(Decision Decision, Clock Delivery) : Stage
{
    public override Clock? Running => Delivery;

    /// <summary>制证: the document is made and waits at the issuing window.</summary>
    public ReadyToCollect Make(ResultDocument result) => new(Decision, Delivery, result);
}

/// <summary>准予</summary>
public sealed record Granted(Decision Decision, Clock Delivery) : Decided(Decision, Delivery)
{
    public override Words Name => ("准予，待制证", "Granted, being made out");
}

/// <summary>不予许可. Art. 38: in writing, with reasons and remedies; there is no way to make one without grounds.</summary>
public sealed record Refused(Decision Decision, Clock Delivery, Grounds Grounds) : Decided(Decision, Delivery)
{
    public override Words Name => ("不予许可", "Refused");
}

/// <summary>待取: made, waiting to be handed over at an issuing window or electronically.</summary>
public sealed record ReadyToCollect(Decision Decision, Clock Delivery, ResultDocument Result) : Stage
{
    public override Words Name => ("待领取", "Ready to collect");
    public override Clock? Running => Delivery;

    public Delivered HandOver(HandOverRecord record) => new(Decision, Delivery.Ended(record.At), Result, record);
}

/// <summary>已送达，办结</summary>
public sealed record Delivered(Decision Decision, Clock Delivery, ResultDocument Result, HandOverRecord HandOver) : Stage
{
    public override Words Name => ("已送达", "Delivered");

    public Archived Archive(DateTime at, string package, string hash) => new(Decision, Result, HandOver, at, package, hash);
}

/// <summary>已归档: the package of the case is sealed; its hash stands here and in the public log.</summary>
public sealed record Archived(Decision Decision, ResultDocument Result, HandOverRecord HandOver, DateTime At, string Package, string Hash)
    : Stage
{
    public override Words Name => ("已办结归档", "Completed and archived");
}
