using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Cases;

/// <summary>查阅: somebody in a post opens the record of a case. The person concerned can read who, when and why.</summary>
/// <param name="Purpose">Why; needed to see numbers in full, said by the post itself otherwise.</param>
/// <param name="InFull">查看完整信息: numbers unmasked.</param>
public sealed record OpenCase(CaseNumber Case, string? Purpose, bool InFull);

/// <summary>A reading of somebody's record, kept with the record of that person or firm.</summary>
/// <param name="Office">Key of the office that read.</param>
public sealed record RecordRead(CaseNumber Case, string Office, string Reader, string Purpose, bool InFull);

/// <summary>Personal data may not be used for other purposes (Administrative Licensing Law art. 5; online-services rules arts. 7 and 14).</summary>
public sealed class OpenCaseHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    // Whoever works on the case may open it: its window, its offices, the issuing desk, the supervisors of the division.
    public static Duty Duty => new(null, Reach.Division);

    private static readonly Duty[] Openers =
    [
        Duty.OfClerk,
        Duty.OfApprover,
        Duty.OfHead,
        Duty.OfIssuer,
        new(Role.Head, Reach.RouteOffice),
        new(Role.Supervisor, Reach.Division),
    ];

    public async Task<Result<RecordRead>> Handle(OpenCase ask, Occasion on, CancellationToken ct = default)
    {
        if (ask.InFull && string.IsNullOrWhiteSpace(ask.Purpose))
            return new PurposeMissing();
        // One reading an hour for one reader and case: a page that is reloaded is not read twice.
        var hour = CountyTime.Local(on.At).ToString("yyyyMMddHH", System.Globalization.CultureInfo.InvariantCulture);
        var once = on with { Key = $"read:{ask.Case}:{hour}:{(ask.InFull ? "full" : "")}" };
        return await writer.Write<RecordRead>(
            once,
            async db =>
            {
                if (await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Number == ask.Case) is not { } found)
                    return new CaseNotFound(ask.Case.Value);
                var guide = await catalogue.GuideOf(db, found.Item, found.ItemVersion);
                if (!on.By.IsStaff)
                    return new CaseNotFound(ask.Case.Value);
                var refusals = Openers.Select(duty => duty.Check(on.By, found, guide)).ToList();
                if (refusals.All(r => r is not null))
                    return refusals.FirstOrDefault(r => r is not WrongRole) ?? refusals[0]!;
                if (await db.Facts.AnyAsync(f => f.Key == once.StoredKey))
                    return new ReadThisHour();
                var applicant = await db.Set<Party>().FirstAsync(p => p.Id == found.Applicant);
                var purpose = string.IsNullOrWhiteSpace(ask.Purpose) ? "办理本件" : ask.Purpose.Trim();
                return db.Record(applicant, once, new RecordRead(found.Number, on.By.Office!, on.By.Name, purpose, ask.InFull));
            },
            ct
        );
    }
}

public sealed record PurposeMissing()
    : Refusal(
        ("没有写明查看目的。", "No purpose was given."),
        ("请写明为什么要看完整信息，本人可以查到这次查看。", "Say why the full record is needed; the person concerned can read it."),
        new Provision(Laws.OnlineServices, "第十四条", "art. 14")
    );

/// <summary>Never shown: it makes the writer give the first answer of this hour again.</summary>
internal sealed record ReadThisHour() : Refusal(("本小时已记录。", "Recorded this hour."), ("", ""));
