using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Registrations;

/// <summary>报名: one firm takes part in one lot. Until the deadline only the reviewer and the firm itself may know of it (Bidding Law art. 22).</summary>
public sealed class Registration : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long LotId { get; init; }
    public required long TenderId { get; init; }
    public required string Division { get; init; }

    /// <summary>投标人: party id, and the name as it stood then.</summary>
    public required long Bidder { get; init; }
    public required string BidderName { get; init; }

    /// <summary>Person who acts for the bidder.</summary>
    public required long By { get; init; }
    public required DateTime RegisteredAt { get; init; }
    public required RegistrationStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the registration stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : RegistrationStage
        where TTo : RegistrationStage
    {
        if (Stage is not TFrom from)
            return new WrongRegistrationStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    /// <summary>联合体成员: unified social credit codes of the other members; empty where the firm bids alone.</summary>
    public required IReadOnlyList<string> Members { get; set; }

    /// <summary>How the bidder says that it meets the conditions, in its own words.</summary>
    public required string Statement { get; set; }

    /// <summary>The papers for it.</summary>
    public required IReadOnlyList<StoredFile> Papers { get; set; }

    /// <summary>May hand in a bid.</summary>
    public bool MayBid => Stage is RegistrationAccepted;

    internal sealed class Mapping : IEntityTypeConfiguration<Registration>
    {
        public void Configure(EntityTypeBuilder<Registration> table)
        {
            table.ToTable("registrations").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.BidderName).HasMaxLength(200);
            table.Property(r => r.StageName).HasMaxLength(40);
            table.Ignore(r => r.MayBid);
            table
                .Property(r => r.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<RegistrationStage>(json, Recording.Json)!,
                    Columns.ByReference<RegistrationStage>()
                );
            table.Property(r => r.Members).HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table
                .Property(r => r.Papers)
                .HasConversion(Columns.Json<IReadOnlyList<StoredFile>>(), Columns.ByText<IReadOnlyList<StoredFile>>());
            table.Property(r => r.Statement).HasMaxLength(2000);
            table.HasIndex(r => new { r.LotId, r.Bidder }).IsUnique(); // a firm takes part in a lot once
            table.HasIndex(r => new { r.Bidder, r.Id });
            table.HasIndex(r => r.TenderId);
            table.HasIndex(r => new
            {
                r.Division,
                r.StageName,
                r.Id,
            });
            table.HasOne<Lot>().WithMany().HasForeignKey(r => r.LotId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Tender>().WithMany().HasForeignKey(r => r.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(r => r.Bidder).OnDelete(DeleteBehavior.Restrict);
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>报名环节</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Registered), "registered")]
[JsonDerivedType(typeof(RegistrationReturned), "registration-returned")]
[JsonDerivedType(typeof(RegistrationAccepted), "registration-accepted")]
[JsonDerivedType(typeof(RegistrationRefused), "registration-refused")]
public abstract record RegistrationStage(DateTime At)
{
    public abstract Words Name { get; }

    /// <summary>The first step; the rest follow from it.</summary>
    public static Registered Begin(DateTime at) => new(at);
}

/// <summary>待审核, or, where the county has switched the review off, accepted at once.</summary>
public sealed record Registered(DateTime At) : RegistrationStage(At)
{
    public override Words Name => ("待审核", "To be reviewed");

    public RegistrationAccepted Accept(DateTime at, string by) => new(at, by);

    /// <summary>Something is missing that can be supplied.</summary>
    public RegistrationReturned Return(DateTime at, string by, string what) => new(at, by, what);

    /// <summary>Only on a ground that stands in the notice.</summary>
    public RegistrationRefused Refuse(DateTime at, string by, string ground, string reason) => new(at, by, ground, reason);
}

/// <summary>退回补充</summary>
public sealed record RegistrationReturned(DateTime At, string By, string What) : RegistrationStage(At)
{
    public override Words Name => ("退回补充", "Returned to be completed");

    public Registered Supply(DateTime at) => new(at);
}

/// <summary>审核通过</summary>
public sealed record RegistrationAccepted(DateTime At, string By) : RegistrationStage(At)
{
    public override Words Name => ("已通过", "Accepted");
}

/// <summary>不予通过</summary>
/// <param name="Ground">Key of the condition in the notice.</param>
public sealed record RegistrationRefused(DateTime At, string By, string Ground, string Reason) : RegistrationStage(At)
{
    public override Words Name => ("不予通过", "Refused");
}
