using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;

namespace CountyHall.Trading.Projects;

/// <summary>时间安排: when the documents go out and when bids are due. A date that breaks a minimum is refused with its article.</summary>
/// <param name="DocumentsFrom">Instants in UTC.</param>
public sealed record PlanTender(string Tender, DateTime DocumentsFrom, DateTime DocumentsTo, DateTime BidDeadline);

public sealed record TenderPlanned(string Tender, TenderTimes Plan);

public sealed class PlanTenderHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<TenderPlanned>> Handle(PlanTender ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<TenderPlanned>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not (Preparing or UnderFiling or FilingAccepted))
                    return new WrongTenderStage(tender.Number, tender.Stage);
                var terms = (await TenderDocument.Newest(db, tender.Id))?.Content.Terms;
                var times = new TenderTimes(ask.DocumentsFrom, ask.DocumentsTo, ask.BidDeadline, terms?.Validity ?? 0);
                var filed = tender.Stage is Preparing ? null : await Filed(db, tender);
                if (TenderPlan.Check(times, filed, on.At, calendar.Now) is { Count: > 0 } breaches)
                    return new PlanUnlawful(breaches);
                tender.Plan = times;
                return db.Record(tender, on, new TenderPlanned(tender.Number, times));
            },
            ct
        );

    /// <summary>Beijing day on which the documents that are filed now went to the department.</summary>
    internal static async Task<DateOnly?> Filed(HallDb db, Tender tender) =>
        await TenderFiling.Last(db, tender.Id) is { } filing ? CountyTime.DayOf(filing.FiledAt) : null;
}
