using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>备案修改意见: the supervising department speaks of one clause of the documents before it.</summary>
/// <param name="Anchor">Id of the clause, or <c>score:ID</c>.</param>
public sealed record GiveOpinion(string Tender, string Anchor, string Text);

public sealed record OpinionGiven(string Tender, int Number, string Anchor);

public sealed class GiveOpinionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<OpinionGiven>> Handle(GiveOpinion ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<OpinionGiven>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not UnderFiling filed)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (TenderWork.Texts((ask.Text, 2000, ("修改意见", "The opinion"))) is { } missing)
                    return missing;
                if (await TenderDocument.Of(db, tender.Id, filed.DocumentVersion) is not { } document)
                    return new DocumentMissing(tender.Number);
                if (!DocumentCheck.Has(document.Content, ask.Anchor))
                    return new NoSuchClause(ask.Anchor);
                var number = await db.FilingOpinions.CountAsync(o => o.TenderId == tender.Id) + 1;
                var opinion = new FilingOpinion
                {
                    Id = Ids.Next(on.At),
                    TenderId = tender.Id,
                    Division = tender.Division,
                    Number = number,
                    DocumentVersion = filed.DocumentVersion,
                    Anchor = ask.Anchor,
                    Text = ask.Text.Trim(),
                    By = on.By.Name,
                    GivenAt = on.At,
                };
                db.Add(opinion);
                TradeRegister.Opinion(db, tender, number, on);
                return db.Record(opinion, on, new OpinionGiven(tender.Number, number, ask.Anchor));
            },
            ct
        );
}

public sealed record NoSuchClause(string Asked)
    : Refusal(
        ($"招标文件里没有条款“{Asked}”。", $"The documents have no clause “{Asked}”."),
        ("请从条款列表中选择。", "Choose one from the list."),
        Rulebook.FilingBeforeIssue.Basis
    );
