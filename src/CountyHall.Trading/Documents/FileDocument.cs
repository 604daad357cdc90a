using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>报送备案: the newest version goes to the supervising department, at least five working days before it is given out.</summary>
/// <remarks>Zhejiang Bidding Regulation art. 19.</remarks>
public sealed record FileDocument(string Tender);

public sealed record DocumentFiled(string Tender, int Serial, int DocumentVersion);

public sealed class FileDocumentHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<DocumentFiled>> Handle(FileDocument ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<DocumentFiled>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not Preparing)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (await TenderDocument.Newest(db, tender.Id) is not { } document)
                    return new DocumentMissing(tender.Number);
                var lots = (await TenderWork.Lots(db, tender.Id)).ConvertAll(LotFigures.Of);
                var faults = DocumentCheck.Of(document.Content, tender.Kind, lots).Where(f => f.Weight == FindingWeight.Must).ToList();
                if (faults.Count > 0)
                    return new DocumentFaulty(faults);
                if (await db.FilingOpinions.AnyAsync(o => o.TenderId == tender.Id && o.AnsweredAt == null))
                    return new OpinionsUnanswered();
                var serial = ((await TenderFiling.Last(db, tender.Id))?.Serial ?? 0) + 1;
                var filing = new TenderFiling
                {
                    Id = Ids.Next(on.At),
                    TenderId = tender.Id,
                    Division = tender.Division,
                    Serial = serial,
                    DocumentVersion = document.Number,
                    FiledAt = on.At,
                };
                db.Add(filing);
                db.Record(filing, on, new FilingReceived(serial, document.Number), answer: false);
                TradeRegister.Filing(db, tender, serial, on);
                db.Post(
                    on,
                    new StaffMessage(
                        tender.Division,
                        tender.SupervisingDepartment,
                        [Role.TradingSupervisor],
                        $"招标项目 {tender.Number} 报送招标文件备案，请审查。"
                    )
                );
                return tender
                    .Take((Preparing preparing) => preparing.File(on.At, document.Number))
                    .Then<DocumentFiled>(_ => db.Record(tender, on, new DocumentFiled(tender.Number, serial, document.Number)));
            },
            ct
        );
}

public sealed record FilingReceived(int Serial, int DocumentVersion);

/// <summary>A number or a content that the law prescribes is wrong: such a document is not filed.</summary>
public sealed record DocumentFaulty(IReadOnlyList<DocumentFinding> Findings)
    : Refusal(
        (
            $"招标文件有 {Findings.Count} 处必须先改：{string.Concat(Findings.Take(3).Select(f => f.Why.Zh))}",
            $"{Findings.Count} things must be changed first: {string.Join(' ', Findings.Take(3).Select(f => f.Why.En))}"
        ),
        ("请在“招标文件”页按检查结果逐处修改。", "Go through the findings on the page of the documents."),
        Findings[0].Basis
    );

public sealed record OpinionsUnanswered()
    : Refusal(
        ("还有备案意见没有答复。", "An opinion of the supervising department is not answered yet."),
        ("请逐条答复：采纳，或者说明不采纳的理由。", "Answer each one: adopted, or why not."),
        Rulebook.FilingBeforeIssue.Basis
    );
