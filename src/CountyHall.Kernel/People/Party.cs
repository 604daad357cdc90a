using System.ComponentModel.DataAnnotations.Schema;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Kernel.People;

/// <summary>当事人: a natural person or a firm that the house deals with.</summary>
/// <remarks>Numbers of persons are kept sealed and found by a keyed hash; pages show them masked.</remarks>
public abstract class Party : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Name { get; set; }
    public string? Address { get; set; }

    /// <summary>Telephone, sealed.</summary>
    public string? PhoneSealed { get; set; }

    /// <summary>Keyed hash of the identifying number: citizen number or unified social credit code.</summary>
    public required string CodeHash { get; init; }
    public int Version { get; private set; }

    /// <summary>Id and name of the party with this citizen number or unified social credit code; none where the house does not know it.</summary>
    public static Task<(long Id, string Name)?> Find(HallDb db, Vault vault, string code) => Find(db, HashOf(vault, code));

    /// <summary>The same by the hash of the number, which costs time and may be made before the writer's turn.</summary>
    public static async Task<(long Id, string Name)?> Find(HallDb db, string? hash) =>
        hash is null
            ? null
            : await db.AskOne<(long, string)?>(
                """SELECT "Id", "Name" FROM parties WHERE "CodeHash" = @value""",
                hash,
                row => (row.Number(0), row.Text(1))
            );

    /// <summary>The keyed hash of a citizen number or unified social credit code; none where it is neither.</summary>
    public static string? HashOf(Vault vault, string code) =>
        Codes.Uscc.Parse(code) is Result<Uscc>.Done(var uscc) ? Firm.HashOf(vault, uscc)
        : CitizenId.Parse(code) is Result<CitizenId>.Done(var id) ? Person.HashOf(vault, id)
        : null;

    /// <summary>The name as shown to whoever need not know it in full.</summary>
    [NotMapped]
    public abstract string MaskedName { get; }

    internal sealed class Mapping : IEntityTypeConfiguration<Party>
    {
        public void Configure(EntityTypeBuilder<Party> table)
        {
            table.ToTable("parties").HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.HasDiscriminator<string>("Kind").HasValue<Person>("person").HasValue<Firm>("firm");
            table.Property(p => p.Name).HasMaxLength(200);
            table.Property(p => p.CodeHash).HasMaxLength(60);
            table.HasIndex(p => p.CodeHash).IsUnique();
            table.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>自然人</summary>
public sealed class Person : Party
{
    /// <summary>Citizen identity number, sealed.</summary>
    public required string CitizenIdSealed { get; init; }

    public override string MaskedName => PersonName.Mask(Name);

    public static string HashOf(Vault vault, CitizenId id) => vault.KeyedHash("citizen-id", id.ToString());
}

/// <summary>法人、非法人组织、个体工商户</summary>
public sealed class Firm : Party
{
    public required string Uscc { get; init; }

    /// <summary>法定代表人 or 经营者.</summary>
    public required string LegalRepresentative { get; set; }

    public override string MaskedName => Name;

    public static string HashOf(Vault vault, Uscc code) => vault.KeyedHash("uscc", code.ToString());
}

/// <summary>授权: a person may act for a firm, in these matters, until a day.</summary>
public sealed class Mandate : IRecorded
{
    public required long Id { get; init; }
    public required long FirmId { get; init; }
    public required long PersonId { get; init; }

    /// <summary>Legal representatives act by law, others by a letter of authority.</summary>
    public required bool ByLaw { get; init; }
    public required DateOnly Until { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Mandate>
    {
        public void Configure(EntityTypeBuilder<Mandate> table)
        {
            table.ToTable("mandates").HasKey(m => m.Id);
            table.Property(m => m.Id).ValueGeneratedNever();
            table.HasOne<Firm>().WithMany().HasForeignKey(m => m.FirmId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(m => new { m.PersonId, m.FirmId }).IsUnique();
        }
    }
}

/// <summary>证照库: a document of a party that the house holds, so that it need not be handed in again.</summary>
public sealed class HeldDocument : IRecorded
{
    public required long Id { get; init; }
    public required long PartyId { get; init; }

    /// <summary>Kind as guides name it: <c>business-licence</c>, <c>id-card</c>…</summary>
    public required string Kind { get; init; }
    public required string Number { get; init; }
    public required string Source { get; init; }

    /// <summary>The day on which its source last confirmed it.</summary>
    public required DateOnly CheckedOn { get; init; }
    public DateOnly? ValidUntil { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<HeldDocument>
    {
        public void Configure(EntityTypeBuilder<HeldDocument> table)
        {
            table.ToTable("held_documents").HasKey(d => d.Id);
            table.Property(d => d.Id).ValueGeneratedNever();
            table.Property(d => d.Kind).HasMaxLength(60);
            table.HasOne<Party>().WithMany().HasForeignKey(d => d.PartyId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(d => new { d.PartyId, d.Kind });
        }
    }
}
