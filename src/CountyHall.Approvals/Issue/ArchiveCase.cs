using System.IO.Compression;
using System.Text.Json;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Issue;

public sealed record CaseArchived(string Package, string Hash, int Files) : ICaseFact
{
    public Words Says => ($"归档，{Files} 个文件，归档包 SHA-256 {Hash[..12]}…", $"Archived, {Files} files, package SHA-256 {Hash[..12]}…");
}

/// <summary>归档: packs a finished case — its facts, its file and what was handed in — and seals it by its hash.</summary>
/// <remarks>Online-services rules art. 12, Archives Law arts. 36 and 37: source, procedure and elements provable. Made by the house itself.</remarks>
public sealed class ArchiveCase(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    FileStore files,
    ItemCatalogue catalogue,
    TimeProvider time
) : IJob<ArchiveSoon>
{
    private static readonly JsonSerializerOptions Whole = new(Recording.Json) { IgnoreReadOnlyProperties = false, WriteIndented = true };

    public async Task Do(ArchiveSoon body, CancellationToken ct)
    {
        var (number, now) = (body.Case, time.Now());
        await using var db = await contexts.CreateDbContextAsync(ct);
        var asked = new CaseNumber(number);
        var found = await db.Cases.AsNoTracking().FirstAsync(c => c.Number == asked, ct);
        if (found.Stage is not Delivered)
            return; // done already: a job may come twice
        var facts = await db.Facts.AsNoTracking().Where(f => f.Subject == found.Id).OrderBy(f => f.Id).ToListAsync(ct);
        var package = await Pack(
            found,
            facts,
            JsonSerializer.SerializeToUtf8Bytes(await catalogue.GuideOf(db, found.Item, found.ItemVersion), Recording.Json),
            ct
        );
        var stored = await files.Keep(package, $"{number}.zip", "application/zip", ct);

        var house = new Occasion(Actor.House, $"archive:{number}", now, Channel.Clock, "archive");
        await writer.Write<CaseArchived>(
            house,
            async inside =>
            {
                var @case = await inside.Cases.FirstAsync(c => c.Number == asked, CancellationToken.None);
                var at = new CaseAtWork(@case, await catalogue.GuideOf(inside, @case.Item, @case.ItemVersion), WorkingCalendar.Published);
                var step = @case.Take((Delivered delivered) => delivered.Archive(now, stored.Name, stored.Hash));
                if (step is Result<Archived>.Refused(var why))
                    return why;
                await CaseWork.File(inside, at, now);
                return inside.Record(
                    @case,
                    house,
                    new CaseArchived(stored.Name, stored.Hash, found.File.Materials.Values.Count(m => m.File is not null))
                );
            },
            ct
        );
    }

    private async Task<byte[]> Pack(Case found, List<Fact> facts, byte[] guide, CancellationToken ct)
    {
        using var memory = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(memory, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct))
        {
            await Add(zip, "case.json", JsonSerializer.SerializeToUtf8Bytes(Manifest(found), Whole), ct);
            await Add(zip, "facts.json", JsonSerializer.SerializeToUtf8Bytes(facts.Select(Told), Whole), ct);
            await Add(zip, "guide.json", guide, ct);
            foreach (var (material, handed) in found.File.Materials)
            {
                if (handed.File is not { } file)
                    continue;
                var entry = zip.CreateEntry($"materials/{material}/{file.Name}");
                await using var into = await entry.OpenAsync(ct);
                await using var from = files.OpenRead(file.Hash);
                await from.CopyToAsync(into, ct);
            }
        }
        return memory.ToArray();
    }

    private static object Manifest(Case c) =>
        new
        {
            c.Number,
            c.Division,
            c.Item,
            c.ItemVersion,
            c.ApplicantName,
            c.Channel,
            c.ReceivedPlace,
            c.ReceivedAt,
            c.File,
            c.Stage,
        };

    private static object Told(Fact f) =>
        new
        {
            f.Id,
            f.Kind,
            f.OccurredAt,
            f.RecordedAt,
            f.Actor,
            f.Place,
            f.Channel,
            Body = JsonSerializer.Deserialize<JsonElement>(f.Body),
            After = Convert.ToHexStringLower(f.After),
            Salt = Convert.ToHexStringLower(f.Salt),
        };

    private static async Task Add(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var into = await zip.CreateEntry(name).OpenAsync(ct);
        await into.WriteAsync(content, ct);
    }
}
