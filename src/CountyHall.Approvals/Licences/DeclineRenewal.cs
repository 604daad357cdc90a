using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>不予延续: with reasons; the licence ends when it ends.</summary>
public sealed record DeclineRenewal(long Licence, string Reasons);

/// <summary>Administrative Licensing Law arts. 38(2) and 50(2).</summary>
public sealed class DeclineRenewalHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Approver, Reach.RouteOffice);

    public Task<Result<RenewalDeclined>> Handle(DeclineRenewal ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<RenewalDeclined> Act(Licence licence, DeclineRenewal ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new LicenceReasonsMissing();
        if (licence.State is not InForce { Renewal: not null })
            return new RenewalNotAsked();
        // Art. 50(2): no decision by the end means renewed; what the law has granted cannot be declined afterwards.
        if (licence.On(CountyTime.DayOf(on.At)) == Standing.DeemedRenewed)
            return new RenewedByLaw(licence.ValidUntil!.Value);
        return licence
            .Take((InForce state) => state.DeclineRenewal())
            .Then<RenewalDeclined>(_ => new RenewalDeclined(ask.Reasons.Trim(), Remedies.Text));
    }
}

public sealed record RenewedByLaw(DateOnly Ended)
    : Refusal(
        (
            $"{Ended:yyyy-MM-dd} 届满前没有作出决定，已视为准予延续。",
            $"Nothing was decided before {Ended:yyyy-MM-dd}: it is deemed renewed."
        ),
        ("请办理准予延续，写明新的有效期。", "Renew it and give the new end."),
        Rulebook.RenewalRequest.Basis
    );

public sealed record LicenceReasonsMissing()
    : Refusal(
        ("请写明理由，理由会告知持证人。", "Give the reasons; the holder is told."),
        ("写清事实和依据。", "State the facts and the law."),
        Provisions.WrittenRefusal
    );
