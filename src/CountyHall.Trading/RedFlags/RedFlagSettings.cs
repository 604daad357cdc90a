using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>What <c>countyhall redflags --settings FILE</c> reads: one JSON object with the names of the Cardinal library's settings; every member may be left out.</summary>
public sealed record RedFlagSettings
{
    /// <summary>The one currency whose amounts are compared; the first one met if left out.</summary>
    public string? Currency { get; init; }

    /// <summary><c>procurementMethodDetails</c> that keep a process out of everything.</summary>
    public IReadOnlySet<string> Excluded { get; init; } = new HashSet<string>();

    /// <summary><c>procurementMethodDetails</c> that keep a process out of the price comparisons R024, R028, R036 and R058.</summary>
    public IReadOnlySet<string> WithoutPriceComparison { get; init; } = new HashSet<string>();

    /// <summary>Where it is not empty, only these <c>procurementMethodDetails</c> are compared by price, and the list before has no effect.</summary>
    public IReadOnlySet<string> WithPriceComparison { get; init; } = new HashSet<string>();

    /// <summary>Indicators that are not computed.</summary>
    public IReadOnlySet<string> Off { get; init; } = new HashSet<string>();

    /// <summary>R003: days.</summary>
    public long ShortPeriod { get; init; } = 15;

    /// <summary>R003: days by <c>procurementMethodDetails</c>.</summary>
    public IReadOnlyDictionary<string, long> ShortPeriods { get; init; } = new Dictionary<string, long>();

    /// <summary>R003: the <c>procurementMethod</c>s looked at; all where it is empty.</summary>
    public IReadOnlySet<string> ShortPeriodMethods { get; init; } = new HashSet<string>();

    /// <summary>R018: the <c>procurementMethod</c>s looked at; all where it is empty.</summary>
    public IReadOnlySet<string> SingleBidMethods { get; init; } = new HashSet<string> { "open", "selective" };

    /// <summary>R024: a fixed share instead of the fence.</summary>
    public double? CloseToWinner { get; init; }

    /// <summary>R025: percentile of the numbers of processes from which on a tenderer is looked at.</summary>
    public double ManyBidsPercentile { get; init; } = 75;

    /// <summary>R025: a fixed ratio instead of the fence.</summary>
    public double? FewWins { get; init; }

    /// <summary>R035: tenderers; at least one.</summary>
    public long OthersDisqualified { get; init; } = 1;

    /// <summary>R038: a fixed ratio instead of the fences.</summary>
    public double? ManyDisqualified { get; init; }

    /// <summary>R038: submitted bids a tenderer must have.</summary>
    public long LeastBidsOfTenderer { get; init; } = 2;

    /// <summary>R038: submitted bids a buyer or procuring entity must have.</summary>
    public long LeastBidsOfBuyer { get; init; } = 2;

    /// <summary>R048: characters of an item classification that tell kinds apart.</summary>
    public int KindDigits { get; init; } = 2;

    /// <summary>R048: a fixed number of kinds instead of the fence.</summary>
    public double? ManyKinds { get; init; }

    /// <summary>R048: processes in which a supplier must have been seen.</summary>
    public long LeastProcesses { get; init; } = 20;

    /// <summary>R058: a fixed share instead of the fence.</summary>
    public double? HeavilyDiscounted { get; init; }

    public static IReadOnlyList<string> Indicators { get; } =
    ["R003", "R018", "R024", "R025", "R028", "R030", "R035", "R036", "R038", "R048", "R058"];

