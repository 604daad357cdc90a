using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Recomputation;

/// <summary>公开的复算文件: what everybody may fetch and compute again.</summary>
public static class PublishedFiles
{
    /// <summary>The file of an opening as soon as the prices are read out; none before.</summary>
    /// <param name="tender">Number of the tender, which is that of its opening.</param>
    public static async Task<string?> OfOpening(HallDb db, string tender, CancellationToken ct = default) =>
        await OpeningFile.Of(db, tender, ct) is { } file ? JsonSerializer.Serialize(file, Recording.Json) : null;

    /// <summary>The file of an evaluation once the candidates are published; none before.</summary>
    public static async Task<string?> OfEvaluation(HallDb db, string lot, CancellationToken ct = default)
    {
        var evaluation = await db.LotEvaluations.AsNoTracking().FirstOrDefaultAsync(e => e.Number == lot, ct);
        if (evaluation?.Stage is not Disclosed disclosed)
            return null;
        var report = await db.EvaluationReports.AsNoTracking().FirstAsync(r => r.Id == disclosed.Report, ct);
        return report.Content.Computation is { } file ? JsonSerializer.Serialize(file, Recording.Json) : null;
    }
}
