using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Register;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>A fact of a case, as its history tells it.</summary>
public interface ICaseFact
{
    /// <summary>One line of 经过 for everyone who may see the case.</summary>
    Words Says { get; }

    /// <summary>What the applicant is told by message; none where there is nothing to tell.</summary>
    string? Tells => null;
}

/// <summary>A case on the desk, with what is needed to decide about it.</summary>
public sealed record CaseAtWork(Case Case, ServiceGuide Guide, WorkingCalendar Calendar)
{
    public IReadOnlyList<string> Route { get; } = [.. Guide.Route.Select(duty => duty.Office)];
}

/// <summary>How every step of a case happens: opened, settled, allowed, taken, recorded and told in one transaction.</summary>
public sealed class CaseWork(HallWriter writer, ItemCatalogue catalogue, CountyCalendar calendar, IWindows windows)
{
    /// <summary>Takes one step. The fact it returns is recorded and is the answer.</summary>
    public Task<Result<TFact>> Step<TFact>(
        CaseNumber number,
        Duty duty,
        Occasion on,
        Func<CaseAtWork, Result<TFact>> step,
        CancellationToken ct = default
    )
        where TFact : class, ICaseFact => Step(number, duty, on, (_, at) => Task.FromResult(step(at)), ct);

    /// <summary>The same for a step that has to look something up.</summary>
    public Task<Result<TFact>> Step<TFact>(
        CaseNumber number,
        Duty duty,
        Occasion on,
        Func<HallDb, CaseAtWork, Task<Result<TFact>>> step,
        CancellationToken ct = default
    )
        where TFact : class, ICaseFact =>
        writer.Write(
            on,
            async db =>
            {
                if (await db.Cases.FirstOrDefaultAsync(c => c.Number == number) is not { } found)
                    return new CaseNotFound(number.Value);
                var at = new CaseAtWork(found, await catalogue.GuideOf(db, found.Item, found.ItemVersion), calendar.Now);
                if (duty.Check(on.By, found, at.Guide) is { } refusal)
                    return refusal;
                if (duty.Reach == Reach.Window && !await Serves(on.By, at, ct))
                    return new WrongWindow(at.Guide.Name);
                var before = found.Stage;
                Settle(db, at, on.At);
                var outcome = await step(db, at);
                if (outcome is Result<TFact>.Done(var fact))
                {
                    Tell(db, found, on, db.Record(found, on, fact));
                    await CloseInRegister.Note(db, at, before, on.At);
                    await File(db, at, on.At);
                }
                return outcome;
            },
            ct
        );

    /// <summary>Lets the clocks of one case speak: what has run out by itself is recorded as of the instant it ran out.</summary>
    public Task Settle(long caseId, DateTime now, CancellationToken ct = default) =>
        writer.Write(
            async db =>
            {
                if (await db.Cases.FindAsync([caseId], CancellationToken.None) is not { } found)
                    return;
                var at = new CaseAtWork(found, await catalogue.GuideOf(db, found.Item, found.ItemVersion), calendar.Now);
                var before = found.Stage;
                Settle(db, at, now);
                await CloseInRegister.Note(db, at, before, now);
                await File(db, at, now);
                await db.SaveChangesAsync(CancellationToken.None);
            },
            ct
        );

    /// <summary>Training is the clerk's, the items are the window's: a step at the counter needs both.</summary>
    private async ValueTask<bool> Serves(Actor by, CaseAtWork at, CancellationToken ct) =>
        by.Window is { } window && await windows.Accepts(at.Case.Division, window, at.Guide.WindowTypes, ct);

    private static void Settle(HallDb db, CaseAtWork at, DateTime now)
    {
        while (at.Case.Stage.LapseBy(now, at.Calendar) is { } lapse)
        {
            var from = at.Case.Stage.Name;
            at.Case.Stage = lapse.To;
            var house = new Occasion(Actor.House, null, now, Channel.Clock, "clock");
            var fact = db.Record(at.Case, house, new ClockRanOut(from, lapse.To.Name, lapse.Why, lapse.Basis.Named), lapse.At);
            Tell(db, at.Case, house, fact);
        }
    }

    private static void Tell(HallDb db, Case @case, Occasion on, ICaseFact fact)
    {
        if (fact.Tells is { } text)
            db.Post(on, new TextMessage(@case.Applicant, $"【办件 {@case.Number}】{text}", @case.Number.Value));
    }

    /// <summary>Makes a case of what was handed in and, in the same transaction, takes the first step that was asked for.</summary>
    internal static async Task<Result<CaseReceived>> Receive<TStep>(
        HallDb db,
        Receipt receipt,
        Occasion on,
        Func<CaseAtWork, Result<TStep>>? step,
        WorkingCalendar calendar
    )
        where TStep : ICaseFact
    {
        var day = CountyTime.DayOf(on.At);
        var division = receipt.Version.Division;
        var at = new CaseAtWork(receipt.Open(on), receipt.Version.Guide, calendar);
        // A step that is refused takes no number, so the step comes first.
        var taken = step?.Invoke(at);
        if (taken is Result<TStep>.Refused(var why))
            return why;
        var number = CaseNumber.Of(division, day, await db.NextNumber(CaseNumber.Series(division, day)));
        at.Case.Number = number;
        db.Append(at.Case);
        var received = db.Record(at.Case, on, new CaseReceived(number, at.Guide.Name, on.Place, at.Case.Stage.Name));
        Tell(db, at.Case, on, taken is Result<TStep>.Done(var first) ? db.Record(at.Case, on, first, answer: false) : received);
        await File(db, at, on.At, isNew: true);
        return received;
    }

    /// <summary>Moves a case to the desks where it now lies.</summary>
    internal static async Task File(HallDb db, CaseAtWork at, DateTime now, bool isNew = false)
    {
        if (!isNew)
        {
            // Whoever moves the case first holds its row. Another node waits here, finds the version gone and decides again.
            var held = await db
                .Cases.Where(c => c.Id == at.Case.Id && c.Version == at.Case.Version)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version));
            if (held == 0)
                throw new DbUpdateConcurrencyException($"Case {at.Case.Number} was moved meanwhile.");
            // The rows of one case: a handful. They are an index, so they are laid anew and never edited.
            await db.DeskEntries.Where(e => e.CaseId == at.Case.Id).ExecuteDeleteAsync();
        }
        foreach (var entry in Desks.Of(at, now))
            db.Append(entry);
        at.Case.TurnsAt = Desks.NextTurn(at.Case.Stage, at.Calendar, now);
        Watching.Tell(db, at, now);
    }
}

/// <summary>A limit ran out and the law says what that means.</summary>
public sealed record ClockRanOut(Words From, Words To, Words Why, Words Basis) : ICaseFact
{
    public Words Says => Why;
    public string? Tells => $"{Why.Zh}依据：{Basis.Zh}。";
}
