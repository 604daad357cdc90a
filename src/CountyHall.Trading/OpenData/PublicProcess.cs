using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.OpenData;

/// <summary>What everybody may know of a tender when a notice appears, and nothing else: the one place that decides what enters the open data.</summary>
/// <remarks>
/// Lots, dates and documents are public with the announcement; questions with the notice that answers them; how many have bid, who, and for how much
/// with the opening record (Bidding Law arts. 22, 36 and 38). Registrations, securities of single bidders, who asked, who sits on a committee and
/// drafts are not read at all.
/// </remarks>
public sealed record PublicProcess(
    TradeProject Project,
    Tender Tender,
    string Department,
    IReadOnlyList<Notice> Notices,
    IReadOnlyDictionary<long, PublicParty> Parties
)
{
    /// <summary>None before the announcement.</summary>
    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>None before the announcement and after a termination.</summary>
    public TenderTimes? Times { get; init; }
    public IReadOnlyList<TenderDocument> Documents { get; init; } = [];

    /// <summary>Answered by one of the notices.</summary>
    public IReadOnlyList<TenderQuestion> Enquiries { get; init; } = [];

    /// <summary>None before the opening record.</summary>
    public IReadOnlyList<OpeningBid> Bids { get; init; } = [];

    /// <summary>None before the candidates are published.</summary>
    public IReadOnlyList<PublicAward> Awards { get; init; } = [];

    /// <summary>None before the contract notice.</summary>
    public IReadOnlyList<PublicContract> Contracts { get; init; } = [];

    /// <summary>Bids by id: whether a notice says that the committee found them valid. One of which no notice speaks is not in it.</summary>
    public IReadOnlyDictionary<long, bool> Verdicts { get; init; } = new Dictionary<long, bool>();

    /// <summary>Number of the failed tender that this one follows.</summary>
    public string? Follows { get; init; }

    public bool IsAnnounced => Tender.Stage is Announced or OpeningEnded || Notices.Any(n => n.Kind == NoticeKind.TenderAnnouncement);

    /// <summary>When it became public.</summary>
    public DateTime AnnouncedAt =>
        Notices.FirstOrDefault(n => n.Kind == NoticeKind.TenderAnnouncement)?.PublishedAt ?? Times?.DocumentsFrom ?? Tender.EnteredAt;

    public bool IsOpened => Notices.Any(n => n.Kind == NoticeKind.OpeningRecord);

    /// <summary>Reads it as it stands with a notice: what was published later is left out.</summary>
    public static async Task<PublicProcess> Of(HallDb db, Notice notice)
    {
        var tender = await db.Tenders.AsNoTracking().SingleAsync(t => t.Id == notice.TenderId);
        var project = await db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId);
        var notices = await db
            .Notices.AsNoTracking()
            .Where(n => n.TenderId == tender.Id && n.Id <= notice.Id)
            .OrderBy(n => n.Id)
            .ToListAsync();
        var department =
            (
                await db.Set<Office>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(o => o.Division == tender.Division && o.Key == tender.SupervisingDepartment)
            )?.Name
            ?? Words.Same(tender.SupervisingDepartment);
        var process = new PublicProcess(project, tender, department.Zh, notices, new Dictionary<long, PublicParty>());
        if (process.IsAnnounced)
        {
            var numbers = notices.ConvertAll(n => n.Number);
            process = process with
            {
                Lots = await db.Lots.AsNoTracking().Where(l => l.TenderId == tender.Id).OrderBy(l => l.Number).ToListAsync(),
                Times = tender.Stage switch
                {
                    Announced announced => announced.Times,
                    OpeningEnded ended => ended.Times,
                    _ => null,
                },
                Documents = await TenderDocument.Published(db, tender),
                Enquiries = await db
                    .TenderQuestions.AsNoTracking()
                    .Where(q => q.TenderId == tender.Id && q.ByNotice != null && numbers.Contains(q.ByNotice))
                    .OrderBy(q => q.Number)
                    .ToListAsync(),
                Follows = tender.Follows is { } before
                    ? await db.Tenders.Where(t => t.Id == before).Select(t => t.Number).SingleAsync()
                    : null,
            };
        }
        if (process.IsOpened)
        {
            var session = db.OpeningSessions.Where(s => s.TenderId == tender.Id).Select(s => s.Id);
            process = process with
            {
                Bids = await db
                    .OpeningBids.AsNoTracking()
                    .Where(b => session.Contains(b.SessionId))
                    .OrderBy(b => b.LotId)
                    .ThenBy(b => b.Place)
                    .ToListAsync(),
            };
        }
        process = await PublicAwards.With(db, process);
        return process with { Parties = await PartiesOf(db, process) };
    }

    private static async Task<Dictionary<long, PublicParty>> PartiesOf(HallDb db, PublicProcess process)
    {
        var tender = process.Tender;
        List<long> ids = [tender.Entity, .. process.Bids.Select(b => b.Bidder), .. process.Awards.SelectMany(a => a.Suppliers)];
        if (tender.Agency is { } agency)
            ids.Add(agency);
        var codes = await db.Set<Firm>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.Uscc);
        // Names as they stood when they were published.
        var parties = new Dictionary<long, PublicParty> { [tender.Entity] = Party(tender.Entity, tender.EntityName) };
        if (tender.Agency is { } by)
            parties[by] = Party(by, tender.AgencyName!);
        foreach (var bid in process.Bids)
            parties.TryAdd(bid.Bidder, Party(bid.Bidder, bid.BidderName));
        return parties;

        PublicParty Party(long id, string name) => new(codes.GetValueOrDefault(id), name, id);
    }
}

/// <summary>An organisation as the open data name it.</summary>
/// <param name="Uscc">统一社会信用代码; none for whoever has none: then the house's own number stands for it.</param>
public sealed record PublicParty(string? Uscc, string Name, long House)
{
    /// <summary>Register of the code, from the list of organisation identifiers.</summary>
    public const string Scheme = "CN-SAIC";

    public string Id => Uscc is { } code ? $"{Scheme}-{code}" : $"party-{House}";
}

/// <summary>定标, as far as it is public.</summary>
/// <param name="Lot">Number of the lot.</param>
/// <param name="Status">Of the code list awardStatus: <c>pending</c> while the candidates are published, then <c>active</c>, <c>unsuccessful</c> or <c>cancelled</c>.</param>
/// <param name="Suppliers">Party ids.</param>
/// <param name="Amount">Fen; none where nobody won.</param>
/// <param name="Bid">Id of the winning bid.</param>
public sealed record PublicAward(
    string Id,
    string Lot,
    string Title,
    string Status,
    DateTime At,
    IReadOnlyList<long> Suppliers,
    long? Amount,
    long? Bid
);

/// <summary>合同, as far as it is public.</summary>
/// <param name="Lot">Number of the lot.</param>
/// <param name="Status">Of the code list contractStatus.</param>
/// <param name="Amount">Fen.</param>
/// <param name="Days">Calendar days.</param>
public sealed record PublicContract(
    string Id,
    string Award,
    string Lot,
    string Title,
    string Status,
    DateTime SignedAt,
    long Amount,
    int Days
);
