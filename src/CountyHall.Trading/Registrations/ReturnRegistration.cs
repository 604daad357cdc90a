using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Registrations;

/// <summary>退回补充: something is missing that can be supplied.</summary>
/// <param name="Registration">Its id.</param>
public sealed record ReturnRegistration(long Registration, string What);

[Quiet]
public sealed record RegistrationWasReturned(string Lot, string What);

/// <summary>Order 20 art. 20.</summary>
public sealed class ReturnRegistrationHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfReviewer;

    public Task<Result<RegistrationWasReturned>> Handle(ReturnRegistration ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RegistrationWasReturned>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var found = await UnderReview.Find(db, ask.Registration, on);
                if (found is not Result<UnderReview>.Done(var review))
                    return ((Result<UnderReview>.Refused)found).Why;
                if (string.IsNullOrWhiteSpace(ask.What) || ask.What.Trim().Length > 1000)
                    return new ReasonsMissing();
                var taken = review.Registration.Take((Registered registered) => registered.Return(on.At, on.By.Name, ask.What.Trim()));
                if (taken is Result<RegistrationReturned>.Refused(var wrong))
                    return wrong;
                return db.Record(review.Registration, on, new RegistrationWasReturned(review.Lot.Number, ask.What.Trim()));
            },
            ct
        );
}
