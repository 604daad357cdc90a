using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>登记证书: the public keys of a person who acts for a firm. The private keys stay on that person's device.</summary>
/// <param name="Firm">Party id.</param>
public sealed record RegisterCertificate(long Firm, PublicKeys Keys);

/// <summary>C52: one certificate for one person at one firm; a new one replaces the one before. Order 20 art. 40.</summary>
public sealed class RegisterCertificateHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<CertificateRegistered>> Handle(RegisterCertificate ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CertificateRegistered>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, bidder: ask.Firm) is { } refusal)
                    return refusal;
                if (await db.Set<Firm>().AsNoTracking().FirstOrDefaultAsync(f => f.Id == ask.Firm) is not { } firm)
                    return new NotYourFirm();
                return await CertificateWork.Register(db, ask.Keys, (firm.Id, firm.Name), on.By.Division, on);
            },
            ct
        );
}
