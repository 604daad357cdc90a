using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>确定中标人: the first candidate who is left. Nobody names a winner; the list does.</summary>
public sealed record FixWinner(string Lot);

public sealed record WinnerWasFixed(string Lot, long Winner, string Name, long Price);

/// <summary>Implementing Regulation arts. 54 and 55: TR-3.31. This house holds every project to it, whoever pays.</summary>
public sealed class FixWinnerHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<WinnerWasFixed>> Handle(FixWinner ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<WinnerWasFixed>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<CandidatesPublished, WinnerWasFixed>(
                    async (award, published) =>
                    {
                        var waits = await ResultObjection.Suspends(hand.Db, hand.Lot.Id);
                        if (AwardRules.MayFix(published, waits, calendar.Now, on.At) is { } why)
                            return why;
                        award.FixedAt = on.At;
                        return award
                            .Take((CandidatesPublished p) => p.Fix(on.At))
                            .Then<WinnerWasFixed>(to =>
                            {
                                hand.Move((InPublicity shown) => shown.Award(on.At));
                                return hand.Db.Record(
                                    award,
                                    on,
                                    new WinnerWasFixed(hand.Lot.Number, to.Winner.Bidder, to.Winner.BidderName, to.Winner.Price)
                                );
                            });
                    }
                ),
            ct
        );
}
