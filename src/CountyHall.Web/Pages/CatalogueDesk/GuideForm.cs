using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.CatalogueDesk;

/// <summary>How one part of a guide is typed.</summary>
public enum PartShape
{
    Text,

    /// <summary>A sentence in both languages.</summary>
    Words,

    /// <summary>Sentences in both languages.</summary>
    LongWords,
    Number,

    /// <summary>Yuan on the page, fen in the guide.</summary>
    Yuan,

    /// <summary>One of a list.</summary>
    Choice,

    /// <summary>Some of a list.</summary>
    Several,
    Tick,

    /// <summary>Title and article.</summary>
    Citation,

    /// <summary>One value a line.</summary>
    Lines,

    /// <summary>Tables that rarely change, as they stand in the file.</summary>
    Json,
}

/// <param name="Name">Path below the guide or the row, such as <c>legalLimit.workingDays</c>.</param>
public sealed record GuidePart(string Name, Words Label, PartShape Shape)
{
    /// <summary>Left out of the guide where nothing is typed.</summary>
    public bool IsOptional { get; init; }
    public IReadOnlyList<(string Value, Words Text)> Choices { get; init; } = [];
    public Words? Help { get; init; }

    /// <summary>What a new row begins with.</summary>
    public string First { get; init; } = "";
}

/// <summary>A group of parts; with <see cref="List"/>, rows that each have these parts.</summary>
public sealed record GuideSection(string Id, Words Title, IReadOnlyList<GuidePart> Parts, string? List = null)
{
    /// <summary>The part whose text names a row.</summary>
    public string? RowName { get; init; }
}

/// <summary>What was typed wrongly.</summary>
public sealed record FormFault(string Name, Words What);

/// <summary>The form of the editor: which parts of a guide it has, a guide as typed text, and typed text as a guide.</summary>
public static class GuideForm
{
    private const string Prefix = "g.";

