using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>查阅报名: the reviewer looks at a page of registrations, or at one of them. Every look is recorded before anything is shown.</summary>
/// <param name="Show">Stage that is looked at, such as <c>registered</c>; none for all.</param>
/// <param name="After">Id behind which the page begins.</param>
/// <param name="Registration">The one that is opened; none for the list.</param>
public sealed record ReadRegistrations(string? Show, long? After, long? Registration = null);

/// <param name="Seen">Ids of what was shown.</param>
[Quiet]
public sealed record RegistrationsRead(IReadOnlyList<long> Seen);

/// <summary>Nobody else learns who registered, or how many, before the opening (Bidding Law art. 22).</summary>
public sealed class ReadRegistrationsHandler(HallWriter writer) : IUseCase
{
    public const int Page = 20;

    public static Charge Charge => Charge.OfReviewer;

    public Task<Result<RegistrationsRead>> Handle(ReadRegistrations ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RegistrationsRead>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                var account = await db.Users.Where(u => u.Id == on.By.Id).Select(u => u.StaffId).FirstOrDefaultAsync();
                if (await db.Set<Staff>().FirstOrDefaultAsync(s => s.Id == account) is not { } reader)
                    return new NotYourCharge();
                var list = db.Registrations.AsNoTracking().Where(r => r.Division == on.By.Division);
                if (ask.Registration is { } one)
                    list = list.Where(r => r.Id == one);
                if (!string.IsNullOrEmpty(ask.Show))
                    list = list.Where(r => r.StageName == ask.Show);
                if (ask.After is { } after)
                    list = list.Where(r => r.Id > after);
                // One more than is shown, to know whether there is a next page; it is not shown and not told.
                var seen = await list.OrderBy(r => r.Id).Take(Page + 1).Select(r => r.Id).ToListAsync();
                return db.Record(reader, on, new RegistrationsRead(seen));
            },
            ct
        );
}
