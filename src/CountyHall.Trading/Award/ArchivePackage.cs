using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Recomputation;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>One file of an archive.</summary>
/// <param name="Path">Its name in the package, with forward slashes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lowercase hex.</param>
public sealed record ArchivedFile(string Path, long Size, string Sha256);

/// <summary>哈希清单: every file of an archive but the list itself.</summary>
/// <param name="Format">Always <see cref="ArchiveManifest.Name"/>.</param>
public sealed record ArchiveManifest(string Format, string Tender, DateTime ArchivedAt, IReadOnlyList<ArchivedFile> Files)
{
    public const string Name = "countyhall tender archive 1";

    /// <summary>The list as <c>sha256sum -c</c> reads it, in the order of the names.</summary>
    public string Text => string.Concat(Files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => $"{f.Sha256}  {f.Path}\n"));

    /// <summary>SHA-256 of <see cref="Text"/>, lowercase hex: the one number that the public log vouches for.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public static ArchiveManifest Of(string tender, DateTime at, IEnumerable<(string Path, byte[] Bytes)> files) =>
        new(
            Name,
            tender,
            at,
            [
                .. files
                    .Select(f => new ArchivedFile(f.Path, f.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(f.Bytes))))
                    .OrderBy(f => f.Path, StringComparer.Ordinal),
            ]
        );
}

/// <summary>What lets anybody check an archive without asking the house: the fact of the archive with its place in the public log.</summary>
/// <param name="Code">短码 of the fact.</param>
/// <param name="Entry">The entry of the fact in the public log, word for word.</param>
/// <param name="Body">The fact itself; its SHA-256 stands in the entry.</param>
/// <param name="Receipt">Inclusion proof with its signed checkpoint; none until the fact is in the log.</param>
public sealed record ArchiveEvidence(string Code, string Entry, string Body, string? Receipt);

/// <summary>招标档案包: made from the records each time, and each time the same bytes as the list of hashes says.</summary>
public static class ArchivePackage
{
    public const string HashesJson = "hashes.json";
    public const string HashesText = "hashes.txt";
    public const string Evidence = "evidence.json";

