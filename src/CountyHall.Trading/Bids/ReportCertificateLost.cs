using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>挂失: a certificate stops at once and for good.</summary>
/// <param name="Certificate">Its number.</param>
public sealed record ReportCertificateLost(string Certificate, string Reason);

[Quiet]
public sealed record CertificateReportedLost(string Certificate, string Reason);

/// <summary>C52: whoever holds it may stop it, and whoever else may act for the firm. From then on it neither signs nor opens.</summary>
public sealed class ReportCertificateLostHandler(HallWriter writer) : IUseCase
{
    /// <summary>The holder; for a firm's, anybody who may act for the firm.</summary>
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<CertificateReportedLost>> Handle(ReportCertificateLost ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CertificateReportedLost>(
            on,
            async db =>
            {
                var found = await db.Certificates.FirstOrDefaultAsync(c => c.Number == ask.Certificate);
                // Somebody else's certificate reads like none: who has one is nobody's business.
                if (found is null || found.Holder != on.By.Id && Charge.Check(on.By, found.Division, bidder: found.Firm) is not null)
                    return new CertificateNotFound(ask.Certificate);
                if (string.IsNullOrWhiteSpace(ask.Reason))
                    return new LossReasonMissing();
                return found
                    .Take((CertificateValid valid) => valid.Lose(on.At, ask.Reason.Trim()))
                    .Then<CertificateReportedLost>(_ => db.Record(found, on, new CertificateReportedLost(found.Number, ask.Reason.Trim())));
            },
            ct
        );
}

public sealed record LossReasonMissing()
    : Refusal(
        ("还没有写挂失的原因。", "No reason was given."),
        ("请写明原因，如“电脑丢失”“口令忘记”。", "Say what happened, such as “computer lost” or “passphrase forgotten”.")
    );
