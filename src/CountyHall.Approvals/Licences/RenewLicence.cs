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
