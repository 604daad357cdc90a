using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.Journal;

/// <summary>事实: something that happened to a record, written once and never changed. A correction is another fact.</summary>
public sealed class Fact
{
    public required long Id { get; init; }

    /// <summary>The record it happened to.</summary>
    public required long Subject { get; init; }

    /// <summary>What happened, such as <c>case-accepted</c>: the name of the type of <see cref="Body"/> in kebab case.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened (UTC); may lie before <see cref="RecordedAt"/> where paper came first or a clock spoke by itself.</summary>
    public required DateTime OccurredAt { get; init; }
    public required DateTime RecordedAt { get; init; }

    /// <summary>Id of the user who did it; 0 = the house itself (a clock that ran out).</summary>
    public required long Actor { get; init; }

    /// <summary>The window, office or "online" where it happened.</summary>
    public required string Place { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>Idempotency key: a second command with the same key gives this fact as its answer.</summary>
    public string? Key { get; init; }

    /// <summary>The fact itself as JSON, which is also the answer to the command that made it.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the record's row after the fact: whoever changes the row by hand is found by it.</summary>
    public byte[] After { get; internal set; } = [];

    /// <summary>16 random bytes, so that the published leaf hash tells nothing about a body that could be guessed.</summary>
    public required byte[] Salt { get; init; }

    /// <summary>The run of facts with which it enters the public log (<see cref="LogRun"/>).</summary>
    public long Run { get; internal set; }

    /// <summary>Its body is <see cref="QuietAttribute"/>; known while it is being saved.</summary>
    internal bool Quiet { get; init; }

    /// <summary>The record after the fact, while it is being saved.</summary>
    internal object? Record { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> table)
        {
            table.ToTable("facts").HasKey(f => f.Id);
            table.Property(f => f.Id).ValueGeneratedNever();
            table.Property(f => f.Kind).HasMaxLength(60);
            table.Property(f => f.Place).HasMaxLength(60);
            table.Property(f => f.Key).HasMaxLength(100);
            table.Ignore(f => f.Record).Ignore(f => f.Quiet);
            table.HasIndex(f => new { f.Subject, f.Id });
            table.HasIndex(f => f.Key).IsUnique().HasFilter("\"Key\" IS NOT NULL");
        }
    }
}

/// <summary>How something reached the house.</summary>
public enum Channel
{
    /// <summary>网上</summary>
    Online,

    /// <summary>窗口</summary>
    Window,

    /// <summary>后台部门</summary>
    Office,

    /// <summary>接口</summary>
    Api,

    /// <summary>时钟: a limit ran out by itself</summary>
    Clock,
}
