using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CountyHall.Trading.RedFlags;

/// <summary>What the indicators ask of one compiled release, read in one pass over its bytes into buffers that the next line uses again.</summary>
/// <remarks>A member that repeats replaces what its namesake said; a value of another type than the standard's is as if it were not there.</remarks>
internal sealed class ProcessLine
{
    private readonly List<byte> texts = [];
    private readonly List<int> ids = [];
    private readonly List<int> kinds = [];
    private readonly List<LineBid> bids = [];
    private readonly List<LineAward> awards = [];

    /// <summary>Identifiers of buyers, procuring entities, tenderers and suppliers.</summary>
    public Names Organisations { get; } = new();

    /// <summary>Currencies, methods and kinds.</summary>
    public Names Codes { get; } = new();

    public ReadOnlySpan<LineBid> Bids => CollectionsMarshal.AsSpan(bids);
    public ReadOnlySpan<LineAward> Awards => CollectionsMarshal.AsSpan(awards);

    /// <summary>None where the line has none that is a text.</summary>
    public Piece? Ocid { get; private set; }
    public int? Buyer { get; private set; }
    public bool HasAwards { get; private set; }
    public bool HasBids { get; private set; }

    private LineTender tender;
    public ref readonly LineTender Tender => ref tender;

    /// <summary>Characters of a classification that tell kinds apart.</summary>
    public int KindDigits { get; init; } = 2;

    /// <summary>Tenderers or suppliers by their number in <see cref="Organisations"/>; <see cref="Nobody"/> for one without an identifier.</summary>
    public ReadOnlySpan<int> Ids(Piece of) => CollectionsMarshal.AsSpan(ids).Slice(of.From, of.Length);

    public const int Nobody = -1;

    public ReadOnlySpan<int> Kinds(Piece of) => CollectionsMarshal.AsSpan(kinds).Slice(of.From, of.Length);

    public ReadOnlySpan<byte> Text(Piece of) => CollectionsMarshal.AsSpan(texts).Slice(of.From, of.Length);

    /// <returns>The line is an object.</returns>
    /// <exception cref="JsonException">The line is no JSON text.</exception>
    public bool Read(ReadOnlySpan<byte> line)
    {
        texts.Clear();
        ids.Clear();
        kinds.Clear();
        bids.Clear();
        awards.Clear();
        (Ocid, Buyer, HasAwards, HasBids, tender) = (null, null, false, false, default);
        var scan = new JsonScan(line);
        var isObject = scan.Enter('{');
        if (isObject)
            ReadProcess(ref scan);
        else
            scan.Pass();
        scan.End();
        return isObject;
    }

