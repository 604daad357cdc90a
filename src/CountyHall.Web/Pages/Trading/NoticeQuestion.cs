using System.Globalization;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Trading;

/// <summary>One line of an answer.</summary>
/// <param name="Deadline">投标截止时间 (UTC).</param>
public sealed record NoticeRow(
    long Id,
    string Number,
    Words Title,
    NoticeKind Type,
    TenderKind Kind,
    string Project,
    string? Town,
    string Entity,
    DateTime PublishedAt,
    DateTime? Deadline,
    TradeState? State
);

/// <summary>公告检索: a question to the public notices. All of it stands in the address, so that it can be passed on, subscribed and exported.</summary>
/// <param name="Words">Words of the title.</param>
/// <param name="Least">Maximum price of a lot from, yuan.</param>
/// <param name="Most">And up to.</param>
/// <param name="Within">Deadline within so many days.</param>
/// <param name="After">Where the page begins: behind this notice.</param>
public sealed record NoticeQuestion(
    string? Words,
    NoticeKind? Type,
    TenderKind? Kind,
    string? Town,
    string? Entity,
    long? Least,
    long? Most,
    DateOnly? From,
    DateOnly? To,
    int? Within,
    TradeState? State,
    NoticeKey? After
)
{
    public const int Page = 20;

    /// <summary>Words are looked for in the titles of so many days where no dates are named: no question grows with the years.</summary>
    public const int LookBackDays = 730;

    private static readonly string Ended = Recording.KindOf(typeof(OpeningEnded));
    private static readonly string Stopped = Recording.KindOf(typeof(Terminated));
    private static readonly string Running = Recording.KindOf(typeof(Announced));
    private static readonly string FailedLot = Recording.KindOf(typeof(Failed));
    private static readonly string StoppedLot = Recording.KindOf(typeof(Stopped));
    private static readonly string ShownLot = Recording.KindOf(typeof(InPublicity));
    private static readonly List<string> WonLots =
    [
        .. new[] { typeof(Awarded), typeof(UnderContract), typeof(Performed), typeof(Archived) }.Select(Recording.KindOf),
    ];
    private static readonly List<string> EndedLots = [FailedLot, StoppedLot, .. WonLots];

    public bool HasFilters =>
        this with { After = null } != new NoticeQuestion(null, null, null, null, null, null, null, null, null, null, null, null);

    /// <summary>Only words are looked for over a stretch of time; the other filters have indexes.</summary>
    public bool IsLimitedInTime =>
        From is null && (Words is not null || Entity is not null || Least is not null || Most is not null || Town is not null);

    /// <summary>Reads an address. What cannot be read is left out, as if it had not been asked.</summary>
    public static NoticeQuestion Of(IQueryCollection query)
    {
        return new(
            Text("q", 60),
            One<NoticeKind>("type"),
            One<TenderKind>("kind"),
            Text("town", 12),
            Text("entity", 60),
            Number("least"),
            Number("most"),
            Day("from"),
            Day("to"),
            Number("within") is > 0 and <= 366 and var days ? (int)days : null,
            One<TradeState>("state"),
            NoticeKey.Read(Text("after", 60))
        );

        string? Text(string name, int longest) =>
            query[name].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, longest)] : null;

        T? One<T>(string name)
            where T : struct, Enum => Enum.TryParse<T>(Text(name, 40), ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null;

        long? Number(string name) =>
            long.TryParse(Text(name, 12), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(Text(name, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and <= 2100
                ? day
                : null;
    }

    /// <summary>The address of this question at a path.</summary>
    public string At(string path)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        Add("q", Words);
        Add("type", Type?.ToString().ToLowerInvariant());
        Add("kind", Kind?.ToString().ToLowerInvariant());
        Add("town", Town);
        Add("entity", Entity);
        Add("least", Least?.ToString(CultureInfo.InvariantCulture));
        Add("most", Most?.ToString(CultureInfo.InvariantCulture));
        Add("from", From is { } from ? Write.Day(from) : null);
        Add("to", To is { } to ? Write.Day(to) : null);
        Add("within", Within?.ToString(CultureInfo.InvariantCulture));
        Add("state", State?.ToString().ToLowerInvariant());
        Add("after", After?.ToString());
        return QueryHelpers.AddQueryString(path, parts);

        void Add(string name, string? value)
        {
            if (value is not null)
                parts.Add(new(name, value));
        }
    }

    /// <summary>The notices, newest first, at most so many.</summary>
    public async Task<IReadOnlyList<NoticeRow>> Answer(HallDb db, string division, DateTime now, int most, CancellationToken ct = default)
    {
        var lots = db.Lots;
        var asked =
            from n in db.Notices
            join t in db.Tenders on n.TenderId equals t.Id
            join p in db.TradeProjects on t.ProjectId equals p.Id
            where n.Division == division && n.PublishedAt <= now
            select new
            {
                n,
                t,
                p,
            };
        if (Type is { } type)
            asked = asked.Where(r => r.n.Kind == type);
        if (Kind is { } kind)
            asked = asked.Where(r => r.t.Kind == kind);
        if (Town is { } town)
            asked = asked.Where(r => r.p.Town == (town == "county" ? null : town));
        var from = From ?? (IsLimitedInTime ? CountyTime.DayOf(now).AddDays(-LookBackDays) : null);
        if (from is { } first)
        {
            var at = CountyTime.StartOfDay(first);
            asked = asked.Where(r => r.n.PublishedAt >= at);
        }
        if (To is { } last)
        {
            var end = CountyTime.StartOfDay(last.AddDays(1));
            asked = asked.Where(r => r.n.PublishedAt < end);
        }
        foreach (var word in Words?.Split(' ', '\u3000').Where(w => w.Length > 0).Take(5) ?? [])
            asked = asked.Where(r => r.n.TitleZh.Contains(word) || r.n.TitleEn.Contains(word) || r.n.Number.Contains(word));
        if (Entity is { } entity)
            asked = asked.Where(r => r.t.EntityName.Contains(entity));
        if (Least is { } least)
            asked = asked.Where(r => lots.Any(l => l.TenderId == r.t.Id && l.MaximumPrice >= least * 100));
        if (Most is { } highest)
            asked = asked.Where(r => lots.Any(l => l.TenderId == r.t.Id && l.MaximumPrice <= highest * 100));
        if (Within is { } days)
        {
            var until = now.AddDays(days);
            asked = asked.Where(r => r.t.BidDeadline > now && r.t.BidDeadline <= until);
        }
        asked = State switch
        {
            TradeState.Open => asked.Where(r => r.t.StageName == Running && r.t.BidDeadline > now),
            TradeState.Opening => asked.Where(r => r.t.StageName == Running && r.t.BidDeadline <= now),
            TradeState.Opened => asked.Where(r =>
                r.t.StageName == Ended
                && !lots.Any(l => l.TenderId == r.t.Id && l.StageName == ShownLot)
                && lots.Any(l => l.TenderId == r.t.Id && !EndedLots.Contains(l.StageName))
            ),
            TradeState.Failed => asked.Where(r =>
                r.t.StageName == Ended && !lots.Any(l => l.TenderId == r.t.Id && l.StageName != FailedLot && l.StageName != StoppedLot)
            ),
            TradeState.Publicity => asked.Where(r =>
                r.t.StageName == Ended && lots.Any(l => l.TenderId == r.t.Id && l.StageName == ShownLot)
            ),
            TradeState.Awarded => asked.Where(r =>
                r.t.StageName == Ended
                && lots.Any(l => l.TenderId == r.t.Id && WonLots.Contains(l.StageName))
                && !lots.Any(l => l.TenderId == r.t.Id && !EndedLots.Contains(l.StageName))
            ),
            TradeState.Terminated => asked.Where(r => r.t.StageName == Stopped),
            _ => asked,
        };
        if (After is { } after)
            asked = asked.Where(r => r.n.PublishedAt < after.At || r.n.PublishedAt == after.At && r.n.Id < after.Id);
        var rows = await asked
            .OrderByDescending(r => r.n.PublishedAt)
            .ThenByDescending(r => r.n.Id)
            .Take(most)
            .Select(r => new
            {
                r.n.Id,
                r.n.Number,
                r.n.TitleZh,
                r.n.TitleEn,
                Type = r.n.Kind,
                r.t.Kind,
                Project = r.p.Number,
                r.p.Town,
                r.t.EntityName,
                r.n.PublishedAt,
                r.t.Stage,
                Tender = r.t.Id,
            })
            .ToListAsync(ct);
        var tenders = rows.Select(r => r.Tender).Distinct().ToList();
        var stages = (
            await lots.AsNoTracking().Where(l => tenders.Contains(l.TenderId)).Select(l => new { l.TenderId, l.Stage }).ToListAsync(ct)
        ).ToLookup(l => l.TenderId, l => l.Stage);
        return
        [
            .. rows.Select(r => new NoticeRow(
                r.Id,
                r.Number,
                (r.TitleZh, r.TitleEn),
                r.Type,
                r.Kind,
                r.Project,
                r.Town,
                r.EntityName,
                r.PublishedAt,
                r.Stage.BidDeadline,
                TradingWords.StateOf(r.Stage, [.. stages[r.Tender]], now)
            )),
        ];
    }
}

/// <summary>Where a page of notices begins.</summary>
public readonly record struct NoticeKey(DateTime At, long Id)
{
    public static NoticeKey? Read(string? text) =>
        text?.Split('.') is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTime.MaxValue.Ticks
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? new NoticeKey(new DateTime(ticks, DateTimeKind.Utc), key)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.Ticks}.{Id}");
}
