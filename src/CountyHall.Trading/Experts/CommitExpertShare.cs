using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>封存抽取份额: one side publishes the hash of its share, before anybody can know the other's.</summary>
/// <param name="Commitment">SHA-256 of the share in its canonical form, lowercase hex.</param>
public sealed record CommitExpertShare(string Number, DrawParty Party, string Commitment);

public sealed record ExpertShareCommitted(string Number, int Attempt, DrawParty Party, string Commitment);

/// <summary>From here on shares can be revealed, and none can be changed.</summary>
public sealed record CommitmentsClosed(string Number, int Attempt);

public sealed class CommitExpertShareHandler(HallWriter writer) : IUseCase
{
    /// <summary>Each side for itself: <see cref="DrawWork.WhyNot"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<ExpertShareCommitted>> Handle(CommitExpertShare ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<ExpertShareCommitted>(
            ask.Number,
            _ => ask.Party,
            on,
            async hand =>
            {
                var (db, draw) = (hand.Db, hand.Draw);
                if (draw.Stage is not PoolPublished published)
                    return new WrongDrawStage(draw.Stage);
                var shares = await db.ExpertDrawShares.Where(s => s.DrawId == draw.Id).ToListAsync();
                var now = shares.Where(s => s.Attempt == published.Attempt).ToList();
                if (
                    !Hex.IsSha256(ask.Commitment)
                    || now.Exists(s => s.Party == ask.Party)
                    // Nor one that was used before: it has been revealed, or may have been.
                    || shares.Exists(s => s.Commitment == ask.Commitment)
                )
                    return new ShareCommitmentWrong();
                var share = new ExpertDrawShare
                {
                    Id = Ids.Next(on.At),
                    DrawId = draw.Id,
                    Attempt = published.Attempt,
                    Party = ask.Party,
                    Commitment = ask.Commitment,
                    CommittedAt = on.At,
                };
                db.ExpertDrawShares.Add(share);
                var done = db.Record(share, on, new ExpertShareCommitted(draw.Number, published.Attempt, ask.Party, ask.Commitment));
                if (now.Count + 1 == draw.Parties.Count)
                {
                    draw.Take((PoolPublished at) => at.CloseCommitments(on.At));
                    db.Record(draw, on, new CommitmentsClosed(draw.Number, published.Attempt), answer: false);
                }
                return done;
            },
            ct
        );
}