    /// <summary>Everything of a tender up to an instant: documents, notices, opening, reports, awards, contracts, performance.</summary>
    /// <param name="at">When it was archived; what came later is not part of it.</param>
    public static async Task<IReadOnlyList<(string Path, byte[] Bytes)>> Files(HallDb db, Tender tender, DateTime at)
    {
        var files = new List<(string, byte[])>();
        var project = await db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId);
        var lots = await db.Lots.AsNoTracking().Where(l => l.TenderId == tender.Id).OrderBy(l => l.Number).ToListAsync();
        Add(
            "tender.json",
            new
            {
                project = new
                {
                    project.Number,
                    project.NameZh,
                    project.NameEn,
                    project.Funds,
                    project.Place,
                    project.Approval,
                },
                tender = new
                {
                    tender.Number,
                    tender.NameZh,
                    tender.NameEn,
                    tender.Kind,
                    tender.Method,
                    tender.Round,
                    tender.EntityName,
                    tender.AgencyName,
                    tender.SupervisingDepartment,
                    tender.BidDeadline,
                },
                lots = lots.Select(l => new
                {
                    l.Number,
                    l.NameZh,
                    l.NameEn,
                    l.Estimate,
                    l.MaximumPrice,
                    l.Security,
                    l.Duration,
                }),
            }
        );
        foreach (var document in await TenderDocument.Published(db, tender))
            Add(FormattableString.Invariant($"documents/v{document.Number:00}.json"), document.Content);
        foreach (
            var notice in await db
                .Notices.AsNoTracking()
                .Where(n => n.TenderId == tender.Id && n.PublishedAt <= at)
                .OrderBy(n => n.Id)
                .ToListAsync()
        )
        {
            Add(
                $"notices/{notice.Number}.json",
                new
                {
                    notice.Number,
                    notice.Kind,
                    notice.TitleZh,
                    notice.TitleEn,
                    notice.PublishedAt,
                    notice.Sections,
                }
            );
            files.Add(($"notices/{notice.Number}.txt", Encoding.UTF8.GetBytes(Plain(notice))));
        }
        var byLot = lots.ToDictionary(l => l.Id);
        var ids = byLot.Keys.ToList();
        var opened = await db
            .OpeningBids.AsNoTracking()
            .Where(b => ids.Contains(b.LotId))
            .OrderBy(b => b.LotId)
            .ThenBy(b => b.Place)
            .ToListAsync();
        Add(
            "opening/bids.json",
            opened.Select(b => new
            {
                lot = byLot[b.LotId].Number,
                b.Place,
                b.BidderName,
                b.Receipt,
                b.ReceivedAt,
                b.SecurityZh,
                b.Stage,
            })
        );
        foreach (var lot in lots)
        {
            if (await Evaluation.EvaluationReport.Of(db, lot.Id) is { } report)
                Add($"evaluation/{lot.Number}.json", new { report.Content, report.SignedAt });
            if (await LotAward.Of(db, lot.Id) is not { } award)
                continue;
            Add(
                $"award/{lot.Number}.json",
                new
                {
                    award.Stage,
                    award.FixedAt,
                    award.ReportedAt,
                    award.ReportText,
                    objections = (
                        await db.ResultObjections.AsNoTracking().Where(o => o.LotId == lot.Id).OrderBy(o => o.Number).ToListAsync()
                    ).Select(o => new
                    {
                        o.Number,
                        o.ByName,
                        o.Interest,
                        o.Text,
                        o.RaisedAt,
                        o.Outcome,
                        o.Answer,
                        o.AnsweredAt,
                    }),
                    reviews = (
                        await db.CommitteeReviews.AsNoTracking().Where(r => r.LotId == lot.Id).OrderBy(r => r.Id).ToListAsync()
                    ).Select(r => new
                    {
                        r.Review,
                        r.Opinion,
                        r.Rejections,
                        r.SignedAt,
                    }),
                    results = (
                        await db.TradeResults.AsNoTracking().Where(r => r.LotId == lot.Id).OrderBy(r => r.Serial).ToListAsync()
                    ).Select(r => new
                    {
                        r.Serial,
                        r.WinnerName,
                        r.Amount,
                        r.Compared,
                        gain = TradeResult.GainOf(r.Compared, r.Amount),
                        r.Reason,
                        r.At,
                    }),
                    performance = (
                        await db.PerformanceEntries.AsNoTracking().Where(e => e.LotId == lot.Id).OrderBy(e => e.Id).ToListAsync()
                    ).Select(e => new
                    {
                        e.Kind,
                        e.Amount,
                        e.Text,
                        e.At,
                        e.Notice,
                    }),
                }
            );
            var issued = Recording.KindOf(typeof(AwardNoticeIssued));
            foreach (
                var fact in await db
                    .Facts.AsNoTracking()
                    .Where(f => f.Subject == award.Id && f.Kind == issued)
                    .OrderBy(f => f.Id)
                    .ToListAsync()
            )
            {
                var said = fact.Read<AwardNoticeIssued>();
                Add(
                    $"award/{said.Number}.json",
                    new
                    {
                        code = ProofCode.Of(fact.Id),
                        said.Number,
                        paper = said.Printed,
                    }
                );
            }
            if (award.Stage is ContractFulfilled { Contract: var contract, SignedAt: var signedAt, Winner: var winner })
                Add(
                    $"contract/{lot.Number}.json",
                    new
                    {
                        contract,
                        signedAt,
                        winner = winner.BidderName,
                    }
                );
        }
        return files;

