using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>提问: a firm that may bid asks about the documents. The desk reads the words and not who asked.</summary>
/// <param name="Firm">Party id of the firm for which somebody asks; it is checked and not kept with the question.</param>
public sealed record AskQuestion(string Tender, long Firm, string Text);

[Quiet]
public sealed record QuestionAsked(string Tender, int Number);

public sealed class AskQuestionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<QuestionAsked>> Handle(AskQuestion ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<QuestionAsked>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (await BidderSide.Check(db, tender, ask.Firm, on) is { } refusal)
                    return refusal;
                if (TenderWork.Texts((ask.Text, 2000, ("问题", "The question"))) is { } missing)
                    return missing;
                var firm = await db.Set<Firm>().AsNoTracking().SingleAsync(f => f.Id == ask.Firm);
                if (
                    ask.Text.Contains(firm.Name, StringComparison.Ordinal)
                    || ask.Text.Contains(firm.Uscc, StringComparison.OrdinalIgnoreCase)
                )
                    return new QuestionNamesAsker();
                var number = await db.TenderQuestions.CountAsync(q => q.TenderId == tender.Id) + 1;
                var question = new TenderQuestion
                {
                    Id = Ids.Next(on.At),
                    TenderId = tender.Id,
                    Number = number,
                    Text = ask.Text.Trim(),
                    AskedAt = on.At,
                };
                db.Add(question);
                TenderWork.Tell(db, tender, on, "有新的提问，请答复。");
                return db.Record(question, on, new QuestionAsked(tender.Number, number));
            },
            ct,
            ask.Firm
        );
}

/// <summary>Who may ask or object: a firm that is no party of the tender, while it is announced and before the deadline.</summary>
internal static class BidderSide
{
    public static async Task<Refusal?> Check(HallDb db, Tender tender, long firm, Occasion on)
    {
        // What is not announced is not there for others.
        if (tender.Stage is Preparing or UnderFiling or FilingAccepted)
            return new TenderNotFound(tender.Number);
        if (!await db.Set<Firm>().AnyAsync(f => f.Id == firm))
            return new NotYourFirm();
        if (firm == tender.Entity || firm == tender.Agency)
            return new PartyOfTheTender();
        if (tender.Stage is not Announced)
            return new WrongTenderStage(tender.Number, tender.Stage);
        return on.At >= tender.BidDeadline ? new AfterTheDeadline() : null;
    }
}

public sealed record QuestionNamesAsker()
    : Refusal(
        ("问题里写了您单位的名称或者统一社会信用代码。", "The question holds the name or the code of your firm."),
        (
            "请删去：提问和答复对所有人公开，开标前谁提问是保密的。",
            "Leave it out: questions are published, and who asks is secret until the opening."
        ),
        Laws.Bidding.At("第二十二条第一款", "art. 22(1)")
    );

public sealed record PartyOfTheTender()
    : Refusal(
        ("招标人和它的代理机构不能作为投标人提问或者提出异议。", "The entity and its agency do not ask or object as bidders."),
        ("请在招标工作台办理。", "Use the desk of the tender."),
        Laws.BiddingRegulation.At("第十三条第二款", "art. 13(2)")
    );

public sealed record AfterTheDeadline()
    : Refusal(
        ("投标截止时间已过。", "The bid deadline has passed."),
        ("对开标有异议的，在开标现场当场提出。", "An objection to the opening is raised at the opening itself."),
        Laws.BiddingRegulation.At("第四十四条第三款", "art. 44(3)")
    );
