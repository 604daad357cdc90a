using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>开始签到: whoever begins it is the chair.</summary>
public sealed record BeginSignIn(string Number);

public sealed record SignInBegun(string Number, Chair Chair);

public sealed class BeginSignInHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<SignInBegun>> Handle(BeginSignIn ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<SignInBegun>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.Tender.BidDeadline is not { } deadline)
                    return new TenderNotAnnounced();
                var from = deadline.AddMinutes(-Rulebook.SignInBefore.Amount);
                return on.At < from
                    ? new SignInNotYet(from)
                    : await opening.Step(
                        (Scheduled scheduled) => scheduled.BeginSignIn(on.At, new Chair(on.By.Id, on.By.Name)),
                        begun => new SignInBegun(ask.Number, begun.Chair),
                        _ => ("开始签到", "Signing in has begun")
                    );
            },
            ct
        );
}