    public static IReadOnlyList<GuideSection> Sections(
        IReadOnlyList<(string Value, Words Text)> offices,
        IReadOnlyList<(string Value, Words Text)> windowTypes
    ) =>
        [
            new(
                "basics",
                ("基本信息", "Basics"),
                [
                    new("name", ("事项名称", "Name"), PartShape.Words),
                    new("code", ("实施编码", "Implementation code"), PartShape.Text) { Help = ("31 位", "31 places") },
                    new("kind", ("事项类型", "Kind"), PartShape.Choice) { Choices = Kinds<ItemKind>(GuideWords.Of) },
                    new("body", ("实施主体", "Implementing body"), PartShape.Choice) { Choices = offices },
                    new("applicants", ("服务对象", "Applicants"), PartShape.Several)
                    {
                        Choices = [("person", ("个人", "Persons")), ("firm", ("企业和组织", "Firms and organisations"))],
                    },
                    new("alsoCalled", ("平常的叫法", "Everyday names"), PartShape.Lines)
                    {
                        IsOptional = true,
                        Help = ("每行一个，例如 开个饭店", "One a line"),
                    },
                    new("windowTypes", ("受理窗口类别", "Window types"), PartShape.Several) { Choices = windowTypes },
                    new("enquiries", ("咨询电话", "Telephone for questions"), PartShape.Text),
                    new("complaints", ("投诉电话", "Telephone for complaints"), PartShape.Text),
                ]
            ),
            new(
                "promise",
                ("时限、跑动和收费", "Limits, visits and fee"),
                [
                    new("caseKind", ("办件类型", "Kind of case"), PartShape.Choice)
                    {
                        Choices = [("onTheSpot", ("即办件", "On the spot")), ("promised", ("承诺件", "Promised"))],
                    },
                    new(
                        "promisedDays",
                        ("承诺期限（工作日，0 为当场）", "Promised limit (working days, 0 = on the spot)"),
                        PartShape.Number
                    ),
                    new("legalLimit.workingDays", ("法定期限（工作日）", "Legal limit (working days)"), PartShape.Number)
                    {
                        IsOptional = true,
                        Help = ("法律没有规定的留空", "Empty where no law sets one"),
                    },
                    new("legalLimit.basis", ("法定期限的依据", "Basis of the legal limit"), PartShape.Citation) { IsOptional = true },
                    new("visits", ("到办事现场次数", "Visits"), PartShape.Number),
                    new("visitReason", ("必须到场的理由", "Reason for the visit"), PartShape.Words) { IsOptional = true },
                    new("sameCity", ("同城通办：全县任一窗口都收", "Any counter of the county takes it"), PartShape.Tick),
                    new("online", ("可网上申请", "Can be applied for online"), PartShape.Tick),
                    new("fee.fen", ("收费（元）", "Fee (yuan)"), PartShape.Yuan),
                    new("fee.note", ("收费说明", "Note on the fee"), PartShape.Words) { IsOptional = true },
                    new("fee.basis", ("收费依据", "Basis of the fee"), PartShape.Citation) { IsOptional = true },
                    new("commitment", ("告知承诺书", "Letter of commitment"), PartShape.LongWords) { IsOptional = true },
                ]
            ),
            new(
                "result",
                ("办理结果", "Result"),
                [
                    new("result.kind", ("结果类型", "Kind of result"), PartShape.Choice) { Choices = Kinds<ResultKind>(GuideWords.Of) },
                    new("result.name", ("结果名称", "Name of the result"), PartShape.Words),
                    new("result.validYears", ("有效期（年，0 为长期）", "Valid for years, 0 = without end"), PartShape.Number),
                ]
            ),
            new(
                "conditions",
                ("申请条件", "Conditions"),
                [new("text", ("条件", "Condition"), PartShape.LongWords), new("basis", ("依据", "Basis"), PartShape.Citation), When],
                "conditions"
            )
            {
                RowName = "text",
            },
            new(
                "materials",
                ("申请材料", "Documents"),
                [
                    new("id", ("标识", "Id"), PartShape.Text),
                    new("name", ("材料名称", "Name"), PartShape.Words),
                    new("form", ("材料形式", "Form"), PartShape.Choice)
                    {
                        Choices = Kinds<MaterialForm>(GuideWords.Of),
                        First = "electronic",
                    },
                    new("copies", ("份数", "Copies"), PartShape.Number) { First = "1" },
                    new("source", ("来源渠道", "Source"), PartShape.Choice)
                    {
                        Choices =
                        [
                            ("applicant", ("申请人自备", "The applicant")),
                            ("government", ("政府部门核发", "A government office")),
                            ("thirdParty", ("其他", "Another body")),
                        ],
                    },
                    new("issuer", ("出具单位", "Issuer"), PartShape.Words) { IsOptional = true },
                    new("necessity", ("必要性", "Necessity"), PartShape.Choice)
                    {
                        Choices = [("required", ("必要", "Required")), ("gapTolerant", ("容缺后补", "May follow"))],
                    },
                    new("gapDays", ("容缺后补期限（工作日）", "May follow within (working days)"), PartShape.Number) { First = "0" },
                    new("held", ("免交：证照库里的种类", "Held by the house as"), PartShape.Text)
                    {
                        IsOptional = true,
                        Help = ("例如 business-licence；要提交的留空", "Such as business-licence; empty where it is handed in"),
                    },
                    new("basis", ("依据", "Basis"), PartShape.Citation),
                    new("note", ("说明", "Note"), PartShape.Words) { IsOptional = true },
                    When,
                ],
                "materials"
            )
            {
                RowName = "name",
            },
            new(
                "steps",
                ("办理流程", "Steps"),
                [
                    new("name", ("环节", "Step"), PartShape.Words),
                    new("days", ("时限（工作日，0 为当场）", "Working days, 0 = at once"), PartShape.Number) { First = "0" },
                    new("who", ("办理人", "Who"), PartShape.Words),
                ],
                "steps"
            )
            {
                RowName = "name",
            },
            new(
                "route",
                ("按责转办", "Responsibilities"),
                [
                    new("office", ("单位", "Office"), PartShape.Choice) { Choices = offices },
                    new("what", ("审查什么", "What it judges"), PartShape.Words),
                    new("onSite", ("要现场核查", "Checked on site"), PartShape.Tick),
                ],
                "route"
            ),
            new("basis", ("设定依据", "Legal basis"), [new("", ("依据", "Basis"), PartShape.Citation)], "basis"),
            new(
                "fields",
                ("表单字段", "Fields of the form"),
                [
                    new("id", ("标识", "Id"), PartShape.Text),
                    new("label", ("名称", "Label"), PartShape.Words),
                    new("kind", ("类型", "Kind"), PartShape.Choice)
                    {
                        Choices =
                        [
                            ("text", ("文字", "Text")),
                            ("longText", ("长文字", "Long text")),
                            ("number", ("数字", "Number")),
                            ("date", ("日期", "Date")),
                            ("choice", ("选择", "Choice")),
                            ("phone", ("电话", "Telephone")),
                            ("address", ("地址", "Address")),
                        ],
                    },
                    new("required", ("必填", "Required"), PartShape.Tick) { First = "1" },
                    new("help", ("填写说明", "Help"), PartShape.Words) { IsOptional = true },
                    new("example", ("填写示例", "Example"), PartShape.Text) { IsOptional = true },
                    new("prefill", ("自动填写自", "Filled from"), PartShape.Text)
                    {
                        IsOptional = true,
                        Help = ("例如 applicant.name", "Such as applicant.name"),
                    },
                    new("least", ("最小值", "Least"), PartShape.Number) { IsOptional = true },
                    new("most", ("最大值", "Most"), PartShape.Number) { IsOptional = true },
                    new("choices", ("选项（JSON）", "Choices (JSON)"), PartShape.Json) { IsOptional = true },
                    When,
                ],
                "fields"
            )
            {
                RowName = "label",
            },
            new(
                "faqs",
                ("常见问题", "Questions and answers"),
                [new("ask", ("问", "Question"), PartShape.Words), new("answer", ("答", "Answer"), PartShape.LongWords)],
                "faqs"
            )
            {
                RowName = "ask",
            },
            new("themes", ("主题", "Themes"), [new("", ("主题", "Theme"), PartShape.Words)], "themes"),
            new(
                "situations",
                ("情形", "Situations"),
                [
                    new("questions", ("情形问题（JSON）", "Questions (JSON)"), PartShape.Json)
                    {
                        IsOptional = true,
                        Help = ("写法与已发布的指南相同", "As the published guides have it"),
                    },
                    new("variations", ("按情形另行承诺（JSON）", "Other promises by situation (JSON)"), PartShape.Json)
                    {
                        IsOptional = true,
                    },
                ]
            ),
        ];

