using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>揭示抽取份额: the last one revealed makes the draw, and the first in the order are called.</summary>
/// <param name="Share">Whole numbers, such as <c>9319./</c>.</param>
public sealed record RevealExpertShare(string Number, DrawParty Party, string Share);

public sealed record ExpertShareRevealed(string Number, int Attempt, DrawParty Party, string Share);

/// <summary>The order of the whole pool is drawn: whoever has the key draws the same.</summary>
public sealed record ExpertsWereDrawn(string Number, int Attempt, string Key, int Pool);

public sealed class RevealExpertShareHandler(HallWriter writer, Vault vault) : IUseCase
{
    /// <summary>Each side for itself: <see cref="DrawWork.WhyNot"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<ExpertShareRevealed>> Handle(RevealExpertShare ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<ExpertShareRevealed>(
            ask.Number,
            _ => ask.Party,
            on,
            async hand =>
            {
                var (db, draw) = (hand.Db, hand.Draw);
                if (draw.Stage is not SharesRevealing revealing)
                    return new WrongDrawStage(draw.Stage);
                var shares = await db.ExpertDrawShares.Where(s => s.DrawId == draw.Id && s.Attempt == revealing.Attempt).ToListAsync();
                var mine = shares.Find(s => s.Party == ask.Party && s.Share is null);
                if (
                    mine is null
                    || PublicDraw.Canonical(ask.Share) is not { Length: <= 300 } canonical
                    || PublicDraw.CommitmentTo(canonical) != mine.Commitment
                )
                    return new ShareDiffers();
                if (DrawEntropy.OfOne(canonical) is var bits && bits < Rulebook.ShareBits.Amount)
                    return new ShareTooShort(bits);
                (mine.Share, mine.RevealedAt) = (canonical, on.At);
                var done = db.Record(mine, on, new ExpertShareRevealed(draw.Number, revealing.Attempt, ask.Party, canonical));
                // In the announced order, whoever was first to reveal.
                var sources = draw.Parties.Select(p => shares.Find(s => s.Party == p)?.Share).OfType<string>().ToList();
                if (sources.Count < draw.Parties.Count)
                    return done;
                var missing = DrawWork.Empty(draw, await DrawWork.Calls(db, draw)).Sum(w => w.Count);
                if (
                    (Has: DrawEntropy.Of(sources), Needs: DrawEntropy.Needed(revealing.Pool.Size, missing)) is var carried
                    && carried.Has < carried.Needs
                )
                    return new EntropyTooSmall(carried.Has, carried.Needs);
                draw.Take((SharesRevealing at) => at.Draw(on.At, string.Concat(sources)));
                if (draw.DrawnAt is null)
                {
                    draw.DrawnAt = on.At;
                    await TradeRegister.Draw(db, draw, on);
                }
                db.Record(
                    draw,
                    on,
                    new ExpertsWereDrawn(draw.Number, revealing.Attempt, string.Concat(sources), revealing.Pool.Size),
                    answer: false
                );
                await DrawWork.CallNext(hand, vault);
                return done;
            },
            ct
        );
}
