using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Register;
using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Registrations;

/// <summary>报名不予通过: on a condition of the announcement that the bidder does not meet, and on no other.</summary>
/// <param name="Registration">Its id.</param>
/// <param name="Ground">Key of the condition.</param>
public sealed record RefuseRegistration(long Registration, string Ground, string Reason);

[Quiet]
public sealed record RegistrationWasRefused(string Lot, string Ground, string Reason);

/// <summary>A relation to another bidder is no ground here: the refusal would tell who else takes part (Bidding Law art. 22).</summary>
/// <remarks>Implementing Regulation arts. 32, 34.</remarks>
public sealed class RefuseRegistrationHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfReviewer;

    public Task<Result<RegistrationWasRefused>> Handle(RefuseRegistration ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RegistrationWasRefused>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var found = await UnderReview.Find(db, ask.Registration, on);
                if (found is not Result<UnderReview>.Done(var review))
                    return ((Result<UnderReview>.Refused)found).Why;
                if (string.IsNullOrWhiteSpace(ask.Reason) || ask.Reason.Trim().Length > 1000)
                    return new ReasonsMissing();
                var conditions = await NoticeConditions.Of(db, review.Registration.TenderId);
                if (conditions.All(c => c.Key != ask.Ground))
                    return new GroundNotInTheNotice(ask.Ground);
                var taken = review.Registration.Take(
                    (Registered registered) => registered.Refuse(on.At, on.By.Name, ask.Ground, ask.Reason.Trim())
                );
                if (taken is Result<RegistrationRefused>.Refused(var wrong))
                    return wrong;
                TradeRegister.Reviewed(db, review.Lot, review.Registration.BidderName, ReviewOutcome.Refused, on);
                await SecurityBook.RegistrationRefused(db, review.Registration.LotId, review.Registration.Bidder, on);
                return db.Record(review.Registration, on, new RegistrationWasRefused(review.Lot.Number, ask.Ground, ask.Reason.Trim()));
            },
            ct
        );
}
