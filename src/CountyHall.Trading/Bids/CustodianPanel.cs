using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Bids;

/// <summary>密钥保管人名单: among whom content keys are split, and how many of them it takes. Never changed; another follows.</summary>
/// <remarks>A lot keeps the panel that stood at its announcement (<see cref="Of"/>), whatever panels follow.</remarks>
public sealed class CustodianPanel : IRecorded
{
    public required long Id { get; init; }
    public required string Division { get; init; }

    /// <summary>Such as BG-001.</summary>
    public required string Number { get; init; }

    /// <summary>How many must agree.</summary>
    public required int Threshold { get; init; }
    public required IReadOnlyList<Custodian> Members { get; init; }
    public required DateTime From { get; init; }

    public SealingTerms TermsOf(Lot lot) =>
        new(lot.Number, Number, Threshold, [.. Members.Select(m => new PanelSeat(m.Index, m.Name, m.EncryptionKey))]);

    /// <summary>Whether an envelope is split among just these custodians.</summary>
    public bool IsIn(EnvelopeHeader header) =>
        header.Custodians.Panel == Number
        && header.Custodians.Threshold == Threshold
        && header.Custodians.Shares.Select(s => s.Key).SequenceEqual(Members.Select(m => KeyPrint.Of(m.EncryptionKey)));

    /// <summary>The panel of a tender: the newest at its announcement, or else the first that came after it. None while there is none.</summary>
    public static async Task<CustodianPanel?> Of(HallDb db, Tender tender, CancellationToken ct = default)
    {
        var announced = tender.Stage switch
        {
            Announced at => at.At,
            _ => tender.BidDeadline,
        };
        if (announced is not { } since)
            return null;
        var panels = db.CustodianPanels.AsNoTracking().Where(p => p.Division == tender.Division);
        return await panels.Where(p => p.From <= since).OrderByDescending(p => p.From).ThenByDescending(p => p.Id).FirstOrDefaultAsync(ct)
            ?? await panels.OrderBy(p => p.From).ThenBy(p => p.Id).FirstOrDefaultAsync(ct);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<CustodianPanel>
    {
        public void Configure(EntityTypeBuilder<CustodianPanel> table)
        {
            table.ToTable("custodian_panels").HasKey(p => p.Id);
            table.Property(p => p.Id).ValueGeneratedNever();
            table.Property(p => p.Division).HasMaxLength(12);
            table.Property(p => p.Number).HasMaxLength(20);
            table
                .Property(p => p.Members)
                .HasConversion(Columns.Json<IReadOnlyList<Custodian>>(), Columns.ByText<IReadOnlyList<Custodian>>());
            table.HasIndex(p => new { p.Division, p.Number }).IsUnique();
            table.HasIndex(p => new { p.Division, p.From });
        }
    }
}

/// <summary>密钥保管人</summary>
/// <param name="Index">Place of the share, from 1.</param>
/// <param name="User">User id.</param>
/// <param name="Certificate">Id of the certificate.</param>
/// <param name="EncryptionKey">Public, SubjectPublicKeyInfo in base64.</param>
public sealed record Custodian(int Index, long User, string Name, long Certificate, string EncryptionKey);
