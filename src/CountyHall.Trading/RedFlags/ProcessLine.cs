using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>What the indicators ask of one compiled release, read in one pass over its bytes into buffers that the next line uses again.</summary>
/// <remarks>A member that repeats replaces what its namesake said; a value of another type than the standard's is as if it were not there.</remarks>
internal sealed class ProcessLine
{
    private readonly Words words = new();
    private readonly List<byte> texts = [];
    private readonly List<string?> ids = [];
    private readonly List<string> kinds = [];

    public List<LineBid> Bids { get; } = [];
    public List<LineAward> Awards { get; } = [];

    public string? Ocid { get; private set; }
    public string? Buyer { get; private set; }
    public bool HasAwards { get; private set; }
    public bool HasBids { get; private set; }
    public LineTender Tender { get; private set; }

    /// <summary>Characters of a classification that tell kinds apart.</summary>
    public int KindDigits { get; init; } = 2;

    /// <summary>Identifiers of the tenderers or suppliers; none for one without.</summary>
    public ReadOnlySpan<string?> Ids(Range range) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ids)[range];

    public ReadOnlySpan<string> Kinds(Range range) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kinds)[range];

    public ReadOnlySpan<byte> Text(Range range) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(texts)[range];

    /// <returns>The line is an object.</returns>
    /// <exception cref="JsonException">The line is no JSON text.</exception>
    public bool Read(ReadOnlySpan<byte> line)
    {
        texts.Clear();
        ids.Clear();
        kinds.Clear();
        Bids.Clear();
        Awards.Clear();
        (Ocid, Buyer, HasAwards, HasBids, Tender) = (null, null, false, false, default);
        var reader = new Utf8JsonReader(line, JsonLines.Options);
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        if (isObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("ocid"u8))
                    Ocid = AText(ref reader) ? reader.GetString() : null;
                else if (reader.ValueTextEquals("tender"u8))
                    ReadTender(ref reader);
                else if (reader.ValueTextEquals("bids"u8))
                    ReadBids(ref reader);
                else if (reader.ValueTextEquals("awards"u8))
                    ReadAwards(ref reader);
                else if (reader.ValueTextEquals("buyer"u8))
                    Buyer = Identifier(ref reader, words.Organisations);
                else
                    Pass(ref reader);
            }
        }
        else
            reader.Skip();
        while (reader.Read())
        {
            //
        }
        return isObject;
    }

    private void ReadTender(ref Utf8JsonReader reader)
    {
        var tender = default(LineTender);
        if (Opens(ref reader, JsonTokenType.StartObject))
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("status"u8))
                    tender.IsCancelled = AText(ref reader) && reader.ValueTextEquals("cancelled"u8);
                else if (reader.ValueTextEquals("procurementMethod"u8))
                    tender.Method = AText(ref reader) ? words.Codes.Of(ref reader) : null;
                else if (reader.ValueTextEquals("procurementMethodDetails"u8))
                    tender.Details = AText(ref reader) ? words.Codes.Of(ref reader) : null;
                else if (reader.ValueTextEquals("numberOfTenderers"u8))
                {
                    reader.Read();
                    tender.HasOneTenderer = reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number) && number == 1;
                    reader.Skip();
                }
                else if (reader.ValueTextEquals("tenderPeriod"u8))
                    (tender.Start, tender.End) = Period(ref reader);
                else if (reader.ValueTextEquals("procuringEntity"u8))
                    tender.ProcuringEntity = Identifier(ref reader, words.Organisations);
                else
                    Pass(ref reader);
            }
        }
        Tender = tender;
    }

    private (Range? Start, Range? End) Period(ref Utf8JsonReader reader)
    {
        var (start, end) = ((Range?)null, (Range?)null);
        if (!Opens(ref reader, JsonTokenType.StartObject))
            return (null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("startDate"u8))
                start = AText(ref reader) ? Kept(ref reader) : null;
            else if (reader.ValueTextEquals("endDate"u8))
                end = AText(ref reader) ? Kept(ref reader) : null;
            else
                Pass(ref reader);
        }
        return (start, end);
    }

    private void ReadBids(ref Utf8JsonReader reader)
    {
        Bids.Clear();
        HasBids = false;
        if (!Opens(ref reader, JsonTokenType.StartObject))
            return;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("details"u8))
            {
                Pass(ref reader);
                continue;
            }
            Bids.Clear();
            HasBids = Opens(ref reader, JsonTokenType.StartArray);
            while (HasBids && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.StartObject)
                    Bids.Add(ReadBid(ref reader));
                else
                    reader.Skip();
            }
        }
    }

    private LineBid ReadBid(ref Utf8JsonReader reader)
    {
        var bid = default(LineBid);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
                bid.Status =
                    !AText(ref reader) ? BidState.None
                    : reader.ValueTextEquals("valid"u8) ? BidState.Valid
                    : reader.ValueTextEquals("disqualified"u8) ? BidState.Disqualified
                    : reader.ValueTextEquals("invited"u8) || reader.ValueTextEquals("withdrawn"u8) ? BidState.NotSubmitted
                    : BidState.Submitted;
            else if (reader.ValueTextEquals("date"u8))
                bid.Date = AText(ref reader) ? Kept(ref reader) : null;
            else if (reader.ValueTextEquals("tenderers"u8))
                bid.Tenderers = Organisations(ref reader);
            else if (reader.ValueTextEquals("value"u8))
                (bid.Amount, bid.Currency) = Value(ref reader);
            else
                Pass(ref reader);
        }
        return bid;
    }

    private (double? Amount, string? Currency) Value(ref Utf8JsonReader reader)
    {
        var (amount, currency) = ((double?)null, (string?)null);
        if (!Opens(ref reader, JsonTokenType.StartObject))
            return (null, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("amount"u8))
            {
                reader.Read();
                amount = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null;
                if (amount is { } read && !double.IsFinite(read))
                    throw new JsonException("a number is too large");
                reader.Skip();
            }
            else if (reader.ValueTextEquals("currency"u8))
                currency = AText(ref reader) ? words.Codes.Of(ref reader) : null;
            else
                Pass(ref reader);
        }
        return (amount, currency);
    }

    private void ReadAwards(ref Utf8JsonReader reader)
    {
        Awards.Clear();
        HasAwards = Opens(ref reader, JsonTokenType.StartArray);
        while (HasAwards && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                Awards.Add(ReadAward(ref reader));
            else
                reader.Skip();
        }
    }

    private LineAward ReadAward(ref Utf8JsonReader reader)
    {
        var award = default(LineAward);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("status"u8))
                award.Status =
                    !AText(ref reader) ? AwardState.None
                    : reader.ValueTextEquals("active"u8) ? AwardState.Active
                    : reader.ValueTextEquals("cancelled"u8) || reader.ValueTextEquals("unsuccessful"u8) ? AwardState.Over
                    : AwardState.NotFinal;
            else if (reader.ValueTextEquals("suppliers"u8))
                award.Suppliers = Organisations(ref reader);
            else if (reader.ValueTextEquals("items"u8))
                award.Kinds = Items(ref reader);
            else
                Pass(ref reader);
        }
        return award;
    }

    private Range? Organisations(ref Utf8JsonReader reader)
    {
        if (!Opens(ref reader, JsonTokenType.StartArray))
            return null;
        var from = ids.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                ids.Add(Inside(ref reader, words.Organisations));
            else
            {
                reader.Skip();
                ids.Add(null);
            }
        }
        return from..ids.Count;
    }

    private Range? Items(ref Utf8JsonReader reader)
    {
        if (!Opens(ref reader, JsonTokenType.StartArray))
            return null;
        var from = kinds.Count;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }
            var kind = (string?)null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("classification"u8))
                    kind = Identifier(ref reader, words.Codes);
                else
                    Pass(ref reader);
            }
            if (kind is not null)
                kinds.Add(words.Prefix(kind, KindDigits));
        }
        return from..kinds.Count;
    }

    private static string? Identifier(ref Utf8JsonReader reader, Pool pool) =>
        Opens(ref reader, JsonTokenType.StartObject) ? Inside(ref reader, pool) : null;

    private static string? Inside(ref Utf8JsonReader reader, Pool pool)
    {
        var id = (string?)null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
                id = AText(ref reader) ? pool.Of(ref reader) : null;
            else
                Pass(ref reader);
        }
        return id;
    }

    private Range Kept(ref Utf8JsonReader reader)
    {
        var from = texts.Count;
        if (!reader.ValueIsEscaped)
            texts.AddRange(reader.ValueSpan);
        else
            texts.AddRange(System.Text.Encoding.UTF8.GetBytes(reader.GetString()!));
        return from..texts.Count;
    }

    /// <summary>Steps to the value; one that is no text is passed over.</summary>
    private static bool AText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return true;
        reader.Skip();
        return false;
    }

    /// <summary>Steps to the value; one that does not open as asked is passed over.</summary>
    private static bool Opens(ref Utf8JsonReader reader, JsonTokenType with)
    {
        reader.Read();
        if (reader.TokenType == with)
            return true;
        reader.Skip();
        return false;
    }

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private sealed class Words
    {
        private readonly Dictionary<(string, int), string> prefixes = [];

        public Pool Organisations { get; } = new();

        public Pool Codes { get; } = new();

        public string Prefix(string of, int characters)
        {
            if (of.Length <= characters)
                return of;
            if (prefixes.TryGetValue((of, characters), out var known))
                return known;
            var runes = of.EnumerateRunes().Take(characters);
            return prefixes[(of, characters)] = string.Concat(runes);
        }
    }

    /// <summary>One text for each identifier however often it comes.</summary>
    private sealed class Pool
    {
        private readonly HashSet<string> known = new(StringComparer.Ordinal);
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan;

        public Pool() => bySpan = known.GetAlternateLookup<ReadOnlySpan<char>>();

        public string Of(ref Utf8JsonReader reader)
        {
            if (reader.ValueSpan.Length > 256)
                return reader.GetString()!;
            Span<char> characters = stackalloc char[256];
            var length = reader.CopyString(characters);
            if (bySpan.TryGetValue(characters[..length], out var text))
                return text;
            var made = new string(characters[..length]);
            known.Add(made);
            return made;
        }
    }
}

internal struct LineTender
{
    public bool IsCancelled;
    public bool HasOneTenderer;
    public string? Method;
    public string? Details;
    public string? ProcuringEntity;
    public Range? Start;
    public Range? End;
}

internal enum BidState : byte
{
    None,
    NotSubmitted,
    Submitted,
    Valid,
    Disqualified,
}

internal struct LineBid
{
    public BidState Status;
    public double? Amount;
    public string? Currency;
    public Range? Date;
    public Range? Tenderers;

    public readonly bool IsSubmitted => Status > BidState.NotSubmitted;
}

internal enum AwardState : byte
{
    None,
    NotFinal,
    Over,
    Active,
}

internal struct LineAward
{
    public AwardState Status;
    public Range? Suppliers;
    public Range? Kinds;
}
