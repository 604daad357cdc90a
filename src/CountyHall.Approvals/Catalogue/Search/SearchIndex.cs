using System.Numerics;
using System.Runtime.InteropServices;

namespace CountyHall.Approvals.Catalogue;

/// <summary>A text by which an item can be found.</summary>
internal readonly record struct Phrase(int Item, FoundBy By, string Text, IReadOnlyList<Unit> Units, float Weight);

/// <summary>How well an item fits a question, by which of its texts, and which units of that text and of its name fit.</summary>
internal readonly record struct Fit(int Item, double Score, int Phrase, ulong InPhrase, ulong InName);

/// <summary>
/// Pairs of neighbouring characters, words that mean the same, sounds and single characters of every text of every item.
/// A question is answered by how much of it a text covers, and how much of the text that is.
/// </summary>
/// <remarks>Built once from the versions in force and never changed; docs/approvals/finding.md says how the numbers were chosen.</remarks>
internal sealed class SearchIndex
{
    /// <summary>How sure one is that this is meant, by how it fits: 1 = the very characters.</summary>
    private const float AsWritten = 1f,
        SameMeaning = 0.95f,
        NearBy = 0.75f,
        SameSound = 0.62f,
        Alone = 0.38f,
        SoundAlone = 0.2f;

    /// <summary>Neighbours with at most two units between them are still taken together (砍自家的树: 砍树).</summary>
    private const int Reach = 3;
    private const double LeastScore = 0.16;
    private const double LeastShareOfBest = 0.5;

    private readonly record struct Posting(int Phrase, ulong Units);

    private readonly Dictionary<string, int> ids = [];
    private readonly Posting[] postings; // of every key, one after the other
    private readonly int[] postingsFrom;
    private readonly List<Phrase> phrases = [];
    private readonly List<int> nameOf = [];
    private readonly List<float> weights = []; // of every unit of every phrase, one after the other
    private readonly List<int> weightsFrom = [];
    private readonly int[] itemOf;
    private readonly float[] weightOf;
    private readonly float[] wholeOf; // the weight of all units of a phrase together
    private readonly Dictionary<string, int> frequency = [];
    private readonly Dictionary<string, List<int>> meanings = [];
    private readonly string[] latinWords;
    private readonly string initials;
    private readonly List<(int At, int Phrase)> initialsAt = [];
    private readonly int items;
    private readonly int longestMeaning;

