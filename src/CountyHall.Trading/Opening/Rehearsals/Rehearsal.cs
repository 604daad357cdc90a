using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Opening.Rehearsals;

/// <summary>模拟开标: an opening of invented bids, for practice. It knows no tender, no lot and no bid, so it cannot touch any.</summary>
public sealed class Rehearsal : IRecorded, IVersioned
{
    public required long Id { get; init; }

    /// <summary>Such as YL-00000042: no tender has a number like it.</summary>
    public required string Number { get; init; }

    /// <summary>User id of whoever practises.</summary>
    public required long Owner { get; init; }
    public required DateTime StartedAt { get; init; }
    public required RehearsalStage Stage { get; set; }
    public int Version { get; private set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Rehearsal>
    {
        public void Configure(EntityTypeBuilder<Rehearsal> table)
        {
            table.ToTable("rehearsals").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Number).HasMaxLength(20);
            table
                .Property(r => r.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<RehearsalStage>(json, Recording.Json)!,
                    Columns.ByReference<RehearsalStage>()
                );
            table.HasIndex(r => r.Number).IsUnique();
            table.HasIndex(r => new { r.Owner, r.Id });
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>An invented bid.</summary>
public sealed record RehearsedBid(int Place, string Bidder, long Price, int Duration, string Leader, bool Own);

/// <summary>模拟环节: the same way as an opening, one step after the other.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(RehearsingSignIn), "rehearsing-sign-in")]
[JsonDerivedType(typeof(RehearsingDecryption), "rehearsing-decryption")]
[JsonDerivedType(typeof(RehearsingReading), "rehearsing-reading")]
[JsonDerivedType(typeof(RehearsingConfirmation), "rehearsing-confirmation")]
[JsonDerivedType(typeof(RehearsalOver), "rehearsal-over")]
public abstract record RehearsalStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The next stage; none at the end.</summary>
    public abstract RehearsalStage? Next(DateTime at);

    /// <summary>Everybody in it is invented, and says so.</summary>
    public static IReadOnlyList<RehearsedBid> Bids { get; } =
    [
        new(1, "虚构甲建设有限公司", 98_765_400, 180, "虚构甲", false),
        new(2, "您（模拟投标人）", 97_600_000, 175, "虚构乙", true),
        new(3, "虚构丙市政有限公司", 99_123_000, 190, "虚构丙", false),
    ];
}

/// <summary>模拟签到</summary>
public sealed record RehearsingSignIn(DateTime At) : RehearsalStage(At)
{
    public override Words Name => ("模拟签到", "Rehearsing the sign-in");

    public static RehearsingSignIn Of(DateTime at) => new(at);

    public override RehearsalStage Next(DateTime at) => new RehearsingDecryption(at);
}

/// <summary>模拟解密</summary>
public sealed record RehearsingDecryption(DateTime At) : RehearsalStage(At)
{
    public override Words Name => ("模拟解密", "Rehearsing the decryption");

    public override RehearsalStage Next(DateTime at) => new RehearsingReading(at);
}

/// <summary>模拟唱标</summary>
public sealed record RehearsingReading(DateTime At) : RehearsalStage(At)
{
    public override Words Name => ("模拟唱标", "Rehearsing the reading out");

    public override RehearsalStage Next(DateTime at) => new RehearsingConfirmation(at);
}

/// <summary>模拟确认</summary>
public sealed record RehearsingConfirmation(DateTime At) : RehearsalStage(At)
{
    public override Words Name => ("模拟确认记录", "Rehearsing the confirmation");

    public override RehearsalStage Next(DateTime at) => new RehearsalOver(at);
}

/// <summary>模拟结束</summary>
public sealed record RehearsalOver(DateTime At) : RehearsalStage(At)
{
    public override Words Name => ("模拟结束", "The rehearsal is over");

    public override RehearsalStage? Next(DateTime at) => null;
}