    /// <exception cref="JsonException">The text is no settings: the message names the member.</exception>
    public static RedFlagSettings Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = new Section(document.RootElement, "the settings");
        var off = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in Indicators)
        {
            if (root.IsFalse(indicator))
                off.Add(indicator);
        }
        var (exclusions, r003, r018, r024, r025, r035, r038, r048, r058) = (
            root.Part("exclusions"),
            root.Part("R003"),
            root.Part("R018"),
            root.Part("R024"),
            root.Part("R025"),
            root.Part("R035"),
            root.Part("R038"),
            root.Part("R048"),
            root.Part("R058")
        );
        _ = (root.Part("R028"), root.Part("R030"), root.Part("R036"));
        var usual = new RedFlagSettings();
        var read = new RedFlagSettings
        {
            Currency = root.Text("currency"),
            WithoutPriceComparison = root.Texts("no_price_comparison_procurement_methods") ?? usual.WithoutPriceComparison,
            WithPriceComparison = root.Texts("price_comparison_procurement_methods") ?? usual.WithPriceComparison,
            Excluded = exclusions.Texts("procurement_method_details") ?? usual.Excluded,
            Off = off,
            ShortPeriod = r003.Whole("threshold") ?? usual.ShortPeriod,
            ShortPeriodMethods = r003.Texts("procurement_methods") ?? usual.ShortPeriodMethods,
            ShortPeriods = r003.Wholes("procurement_method_details"),
            SingleBidMethods = r018.Texts("procurement_methods") ?? usual.SingleBidMethods,
            CloseToWinner = r024.Number("threshold"),
            ManyBidsPercentile = r025.Number("percentile") ?? usual.ManyBidsPercentile,
            FewWins = r025.Number("threshold"),
            OthersDisqualified = Math.Max(1, r035.Whole("threshold") ?? usual.OthersDisqualified),
            ManyDisqualified = r038.Number("threshold"),
            LeastBidsOfTenderer = r038.Whole("minimum_submitted_bids") ?? usual.LeastBidsOfTenderer,
            LeastBidsOfBuyer = r038.Whole("minimum_contracting_processes") ?? usual.LeastBidsOfBuyer,
            KindDigits = (int)Math.Clamp(r048.Whole("digits") ?? usual.KindDigits, 1, 100),
            ManyKinds = r048.Number("threshold"),
            LeastProcesses = r048.Whole("minimum_contracting_processes") ?? usual.LeastProcesses,
            HeavilyDiscounted = r058.Number("threshold"),
        };
        foreach (var section in (Section[])[root, exclusions, r003, r018, r024, r025, r035, r038, r048, r058])
            section.NothingElse();
        return read;
    }

    /// <summary>One object of the settings; a member nobody asked for is a slip that is said, not passed over.</summary>
    private sealed class Section(JsonElement of, string called)
    {
        private readonly HashSet<string> asked = new(StringComparer.Ordinal);

        public Section Part(string name) =>
            Member(name) is { ValueKind: not JsonValueKind.True and not JsonValueKind.False } part
                ? new(part, name)
                : new(JsonDocument.Parse("{}").RootElement, name);

        public bool IsFalse(string name) => Member(name) is { ValueKind: JsonValueKind.False };

        public string? Text(string name) =>
            Member(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw Wrong(name, "a text");

        /// <summary>An array of texts, or one text with bars between them as the library writes it.</summary>
        public HashSet<string>? Texts(string name) =>
            Member(name) switch
            {
                null => null,
                { ValueKind: JsonValueKind.String } value => value
                    .GetString()!
                    .Split('|')
                    .Where(t => t.Length > 0)
                    .ToHashSet(StringComparer.Ordinal),
                { ValueKind: JsonValueKind.Array } value when value.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String) => value
                    .EnumerateArray()
                    .Select(t => t.GetString()!)
                    .ToHashSet(StringComparer.Ordinal),
                _ => throw Wrong(name, "an array of texts"),
            };

        public double? Number(string name) =>
            Member(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
            : throw Wrong(name, "a number");

        public long? Whole(string name) =>
            Member(name) is not { } value ? null
            : value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) ? whole
            : throw Wrong(name, "a whole number");

        public Dictionary<string, long> Wholes(string name)
        {
            var read = new Dictionary<string, long>(StringComparer.Ordinal);
            if (Member(name) is not { } value)
                return read;
            if (value.ValueKind != JsonValueKind.Object)
                throw Wrong(name, "an object of whole numbers");
            foreach (var one in value.EnumerateObject())
                read[one.Name] =
                    one.Value.ValueKind == JsonValueKind.Number && one.Value.TryGetInt64(out var whole)
                        ? whole
                        : throw Wrong($"{name}.{one.Name}", "a whole number");
            return read;
        }

        public void NothingElse()
        {
            if (Members().FirstOrDefault(m => !asked.Contains(m.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
                throw new JsonException($"{called}: there is no setting {unknown.Name}");
        }

        private JsonElement? Member(string name)
        {
            asked.Add(name);
            return Members().LastOrDefault(m => m.NameEquals(name)) is { Value.ValueKind: not JsonValueKind.Undefined } member
                ? member.Value
                : null;
        }

        private JsonElement.ObjectEnumerator Members() =>
            of.ValueKind == JsonValueKind.Object ? of.EnumerateObject() : throw new JsonException($"{called}: not an object");

        private JsonException Wrong(string name, string should) => new($"{called}: {name} is not {should}");
    }
}
