using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>陈述申辩 by the expert; after a finding, the appeal.</summary>
public sealed record AnswerConduct(long Report, string Text);

public sealed record ConductWasAnswered(string Expert, bool IsAppeal);

public sealed class AnswerConductHandler(HallWriter writer) : IUseCase
{
    /// <summary>The expert, in person.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<ConductWasAnswered>> Handle(AnswerConduct ask, Occasion on, CancellationToken ct = default) =>
        writer.Myself<ConductWasAnswered>(
            on,
            async (db, me) =>
            {
                if (await db.ConductReports.FirstOrDefaultAsync(r => r.Id == ask.Report && r.ExpertId == me.Id) is not { } report)
                    return new ConductNotFound();
                if (TenderWork.Texts((ask.Text, 2000, ("陈述", "Statement"))) is { } missing)
                    return missing;
                var text = ask.Text.Trim();
                switch (report.Stage)
                {
                    // Late is better than not at all, as long as nothing is decided.
                    case ConductReported:
                        report.Take((ConductReported at) => at.Hear(on.At, text));
                        return db.Record(report, on, new ConductWasAnswered(me.Number, IsAppeal: false));
                    case ConductFound found when on.At >= found.AppealBy:
                        return new AppealTooLate(found.AppealBy);
                    case ConductFound:
                        report.Take((ConductFound at) => at.Appeal(on.At, text));
                        return db.Record(report, on, new ConductWasAnswered(me.Number, IsAppeal: true));
                    default:
                        return new WrongConductStage(report.Stage);
                }
            },
            ct
        );
}
