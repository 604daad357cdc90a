using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>封存份额: one side publishes the hash of its share of the randomness, before anybody can know the others'.</summary>
/// <param name="Bidder">Party id of the firm, for a bidder's share; 0 otherwise.</param>
/// <param name="Commitment">SHA-256 of the share in its canonical form, lowercase hex.</param>
public sealed record CommitDrawShare(string Number, DrawSource Source, long Bidder, string Commitment);

public sealed record DrawShareCommitted(string Number, DrawSource Source, long Bidder, string Commitment, int Round);

/// <summary>A draw that anybody can make again: all sources are committed to before the decryption closes.</summary>
public sealed class CommitDrawShareHandler(HallWriter writer) : IUseCase
{
    /// <summary>Each side for itself: <see cref="DrawSides.ChargeOf"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<DrawShareCommitted>> Handle(CommitDrawShare ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<DrawShareCommitted>(
            ask.Number,
            DrawSides.ChargeOf(ask.Source),
            on,
            async opening =>
            {
                var (db, session) = (opening.Db, opening.Session);
                if (session.Stage.Plan.Draw is null || session.Stage is ParametersSettled or AfterReading or NothingOpened)
                    return new WrongOpeningStage(session.Stage);
                var party = ask.Source == DrawSource.Bidder ? ask.Bidder : 0;
                // A bidder's share before the deadline would tell that there is this bidder.
                if (ask.Source == DrawSource.Bidder)
                {
                    if (opening.BeforeDeadline is { } early)
                        return early;
                    if (!await db.OpeningBids.AnyAsync(b => b.SessionId == session.Id && b.Bidder == party))
                        return new YouHaveNoBidHere();
                }
                var round = session.Stage is DrawingParameters drawing ? drawing.Round : 1;
                var shares = await db.DrawShares.Where(s => s.SessionId == session.Id && s.Round == round).ToListAsync();
                // The first draw is committed to before the decryption closes; a later one before anybody reveals.
                if (session.Stage is DrawingParameters && (round == 1 || shares.Any(s => s.Share is not null)))
                    return new WrongOpeningStage(session.Stage);
                if (
                    !Hex.IsSha256(ask.Commitment)
                    || shares.Any(s => s.Source == ask.Source && s.Party == party || s.Commitment == ask.Commitment)
                )
                    return new CommitmentWrong();
                var share = new DrawShare
                {
                    Id = Ids.Next(on.At),
                    SessionId = session.Id,
                    Source = ask.Source,
                    Round = round,
                    Party = party,
                    Commitment = ask.Commitment,
                    CommittedAt = on.At,
                };
                db.DrawShares.Add(share);
                var done = db.Record(share, on, new DrawShareCommitted(ask.Number, ask.Source, party, ask.Commitment, round));
                await opening.Say(
                    (
                        $"{DrawSides.Name(ask.Source).Zh}封存抽取份额，指纹 {ask.Commitment[..12]}…",
                        $"{DrawSides.Name(ask.Source).En} committed to a share, fingerprint {ask.Commitment[..12]}…"
                    )
                );
                return done;
            },
            ct,
            ask.Bidder
        );
}

/// <summary>Who may put in a share, and how many sides it takes.</summary>
public static class DrawSides
{
    /// <summary>Two sides at least, so that no one of them alone knows what will come out.</summary>
    public const int Fewest = 2;

    /// <summary>Fewest digits of a share: guessing it from its fingerprint must be hopeless.</summary>
    public const int FewestDigits = 20;

    public static Charge ChargeOf(DrawSource source) =>
        source switch
        {
            DrawSource.Entity => Charge.OfEntityOrAgency,
            DrawSource.Supervisor => Charge.OfSupervisor,
            _ => Charge.OfBidder,
        };

    public static Words Name(DrawSource source) =>
        source switch
        {
            DrawSource.Entity => ("招标人（代理机构）", "The tendering entity"),
            DrawSource.Supervisor => ("监督部门", "The supervising department"),
            _ => ("投标人", "A bidder"),
        };

    internal static Task<int> Committed(OpeningInHand opening, int round)
    {
        var session = opening.Session.Id;
        return opening
            .Db.DrawShares.Where(s => s.SessionId == session && s.Round == round)
            .Select(s => new { s.Source, s.Party })
            .Distinct()
            .CountAsync();
    }
}
