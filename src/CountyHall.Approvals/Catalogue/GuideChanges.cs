using System.Text.Json;
using System.Text.Json.Nodes;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>One part of a guide that two versions have otherwise.</summary>
/// <param name="Path">Such as <c>materials.layout.copies</c>: rows are named by their id where they have one.</param>
/// <param name="Before">None where it was not there.</param>
/// <param name="After">None where it is no longer there.</param>
public sealed record PartChange(string Path, string? Before, string? After);

/// <summary>版本与变更: what the next version of a guide changes for whoever applies, in words.</summary>
public static class GuideChanges
{
    public static IReadOnlyList<Words> Between(ServiceGuide before, ServiceGuide after) =>
        [
            .. Number(before.PromisedDays, after.PromisedDays, "承诺期限", "Promised limit", "个工作日", "working days"),
            .. Number(before.LegalLimit?.WorkingDays, after.LegalLimit?.WorkingDays, "法定期限", "Legal limit", "个工作日", "working days"),
            .. Number(before.Visits, after.Visits, "跑动次数", "Visits", "次", ""),
            .. before.Fee == after.Fee ? [] : (Words[])[("收费标准有变", "The fee has changed")],
            .. before.Name == after.Name
                ? []
                : (Words[])[($"名称由“{before.Name.Zh}”改为“{after.Name.Zh}”", $"The name was “{before.Name.En}”, now “{after.Name.En}”")],
            .. Lists(before.Materials, after.Materials, m => m.Id, m => m.Name, "材料", "document"),
            .. after
                .Materials.Where(m => m.Held is not null && before.Material(m.Id) is { Held: null })
                .Select(m => new Words($"“{m.Name.Zh}”免交", $"“{m.Name.En}” is no longer asked for")),
            .. Lists(before.Conditions, after.Conditions, c => c.Text.Zh, c => c.Text, "条件", "condition"),
            .. Lists(before.Questions, after.Questions, q => q.Id, q => q.Text, "情形问题", "question"),
            .. Lists(before.Fields, after.Fields, f => f.Id, f => f.Label, "填写项", "field"),
            .. Turned(
                before.Online,
                after.Online,
                ("可以网上申请了", "It can be applied for online"),
                ("不再网上申请", "It can no longer be applied for online")
            ),
            .. Turned(
                before.SameCity,
                after.SameCity,
                ("全县任一窗口都能收了", "Any counter of the county takes it"),
                ("只在指定窗口收", "Only the named counters take it")
            ),
            .. Turned(
                before.Commitment is not null,
                after.Commitment is not null,
                ("可以告知承诺了", "It may be had on commitment"),
                ("不再适用告知承诺", "It may no longer be had on commitment")
            ),
        ];

    /// <summary>Every part that differs, in the order of the newer guide.</summary>
    public static IReadOnlyList<PartChange> Parts(ServiceGuide before, ServiceGuide after)
    {
        var (old, now) = (Flat(before), Flat(after));
        return
        [
            .. now.Where(part => old.GetValueOrDefault(part.Key) != part.Value)
                .Select(part => new PartChange(part.Key, old.GetValueOrDefault(part.Key), part.Value)),
            .. old.Where(part => !now.ContainsKey(part.Key)).Select(part => new PartChange(part.Key, part.Value, null)),
        ];
    }

    private static Dictionary<string, string> Flat(ServiceGuide guide)
    {
        var parts = new Dictionary<string, string>();
        Walk(JsonSerializer.SerializeToNode(guide, Recording.Json), "");
        return parts;

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject holder:
                    foreach (var (name, inner) in holder)
                        Walk(inner, path.Length == 0 ? name : $"{path}.{name}");
                    break;
                case JsonArray rows:
                    for (var i = 0; i < rows.Count; i++)
                        // A row that moved is the same row: its id tells, and its place only where it has none.
                        Walk(rows[i], $"{path}.{((rows[i] as JsonObject)?["id"]?.ToString() is { Length: > 0 } id ? id : $"{i + 1}")}");
                    break;
                case not null:
                    parts[path] = node.ToString();
                    break;
            }
        }
    }

    private static Words[] Number(int? before, int? after, string zh, string en, string unitZh, string unitEn) =>
        before == after
            ? []
            :
            [
                (
                    $"{zh}由 {Say(before, "未规定", unitZh)}改为 {Say(after, "未规定", unitZh)}",
                    $"{en}: from {Say(before, "none", unitEn)} to {Say(after, "none", unitEn)}"
                ),
            ];

    private static string Say(int? number, string none, string unit) => number is { } n ? $"{n} {unit}".TrimEnd() : none;

    private static IEnumerable<Words> Lists<T>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> key,
        Func<T, Words> name,
        string zh,
        string en
    ) =>
        before
            .Where(old => after.All(now => key(now) != key(old)))
            .Select(old => new Words($"取消{zh}“{name(old).Zh}”", $"No longer: {en} “{name(old).En}”"))
            .Concat(
                after
                    .Where(now => before.All(old => key(old) != key(now)))
                    .Select(now => new Words($"新增{zh}“{name(now).Zh}”", $"New: {en} “{name(now).En}”"))
            );

    private static Words[] Turned(bool before, bool after, Words on, Words off) => before == after ? [] : [after ? on : off];
}
