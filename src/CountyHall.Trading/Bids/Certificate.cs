using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Bids;

/// <summary>数字证书: the public keys of one person at one firm, or of one custodian. The private halves never come here.</summary>
public sealed class Certificate : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>证书编号, such as ZS-0Z3K7-2MQ94-QDXA: its id in the form of a short code.</summary>
    public required string Number { get; init; }

    /// <summary>User id and name of the holder.</summary>
    public required long Holder { get; init; }
    public required string HolderName { get; init; }

    /// <summary>Party id and name of the firm; none for a custodian.</summary>
    public long? Firm { get; init; }
    public string? FirmName { get; init; }

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public required string SigningKey { get; init; }

    /// <summary>SubjectPublicKeyInfo in base64.</summary>
    public required string EncryptionKey { get; init; }

    /// <summary>Thumbprints of both, by which envelopes name them.</summary>
    public required string SigningPrint { get; init; }
    public required string EncryptionPrint { get; init; }
    public required DateTime RegisteredAt { get; init; }
    public required DateOnly ValidUntil { get; init; }
    public required CertificateStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    internal static Certificate Issue(
        long id,
        string division,
        (long Id, string Name) holder,
        (long Id, string Name)? firm,
        PublicKeys keys,
        DateTime at
    ) =>
        new()
        {
            Id = id,
            Division = division,
            Number = $"ZS-{ProofCode.Of(id)}",
            Holder = holder.Id,
            HolderName = holder.Name,
            Firm = firm?.Id,
            FirmName = firm?.Name,
            SigningKey = keys.SigningKey,
            EncryptionKey = keys.EncryptionKey,
            SigningPrint = KeyPrint.Of(keys.SigningKey),
            EncryptionPrint = KeyPrint.Of(keys.EncryptionKey),
            RegisteredAt = at,
            ValidUntil = CertificateWork.ValidUntil(at),
            Stage = new CertificateValid(at),
        };

    /// <summary>Why it may not sign on this day; null where it may.</summary>
    public Refusal? CheckToSign(DateOnly today) =>
        Stage is not CertificateValid ? new CertificateStopped(Number, Stage)
        : today > ValidUntil ? new CertificateExpired(Number, ValidUntil)
        : null;

    /// <summary>Why it may not open what was sealed to it; null where it may. One that was replaced or expired since still opens, one reported lost does not.</summary>
    public Refusal? CheckToOpen() => Stage is CertificateLost ? new CertificateStopped(Number, Stage) : null;

    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : CertificateStage
        where TTo : CertificateStage
    {
        if (Stage is not TFrom from)
            return new CertificateStopped(Number, Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Certificate>
    {
        public void Configure(EntityTypeBuilder<Certificate> table)
        {
            table.ToTable("certificates").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Division).HasMaxLength(12);
            table.Property(c => c.Number).HasMaxLength(20);
            table.Property(c => c.HolderName).HasMaxLength(200);
            table.Property(c => c.FirmName).HasMaxLength(200);
            table.Property(c => c.SigningKey).HasMaxLength(200);
            table.Property(c => c.EncryptionKey).HasMaxLength(200);
            table.Property(c => c.SigningPrint).HasMaxLength(64);
            table.Property(c => c.EncryptionPrint).HasMaxLength(64);
            table.Property(c => c.StageName).HasMaxLength(40);
            table
                .Property(c => c.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<CertificateStage>(json, Recording.Json)!,
                    Columns.ByReference<CertificateStage>()
                );
            table.HasIndex(c => c.Number).IsUnique();
            table.HasIndex(c => c.SigningPrint).IsUnique();
            table.HasIndex(c => c.EncryptionPrint).IsUnique();
            table.HasIndex(c => new { c.Holder, c.Id });
            table.HasIndex(c => new { c.Firm, c.Id });
            table.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>证书状态</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(CertificateValid), "certificate-valid")]
[JsonDerivedType(typeof(CertificateLost), "certificate-lost")]
[JsonDerivedType(typeof(CertificateReplaced), "certificate-replaced")]
public abstract record CertificateStage(DateTime At)
{
    public abstract Words Name { get; }
}

/// <summary>有效</summary>
public sealed record CertificateValid(DateTime At) : CertificateStage(At)
{
    public override Words Name => ("有效", "Valid");

    /// <summary>挂失: stops at once, for good.</summary>
    public CertificateLost Lose(DateTime at, string reason) => new(at, reason);

    /// <summary>换发: another takes its place.</summary>
    public CertificateReplaced Replace(DateTime at, string by) => new(at, by);
}

/// <summary>已挂失</summary>
public sealed record CertificateLost(DateTime At, string Reason) : CertificateStage(At)
{
    public override Words Name => ("已挂失", "Reported lost");
}

/// <summary>已换发</summary>
/// <param name="By">Number of the certificate that took its place.</param>
public sealed record CertificateReplaced(DateTime At, string By) : CertificateStage(At)
{
    public override Words Name => ("已换发", "Replaced");
}

/// <summary>What a certificate was used for: each use is a fact.</summary>
public enum CertificateUse
{
    /// <summary>签署投标文件</summary>
    SignBid,

    /// <summary>解密投标文件</summary>
    OpenBid,

    /// <summary>提供密钥份额</summary>
    GiveShare,
}

/// <param name="Lot">标段编号</param>
[Quiet]
public sealed record CertificateUsed(string Certificate, CertificateUse Use, string Lot);
