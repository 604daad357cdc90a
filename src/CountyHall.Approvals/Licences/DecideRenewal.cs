using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>准予延续: the office prolongs the licence that its holder asked to prolong.</summary>
/// <param name="Until">The new last day.</param>
public sealed record RenewLicence(long Licence, DateOnly Until);

/// <summary>Administrative Licensing Law art. 50(2).</summary>
public sealed class RenewLicenceHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Approver, Reach.RouteOffice);

    public Task<Result<LicenceRenewed>> Handle(RenewLicence ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<LicenceRenewed> Act(Licence licence, RenewLicence ask, Occasion on)
    {
        if (licence.State is not InForce now)
            return new WrongLicenceState(licence.Number, licence.State);
        if (now.Renewal is null || licence.ValidUntil is not { } before)
            return new RenewalNotAsked();
        if (ask.Until <= before || ask.Until <= CountyTime.DayOf(on.At))
            return new RenewalShorter(before);
        return licence
            .Take((InForce state) => state.Renew(on.At))
            .Then<LicenceRenewed>(_ =>
            {
                LicenceRegister.Prolong(licence, ask.Until, CountyTime.DayOf(on.At));
                return new LicenceRenewed(licence.Identifier, before, ask.Until, licence.Printed);
            });
    }
}

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

public sealed record RenewalNotAsked()
    : Refusal(
        ("持证人没有申请延续。", "The holder has not asked for renewal."),
        ("延续依申请办理。", "Renewal is on application."),
        Rulebook.RenewalRequest.Basis
    );

public sealed record RenewalShorter(DateOnly Before)
    : Refusal(
        ($"新的有效期要晚于 {Before:yyyy-MM-dd}，并且在今天之后。", $"The new end lies after {Before:yyyy-MM-dd} and after today."),
        ("请改日期。", "Change the day.")
    );

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
