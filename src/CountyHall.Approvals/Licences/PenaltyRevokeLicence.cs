using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>吊销: the licence is taken as a punishment for unlawful activity, by a penalty decision.</summary>
/// <param name="Decision">Number of the penalty decision.</param>
public sealed record PenaltyRevokeLicence(long Licence, string Decision, string Reasons);

/// <summary>Administrative Licensing Law art. 70(4): recorded by the head of the issuing office, on a penalty decision that stands elsewhere.</summary>
public sealed class PenaltyRevokeLicenceHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Head, Reach.DecidingBody);

    public Task<Result<LicencePenaltyRevoked>> Handle(PenaltyRevokeLicence ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<LicencePenaltyRevoked> Act(Licence licence, PenaltyRevokeLicence ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new LicenceReasonsMissing();
        if (string.IsNullOrWhiteSpace(ask.Decision))
            return new PenaltyDecisionMissing();
        var taken = WithdrawLicenceHandler.TakenBy(on, ask.Reasons, "第七十条第四项");
        return licence
            .Take((InForce state) => state.PenaltyRevoke(taken, ask.Decision.Trim()))
            .Then<LicencePenaltyRevoked>(_ => new LicencePenaltyRevoked(taken, ask.Decision.Trim(), Remedies.Text));
    }
}

public sealed record PenaltyDecisionMissing()
    : Refusal(
        ("吊销要有处罚决定书的文号。", "A penalty revocation names its penalty decision."),
        ("请先依法作出处罚决定，再来登记。", "Make the penalty decision first, then record it here."),
        Laws.AdministrativeLicensing.At("第七十条第四项", "art. 70(4)")
    );
