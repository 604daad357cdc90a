using System.Text.Json;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Opening;

namespace CountyHall.Trading.Recomputation;

/// <summary>One thing that was computed again from a published file.</summary>
/// <param name="What">What it is.</param>
/// <param name="Holds">Whether the published value is the computed one.</param>
/// <param name="Published">As it stands in the file.</param>
/// <param name="Computed">As it should stand there.</param>
public sealed record RecomputedLine(Words What, bool Holds, string Published, string Computed);

/// <summary>复算: what the house publishes of a draw, an opening or an evaluation, computed again from the file alone.</summary>
public static class Recomputed
{
    /// <summary>Such a file is a JSON object; whatever else it may be, a PDF it is not.</summary>
    public static bool LooksLikeOne(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("\uFEFF"u8))
            file = file[3..];
        return file.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];
    }

    /// <summary>Every computation that the file lets one repeat; none where it is not a file of that kind.</summary>
    /// <param name="file">The file as it was downloaded, UTF-8.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static IReadOnlyList<RecomputedLine>? Of(byte[] file)
    {
        using var published = JsonDocument.Parse(file.AsMemory(file.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        return Of(published);
    }

    /// <summary>Every computation that the file lets one repeat; none where it is not a file of that kind.</summary>
    /// <param name="published">The file as it was downloaded; its member <c>format</c> says what it is.</param>
    public static IReadOnlyList<RecomputedLine>? Of(JsonDocument published) =>
        published.RootElement is { ValueKind: JsonValueKind.Object } root
        && root.TryGetProperty("format", out var format)
        && format.ValueKind == JsonValueKind.String
            ? format.GetString() switch
            {
                Experts.DrawTranscript.Format => Experts.DrawRecomputation.Of(root),
                EvaluationFile.Kind => RecomputedEvaluation.Of(published),
                OpeningFile.Kind => RecomputedOpening.Of(published),
                Similarity.Board.ReferralPack.Format => Similarity.Board.ReferralPack.Recompute(root),
                _ => null,
            }
            : null;
}
