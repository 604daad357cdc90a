using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>What another system may read of cases: how those stand that it handed in itself. For all others there is no such case.</summary>
/// <remarks>Whose a case is says its first fact, which nobody can change.</remarks>
public sealed class SystemCases(IDbContextFactory<HallDb> contexts, CaseReader reader)
{
    private static readonly string ReceivedKind = Recording.KindOf(typeof(CaseReceived));

    public async Task<Result<CaseView>> Read(string number, Actor by, CancellationToken ct = default) =>
        await Find(number, by, ct) switch
        {
            Result<Found>.Done(var found) => await reader.Read(found.Number, ct) is { } view ? view : new CaseNotFound(number),
            Result<Found>.Refused(var why) => why,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The facts of a case in order, a page at a time.</summary>
    /// <param name="after">Id of the last fact of the page before; 0 from the beginning.</param>
    public async Task<Result<IReadOnlyList<PlacedFact>>> Facts(
        string number,
        long after,
        int rows,
        Actor by,
        CancellationToken ct = default
    )
    {
        var asked = await Find(number, by, ct);
        if (asked is not Result<Found>.Done(var found))
            return ((Result<Found>.Refused)asked).Why;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var facts = await db
            .Facts.AsNoTracking()
            .Where(f => f.Subject == found.Id && f.Id > after && CaseReader.KindsOfFacts.Contains(f.Kind))
            .OrderBy(f => f.Id)
            .Take(rows)
            .ToListAsync(ct);
        var places = await PublicLog.PlacesOf(db, facts, ct);
        return facts
            .Select(CaseReader.Tell)
            .OfType<Told>()
            .Select(told => new PlacedFact(told, places.TryGetValue(told.Fact.Id, out var place) ? place : null))
            .ToList();
    }

    private sealed record Found(long Id, CaseNumber Number);

    private async Task<Result<Found>> Find(string number, Actor by, CancellationToken ct)
    {
        if (Duty.CheckSystem(by, SystemRight.State) is { } refusal)
            return refusal;
        if (CaseNumber.Parse(number, by.Division) is not Result<CaseNumber>.Done(var parsed))
            return new CaseNumberWrong();
        await using var db = await contexts.CreateDbContextAsync(ct);
        var id = await db
            .Cases.Where(c => c.Number == parsed && c.Division == by.Division)
            .Select(c => (long?)c.Id)
            .FirstOrDefaultAsync(ct);
        if (id is not { } found)
            return new CaseNotFound(number);
        var isOurs = await db.Facts.AnyAsync(f => f.Subject == found && f.Kind == ReceivedKind && f.Actor == by.Id, ct);
        return isOurs ? new Found(found, parsed) : new CaseNotFound(number);
    }
}

/// <summary>A fact of a case, and where it stands in the public log, from 0; none for the first second.</summary>
public sealed record PlacedFact(Told Told, long? Place);
