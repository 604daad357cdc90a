using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>对招标文件提出异议, ten days before the deadline at the latest; until it is answered nothing of the tender goes on.</summary>
/// <remarks>Implementing Regulation art. 22. The desk reads who objects only after the deadline (Bidding Law art. 22).</remarks>
/// <param name="Anchor">The clause it is about, by id; none for the whole document.</param>
public sealed record ObjectToDocument(string Tender, long Firm, string? Anchor, string Text);

[Quiet]
public sealed record ObjectionRaised(string Tender, int Number);

public sealed class ObjectToDocumentHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<ObjectionRaised>> Handle(ObjectToDocument ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<ObjectionRaised>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (await BidderSide.Check(db, tender, ask.Firm, on) is { } refusal)
                    return refusal;
                var announced = (Announced)tender.Stage;
                var last = TenderPlan.LastObjection(announced.Times.BidDeadline);
                if (on.At > last)
                    return new ObjectionTooLate(last);
                if (TenderWork.Texts((ask.Text, 4000, ("异议的理由", "The grounds"))) is { } missing)
                    return missing;
                var anchor = string.IsNullOrWhiteSpace(ask.Anchor) ? null : ask.Anchor.Trim();
                if (
                    anchor is not null
                    && !(
                        await TenderDocument.Of(db, tender.Id, announced.DocumentVersion) is { } document
                        && DocumentCheck.Has(document.Content, anchor)
                    )
                )
                    return new NoSuchClause(anchor);
                var firm = await db.Set<Firm>().AsNoTracking().SingleAsync(f => f.Id == ask.Firm);
                if (
                    ask.Text.Contains(firm.Name, StringComparison.Ordinal)
                    || ask.Text.Contains(firm.Uscc, StringComparison.OrdinalIgnoreCase)
                )
                    return new QuestionNamesAsker();
                var number = await db.DocumentObjections.CountAsync(o => o.TenderId == tender.Id) + 1;
                var objection = new DocumentObjection
                {
                    Id = Ids.Next(on.At),
                    TenderId = tender.Id,
                    Number = number,
                    Firm = firm.Id,
                    FirmName = firm.Name,
                    Anchor = anchor,
                    Text = ask.Text.Trim(),
                    RaisedAt = on.At,
                };
                db.Add(objection);
                TenderWork.Tell(
                    db,
                    tender,
                    on,
                    $"收到对招标文件的异议，请在 {Rulebook.ObjectionAnswer.Amount} 日内答复，答复前暂停招标投标活动。"
                );
                return db.Record(objection, on, new ObjectionRaised(tender.Number, number));
            },
            ct,
            ask.Firm
        );
}

public sealed record ObjectionTooLate : Refusal
{
    /// <param name="last">The last instant (UTC) at which it would have been in time.</param>
    public ObjectionTooLate(DateTime last)
        : base(
            (
                $"对招标文件的异议最迟在投标截止 {Rulebook.DocumentObjection.Amount} 日前提出，即 {Written.Minute(last)} 前。",
                $"An objection to the documents comes {Rulebook.DocumentObjection.Amount} days before the deadline or earlier: by {Written.Minute(last)}."
            ),
            (
                "仍可以提问；认为违法的，可以依法向行政监督部门投诉。",
                "You may still ask a question, or complain to the supervising department under the law."
            ),
            Rulebook.DocumentObjection.Basis
        ) => Last = last;

    public DateTime Last { get; }
}
