using System.Collections.Concurrent;
using System.Text.Json;
using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Licences;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading;
using CountyHall.Trading.Award;
using CountyHall.Web.Hosting;
using CountyHall.Web.Pages.MyCases;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Verify;

/// <summary>How documents are signed and which address they lead to: section <c>Documents</c> of the settings.</summary>
public sealed class DocumentSettings
{
    /// <summary>SM2, or ECDSA where ordinary PDF readers are to check the signature by themselves.</summary>
    public SigningAlgorithm Algorithm { get; set; } = SigningAlgorithm.Sm2;

    /// <summary>Raised when the keys are changed; the keys of all earlier series stay published.</summary>
    public int Series { get; set; } = 1;

    /// <summary>The public address of the site, such as <c>https://hall.example</c>; without it that of the request.</summary>
    public string? Address { get; set; }
}

/// <summary>What is printed under a code, and what the record says of it now.</summary>
/// <param name="Paper">The words as recorded.</param>
/// <param name="Licence">The licence of which this is a version; none for other documents.</param>
/// <param name="Holder">Whom it concerns, covered as the public may see it.</param>
public sealed record PrintedFact(Fact Fact, Paper Paper, string Holder, string HolderInFull, Licence? Licence, IReadOnlyList<Fact> Course)
{
    /// <summary>Where the fact stands in the public log, from 0; none until it has been entered.</summary>
    public long? Place { get; init; }
}

