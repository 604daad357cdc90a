using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace CountyHall.Trading.Similarity;

/// <summary>
/// Reads a folder of tenders in the layout of docs/trading/similarity.md. A file or a field that is missing or damaged becomes a warning; the
/// rest is compared.
/// </summary>
public sealed class SimilarityFolder
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private readonly string root;
    private readonly List<string> warnings = [];

    private SimilarityFolder(string root) => this.root = root;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static SimilarityInput Read(string directory)
    {
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException(directory);
        return new SimilarityFolder(Path.GetFullPath(directory)).Read();
    }

    private SimilarityInput Read()
    {
        var tenders = Named()
            .Select(named => named.Folder is null ? null : Tender(named.Id, named.Folder))
            .OfType<ComparedTender>()
            .ToList();
        return new SimilarityInput(tenders, History(), warnings);
    }

    /// <summary>The tenders that the manifest lists; without a manifest every folder that has bids.</summary>
    private List<(string Id, string? Folder)> Named()
    {
        var named = new List<(string, string?)>();
        using var manifest = Json(Path.Combine(root, "manifest.json"));
        if (manifest is not null && Field(manifest.RootElement, "tenders") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var entry in list.EnumerateArray())
            {
                var id = Words(entry, "id") ?? Words(entry, "dir");
                if (id is null)
                {
                    Warn("manifest.json", "有一项没有编号", "an entry has no id");
                    continue;
                }
                var folder = Path.GetFullPath(Path.Combine(root, Words(entry, "dir") ?? id));
                // Nothing outside of the folder that was given is read.
                if (!folder.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && folder != root)
                {
                    Warn("manifest.json", $"{id} 的目录在给定目录之外", $"the folder of {id} lies outside");
                    named.Add((id, null));
                }
                else if (!Directory.Exists(folder))
                {
                    Warn("manifest.json", $"没有 {id} 的目录", $"there is no folder of {id}");
                    named.Add((id, null));
                }
                else
                    named.Add((id, folder));
            }
            return named;
        }
        if (manifest is not null)
            Warn("manifest.json", "没有标段列表", "no list of tenders");
        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
            if (Directory.Exists(Path.Combine(folder, "bids")))
                named.Add((Path.GetFileName(folder), folder));
        return named;
    }

    private List<EarlierBid> History()
    {
        var folder = Path.Combine(root, "history");
        if (!Directory.Exists(folder))
            return [];
        return Directory
            .EnumerateFiles(folder, "*.txt")
            .Order(StringComparer.Ordinal)
            .Select(file => (File: file, Text: Text(file, wanted: true)))
            .Where(earlier => earlier.Text is not null)
            .Select(earlier => new EarlierBid(Path.GetFileName(earlier.File), FirmNamedIn(earlier.Text!), earlier.Text!))
            .ToList();
    }

    /// <summary>A bid says on one of its first lines whose it is: 投标人：…（盖章）.</summary>
    internal static string? FirmNamedIn(string text)
    {
        const string sign = "投标人：";
        var head = text.Length > 600 ? text[..600] : text;
        var from = head.IndexOf(sign, StringComparison.Ordinal);
        if (from < 0)
            return null;
        from += sign.Length;
        var to = from;
        while (to < head.Length && head[to] is not ('（' or '(' or ' ' or '\n' or '\r' or '\t' or '，' or '；'))
            to++;
        return to > from ? head[from..to] : null;
    }

    private ComparedTender Tender(string id, string folder)
    {
        var tender = new ComparedTender(id) { Text = Text(Path.Combine(folder, "tender.txt"), wanted: true) ?? "" };
        using (var facts = Json(Path.Combine(folder, "tender.json")))
            if (facts is not null)
            {
                var all = facts.RootElement;
                var agent = Field(all, "agent");
                tender = tender with
                {
                    Name = Words(all, "name"),
                    Owner = Words(all, "owner"),
                    Agent = agent is { ValueKind: JsonValueKind.Object } named
                        ? new AgentContact(Words(named, "name"), Words(named, "contact"), Words(named, "phone"))
                        : null,
                    Terminals = Field(all, "publicTerminals") is { ValueKind: JsonValueKind.Array } terminals
                        ? terminals
                            .EnumerateArray()
                            .Select(t => new PublicTerminal(Words(t, "mac"), Words(t, "diskSerial"), Words(t, "ip")))
                            .ToList()
                        : [],
                };
            }
        var template = Office(Path.Combine(folder, "template.docx"), withText: true);
        tender = tender with
        {
            Template = template?.Traces,
            // The words of the bid form are as much the tender's as those of the document.
            Text = template is null ? tender.Text : $"{tender.Text}\n{template.Text}",
            BlankBill = Rows(Path.Combine(folder, "boq-blank.csv"))
                .Select(row => new BlankLine(Cell(row, 0), Cell(row, 1), Cell(row, 2), Number(Cell(row, 5))))
                .ToList(),
        };
        var totals = Totals(Path.Combine(folder, "opening.json"));
        var payers = Payers(Path.Combine(folder, "deposits.json"));
        var bids = Path.Combine(folder, "bids");
        if (!Directory.Exists(bids))
        {
            Warn(Name(bids), "没有投标文件目录", "no folder of bids");
            return tender;
        }
        var folders = Directory.EnumerateDirectories(bids).Order(StringComparer.Ordinal).ToArray();
        var read = new ComparedBid[folders.Length];
        Parallel.For(0, folders.Length, i => read[i] = Bid(folders[i], totals, payers));
        return tender with { Bids = read };
    }

    private ComparedBid Bid(
        string folder,
        Dictionary<string, (decimal? Total, string? Name)> totals,
        Dictionary<string, PayerOfSecurity> payers
    )
    {
        var id = Path.GetFileName(folder);
        var text = Text(Path.Combine(folder, "technical.txt"), wanted: false);
        var office = Office(Path.Combine(folder, "technical.docx"), withText: text is null);
        if (text is null)
            Warn(
                Name(Path.Combine(folder, "technical.txt")),
                office is null ? "没有技术标文本，不比对文字" : "没有技术标文本，改用 technical.docx 中的文字",
                office is null ? "no text, words are not compared" : "no text, that of technical.docx is taken"
            );
        var bid = new ComparedBid(id)
        {
            Text = text ?? office?.Text ?? "",
            HeaderText = office?.HeaderText ?? "",
            Traces = office?.Traces,
            Bill = Rows(Path.Combine(folder, "boq.csv"))
                .Select(row => new BillLine(
                    Cell(row, 0),
                    Cell(row, 1),
                    Cell(row, 2),
                    Number(Cell(row, 4)),
                    Number(Cell(row, 5)),
                    Number(Cell(row, 6))
                ))
                .ToList(),
            Payer = payers.GetValueOrDefault(id),
            Total = totals.TryGetValue(id, out var opened) ? opened.Total : null,
            Firm = opened.Name,
        };
        using var envelope = Json(Path.Combine(folder, "envelope.json"));
        if (envelope is null)
            return bid with { Firm = bid.Firm ?? FirmNamedIn(bid.Text) };
        var all = envelope.RootElement;
        var contact = Field(all, "contact");
        string[] expected = ["name", "legalRepresentative", "mac", "diskSerial", "caLock", "pricingLock", "publicIp", "uploadedAt"];
        var missing = expected.Where(field => Words(all, field) is null).ToList();
        if (contact is not { ValueKind: JsonValueKind.Object } reached)
            missing.Add("contact");
        else
            missing.AddRange(new[] { "phone", "email", "address" }.Where(field => Words(reached, field) is null));
        if (missing.Count > 0)
        {
            var fields = string.Join(", ", missing);
            Warn(Name(Path.Combine(folder, "envelope.json")), $"缺少 {fields}，不比对这些项", $"without {fields}; these are not compared");
        }
        return bid with
        {
            Firm = Words(all, "name") ?? bid.Firm ?? FirmNamedIn(bid.Text),
            LegalRepresentative = Words(all, "legalRepresentative"),
            Contact = contact is { ValueKind: JsonValueKind.Object } person
                ? new ContactOfBidder(
                    Words(person, "name"),
                    Words(person, "phone"),
                    Words(person, "tel"),
                    Words(person, "email"),
                    Words(person, "address")
                )
                : null,
            Machine = new MachineFacts(
                Words(all, "mac"),
                Words(all, "diskSerial"),
                Words(all, "caLock"),
                Words(all, "pricingLock"),
                Words(all, "publicIp"),
                DateTimeOffset.TryParse(
                    Words(all, "uploadedAt"),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var uploaded
                )
                    ? uploaded
                    : null
            ),
        };
    }

    private Dictionary<string, (decimal? Total, string? Name)> Totals(string file)
    {
        var totals = new Dictionary<string, (decimal?, string?)>(StringComparer.Ordinal);
        using var opening = Json(file);
        if (opening?.RootElement is { ValueKind: JsonValueKind.Array } list)
            foreach (var entry in list.EnumerateArray())
                if (Words(entry, "bidder") is { } bidder)
                    totals[bidder] = (Amount(entry, "total"), Words(entry, "name"));
        return totals;
    }

    private Dictionary<string, PayerOfSecurity> Payers(string file)
    {
        var payers = new Dictionary<string, PayerOfSecurity>(StringComparer.Ordinal);
        using var deposits = Json(file);
        if (deposits?.RootElement is { ValueKind: JsonValueKind.Array } list)
            foreach (var entry in list.EnumerateArray())
                if (Words(entry, "bidder") is { } bidder)
                    payers[bidder] = new PayerOfSecurity(Words(entry, "payerName"), Words(entry, "payerAccount"));
        return payers;
    }

    private OfficeFile.Contents? Office(string file, bool withText)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return OfficeFile.Read(stream, withText);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            Warn(Name(file), "没有此文件，不比对文档属性", "missing, its properties are not compared");
        }
        catch (Exception damaged)
            when (damaged
                    is InvalidDataException
                        or XmlException
                        or IOException
                        or UnauthorizedAccessException
                        or NotSupportedException
                        or ArgumentException
                        or OverflowException
            )
        {
            Warn(Name(file), $"已损坏，不比对文档属性（{damaged.Message}）", "damaged, its properties are not compared");
        }
        return null;
    }

    private string? Text(string file, bool wanted)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            if (wanted)
                Warn(Name(file), "没有此文件或不能读", "missing or unreadable");
            return null;
        }
        ReadOnlySpan<byte> read = bytes;
        if (read.StartsWith(Encoding.UTF8.Preamble))
            read = read[3..];
        try
        {
            return Strict.GetString(read);
        }
        catch (DecoderFallbackException)
        {
            Warn(Name(file), "含有不是 UTF-8 的字节，以替代字符代之", "holds bytes that are not UTF-8; they are replaced");
            return Encoding.UTF8.GetString(read);
        }
    }

    private JsonDocument? Json(string file)
    {
        if (Text(file, wanted: true) is not { } text)
            return null;
        try
        {
            return JsonDocument.Parse(
                text,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }
            );
        }
        catch (JsonException damaged)
        {
            Warn(Name(file), $"不是有效的 JSON（第{damaged.LineNumber + 1}行）", $"no valid JSON (line {damaged.LineNumber + 1})");
            return null;
        }
    }

    /// <summary>Rows of a table without its first line. A row with too few cells is kept and warned of once a file.</summary>
    private List<string[]> Rows(string file)
    {
        if (Text(file, wanted: true) is not { } text)
            return [];
        var rows = new List<string[]>();
        var strange = 0;
        var first = true;
        foreach (var line in text.Split('\n'))
        {
            var row = line.TrimEnd('\r');
            if (row.Length == 0)
                continue;
            if (first)
            {
                first = false;
                if (row.Contains("项目编码", StringComparison.Ordinal))
                    continue;
            }
            var cells = Csv(row);
            if (cells.Length < 5)
            {
                strange++;
                continue;
            }
            rows.Add(cells);
        }
        var unpriced = rows.Count(row => row.Length > 6 && Cell(row, 0).Length > 0 && Number(Cell(row, 5)) is null);
        if (unpriced > 0)
            Warn(Name(file), $"有 {unpriced} 行没有可读的单价", $"{unpriced} lines without a readable price");
        if (strange > 0)
            Warn(Name(file), $"有 {strange} 行不是清单行，已略过", $"{strange} lines are no lines of a bill and were skipped");
        if (rows.Count == 0)
            Warn(Name(file), "没有清单行，不比对报价", "no lines, prices are not compared");
        return rows;
    }

    internal static string[] Csv(string row)
    {
        if (!row.Contains('"', StringComparison.Ordinal))
            return row.Split(',');
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < row.Length; i++)
            if (row[i] == '"' && quoted && i + 1 < row.Length && row[i + 1] == '"')
            {
                cell.Append('"');
                i++;
            }
            else if (row[i] == '"')
                quoted = !quoted;
            else if (row[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(row[i]);
        cells.Add(cell.ToString());
        return [.. cells];
    }

    internal static string Cell(string[] row, int place) => place < row.Length ? row[place].Trim() : "";

    internal static decimal? Number(string cell) =>
        decimal.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static JsonElement? Field(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var field) ? field : null;

    private static string? Words(JsonElement from, string name)
    {
        var words = Field(from, name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }

    private static decimal? Amount(JsonElement from, string name) => Words(from, name) is { } words ? Number(words) : null;

    private string Name(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private void Warn(string where, string zh, string en)
    {
        lock (warnings)
            warnings.Add($"{where}: {zh} ({en})");
    }
}
