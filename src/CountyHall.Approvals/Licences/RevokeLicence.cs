using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>撤销: the grant was unlawful, or was obtained by deceit or bribery.</summary>
/// <param name="HarmsPublic">The revocation would gravely harm the public interest.</param>
public sealed record RevokeLicence(long Licence, RevocationGround Ground, string Reasons, bool HarmsPublic = false);

/// <summary>Administrative Licensing Law art. 69: the head of the issuing office; not where it would gravely harm the public interest (69(3)).</summary>
public sealed class RevokeLicenceHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Head, Reach.DecidingBody);

    public Task<Result<LicenceRevoked>> Handle(RevokeLicence ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<LicenceRevoked> Act(Licence licence, RevokeLicence ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new LicenceReasonsMissing();
        if (ask.HarmsPublic)
            return new RevocationHarmsPublic();
        var taken = WithdrawLicenceHandler.TakenBy(
            on,
            ask.Reasons,
            ask.Ground == RevocationGround.Deceit ? "第六十九条第二款" : "第六十九条第一款"
        );
        return licence
            .Take((InForce state) => state.Revoke(taken, ask.Ground))
            .Then<LicenceRevoked>(_ => new LicenceRevoked(taken, ask.Ground, Remedies.Text));
    }
}

public sealed record RevocationHarmsPublic()
    : Refusal(
        ("撤销会对公共利益造成重大损害的，不予撤销。", "Nothing is revoked where that would gravely harm the public interest."),
        ("请以其他方式纠正，并记录在案。", "Put it right in another way, on record."),
        Laws.AdministrativeLicensing.At("第六十九条第三款", "art. 69(3)")
    );
