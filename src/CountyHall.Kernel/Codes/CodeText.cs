namespace CountyHall.Kernel.Codes;

/// <summary>What people type, made comparable: no space around it, capitals.</summary>
internal static class CodeText
{
    public static string Plain(string? typed) => (typed ?? "").Trim().ToUpperInvariant();

    public static bool IsHalfWidth(string text) => text.All(char.IsAscii);
}
