using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>补充报名材料: what the reviewer asked for comes in before the deadline.</summary>
public sealed record SupplyRegistration(string Lot, long Bidder, string Statement, IReadOnlyList<StoredFile> Papers);

[Quiet]
public sealed record RegistrationSupplied(string Lot, int Papers);

/// <summary>Order 20 art. 20.</summary>
public sealed class SupplyRegistrationHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<RegistrationSupplied>> Handle(SupplyRegistration ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RegistrationSupplied>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division, bidder: ask.Bidder) is { } stranger)
                    return stranger;
                var opened = await OpenLot.Find(db, ask.Lot, on.At);
                if (opened is not Result<OpenLot>.Done(var open))
                    return ((Result<OpenLot>.Refused)opened).Why;
                var registration = await db.Registrations.FirstOrDefaultAsync(r => r.LotId == open.Lot.Id && r.Bidder == ask.Bidder);
                if (registration is null)
                    return new RegistrationNotFound();
                if (string.IsNullOrWhiteSpace(ask.Statement) || ask.Statement.Trim().Length > 2000)
                    return new StatementMissing();
                var taken = registration.Take((RegistrationReturned returned) => returned.Supply(on.At));
                if (taken is Result<Registered>.Refused(var wrong))
                    return wrong;
                registration.Statement = ask.Statement.Trim();
                registration.Papers = [.. registration.Papers, .. ask.Papers];
                return db.Record(registration, on, new RegistrationSupplied(ask.Lot, ask.Papers.Count));
            },
            ct
        );
}
