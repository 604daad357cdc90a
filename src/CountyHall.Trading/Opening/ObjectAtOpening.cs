using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>对开标提出异议: at the opening, by a bidder.</summary>
/// <param name="Bidder">Party id of the firm.</param>
public sealed record ObjectAtOpening(string Number, long Bidder, string Text);

public sealed record OpeningObjected(string Number, long Objection, long Bidder, string Text);

/// <summary>Implementing Regulation art. 44(3): TR-3.11.</summary>
public sealed class ObjectAtOpeningHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<OpeningObjected>> Handle(ObjectAtOpening ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<OpeningObjected>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.Session.Stage is not AfterDeadline or Ended or NothingOpened)
                    return new WrongOpeningStage(opening.Session.Stage);
                var (db, session) = (opening.Db, opening.Session.Id);
                var name = await db
                    .OpeningBids.Where(b => b.SessionId == session && b.Bidder == ask.Bidder)
                    .Select(b => b.BidderName)
                    .FirstOrDefaultAsync();
                if (name is null)
                    return new YouHaveNoBidHere();
                if (OpeningWork.Plain(ask.Text, 1000) is not { } text)
                    return new ReasonNeeded();
                var objection = new OpeningObjection
                {
                    Id = Ids.Next(on.At),
                    SessionId = session,
                    Bidder = ask.Bidder,
                    BidderName = name,
                    Text = text,
                    At = on.At,
                };
                db.OpeningObjections.Add(objection);
                var done = db.Record(objection, on, new OpeningObjected(ask.Number, objection.Id, ask.Bidder, text));
                await opening.Say(($"{name} 提出异议", $"{name} objects"), alarm: true);
                return done;
            },
            ct,
            ask.Bidder
        );
}
