using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>报告专家的行为: by whoever tendered, or by the supervisors. The expert is told, and heard before anything is found.</summary>
/// <param name="Tender">招标项目编号: needed where the entity or its agency reports.</param>
/// <param name="Expert">专家编号</param>
public sealed record ReportConduct(string? Tender, string Expert, Misconduct Kind, string What);

public sealed record ConductWasReported(string Expert, Misconduct Kind, DateTime AnswerBy);

public sealed class ReportConductHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    /// <summary>The supervisors, and the entity or agency whose committee it was.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<ConductWasReported>> Handle(ReportConduct ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ConductWasReported>(
            on,
            async db =>
            {
                var number = ask.Tender?.Trim() is { Length: > 0 } asked ? asked : null;
                var tender = number is null ? null : await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == number);
                var division = tender?.Division ?? on.By.Division;
                if (Charge.OfAnySupervisor.Check(on.By, division) is { } why)
                {
                    if (number is null || on.By.IsStaff)
                        return why;
                    if (tender is null)
                        return new TenderNotFound(number);
                    if (Charge.OfEntityOrAgency.Check(on.By, division, tender) is { } no)
                        return no;
                }
                else if (number is not null && tender is null)
                    return new TenderNotFound(number);
                if (TenderWork.Texts((ask.What, 2000, ("行为和证据", "What happened, and the evidence"))) is { } missing)
                    return missing;
                var expert = await db
                    .Experts.AsNoTracking()
                    .FirstOrDefaultAsync(e => e.Division == division && e.Number == ask.Expert.Trim());
                // The entity reports those who sat on its committee, and nobody else.
                if (
                    expert is null
                    || !on.By.IsStaff && !await db.CommitteeSeats.AnyAsync(s => s.TenderId == tender!.Id && s.Person == expert.Person)
                )
                    return new ExpertUnknown(ask.Expert);
                var by = CountyTime.EndOfBusiness(calendar.Now.Add(CountyTime.DayOf(on.At), Rulebook.ConductAnswer.Amount));
                var report = new ConductReport
                {
                    Id = Ids.Next(on.At),
                    Division = division,
                    ExpertId = expert.Id,
                    Tender = number,
                    Kind = ask.Kind,
                    What = ask.What.Trim(),
                    ReportedBy = on.By.Name,
                    Stage = ConductReported.Begin(on.At, by),
                };
                db.ConductReports.Add(report);
                db.Post(
                    on,
                    new TextMessage(
                        expert.Person,
                        $"【评标专家】有一份关于您评标行为的报告，请在 {Written.Minute(by)} 前到“专家服务”查看并陈述。"
                    )
                );
                return db.Record(report, on, new ConductWasReported(expert.Number, ask.Kind, by));
            },
            ct
        );
}
