using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>揭示份额: when the decryption has closed and nobody can change anything any more; the last one revealed makes the draw.</summary>
/// <param name="Bidder">Party id of the firm, for a bidder's share; 0 otherwise.</param>
/// <param name="Share">Whole numbers, such as <c>9319./</c>.</param>
public sealed record RevealDrawShare(string Number, DrawSource Source, long Bidder, string Share);

public sealed record DrawShareRevealed(string Number, DrawSource Source, long Bidder, string Share);

/// <summary>The value that the shares gave.</summary>
public sealed record ParametersDrawn(string Number, DrawnValue Drawn);

public sealed class RevealDrawShareHandler(HallWriter writer) : IUseCase
{
    /// <summary>Each side for itself: <see cref="DrawSides.ChargeOf"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<DrawShareRevealed>> Handle(RevealDrawShare ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<DrawShareRevealed>(
            ask.Number,
            DrawSides.ChargeOf(ask.Source),
            on,
            async opening =>
            {
                var (db, session) = (opening.Db, opening.Session);
                if (session.Stage is not DrawingParameters drawing || drawing.Plan.Draw is not { } plan)
                    return new WrongOpeningStage(session.Stage);
                var shares = await db
                    .DrawShares.Where(s => s.SessionId == session.Id && s.Round == drawing.Round)
                    .OrderBy(s => s.CommittedAt)
                    .ThenBy(s => s.Id)
                    .ToListAsync();
                if (shares.Count < DrawSides.Fewest)
                    return new DrawNeedsTwoSources();
                var party = ask.Source == DrawSource.Bidder ? ask.Bidder : 0;
                var mine = shares.Find(s => s.Source == ask.Source && s.Party == party && s.Share is null);
                if (
                    mine is null
                    || PublicDraw.Canonical(ask.Share) is not { Length: <= 300 } canonical
                    || canonical.Count(char.IsAsciiDigit) < DrawSides.FewestDigits
                    || PublicDraw.CommitmentTo(canonical) != mine.Commitment
                )
                    return new ShareNotAsCommitted();
                (mine.Share, mine.RevealedAt) = (canonical, on.At);
                var done = db.Record(mine, on, new DrawShareRevealed(ask.Number, ask.Source, party, canonical));
                var name = DrawSides.Name(ask.Source);
                await opening.Say(($"{name.Zh}揭示份额 {canonical}", $"{name.En} revealed {canonical}"));
                if (shares.TrueForAll(s => s.Share is not null))
                    await Settle(opening, plan, [.. shares.Select(s => s.Share!)]);
                return done;
            },
            ct,
            ask.Bidder
        );

    private static async Task Settle(OpeningInHand opening, DrawPlan plan, IReadOnlyList<string> sources)
    {
        var key = string.Concat(sources);
        var place = PublicDraw.Draw(key, plan.Values.Count, 1)[0];
        var drawn = new DrawnValue(plan.Name, plan.Values[place - 1], place, sources, key);
        opening.Session.Take((DrawingParameters drawing) => drawing.Settle(opening.On.At, drawn));
        opening.Db.Record(opening.Session, opening.On, new ParametersDrawn(opening.Session.Number, drawn), answer: false);
        await opening.Say(($"抽取结果：{plan.Name} {drawn.Value}", $"Drawn: {plan.Name} {drawn.Value}"));
    }
}
