using System.Text.RegularExpressions;

namespace CountyHall.Trading.Similarity;

/// <summary>Contacts, persons, accounts and addresses that two bids share (regulation art. 40(2), (3), (6)).</summary>
internal static partial class People
{
    // Groups of four digits after one another are an account.
    [GeneratedRegex(@"(?<!\d|(?<!\d)\d{4}[- ])(?:1[3-9]\d(?:[- ]?\d{4}){2}|0\d{2,3}[)）]?[- —]?\d{3,4}[- ]?\d{4})(?!\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![0-9A-Za-z])\d{6}[- ]?\d{8}[- ]?\d{3}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex PersonNumber();

    [GeneratedRegex("(?:地址|住所)[：:]([^；;。\n\t]{6,40})")]
    private static partial Regex Address();

    // Digits and letters that are met by chance in no other text.
    private const int LongAccount = 12;
    private const int LongAddress = 8;

    private sealed record Facts(
        HashSet<string> Phones,
        Dictionary<string, string> PhonesOfPersons,
        HashSet<string> Emails,
        HashSet<string> Persons,
        HashSet<string> Addresses,
        string? Address,
        string? Account,
        string? PayerName,
        string Bare
    );

    /// <param name="history">Earlier bids, each with its words as <see cref="Bare"/> gives them.</param>
    public static void Find(
        ComparedTender tender,
        IReadOnlyList<(string? Firm, string Bare)> history,
        Action<int, int, LikenessReason> report
    )
    {
        var bids = tender.Bids;
        var facts = bids.Select(Of).ToList();
        var agents = Numbers(Narrow(tender.Text)).Append(Digits(tender.Agent?.Phone ?? "")).ToHashSet(StringComparer.Ordinal);
        var ofTheTender = Bare(tender.Text);
        var own = bids.Select(b => b.Firm).OfType<string>().ToHashSet(StringComparer.Ordinal);

        Shared(
            facts,
            f => f.Phones,
            agents.Contains,
            (a, b, number) =>
            {
                // The telephone of a person who is listed by number in both is that finding, not another.
                if (
                    facts[a].PhonesOfPersons.TryGetValue(number, out var person)
                    && person == facts[b].PhonesOfPersons.GetValueOrDefault(number)
                )
                    return;
                Report(LikenessCodes.Phone, a, b, $"双方留有同一电话 {number}", 0.85);
            }
        );
        Shared(
            facts,
            f => f.Emails,
            IsOfTheTender,
            (a, b, mail) => Report(LikenessCodes.Email, a, b, $"双方留有同一电子邮箱 {mail}", 0.85)
        );
        Shared(
            facts,
            f => f.Persons,
            IsOfTheTender,
            (a, b, number) => Report(LikenessCodes.Staff, a, b, $"同一证件号的人员列入双方文件：{Masked(number)}", 0.9)
        );
        Shared(
            facts,
            f => f.Addresses,
            IsOfTheTender,
            (a, b, address) => Report(LikenessCodes.Address, a, b, $"双方地址相同：{address}", 0.8)
        );
        var writersOfAccount = Writers(f => f.Account, LongAccount);
        var writersOfAddress = Writers(f => f.Address, LongAddress);
        for (var a = 0; a < bids.Count; a++)
        for (var b = a + 1; b < bids.Count; b++)
        {
            if (facts[a].Account is { } account && account == facts[b].Account)
                Report(LikenessCodes.Bank, a, b, $"双方保证金自同一账户转出：尾号 {account[^Math.Min(4, account.Length)..]}", 0.95);
            else if (PaidFor(a, b) || PaidFor(b, a))
                Report(LikenessCodes.Bank, a, b, "一方的保证金由另一方名下账户缴纳", 0.95);
            else if (writersOfAccount[b].Contains(a) || writersOfAccount[a].Contains(b))
                Report(LikenessCodes.Bank, a, b, "一方缴纳保证金的账户写在另一方的文件中", 0.9);
            if (!facts[a].Addresses.Overlaps(facts[b].Addresses) && (writersOfAddress[b].Contains(a) || writersOfAddress[a].Contains(b)))
                Report(LikenessCodes.Address, a, b, "一方的地址写在另一方的文件中", 0.8);
            if ((LegalOf(a, b) ?? LegalOf(b, a)) is { } legal)
                Report(LikenessCodes.Legal, a, b, legal.Where, legal.Weight);
        }

        bool IsOfTheTender(string value) => ofTheTender.Contains(Bare(value), StringComparison.Ordinal);

        // For what each bidder holds those others in whose text it stands, if it tells: few write it, and neither the tender nor a third firm does.
        List<List<int>> Writers(Func<Facts, string?> of, int least)
        {
            var held = facts.ConvertAll(f =>
                of(f) is { } value && value.Length >= least && value.Any(char.IsAsciiDigit) ? Bare(value) : null
            );
            var writers = held.ConvertAll(_ => new List<int>());
            // Text by text: to go through all of them for each value takes half as long again.
            for (var writer = 0; writer < facts.Count; writer++)
            for (var holder = 0; holder < held.Count; holder++)
                if (held[holder] is { } value && facts[writer].Bare.Contains(value, StringComparison.Ordinal))
                    writers[holder].Add(writer);
            for (var holder = 0; holder < held.Count; holder++)
                if (
                    writers[holder].Count > TextIndex.LargestCircle
                    || writers[holder].Exists(w => w != holder) && IsExplained(held[holder]!)
                )
                    writers[holder] = [];
            return writers;
        }

        bool IsExplained(string bare) =>
            ofTheTender.Contains(bare, StringComparison.Ordinal)
            || history.Any(h => !own.Contains(h.Firm ?? "") && h.Bare.Contains(bare, StringComparison.Ordinal));

        bool PaidFor(int payer, int other) => facts[other].PayerName is { } name && name == bids[payer].Firm && name != bids[other].Firm;

        // The representative of one in the papers of the other: a name has no number, so rows of staff tables do not count by name alone.
        (string Where, double Weight)? LegalOf(int one, int other)
        {
            if (bids[one].LegalRepresentative is not { Length: >= 2 } name)
                return null;
            if (name == bids[other].LegalRepresentative)
                return ($"双方法定代表人同为 {name}", 0.8);
            // Names of two characters have more bearers, and one of 某 stands for any.
            if (name == bids[other].Contact?.Name)
                return name is [_, '某']
                    ? null
                    : ($"{bids[one].Id} 的法定代表人 {name} 是 {bids[other].Id} 的联系人", name.Length >= 3 ? 0.8 : 0.6);
            if (bids[other].Payer?.Name == name)
                return ($"{bids[one].Id} 的法定代表人 {name} 为 {bids[other].Id} 缴纳保证金", 0.8);
            if (tender.Text.Contains(name, StringComparison.Ordinal) || name == tender.Agent?.Contact)
                return null;
            return Stands(bids[other].Text, name) ? ($"{bids[one].Id} 的法定代表人 {name} 出现在 {bids[other].Id} 的文件中", 0.8) : null;
        }

        void Report(string code, int a, int b, string compared, double weight) =>
            report(a, b, new LikenessReason(code, LikenessGrade.Presumed, weight, compared));

        // A number that an earlier bid of a firm carries which does not hold it here is a supplier's or an office's, not a bidder's.
        void Shared(List<Facts> all, Func<Facts, HashSet<string>> of, Func<string, bool> explained, Action<int, int, string> tell)
        {
            var holders = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < all.Count; i++)
                foreach (var value in of(all[i]))
                {
                    if (!holders.TryGetValue(value, out var who))
                        holders[value] = who = [];
                    who.Add(i);
                }
            foreach (var (value, who) in holders.OrderBy(h => h.Key, StringComparer.Ordinal))
            {
                if (who.Count < 2 || who.Count > Math.Max(5, all.Count / 3) || explained(value))
                    continue;
                var bare = Bare(value);
                if (
                    history.Any(h =>
                        !who.Exists(w => bids[w].Firm is { } firm && firm == h.Firm) && h.Bare.Contains(bare, StringComparison.Ordinal)
                    )
                )
                    continue;
                for (var x = 0; x < who.Count; x++)
                for (var y = x + 1; y < who.Count; y++)
                    tell(who[x], who[y], value);
            }
        }
    }

    private static bool Stands(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var start = text.LastIndexOf('\n', at) + 1;
            var end = text.IndexOf('\n', at);
            var line = text.AsSpan(start, (end < 0 ? text.Length : end) - start);
            var inTable = line.Contains('\t');
            var before = at > 0 ? text[at - 1] : '\n';
            var after = at + name.Length < text.Length ? text[at + name.Length] : '\n';
            // In a table a cell of three characters or more; in text a name by itself or after a word of representation.
            if (inTable && name.Length >= 3 && before is '\t' or '\n' && after is '\t' or '\n')
                return true;
            // A short name that goes on is the beginning of another one, unless it is what representatives do that follows.
            if (inTable || name.Length < 3 && Letter(after) && !Signs().IsMatch(text, at + name.Length))
                continue;
            var lead = text[Math.Max(0, at - 10)..at];
            if (
                lead.Contains("法定代表人", StringComparison.Ordinal)
                || lead.Contains("代理人", StringComparison.Ordinal)
                || lead.Contains("授权", StringComparison.Ordinal)
                || lead.Contains("联系人", StringComparison.Ordinal)
                || lead.Contains("负责人", StringComparison.Ordinal)
                || lead.Contains("委托", StringComparison.Ordinal)
            )
                return true;
            if (name.Length >= 3 && !Letter(before) && !Letter(after))
                return true;
        }
        return false;
    }

