using System.Text;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Similarity.Board;

internal static class BoardWork
{
    /// <summary>Finds a lot, checks the charge and takes a step, in one unit of work.</summary>
    public static Task<Result<T>> LotStep<T>(
        this HallWriter writer,
        string number,
        Charge charge,
        Occasion on,
        Func<HallDb, Lot, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : class =>
        writer.Write(
            on,
            async db =>
            {
                var asked = number.Trim();
                if (await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.Number == asked) is not { } lot)
                    return new LotNotFound(asked);
                var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == lot.TenderId);
                if (charge.Check(on.By, lot.Division, tender) is { } why)
                    return why;
                return await step(db, lot);
            },
            ct
        );
}

/// <summary>Puts what the engines found into the words and places of a report.</summary>
internal static partial class ReportWriter
{
    private const int MostPlaces = 12;
    private const int LongestPlace = 600;
    private const int Around = 24;

    public static LikenessContent Of(OpenedBids opened, IReadOnlyList<BillRow> blank, string? blankHash)
    {
        var report = SimilarityAnalysis.Of(opened.Input);
        var bills = BillCheck.Of(blank, opened.Bills, new BillCheckSettings());
        var texts = opened.Input.Tenders[0].Bids.ToDictionary(b => b.Id, b => b.Text.EnumerateRunes().ToArray());
        return new(
            [.. opened.Bids.Select(b => b with { Bill = bills.GetValueOrDefault(b.Id, []) })],
            [
                .. report
                    .Tenders[0]
                    .Pairs.Select(p => new BoardPair(
                        p.A,
                        p.B,
                        Math.Round(p.Score, 4),
                        [.. p.Reasons.Select(r => Reason(r, texts[p.A], texts[p.B]))]
                    )),
            ],
            report.Warnings,
            opened.Input.History.Count,
            blankHash
        );
    }

    private static BoardReason Reason(LikenessReason reason, Rune[] a, Rune[] b) =>
        new(
            reason.Code,
            reason.Grade,
            reason.Weight,
            Masked(reason),
            reason.Harmless,
            Math.Round(reason.BaseRate, 4),
            [.. reason.InA.Take(MostPlaces).Select(s => Place(a, s))],
            [.. reason.InB.Take(MostPlaces).Select(s => Place(b, s))],
            Math.Max(0, reason.InA.Count - MostPlaces),
            Math.Max(0, reason.InB.Count - MostPlaces)
        );

    /// <summary>Accounts, telephones and numbers of persons are kept sealed in the house; a report shows that they are the same by their last four places.</summary>
    private static string Masked(LikenessReason reason) =>
        reason.Code is LikenessCodes.Bank or LikenessCodes.Phone or LikenessCodes.Staff
            ? LongNumber().Replace(reason.Compared, m => $"****{m.Value[^4..]}")
            : reason.Compared;

    private static Excerpt Place(Rune[] text, TextSpan span)
    {
        var (start, end) = (Math.Clamp(span.Start, 0, text.Length), Math.Clamp(span.End, 0, text.Length));
        var shown = Math.Min(end, start + LongestPlace);
        return new(
            start,
            end,
            Text(text, Math.Max(0, start - Around), start),
            Text(text, start, shown) + (shown < end ? "……" : ""),
            Text(text, end, Math.Min(text.Length, end + Around))
        );
    }

    private static string Text(Rune[] text, int from, int to) => string.Concat(text[from..Math.Max(from, to)].Select(r => r.ToString()));

    [GeneratedRegex(@"[0-9]{8,}")]
    private static partial Regex LongNumber();
}
