using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>How every step of a tender happens: found, allowed, taken, recorded.</summary>
internal static class TenderWork
{
    /// <param name="step">Decides, changes and records in the unit of work that it is given.</param>
    /// <param name="bidder">Party id of the firm that is named, where a bidder asks.</param>
    public static Task<Result<TFact>> Step<TFact>(
        HallWriter writer,
        string number,
        Charge charge,
        Occasion on,
        Func<HallDb, Tender, Task<Result<TFact>>> step,
        CancellationToken ct,
        long? bidder = null
    )
        where TFact : class =>
        writer.Write(
            on,
            async db =>
            {
                var asked = number.Trim();
                if (await db.Tenders.FirstOrDefaultAsync(t => t.Number == asked) is not { } tender)
                    return new TenderNotFound(asked);
                if (charge.Check(on.By, tender.Division, tender, bidder) is { } refusal)
                    return refusal;
                return await step(db, tender);
            },
            ct
        );

    /// <summary>All lots of a tender, to be changed.</summary>
    public static Task<List<Lot>> Lots(HallDb db, long tender) =>
        db.Lots.Where(l => l.TenderId == tender).OrderBy(l => l.Number).ToListAsync();

    /// <summary>Tells the entity and its agency; what it tells of stands on their desk as well.</summary>
    public static void Tell(HallDb db, Tender tender, Occasion on, string text)
    {
        db.Post(on, new TextMessage(tender.Entity, $"【招标项目 {tender.Number}】{text}"));
        if (tender.Agency is { } agency)
            db.Post(on, new TextMessage(agency, $"【招标项目 {tender.Number}】{text}"));
    }

    /// <summary>The first text that is missing or too long; null where each is as it should be.</summary>
    public static Refusal? Texts(params (string? Text, int Longest, Words Name)[] texts)
    {
        foreach (var (text, longest, name) in texts)
        {
            if (string.IsNullOrWhiteSpace(text))
                return new TextMissing(name);
            if (text.Trim().Length > longest)
                return new TextTooLong(name, longest);
        }
        return null;
    }
}

public sealed record TextMissing(Words What)
    : Refusal(($"没有填写“{What.Zh}”。", $"“{What.En}” is missing."), ("请填写后再保存。", "Fill it in and save again."));

public sealed record TextTooLong(Words What, int Longest)
    : Refusal(
        ($"“{What.Zh}”超过 {Longest} 个字。", $"“{What.En}” is longer than {Longest} characters."),
        ("请写短一些。", "Make it shorter.")
    );
