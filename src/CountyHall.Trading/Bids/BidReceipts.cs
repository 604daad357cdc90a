using System.Globalization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>签名回执: what the bidder keeps of a submission, signed by the hall and checkable without it.</summary>
/// <remarks>A signed note (C2SP signed-note) whose lines docs/trading/bid-envelope.md lists; with the leaf it names, the proof of the public log is checked.</remarks>
public sealed class BidReceipts(Vault vault, LogName name)
{
    private readonly NoteSigner signer = vault.Signer($"{name.Origin}/bids");

    /// <summary>The key by which receipts are checked, as published at <c>/api/bidding/key</c>.</summary>
    public VerifierKey Key => signer.Verifier;

    /// <summary>The newest submission of a bid, with its fact; none where there is none.</summary>
    public static async Task<(BidSubmitted Said, Fact Fact)?> Newest(HallDb db, long bid, CancellationToken ct = default)
    {
        var kind = Recording.KindOf(typeof(BidSubmitted));
        var fact = await db
            .Facts.AsNoTracking()
            .Where(f => f.Subject == bid && f.Kind == kind)
            .OrderByDescending(f => f.Id)
            .FirstOrDefaultAsync(ct);
        return fact is null ? null : (fact.Read<BidSubmitted>(), fact);
    }

    /// <summary>The newest refusal of a bid that came too late, with its fact; none where nothing came late.</summary>
    public static async Task<(BidRefusedLate Said, Fact Fact)?> Refused(
        HallDb db,
        Registration registration,
        CancellationToken ct = default
    )
    {
        var (kind, subject) = (Recording.KindOf(typeof(BidRefusedLate)), registration.Id);
        var fact = await db
            .Facts.AsNoTracking()
            .Where(f => f.Subject == subject && f.Kind == kind)
            .OrderByDescending(f => f.Id)
            .FirstOrDefaultAsync(ct);
        return fact is null ? null : (fact.Read<BidRefusedLate>(), fact);
    }

    /// <summary>拒收凭证: what was refused, when it came and whether it was sealed (Implementing Regulation art. 36).</summary>
    public SignedNote Of(BidRefusedLate said, string bidder, Fact fact) =>
        SignedNote.Sign(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                countyhall bid refusal 1
                lot {said.Lot}
                bidder {bidder}
                arrived {said.ArrivedAt:yyyy-MM-ddTHH:mm:ss.fffZ}
                deadline {said.Deadline:yyyy-MM-ddTHH:mm:ss.fffZ}
                sealed {(said.Sealed ? "yes" : "no")}
                fact {ProofCode.Of(fact.Id)}
                leaf {Convert.ToHexStringLower(PublicLog.LeafHash(fact))}

                """
            ),
            signer
        );

    public SignedNote Of(BidSubmitted said, Fact fact) =>
        SignedNote.Sign(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                countyhall bid receipt 1
                lot {said.Lot}
                bidder {said.Bidder}
                version {said.Serial}
                sha256 {said.Sha256}
                size {said.Size}
                received {said.ReceivedAt:yyyy-MM-ddTHH:mm:ss.fffZ}
                certificate {said.Certificate}
                fact {ProofCode.Of(fact.Id)}
                leaf {Convert.ToHexStringLower(PublicLog.LeafHash(fact))}

                """
            ),
            signer
        );
}