    private static readonly GuidePart When = new("when", ("只在这些情形下", "Only in these situations"), PartShape.Lines)
    {
        IsOptional = true,
        Help = ("每行一种，例如 kind=new；留空为总是", "One a line, such as kind=new; empty = always"),
    };

    private static readonly JsonSerializerOptions Readable = new(Recording.Json) { WriteIndented = true };

    /// <summary>The section in which the place of a finding is typed.</summary>
    public static string SectionOf(IReadOnlyList<GuideSection> sections, string path)
    {
        var first = path.Split('.', '[')[0];
        return (
            sections.FirstOrDefault(s => s.List == first)
            ?? sections.FirstOrDefault(s => s.List is null && s.Parts.Any(p => p.Name.Split('.')[0] == first))
            ?? sections[0]
        ).Id;
    }

    // ---- a guide as typed text ----

    /// <summary>Every input by its name, as it stands in the guide.</summary>
    public static Dictionary<string, string> Typed(ServiceGuide guide, IReadOnlyList<GuideSection> sections)
    {
        var node = JsonSerializer.SerializeToNode(guide, Recording.Json)!.AsObject();
        var typed = new Dictionary<string, string>();
        foreach (var section in sections)
        {
            if (section.List is not { } list)
            {
                Write(typed, Prefix, node, section.Parts);
                continue;
            }
            var rows = node[list] as JsonArray ?? [];
            typed[CountOf(list)] = rows.Count.ToString(CultureInfo.InvariantCulture);
            for (var i = 0; i < rows.Count; i++)
                Write(typed, RowPrefix(list, i), rows[i], section.Parts);
        }
        return typed;
    }

