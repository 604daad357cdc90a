using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>What a session was for.</summary>
public enum SessionPurpose
{
    /// <summary>开标、评标</summary>
    OpeningAndEvaluation,

    /// <summary>开标</summary>
    Opening,

    /// <summary>评标</summary>
    Evaluation,

    /// <summary>拍卖、挂牌截止</summary>
    Auction,
}

/// <summary>How a booked session ended.</summary>
public enum SessionEnd
{
    /// <summary>已举行</summary>
    Held,

    /// <summary>开标时因投标人不足停止: it was held all the same.</summary>
    StoppedAtOpening,

    /// <summary>事前取消: nobody came.</summary>
    Cancelled,
}

/// <summary>场次登记: a session of the county venue that was over, or a booking that was given up.</summary>
public sealed class RegisteredSession : RegisterLine
{
    /// <summary>Its own number, such as CC2020-0001, or the id of the venue's session.</summary>
    public required string Number { get; init; }
    public required SessionPurpose Purpose { get; init; }

    /// <summary>Numbers of the lots that were dealt with.</summary>
    public required IReadOnlyList<string> Lots { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required SessionEnd End { get; init; }

    /// <summary>排练: with test bidders.</summary>
    public required bool IsTest { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredSession>
    {
        public void Configure(EntityTypeBuilder<RegisteredSession> table)
        {
            Map(table, "registered_sessions");
            table.Property(s => s.Number).HasMaxLength(30);
            table.Property(s => s.Lots).HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table.HasIndex(s => s.Number).IsUnique();
            table.HasIndex(s => new { s.Division, s.HeldOn });
        }
    }
}

/// <summary>现场服务日志: who of the venue served a session, and when.</summary>
public sealed class RegisteredService : RegisterLine
{
    public required string Session { get; init; }
    public required DateTime From { get; init; }
    public required DateTime To { get; init; }

    /// <summary>Name of whoever closed the log.</summary>
    public required string By { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredService>
    {
        public void Configure(EntityTypeBuilder<RegisteredService> table)
        {
            Map(table, "registered_services");
            table.Property(s => s.Session).HasMaxLength(30);
            table.Property(s => s.By).HasMaxLength(200);
            table.HasIndex(s => s.Session);
        }
    }
}
