using System.Runtime.InteropServices;

namespace CountyHall.Web.Hosting;

/// <summary>Gives memory back whenever the house has come to rest: after the start, and after a rush.</summary>
/// <remarks>
/// Under load the collector works seldom, because memory is cheaper than time; what it then holds nobody needs at night. Collecting takes some
/// tens of milliseconds, so it waits until hardly anything is asked.
/// </remarks>
internal sealed class AtRest(TimeProvider time) : BackgroundService
{
    /// <summary>At rest is whoever allocates less than this between two looks: a handful of pages.</summary>
    private const long Little = 2 << 20;

    /// <summary>Less than this is not worth collecting.</summary>
    private const long Worth = 4 << 20;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(3);

    /// <summary>What the runtime's own parts and the database have set free, their allocator would keep; one that cannot be asked keeps it.</summary>
    private static readonly Trim? GiveFreeBack =
        NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out var trim)
            ? Marshal.GetDelegateForFunctionPointer<Trim>(trim)
            : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (before, givenBack) = (GC.GetTotalAllocatedBytes(), 0L);
        using var timer = new PeriodicTimer(BetweenLooks, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var now = GC.GetTotalAllocatedBytes();
            if (now - before < Little && now - givenBack > Worth)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                GiveFreeBack?.Invoke(0);
                givenBack = now;
            }
            before = now;
        }
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Trim(nuint keep);
}
