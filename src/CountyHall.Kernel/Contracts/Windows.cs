namespace CountyHall.Kernel.Contracts;

/// <summary>What the counter tells the case engine: which window types a window serves. The case engine knows no window.</summary>
public interface IWindows
{
    /// <summary>May this window accept items of one of these window types?</summary>
    ValueTask<bool> Accepts(string division, string window, IReadOnlyList<string> windowTypes, CancellationToken ct = default);
}