/// <summary>Prints documents, signs them for their office, and finds them again by their code.</summary>
public sealed class Documents(
    IDbContextFactory<HallDb> contexts,
    CaseReader cases,
    PublicLog log,
    Vault vault,
    SiteSettings site,
    DocumentSettings settings,
    IHttpContextAccessor request
) : IDisposable
{
    private static readonly string[] Versions =
    [
        .. new[] { typeof(LicenceIssued), typeof(LicenceChanged), typeof(LicenceRenewed) }.Select(Recording.KindOf),
    ];
    private static readonly string AwardNotice = Recording.KindOf(typeof(AwardNoticeIssued));
    private readonly ConcurrentDictionary<(string, string, SigningAlgorithm), DocumentSigner> signers = new();

    /// <summary>The keys of every office, of both algorithms and of every series so far, and the key of the log.</summary>
    public async Task<PublishedKeys> Keys(CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var offices = await db.Set<Office>().AsNoTracking().OrderBy(o => o.Id).ToListAsync(ct);
        return new(
            [
                .. from office in offices
                from series in Enumerable.Range(1, settings.Series)
                from algorithm in Enum.GetValues<SigningAlgorithm>()
                select Signer(office, series, algorithm).Key,
            ],
            [log.Key]
        );
    }

    /// <summary>The document of a fact; none where there is no such fact or it is nothing that is printed.</summary>
    public async Task<PrintedFact?> Find(long fact, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return
            await db.Facts.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fact, ct) is { } found
            && await Printed(db, found, ct) is { } printed
            ? printed with
            {
                Place = await PublicLog.PlaceOf(db, found, ct),
            }
            : null;
    }

    private async Task<PrintedFact?> Printed(HallDb db, Fact found, CancellationToken ct)
    {
        if (Versions.Contains(found.Kind))
        {
            var licence = await db.Licences.AsNoTracking().FirstAsync(l => l.Id == found.Subject, ct);
            var party = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == licence.Holder, ct);
            var course = await db.Facts.AsNoTracking().Where(f => f.Subject == licence.Id).OrderBy(f => f.Id).ToListAsync(ct);
            var printed = JsonDocument.Parse(found.Body).RootElement.GetProperty("printed").Deserialize<Paper>(Recording.Json)!;
            return new(found, printed, party.MaskedName, party.Name, licence, course);
        }
        if (found.Kind == AwardNotice)
        {
            var award = await db.LotAwards.AsNoTracking().FirstAsync(a => a.Id == found.Subject, ct);
            var issued = found.Read<AwardNoticeIssued>();
            var winner = await db.Set<Party>().AsNoTracking().FirstAsync(p => p.Id == issued.Winner, ct);
            var facts = await db
                .Facts.AsNoTracking()
                .Where(f => f.Subject == award.Id && f.Kind == AwardNotice)
                .OrderBy(f => f.Id)
                .ToListAsync(ct);
            return new(found, issued.Printed, winner.MaskedName, winner.Name, null, facts);
        }
        if (CaseReader.Tell(found) is not { } told || Papers.TitleOf(told.Body) is not { } title)
            return null;
        if (
            await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.Id == found.Subject, ct) is not { } @case
            || await cases.Read(@case.Number, ct) is not { } view
        )
            return null;
        var key = told.Body is CaseReceived or ResultHandedOver ? "centre" : view.Guide.Body;
        var office =
            await db.Set<Office>().AsNoTracking().FirstOrDefaultAsync(o => o.Division == @case.Division && o.Key == key, ct)
            ?? await OfficeOf(db, @case.Division, view.Guide.Body, ct);
        return new(found, PaperOf(view, told, title, office), view.Applicant.MaskedName, @case.ApplicantName, null, []);
    }

    /// <summary>The signed PDF of a document, with its data and, once it is in the log, its inclusion proof.</summary>
    public async Task<byte[]> Print(PrintedFact printed, string office, DateTime at, CancellationToken ct = default)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var division = printed.Licence?.Division ?? site.Division;
        var issuing = await OfficeOf(db, division, office, ct);
        var code = ProofCode.Of(printed.Fact.Id);
        var paper = printed.Paper with { Code = code, Address = $"{Address}/verify/{code}", Remark = Remark };
        var data = PaperData.Of(paper, printed.Fact, await PublicLog.ReceiptOf(db, printed.Fact, ct));
        return PdfSignature.Append(
            PdfPrint.Write(data.Paper, data.Write()),
            data.Paper,
            Signer(issuing, settings.Series, settings.Algorithm),
            at
        );
    }

    /// <summary>The document as it should be, under the code that a file carries.</summary>
    public async Task<Paper?> Recorded(string code) =>
        ProofCode.Read(code) is { } fact && await Find(fact) is { } found
            ? found.Paper with
            {
                Code = ProofCode.Of(fact),
                Address = $"{Address}/verify/{ProofCode.Of(fact)}",
                Remark = Remark,
            }
            : null;

    // Reading a strange PDF costs the processor; two at a time leave room for everybody else.
    private readonly SemaphoreSlim readers = new(2);

    /// <summary>Looks at a file that somebody shows, against the record and the published keys.</summary>
    public async Task<PaperFinding> Check(byte[] file, CancellationToken ct = default)
    {
        await readers.WaitAsync(ct);
        try
        {
            return await PaperCheck.Check(file, await Keys(ct), Recorded);
        }
        finally
        {
            readers.Release();
        }
    }

    public void Dispose() => readers.Dispose();

    private string Address =>
        settings.Address?.TrimEnd('/') ?? (request.HttpContext is { } http ? $"{http.Request.Scheme}://{http.Request.Host}" : "");

    private string? Remark => site.Demonstration ? "演示数据，人员和单位均为虚构，无法律效力" : null;

    private static Task<Office> OfficeOf(HallDb db, string division, string key, CancellationToken ct) =>
        db.Set<Office>().AsNoTracking().FirstAsync(o => o.Division == division && o.Key == key, ct);

    private DocumentSigner Signer(Office office, int series, SigningAlgorithm algorithm)
    {
        var host = log.Origin.Split('/')[0];
        var name = FormattableString.Invariant($"{host}/documents/{office.Division}/{office.Key}/{series}");
        return signers.GetOrAdd(
            (name, LicenceRegister.SealName(office), algorithm),
            of => vault.DocumentSigner(of.Item1, of.Item2, of.Item3)
        );
    }

    /// <summary>A paper of a case: what the fact itself says, and nothing that can change later.</summary>
    private static Paper PaperOf(CaseView view, Told told, Words title, Office office)
    {
        var day = CountyTime.DayOf(told.Fact.OccurredAt);
        var (fields, text) = (
            new List<PaperField>
            {
                new("申请人", view.Case.ApplicantName),
                new("事项", view.Guide.Name.Zh),
                new("办件编号", view.Case.Number.Value),
            },
            new List<string>()
        );
        switch (told.Body)
        {
            case CaseReceived received:
                fields.Add(new("收件时间", Write.Instant(told.Fact.OccurredAt)));
                fields.Add(new("收件地点", received.Place));
                text.Add("已收到上列申请。是否受理，当场或者在法定期限内告知；需要补正的，一次性列全。");
                break;
            case CaseAccepted accepted:
                fields.Add(new("受理时间", Write.Instant(told.Fact.OccurredAt)));
                fields.Add(
                    new(
                        "承诺办结时限",
                        accepted.PromisedDays == 0
                            ? "当场办结"
                            : FormattableString.Invariant($"自受理之日起 {accepted.PromisedDays} 个工作日")
                    )
                );
                fields.Add(new("法定办结时限", FormattableString.Invariant($"{accepted.LegalDays} 个工作日")));
                fields.Add(new("受理人", $"{accepted.By}，{accepted.Place}"));
                text.Add("经审查，申请材料齐全、符合法定形式，现予受理（行政许可法第三十二条第一款第五项）。");
                break;
            case OfficeConcluded { Conclusion: var conclusion } concluded:
                fields.Add(new("作出时间", Write.Instant(told.Fact.OccurredAt)));
                text.Add(
                    concluded.Granted
                        ? $"经审查，符合法定条件、标准，决定准予。审查意见：{conclusion.Opinion}"
                        : $"经审查，不符合法定条件，决定不予许可。理由：{conclusion.Grounds?.Reasons ?? conclusion.Opinion}"
                );
                if (conclusion.Grounds is { } grounds)
                    text.Add($"依据：{grounds.Basis}");
                if (concluded.Remedies is { } remedies)
                    text.Add(remedies.Zh);
                break;
            case ResultMade made:
                title = Words.Same(made.Result.Title);
                fields.Add(new("文书编号", made.Result.Number));
                fields.Add(new("制作时间", Write.Instant(made.Result.MadeAt)));
                fields.Add(new("有效期至", made.Result.ValidUntil is { } until ? Write.Day(until) : "长期"));
                break;
            default:
                fields.Add(new("时间", Write.Instant(told.Fact.OccurredAt)));
                text.Add(told.Body.Says.Zh);
                break;
        }
        return new Paper(title.Zh, view.Case.Number.Value, LicenceRegister.SealName(office), Paper.LongDay(day), fields, text);
    }
}
