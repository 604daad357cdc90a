using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>在线申报: begins an application, or goes on with the one that was begun for the same item.</summary>
/// <param name="Applicant">The citizen, or a firm that the citizen represents.</param>
public sealed record StartApplication(string Item, long Applicant);

/// <param name="Id">The draft; its address is the same on every device.</param>
public sealed record ApplicationStarted(long Id);

/// <summary>Zhejiang art. 6: whoever applies chooses online; what is known is filled in with its source (arts. 7 and 8).</summary>
public sealed class StartApplicationHandler(HallWriter writer, ItemCatalogue catalogue, Prefill prefill) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<ApplicationStarted>> Handle(StartApplication ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ApplicationStarted>(
            on,
            async db =>
            {
                if (on.By.IsStaff || !on.By.MayActFor(ask.Applicant))
                    return new NotYourParty();
                if (await catalogue.InForce(db, ask.Item, CountyTime.DayOf(on.At)) is not { Guide.Online: true } version)
                    return new ItemNotInForce(ask.Item);
                var party = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == ask.Applicant);
                if (!version.Guide.Applicants.Contains(party is Firm ? ApplicantKind.Firm : ApplicantKind.Person))
                    return new WrongKindOfApplicant(version.Guide.Applicants);

                var open = await db
                    .Applications.Where(a =>
                        a.Owner == on.By.Id && a.Item == ask.Item && a.Applicant == ask.Applicant && a.Submitted == null
                    )
                    .OrderByDescending(a => a.Id)
                    .FirstOrDefaultAsync();
                if (open is not null)
                    return new ApplicationStarted(open.Id);

                var draft = new Application
                {
                    Id = Ids.Next(on.At),
                    Owner = on.By.Id,
                    Item = ask.Item,
                    ItemVersion = version.Version,
                    Applicant = ask.Applicant,
                    File = await prefill.Of(db, version.Guide, party, on.By.Person, on.At),
                    BegunAt = on.At,
                    SavedAt = on.At,
                };
                db.Applications.Add(draft);
                return new ApplicationStarted(draft.Id);
            },
            ct
        );
}

public sealed record NotYourParty()
    : Refusal(
        ("您不能代这个申请人申请。", "You cannot apply for this applicant."),
        ("请本人登录，或由法定代表人授权后再办。", "The applicant signs in, or authorises you first."),
        Kernel.Law.Provisions.Posts
    );

public sealed record WrongKindOfApplicant(IReadOnlyList<ApplicantKind> Wanted)
    : Refusal(
        (
            $"本事项的申请主体是{(Wanted.Contains(ApplicantKind.Firm) ? "企业、个体工商户或组织" : "个人")}。",
            $"This service is for {(Wanted.Contains(ApplicantKind.Firm) ? "firms and organisations" : "persons")}."
        ),
        ("请换一个申请主体。", "Choose another applicant.")
    );
