using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>抽取记录 as it is published after the award: everything that it takes to make the draw again, and the names of those who sat.</summary>
/// <param name="Format">countyhall-draw/1</param>
/// <param name="Draw">Number of the draw.</param>
/// <param name="Project">Number of the tender or small project.</param>
public sealed record TranscriptFile(
    string Format,
    string Draw,
    string Project,
    string ProjectName,
    DrawOrigin Origin,
    DateTime RequestedAt,
    string? Again,
    IReadOnlyList<TranscriptAttempt> Attempts
);

/// <param name="Wanted">Seats that were empty when it began.</param>
/// <param name="Pool">None where experts were appointed with the supervisor's approval.</param>
/// <param name="Key">Key string of RFC 3797; empty where the draw stopped before it.</param>
/// <param name="Order">All numbers of the pool in the order of the draw.</param>
/// <param name="StoppedBecause">Why it was started anew; none for the last.</param>
public sealed record TranscriptAttempt(
    int Attempt,
    IReadOnlyList<WantedExperts> Wanted,
    TranscriptPool? Pool,
    IReadOnlyList<TranscriptShare> Shares,
    string Key,
    IReadOnlyList<int> Order,
    IReadOnlyList<TranscriptCall> Calls,
    IReadOnlyList<TranscriptDrawn> Drawn,
    string? StoppedBecause
);

public sealed record TranscriptPool(
    string Hash,
    int CategorySet,
    DrawArea Area,
    IReadOnlyList<PoolStep> Conditions,
    IReadOnlyList<TranscriptEntry> Entries
);

public sealed record TranscriptEntry(int Number, IReadOnlyList<string> Categories, string Hash);

public sealed record TranscriptShare(DrawParty Party, string Commitment, DateTime CommittedAt, string? Share, DateTime? RevealedAt);

/// <summary>What happened to a call, in its order.</summary>
public enum TranscriptEvent
{
    Called,
    Accepted,
    Declined,
    Silent,
    Left,
    CalledOff,
}

public sealed record TranscriptCall(int Number, string Category, TranscriptEvent Event, DateTime At);

/// <summary>Somebody who sat, with what opens the hash of his entry.</summary>
public sealed record TranscriptDrawn(int Number, string Expert, string Name, string Employer, string Salt);

/// <summary>Hashes of a pool, and the file that is published.</summary>
public static class DrawTranscript
{
    public const string Format = "countyhall-draw/1";