    public static string CountOf(string list) => $"{Prefix}{list}.count";

    public static string RowPrefix(string list, int row) => $"{Prefix}{list}.{row}.";

    private static void Write(Dictionary<string, string> typed, string prefix, JsonNode? holder, IReadOnlyList<GuidePart> parts)
    {
        foreach (var part in parts)
        {
            var value = At(holder, part.Name);
            var name = prefix + part.Name;
            switch (part.Shape)
            {
                case PartShape.Words or PartShape.LongWords:
                    typed[$"{name}.zh"] = Plain(value?["zh"]);
                    typed[$"{name}.en"] = Plain(value?["en"]);
                    break;
                case PartShape.Citation:
                    typed[$"{name}.title"] = Plain(value?["title"]);
                    typed[$"{name}.article"] = Plain(value?["article"]);
                    break;
                case PartShape.Yuan:
                    typed[name] = value is null ? "" : (value.GetValue<long>() / 100m).ToString("0.##", CultureInfo.InvariantCulture);
                    break;
                case PartShape.Tick:
                    typed[name] = value?.GetValue<bool>() == true ? "1" : "";
                    break;
                case PartShape.Several:
                    typed[name] = string.Join(',', (value as JsonArray ?? []).Select(Plain));
                    break;
                case PartShape.Lines:
                    typed[name] = string.Join('\n', (value as JsonArray ?? []).Select(Plain));
                    break;
                case PartShape.Json:
                    typed[name] = value is null or JsonArray { Count: 0 } ? "" : value.ToJsonString(Readable);
                    break;
                default:
                    typed[name] = Plain(value);
                    break;
            }
        }
    }

    private static string Plain(JsonNode? node) =>
        node switch
        {
            null => "",
            JsonValue value when value.TryGetValue<string>(out var text) => text,
            _ => node.ToJsonString(),
        };

    private static JsonNode? At(JsonNode? holder, string path) =>
        path.Length == 0 ? holder : path.Split('.').Aggregate(holder, (node, name) => (node as JsonObject)?[name]);

    // ---- typed text as a guide ----

    /// <summary>Reads what was typed over the guide as it was; what the form does not have stays.</summary>
    /// <param name="pressed">A button of a list: <c>add:materials</c>, <c>drop:materials:2</c>, <c>up:materials:2</c>.</param>
    public static (ServiceGuide? Guide, IReadOnlyList<FormFault> Faults) Read(
        IReadOnlyDictionary<string, string> typed,
        ServiceGuide before,
        IReadOnlyList<GuideSection> sections,
        string pressed
    )
    {
        var node = JsonSerializer.SerializeToNode(before, Recording.Json)!.AsObject();
        var faults = new List<FormFault>();
        foreach (var section in sections)
        {
            if (section.List is not { } list)
            {
                foreach (var part in section.Parts)
                    Put(node, part.Name, Value(typed, Prefix + part.Name, part, faults));
                continue;
            }
            var rows = new JsonArray();
            var count = int.TryParse(typed.GetValueOrDefault(CountOf(list)), CultureInfo.InvariantCulture, out var n)
                ? Math.Min(n, 200)
                : 0;
            for (var i = 0; i < count; i++)
                rows.Add(Row(section, part => Value(typed, RowPrefix(list, i) + part.Name, part, faults)));
            Change(rows, section, pressed);
            node[list] = rows;
        }
        // Without days there is no legal limit, whatever its basis says.
        if (node["legalLimit"] is JsonObject { } limit && limit["workingDays"] is null)
            node.Remove("legalLimit");
        else if (node["legalLimit"] is JsonObject { } kept && kept["basis"] is null)
            kept["basis"] = new JsonObject { ["title"] = "", ["article"] = "" };
        if (faults.Count > 0)
            return (null, faults);
        try
        {
            return (node.Deserialize<ServiceGuide>(Recording.Json), []);
        }
        catch (JsonException fault)
        {
            return (null, [new("", ($"“{fault.Path}”的写法不对", $"“{fault.Path}” cannot be read"))]);
        }
    }

