using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>窗口收件草稿: a clerk begins an application for somebody at the counter, or goes on with the one begun for the same item.</summary>
/// <param name="Representative">Party id of the person at the counter, where not the applicant.</param>
public sealed record StartAtCounter(string Item, long Applicant, long? Representative);

/// <summary>Zhejiang arts. 7 and 8: what the house holds is not asked for, at the counter no more than online.</summary>
public sealed class StartAtCounterHandler(HallWriter writer, ItemCatalogue catalogue, Prefill prefill, IWindows windows) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<ApplicationStarted>> Handle(StartAtCounter ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ApplicationStarted>(
            on with
            {
                Key = null,
            },
            async db =>
            {
                if (await catalogue.InForce(db, ask.Item, CountyTime.DayOf(on.At)) is not { } version)
                    return new ItemNotInForce(ask.Item);
                if (Duty.CheckPlace(on.By, version.Division, version.Guide) is { } refusal)
                    return refusal;
                if (on.By.Window is not { } window || !await windows.Accepts(version.Division, window, version.Guide.WindowTypes, ct))
                    return new WrongWindow(version.Guide.Name);
                if (await db.Set<Party>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == ask.Applicant) is not { } party)
                    return new NoSuchParty();
                if (!version.Guide.Applicants.Contains(party is Firm ? ApplicantKind.Firm : ApplicantKind.Person))
                    return new WrongKindOfApplicant(version.Guide.Applicants);
                if (await Unauthorised(db, party, ask.Representative, on.At) is { } unauthorised)
                    return unauthorised;

                var open = await db
                    .Applications.Where(a =>
                        a.Owner == on.By.Id && a.Item == ask.Item && a.Applicant == ask.Applicant && a.Submitted == null
                    )
                    .OrderByDescending(a => a.Id)
                    .FirstOrDefaultAsync();
                if (open is not null && open.ItemVersion == version.Version)
                {
                    open.Representative = ask.Representative;
                    return new ApplicationStarted(open.Id);
                }
                var draft = new Application
                {
                    Id = Ids.Next(on.At),
                    Owner = on.By.Id,
                    Item = ask.Item,
                    ItemVersion = version.Version,
                    Applicant = ask.Applicant,
                    Representative = ask.Representative,
                    File = await prefill.Of(db, version.Guide, party, ask.Representative ?? (party as Person)?.Id, on.At),
                    BegunAt = on.At,
                    SavedAt = on.At,
                };
                db.Applications.Add(draft);
                return new ApplicationStarted(draft.Id);
            },
            ct
        );

    /// <summary>A firm does not come by itself: somebody with a mandate stands at the counter.</summary>
    internal static async Task<Refusal?> Unauthorised(HallDb db, Party applicant, long? representative, DateTime at)
    {
        if (applicant is not Firm)
            return null;
        if (representative is not { } person)
            return new RepresentativeMissing();
        var today = CountyTime.DayOf(at);
        return await db.Set<Mandate>().AnyAsync(m => m.FirmId == applicant.Id && m.PersonId == person && m.Until >= today)
            ? null
            : new NoMandate(applicant.Name);
    }
}

public sealed record RepresentativeMissing()
    : Refusal(
        ("还没有登记来办事的人是谁。", "Who has come for the firm is not entered yet."),
        ("请读取或输入来人的公民身份号码。", "Read or type the identity number of the person at the counter."),
        Provisions.IdentityProof
    );

public sealed record NoMandate(string Firm)
    : Refusal(
        ($"来人没有“{Firm}”的有效授权。", $"The person at the counter has no valid mandate of “{Firm}”."),
        (
            "是法定代表人（经营者）本人的，核对后登记；是代理人的，收取授权委托书后登记到期日。",
            "Record the legal representative after checking, or take the letter of authority of an agent and record until when it holds."
        ),
        new Provision(Laws.CivilCode, "第一百六十五条", "art. 165")
    );
