using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>认定不良行为, or not: after the expert was heard, or had the time to be.</summary>
/// <param name="Measure">None where nothing is found.</param>
/// <param name="Until">Last day of a suspension.</param>
public sealed record DecideConduct(long Report, ConductMeasure? Measure, int Points, DateOnly? Until, string Reasons);

public sealed record ConductDecided(string Expert, ConductMeasure? Measure, int Points, DateOnly? Until);

/// <summary>The finding keeps the expert out of draws, or lets him back in.</summary>
public sealed record ExpertStandingChanged(string Expert, string Stage);

public sealed class DecideConductHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfAnySupervisor;

    public Task<Result<ConductDecided>> Handle(DecideConduct ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ConductDecided>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } no)
                    return no;
                if (await db.ConductReports.FirstOrDefaultAsync(r => r.Id == ask.Report && r.Division == on.By.Division) is not { } report)
                    return new ConductNotFound();
                if (TenderWork.Texts((ask.Reasons, 2000, ("理由", "Reasons"))) is { } missing)
                    return missing;
                if (report.Stage is ConductReported { AnswerBy: var by } && on.At < by)
                    return new ExpertNotHeard(by);
                var expert = await db.Experts.FirstAsync(e => e.Id == report.ExpertId);
                var today = CountyTime.DayOf(on.At);
                if (ask.Measure is not { } measure)
                    return report
                        .Take((OpenConduct open) => open.Dismiss(on.At, ask.Reasons.Trim()))
                        .Then<ConductDecided>(_ => db.Record(report, on, new ConductDecided(expert.Number, null, 0, null)));
                if (
                    ask.Points < 0
                    || ask.Points > Rulebook.ConductPoints.Amount
                    || (measure == ConductMeasure.Suspend) != ask.Until is not null
                    || ask.Until <= today
                )
                    return new FindingWrong();
                var finding = new ConductFinding(measure, ask.Points, ask.Until, ask.Reasons.Trim(), on.By.Name);
                var statement = (report.Stage as ExpertHeard)?.Statement;
                var appealBy = CountyTime.EndOfBusiness(calendar.Now.Add(today, Rulebook.ConductAppeal.Amount));
                var found = report.Take((OpenConduct open) => open.Find(on.At, statement, finding, appealBy));
                if (found is Result<ConductFound>.Refused(var why))
                    return why;
                Standing.Apply(db, expert, finding, on);
                db.Post(
                    on,
                    new TextMessage(
                        expert.Person,
                        $"【评标专家】关于您评标行为的报告已作出认定，不服的可以在 {Written.Minute(appealBy)} 前申诉。"
                    )
                );
                return db.Record(report, on, new ConductDecided(expert.Number, measure, ask.Points, ask.Until));
            },
            ct
        );
}

/// <summary>What findings do to an expert's standing.</summary>
internal static class Standing
{
    public static void Apply(HallDb db, Expert expert, ConductFinding finding, Occasion on)
    {
        var before = expert.Stage;
        expert.Stage = (finding.Measure, expert.Stage) switch
        {
            (ConductMeasure.Suspend, InLibrary at) => at.Suspend(on.At, finding.Until!.Value),
            (ConductMeasure.Suspend, Suspended at) => at.Prolong(on.At, finding.Until!.Value),
            (ConductMeasure.Disqualify, InLibrary at) => at.Leave(on.At, isDisqualified: true),
            (ConductMeasure.Disqualify, Suspended at) => at.Leave(on.At, isDisqualified: true),
            _ => expert.Stage,
        };
        if (!ReferenceEquals(before, expert.Stage))
            db.Record(expert, on, new ExpertStandingChanged(expert.Number, expert.StageName), answer: false);
    }

    /// <summary>The finding is gone; what other findings that stand say remains.</summary>
    public static async Task Lift(HallDb db, Expert expert, long gone, Occasion on)
    {
        var others = (await db.ConductReports.AsNoTracking().Where(r => r.ExpertId == expert.Id && r.Id != gone).ToListAsync())
            .Select(r => r.Stage.Standing)
            .OfType<ConductFinding>()
            .ToList();
        if (others.Exists(f => f.Measure == ConductMeasure.Disqualify))
            return;
        expert.Stage = expert.Stage switch
        {
            Suspended at => at.Lift(on.At),
            OutOfLibrary { IsDisqualified: true } at => at.Lift(on.At),
            _ => expert.Stage,
        };
        foreach (var other in others)
            Apply(db, expert, other, on);
        db.Record(expert, on, new ExpertStandingChanged(expert.Number, expert.StageName), answer: false);
    }
}
