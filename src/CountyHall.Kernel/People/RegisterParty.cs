using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Kernel.People;

/// <summary>当事人登记: a person or firm that the house did not know is entered at the counter, from the document shown.</summary>
/// <param name="Code">Citizen identity number, or unified social credit code.</param>
/// <param name="LegalRepresentative">法定代表人 or 经营者, for a firm.</param>
public sealed record RegisterParty(string Code, string Name, string? LegalRepresentative, string? Phone, string? Address);

/// <param name="Kind">person or firm.</param>
public sealed record PartyRegistered(long Party, string Kind);

/// <summary>What a typed or scanned number is: a person's or a firm's.</summary>
public sealed record PartyCode(CitizenId? Citizen, Uscc? Firm)
{
    /// <summary>Reads the number by its form: one field takes both. A wrong number is refused as the kind it looks like.</summary>
    public static Result<PartyCode> Read(string? typed)
    {
        var person = CitizenId.Parse(typed);
        if (person is Result<CitizenId>.Done(var citizen))
            return new PartyCode(citizen, null);
        var firm = Uscc.Parse(typed);
        if (firm is Result<Uscc>.Done(var code))
            return new PartyCode(null, code);
        var digits = (typed ?? "").Trim();
        var looksLikePerson = digits.Length > 0 && digits[..^1].All(char.IsAsciiDigit) && digits[0] != '9';
        return looksLikePerson ? ((Result<CitizenId>.Refused)person).Why : ((Result<Uscc>.Refused)firm).Why;
    }

    public string Hash(Vault vault) => Citizen is { } citizen ? Person.HashOf(vault, citizen) : People.Firm.HashOf(vault, Firm!);
}

/// <summary>Only what the service needs is kept; the number of a person is sealed at once (Administrative Licensing Law art. 5).</summary>
public sealed class RegisterPartyHandler(HallWriter writer, Vault vault)
{
    public Task<Result<PartyRegistered>> Handle(RegisterParty ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<PartyRegistered>(
            on,
            async db =>
            {
                if (!on.By.Is(Role.Clerk))
                    return new RegisteredAtTheCounter();
                if (PartyCode.Read(ask.Code) is not Result<PartyCode>.Done(var code))
                    return ((Result<PartyCode>.Refused)PartyCode.Read(ask.Code)).Why;
                if (string.IsNullOrWhiteSpace(ask.Name) || ask.Name.Trim().Length > 200)
                    return new PartyNameMissing();
                if (code.Firm is not null && string.IsNullOrWhiteSpace(ask.LegalRepresentative))
                    return new LegalRepresentativeMissing();
                if (PhoneOf(ask.Phone) is Result<string>.Refused(var why))
                    return why;
                var hash = code.Hash(vault);
                if (await db.Set<Party>().AsNoTracking().FirstOrDefaultAsync(p => p.CodeHash == hash) is { } known)
                    return new KnownAlready(known.MaskedName);
                return Enter(db, ask, code, hash, on);
            },
            ct
        );

    private PartyRegistered Enter(HallDb db, RegisterParty ask, PartyCode code, string hash, Occasion on)
    {
        var phone = PhoneOf(ask.Phone) is Result<string>.Done({ Length: > 0 } given) ? vault.Seal(given) : null;
        var address = string.IsNullOrWhiteSpace(ask.Address) ? null : ask.Address.Trim();
        Party party = code.Citizen is { } citizen
            ? new Person
            {
                Id = Ids.Next(on.At),
                Name = ask.Name.Trim(),
                Address = address,
                PhoneSealed = phone,
                CodeHash = hash,
                CitizenIdSealed = vault.Seal(citizen.ToString()),
            }
            : new Firm
            {
                Id = Ids.Next(on.At),
                Name = ask.Name.Trim(),
                Address = address,
                PhoneSealed = phone,
                CodeHash = hash,
                Uscc = code.Firm!.ToString(),
                LegalRepresentative = ask.LegalRepresentative!.Trim(),
            };
        db.Add(party);
        return db.Record(party, on, new PartyRegistered(party.Id, code.Citizen is null ? "firm" : "person"));
    }

    private static Result<string> PhoneOf(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? (Result<string>)""
        : MobileNumber.Parse(typed) is Result<MobileNumber>.Done(var mobile) ? mobile.ToString()
        : Landline.Parse(typed) is Result<Landline>.Done(var landline) ? landline.ToString()
        : ((Result<MobileNumber>.Refused)MobileNumber.Parse(typed)).Why;
}

public sealed record RegisteredAtTheCounter()
    : Refusal(
        ("只有窗口受理人员可以登记当事人。", "Only a clerk at a window registers persons and firms."),
        ("请到综合窗口办理。", "Go to a comprehensive window."),
        Provisions.Posts
    );

public sealed record PartyNameMissing()
    : Refusal(("没有填写姓名或名称。", "The name is missing."), ("请照证件填写全称。", "Enter it in full, as on the document."));

public sealed record LegalRepresentativeMissing()
    : Refusal(
        ("没有填写法定代表人或经营者。", "The legal representative is missing."),
        ("请照营业执照填写。", "Enter it as on the business licence.")
    );

public sealed record KnownAlready(string Name)
    : Refusal(($"已经登记过：{Name}。", $"Registered already: {Name}."), ("请直接输入号码查找。", "Find it by the number."));
