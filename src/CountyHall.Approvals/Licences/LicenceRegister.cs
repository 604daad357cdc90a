using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Licences;

/// <summary>证照库: enters what the issuing desk makes out, and knows what a party holds.</summary>
public sealed class LicenceRegister(Vault vault)
{
    private const string Identifier = "证照标识";
    private const string Holder = "持证人";
    private const string Until = "有效期至";
    private const string Issued = "发证日期";
    private const string HolderNumber = "公民身份号码";
    private const string HolderCode = "统一社会信用代码";

    /// <summary>Enters the licence that a granted case leads to. Nothing where the result is not a licence, or of no type on record.</summary>
    /// <remarks>The result of a change or a renewal is the next version of the holder's newest licence of the type; the earlier version ends at once (C19).</remarks>
    internal async Task<Licence?> Enter(HallDb db, CaseAtWork at, ResultDocument result, Occasion on)
    {
        if (at.Guide.Result.Kind != ResultKind.Licence)
            return null;
        var (division, name) = (at.Case.Division, at.Guide.Result.Name.Zh);
        if (await db.LicenceTypes.AsNoTracking().FirstOrDefaultAsync(t => t.Division == division && t.NameZh == name) is not { } type)
            return null;
        var day = CountyTime.DayOf(on.At);
        var shown = Shown(type, at);
        if (type.ChangedBy.Contains(at.Case.Item) || type.RenewedBy.Contains(at.Case.Item))
        {
            var (holder, key) = (at.Case.Applicant, type.Key);
            var earlier = await db
                .Licences.Where(l => l.Holder == holder && l.Type == key && !l.Ended)
                .OrderByDescending(l => l.Id)
                .FirstOrDefaultAsync();
            if (
                earlier is not null
                && type.RenewedBy.Contains(at.Case.Item)
                && result.ValidUntil is { } until
                && earlier.ValidUntil is { } before
            )
            {
                earlier.Take((InForce state) => state.Renew(on.At));
                Prolong(earlier, until, day);
                db.Record(earlier, on, new LicenceRenewed(earlier.Identifier, before, until, earlier.Printed), answer: false);
                LicenceReminders.Post(db, on, earlier);
                return earlier;
            }
            if (earlier is not null)
            {
                var old = earlier.Printed.Fields.Where(f => shown.Any(s => s.Name == f.Name && s.Value != f.Value)).ToList();
                earlier.Take((InForce state) => state.Change(on.At));
                Replace(earlier, shown, day);
                db.Record(
                    earlier,
                    on,
                    new LicenceChanged(earlier.Identifier, old, $"办件 {at.Case.Number}", earlier.Printed),
                    answer: false
                );
                return earlier;
            }
        }
        var office = await db.Set<Office>().AsNoTracking().FirstAsync(o => o.Division == division && o.Key == at.Guide.Body);
        var serial = FormattableString.Invariant($"{day.Year}{await db.NextNumber($"licence-{office.Uscc}-{day.Year}"):000000}");
        if (ELicenceId.New(type.Code, office.Uscc, serial) is not Result<ELicenceId>.Done(var id))
            throw new InvalidOperationException($"No identifier can be made of the type {type.Code} and the body {office.Uscc}.");
        var party = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == at.Case.Applicant);
        var licence = new Licence
        {
            Id = Ids.Next(on.At),
            Division = division,
            Type = type.Key,
            Office = at.Guide.Body,
            Holder = party.Id,
            Item = at.Case.Item,
            Case = at.Case.Number,
            Identifier = id.ToString(),
            Number = result.Number,
            TitleZh = type.NameZh,
            TitleEn = type.NameEn,
            IssuedOn = day,
            ValidUntil = result.ValidUntil,
            State = new IssuedLicence(on.At),
            Printed = new Paper(
                type.NameZh,
                result.Number,
                SealName(office),
                Paper.LongDay(day),
                [
                    new(Holder, at.Case.ApplicantName),
                    party is Firm firm ? new(HolderCode, firm.Uscc) : new(HolderNumber, Masked((Person)party)),
                    .. shown,
                    new(Issued, Iso(day)),
                    new(Until, result.ValidUntil is { } end ? Iso(end) : "长期"),
                    new(Identifier, id.ToString()),
                ],
                ["本电子证照与纸质证照具有同等法律效力。内容以登记机关的记录为准，扫码可查验真伪和现在的状态。"]
            ),
        };
        db.Add(licence);
        db.Record(licence, on, new LicenceIssued(licence.Identifier, licence.Number, licence.ValidUntil, licence.Printed), answer: false);
        LicenceReminders.Post(db, on, licence);
        return licence;
    }

    /// <summary>The licences of these parties that hold on a day, as documents that need not be handed in (Zhejiang arts. 7 and 8).</summary>
    /// <returns>What the house holds, without whatever the register says has ended.</returns>
    public static async Task<IReadOnlyList<HeldDocument>> HeldBy(
        HallDb db,
        IReadOnlyList<HeldDocument> known,
        DateTime at,
        params long?[] parties
    )
    {
        var today = CountyTime.DayOf(at);
        // A person's or a firm's licences: a handful.
        var licences = await db
            .Licences.AsNoTracking()
            .Where(l => parties.Contains(l.Holder))
            .OrderByDescending(l => l.Id)
            .Take(200)
            .ToListAsync();
        var offices = await db.Set<Office>().AsNoTracking().Where(o => licences.Select(l => l.Office).Contains(o.Key)).ToListAsync();
        var held = licences
            .Where(l => l.On(today).IsGood())
            .Select(l => new HeldDocument
            {
                Id = l.Id,
                PartyId = l.Holder,
                Kind = l.Type,
                Number = l.Number,
                Source =
                    $"{offices.FirstOrDefault(o => o.Key == l.Office && o.Division == l.Division)?.NameZh ?? l.Office}电子证照 {l.Number}",
                CheckedOn = today,
                // Deemed renewed, it holds although its last day is over.
                ValidUntil = l.On(today) == Standing.DeemedRenewed ? null : l.ValidUntil,
            });
        // What the register knows to have ended proves nothing, even where an older copy of it is on file.
        return [.. held, .. known.Where(k => !licences.Any(l => l.Number == k.Number && l.Holder == k.PartyId && !l.On(today).IsGood()))];
    }

    /// <summary>Fields that say which licence it is; a change leaves them.</summary>
    internal static bool IsFixed(string field) => field is Identifier or Until or Issued or HolderNumber or HolderCode;

    internal static void Prolong(Licence licence, DateOnly until, DateOnly on)
    {
        licence.ValidUntil = until;
        Replace(licence, [new(Until, Iso(until))], on);
    }

    /// <summary>The next version, with these fields in place of those of the same names.</summary>
    internal static void Replace(Licence licence, IReadOnlyList<PaperField> fields, DateOnly on) =>
        licence.NextVersion(
            (paper, identifier) =>
                paper with
                {
                    Day = Paper.LongDay(on),
                    Fields =
                    [
                        .. paper.Fields.Select(f =>
                            f.Name == Identifier ? f with { Value = identifier } : fields.FirstOrDefault(n => n.Name == f.Name) ?? f
                        ),
                    ],
                }
        );

    /// <summary>The name on the seal: 嘉善县 in full where the office calls itself 县….</summary>
    public static string SealName(Office office) =>
        office.NameZh.StartsWith('县')
        && DivisionCode.Parse(office.Division) is Result<DivisionCode>.Done(var code)
        && code.Name is { } county
            ? $"{county.Zh}{office.NameZh[1..]}"
            : office.NameZh;

    private static IReadOnlyList<PaperField> Shown(LicenceType type, CaseAtWork at) =>
        [
            .. at
                .Guide.Fields.Where(f =>
                    type.Shows.Contains(f.Id) && at.Case.File.Fields.TryGetValue(f.Id, out var given) && given.Value.Length > 0
                )
                .Select(f => new PaperField(
                    f.Label.Zh,
                    f.Choices.FirstOrDefault(c => c.Id == at.Case.File.Fields[f.Id].Value)?.Text.Zh ?? at.Case.File.Fields[f.Id].Value
                ))
                .Where(f => !IsFixed(f.Name) && f.Name != Holder),
        ];

    private string Masked(Person person) =>
        CitizenId.Parse(vault.Open(person.CitizenIdSealed)) is Result<CitizenId>.Done(var id) ? id.Masked : "";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
