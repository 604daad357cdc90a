using CountyHall.Kernel.Data;
using CountyHall.Trading.Notices;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>公告条件: what an announcement asks of bidders. Nobody is refused on any other ground.</summary>
public static class NoticeConditions
{
    /// <summary>Sections with these keys are conditions on bidders; <c>announcement.qualification</c> and <c>qualification-staff</c> count too.</summary>
    private static readonly string[] Keys = ["qualification", "qualifications", "requirements", "consortium", "bidders"];

    public static bool IsCondition(NoticeSection section)
    {
        var key = section.Key[(section.Key.LastIndexOf('.') + 1)..];
        return Keys.Any(k => key == k || key.StartsWith($"{k}-", StringComparison.Ordinal));
    }

    /// <summary>The conditions of a tender, as its announcement states them, with what later notices changed.</summary>
    public static async Task<IReadOnlyList<NoticeSection>> Of(HallDb db, long tender)
    {
        var notices = await db
            .Notices.AsNoTracking()
            .Where(n =>
                n.TenderId == tender
                && (n.Kind == NoticeKind.TenderAnnouncement || n.Kind == NoticeKind.Correction || n.Kind == NoticeKind.Clarification)
            )
            .OrderBy(n => n.Id)
            .ToListAsync();
        // What a later notice says of the same condition takes the place of the earlier words.
        var conditions = new Dictionary<string, NoticeSection>();
        foreach (var section in notices.SelectMany(n => n.Sections).Where(IsCondition))
            conditions[section.Key] = section;
        return [.. conditions.Values];
    }
}
