using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>签到: a bidder is here. Before the deadline only the bidder itself sees it, and nothing that anybody watches moves.</summary>
/// <param name="Bidder">Party id of the firm.</param>
public sealed record SignInToOpening(string Number, long Bidder);

[Quiet]
public sealed record BidderSignedIn(string Number, long Bidder, DateTime At);

/// <summary>Bidding Law arts. 22 and 35.</summary>
public sealed class SignInToOpeningHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<BidderSignedIn>> Handle(SignInToOpening ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<BidderSignedIn>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                var db = opening.Db;
                if (opening.Session.Stage is Scheduled or Ended or NothingOpened)
                    return new WrongOpeningStage(opening.Session.Stage);
                var (tender, session) = (opening.Tender.Id, opening.Session.Id);
                var bids = await db.Bids.AsNoTracking().Where(b => b.TenderId == tender && b.Bidder == ask.Bidder).ToListAsync();
                if (bids.All(b => b.Stage is Bids.BidTakenBack))
                    return new YouHaveNoBidHere();
                var here = await db.OpeningAttendances.FirstOrDefaultAsync(a => a.SessionId == session && a.Bidder == ask.Bidder);
                if (here is not null)
                    return new BidderSignedIn(ask.Number, ask.Bidder, here.SignedInAt);
                here = OpeningAttendances.Of(opening, ask.Bidder);
                var done = db.Record(here, on, new BidderSignedIn(ask.Number, ask.Bidder, on.At));
                if (opening.Session.Stage is AfterDeadline)
                    await opening.Say(($"{bids[0].BidderName} 签到", $"{bids[0].BidderName} signed in"));
                return done;
            },
            ct,
            ask.Bidder
        );
}

internal static class OpeningAttendances
{
    public static OpeningAttendance Of(OpeningInHand opening, long bidder)
    {
        var here = new OpeningAttendance
        {
            Id = Ids.Next(opening.On.At),
            SessionId = opening.Session.Id,
            Bidder = bidder,
            SignedInAt = opening.On.At,
            By = opening.On.By.Name,
        };
        opening.Db.OpeningAttendances.Add(here);
        return here;
    }
}
