using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>What a file said: its findings, and the guide where it could be read at all.</summary>
/// <param name="Item">The item's name in addresses, where the file says it.</param>
public sealed record GuideReading(ServiceGuide? Guide, string? Item, IReadOnlyList<GuideFinding> Findings)
{
    /// <summary>The number of the version, where the file says it.</summary>
    public int? Version { get; init; }

    public bool Refused => Findings.Any(f => f.Refuses);
}

/// <summary>指南检查: refuses what a guide may not say, and what it may not leave out; names clause, place and a better wording.</summary>
/// <remarks>
/// Zhejiang run-at-most-once regulation arts. 4 and 43(3), business environment regulation art. 35: a guide is concrete, and only what it
/// lists may be asked for. The same function serves the command, the page and the editor. docs/approvals/guide-check.md lists the rules.
/// </remarks>
public static partial class GuideCheck
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly GuideRule Unreadable = new(
        "unreadable",
        FindingWeight.Refuses,
        ("文件能按办事指南的格式读出", "The file can be read as a guide"),
        Choice("指南文件格式", "format of guide files")
    );

    private static readonly GuideRule ElementMissing = new(
        "element-missing",
        FindingWeight.Refuses,
        ("要素齐全：编码、名称、主体、对象、条件、材料、流程、时限、收费、结果、依据、窗口、主题、咨询、投诉", "No element is missing"),
        new(Laws.RunAtMostOnce, "第四条", "art. 4")
    );

    /// <summary>Every rule, in the order of the documentation.</summary>
    public static IReadOnlyList<GuideRule> Rules { get; } =
    [Unreadable, ElementMissing, .. Wording(), .. Materials(), .. Promises(), .. Bases(), .. Form(), .. InSituations(), .. Versions()];

    /// <summary>Checks a guide that can be read; the guide editor asks this while it is written.</summary>
    public static IReadOnlyList<GuideFinding> Check(ServiceGuide guide, GuideContext? context = null)
    {
        // What is left out in the editor is empty here: the same look at the elements serves both.
        var node = JsonSerializer.SerializeToNode(guide, Kernel.Journal.Recording.Json)!;
        return Elements(node) is { Count: > 0 } missing
            ? [.. missing, .. Rest(guide, context).Where(f => !missing.Any(m => Covers(m, f)))]
            : Rest(guide, context);
    }

    /// <summary>Checks a file: either a guide alone, or <c>{"slug", "version", "effectiveFrom", "guide"}</c>.</summary>
    public static GuideReading Read(string text, GuideContext? context = null)
    {
        JsonNode? root;
        try
        {
            root = JsonNode.Parse(text, documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException fault)
        {
            return Broken(fault, null, []);
        }
        if (root is not JsonObject file)
            return new(
                null,
                null,
                [
                    new(
                        Unreadable,
                        "$",
                        ("文件", "File"),
                        ("不是一份指南", "This is no guide"),
                        ("文件应当是一个 JSON 对象", "The file should be one JSON object")
                    ),
                ]
            );
        var findings = new List<GuideFinding>();
        context ??= new();
        var node = file;
        string? item = null;
        if (file["guide"] is JsonObject inner)
        {
            node = inner;
            item = Text(file["slug"]);
            context = context with { Version = Number(file["version"]), EffectiveFrom = Day(file["effectiveFrom"]) };
            if (context.EffectiveFrom is null)
                findings.Add(
                    Missing("effectiveFrom", ("施行日期", "first day"), ("写成年-月-日，例如 2026-01-01", "Write it as 2026-01-01"))
                );
            if (context.Version is null or < 1)
                findings.Add(Missing("version", ("版本号", "version"), ("从 1 起的整数", "A whole number from 1")));
        }
        findings.AddRange(Elements(node));
        ServiceGuide guide;
        try
        {
            guide = JsonSerializer.Deserialize<ServiceGuide>(Filled(node), Json)!;
        }
        catch (JsonException fault)
        {
            return Broken(fault, item, findings);
        }
        findings.AddRange(Rest(guide, context).Where(f => !findings.Any(m => Covers(m, f))));
        return new(guide, item, findings) { Version = context.Version };
    }

    private static List<GuideFinding> Rest(ServiceGuide guide, GuideContext? context)
    {
        var under = new GuideUnderCheck(guide, context ?? new());
        return [.. Rules.SelectMany(rule => rule.Find(under).Select(f => new GuideFinding(rule, f.Path, f.Place, f.Wrong, f.Better)))];
    }

    /// <summary>What is missing altogether is said once, and what only follows from it is not said.</summary>
    private static bool Covers(GuideFinding missing, GuideFinding other) =>
        other.Path == missing.Path
        || other.Path.StartsWith($"{missing.Path}.", StringComparison.Ordinal)
        || other.Path.StartsWith($"{missing.Path}[", StringComparison.Ordinal)
        || (
            missing.Path.Split('.') is [var holder, var element] && other.Path.StartsWith($"{holder}.", StringComparison.Ordinal)
                ? RestOn(element)
                : RestOn(missing.Path)
        ).Contains(other.Rule.Id);

    /// <summary>The rules that compare this element with another one.</summary>
    private static string[] RestOn(string element) =>
        element switch
        {
            "promisedDays" => ["case-kind", "steps-sum", "never-worse"],
            "caseKind" => ["case-kind"],
            "visits" => ["visits", "zero-visit-offline", "zero-visit-original", "zero-visit-pick-up"],
            "source" => ["issuer", "held-kind"],
            "necessity" => ["gap"],
            "kind" => ["code"],
            "body" => ["lead-office"],
            _ => [],
        };

    private static GuideReading Broken(JsonException fault, string? item, IReadOnlyList<GuideFinding> before) =>
        new(
            null,
            item,
            [
                .. before,
                new(
                    Unreadable,
                    fault.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "$",
                    ("文件", "File"),
                    (
                        $"第 {fault.LineNumber + 1} 行附近读不出来：{fault.Message}",
                        $"Cannot be read near line {fault.LineNumber + 1}: {fault.Message}"
                    ),
                    ("按已发布指南的写法改正这一处", "Write this place as the published guides do")
                ),
            ]
        );

    // ---- the elements ----

    /// <summary>What must stand in a guide: its path, its name, and what stands for it while the other rules look on.</summary>
    private static readonly (string Path, Words Name, string Instead)[] Required =
    [
        ("code", ("实施编码", "code"), "\"\""),
        ("name", ("事项名称", "name"), Empty),
        ("kind", ("事项类型", "kind"), "\"publicService\""),
        ("body", ("实施主体", "implementing body"), "\"\""),
        ("applicants", ("申请主体（服务对象）", "who may apply"), "[]"),
        ("caseKind", ("办件类型", "kind of case"), "\"promised\""),
        ("promisedDays", ("承诺办结时限", "promised limit"), "0"),
        ("visits", ("到办事现场次数", "visits"), "0"),
        ("fee", ("收费", "fee"), "{\"fen\": 0}"),
        ("conditions", ("申请条件", "conditions"), "[]"),
        ("conditions[].text", ("条件内容", "text of the condition"), Empty),
        ("conditions[].basis", ("条件的依据", "basis of the condition"), NoBasis),
        ("fields", ("表单字段", "fields of the form"), "[]"),
        ("materials", ("申请材料", "documents"), "[]"),
        ("materials[].id", ("材料标识", "id of the document"), "\"\""),
        ("materials[].name", ("材料名称", "name of the document"), Empty),
        ("materials[].form", ("材料形式（原件、复印件、电子件）", "form of the document"), "\"electronic\""),
        ("materials[].copies", ("份数", "number of copies"), "1"),
        ("materials[].source", ("来源渠道", "source of the document"), "\"applicant\""),
        ("materials[].necessity", ("材料必要性（必要、容缺）", "necessity of the document"), "\"required\""),
        ("materials[].basis", ("材料的依据", "basis of the document"), NoBasis),
        ("steps", ("办理流程", "steps"), "[]"),
        ("steps[].name", ("环节名称", "name of the step"), Empty),
        ("steps[].days", ("环节时限", "days of the step"), "0"),
        ("steps[].who", ("环节办理人", "who takes the step"), Empty),
        ("route", ("按责转办", "responsibilities"), "[]"),
        ("result", ("办理结果", "result"), "{\"kind\": \"document\", \"name\": {\"zh\": \"\", \"en\": \"\"}}"),
        ("result.name", ("结果名称", "name of the result"), Empty),
        ("basis", ("设定依据", "legal basis"), "[]"),
        ("faqs", ("常见问题", "questions and answers"), "[]"),
        ("windowTypes", ("办理窗口", "windows"), "[]"),
        ("themes", ("主题", "themes"), "[]"),
        ("enquiries", ("咨询电话", "telephone for questions"), "\"\""),
        ("complaints", ("投诉电话", "telephone for complaints"), "\"\""),
    ];

    private const string Empty = "{\"zh\": \"\", \"en\": \"\"}";
    private const string NoBasis = "{\"title\": \"\", \"article\": \"\"}";

    private static List<GuideFinding> Elements(JsonNode guide)
    {
        var findings = new List<GuideFinding>();
        foreach (var (path, name, _) in Required)
        foreach (var (at, holder, key) in Holders(guide, path))
            if (IsEmpty(holder[key]))
                findings.Add(Missing(at, name, ($"补上{name.Zh}；办事人要靠它准备", $"Add the {name.En}: applicants rely on it")));
        // A licence has a legal limit; what no law limits is said to have none by leaving it out.
        if (Text(guide["kind"]) == "licence" && IsEmpty(guide["legalLimit"]))
            findings.Add(
                Missing(
                    "legalLimit",
                    ("法定办结时限", "legal limit"),
                    (
                        "行政许可写明法定期限和条文；法律没有另行规定的，是二十个工作日（行政许可法第四十二条）",
                        "State the legal limit and its article; where no law sets another it is 20 working days"
                    )
                )
            );
        return findings;
    }

    private static GuideFinding Missing(string path, Words name, Words better) =>
        new(ElementMissing, path, PlaceOfPath(path), ($"缺少{name.Zh}", $"The {name.En} is missing"), better);

    /// <summary>材料 3 of materials[2].name.</summary>
    private static Words PlaceOfPath(string path)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        if (open < 0)
            return ("指南", "Guide");
        var number =
            int.Parse(path[(open + 1)..path.IndexOf(']', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture) + 1;
        return path[..open] switch
        {
            "materials" => ($"材料 {number}", $"Document {number}"),
            "conditions" => ($"申请条件 {number}", $"Condition {number}"),
            "steps" => ($"流程 {number}", $"Step {number}"),
            var other => ($"{other} {number}", $"{other} {number}"),
        };
    }

    private static bool IsEmpty(JsonNode? node) =>
        node switch
        {
            null => true,
            JsonArray list => list.Count == 0 && Named(list) is not ("fields" or "faqs"),
            JsonObject words when words.ContainsKey("zh") => string.IsNullOrWhiteSpace(Text(words["zh"])),
            JsonObject basis when basis.ContainsKey("title") => string.IsNullOrWhiteSpace(Text(basis["title"]))
                || string.IsNullOrWhiteSpace(Text(basis["article"])),
            JsonValue value => value.TryGetValue<string>(out var text) && string.IsNullOrWhiteSpace(text),
            _ => false,
        };

    private static string Named(JsonNode node) => node.GetPath().Split('.')[^1];

    /// <summary>Each object that should hold the last name of a path: one, or every member of a list.</summary>
    private static IEnumerable<(string At, JsonObject Holder, string Key)> Holders(JsonNode guide, string path)
    {
        if (path.Split("[].") is [var list, var member])
        {
            if (guide[list] is not JsonArray all)
                yield break;
            for (var i = 0; i < all.Count; i++)
                if (all[i] is JsonObject holder)
                    yield return ($"{list}[{i}].{member}", holder, member);
        }
        else if (path.Split('.') is [var outer, var inner])
        {
            if (guide[outer] is JsonObject holder)
                yield return (path, holder, inner);
        }
        else if (guide is JsonObject whole)
            yield return (path, whole, path);
    }

    /// <summary>The guide with something empty in every place that is missing, so that all other rules can be asked too.</summary>
    private static JsonNode Filled(JsonNode guide)
    {
        var filled = guide.DeepClone();
        foreach (var (path, _, instead) in Required)
        foreach (var (_, holder, key) in Holders(filled, path).ToList())
            if (holder[key] is null)
                holder[key] = JsonNode.Parse(instead);
        return filled;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static DateOnly? Day(JsonNode? node) =>
        DateOnly.TryParseExact(
            Text(node),
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static Provision Choice(string zh, string en) => Laws.CountySettings.At(zh, en);
}
