using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>An opening in hand, inside one unit of work.</summary>
internal sealed record OpeningInHand(HallDb Db, OpeningSession Session, Tender Tender, Occasion On)
{
    public DateTime Deadline =>
        Tender.BidDeadline ?? throw new InvalidOperationException($"{Tender.Number} is being opened and has no deadline.");

    /// <summary>Before the deadline nothing of this can be done, whatever the stage says.</summary>
    public Refusal? BeforeDeadline => Tender.IsSecret(On.At) ? new NotBeforeTheDeadline(Tender.BidDeadline ?? DateTime.MaxValue) : null;

    /// <summary>Takes a step of the opening and records it.</summary>
    public async Task<Result<TFact>> Step<TFrom, TTo, TFact>(Func<TFrom, TTo> step, Func<TTo, TFact> fact, Func<TTo, Words> line)
        where TFrom : OpeningStage
        where TTo : OpeningStage
        where TFact : notnull
    {
        switch (Session.Take(step))
        {
            case Result<TTo>.Done(var to):
                var done = Db.Record(Session, On, fact(to));
                await Say(line(to));
                return done;
            case Result<TTo>.Refused(var why):
                return why;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Tells everybody who watches, in the transaction under way: the next turn and its line.</summary>
    /// <remarks>Last in a unit: the row of the turns stays locked until the commit.</remarks>
    public async Task Say(Words line, bool alarm = false)
    {
        var turn = await Db.NextNumber(OpeningTurns.Series(Session.Id));
        Db.Append(
            new OpeningLine
            {
                SessionId = Session.Id,
                Turn = turn,
                At = On.At,
                Zh = line.Zh,
                En = line.En,
                IsAlarm = alarm,
            }
        );
    }

    public Task<OpeningBid?> Bid(long bid) => Db.OpeningBids.FirstOrDefaultAsync(b => b.Id == bid && b.SessionId == Session.Id);

    /// <summary>Somebody who is neither party noted an incident since the sign-in began.</summary>
    public async Task<string?> ProvedIncident()
    {
        var since = Session.Stage is Decrypting decrypting ? decrypting.At : Session.Stage.At;
        var noted = await Db
            .OpeningNotes.Where(n => n.SessionId == Session.Id && n.Kind == OpeningNoteKind.Incident && n.BySupervisor && n.At >= since)
            .OrderByDescending(n => n.Id)
            .Select(n => n.Text)
            .FirstOrDefaultAsync();
        return noted
            ?? await Db
                .VenueNotes.Where(n => n.SessionId == Session.VenueSessionId && n.Kind == VenueNoteKind.Incident && n.At >= since)
                .OrderByDescending(n => n.Id)
                .Select(n => n.Text)
                .FirstOrDefaultAsync();
    }
}

internal static class OpeningWork
{
    /// <summary>Opens an opening, checks the charge and takes a step, in one unit of work.</summary>
    /// <param name="bidder">The firm that is named, where the charge is a bidder's.</param>
    public static Task<Result<T>> Step<T>(
        this HallWriter writer,
        string number,
        Charge charge,
        Occasion on,
        Func<OpeningInHand, Task<Result<T>>> step,
        CancellationToken ct,
        long? bidder = null
    )
        where T : notnull =>
        writer.Write<T>(
            on,
            async db =>
                await Find(db, number, on) is not { } found ? new OpeningNotFound(number)
                : charge.Check(on.By, found.Session.Division, found.Tender, bidder) is { } why ? why
                : await step(found),
            ct
        );

    public static async Task<OpeningInHand?> Find(HallDb db, string number, Occasion on)
    {
        if (await db.OpeningSessions.FirstOrDefaultAsync(s => s.Number == number) is not { } session)
            return null;
        return new OpeningInHand(db, session, await db.Tenders.FirstAsync(t => t.Id == session.TenderId), on);
    }

    /// <summary>A text that goes into the record; none where it is empty or too long.</summary>
    public static string? Plain(string? text, int longest = 500) =>
        text?.Trim() is { Length: > 0 } plain && plain.Length <= longest ? plain : null;
}

/// <summary>Which change of an opening is the newest: what live pages wait for.</summary>
public static class OpeningTurns
{
    public static string Series(long session) => $"opening:{session}";

    /// <summary>The newest turn of each of these openings; 0 where nothing has happened. One question, however many watch.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> Of(
        HallDb db,
        IReadOnlyCollection<long> sessions,
        CancellationToken ct = default
    )
    {
        var series = sessions.ToDictionary(Series);
        var names = series.Keys.ToList();
        var turns = await db.Set<Serial>().AsNoTracking().Where(s => names.Contains(s.Series)).ToListAsync(ct);
        return turns.ToDictionary(s => series[s.Series], s => s.Last);
    }
}
