using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>公布候选名单的指纹: the pool is computed, numbered, sealed, and bound by its hash before anybody can know the seed.</summary>
public sealed record PublishPool(string Number);

/// <summary>How large the pool was after each condition, and its hash: numbers, never names.</summary>
public sealed record PoolWasPublished(string Number, int Attempt, PublishedPool Pool);

public sealed class PublishPoolHandler(HallWriter writer, Vault vault) : IUseCase
{
    /// <summary>Whoever asked for the draw: <see cref="DrawWork.Asking"/>.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<PoolWasPublished>> Handle(PublishPool ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<PoolWasPublished>(
            ask.Number,
            DrawWork.Asking,
            on,
            async hand =>
            {
                var (db, draw) = (hand.Db, hand.Draw);
                if (draw.Stage is not DrawRequested requested)
                    return new WrongDrawStage(draw.Stage);
                if (hand.Tender?.IsSecret(on.At) == true)
                    return new DrawBeforeDeadline();
                if (draw.Plan.MeetingAt <= on.At)
                    return new MeetingTimeWrong();
                var set = (await CategorySet.Of(db, draw.Division, CountyTime.DayOf(on.At)))!;
                var needs = await DrawWork.Needs(hand, vault);
                var pool = Recusal.PoolOf(await DrawWork.Library(db, vault, draw.Division, needs.Day), needs);
                if (pool.TooFew(needs) is { } few)
                    return new PoolTooSmall(set.NameOf(few.Category), few.Count, pool.Steps);
                var ids = pool.Candidates.Select(c => c.Expert).ToList();
                var experts = await db.Experts.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id);
                var entries = ids.Select((id, i) => Entry(draw, requested.Attempt, i + 1, experts[id])).ToList();
                db.PoolEntries.AddRange(entries);
                var hash = DrawTranscript.PoolHash(entries.Select(e => new TranscriptEntry(e.Number, e.Categories, e.Hash)));
                var published = new PublishedPool(entries.Count, hash, pool.Area, pool.Steps, set.Number);
                return hand.Step(
                    (DrawRequested at) => at.Publish(on.At, published),
                    at => new PoolWasPublished(draw.Number, at.Attempt, at.Pool)
                );
            },
            ct
        );

    private PoolEntry Entry(ExpertDraw draw, int attempt, int number, Expert expert)
    {
        var who = new PoolPerson(expert.Id, expert.Person, expert.Number, expert.Name, expert.Employer, PoolPeople.FreshSalt());
        return new()
        {
            DrawId = draw.Id,
            Attempt = attempt,
            Number = number,
            // Only what is wanted: the rest could tell who it is.
            Categories = [.. draw.Plan.Wanted.Select(w => w.Category).Where(expert.Categories.Contains)],
            Hash = DrawTranscript.EntryHash(number, who.Number, who.Name, who.Employer, who.Salt),
            Sealed = PoolPeople.Seal(vault, who),
        };
    }
}
