using CountyHall.Kernel.Law;

namespace CountyHall.Kernel.Results;

/// <summary>A rule that says no: an answer, not a fault. Each kind of refusal is a record of its own name.</summary>
/// <param name="Reason">原因: what is wrong, in words for the person who asked.</param>
/// <param name="Remedy">怎么办: what that person can do now.</param>
/// <param name="Basis">依据: the provision that says so; none only where plain logic refuses (a page that does not exist).</param>
public abstract record Refusal(Words Reason, Words Remedy, Provision? Basis = null)
{
    /// <summary>期限: by when, where there is a limit.</summary>
    public Words? Until { get; init; }

    /// <summary>找谁: the office or person to turn to.</summary>
    public Words? Ask { get; init; }

    /// <summary>The refusal's name for machines, such as <c>wrong-stage</c>: the type's name in kebab case.</summary>
    public string Code => KebabCase(GetType().Name);

    private static string KebabCase(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
