using System.Diagnostics;

namespace CountyHall.Journeys;

/// <summary>Waits for what it waits for, and says what did not come.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static async Task True(Func<Task<bool>> seen, string what)
    {
        var since = Stopwatch.StartNew();
        while (!await seen())
        {
            if (since.Elapsed > Patience)
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} seconds in vain: {what}.");
            await Task.Delay(50);
        }
    }
}
