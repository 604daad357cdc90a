using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Documents;

/// <summary>保存招标文件: the next version, while the documents are being prepared.</summary>
/// <param name="BasedOn">The version that the desk had before it; 0 for the first.</param>
public sealed record SaveDocument(string Tender, int BasedOn, DocumentContent Content);

public sealed record DocumentSaved(string Tender, int Version);

public sealed class SaveDocumentHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<DocumentSaved>> Handle(SaveDocument ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<DocumentSaved>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not Preparing)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                var newest = (await TenderDocument.Newest(db, tender.Id))?.Number ?? 0;
                if (newest != ask.BasedOn)
                    return new DocumentChangedMeanwhile(newest);
                if (Malformed(ask.Content) is { } wrong)
                    return new DocumentMalformed(wrong);
                return Add(db, tender, newest + 1, ask.Content, on, answer: true);
            },
            ct
        );

    /// <summary>Ids that are missing or used twice, and parts longer than any document has.</summary>
    private static Words? Malformed(DocumentContent content)
    {
        if (content.Clauses.Count is 0 or > 300 || content.Scores.Count > 100 || content.OpeningSheet.Count > 30)
            return (
                "条款 1 至 300 条，评分项不超过 100 项，开标一览表不超过 30 项",
                "1 to 300 clauses, 100 scoring items and 30 opening items at most"
            );
        if (
            content.Clauses.Any(c =>
                c.Id.Length is 0 or > 80 || string.IsNullOrWhiteSpace(c.Heading) || c.Heading.Length > 100 || c.Text.Length > 20_000
            )
        )
            return (
                "每条都要有标题；标题不超过 100 字，正文不超过 20000 字",
                "each clause has a heading of 100 characters at most, and 20000 of text"
            );
        return
            content.Clauses.Select(c => c.Id).Distinct().Count() < content.Clauses.Count
            || content.Scores.Select(s => s.Id).Distinct().Count() < content.Scores.Count
            || content.OpeningSheet.Select(o => o.Key).Distinct().Count() < content.OpeningSheet.Count
            ? ("编号有重复", "an id stands twice")
            : null;
    }

    internal static DocumentSaved Add(
        HallDb db,
        Tender tender,
        int number,
        DocumentContent content,
        Occasion on,
        string? byNotice = null,
        bool answer = false
    )
    {
        var document = new TenderDocument
        {
            Id = Ids.Next(on.At),
            TenderId = tender.Id,
            Number = number,
            Content = content,
            SavedAt = on.At,
            ByNotice = byNotice,
        };
        db.Add(document);
        return db.Record(document, on, new DocumentSaved(tender.Number, number), answer: answer);
    }
}

public sealed record DocumentChangedMeanwhile(int Newest)
    : Refusal(
        ($"这份文件已被他人修改，现在是第 {Newest} 版。", $"Somebody else has saved version {Newest} meanwhile."),
        (
            "您填写的内容还在本页：请先看新版，再合并后保存。",
            "What you wrote is still on this page: read the new version, then save both together."
        )
    );

public sealed record DocumentMalformed(Words What)
    : Refusal(
        ($"招标文件的内容不完整：{What.Zh}。", $"The document is not in order: {What.En}."),
        ("请改正后再保存。", "Correct it and save again."),
        Laws.Bidding.At("第十九条", "art. 19")
    );

public sealed record DocumentMissing(string Tender)
    : Refusal(
        ($"招标项目 {Tender} 还没有招标文件。", $"Tender {Tender} has no documents yet."),
        ("请先编制招标文件。", "Write them first."),
        Laws.Bidding.At("第十九条", "art. 19")
    );
