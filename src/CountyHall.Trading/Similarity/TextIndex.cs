using System.Runtime.InteropServices;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Every run of <see cref="Gram"/> letters of every text, in flat arrays: who else has it says whether it is the tender's, the trade's, a firm's own,
/// or only two bidders'. Large corpora are sampled, by the hash and not by the place, so that equal runs are sampled alike.
/// </summary>
internal sealed class TextIndex
{
    /// <summary>
    /// Length of a run in letters. Eight characters of Chinese hold two or three words, which a few dozen writers do not put together alike by chance;
    /// the more is written, the longer a run must be for that.
    /// </summary>
    public int Gram { get; private set; } = 8;

    /// <summary>At most so many bidders of a tender can share a run that still counts as theirs: a larger circle is the trade.</summary>
    public const int LargestCircle = 4;

    private const int MostEntries = 8_000_000;
    private const int Unique = -1;
    private const int Common = -2;
    private const int OfTheTender = int.MinValue;

    private readonly List<Document> documents = [];
    private readonly Dictionary<string, int> firms = new(StringComparer.Ordinal);
    private int[] places = [];
    private int[] explainedBy = [];
    private int[] starts = [0];

    public IReadOnlyList<Document> Documents => documents;

    /// <summary>One of so many runs was kept.</summary>
    public int Step { get; private set; } = 1;

    public List<Seed> Seeds { get; } = [];

    public enum DocumentKind
    {
        Bid,
        Earlier,
        Tender,
    }

    public sealed record Document(Writing Writing, DocumentKind Kind, int Tender, int Firm);

    /// <summary>A run that two bids share and that nothing else explains.</summary>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Seed(int First, int Second, int A, int B, byte Users);

    public int Add(Writing writing, DocumentKind kind, int tender, string? firm)
    {
        var number = -1 - documents.Count;
        if (!string.IsNullOrEmpty(firm) && !firms.TryGetValue(firm, out number))
            firms[firm] = number = firms.Count;
        documents.Add(new Document(writing, kind, tender, number));
        return documents.Count - 1;
    }

    public void Build()
    {
        var letters = documents.Sum(d => (long)d.Writing.Letters.Length);
        Gram = 8 + (int)Math.Clamp(Math.Round(Math.Log2(letters / 400_000.0 + 1e-9)), 0, 4);
        Step = (int)Math.Max(1, letters / MostEntries + (letters % MostEntries > 0 && letters > MostEntries ? 1 : 0));
        var kept = new (ulong[] Hashes, int[] Places)[documents.Count];
        Parallel.For(0, documents.Count, d => kept[d] = Sample(documents[d].Writing.Letters));
        starts = new int[documents.Count + 1];
        for (var d = 0; d < documents.Count; d++)
            starts[d + 1] = starts[d] + kept[d].Hashes.Length;
        var count = starts[^1];
        var hashes = new ulong[count];
        places = new int[count];
        var owner = new int[count];
        var order = new int[count];
        for (var d = 0; d < documents.Count; d++)
        {
            kept[d].Hashes.CopyTo(hashes, starts[d]);
            kept[d].Places.CopyTo(places, starts[d]);
            owner.AsSpan(starts[d], kept[d].Hashes.Length).Fill(d);
            kept[d] = ([], []);
        }
        for (var i = 0; i < count; i++)
            order[i] = i;
        Array.Sort(hashes, order);
        explainedBy = new int[count];
        Array.Fill(explainedBy, Unique);
        for (var from = 0; from < count; )
        {
            var to = from + 1;
            while (to < count && hashes[to] == hashes[from])
                to++;
            if (to - from > 1)
                Judge(order.AsSpan(from, to - from), owner);
            from = to;
        }
    }

    private (ulong[] Hashes, int[] Places) Sample(char[] letters)
    {
        var room = Math.Max(0, letters.Length - Gram + 1);
        var hashes = new List<ulong>(room / Step + 16);
        var at = new List<int>(room / Step + 16);
        var rolling = new RollingHash(Gram);
        for (var i = 0; i < letters.Length; i++)
        {
            var hash = rolling.Take(letters, i);
            if (i < Gram - 1 || Step > 1 && hash % (uint)Step != 0)
                continue;
            hashes.Add(hash);
            at.Add(i - Gram + 1);
        }
        return ([.. hashes], [.. at]);
    }

