using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CountyHall.Trading.Similarity;

/// <summary>How far the law goes with a finding. A person confirms it, never the machine.</summary>
public enum LikenessGrade
{
    /// <summary>弱线索: worth a question.</summary>
    Weak,

    /// <summary>强线索: honest work hardly explains it.</summary>
    Strong,

    /// <summary>法定推定: a ground of the Regulation on the Bidding Law art. 40, if it is confirmed.</summary>
    Presumed,
}

/// <summary>A half-open range of code points in a technical bid.</summary>
public readonly record struct TextSpan(int Start, int End);

/// <summary>One reason why two bids look alike.</summary>
/// <param name="Code">A code of <see cref="LikenessCodes"/>.</param>
/// <param name="Weight">0–1: how much this reason alone speaks for a common hand.</param>
/// <param name="Compared">What was compared and found, with both places.</param>
public sealed record LikenessReason(string Code, LikenessGrade Grade, double Weight, string Compared)
{
    public IReadOnlyList<TextSpan> InA { get; init; } = [];
    public IReadOnlyList<TextSpan> InB { get; init; } = [];

    /// <summary>Of all pairs that were compared, the share with this reason: honest tenders have few.</summary>
    public double BaseRate { get; init; }

    /// <summary>What would explain it without a common hand; to be asked before anything is concluded.</summary>
    public string Harmless => LikenessCodes.Harmless(Code);

    public string Note =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Compared}；可能的正当原因：{Harmless}；本次比对中有此情形的投标对占{BaseRate * 100:0.##}%"
        );
}

/// <summary>Two bids of one tender with the reasons found, the strongest first.</summary>
/// <param name="Score">0–1, ranks pairs; 0.5 is worth a supervisor's look.</param>
public sealed record LikePair(string A, string B, double Score, IReadOnlyList<LikenessReason> Reasons);

public sealed record TenderLikeness(string Id, IReadOnlyList<LikePair> Pairs);

/// <summary>The answer of <see cref="SimilarityAnalysis"/>.</summary>
public sealed record SimilarityReport(IReadOnlyList<TenderLikeness> Tenders, IReadOnlyList<string> Warnings)
{
    /// <summary>Writes the report as JSON in UTF-8: the same bytes for the same input.</summary>
    public void Write(Stream to)
    {
        using var json = new Utf8JsonWriter(
            to,
            new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }
        );
        json.WriteStartObject();
        json.WriteStartArray("tenders");
        foreach (var tender in Tenders)
        {
            json.WriteStartObject();
            json.WriteString("id", tender.Id);
            json.WriteStartArray("pairs");
            foreach (var pair in tender.Pairs)
                Write(json, pair);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in Warnings)
            json.WriteStringValue(warning);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LikePair pair)
    {
        json.WriteStartObject();
        json.WriteString("a", pair.A);
        json.WriteString("b", pair.B);
        json.WriteNumber("score", Math.Round(pair.Score, 4));
        json.WriteStartArray("reasons");
        foreach (var reason in pair.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("code", reason.Code);
            json.WriteString(
                "grade",
                reason.Grade switch
                {
                    LikenessGrade.Presumed => "presumed",
                    LikenessGrade.Strong => "strong",
                    _ => "weak",
                }
            );
            if (reason.InA.Count > 0 || reason.InB.Count > 0)
            {
                json.WriteStartObject("spans");
                Write(json, "a", reason.InA);
                Write(json, "b", reason.InB);
                json.WriteEndObject();
            }
            json.WriteString("note", reason.Note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string side, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(side);
        foreach (var span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
