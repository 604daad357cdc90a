namespace CountyHall.Kernel.Law;

/// <summary>What the county set where the law leaves room or names no number.</summary>
public static partial class Rulebook
{
}
