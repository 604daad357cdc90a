using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>申请延续: the holder asks that the licence go on after its end.</summary>
public sealed record AskForRenewal(long Licence);

/// <summary>Administrative Licensing Law art. 50(1): at least thirty days before the end.</summary>
public sealed class AskForRenewalHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<RenewalAsked>> Handle(AskForRenewal ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, on), ct);

    internal static Result<RenewalAsked> Act(Licence licence, Occasion on)
    {
        if (licence.State is not InForce now)
            return new WrongLicenceState(licence.Number, licence.State);
        if (licence.ValidUntil is not { } until)
            return new NothingToRenew();
        if (CountyTime.DayOf(on.At) > until)
            return new RenewalTooLate(until);
        if (now.Renewal is not null)
            return new RenewalAskedAlready();
        var request = RenewalRequest.On(on.At, until);
        return licence
            .Take((InForce state) => state.AskForRenewal(request))
            .Then<RenewalAsked>(_ => new RenewalAsked(request.InTime, until));
    }
}

public sealed record NothingToRenew()
    : Refusal(
        ("这份证照长期有效，不必延续。", "This licence has no end; nothing needs renewing."),
        ("内容有变化的，请申请变更。", "Ask for a change where its content has changed.")
    );

public sealed record RenewalTooLate(DateOnly Ended)
    : Refusal(
        ($"证照已于 {Ended:yyyy-MM-dd} 届满，届满后不能延续。", $"The licence ended on {Ended:yyyy-MM-dd}; it cannot be renewed any more."),
        ("请重新申请这项许可。", "Apply for a new one."),
        Rulebook.RenewalRequest.Basis
    );

public sealed record RenewalAskedAlready()
    : Refusal(
        ("已经申请过延续。", "Renewal was asked for already."),
        (
            "等待发证机关决定；届满前未决定的，按期申请的视为准予。",
            "Wait for the decision; asked in time, silence until the end renews it."
        ),
        Rulebook.RenewalRequest.Basis
    );
