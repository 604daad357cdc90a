using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>Checks who stands at the window, against sealed numbers.</summary>
public sealed class Identities(Vault vault)
{
    /// <summary>The applicant or representative whose identity number ends in these four places; none where neither does.</summary>
    public async Task<Party?> Collector(HallDb db, Case @case, string lastFour)
    {
        var wanted = lastFour.Trim().ToUpperInvariant();
        if (wanted.Length != 4)
            return null;
        long?[] who = [@case.Applicant, @case.Representative];
        var parties = await db.Set<Party>().AsNoTracking().Where(p => who.Contains(p.Id)).ToListAsync();
        return parties
            .OrderBy(p => p.Id == @case.Applicant ? 0 : 1)
            .FirstOrDefault(p => NumberOf(p).EndsWith(wanted, StringComparison.Ordinal));
    }

    /// <summary>The case, for whoever knows its number and the last four places of the applicant's number, or of who handed it in; none otherwise.</summary>
    public async Task<CaseNumber?> Trackable(HallDb db, CaseNumber number, string lastFour) =>
        await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number) is { } found
        && await Collector(db, found, lastFour) is not null
            ? number
            : null;

    private string NumberOf(Party party) =>
        party switch
        {
            Person person => vault.Open(person.CitizenIdSealed),
            Firm firm => firm.Uscc,
            _ => "",
        };
}