    private void ReadProcess(ref JsonScan scan)
    {
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("ocid"u8))
                Ocid = Kept(ref scan);
            else if (name.SequenceEqual("tender"u8))
                ReadTender(ref scan);
            else if (name.SequenceEqual("bids"u8))
                ReadBids(ref scan);
            else if (name.SequenceEqual("awards"u8))
                ReadAwards(ref scan);
            else if (name.SequenceEqual("buyer"u8))
                Buyer = Identifier(ref scan, Organisations);
            else
                scan.Pass();
        }
    }

    private void ReadTender(ref JsonScan scan)
    {
        tender = default;
        if (!Opens(ref scan, '{'))
            return;
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("status"u8))
                tender.IsCancelled = Code(ref scan).SequenceEqual("cancelled"u8);
            else if (name.SequenceEqual("procurementMethod"u8))
                tender.Method = Known(ref scan, Codes);
            else if (name.SequenceEqual("procurementMethodDetails"u8))
                tender.Details = Known(ref scan, Codes);
            else if (name.SequenceEqual("numberOfTenderers"u8))
                tender.HasOneTenderer = Amount(ref scan, out var digits) && digits.SequenceEqual("1"u8);
            else if (name.SequenceEqual("tenderPeriod"u8))
                (tender.Start, tender.End) = Period(ref scan);
            else if (name.SequenceEqual("procuringEntity"u8))
                tender.ProcuringEntity = Identifier(ref scan, Organisations);
            else
                scan.Pass();
        }
    }

    private (Piece? Start, Piece? End) Period(ref JsonScan scan)
    {
        var (start, end) = ((Piece?)null, (Piece?)null);
        if (!Opens(ref scan, '{'))
            return (null, null);
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("startDate"u8))
                start = Kept(ref scan);
            else if (name.SequenceEqual("endDate"u8))
                end = Kept(ref scan);
            else
                scan.Pass();
        }
        return (start, end);
    }

    private void ReadBids(ref JsonScan scan)
    {
        bids.Clear();
        HasBids = false;
        if (!Opens(ref scan, '{'))
            return;
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (!name.SequenceEqual("details"u8))
            {
                scan.Pass();
                continue;
            }
            bids.Clear();
            HasBids = Opens(ref scan, '[');
            for (var any = false; HasBids && scan.Element(ref any); )
            {
                if (Opens(ref scan, '{'))
                    ReadBid(ref scan);
            }
        }
    }

    private void ReadBid(ref JsonScan scan)
    {
        var bid = default(LineBid);
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("status"u8))
                bid.Status = BidStateOf(ref scan);
            else if (name.SequenceEqual("date"u8))
                bid.Date = Kept(ref scan);
            else if (name.SequenceEqual("tenderers"u8))
                bid.Tenderers = ReadOrganisations(ref scan);
            else if (name.SequenceEqual("value"u8))
                (bid.Amount, bid.Currency) = Value(ref scan);
            else
                scan.Pass();
        }
        bids.Add(bid);
    }

    private static BidState BidStateOf(ref JsonScan scan)
    {
        if (!scan.IsText())
        {
            scan.Pass();
            return BidState.None;
        }
        var status = scan.Text();
        return status.SequenceEqual("valid"u8) ? BidState.Valid
            : status.SequenceEqual("disqualified"u8) ? BidState.Disqualified
            : status.SequenceEqual("invited"u8) || status.SequenceEqual("withdrawn"u8) ? BidState.NotSubmitted
            : BidState.Submitted;
    }

    private (double? Amount, int? Currency) Value(ref JsonScan scan)
    {
        var (amount, currency) = ((double?)null, (int?)null);
        if (!Opens(ref scan, '{'))
            return (null, null);
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("amount"u8))
                amount = Amount(ref scan, out var digits) ? JsonScan.DoubleOf(digits) : null;
            else if (name.SequenceEqual("currency"u8))
                currency = Known(ref scan, Codes);
            else
                scan.Pass();
        }
        return (amount, currency);
    }

    private void ReadAwards(ref JsonScan scan)
    {
        awards.Clear();
        HasAwards = Opens(ref scan, '[');
        for (var any = false; HasAwards && scan.Element(ref any); )
        {
            if (Opens(ref scan, '{'))
                ReadAward(ref scan);
        }
    }

    private void ReadAward(ref JsonScan scan)
    {
        var award = default(LineAward);
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("status"u8))
                award.Status = AwardStateOf(ref scan);
            else if (name.SequenceEqual("suppliers"u8))
                award.Suppliers = ReadOrganisations(ref scan);
            else if (name.SequenceEqual("items"u8))
                award.Kinds = Items(ref scan);
            else
                scan.Pass();
        }
        awards.Add(award);
    }

    private static AwardState AwardStateOf(ref JsonScan scan)
    {
        if (!scan.IsText())
        {
            scan.Pass();
            return AwardState.None;
        }
        var status = scan.Text();
        return status.SequenceEqual("active"u8) ? AwardState.Active
            : status.SequenceEqual("cancelled"u8) || status.SequenceEqual("unsuccessful"u8) ? AwardState.Over
            : AwardState.NotFinal;
    }

    private Piece? ReadOrganisations(ref JsonScan scan)
    {
        if (!Opens(ref scan, '['))
            return null;
        var from = ids.Count;
        for (var any = false; scan.Element(ref any); )
            ids.Add(Identifier(ref scan, Organisations) ?? Nobody);
        return new(from, ids.Count - from);
    }

    private Piece? Items(ref JsonScan scan)
    {
        if (!Opens(ref scan, '['))
            return null;
        var from = kinds.Count;
        for (var any = false; scan.Element(ref any); )
        {
            if (!Opens(ref scan, '{'))
                continue;
            var kind = (int?)null;
            for (var begun = false; scan.Member(ref begun, out var name); )
            {
                if (name.SequenceEqual("classification"u8))
                    kind = Kind(ref scan);
                else
                    scan.Pass();
            }
            if (kind is { } known)
                kinds.Add(known);
        }
        return new(from, kinds.Count - from);
    }

    private int? Kind(ref JsonScan scan)
    {
        var kind = (int?)null;
        if (!Opens(ref scan, '{'))
            return null;
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("id"u8) && scan.IsText())
                kind = Codes.Of(First(scan.Text(), KindDigits));
            else
            {
                if (name.SequenceEqual("id"u8))
                    kind = null;
                scan.Pass();
            }
        }
        return kind;
    }

    /// <summary>So many characters of a text, each of one to four bytes.</summary>
    private static ReadOnlySpan<byte> First(ReadOnlySpan<byte> text, int characters)
    {
        var at = 0;
        for (; at < text.Length && characters > 0; characters--)
        {
            Rune.DecodeFromUtf8(text[at..], out _, out var bytes);
            at += bytes;
        }
        return text[..at];
    }

    private static int? Identifier(ref JsonScan scan, Names names)
    {
        if (!Opens(ref scan, '{'))
            return null;
        var id = (int?)null;
        for (var begun = false; scan.Member(ref begun, out var name); )
        {
            if (name.SequenceEqual("id"u8))
                id = Known(ref scan, names);
            else
                scan.Pass();
        }
        return id;
    }

    private Piece? Kept(ref JsonScan scan)
    {
        if (!scan.IsText())
        {
            scan.Pass();
            return null;
        }
        var from = texts.Count;
        texts.AddRange(scan.Text());
        return new(from, texts.Count - from);
    }

    private static int? Known(ref JsonScan scan, Names names)
    {
        if (scan.IsText())
            return names.Of(scan.Text());
        scan.Pass();
        return null;
    }

    private static ReadOnlySpan<byte> Code(ref JsonScan scan)
    {
        if (scan.IsText())
            return scan.Text();
        scan.Pass();
        return default;
    }

    private static bool Amount(ref JsonScan scan, out ReadOnlySpan<byte> digits)
    {
        if (scan.IsNumber())
        {
            digits = scan.Number();
            return true;
        }
        digits = default;
        scan.Pass();
        return false;
    }

    /// <summary>Opens the value; one that does not open as asked is passed over.</summary>
    private static bool Opens(ref JsonScan scan, char with)
    {
        if (scan.Enter(with))
            return true;
        scan.Pass();
        return false;
    }
}

/// <summary>Where something lies in a buffer of the line.</summary>
internal readonly record struct Piece(int From, int Length);

/// <summary>What is a text, by its number; none where it is missing.</summary>
internal struct LineTender
{
    public bool IsCancelled;
    public bool HasOneTenderer;
    public int? Method;
    public int? Details;
    public int? ProcuringEntity;
    public Piece? Start;
    public Piece? End;
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
    public int? Currency;
    public Piece? Date;
    public Piece? Tenderers;

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
    public Piece? Suppliers;
    public Piece? Kinds;
}
