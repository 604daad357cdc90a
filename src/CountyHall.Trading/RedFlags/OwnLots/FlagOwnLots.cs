using System.Buffers;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.RedFlags.OwnLots;

/// <summary>A notice has told something new of lots: their flags, and those of their peers, are to be computed anew.</summary>
/// <param name="Since">When the notice was published, UTC: a computation begun later has seen it.</param>
public sealed record LotsToFlag(string Division, DateTime Since)
{
    /// <summary>A quarter of an hour gathers the notices: however many there are, the lots are gone through once.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>How long the transaction of a notice may take until it is seen.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(1);

    /// <summary>Asks for it, in the transaction of the notice.</summary>
    internal static void Ask(HallDb db, string division, Occasion on) =>
        db.Post(
            on,
            new LotsToFlag(division, on.At),
            new DateTime(((on.At + Settling).Ticks / Every.Ticks + 1) * Every.Ticks, DateTimeKind.Utc)
        );
}

/// <summary>红旗计算: the eleven indicators over all lots of a division whose opening is over, as over the lines of any publisher.</summary>
/// <remarks>
/// Goes through the lots twice, two hundred at a time: once for the indicators, which know the peers only at the end, once to write down what is new.
/// Pages read what stands there; none computes. Done twice it changes nothing.
/// </remarks>
public sealed class FlagOwnLots(IDbContextFactory<HallDb> contexts, HallWriter writer, TimeProvider time) : IJob<LotsToFlag>
{
    private const int AtOnce = 200;

    /// <summary>Of fewer values quartiles say nothing, so nothing is flagged by comparison: a setting of the house, neither law nor library.</summary>
    public const int LeastPeers = 10;

    public async Task Do(LotsToFlag body, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FlagRun.Newest(db, body.Division, ct) is { } newest && newest.RunAt > body.Since + LotsToFlag.Settling)
            return;
        await Compute(db, body.Division, ct);
    }

    private async Task Compute(HallDb db, string division, CancellationToken ct)
    {
        var begun = time.Now();
        var indicators = new Indicators(new() { Currency = "CNY" });
        var line = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(line);
        await foreach (var (lot, _, numbers) in Lots(db, division, ct))
        {
            line.ResetWrittenCount();
            json.Reset(line);
            numbers.Write(lot.Number, json);
            await json.FlushAsync(ct);
            indicators.Add(line.WrittenSpan);
        }
        var flags = indicators.Flags().ToDictionary(g => g.Group, g => g.Flags.ToDictionary(f => f.Id, f => f.Codes));
        List<FlagPeers> peers = [.. indicators.Limits().Select(Peers)];
        var (looked, flagged) = (0, 0);
        List<FlaggedLot> batch = [];
        await foreach (var (lot, office, numbers) in Lots(db, division, ct))
        {
            var raised = Raised(lot.Number, numbers, flags, peers);
            looked++;
            flagged += raised.Count > 0 ? 1 : 0;
            batch.Add(
                new()
                {
                    Id = lot.Id,
                    Division = division,
                    Office = office,
                    Content = new(numbers, raised),
                    ChangedAt = begun,
                }
            );
            if (batch.Count == AtOnce)
                await Keep(batch, ct);
        }
        await Keep(batch, ct);
        var run = new FlagRun
        {
            Id = Ids.Next(begun),
            Division = division,
            RunAt = begun,
            Lots = looked,
            Flagged = flagged,
            Peers = peers,
        };
        await writer.Write(
            to =>
            {
                to.Add(run);
                return Task.CompletedTask;
            },
            ct
        );
    }

    private static async IAsyncEnumerable<(Projects.Lot Lot, string Office, LotNumbers Numbers)> Lots(
        HallDb db,
        string division,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        for (long? after = 0; after is { } last; )
        {
            (var lots, after) = await LotNumbers.Page(db, division, last, AtOnce, ct);
            foreach (var lot in lots)
                yield return lot;
        }
    }

    /// <summary>The flags of the lot itself, of its buyer, of its procuring entity and of its tenderers.</summary>
    private static List<RaisedFlag> Raised(
        string lot,
        LotNumbers of,
        Dictionary<string, Dictionary<string, IReadOnlyList<(string Code, double Value)>>> flags,
        IReadOnlyList<FlagPeers> peers
    )
    {
        List<RaisedFlag> raised = [];
        foreach (var (code, value) in flags["OCID"].GetValueOrDefault(lot, []).Where(f => HasPeers(f.Code, FlagSubject.Lot)))
            raised.Add(new(code, FlagSubject.Lot, null, null, value));
        Party("Buyer", FlagSubject.Buyer, of.Buyer.Id, of.Buyer.Name);
        Party("ProcuringEntity", FlagSubject.ProcuringEntity, of.ProcuringEntity.Id, of.ProcuringEntity.Name);
        foreach (var bid in of.Bids.DistinctBy(b => b.Party))
            Party("Tenderer", FlagSubject.Tenderer, bid.Party, bid.Name);
        return raised;

        bool HasPeers(string code, FlagSubject subject) =>
            peers.FirstOrDefault(p => p.Code == code && p.Subject == subject) is not { Count: < LeastPeers };

        void Party(string group, FlagSubject subject, string id, string name)
        {
            // Of a tenderer only what its many bids tell; its part in the flag of one lot stands with that lot.
            foreach (var (code, value) in flags[group].GetValueOrDefault(id, []).Where(f => f.Code is "R025" or "R038" or "R048"))
            {
                if (HasPeers(code, subject))
                    raised.Add(new(code, subject, id, name, value));
            }
        }
    }

    private async Task Keep(List<FlaggedLot> batch, CancellationToken ct)
    {
        var rows = batch.ToList();
        batch.Clear();
        if (rows.Count == 0)
            return;
        var ids = rows.ConvertAll(r => r.Id);
        await writer.Write(
            async db =>
            {
                var known = await db.FlaggedLots.Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, CancellationToken.None);
                foreach (var row in rows)
                {
                    if (!known.TryGetValue(row.Id, out var before))
                        db.Add(row);
                    // A computation that was begun earlier, on another node, may come to its end later: it knows less.
                    else if (before.ChangedAt <= row.ChangedAt && Text(before.Content) != Text(row.Content))
                        (before.Content, before.ChangedAt) = (row.Content, row.ChangedAt);
                }
            },
            ct
        );

        static string Text(LotFlags content) => JsonSerializer.Serialize(content, Recording.Json);
    }

    private static FlagPeers Peers(Peers of) =>
        new(
            of.Code,
            of.Group switch
            {
                "OCID" => FlagSubject.Lot,
                "Buyer" => FlagSubject.Buyer,
                "ProcuringEntity" => FlagSubject.ProcuringEntity,
                _ => FlagSubject.Tenderer,
            },
            of.Values.Count,
            of.Values.Count == 0 ? null : of.Values.Q1,
            of.Values.Count == 0 ? null : of.Values.Q3,
            of.Values.Count < LeastPeers ? null : of.Limit,
            of.Code == "R025" && of.Values.Count > 0 ? of.Least : null
        );
}
