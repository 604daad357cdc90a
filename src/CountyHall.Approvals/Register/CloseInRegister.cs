using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Register;

/// <summary>A case came to its end and has its line in the register.</summary>
public sealed record CaseClosed(CaseNumber Case, DateOnly ClosedOn, Outcome Outcome);

/// <summary>A span of a case that did not count was entered in the register.</summary>
public sealed record StopRegistered(CaseNumber Case, DateOnly From, DateOnly To);

/// <summary>A day on which somebody came for a case was entered in the register.</summary>
public sealed record VisitRegistered(CaseNumber Case, DateOnly On, string Window);

/// <summary>Writes the register's lines in the transaction of the step that ends a case.</summary>
internal static class CloseInRegister
{
    /// <param name="before">Where the case stood before the step.</param>
    public static async Task Note(HallDb db, CaseAtWork at, Stage before, DateTime now)
    {
        if (at.Case.Stage.GetType() == before.GetType())
            return;
        var house = new Occasion(Kernel.People.Actor.House, null, now, Channel.Clock, "register");
        if (Ended(at.Case.Stage) is { } end)
            await Close(db, at, house, end.On, end.Outcome, end.Decision);
        if (at.Case.Stage is Delivered delivered)
            await NoteVisits(db, at, house, delivered);
    }

    private static (DateOnly On, Outcome Outcome, Decision? Decision)? Ended(Stage stage) =>
        stage switch
        {
            Refused refused => (CountyTime.DayOf(refused.Decision.At), Outcome.Refused, refused.Decision),
            Decided decided => (CountyTime.DayOf(decided.Decision.At), Outcome.Granted, decided.Decision),
            Withdrawn withdrawn => (CountyTime.DayOf(withdrawn.At), Outcome.Withdrawn, null),
            DeemedWithdrawn withdrawn => (CountyTime.DayOf(withdrawn.At), Outcome.Withdrawn, null),
            _ => null,
        };

    private static async Task Close(HallDb db, CaseAtWork at, Occasion house, DateOnly on, Outcome outcome, Decision? decision)
    {
        var (found, limits) = (at.Case, ReviewLimits.Of(at.Guide));
        var line = new ClosedCase
        {
            Id = Ids.Next(house.At),
            Division = found.Division,
            Number = found.Number,
            Item = found.Item,
            ItemVersion = found.ItemVersion,
            Office = at.Guide.Body,
            HandledAt = await PlaceOf(db, found),
            Channel = found.Channel,
            AcceptedOn = decision is null ? null : CountyTime.DayOf(decision.Acceptance.At),
            ClosedOn = on,
            Outcome = outcome,
            PromisedDays = limits.PromisedDays,
            LegalDays = limits.LegalDays,
            IsTest = false,
        };
        db.Add(line);
        db.Record(line, house, new CaseClosed(found.Number, on, outcome), answer: false);
        if (decision is null)
            return;
        // Two stops that meet on one day take that day once.
        var free = DateOnly.MinValue;
        foreach (var stop in decision.Legal.Stops.OrderBy(s => s.From))
        {
            var (from, to) = (CountyTime.DayOf(stop.From), CountyTime.DayOf(stop.To ?? decision.At));
            from = from < free ? free : from;
            if (from > to)
                continue;
            free = to.AddDays(1);
            var span = new CaseStop
            {
                Id = Ids.Next(house.At),
                Case = found.Number,
                From = from,
                To = to,
                Ground = GroundOf(stop),
            };
            db.Add(span);
            db.Record(span, house, new StopRegistered(found.Number, from, to), answer: false);
        }
    }

    private static SpecialProcedureKind GroundOf(Stop stop) =>
        Enum.GetValues<SpecialProcedureKind>().First(kind => SpecialProcedure.NameOf(kind) == stop.Ground);

    /// <summary>Where the item was taken on the day of the receipt; the centre where no placement is on record.</summary>
    private static async Task<HandledAt> PlaceOf(HallDb db, Case found)
    {
        var day = CountyTime.DayOf(found.ReceivedAt);
        var placed = await db
            .ItemPlacements.AsNoTracking()
            .Where(p => p.Division == found.Division && p.Item == found.Item && p.From <= day && (p.To == null || day <= p.To))
            .Select(p => (EntryPlace?)p.Place)
            .FirstOrDefaultAsync();
        return placed switch
        {
            EntryPlace.Branch => HandledAt.Branch,
            EntryPlace.Town => HandledAt.Town,
            EntryPlace.Department => HandledAt.Department,
            _ => HandledAt.Centre,
        };
    }

    /// <summary>The applicant came where the case was received at a window, where papers were taken in there, and where the result was collected.</summary>
    private static async Task NoteVisits(HallDb db, CaseAtWork at, Occasion house, Delivered delivered)
    {
        var (received, supplied) = (Recording.KindOf(typeof(CaseReceived)), Recording.KindOf(typeof(MaterialSupplied)));
        var came = await db
            .Facts.AsNoTracking()
            .Where(f => f.Subject == at.Case.Id && f.Channel == Channel.Window && (f.Kind == received || f.Kind == supplied))
            .Select(f => new { f.OccurredAt, f.Place })
            .ToListAsync();
        var days = new SortedDictionary<DateOnly, string>();
        foreach (var visit in came)
            days.TryAdd(CountyTime.DayOf(visit.OccurredAt), visit.Place);
        if (at.Case.File.Delivery == DeliveryWay.Counter)
            days.TryAdd(CountyTime.DayOf(delivered.HandOver.At), delivered.HandOver.Window);
        foreach (var (day, window) in days)
        {
            var visit = new CaseVisit
            {
                Id = Ids.Next(house.At),
                Case = at.Case.Number,
                On = day,
                Window = window,
            };
            db.Add(visit);
            db.Record(visit, house, new VisitRegistered(at.Case.Number, day, window), answer: false);
        }
    }
}
