using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.Journal;

/// <summary>A record whose every change is a fact. Saving a change without its fact is a fault.</summary>
public interface IRecorded
{
    long Id { get; }
}

public static class Recording
{
    /// <summary>How facts and stages are written: camel case, enums by name, Chinese as it is, nothing that is null or computed.</summary>
    public static readonly JsonSerializerOptions Json = Configure(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // What is computed from the rest is not written: it would be a second truth.
        options.IgnoreReadOnlyProperties = true;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }

    private static readonly ConcurrentDictionary<Type, string> Kinds = new();
    private static readonly ConcurrentDictionary<Type, bool> Quiet = new();

    /// <summary>Records what happened to a record, in the transaction that changes it, and returns it: the fact is the answer.</summary>
    public static TBody Record<TBody>(
        this HallDb db,
        IRecorded record,
        Occasion on,
        TBody body,
        DateTime? occurredAt = null,
        bool answer = true
    )
        where TBody : notnull
    {
        db.Append(
            new Fact
            {
                Id = Ids.Next(on.At),
                Subject = record.Id,
                Kind = KindOf(typeof(TBody)),
                OccurredAt = occurredAt ?? on.At,
                RecordedAt = on.At,
                Actor = on.By.Id,
                Place = on.Place,
                Channel = on.Channel,
                Key = answer ? on.StoredKey : null,
                Body = JsonSerializer.Serialize(body, Json),
                Salt = RandomNumberGenerator.GetBytes(16),
                Record = record,
                Quiet = Quiet.GetOrAdd(typeof(TBody), body => body.IsDefined(typeof(QuietAttribute), inherit: false)),
            }
        );
        return body;
    }

    public static TBody Read<TBody>(this Fact fact) => JsonSerializer.Deserialize<TBody>(fact.Body, Json)!;

    /// <summary>The name of a kind of fact: <c>CaseAccepted</c> is <c>case-accepted</c>.</summary>
    public static string KindOf(Type body) =>
        Kinds.GetOrAdd(
            body,
            type =>
                string.Concat(
                    type.Name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")
                )
        );

    /// <summary>Gives each new fact the digest of its record as it will be saved; refuses a change that no fact tells of.</summary>
    internal static void SealFacts(HallDb db)
    {
        if (db.ChangeTracker.Entries<Fact>().Any(f => f.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("Facts are append only.");
        foreach (var row in db.Fresh)
        {
            if (row.Row is IRecorded && !Seal(db, row.Row, RowDigest.Of(row)))
                throw new InvalidOperationException($"{row.Shape.Type.DisplayName()} was added without a fact.");
        }
        foreach (var entry in db.ChangeTracker.Entries<IRecorded>())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
                continue;
            if (entry.State == EntityState.Deleted)
                throw new InvalidOperationException($"{entry.Metadata.DisplayName()} is recorded and cannot be deleted.");
            if (entry.State == EntityState.Modified && !RowDigest.TouchesRecorded(entry))
                continue;
            if (!Seal(db, entry.Entity, RowDigest.Of(entry)))
                throw new InvalidOperationException($"{entry.Metadata.DisplayName()} was changed without a fact.");
        }
        // A fact about a record that did not change (a reading, a nudge) still pins the record as it stood.
        foreach (var row in db.Fresh)
        {
            if (row.Row is Fact { After.Length: 0, Record: { } record } fact)
                fact.After = RowDigest.Of(db.Entry(record));
        }
    }

    /// <summary>Gives the facts about a record its digest. Answers whether there is any.</summary>
    private static bool Seal(HallDb db, object record, byte[] digest)
    {
        var told = false;
        foreach (var row in db.Fresh)
        {
            if (row.Row is not Fact fact || !ReferenceEquals(fact.Record, record))
                continue;
            fact.After = digest;
            told = true;
        }
        return told;
    }
}
