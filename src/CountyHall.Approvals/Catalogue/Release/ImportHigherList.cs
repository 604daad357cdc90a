using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue.Release;

/// <summary>导入上级目录: keeps the list of a day, to compare the county's items with.</summary>
/// <param name="Text">The list as a JSON array.</param>
public sealed record ImportHigherList(string Name, DateOnly AsOf, string Text);

public sealed record HigherListImported(string Name, DateOnly AsOf, int Entries, string By);

public sealed class ImportHigherListHandler(HallWriter writer) : IUseCase
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static Duty Duty => CatalogueDuty.OfItems;

    public Task<Result<HigherListImported>> Handle(ImportHigherList ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Import(db, ask, on), ct);

    private static async Task<Result<HigherListImported>> Import(HallDb db, ImportHigherList ask, Occasion on)
    {
        var division = on.By.Division;
        if (await CatalogueDuty.NotOfCentre(db, on.By, division) is { } stranger)
            return stranger;
        if (string.IsNullOrWhiteSpace(ask.Name))
            return new ListUnreadable("没有写目录的名称 (no name)");
        if (ask.AsOf > CountyTime.DayOf(on.At))
            return new ListUnreadable("目录的日期在今天之后 (dated after today)");
        if (await db.HigherLists.AnyAsync(l => l.Division == division && l.AsOf >= ask.AsOf))
            return new ListThereAlready(ask.AsOf);
        var read = Read(ask.Text);
        if (read is Result<IReadOnlyList<ListEntry>>.Refused(var why))
            return why;
        var entries = ((Result<IReadOnlyList<ListEntry>>.Done)read).Value;
        var list = new HigherList
        {
            Id = Ids.Next(on.At),
            Division = division,
            Name = ask.Name.Trim(),
            AsOf = ask.AsOf,
            Entries = entries,
        };
        db.Add(list);
        return db.Record(list, on, new HigherListImported(list.Name, list.AsOf, entries.Count, on.By.Name));
    }

    /// <summary>Reads a list; refuses an entry without its code or name, and a code that stands twice.</summary>
    public static Result<IReadOnlyList<ListEntry>> Read(string text)
    {
        List<ListEntry>? entries;
        try
        {
            entries = JsonSerializer.Deserialize<List<ListEntry>>(text, Json);
        }
        catch (JsonException fault)
        {
            return new ListUnreadable($"第 {fault.LineNumber + 1} 行 (line {fault.LineNumber + 1})");
        }
        if (entries is not { Count: > 0 })
            return new ListUnreadable("没有一项 (no entry)");
        var seen = new HashSet<string>();
        foreach (var (entry, at) in entries.Select((e, i) => (e, i + 1)))
        {
            if (entry.Code is not { Length: 12 } || !entry.Code.All(char.IsAsciiDigit) || string.IsNullOrWhiteSpace(entry.Name.Zh))
                return new ListUnreadable($"第 {at} 项的基本编码或名称不对 (code or name of entry {at})");
            if (!seen.Add(entry.Code))
                return new ListUnreadable($"编码 {entry.Code} 出现两次 (code {entry.Code} twice)");
        }
        return new Result<IReadOnlyList<ListEntry>>.Done(entries);
    }
}
