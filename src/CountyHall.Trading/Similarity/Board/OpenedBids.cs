using System.Security.Cryptography;
using System.Text;
using System.Xml;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>What the house has of the opened bids of a lot, made ready for comparison.</summary>
/// <param name="Input">For <see cref="SimilarityAnalysis"/>.</param>
/// <param name="Bids">The bids, without what the bill check finds.</param>
internal sealed record OpenedBids(SimilarityInput Input, IReadOnlyList<BoardBid> Bids, IReadOnlyList<CheckedBill> Bills)
{
    // A text of a bid is far smaller; whatever is larger holds scans, which are not compared.
    private const long LargestFile = 64L << 20;
    private const int MostEarlier = 60;

    /// <summary>Reads it. A file that is damaged, too large or of another kind becomes a note, and the rest is compared.</summary>
    /// <param name="blank">The blank bill.</param>
    public static async Task<OpenedBids> Of(
        HallDb db,
        BidStore store,
        Vault vault,
        Tender tender,
        Lot lot,
        IReadOnlyList<BillRow> blank,
        CancellationToken ct
    )
    {
        var notes = new List<string>();
        var bids = new List<BoardBid>();
        var compared = new List<ComparedBid>();
        var bills = new List<CheckedBill>();
        var listed = await db.OpeningBids.AsNoTracking().Where(b => b.LotId == lot.Id).OrderBy(b => b.Place).ToListAsync(ct);
        foreach (var bid in listed)
        {
            if (bid.Stage is not Decrypted { Bid: var opened })
                continue;
            var id = $"B{bid.Place:000}";
            var files = await Read(store, opened, id, notes, ct);
            var rows = files.Bills.SelectMany(BillFile.Read).ToList();
            var firm = await db.Set<Firm>().AsNoTracking().FirstAsync(f => f.Id == bid.Bidder, ct);
            bids.Add(new(id, bid.Id, bid.Bidder, bid.BidderName, firm.Uscc, bid.Receipt, files.Read, [], rows.Count(r => r.IsItem)));
            if (rows.Count > 0)
                bills.Add(new(id, rows, opened.ReadPrice / 100m));
            compared.Add(
                new ComparedBid(id)
                {
                    Firm = bid.BidderName,
                    LegalRepresentative = firm.LegalRepresentative,
                    Text = files.Text,
                    HeaderText = files.Headers,
                    Traces = files.Traces,
                    Bill = [.. rows.Where(r => r.IsItem).Select(Line)],
                    Contact = await ContactOf(db, vault, lot, firm, ct),
                    Payer = await PayerOf(db, vault, lot, bid.Bidder, ct),
                    Total = opened.ReadPrice / 100m,
                }
            );
        }
        var documents = await TenderDocument.Published(db, tender);
        var words = string.Join('\n', documents.SelectMany(d => d.Content.Clauses).Select(c => $"{c.Heading}\n{c.Text}"));
        var input = new SimilarityInput(
            [
                new ComparedTender(lot.Number)
                {
                    Name = tender.NameZh,
                    Owner = tender.EntityName,
                    Text = words,
                    Agent = new AgentContact(tender.AgencyName, null, null),
                    BlankBill = [.. blank.Where(r => r.IsItem).Select(r => new BlankLine(r.Number, r.Code, r.Name, r.PriceValue))],
                    Bids = compared,
                },
            ],
            await Earlier(db, store, tender, ct),
            notes
        );
        return new(input, bids, bills);
    }

    private static BillLine Line(BillRow row) => new(row.Number, row.Code, row.Name, row.QuantityValue, row.PriceValue, row.AmountValue);

    private sealed record Contents(
        string Text,
        string Headers,
        DocumentTraces? Traces,
        IReadOnlyList<string> Bills,
        IReadOnlyList<ReadFile> Read
    );

