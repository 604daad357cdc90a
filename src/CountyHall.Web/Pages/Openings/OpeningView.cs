using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Projects;
using CountyHall.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Openings;

/// <summary>One lot of an opening as everybody sees it.</summary>
public sealed record LotView(Lot Lot, IReadOnlyList<OpeningBid> Bids);

/// <summary>One state of an opening, the same for all who watch: what may be known at this instant, and nothing else.</summary>
/// <param name="Session">None while the opening is not arranged.</param>
/// <param name="Times">When each step was taken.</param>
/// <param name="Here">Bidders who signed in; empty before the deadline.</param>
/// <param name="Confirmed">Bidders who confirmed the record.</param>
public sealed record OpeningView(
    Tender Tender,
    OpeningSession? Session,
    VenueRoom? Room,
    IReadOnlyList<LotView> Lots,
    IReadOnlyList<OpeningLine> Lines,
    IReadOnlyList<OpeningObjection> Objections,
    IReadOnlyList<DrawShare> Shares,
    IReadOnlyDictionary<string, DateTime> Times,
    IReadOnlySet<long> Here,
    IReadOnlySet<long> Confirmed,
    long Turn
)
{
    private const int MostLines = 40;

    public IEnumerable<OpeningBid> Bids => Lots.SelectMany(l => l.Bids);
    public OpeningStage? Stage => Session?.Stage;

    /// <summary>The tender's public face is its announcement: before it there is nothing to see.</summary>
    public static async Task<OpeningView?> Of(HallDb db, string number, DateTime now, CancellationToken ct = default)
    {
        var tender = await db.Tenders.AsNoTracking().FirstOrDefaultAsync(t => t.Number == number, ct);
        if (tender is null or { Stage: not (Announced or OpeningEnded or Terminated) })
            return null;
        var session = await db.OpeningSessions.AsNoTracking().FirstOrDefaultAsync(s => s.TenderId == tender.Id, ct);
        var lots = await db.Lots.AsNoTracking().Where(l => l.TenderId == tender.Id).OrderBy(l => l.Number).ToListAsync(ct);
        if (session is null)
            return new(tender, null, null, [.. lots.Select(l => new LotView(l, []))], [], [], [], Nothing, None, None, 0);
        var id = session.Id;
        var turn = (await OpeningTurns.Of(db, [id], ct)).GetValueOrDefault(id);
        var room = await db
            .VenueSessions.Where(v => v.Id == session.VenueSessionId)
            .Join(db.VenueRooms, v => v.RoomId, r => r.Id, (_, r) => r)
            .AsNoTracking()
            .FirstAsync(ct);
        var lines = await db
            .OpeningLines.AsNoTracking()
            .Where(l => l.SessionId == id)
            .OrderByDescending(l => l.Turn)
            .Take(MostLines)
            .ToListAsync(ct);
        var shares = await db.DrawShares.AsNoTracking().Where(s => s.SessionId == id).OrderBy(s => s.Id).ToListAsync(ct);
        var bids = new List<OpeningBid>();
        var objections = new List<OpeningObjection>();
        var attendances = new List<OpeningAttendance>();
        // Who is here before the deadline tells who bids.
        if (!tender.IsSecret(now))
        {
            bids = await db.OpeningBids.AsNoTracking().Where(b => b.SessionId == id).OrderBy(b => b.Place).ToListAsync(ct);
            objections = await db.OpeningObjections.AsNoTracking().Where(o => o.SessionId == id).OrderBy(o => o.Id).ToListAsync(ct);
            attendances = await db.OpeningAttendances.AsNoTracking().Where(a => a.SessionId == id).ToListAsync(ct);
        }
        var times = await db
            .Facts.AsNoTracking()
            .Where(f => f.Subject == id)
            .OrderBy(f => f.Id)
            .Select(f => new { f.Kind, f.OccurredAt })
            .ToListAsync(ct);
        return new(
            tender,
            session,
            room,
            [.. lots.Select(l => new LotView(l, [.. bids.Where(b => b.LotId == l.Id)]))],
            lines,
            objections,
            shares,
            times.GroupBy(t => t.Kind).ToDictionary(g => g.Key, g => g.Last().OccurredAt),
            attendances.Select(a => a.Bidder).ToHashSet(),
            attendances.Where(a => a.ConfirmedAt is not null).Select(a => a.Bidder).ToHashSet(),
            turn
        );
    }

    private static readonly Dictionary<string, DateTime> Nothing = [];
    private static readonly HashSet<long> None = [];

    /// <summary>The six steps that everybody sees.</summary>
    public IReadOnlyList<Step> Steps(Speech say)
    {
        var now = Stage switch
        {
            null or Scheduled or SigningIn => 0,
            BiddersPublished => 0,
            Decrypting => 1,
            DrawingParameters => 2,
            ParametersSettled => 2,
            ReadingOut => 3,
            ConfirmingRecord => 4,
            _ => 5,
        };
        var over = Stage is Ended or NothingOpened;
        (Words Name, string Fact)[] steps =
        [
            (("公布名单", "Bidders"), "bidders-were-published"),
            (("解密", "Decrypt"), "decryption-closed"),
            (("参数", "Parameters"), "parameters-drawn"),
            (("唱标", "Read out"), "reading-begun"),
            (("确认记录", "Confirm record"), "opening-was-ended"),
            (("结束", "End"), "opening-was-ended"),
        ];
        return
        [
            .. steps.Select(
                (step, at) =>
                    new Step(
                        say[step.Name],
                        StateOf(at, now, over),
                        Note(at, now, Times.TryGetValue(step.Fact, out var when) ? when : null, say)
                    )
            ),
        ];
    }

    private StepState StateOf(int at, int now, bool over) =>
        Stage is NothingOpened && at is > 0 and < 5 ? StepState.Ahead
        : at < now || over ? StepState.Done
        : at == now ? StepState.Now
        : StepState.Ahead;

    private string? Note(int at, int now, DateTime? when, Speech say) =>
        at switch
        {
            1 when Stage is Decrypting => say[
                $"进行中 {Bids.Count(b => b.Stage is Decrypted)} / {Bids.Count()}",
                $"{Bids.Count(b => b.Stage is Decrypted)} of {Bids.Count()}"
            ],
            2 when Stage?.Plan.Draw is null => say["本次不抽取", "no draw this time"],
            2 when Stage is DrawingParameters => say["公开抽取中", "being drawn openly"],
            0 when Stage is SigningIn => say["签到中", "signing in"],
            _ when at <= now && when is { } done => Write.TimeOfDay(done),
            _ => null,
        };
}
