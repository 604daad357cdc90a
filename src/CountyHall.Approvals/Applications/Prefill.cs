using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>What the house knows already: fields with source and date, and materials that need not be handed in (Zhejiang arts. 7 and 8).</summary>
public sealed class Prefill(Vault vault)
{
    /// <param name="submitter">Party id of whoever fills in or stands at the counter; none where that is the applicant or unknown.</param>
    public async Task<CaseFile> Of(HallDb db, ServiceGuide guide, Party party, long? submitter, DateTime at)
    {
        var held = await db.Set<HeldDocument>().AsNoTracking().Where(d => d.PartyId == party.Id || d.PartyId == submitter).ToListAsync();
        var person = await db.Set<Party>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == submitter);
        var register = held.FirstOrDefault(d => d.PartyId == party.Id);
        var fields = new Dictionary<string, FieldValue>();
        foreach (var field in guide.Fields)
        {
            var (value, source) = field.Prefill switch
            {
                "applicant.name" => (party.Name, register),
                "applicant.code" => (party is Firm firm ? firm.Uscc : vault.Open(((Person)party).CitizenIdSealed), register),
                "applicant.address" => (party.Address, register),
                "applicant.phone" => (Phone(party), null),
                "applicant.legal-representative" => ((party as Firm)?.LegalRepresentative, register),
                "submitter.name" => (person?.Name, null),
                "submitter.phone" => (Phone(person), null),
                _ => (null, (HeldDocument?)null),
            };
            if (!string.IsNullOrEmpty(value))
                fields[field.Id] = new FieldValue(value, source?.Source ?? "账户资料", source?.CheckedOn ?? CountyTime.DayOf(at));
        }
        var holds = await LicenceRegister.HeldBy(db, held, at, party.Id, submitter);
        return new CaseFile { Fields = fields, Materials = HeldMaterials.Of(guide, holds, at) };
    }

    private string? Phone(Party? party) => party?.PhoneSealed is { } phone ? vault.Open(phone) : null;
}
