using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Register;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>报名审核通过</summary>
/// <param name="Registration">Its id.</param>
public sealed record AcceptRegistration(long Registration);

[Quiet]
public sealed record RegistrationWasAccepted(string Lot, IReadOnlyList<Relation> Related);

/// <summary>Relations to other bidders are kept with the acceptance, for the committee after the opening (Implementing Regulation art. 34).</summary>
public sealed class AcceptRegistrationHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfReviewer;

    public Task<Result<RegistrationWasAccepted>> Handle(AcceptRegistration ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RegistrationWasAccepted>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var found = await UnderReview.Find(db, ask.Registration, on);
                if (found is not Result<UnderReview>.Done(var review))
                    return ((Result<UnderReview>.Refused)found).Why;
                var taken = review.Registration.Take((Registered registered) => registered.Accept(on.At, on.By.Name));
                if (taken is Result<RegistrationAccepted>.Refused(var wrong))
                    return wrong;
                TradeRegister.Reviewed(db, review.Lot, review.Registration.BidderName, ReviewOutcome.Accepted, on);
                var related = await Relations.Of(db, vault, review.Registration);
                return db.Record(review.Registration, on, new RegistrationWasAccepted(review.Lot.Number, related));
            },
            ct
        );
}

/// <summary>A registration that the reviewer decides on, with its lot: before the deadline only.</summary>
internal sealed record UnderReview(Registration Registration, Projects.Lot Lot)
{
    public static async Task<Result<UnderReview>> Find(HallDb db, long id, Occasion on)
    {
        if (await db.Registrations.FirstOrDefaultAsync(r => r.Id == id && r.Division == on.By.Division) is not { } registration)
            return new RegistrationNotFound();
        var lot = await db.Lots.FirstAsync(l => l.Id == registration.LotId);
        var tender = await db.Tenders.FirstAsync(t => t.Id == registration.TenderId);
        return tender.BidDeadline is { } deadline && on.At >= deadline ? new DeadlinePassed(deadline) : new UnderReview(registration, lot);
    }
}
