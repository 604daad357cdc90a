using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>注销: the formality that ends the record of a licence.</summary>
public sealed record CancelLicence(long Licence, CancellationGround Ground, string Reasons);

/// <summary>Administrative Licensing Law art. 70: the head of the issuing office, on one of six grounds.</summary>
public sealed class CancelLicenceHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Head, Reach.DecidingBody);

    public Task<Result<LicenceCancelled>> Handle(CancelLicence ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<LicenceCancelled> Act(Licence licence, CancelLicence ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new LicenceReasonsMissing();
        var taken = WithdrawLicenceHandler.TakenBy(on, ask.Reasons, $"第七十条第{"一二三四五六"[(int)ask.Ground]}项");
        if (ask.Ground == CancellationGround.TakenBack)
            return licence
                .Take((TakenBack state) => state.Cancel(taken))
                .Then<LicenceCancelled>(_ => Cancelled(CancellationGround.TakenBack));
        if (ask.Ground == CancellationGround.Expired && licence.On(CountyTime.DayOf(on.At)) != Standing.Expired)
            return new NotExpired(licence.ValidUntil);
        return licence.Take((InForce state) => state.Cancel(taken, ask.Ground)).Then<LicenceCancelled>(_ => Cancelled(ask.Ground));

        LicenceCancelled Cancelled(CancellationGround ground) => new(taken, ground, Remedies.Text);
    }
}

public sealed record NotExpired(DateOnly? Ends)
    : Refusal(
        (
            Ends is { } day ? $"证照有效期至 {day:yyyy-MM-dd}，还没有届满，或者已视为延续。" : "证照长期有效，不会届满。",
            Ends is { } end ? $"The licence runs until {end:yyyy-MM-dd}, or is deemed renewed." : "The licence has no end."
        ),
        ("请选择实际的情形。", "Choose the ground that is there."),
        Laws.AdministrativeLicensing.At("第七十条第一项", "art. 70(1)")
    );