    [GeneratedRegex(@"\G(?:签[署字名章]|授权|委托|系|作为)")]
    private static partial Regex Signs();

    private static bool Letter(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static Facts Of(ComparedBid bid)
    {
        // Lines that name suppliers or the agent carry their telephones rightly.
        var phones = new HashSet<string>(StringComparer.Ordinal);
        var ofPersons = new Dictionary<string, string>(StringComparer.Ordinal);
        var text = Narrow(bid.Text);
        foreach (Match match in Phone().Matches(text))
        {
            var line = LineOf(text, match.Index);
            if (Others().IsMatch(line))
                continue;
            phones.Add(Digits(match.Value));
            if (PersonNumber().Match(line) is { Success: true } person)
                ofPersons[Digits(match.Value)] = Bare(person.Value);
        }
        foreach (var number in new[] { bid.Contact?.Phone, bid.Contact?.Telephone })
            if (Digits(number ?? "") is { Length: >= 10 } digits && !digits.StartsWith("400", StringComparison.Ordinal))
                phones.Add(digits);
        var emails = Email().Matches(text).Select(m => m.Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        if (bid.Contact?.Email is { } mail)
            emails.Add(Narrow(mail.Trim()).ToUpperInvariant());
        var addresses = Address().Matches(text).Select(m => Plain(m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);
        var address = bid.Contact?.Address is { Length: >= 6 } given ? Plain(given) : null;
        if (address is not null)
            addresses.Add(address);
        return new Facts(
            phones,
            ofPersons,
            emails,
            PersonNumber().Matches(text).Select(m => Bare(m.Value)).ToHashSet(StringComparer.Ordinal),
            addresses,
            address,
            bid.Payer?.Account is { } account && account.Any(c => c != '0')
                ? Digits(account) is { Length: >= 8 } digitsOnly
                    ? digitsOnly
                    : null
                : null,
            bid.Payer?.Name,
            Bare(text)
        );
    }

    private static string LineOf(string text, int at)
    {
        var start = text.LastIndexOf('\n', at) + 1;
        var end = text.IndexOf('\n', at);
        return text[start..(end < 0 ? text.Length : end)];
    }

    [GeneratedRegex("热线|供应|供货|厂家|招标代理|代理机构|监督电话|投诉电话|急救|报警")]
    private static partial Regex Others();

    private static HashSet<string> Numbers(string text) =>
        Phone().Matches(text).Select(m => Digits(m.Value)).ToHashSet(StringComparer.Ordinal);

    private static string Digits(string number) => new([.. Narrow(number).Where(char.IsAsciiDigit)]);

    /// <summary>A text whose wide letters, digits and signs of numbers are the plain ones, each in its place.</summary>
    private static string Narrow(string text) =>
        text.AsSpan().ContainsAnyInRange('！', '～')
            ? string.Create(
                text.Length,
                text,
                (narrow, wide) =>
                {
                    for (var i = 0; i < narrow.Length; i++)
                        narrow[i] = IsWide(wide[i]) ? (char)(wide[i] - 0xfee0) : wide[i];
                }
            )
            : text;

    private static bool IsWide(char c) =>
        c is >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or '＠' or '．' or '－' or '＿';

    /// <summary>A text in which numbers and addresses are found however they are parted: without white space and hyphens, and in capitals.</summary>
    public static string Bare(string text)
    {
        var bare = new char[text.Length];
        var count = 0;
        foreach (var c in Narrow(text))
            if (!char.IsWhiteSpace(c) && c is not ('-' or '—' or '(' or ')' or '（' or '）'))
                bare[count++] = char.ToUpperInvariant(c);
        return new string(bare, 0, count);
    }

    /// <summary>An address without white space and without the province, which some write and some leave out, up to the number of the house.</summary>
    private static string Plain(string address) =>
        WithinAHouse().Replace(Province().Replace(new string([.. address.Where(c => !char.IsWhiteSpace(c))]), ""), "");

    // 946号二楼东侧 is in the same house as 946号1幢; 工业园1号楼 has no other number than that of the building.
    [GeneratedRegex("(?<=[路街道巷弄村]\\d{1,5}号)(?!楼|厂房).+$")]
    private static partial Regex WithinAHouse();

    [GeneratedRegex("^(?:中国)?[\u4e00-\u9fff]{2,3}省(?=.{6})")]
    private static partial Regex Province();

    private static string Masked(string number) => $"{number[..6]}********{number[14..]}";
}
