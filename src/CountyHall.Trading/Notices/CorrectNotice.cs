using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Notices;

/// <summary>更正公告: says which words of which notice were wrong. The notice itself stays as it was published.</summary>
/// <remarks>A slip of the pen only: what bidders rely on (documents, dates) is changed by a clarification, which may move the deadline.</remarks>
/// <param name="Notice">Number of the notice that was wrong.</param>
/// <param name="Wrong">Words that stand in that notice.</param>
public sealed record CorrectNotice(string Tender, string Notice, string Wrong, string Right);

public sealed class CorrectNoticeHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<NoticePublished>> Handle(CorrectNotice ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<NoticePublished>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                var number = ask.Notice.Trim();
                if (
                    await db.Notices.AsNoTracking().FirstOrDefaultAsync(n => n.TenderId == tender.Id && n.Number == number)
                    is not { } notice
                )
                    return new NoticeNotFound(number);
                if (
                    TenderWork.Texts(
                        (ask.Wrong, 1000, ("原文", "The words as they were")),
                        (ask.Right, 1000, ("更正为", "The right words"))
                    ) is
                    { } missing
                )
                    return missing;
                var (wrong, right) = (ask.Wrong.Trim(), ask.Right.Trim());
                if (
                    !notice.Sections.Any(s => s.Text.Contains(wrong, StringComparison.Ordinal))
                    && !notice.TitleZh.Contains(wrong, StringComparison.Ordinal)
                )
                    return new WordsNotInNotice();
                var published = await NoticeBook.Publish(
                    db,
                    tender,
                    NoticeKind.Correction,
                    [
                        new("corrects", ("更正的公告", "The notice corrected"), $"{notice.Number} {notice.TitleZh}"),
                        new("wrong", ("原文", "As it was"), wrong),
                        new("right", ("更正为", "As it should be"), right),
                    ],
                    on,
                    notice,
                    answer: true
                );
                return published.Then<NoticePublished>(n => new NoticePublished(n.Number, n.Kind, notice.Number));
            },
            ct
        );
}

public sealed record NoticeNotFound(string Asked)
    : Refusal(($"查无公告 {Asked}。", $"There is no notice {Asked}."), ("请从列表中选择。", "Choose one from the list."));

public sealed record WordsNotInNotice()
    : Refusal(
        ("这份公告里没有您填写的原文。", "The notice does not hold these words."),
        ("请照抄公告里写错的那几个字。", "Copy the wrong words from the notice."),
        Laws.CountySettings.At("公告只更正、不修改", "notices are corrected and never altered")
    );
