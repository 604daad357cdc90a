using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.OpenData;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;

namespace CountyHall.Trading.Notices;

public sealed record NoticePublished(string Number, NoticeKind Kind, string? Corrects = null);

/// <summary>公告的发布: the only way in which a notice comes to be. There is no way in which it changes.</summary>
public static class NoticeBook
{
    /// <summary>Checks the contents that its kind must have, numbers the notice and publishes it in this unit of work.</summary>
    /// <param name="corrects">The notice that this one corrects.</param>
    /// <param name="answer">The fact of the notice is the answer of the use case.</param>
    public static async Task<Result<Notice>> Publish(
        HallDb db,
        Tender tender,
        NoticeKind kind,
        IReadOnlyList<NoticeSection> sections,
        Occasion on,
        Notice? corrects = null,
        bool answer = false
    )
    {
        if (NoticeContents.Missing(kind, sections) is { Count: > 0 } missing)
            return new NoticeIncomplete(kind, missing);
        var what =
            kind == NoticeKind.TenderAnnouncement && tender.Method == TenderMethod.Invited
                ? new Words("投标邀请", "Invitation to tender")
                : NoticeContents.NameOf(kind);
        var round = tender.Round > 1 ? new Words($"（第 {tender.Round} 次）", $" (round {tender.Round})") : new Words("", "");
        var notice = new Notice
        {
            Id = Ids.Next(on.At),
            TenderId = tender.Id,
            Division = tender.Division,
            Kind = kind,
            Number = $"{tender.Number}-{await db.NextNumber($"notices:{tender.Number}"):00}",
            TitleZh = $"{tender.NameZh}{round.Zh}{what.Zh}",
            TitleEn = $"{tender.NameEn}{round.En}: {what.En}",
            Sections = sections,
            PublishedAt = on.At,
            Corrects = corrects?.Id,
        };
        db.Add(notice);
        db.Record(notice, on, new NoticePublished(notice.Number, kind, corrects?.Number), answer: answer);
        await TradeRegister.Published(db, tender, notice, on);
        ReleaseBook.Announce(db, notice, on);
        return notice;
    }
}
