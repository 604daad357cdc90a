using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Hosting;

/// <summary>How much room the records take and how much is left, measured at most every ten minutes: a walk over all files takes time.</summary>
public sealed class StorageUse(Storage storage, IDbContextFactory<HallDb> contexts, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);
    private volatile Measure? last;

    /// <summary>Coarse, all of it: that it has grown a little must not tell that somebody has just registered or handed in a bid (Bidding Law art. 22).</summary>
    /// <param name="Database">Bytes, rounded up to a quarter of a gigabyte.</param>
    /// <param name="Files">Bytes of the uploaded files, rounded up likewise. How many there are is not told.</param>
    /// <param name="Free">Bytes left where the files lie, in whole gigabytes.</param>
    public sealed record Measure(long Database, long Files, long Free, DateTime At);

    public async ValueTask<Measure> Look(CancellationToken ct = default)
    {
        var now = time.Now();
        if (last is { } known && now - known.At < GoodFor)
            return known;
        var files = Directory.Exists(storage.Files)
            ? new DirectoryInfo(storage.Files).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
            : 0;
        return last = new Measure(
            Coarse(await Database(ct)),
            Coarse(files),
            new DriveInfo(storage.Folder).AvailableFreeSpace >> 30 << 30,
            now
        );
    }

    private static long Coarse(long bytes) => ((bytes >> 28) + 1) << 28;

    private async Task<long> Database(CancellationToken ct)
    {
        if (storage.IsEmbedded)
            return new DirectoryInfo(storage.Folder).EnumerateFiles("hall.db*").Sum(f => f.Length);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(ct);
    }
}