    public SearchIndex(IReadOnlyList<ListedItem> listed, SearchWords words)
    {
        items = listed.Count;
        for (var group = 0; group < words.Groups.Count; group++)
        {
            foreach (var word in words.Groups[group].Words)
            {
                var units = SearchText.Read(word);
                if (units.Count == 0)
                    continue;
                longestMeaning = Math.Max(longestMeaning, units.Count);
                var same = CollectionsMarshal.GetValueRefOrAddDefault(meanings, Joined(units, 0, units.Count), out _) ??= [];
                if (!same.Contains(group))
                    same.Add(group);
            }
        }
        for (var item = 0; item < items; item++)
            AddItem(item, listed[item]);
        foreach (var phrase in phrases)
        {
            weightsFrom.Add(weights.Count);
            foreach (var unit in phrase.Units)
                weights.Add(WeightOf(unit));
        }
        itemOf = [.. phrases.Select(p => p.Item)];
        weightOf = [.. phrases.Select(p => p.Weight)];
        wholeOf = [.. phrases.Select(p => MathF.Max(p.Units.Sum(WeightOf), 0.01f))];
        var found = new List<List<Posting>>();
        for (var phrase = 0; phrase < phrases.Count; phrase++)
            AddPostings(found, phrase);
        postings = [.. found.SelectMany(list => list)];
        postingsFrom = new int[found.Count + 1];
        for (var id = 0; id < found.Count; id++)
            postingsFrom[id + 1] = postingsFrom[id] + found[id].Count;
        latinWords =
        [
            .. phrases
                .SelectMany(p => p.Units)
                .Where(u => !u.IsHan && u.Key.Length > 2 && !char.IsAsciiDigit(u.Key[0]))
                .Select(u => u.Key)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        initials = Initials();
    }

    public Phrase this[int phrase] => phrases[phrase];

    /// <summary>The Chinese name of an item as it was read.</summary>
    public Phrase NameOf(int item) => phrases[nameOf[item]];

    /// <summary>Every item that fits, the best first.</summary>
    /// <param name="meant">What was answered instead, where the words as typed find little; in the words of the item found.</param>
    public List<Fit> Find(string question, out bool meant)
    {
        var units = SearchText.Read(question);
        var fits = new Dictionary<int, Fit>();
        meant = false;
        if (units.Count == 0)
            return [];
        Answer(units, 1, fits);
        if (Code(question) is { } code)
            Codes(code, fits);
        var letters = string.Concat(units.Where(u => !u.IsHan).Select(u => u.Key));
        var typed = string.Concat(question.Where(char.IsAsciiLetter)).ToLowerInvariant();
        if (letters.Length > 0 && typed.Length > 1)
        {
            var before = Best(fits);
            Guess(units, typed, fits);
            meant = Best(fits) > before + 0.05;
        }
        var best = Best(fits);
        return
        [
            .. fits
                .Values.Where(f => f.Score >= LeastScore && f.Score >= best * LeastShareOfBest)
                .OrderByDescending(f => f.Score)
                .ThenBy(f => f.Item),
        ];
    }

    /// <summary>What comes nearest where nothing fits well enough.</summary>
    public List<Fit> Nearest(string question, int most)
    {
        var fits = new Dictionary<int, Fit>();
        var units = SearchText.Read(question);
        Answer(units, 1, fits);
        return [.. fits.Values.Where(f => f.Score > 0.05).OrderByDescending(f => f.Score).ThenBy(f => f.Item).Take(most)];
    }

    private static double Best(Dictionary<int, Fit> fits) => fits.Count == 0 ? 0 : fits.Values.Max(f => f.Score);

    // ---- building ----

    private void AddItem(int item, ListedItem listed)
    {
        var guide = listed.Guide;
        nameOf.Add(phrases.Count);
        Add(FoundBy.Name, guide.Name.Zh, 1);
        Add(FoundBy.Name, guide.Name.En, 1);
        foreach (var also in guide.AlsoCalled)
            Add(FoundBy.AlsoCalled, also, 1);
        Add(FoundBy.Result, guide.Result.Name.Zh, 0.85f);
        Add(FoundBy.Result, guide.Result.Name.En, 0.85f);
        Add(FoundBy.Office, listed.Office.Zh, 0.5f);
        Add(FoundBy.Office, listed.Office.En, 0.5f);
        foreach (var theme in guide.Themes)
        {
            Add(FoundBy.Theme, theme.Zh, 0.5f);
            Add(FoundBy.Theme, theme.En, 0.5f);
        }
        foreach (var faq in guide.Faqs)
            Add(FoundBy.Question, faq.Ask.Zh, 0.6f);
        phrases.Add(new(item, FoundBy.Code, guide.Code, [], 1));

        void Add(FoundBy by, string text, float weight)
        {
            var units = SearchText.Read(text);
            phrases.Add(new(item, by, text, units, weight));
            if (by is FoundBy.Name or FoundBy.AlsoCalled)
                foreach (var unit in units.Select(u => u.Key).Distinct())
                    CollectionsMarshal.GetValueRefOrAddDefault(frequency, unit, out _)++;
        }
    }

    /// <summary>What is rare says more. A unit that no item has weighs little: it belongs to the story around the need.</summary>
    private float WeightOf(Unit unit) =>
        frequency.TryGetValue(unit.Key, out var texts) ? 0.35f + MathF.Log(1 + (float)phrases.Count / (1 + texts)) : 1.2f;

    private void AddPostings(List<List<Posting>> found, int phrase)
    {
        foreach (var (key, units, _) in Tokens(phrases[phrase].Units, indexing: true))
        {
            if (!ids.TryGetValue(key, out var id))
            {
                ids[key] = id = found.Count;
                found.Add([]);
            }
            found[id].Add(new(phrase, units));
        }
    }

    private string Initials()
    {
        var all = new System.Text.StringBuilder("\n");
        for (var phrase = 0; phrase < phrases.Count; phrase++)
        {
            if (phrases[phrase] is not { By: FoundBy.Name or FoundBy.AlsoCalled } named || !named.Units.Any(u => u.IsHan))
                continue;
            initialsAt.Add((all.Length, phrase));
            foreach (var unit in named.Units)
                all.Append(unit.IsHan ? unit.Sound![0] : unit.Key[0]);
            all.Append('\n');
        }
        return all.ToString();
    }

    private static string Joined(IReadOnlyList<Unit> units, int from, int count)
    {
        if (count == 1)
            return units[from].Key;
        var joined = new System.Text.StringBuilder(units[from].Key);
        for (var i = from + 1; i < from + count; i++)
            (units[i].IsHan ? joined : joined.Append(' ')).Append(units[i].Key);
        return joined.ToString();
    }

    /// <summary>What a row of units is looked up by, the surest first. An index keeps pairs with a gap under a key of their own.</summary>
    private IEnumerable<(string Key, ulong Units, float Sure)> Tokens(IReadOnlyList<Unit> units, bool indexing)
    {
        for (var i = 0; i + 1 < units.Count; i++)
            yield return ($"{units[i].Key}|{units[i + 1].Key}", 3UL << i, AsWritten);
        for (var i = 0; i < units.Count; i++)
            if (!units[i].IsHan)
                yield return (units[i].Key, 1UL << i, AsWritten);
        for (var i = 0; i < units.Count; i++)
        for (var count = Math.Min(longestMeaning, units.Count - i); count > 0; count--)
            if (meanings.TryGetValue(Joined(units, i, count), out var same))
                foreach (var group in same)
                    yield return ($"§{group}", ((1UL << count) - 1) << i, SameMeaning);
        for (var i = 0; i < units.Count; i++)
        for (var gap = 2; gap <= Reach && i + gap < units.Count; gap++)
            if (!indexing || gap == 2)
                yield return ($"{units[i].Key}{(indexing ? '~' : '|')}{units[i + gap].Key}", (1UL << i) | (1UL << (i + gap)), NearBy);
        if (!indexing)
            for (var i = 0; i + 1 < units.Count; i++)
                yield return ($"{units[i].Key}~{units[i + 1].Key}", 3UL << i, NearBy);
        for (var i = 0; i + 1 < units.Count; i++)
            if (units[i].Sound is { } one && units[i + 1].Sound is { } two)
                yield return ($"+{one}+{two}", 3UL << i, SameSound);
        for (var i = 0; i < units.Count; i++)
            if (units[i].IsHan)
                yield return (units[i].Key, 1UL << i, Alone);
        if (indexing)
            for (var i = 0; i < units.Count; i++)
                if (units[i].Sound is { } sound)
                    yield return ($"+{sound}", 1UL << i, SoundAlone);
    }

    /// <summary>The same for syllables that were typed as such: their characters are not known.</summary>
    private static IEnumerable<(string Key, ulong Units, float Sure)> Sounds(IReadOnlyList<Unit> units)
    {
        for (var i = 0; i + 1 < units.Count; i++)
            yield return ($"+{units[i].Sound ?? units[i].Key}+{units[i + 1].Sound ?? units[i + 1].Key}", 3UL << i, 0.95f);
        for (var i = 0; i < units.Count; i++)
            yield return ($"+{units[i].Sound ?? units[i].Key}", 1UL << i, 0.3f);
    }

    // ---- answering ----

    /// <summary>Scores every item that shares something with these units, and keeps the better of this and what was found before.</summary>
    private void Answer(IReadOnlyList<Unit> units, double worth, Dictionary<int, Fit> fits, bool asSounds = false)
    {
        if (units.Count == 0)
            return;
        Span<float> asked = stackalloc float[units.Count];
        var askedInAll = 0f;
        for (var i = 0; i < units.Count; i++)
            askedInAll += asked[i] = asSounds ? 1 : WeightOf(units[i]);
        // A single character in many texts says nothing beside pairs; alone it is all there is.
        var common = units.Count > 1 ? Math.Max(200, phrases.Count / 12) : int.MaxValue;
        var scratch = Scratch.Of(phrases.Count, items);
        var weightsOf = CollectionsMarshal.AsSpan(weights);
        foreach (var (key, mask, sure) in (asSounds ? Sounds(units) : Tokens(units, indexing: false)).OrderByDescending(t => t.Sure))
        {
            if (!ids.TryGetValue(key, out var id))
                continue;
            var found = postings.AsSpan(postingsFrom[id]..postingsFrom[id + 1]);
            if (sure <= Alone && found.Length > common)
                continue;
            foreach (ref readonly var posting in found)
            {
                ref var cover = ref scratch.Covers[posting.Phrase];
                if (cover.Asked == 0)
                    scratch.Touched.Add(posting.Phrase);
                var (fresh, freshUnits) = (mask & ~cover.Asked, posting.Units & ~cover.Units);
                if (fresh != 0)
                    cover.Share += sure * Sum(asked, fresh);
                if (freshUnits != 0)
                    cover.Part += sure * Sum(weightsOf[weightsFrom[posting.Phrase]..], freshUnits);
                cover.Asked |= mask;
                cover.Units |= posting.Units;
            }
        }
        foreach (var phrase in scratch.Touched)
        {
            ref readonly var cover = ref scratch.Covers[phrase];
            var (item, weight) = (itemOf[phrase], weightOf[phrase]);
            var score = weight * (cover.Share / askedInAll) * (0.6f + 0.4f * cover.Part / wholeOf[phrase]);
            ref var best = ref scratch.Best[item];
            if (best.Score == 0)
                scratch.Items.Add(item);
            if (score > best.Score || (score == best.Score && phrase < best.Phrase))
                best = new()
                {
                    Score = score,
                    Phrase = phrase,
                    Asked = cover.Asked,
                };
        }
        // What the best text leaves open may be said by another: the office, the theme, the result.
        foreach (var phrase in scratch.Touched)
        {
            ref readonly var cover = ref scratch.Covers[phrase];
            ref var best = ref scratch.Best[itemOf[phrase]];
            if (phrase == best.Phrase || (cover.Asked & ~best.Asked) is not (var fresh and not 0))
                continue;
            best.More += weightOf[phrase] * cover.Share / MathF.Max(Sum(asked, cover.Asked), 0.01f) * Sum(asked, fresh);
            best.Asked |= cover.Asked;
        }
        foreach (var item in scratch.Items)
        {
            ref readonly var best = ref scratch.Best[item];
            var total = worth * (best.Score + 0.5 * best.More / askedInAll);
            ref var fit = ref CollectionsMarshal.GetValueRefOrAddDefault(fits, item, out var known);
            if (!known || total > fit.Score)
                fit = new(item, total, best.Phrase, scratch.Covers[best.Phrase].Units, scratch.Covers[nameOf[item]].Units);
        }
        scratch.Clear();
    }

    private struct Cover
    {
        public ulong Asked;
        public ulong Units;
        public float Share;
        public float Part;
    }

    private struct BestText
    {
        public float Score;
        public float More;
        public int Phrase;
        public ulong Asked;
    }

    /// <summary>Room to count in, kept for the next question on the same thread: one place for every text and item, and which were used.</summary>
    private sealed class Scratch(int phrases, int items)
    {
        [ThreadStatic]
        private static Scratch? kept;

        public Cover[] Covers { get; } = new Cover[phrases];
        public BestText[] Best { get; } = new BestText[items];
        public List<int> Touched { get; } = [];
        public List<int> Items { get; } = [];

        public static Scratch Of(int phrases, int items) =>
            kept is { } ready && ready.Covers.Length >= phrases && ready.Best.Length >= items ? ready : kept = new Scratch(phrases, items);

        public void Clear()
        {
            foreach (var phrase in Touched)
                Covers[phrase] = default;
            foreach (var item in Items)
                Best[item] = default;
            Touched.Clear();
            Items.Clear();
        }
    }

    private static float Sum(ReadOnlySpan<float> weights, ulong of)
    {
        var sum = 0f;
        for (; of != 0; of &= of - 1)
            sum += weights[BitOperations.TrailingZeroCount(of)];
        return sum;
    }

    // ---- what else may be meant by Latin letters ----

    private void Guess(IReadOnlyList<Unit> units, string typed, Dictionary<int, Fit> fits)
    {
        if (Best(fits) >= 0.75)
            return;
        var mended = units.Select(u => u.IsHan || ids.ContainsKey(u.Key) ? u : u with { Key = NearestWord(u.Key) ?? u.Key }).ToList();
        if (!mended.SequenceEqual(units))
            Answer(mended, 0.92, fits);
        if (AsSyllables(units, typed) is { } syllables)
            Answer(syllables, 0.95, fits, asSounds: true);
        if (typed.Length is > 1 and <= 12)
            ByInitials(typed, fits);
        if (Best(fits) >= 0.6 || typed.Length is < 5 or > 30 || units.Any(u => u.IsHan))
            return;
        foreach (var slip in Slips(typed))
        {
            if (Pinyin.Cut(slip, Known) is { Count: > 1 } cut && cut.Zip(cut.Skip(1)).All(pair => Known(pair.First, pair.Second)))
                Answer([.. cut.Select((s, i) => new Unit(s, Pinyin.Alike(s), i, 1))], 0.8, fits, asSounds: true);
        }
    }

    private bool Known(string one, string two) => ids.ContainsKey($"+{Pinyin.Alike(one)}+{Pinyin.Alike(two)}");

    /// <summary>Latin words as syllables, Chinese characters with theirs; none where the letters are no pinyin.</summary>
    private List<Unit>? AsSyllables(IReadOnlyList<Unit> units, string typed)
    {
        var all = new List<Unit>();
        if (units.All(u => !u.IsHan))
        {
            if (Pinyin.Cut(typed, Known) is not { } whole)
                return null;
            all.AddRange(whole.Select((s, i) => new Unit(s, Pinyin.Alike(s), i, 1)));
        }
        else
        {
            foreach (var unit in units)
            {
                if (unit.IsHan || !unit.Key.All(char.IsAsciiLetterLower))
                    all.Add(unit);
                else if (Pinyin.Cut(unit.Key, Known) is { } cut)
                    all.AddRange(cut.Select(s => new Unit(s, Pinyin.Alike(s), unit.Start, unit.Length)));
                else
                    return null;
            }
        }
        return all.Count <= SearchText.Most ? all : null;
    }

    /// <summary>首字母: kfd is 开饭店.</summary>
    private void ByInitials(string typed, Dictionary<int, Fit> fits)
    {
        for (
            var at = initials.IndexOf(typed, StringComparison.Ordinal);
            at >= 0;
            at = initials.IndexOf(typed, at + 1, StringComparison.Ordinal)
        )
        {
            var place = initialsAt.BinarySearch((at, int.MaxValue));
            var (from, phrase) = initialsAt[~place - 1];
            var of = phrases[phrase];
            var score = 0.35 + 0.55 * typed.Length / of.Units.Count + (at == from ? 0.02 : 0);
            // Two letters are only sure where they are the whole of a word.
            if (typed.Length < 3 && of.Units.Count > 2)
                continue;
            var mask = ((1UL << typed.Length) - 1) << (at - from);
            if (!fits.TryGetValue(of.Item, out var before) || score > before.Score)
                fits[of.Item] = new(of.Item, score, phrase, mask, phrase == nameOf[of.Item] ? mask : 0);
        }
    }

    /// <summary>The word of the catalogue that was most likely meant: one that begins so, or with one letter wrong (two in long words).</summary>
    private string? NearestWord(string word)
    {
        if (word.Length < 4 || !word.All(char.IsAsciiLetterLower))
            return null;
        var most = word.Length < 8 ? 1 : 2;
        string? nearest = null;
        var (least, often) = (most + 1, 0);
        foreach (var known in latinWords)
        {
            var steps =
                known.StartsWith(word, StringComparison.Ordinal) ? 1
                : Math.Abs(known.Length - word.Length) > most ? most + 1
                : Slip(word, known, most);
            if (steps < least || (steps == least && steps <= most && frequency.GetValueOrDefault(known) > often))
                (least, often, nearest) = (steps, frequency.GetValueOrDefault(known), known);
        }
        return least <= most ? nearest : null;
    }

    /// <summary>How many letters were left out, put in, put wrong or exchanged with their neighbour.</summary>
    private static int Slip(string a, string b, int most)
    {
        Span<int> before = stackalloc int[b.Length + 1],
            last = stackalloc int[b.Length + 1],
            now = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }
            if (least > most)
                return most + 1;
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.Length];
    }

    /// <summary>Everything one slip away: neighbours exchanged, a letter too many, too few, or wrong.</summary>
    private static IEnumerable<string> Slips(string typed)
    {
        for (var i = 0; i + 1 < typed.Length; i++)
            if (typed[i] != typed[i + 1])
                yield return $"{typed[..i]}{typed[i + 1]}{typed[i]}{typed[(i + 2)..]}";
        for (var i = 0; i < typed.Length; i++)
            yield return typed.Remove(i, 1);
        for (var i = 0; i <= typed.Length; i++)
        for (var c = 'a'; c <= 'z'; c++)
        {
            yield return typed.Insert(i, c.ToString());
            if (i < typed.Length && typed[i] != c)
                yield return $"{typed[..i]}{c}{typed[(i + 1)..]}";
        }
    }

    // ---- codes ----

    /// <summary>A part of an implementation code: eight places at least, digits among them.</summary>
    private static string? Code(string question)
    {
        var code = question.Trim().ToUpperInvariant();
        return code.Length >= 8 && code.All(char.IsAsciiLetterOrDigit) && code.Any(char.IsAsciiDigit) ? code : null;
    }

    private void Codes(string code, Dictionary<int, Fit> fits)
    {
        for (var phrase = 0; phrase < phrases.Count; phrase++)
            if (phrases[phrase] is { By: FoundBy.Code } of && of.Text.Contains(code, StringComparison.Ordinal))
                fits[of.Item] = new(of.Item, 1, phrase, 0, 0);
    }
}
