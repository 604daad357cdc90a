using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Hosting;

/// <summary>How much room the records take and how much is left, measured at most every ten minutes: a walk over all files takes time.</summary>
public sealed class StorageUse(Storage storage, IDbContextFactory<HallDb> contexts, TimeProvider time)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);
    private volatile Measure? last;

    /// <param name="Database">Bytes.</param>
    /// <param name="Files">Bytes of the uploaded files.</param>
    /// <param name="Free">Bytes left where the files lie.</param>
    public sealed record Measure(long Database, long Files, int FileCount, long Free, DateTime At);

    public async ValueTask<Measure> Look(CancellationToken ct = default)
    {
        var now = time.Now();
        if (last is { } known && now - known.At < GoodFor)
            return known;
        var files = Directory.Exists(storage.Files)
            ? new DirectoryInfo(storage.Files)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Aggregate((Count: 0, Bytes: 0L), (sum, file) => (sum.Count + 1, sum.Bytes + file.Length))
            : (Count: 0, Bytes: 0L);
        return last = new Measure(
            await Database(ct),
            files.Bytes,
            files.Count,
            Whole(new DriveInfo(storage.Folder).AvailableFreeSpace),
            now
        );
    }

    /// <summary>In whole gigabytes: what is left must not tell that somebody has just handed in a sealed bid (Bidding Law art. 22).</summary>
    private static long Whole(long bytes) => bytes >> 30 << 30;

    private async Task<long> Database(CancellationToken ct)
    {
        if (storage.IsEmbedded)
            return new DirectoryInfo(storage.Folder).EnumerateFiles("hall.db*").Sum(f => f.Length);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Database.SqlQuery<long>($"SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync(ct);
    }
}
