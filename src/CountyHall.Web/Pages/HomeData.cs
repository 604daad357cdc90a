using CountyHall.Kernel.Results;
using CountyHall.Web.Components;

namespace CountyHall.Web.Pages;

/// <summary>What the home page shows today. An empty list leaves its block out: no number is ever invented.</summary>
public sealed record HomeData
{
    public static readonly HomeData Nothing = new();

    /// <summary>大家在找: words that people search by.</summary>
    public IReadOnlyList<Words> Examples { get; init; } = [];

    /// <summary>今日大厅</summary>
    public HallToday? Hall { get; init; }

    /// <summary>The line under each of the six entries, by its address: 38 个部门和单位.</summary>
    public IReadOnlyDictionary<string, Words> EntryNotes { get; init; } = new Dictionary<string, Words>();

    /// <summary>高频事项</summary>
    public IReadOnlyList<PopularItem> Popular { get; init; } = [];

    /// <summary>常办事项 of persons, for the large-text layout: few, and none for firms alone.</summary>
    public IReadOnlyList<PopularItem> ForPeople { get; init; } = [];

    /// <summary>They are the ones applied for most; otherwise only a choice to begin with.</summary>
    public bool PopularByUse { get; init; } = true;

    /// <summary>按主题: the topics with most services, each with its number.</summary>
    public IReadOnlyList<HomeTheme> Themes { get; init; } = [];

    /// <summary>How many items there are in all; none when it is not known.</summary>
    public int? ItemCount { get; init; }

    /// <summary>我们的承诺与实绩</summary>
    public IReadOnlyList<HomeFigure> Figures { get; init; } = [];

    /// <summary>The period of the figures in words.</summary>
    public Words? FiguresPeriod { get; init; }

    /// <summary>公告, newest first.</summary>
    public IReadOnlyList<HomeNotice> Notices { get; init; } = [];
}

/// <param name="State">On time while it is open.</param>
/// <param name="AsOf">When the queues were read, UTC.</param>
/// <param name="OpenUntil">Until when it is open today; none when it is closed.</param>
public sealed record HallToday(LampState State, Words StateWords, IReadOnlyList<HallQueue> Queues, DateTime AsOf, TimeOnly? OpenUntil);

/// <param name="Minutes">The expected wait; none when it cannot be told.</param>
public sealed record HallQueue(Words Area, int Waiting, int? Minutes);

/// <param name="Visits">跑动: 零上门, 最多 1 次.</param>
/// <param name="Promise">承诺时限: 5 个工作日, 即时办结.</param>
/// <param name="ApplyHref">在线办; none where it cannot be applied for here.</param>
public sealed record PopularItem(Words Name, string Href, Words Office, Words Visits, Words Promise, string? ApplyHref);

/// <param name="Href">Opens the rows behind the figure.</param>
public sealed record HomeFigure(Words Name, string Value, Words Unit, Words Note, string Href, bool IsAlarm = false);

public sealed record HomeTheme(Words Name, string Href, int Items);

public sealed record HomeNotice(Words Title, string Href, DateOnly On);