    private static async Task<Contents> Read(BidStore store, OpenedBid opened, string id, List<string> notes, CancellationToken ct)
    {
        var (text, headers) = (new StringBuilder(), new StringBuilder());
        DocumentTraces? traces = null;
        List<string> bills = [];
        List<ReadFile> read = [];
        if (!store.Has(opened.Package))
        {
            notes.Add($"{id}: 找不到已解密的文件包，不比对其文件 (the opened package is missing, its files are not compared)");
            return new("", "", null, [], []);
        }
        var at = opened.FilesAt;
        await using var package = store.OpenRead(opened.Package);
        foreach (var file in opened.Files)
        {
            var from = at;
            at += file.Size;
            var kind = KindOf(file);
            if (kind is null)
            {
                notes.Add($"{id} {file.Name}: 不是 .docx、.txt 或者 .csv，不比对 (neither .docx, .txt nor .csv, not compared)");
                continue;
            }
            if (file.Size > LargestFile)
            {
                notes.Add($"{id} {file.Name}: 超过 64 MB，不比对 (more than 64 MB, not compared)");
                continue;
            }
            var bytes = new byte[file.Size];
            package.Position = from;
            await package.ReadExactlyAsync(bytes, ct);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != file.Sha256)
            {
                notes.Add($"{id} {file.Name}: 与开标时的哈希不符，不比对 (not the bytes that were opened, not compared)");
                continue;
            }
            try
            {
                switch (kind)
                {
                    case ".csv":
                        bills.Add(Encoding.UTF8.GetString(bytes));
                        break;
                    case ".txt":
                        text.Append(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF')).Append('\n');
                        break;
                    default:
                        var office = OfficeFile.Read(new MemoryStream(bytes), withText: true);
                        text.Append(office.Text).Append('\n');
                        headers.Append(office.HeaderText).Append('\n');
                        traces ??= office.Traces;
                        break;
                }
                read.Add(new(file.Name, file.Size, file.Sha256));
            }
            catch (Exception damaged) when (damaged is InvalidDataException or XmlException or NotSupportedException or OverflowException)
            {
                notes.Add($"{id} {file.Name}: 已损坏，不比对 (damaged, not compared): {damaged.Message}");
            }
        }
        return new(text.ToString(), headers.ToString(), traces, bills, read);
    }

    /// <summary>What a file is read as; none where it is not compared.</summary>
    private static string? KindOf(OpenedFile file) =>
        (file.Part, Path.GetExtension(file.Name).ToUpperInvariant()) switch
        {
            ("price", ".CSV") => ".csv",
            ("technical" or "business", ".TXT") => ".txt",
            ("technical" or "business", ".DOCX") => ".docx",
            _ => null,
        };

    private static async Task<ContactOfBidder> ContactOf(HallDb db, Vault vault, Lot lot, Firm firm, CancellationToken ct)
    {
        var by = await db.Set<Registrations.Registration>()
            .Where(r => r.LotId == lot.Id && r.Bidder == firm.Id)
            .Select(r => (long?)r.By)
            .FirstOrDefaultAsync(ct);
        var person = by is null ? null : await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == by, ct);
        return new(person?.Name, Open(person?.PhoneSealed), Open(firm.PhoneSealed), null, firm.Address);

        string? Open(string? sealedText) => sealedText is null ? null : vault.Open(sealedText);
    }

    /// <summary>Whose account paid: another's, where the bank ever booked such a payment, and otherwise the account that counted.</summary>
    private static async Task<PayerOfSecurity?> PayerOf(HallDb db, Vault vault, Lot lot, long bidder, CancellationToken ct)
    {
        if (await db.BidSecurities.AsNoTracking().FirstOrDefaultAsync(s => s.LotId == lot.Id && s.Bidder == bidder, ct) is not { } security)
            return null;
        var lines = await db
            .StatementLines.AsNoTracking()
            .Where(l => l.SubAccount == security.AccountNumber && l.Flow == Flow.In)
            .OrderBy(l => l.Id)
            .ToListAsync(ct);
        var own = await db.BankAccounts.AsNoTracking().Where(a => a.Holder == bidder).Select(a => a.NumberHash).ToListAsync(ct);
        var line = lines.Find(l => l.AccountHash is { } hash && !own.Contains(hash)) ?? lines.LastOrDefault();
        return line is { AccountSealed: { } account }
            ? new(line.NameSealed is { } name ? vault.Open(name) : null, vault.Open(account))
            : null;
    }

    /// <summary>Bids of other tenders that were opened here before: what several firms write is common in the trade.</summary>
    private static async Task<IReadOnlyList<EarlierBid>> Earlier(HallDb db, BidStore store, Tender tender, CancellationToken ct)
    {
        var lots = db.Lots;
        var others = await db
            .OpeningBids.AsNoTracking()
            .Where(b =>
                b.StageName == "decrypted" && lots.Any(l => l.Id == b.LotId && l.TenderId != tender.Id && l.Division == tender.Division)
            )
            .OrderByDescending(b => b.Id)
            .Take(MostEarlier)
            .ToListAsync(ct);
        List<EarlierBid> earlier = [];
        foreach (var bid in others)
        {
            // What is wrong with the files of another tender is no news of this one.
            if (bid.Stage is Decrypted { Bid: var opened } && await Read(store, opened, "", [], ct) is { Text.Length: > 0 } files)
                earlier.Add(new($"{bid.Id}", bid.BidderName, files.Text));
        }
        return earlier;
    }
}