        void Add(string path, object content) => files.Add((path, JsonSerializer.SerializeToUtf8Bytes(content, Recording.Json)));
    }

    /// <summary>Writes the package to a stream, entry by entry.</summary>
    public static async Task Write(
        Stream into,
        IReadOnlyList<(string Path, byte[] Bytes)> files,
        ArchiveManifest manifest,
        ArchiveEvidence evidence,
        CancellationToken ct = default
    )
    {
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        foreach (var (path, bytes) in files)
            await Add(path, bytes);
        await Add(HashesText, Encoding.UTF8.GetBytes(manifest.Text));
        await Add(HashesJson, JsonSerializer.SerializeToUtf8Bytes(manifest, Recording.Json));
        await Add(Evidence, JsonSerializer.SerializeToUtf8Bytes(evidence, Recording.Json));

        async Task Add(string path, byte[] bytes)
        {
            var entry = zip.CreateEntry(path);
            // The zip format has no time zones: everything in it bears the instant of the archive, in UTC.
            entry.LastWriteTime = new DateTimeOffset(DateTime.SpecifyKind(manifest.ArchivedAt, DateTimeKind.Unspecified), TimeSpan.Zero);
            await using var open = await entry.OpenAsync(ct);
            await open.WriteAsync(bytes, ct);
        }
    }

    /// <summary>Where the files that the records give now differ from the list that was archived.</summary>
    public static IReadOnlyList<RecomputedLine> Compare(ArchiveManifest archived, IReadOnlyList<(string Path, byte[] Bytes)> files) =>
        Compare(archived, files.ToDictionary(f => f.Path, f => Convert.ToHexStringLower(SHA256.HashData(f.Bytes))));

    private static List<RecomputedLine> Compare(ArchiveManifest archived, Dictionary<string, string> hashes)
    {
        var lines = archived
            .Files.Select(f =>
            {
                var computed = hashes.GetValueOrDefault(f.Path, "");
                return new RecomputedLine(Words.Same(f.Path), computed == f.Sha256, f.Sha256, computed);
            })
            .ToList();
        var listed = archived.Files.Select(f => f.Path).ToHashSet();
        lines.AddRange(hashes.Where(h => !listed.Contains(h.Key)).Select(h => new RecomputedLine(Words.Same(h.Key), false, "", h.Value)));
        return lines;
    }

    /// <summary>Checks a package that somebody kept: every file against the list, the list against the fact, the fact against its entry in the log.</summary>
    /// <returns>None where it is no package of a tender.</returns>
    public static async Task<(ArchiveEvidence Evidence, IReadOnlyList<RecomputedLine> Lines)?> Check(
        Stream package,
        CancellationToken ct = default
    )
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(package, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            var own = new Dictionary<string, byte[]>();
            var hashes = new Dictionary<string, string>();
            foreach (var entry in zip.Entries)
            {
                await using var open = await entry.OpenAsync(ct);
                if (entry.FullName is HashesJson or HashesText or Evidence)
                {
                    using var memory = new MemoryStream();
                    await open.CopyToAsync(memory, ct);
                    own[entry.FullName] = memory.ToArray();
                }
                else
                    hashes[entry.FullName] = Convert.ToHexStringLower(await SHA256.HashDataAsync(open, ct));
            }
            if (
                !own.TryGetValue(HashesJson, out var json)
                || !own.TryGetValue(Evidence, out var said)
                || JsonSerializer.Deserialize<ArchiveManifest>(json, Recording.Json) is not { Format: ArchiveManifest.Name } manifest
                || JsonSerializer.Deserialize<ArchiveEvidence>(said, Recording.Json) is not { Entry: not null, Body: not null } evidence
            )
                return null;
            var lines = Compare(manifest, hashes);
            var text = own.TryGetValue(HashesText, out var written) ? Encoding.UTF8.GetString(written) : "";
            lines.Add(
                new(
                    (HashesText, HashesText),
                    text == manifest.Text,
                    manifest.Sha256,
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))
                )
            );
            var recorded = JsonSerializer.Deserialize<TenderWasArchived>(evidence.Body, Recording.Json);
            lines.Add(
                new(
                    ("哈希清单与公开日志中的归档事实", "The list of hashes and the fact of the archive"),
                    recorded?.Sha256 == manifest.Sha256,
                    recorded?.Sha256 ?? "",
                    manifest.Sha256
                )
            );
            var body = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(evidence.Body)));
            lines.Add(
                new(
                    ("归档事实与日志条目", "The fact and its entry in the log"),
                    evidence.Entry.Contains($"\nbody {body}\n", StringComparison.Ordinal),
                    evidence.Code,
                    body
                )
            );
            return (evidence, lines);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or JsonException)
        {
            return null;
        }
    }

    private static string Plain(Notice notice)
    {
        var text = new StringBuilder($"{notice.TitleZh}\n{notice.Number}  {Written.Second(notice.PublishedAt)}\n");
        foreach (var section in notice.Sections)
            text.Append('\n').Append(section.Heading.Zh).Append('\n').Append(section.Text).Append('\n');
        return text.ToString();
    }
}
