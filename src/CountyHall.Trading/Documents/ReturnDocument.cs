using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>退回修改: the documents go back to the desk, with the opinions that say what is to be changed.</summary>
public sealed record ReturnDocument(string Tender);

public sealed record DocumentReturned(string Tender, int Serial, int Opinions);

public sealed class ReturnDocumentHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<DocumentReturned>> Handle(ReturnDocument ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<DocumentReturned>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not UnderFiling filed)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                var opinions = await db.FilingOpinions.CountAsync(o =>
                    o.TenderId == tender.Id && o.DocumentVersion == filed.DocumentVersion
                );
                if (opinions == 0)
                    return new ReturnedWithoutOpinion();
                var filing = (await TenderFiling.Last(db, tender.Id))!;
                (filing.Outcome, filing.DecidedAt) = (FilingOutcome.Returned, on.At);
                db.Record(filing, on, new FilingDecided(filing.Serial, FilingOutcome.Returned), answer: false);
                TenderWork.Tell(db, tender, on, $"招标文件备案退回修改，有 {opinions} 条意见，请逐条答复。");
                return tender
                    .Take((UnderFiling under) => under.Return(on.At))
                    .Then<DocumentReturned>(_ => db.Record(tender, on, new DocumentReturned(tender.Number, filing.Serial, opinions)));
            },
            ct
        );
}

public sealed record FilingDecided(int Serial, FilingOutcome Outcome);

public sealed record ReturnedWithoutOpinion()
    : Refusal(
        ("没有写明要改什么，不能退回。", "The documents are not returned without saying what is to be changed."),
        ("请先在有关条款上提出意见。", "Give an opinion on the clause first."),
        Rulebook.FilingBeforeIssue.Basis
    );