    /// <summary>Judges one run that stands in several places.</summary>
    private void Judge(Span<int> entries, int[] owner)
    {
        // Entries of one hash are put in the order of documents and places, whatever the sort made of equals.
        entries.Sort();
        Span<int> holders = stackalloc int[48];
        var held = 0;
        var last = -1;
        foreach (var entry in entries)
        {
            var document = owner[entry];
            if (document == last)
                continue;
            last = document;
            if (held == holders.Length || documents[document].Kind == DocumentKind.Tender)
            {
                foreach (var each in entries)
                    explainedBy[each] = documents[document].Kind == DocumentKind.Tender ? OfTheTender : Common;
                return;
            }
            holders[held++] = document;
        }
        if (held < 2)
            return;
        for (var h = 0; h < held; h++)
        {
            var tender = documents[holders[h]].Tender;
            if (documents[holders[h]].Kind != DocumentKind.Bid || h > 0 && documents[holders[h - 1]].Tender == tender)
                continue;
            var users = 0;
            var elsewhere = Unique;
            for (var o = 0; o < held; o++)
            {
                var other = documents[holders[o]];
                if (other.Kind == DocumentKind.Bid && other.Tender == tender)
                    users++;
                else if (elsewhere == Unique || elsewhere == other.Firm)
                    elsewhere = other.Firm;
                else
                    elsewhere = Common;
                if (elsewhere == Common)
                    break;
            }
            if (users > LargestCircle)
                elsewhere = Common;
            // A firm without a name is some third firm.
            if (elsewhere < Common)
                elsewhere = Common;
            // Of a circle, the earlier bid of one does not explain how two others have its words.
            if (elsewhere >= 0 && users > 2 && HasABidOf(elsewhere, tender, holders[..held]))
                elsewhere = Unique;
            foreach (var entry in entries)
                if (documents[owner[entry]] is { Kind: DocumentKind.Bid } its && its.Tender == tender)
                    explainedBy[entry] = elsewhere;
            if (users < 2 || elsewhere == Common)
                continue;
            Sow(entries, owner, holders[..held], tender, elsewhere, (byte)users);
        }
    }

    private bool HasABidOf(int firm, int tender, Span<int> holders)
    {
        foreach (var holder in holders)
            if (documents[holder] is { Kind: DocumentKind.Bid } its && its.Tender == tender && its.Firm == firm)
                return true;
        return false;
    }

    private void Sow(Span<int> entries, int[] owner, Span<int> holders, int tender, int elsewhere, byte users)
    {
        for (var i = 0; i < holders.Length; i++)
        for (var j = i + 1; j < holders.Length; j++)
        {
            var (first, second) = (documents[holders[i]], documents[holders[j]]);
            if (first.Kind != DocumentKind.Bid || second.Kind != DocumentKind.Bid || first.Tender != tender || second.Tender != tender)
                continue;
            // A third firm's earlier bid has it: it is the trade's.
            if (elsewhere != Unique && elsewhere != first.Firm && elsewhere != second.Firm)
                continue;
            var timesA = 0;
            foreach (var a in entries)
            {
                if (owner[a] != holders[i] || ++timesA > 3)
                    continue;
                var timesB = 0;
                foreach (var b in entries)
                    if (owner[b] == holders[j] && ++timesB <= 3)
                        Seeds.Add(new Seed(holders[i], holders[j], places[a], places[b], users));
            }
        }
    }

    /// <summary>Of the runs between two letters of a bid: how many were kept, and how many of them the tender, the trade or a third firm has.</summary>
    public (int Kept, int Explained) Explained(int document, int from, int to, int otherFirm)
    {
        var low = Array.BinarySearch(places, starts[document], starts[document + 1] - starts[document], from);
        if (low < 0)
            low = ~low;
        var own = documents[document].Firm;
        int kept = 0,
            explained = 0;
        for (var i = low; i < starts[document + 1] && places[i] <= to - Gram; i++)
        {
            kept++;
            if (explainedBy[i] is Common or OfTheTender || explainedBy[i] >= 0 && explainedBy[i] != own && explainedBy[i] != otherFirm)
                explained++;
        }
        return (kept, explained);
    }

    /// <summary>Letters of the longest stretch between two letters of a bid whose runs the tender document has, one after the other.</summary>
    public int LongestQuote(int document, int from, int to)
    {
        var low = Array.BinarySearch(places, starts[document], starts[document + 1] - starts[document], from);
        if (low < 0)
            low = ~low;
        int since = -1,
            longest = 0;
        for (var i = low; i < starts[document + 1] && places[i] <= to - Gram; i++)
            if (explainedBy[i] == OfTheTender)
            {
                if (since < 0)
                    since = places[i];
                longest = Math.Max(longest, places[i] + Gram - since);
            }
            else
                since = -1;
        return longest;
    }
}
