using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Commitments;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>接口提交: another system hands in a whole application for one of its users, in one step.</summary>
/// <param name="Applicant">Citizen number or unified social credit code.</param>
/// <param name="Representative">Citizen number of the person who acts for a firm.</param>
public sealed record SubmitFromSystem(string Item, string Applicant, string? Representative)
{
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields whose register the applicant calls wrong: the applicant's own value prevails (Zhejiang art. 7).</summary>
    public IReadOnlyCollection<string> Contested { get; init; } = [];

    /// <summary>Material of the guide by its id, each with the hash of a file sent before (<see cref="UploadMaterial"/>).</summary>
    public IReadOnlyDictionary<string, string> Materials { get; init; } = new Dictionary<string, string>();
    public DeliveryWay Delivery { get; init; } = DeliveryWay.Counter;
    public bool Committed { get; init; }
    public bool GapsPromised { get; init; }
}

/// <summary>Administrative Licensing Law art. 29; Zhejiang art. 6: what is known is filled in, what is handed in is checked and received as on the site.</summary>
public sealed class SubmitFromSystemHandler(
    HallWriter writer,
    ItemCatalogue catalogue,
    Prefill prefill,
    CountyCalendar calendar,
    Vault vault
) : IUseCase
{
    public static Duty Duty => Duty.OfSystem;

    public Task<Result<CaseReceived>> Handle(SubmitFromSystem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Submit(db, ask, on), ct);

    private async Task<Result<CaseReceived>> Submit(HallDb db, SubmitFromSystem ask, Occasion on)
    {
        if (Duty.CheckSystem(on.By, SystemRight.Submit) is { } refusal)
            return refusal;
        if (await catalogue.InForce(db, ask.Item, CountyTime.DayOf(on.At)) is not { Guide.Online: true } version)
            return new ItemNotInForce(ask.Item);
        if (on.By.Division != version.Division)
            return new WrongDivision();
        var who = await Who(db, ask, version.Guide, on.At);
        if (who is not Result<Standing>.Done(var (applicant, representative)))
            return ((Result<Standing>.Refused)who).Why;
        var sent = await Files(db, ask, version.Guide, on.By);
        if (sent is not Result<IReadOnlyDictionary<string, StoredFile>>.Done(var files))
            return ((Result<IReadOnlyDictionary<string, StoredFile>>.Refused)sent).Why;

        var known = await prefill.Of(db, version.Guide, applicant, representative ?? (applicant as Person)?.Id, on.At);
        var typed = new SaveApplication(0)
        {
            Answers = ask.Answers,
            Fields = ask.Fields,
            Contested = ask.Contested,
            Files = files,
            Delivery = ask.Delivery,
            Committed = ask.Committed,
            GapsPromised = ask.GapsPromised,
        };
        var file = SaveApplicationHandler.Merge(known, typed, version.Guide, on);
        if (await AfterCommitment.Bar(db, file, applicant.Id) is { } barred)
            return barred;
        if (SubmitApplicationHandler.Unready(file, version.Guide) is { } unready)
            return unready;
        var receipt = new Receipt(version, applicant.Id, applicant.Name, representative, file);
        return await CaseWork.Receive<CaseReceived>(db, receipt, on, null, calendar.Now);
    }

    private sealed record Standing(Party Applicant, long? Representative);

    /// <summary>The applicant, and for a firm the person with a mandate: the same as at the counter.</summary>
    private async Task<Result<Standing>> Who(HallDb db, SubmitFromSystem ask, ServiceGuide guide, DateTime at)
    {
        if (await Party.Find(db, vault, ask.Applicant) is not { } found)
            return new ApplicantNotRegistered();
        var applicant = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == found.Id);
        if (!guide.Applicants.Contains(applicant is Firm ? ApplicantKind.Firm : ApplicantKind.Person))
            return new WrongKindOfApplicant(guide.Applicants);
        if (ask.Representative is null)
            return await StartAtCounterHandler.Unauthorised(db, applicant, null, at) is { } missing
                ? missing
                : new Standing(applicant, null);
        // The house keeps mandates of firms alone; a letter of authority of a person is shown at the counter.
        if (applicant is Person)
            return new RepresentsFirmsOnly();
        var representative = await Party.Find(db, vault, ask.Representative);
        return await StartAtCounterHandler.Unauthorised(db, applicant, representative?.Id ?? 0, at) is { } none
            ? none
            : new Standing(applicant, representative!.Value.Id);
    }

    private static async Task<Result<IReadOnlyDictionary<string, StoredFile>>> Files(
        HallDb db,
        SubmitFromSystem ask,
        ServiceGuide guide,
        Actor by
    )
    {
        var hashes = ask.Materials.Values.Distinct().ToList();
        var sent = await db
            .UploadedMaterials.AsNoTracking()
            .Where(u => u.System == by.Id && hashes.Contains(u.Hash))
            .ToDictionaryAsync(u => u.Hash, u => u.File);
        var files = new Dictionary<string, StoredFile>();
        foreach (var (material, hash) in ask.Materials)
        {
            if (guide.Material(material) is null)
                return new MaterialNotListed(material);
            if (!sent.TryGetValue(hash, out var file))
                return new MaterialNotUploaded(material);
            files[material] = file;
        }
        return files;
    }
}

public sealed record ApplicantNotRegistered()
    : Refusal(
        ("没有登记过这个申请人的证件号码或信用代码。", "The applicant's number is not registered here."),
        (
            "请申请人先在本网站登录一次，或到综合窗口登记。",
            "The applicant signs in to this site once, or is registered at a comprehensive window."
        )
    );

public sealed record RepresentsFirmsOnly()
    : Refusal(
        ("个人申请不能通过接口由他人代办。", "For a person nobody else can apply through the interface."),
        ("请本人办理，或由代理人持委托书到窗口办理。", "The person applies, or an agent comes to a window with a letter of authority."),
        Provisions.IdentityProof
    );

public sealed record MaterialNotListed(string Material)
    : Refusal(
        ($"办事指南里没有材料“{Material}”。", $"The guide has no material “{Material}”."),
        (
            "请按指南 materials 里的 id 填写，不要提交清单以外的材料。",
            "Use the ids in the guide's materials; nothing beyond the list is taken."
        ),
        Provisions.OnlyListedMaterial
    );

public sealed record MaterialNotUploaded(string Material)
    : Refusal(
        ($"材料“{Material}”的文件没有由本系统上传过。", $"The file of “{Material}” was not uploaded by this system."),
        ("先 POST /api/v1/files 上传，再用返回的 hash。", "POST it to /api/v1/files first and use the hash in the answer.")
    );
