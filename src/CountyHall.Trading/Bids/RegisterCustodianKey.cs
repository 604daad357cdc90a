using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Bids;

/// <summary>登记保管人密钥: the public keys of one who keeps a share. The private keys stay on that person's device.</summary>
public sealed record RegisterCustodianKey(PublicKeys Keys);

/// <summary>C52: a custodian's own keys; a new one replaces the one before, and panels named before keep the old.</summary>
public sealed class RegisterCustodianKeyHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfCustodian;

    public Task<Result<CertificateRegistered>> Handle(RegisterCustodianKey ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CertificateRegistered>(
            on,
            async db =>
                Charge.Check(on.By, on.By.Division) is { } refusal
                    ? refusal
                    : await CertificateWork.Register(db, ask.Keys, null, on.By.Division, on),
            ct
        );
}