    private static void Change(JsonArray rows, GuideSection section, string pressed)
    {
        if (pressed == $"add:{section.List}")
            rows.Add(Row(section, part => Value(new Dictionary<string, string> { ["."] = part.First }, ".", part, [])));
        if (pressed.Split(':') is not [var what, var list, var number] || list != section.List)
            return;
        if (!int.TryParse(number, CultureInfo.InvariantCulture, out var at) || at < 0 || at >= rows.Count)
            return;
        var row = rows[at];
        rows.RemoveAt(at);
        if (what == "up")
            rows.Insert(Math.Max(0, at - 1), row);
    }

    private static JsonNode? Row(GuideSection section, Func<GuidePart, JsonNode?> value)
    {
        // A list of sentences or citations: the row is the one part itself.
        if (section.Parts is [{ Name: "" } only])
            return value(only);
        var row = new JsonObject();
        foreach (var part in section.Parts)
            Put(row, part.Name, value(part));
        return row;
    }

    private static void Put(JsonObject holder, string path, JsonNode? value)
    {
        var names = path.Split('.');
        foreach (var outer in names[..^1])
        {
            if (holder[outer] is not JsonObject inner)
                holder[outer] = inner = [];
            holder = inner;
        }
        if (value is null)
            holder.Remove(names[^1]);
        else
            holder[names[^1]] = value;
    }

    private static JsonNode? Value(IReadOnlyDictionary<string, string> typed, string name, GuidePart part, List<FormFault> faults)
    {
        string Of(string of) => (typed.GetValueOrDefault(of) ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

        var text = Of(name);
        switch (part.Shape)
        {
            case PartShape.Words or PartShape.LongWords:
                return Pair("zh", "en");
            case PartShape.Citation:
                return Pair("title", "article");
            case PartShape.Tick:
                return text.Length > 0;
            case PartShape.Several:
                return Each(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            case PartShape.Lines:
                var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                return lines.Length == 0 ? null : Each(lines);
            case PartShape.Number or PartShape.Yuan when text.Length == 0 && part.IsOptional:
                return null;
            case PartShape.Number:
                if (
                    decimal.TryParse(
                        text,
                        NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                )
                    return number == decimal.Truncate(number) && Math.Abs(number) <= int.MaxValue ? (int)number : number;
                faults.Add(new(name, ("请填数字，例如 5", "Write a number, such as 5")));
                return null;
            case PartShape.Yuan:
                if (
                    decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan)
                    && yuan is <= 1_000_000_000
                    && yuan * 100 == decimal.Truncate(yuan * 100)
                )
                    return (long)(yuan * 100);
                faults.Add(new(name, ("请填金额，例如 80 或 12.50", "Write an amount, such as 80 or 12.50")));
                return null;
            case PartShape.Json:
                if (text.Length == 0)
                    return null;
                try
                {
                    return JsonNode.Parse(text);
                }
                catch (JsonException fault)
                {
                    faults.Add(new(name, ($"第 {fault.LineNumber + 1} 行读不出来", $"Line {fault.LineNumber + 1} cannot be read")));
                    return null;
                }
            case PartShape.Choice when part.Choices.All(c => c.Value != text):
                return part.Choices.Count > 0 ? part.Choices[0].Value : text;
            default:
                return text.Length == 0 && part.IsOptional ? null : text;
        }

        JsonObject? Pair(string first, string second) =>
            part.IsOptional && Of($"{name}.{first}").Length == 0 && Of($"{name}.{second}").Length == 0
                ? null
                : new JsonObject { [first] = Of($"{name}.{first}"), [second] = Of($"{name}.{second}") };

        static JsonArray Each(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];
    }

    private static IReadOnlyList<(string, Words)> Kinds<T>(Func<T, Words> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => (JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), name(v)))];
}
