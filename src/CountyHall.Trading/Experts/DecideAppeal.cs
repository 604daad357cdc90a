using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>处理申诉: the finding is upheld, or it is withdrawn and what it did is undone.</summary>
public sealed record DecideAppeal(long Report, bool Uphold, string Reasons);

public sealed record AppealDecided(string Expert, bool Upheld);

/// <summary>Whoever made the finding does not decide the appeal.</summary>
public sealed record DecidedByYou()
    : Refusal(
        ("作出认定的人不能处理申诉。", "Whoever made the finding does not decide the appeal."),
        ("请由另一名监管人员处理。", "Let another supervisor decide."),
        Kernel.Law.Provisions.Posts
    );

public sealed class DecideAppealHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAnySupervisor;

    public Task<Result<AppealDecided>> Handle(DecideAppeal ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<AppealDecided>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } no)
                    return no;
                if (await db.ConductReports.FirstOrDefaultAsync(r => r.Id == ask.Report && r.Division == on.By.Division) is not { } report)
                    return new ConductNotFound();
                if (TenderWork.Texts((ask.Reasons, 2000, ("理由", "Reasons"))) is { } missing)
                    return missing;
                if (report.Stage is ConductAppealed { Finding.By: var by } && by == on.By.Name)
                    return new DecidedByYou();
                var expert = await db.Experts.FirstAsync(e => e.Id == report.ExpertId);
                var reasons = ask.Reasons.Trim();
                if (ask.Uphold)
                    return report
                        .Take((ConductAppealed at) => at.Uphold(on.At, reasons))
                        .Then<AppealDecided>(_ => db.Record(report, on, new AppealDecided(expert.Number, true)));
                if (report.Take((ConductAppealed at) => at.Dismiss(on.At, reasons)) is Result<ConductDismissed>.Refused(var why))
                    return why;
                await Standing.Lift(db, expert, report.Id, on);
                return db.Record(report, on, new AppealDecided(expert.Number, false));
            },
            ct
        );
}
