using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Trading.RedFlags;

namespace CountyHall.Trading.Rules.RedFlags;

/// <summary>Compiled releases as the chapters of the red flags write them: invented firms A, B, C.</summary>
internal static class Lines
{
    /// <summary>The flags of the lines, as the command prints them.</summary>
    public static JsonObject Flags(IEnumerable<string> lines, string settings = "{}") => Flags(string.Join('\n', lines), settings, out _);

    public static JsonObject Flags(string text, string settings, out List<string> warnings) =>
        Flags(Encoding.UTF8.GetBytes(text), settings, out warnings);

    public static JsonObject Flags(byte[] bytes, string settings, out List<string> warnings)
    {
        var said = new List<string>();
        var indicators = new Indicators(RedFlagSettings.Read(Encoding.UTF8.GetBytes(settings)));
        new JsonLines(said.Add).Read(new MemoryStream(bytes), indicators.Add);
        warnings = said;
        return Printed(indicators.Write);
    }

    public static JsonObject Printed(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
            write(writer);
        return JsonNode.Parse(memory.ToArray())!.AsObject();
    }

    /// <summary>What an indicator says of an identifier; none where it says nothing.</summary>
    public static double? Of(this JsonObject flags, string group, string id, string code) => flags[group]?[id]?[code]?.GetValue<double>();

    /// <summary>A process with bids such as <c>A valid 100</c> or <c>A+B disqualified 90 USD</c>, won by the winners given.</summary>
    public static string Process(string ocid, string bids, string winner = "A", string award = "active", string tender = "") =>
        $$"""{"ocid":"{{ocid}}","buyer":{"id":"K"},"tender":{"procuringEntity":{"id":"P"}{{(tender.Length > 0 ? "," + tender : "")}}},"bids":{"details":[{{string.Join(',', bids.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bid))}}]},"awards":[{"status":"{{award}}","suppliers":[{{string.Join(',', winner.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(Organisation))}}]}]}""";

    private static string Bid(string words)
    {
        var parts = words.Split(' ');
        var amount =
            parts.Length > 2 ? $",\"value\":{{\"amount\":{parts[2]},\"currency\":\"{(parts.Length > 3 ? parts[3] : "CNY")}\"}}" : "";
        return $"{{\"status\":\"{parts[1]}\",\"tenderers\":[{string.Join(',', parts[0].Split('+').Select(Organisation))}]{amount}}}";
    }

    private static string Organisation(string id) => $"{{\"id\":\"{id}\"}}";
}