    // What is not there is written as null, so that a file from which something was cut is told from one that never had it.
    private static readonly JsonSerializerOptions Indented = new(Recording.Json)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };

    /// <summary>SHA-256 over the lines: format, number, number of the expert, name, employer, salt; each ended by a line feed. Lowercase hex.</summary>
    public static string EntryHash(int number, string expert, string name, string employer, string salt) =>
        Hash(FormattableString.Invariant($"{Format}\n{number}\n{expert}\n{name}\n{employer}\n{salt}\n"));

    /// <summary>SHA-256 over a line for each entry in the order of the numbers: number, specialities joined by commas, hash, a blank between, a line feed after.</summary>
    public static string PoolHash(IEnumerable<TranscriptEntry> entries) =>
        Hash(string.Concat(entries.Select(e => FormattableString.Invariant($"{e.Number} {string.Join(',', e.Categories)} {e.Hash}\n"))));

    public static string Write(TranscriptFile file) => JsonSerializer.Serialize(file, Indented);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads the whole story of a draw. It opens names, so it is only for draws whose names are opened.</summary>
    /// <exception cref="InvalidOperationException">The names are still sealed.</exception>
    public static async Task<TranscriptFile> Of(HallDb db, ExpertDraw draw, Vault vault)
    {
        if (draw.Stage is not NamesOpened)
            throw new InvalidOperationException($"The names of {draw.Number} are sealed.");
        var (project, name) = draw.TenderId is { } id
            ? await db
                .Tenders.AsNoTracking()
                .Where(t => t.Id == id)
                .Select(t => new ValueTuple<string, string>(t.Number, t.NameZh))
                .SingleAsync()
            : await db
                .SmallProjects.AsNoTracking()
                .Where(p => p.Id == draw.SmallProjectId)
                .Select(p => new ValueTuple<string, string>(p.Number, p.Name))
                .SingleAsync();
        var facts = await db.Facts.AsNoTracking().Where(f => f.Subject == draw.Id).OrderBy(f => f.Id).ToListAsync();
        var pools = facts
            .Where(f => f.Kind == Recording.KindOf(typeof(PoolWasPublished)))
            .Select(f => f.Read<PoolWasPublished>())
            .ToDictionary(p => p.Attempt);
        var stops = facts
            .Where(f => f.Kind == Recording.KindOf(typeof(ExpertDrawRestarted)))
            .Select(f => f.Read<ExpertDrawRestarted>())
            .ToDictionary(s => s.Attempt - 1, s => s.Reason);
        var entries = (await db.PoolEntries.AsNoTracking().Where(e => e.DrawId == draw.Id).OrderBy(e => e.Number).ToListAsync()).ToLookup(
            e => e.Attempt
        );
        var shares = (await db.ExpertDrawShares.AsNoTracking().Where(s => s.DrawId == draw.Id).OrderBy(s => s.Id).ToListAsync()).ToLookup(
            s => s.Attempt
        );
        var calls = await db.ExpertCalls.AsNoTracking().Where(c => c.DrawId == draw.Id).OrderBy(c => c.Id).ToListAsync();
        var events = await Events(db, calls);
        var attempts = new List<TranscriptAttempt>();
        var empty = draw.Plan.Wanted;
        for (var attempt = 1; attempt <= draw.Stage.Attempt; attempt++)
        {
            var revealed = draw.Parties.Select(p => shares[attempt].FirstOrDefault(s => s.Party == p)).ToList();
            var key =
                pools.ContainsKey(attempt) && revealed.TrueForAll(s => s?.Share is not null)
                    ? string.Concat(revealed.Select(s => s!.Share))
                    : "";
            var mine = events.Where(e => e.Attempt == attempt).Select(e => e.Line).ToList();
            attempts.Add(
                new(
                    attempt,
                    empty,
                    pools.TryGetValue(attempt, out var pool)
                        ? new(
                            pool.Pool.Hash,
                            pool.Pool.CategorySet,
                            pool.Pool.Area,
                            pool.Pool.Steps,
                            [.. entries[attempt].Select(e => new TranscriptEntry(e.Number, e.Categories, e.Hash))]
                        )
                        : null,
                    [
                        .. revealed
                            .OfType<ExpertDrawShare>()
                            .Select(s => new TranscriptShare(s.Party, s.Commitment, s.CommittedAt, s.Share, s.RevealedAt)),
                    ],
                    key,
                    key.Length > 0 ? PublicDraw.Draw(key, pool!.Pool.Size, pool.Pool.Size) : [],
                    mine,
                    [
                        .. calls
                            .Where(c => c.Attempt == attempt && (c.Stage is SaidYes or SeatLeft))
                            .Select(c =>
                            {
                                var who = PoolPeople.Open(vault, c.Sealed);
                                return new TranscriptDrawn(c.Number, who.Number, who.Name, who.Employer, who.Salt);
                            }),
                    ],
                    stops.GetValueOrDefault(attempt)
                )
            );
            empty = Seats.Left(empty, mine);
        }
        return new(Format, draw.Number, project, name, draw.Origin, draw.RequestedAt, draw.Again, attempts);
    }

    /// <summary>What happened to the calls of a draw, in the order of the facts.</summary>
    public static async Task<IReadOnlyList<(int Attempt, TranscriptCall Line)>> Events(HallDb db, IReadOnlyList<ExpertCall> calls)
    {
        var byId = calls.ToDictionary(c => c.Id);
        var ids = byId.Keys.ToList();
        var facts = await db.Facts.AsNoTracking().Where(f => ids.Contains(f.Subject)).OrderBy(f => f.Id).ToListAsync();
        return
        [
            .. facts
                .Select(f => (Fact: f, Event: EventOf(f)))
                .Where(f => f.Event is not null)
                .Select(f => (byId[f.Fact.Subject].Attempt, LineOf(byId[f.Fact.Subject], f.Event!.Value, f.Fact.OccurredAt))),
        ];

        static TranscriptCall LineOf(ExpertCall call, TranscriptEvent what, DateTime at) => new(call.Number, call.Category, what, at);
    }

    private static TranscriptEvent? EventOf(Fact fact) =>
        fact.Kind switch
        {
            "expert-was-called" => TranscriptEvent.Called,
            "call-answered" => fact.Read<CallAnswered>().Comes ? TranscriptEvent.Accepted : TranscriptEvent.Declined,
            "call-lapsed" => TranscriptEvent.Silent,
            "seat-was-left" => TranscriptEvent.Left,
            "call-was-called-off" => TranscriptEvent.CalledOff,
            _ => null,
        };
}

/// <summary>Seats that are empty, by what happened to the calls.</summary>
public static class Seats
{
    public static IReadOnlyList<WantedExperts> Left(IReadOnlyList<WantedExperts> wanted, IEnumerable<TranscriptCall> events)
    {
        var left = wanted.ToDictionary(w => w.Category, w => w.Count);
        foreach (var line in events)
            left[line.Category] += Change(line.Event);
        return [.. wanted.Select(w => w with { Count = left[w.Category] })];
    }

    /// <summary>A call holds its seat until it is declined, unanswered or left.</summary>
    public static int Change(TranscriptEvent what) =>
        what switch
        {
            TranscriptEvent.Called => -1,
            TranscriptEvent.Accepted => 0,
            _ => 1,
        };
}

/// <summary>When the transcript of a draw is for everybody.</summary>
public static class DrawPublication
{
    /// <summary>Once the names are opened and the result of the tender is published: until then they are secret (Bidding Law art. 37(5)).</summary>
    /// <remarks>A small project has no notice on this floor, so its draw stays with platform and county.</remarks>
    public static async Task<bool> IsPublic(HallDb db, ExpertDraw draw)
    {
        if (draw.Stage is not NamesOpened || draw.TenderId is not { } tender)
            return false;
        return await db.Notices.AnyAsync(n => n.TenderId == tender && n.Kind == NoticeKind.Result);
    }
}
