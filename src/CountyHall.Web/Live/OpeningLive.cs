using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CountyHall.Kernel.Data;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Live;

/// <summary>What everybody who watches an opening is told: that there is a newer state, by its number.</summary>
public sealed record OpeningTurn(long Turn);

/// <summary>同步: everybody who watches an opening hears of a change within a second, whichever node made it.</summary>
/// <remarks>
/// One question every half second for each node, about all openings that are watched there, however many watch; each watcher then has a place of
/// one in which the newest turn waits. Nothing is asked while nobody watches.
/// </remarks>
public sealed class OpeningLive(IDbContextFactory<HallDb> contexts, IHostApplicationLifetime host, ILogger<OpeningLive> log)
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly Dictionary<long, Watched> watched = [];
    private bool asking;

    private sealed class Watched
    {
        public long Turn { get; set; } = -1;
        public HashSet<Channel<long>> By { get; } = [];
    }

    /// <summary>How many questions this node has asked the database: one for each half second, not one for each watcher.</summary>
    public long Asked { get; private set; }

    /// <summary>The turns of an opening as they come, the present one at once; a line of life where nothing happens.</summary>
    public async IAsyncEnumerable<SseItem<OpeningTurn>> Watch(long session, [EnumeratorCancellation] CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, host.ApplicationStopping);
        var place = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        Enter(session, place);
        try
        {
            long told = 0;
            while (!either.IsCancellationRequested)
            {
                var turn = await Next(place, either.Token);
                if (turn is null && either.IsCancellationRequested)
                    yield break;
                told = turn ?? told;
                yield return new SseItem<OpeningTurn>(new OpeningTurn(told), turn is null ? "alive" : "turn") { EventId = $"{told}" };
            }
        }
        finally
        {
            Leave(session, place);
        }
    }

    /// <summary>The next turn; none where it has been quiet for long, or the visitor has gone.</summary>
    private static async Task<long?> Next(Channel<long> place, CancellationToken ct)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        quiet.CancelAfter(Quiet);
        try
        {
            return await place.Reader.ReadAsync(quiet.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private void Enter(long session, Channel<long> place)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(session, out var room))
                watched[session] = room = new Watched();
            room.By.Add(place);
            if (room.Turn >= 0)
                place.Writer.TryWrite(room.Turn);
            if (asking)
                return;
            asking = true;
        }
        _ = Task.Run(Ask);
    }

    private void Leave(long session, Channel<long> place)
    {
        lock (gate)
        {
            if (!watched.TryGetValue(session, out var room))
                return;
            room.By.Remove(place);
            if (room.By.Count == 0)
                watched.Remove(session);
        }
    }

    private async Task Ask()
    {
        while (true)
        {
            List<long> sessions;
            lock (gate)
            {
                if (watched.Count == 0 || host.ApplicationStopping.IsCancellationRequested)
                {
                    asking = false;
                    return;
                }
                sessions = [.. watched.Keys];
            }
            try
            {
                await using var db = await contexts.CreateDbContextAsync();
                Tell(sessions, await OpeningTurns.Of(db, sessions));
            }
            catch (Exception fault)
            {
                log.LogError(
                    fault,
                    "The turns of {Openings} openings could not be read; it is tried again in half a second.",
                    sessions.Count
                );
            }
            await Task.Delay(Every);
        }
    }

    private void Tell(List<long> sessions, IReadOnlyDictionary<long, long> turns)
    {
        lock (gate)
        {
            Asked++;
            foreach (var session in sessions)
            {
                var turn = turns.GetValueOrDefault(session);
                if (!watched.TryGetValue(session, out var room) || turn == room.Turn)
                    continue;
                room.Turn = turn;
                foreach (var place in room.By)
                    place.Writer.TryWrite(turn);
            }
        }
    }
}
