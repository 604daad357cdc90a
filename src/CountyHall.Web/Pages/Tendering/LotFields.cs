using CountyHall.Trading.Projects;

namespace CountyHall.Web.Pages.Tendering;

/// <summary>The fields of a lot as they are posted.</summary>
public static class LotFields
{
    /// <param name="prefix">What stands before the names of the fields, such as <c>l1.</c>.</param>
    public static LotDraft Read(string prefix, Func<string, string> posted)
    {
        var (most, security) = (posted($"{prefix}most"), posted($"{prefix}security"));
        return new(
            posted($"{prefix}name"),
            posted($"{prefix}nameEn"),
            TenderingPage.Fen(posted($"{prefix}estimate")) ?? 0,
            most.Length == 0 ? null : TenderingPage.Fen(most) ?? 0,
            security.Length == 0 ? 0 : TenderingPage.Fen(security) ?? -1,
            TenderingPage.Whole(posted($"{prefix}days"))
        );
    }
}
