using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;
using CountyHall.Oversight.Evaluations;
using CountyHall.Web.Demonstration;
using Microsoft.AspNetCore.Components;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Pages;

/// <summary>Every page, in both languages and both layouts, with script and without, at a desk and on a telephone 360 points wide.</summary>
/// <remarks>
/// Each page is opened four times: every language meets every layout, and each pair is looked at in the way that shows most of it.
/// With <c>COUNTYHALL_PICTURES</c> set to a folder the walk leaves a picture of each there.
/// </remarks>
public partial class Open_to_everybody(SiteWithEverything everything) : IClassFixture<SiteWithEverything>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("COUNTYHALL_PICTURES");

    private static readonly Look[] Looks =
    [
        new("desk-zh", English: false, Large: false, Phone: false, Script: true),
        new("phone-en-large", English: true, Large: true, Phone: true, Script: true),
        new("phone-en", English: true, Large: false, Phone: true, Script: false),
        new("phone-zh-large", English: false, Large: true, Phone: true, Script: false),
    ];

    /// <summary>How a page is looked at. Where scripts run, axe looks too.</summary>
    private sealed record Look(string Name, bool English, bool Large, bool Phone, bool Script);

    [Fact]
    public void Every_page_has_its_row()
    {
        var routes = typeof(CountyHall.Web.Hosting.Pages)
            .Assembly.GetTypes()
            .SelectMany(page => page.GetCustomAttributes<RouteAttribute>())
            .Select(route => route.Template)
            .Order();
        routes.ShouldBe(EveryPage.Rows.Select(row => row.Route).Distinct().Order(), "The table EveryPage.Rows and the pages differ.");
    }

    [Fact]
    public async Task Every_page_is_open_to_everybody()
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        var faults = new ConcurrentBag<string>();
        foreach (var look in Looks)
        {
            var walks = new ConcurrentQueue<(string User, PageRow[] Rows)>(
                EveryPage.Rows.GroupBy(row => row.As).SelectMany(rows => rows.Chunk(9).Select(part => (rows.Key, part)))
            );
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Walk(look, walks, faults)));
        }
        faults.Order().ShouldBeEmpty(string.Join("\n", faults.Order()));
    }

    /// <summary>One window, in which one person after the other looks: to open a window anew costs more than to look at a page in it.</summary>
    private async Task Walk(Look look, ConcurrentQueue<(string User, PageRow[] Rows)> walks, ConcurrentBag<string> faults)
    {
        await using var window = await Opened(look);
        var page = await window.NewPageAsync();
        while (walks.TryDequeue(out var walk))
        {
            await SitsDown(window, walk.User, look);
            // Without script a page is looked at once, in one of the two ways by turns.
            foreach (var (_, row) in walk.Rows.Index().Where(at => look.Script || at.Index % 2 == (look.Large ? 0 : 1)))
            {
                try
                {
                    foreach (var fault in await Faults(page, row, look))
                        faults.Add($"{row.Address} {look.Name}: {fault}");
                }
                catch (PlaywrightException broken)
                {
                    // The walk goes on, so that one run tells of every page.
                    faults.Add($"{row.Address} {look.Name}: {broken.Message}");
                    page = await window.NewPageAsync();
                }
            }
        }
    }

    // Everybody signs in once: the house slows down whoever asks too often from one address.
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<Cookie>>>> sessions = new();

    private async Task<IReadOnlyList<Cookie>> SignedIn(string user)
    {
        await using var window = await (await Browser.Running()).NewContextAsync();
        var asked = await window.APIRequest.PostAsync(
            $"{everything.Site.Address}/api/session",
            new() { DataObject = new { user, password = DemonstrationCounty.Password } }
        );
        asked.Status.ShouldBe(204, $"{user} signs in");
        return
        [
            .. (await window.CookiesAsync()).Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                HttpOnly = cookie.HttpOnly,
                Secure = cookie.Secure,
                SameSite = cookie.SameSite,
            }),
        ];
    }

    /// <summary>The next person takes the window over, with a session of their own and nothing of the one before.</summary>
    private async Task SitsDown(IBrowserContext window, string user, Look look)
    {
        await window.ClearCookiesAsync();
        if (user.Length > 0)
            await window.AddCookiesAsync(await sessions.GetOrAdd(user, u => new(() => SignedIn(u))).Value);
        if (look.English)
            await Remembers("lang", "en");
        if (look.Large)
            await Remembers("text", "large");

        Task Remembers(string name, string value) =>
            window.AddCookiesAsync([
                new()
                {
                    Name = name,
                    Value = value,
                    Url = everything.Site.Address,
                },
            ]);
    }

    private static async Task<IBrowserContext> Opened(Look look)
    {
        var window = await (await Browser.Running()).NewContextAsync(
            new()
            {
                Locale = look.English ? "en-GB" : "zh-CN",
                TimezoneId = "Asia/Shanghai",
                JavaScriptEnabled = look.Script,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = look.Phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 900 },
                IsMobile = look.Phone,
                HasTouch = look.Phone,
            }
        );
        window.SetDefaultTimeout(60_000);
        return window;
    }

    private async Task<List<string>> Faults(IPage page, PageRow row, Look look)
    {
        var faults = new List<string>();
        var answer = await page.GotoAsync(everything.Site.Address + everything.Of(row.Address));
        if (answer!.Status != row.Status)
            faults.Add($"answers {answer.Status}");
        if (row.Status == 200 && page.Url != everything.Site.Address + everything.Of(row.Address))
            faults.Add($"leads to {page.Url}");
        var seen = await LookAt(page);
        if (seen.Heads != 1)
            faults.Add($"has {seen.Heads} first headings");
        if (seen.Language != (look.English ? "en" : "zh-CN"))
            faults.Add($"says it is in {seen.Language}");
        if (seen.Title.Length == 0)
            faults.Add("has no title");
        if (!seen.Skip)
            faults.Add("has no skip link to its content");
        // The reference of the interface says everything in both languages, one after the other.
        if (look.English && row.Route != "/api/reference")
            faults.AddRange(Untranslated(seen.Said).Select(words => $"says in Chinese: {words}"));
        if (look.Large)
            faults.AddRange(seen.Small.Select(small => $"is hard to press: {small}"));
        if (!look.Script)
            faults.AddRange(seen.Stuck.Select(form => $"cannot be sent without script: {form}"));
        if (seen.Wide > seen.Screen)
            faults.Add($"is {seen.Wide} wide on a screen of {seen.Screen}: {string.Join(" | ", seen.Outside)}");
        // A page that stands in the table with several records is looked at by axe with the first of them.
        if (look.Script && ReferenceEquals(row, EveryPage.Rows.First(first => first.Route == row.Route)))
            faults.AddRange(await page.FoundByAxe());
        await Picture(page, row, look);
        if (!look.Phone)
        {
            await page.SetViewportSizeAsync(360, 740);
            var narrow = await LookAt(page);
            if (narrow.Wide > narrow.Screen)
                faults.Add($"is {narrow.Wide} wide on a screen of {narrow.Screen}: {string.Join(" | ", narrow.Outside)}");
            await page.SetViewportSizeAsync(1280, 900);
        }
        return faults;
    }

    private static async Task Picture(IPage page, PageRow row, Look look)
    {
        if (Pictures is null)
            return;
        var name = NotAName().Replace(row.Address.Trim('/'), "-");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.{look.Name}.png"), FullPage = true });
    }

    // ---- what a person sees ----

    private static async Task<Seen> LookAt(IPage page) =>
        JsonSerializer.Deserialize<Seen>(await page.EvaluateAsync<string>(Looking), JsonSerializerOptions.Web)!;

    /// <summary>What is on the page, read in one go.</summary>
    /// <param name="Outside">What sticks out to the side.</param>
    /// <param name="Said">Every text and every name that is not marked as being in Chinese.</param>
    /// <param name="Small">Buttons and fields lower than 60 points.</param>
    /// <param name="Stuck">Forms without a button that sends them.</param>
    private sealed record Seen(
        int Heads,
        string Language,
        string Title,
        bool Skip,
        int Wide,
        int Screen,
        List<string> Outside,
        List<string> Said,
        List<string> Small,
        List<string> Stuck
    );

    private const string Looking = """
        () => {
          const root = document.documentElement, shown = e => e.checkVisibility() && e.getBoundingClientRect().width > 1;
          const tell = e => e.outerHTML.slice(0, 120);
          const said = [document.title], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const text = walk.currentNode, in_ = text.parentElement;
            if (text.data.trim() && !in_.closest("script, style, [lang|=zh]")) said.push(text.data);
          }
          for (const e of document.querySelectorAll("[aria-label], [placeholder], [title], [alt]"))
            if (!e.closest("[lang|=zh]"))
              for (const name of ["aria-label", "placeholder", "title", "alt"]) if (e.hasAttribute(name)) said.push(e.getAttribute(name));
          for (const e of document.querySelectorAll("[data-label]")) said.push(e.dataset.label);
          const wide = root.scrollWidth, screen = root.clientWidth;
          return JSON.stringify({
            heads: document.querySelectorAll("h1").length,
            language: root.lang,
            title: document.title,
            skip: !!document.querySelector("a.skip[href='#main']") && !!document.getElementById("main"),
            wide, screen,
            outside: wide <= screen ? [] : [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > screen + 1).slice(-3).map(tell),
            said,
            small: [...document.querySelectorAll("button, a.btn, select, textarea, input:not([type=hidden], [type=radio], [type=checkbox])")]
              .filter(e => shown(e) && !e.closest(".sr") && e.getBoundingClientRect().height < 59.5).map(e => Math.round(e.getBoundingClientRect().height) + " " + tell(e)),
            stuck: [...document.forms].filter(f => shown(f) && ![...f.elements].some(e => e.type === "submit" && e.checkVisibility())).map(tell),
          });
        }
        """;

    // ---- the house's own words ----

    /// <summary>Runs of Chinese that the house's own code says; what is data is in no assembly.</summary>
    private static readonly Lazy<HashSet<string>> OwnWords = new(() =>
        [
            .. new[]
            {
                typeof(CountyHall.Web.Hosting.Pages),
                typeof(Words),
                typeof(CountyHall.Approvals.Catalogue.ServiceGuide),
                typeof(EvaluationLinks),
            }
                .Select(type => type.Assembly.Location)
                .Distinct()
                .SelectMany(Said)
                .SelectMany(text => Chinese().Matches(text).Select(m => m.Value)),
        ]
    );

    /// <summary>Chinese that an English page says on purpose: words to type into the search, and what stands so in the records.</summary>
    private static readonly HashSet<string> Meant =
    [
        "中文",
        "过户",
        "办护照",
        "开个饭店",
        "禾塘政务",
        // recorded: the window of a filing, opinions, the purpose of a reading, where a field comes from, where a clerk sits
        "网上",
        "符合条件",
        "同意",
        "办理本件",
        "核验",
        "账户资料",
        "县政务服务中心",
        "居民身份证",
        "示例",
        "没有一次说清",
        "岗位与权限",
        "前台受理",
        "后台审批",
        "统一出件",
        "县公安局",
        "县自然资源和规划局",
        "县市场监督管理局",
        // names of parties, papers and festivals, and what a guide says only in Chinese
        "嘉善云岫小馆",
        "云岫小馆",
        "嘉善示例零件有限公司",
        "食品经营许可证",
        "嘉善县市场监督管理局",
        "食品经营许可和备案管理办法",
        "上级事项目录",
        "示例摘录",
        "春节",
        "元旦",
        "饭店",
        "可以容缺受理",
        "自受理之日起",
        "个工作日内补交",
    ];

    /// <summary>The county's own data: what stands there is a record and not a word of the pages.</summary>
    private static readonly Lazy<string> Data = new(() =>
        string.Concat(
            Directory
                .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "demo"), "*.json", SearchOption.AllDirectories)
                .Select(File.ReadAllText)
        )
    );

    private static IEnumerable<string> Untranslated(IEnumerable<string> said) =>
        said.SelectMany(text => Chinese().Matches(Citation().Replace(text, "")).Select(m => (Run: m.Value, text)))
            .Where(found => found.Run.Length > 1 && !Meant.Contains(found.Run) && OwnWords.Value.Contains(found.Run))
            .Where(found => !Data.Value.Contains(found.Run, StringComparison.Ordinal))
            .Select(found => found.text.Trim())
            .Distinct();

    private static List<string> Said(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        var texts = new List<string>();
        for (var at = MetadataTokens.UserStringHandle(0); ; )
        {
            texts.Add(reader.GetUserString(at));
            at = reader.GetNextHandle(at);
            if (at.IsNil)
                return texts;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+")]
    private static partial Regex Chinese();

    /// <summary>A law has only its Chinese name, and its articles are cited as the law numbers them.</summary>
    [GeneratedRegex("《[^》]*》|第[一二三四五六七八九十百零]+[章节条款项目]")]
    private static partial Regex Citation();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotAName();
}
