using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Award;

/// <summary>对评标结果提出异议, while the candidates are published; until it is answered nothing of the lot goes on.</summary>
/// <param name="Party">Party id of whoever objects: a firm, or the person who signed in.</param>
/// <param name="Interest">利害关系; none where the party bid for the lot.</param>
public sealed record ObjectToResult(string Lot, long Party, string? Interest, string Text);

public sealed record ResultObjected(string Lot, int Number, long By);

/// <summary>Implementing Regulation art. 54(2): TR-3.30.</summary>
public sealed class ObjectToResultHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<ResultObjected>> Handle(ObjectToResult ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ResultObjected>(
            ask.Lot,
            Charge,
            on,
            async hand =>
            {
                var (db, lot) = (hand.Db, hand.Lot);
                if (AwardRules.MayObject(hand.Begun?.Stage, calendar.Now, on.At) is { } late)
                    return late;
                if (TenderWork.Texts((ask.Text, 4000, ("异议的理由", "The grounds"))) is { } missing)
                    return missing;
                var bid = await db.OpeningBids.AnyAsync(b => b.LotId == lot.Id && b.Bidder == ask.Party);
                var interest = ask.Interest?.Trim() is { Length: > 0 and <= 1000 } said ? said : null;
                if (!bid && interest is null)
                    return new InterestMissing();
                var objection = new ResultObjection
                {
                    Id = Ids.Next(on.At),
                    Division = lot.Division,
                    TenderId = lot.TenderId,
                    LotId = lot.Id,
                    Number = await db.ResultObjections.CountAsync(o => o.LotId == lot.Id) + 1,
                    By = ask.Party,
                    ByName = await db.Set<Party>().Where(p => p.Id == ask.Party).Select(p => p.Name).SingleAsync(),
                    Interest = bid ? null : interest,
                    Text = ask.Text.Trim(),
                    RaisedAt = on.At,
                };
                db.Add(objection);
                TenderWork.Tell(
                    db,
                    hand.Tender,
                    on,
                    $"标段 {lot.Number} 收到对评标结果的异议，请在 {Rulebook.ResultObjectionAnswer.Amount} 日内答复，答复前暂停招标投标活动。"
                );
                hand.TellDepartment($"标段 {lot.Number} 有对评标结果的异议，招标投标活动暂停。");
                return db.Record(objection, on, new ResultObjected(lot.Number, objection.Number, ask.Party));
            },
            ct,
            ask.Party
        );
}
