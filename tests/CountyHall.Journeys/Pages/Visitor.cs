using System.Text.Json;
using CountyHall.Web.Demonstration;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(CountyHall.Journeys.Pages.Browser))]

namespace CountyHall.Journeys.Pages;

/// <summary>One browser for the whole run; every visitor has a window without anybody else's cookies.</summary>
public sealed class Browser : IAsyncDisposable
{
    // The first is the same Chromium without windows of its own, which is half of the work of a page and an eighth of that of a new visitor.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private static readonly Lazy<Task<(IPlaywright, IBrowser)>> Opened = new(Open);

    /// <summary>Why there is none on this machine; none where there is.</summary>
    public static string? Missing => Find() is null ? "No Chromium on this machine: apt-get install chromium fonts-noto-cjk." : null;

    internal static async Task<IBrowser> Running() => (await Opened.Value).Item2;

    public async ValueTask DisposeAsync()
    {
        if (!Opened.IsValueCreated)
            return;
        var (playwright, browser) = await Opened.Value;
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static string? Find() =>
        Names
            .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    private static async Task<(IPlaywright, IBrowser)> Open()
    {
        var playwright = await Playwright.CreateAsync();
        // What must be seen may take its time on a busy machine; what is never seen still fails.
        Assertions.SetDefaultExpectTimeout(30_000);
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Find(),
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                ],
            }
        );
        return (playwright, browser);
    }
}

/// <summary>A person at a browser: finds fields by their label, buttons and links by their name, and hears what is said.</summary>
/// <remarks>Everything is found as a person, or a screen reader, finds it; nothing by class or id.</remarks>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext window;
    private readonly string address;

    private Visitor(IBrowserContext window, IPage page, string address)
    {
        (this.window, Page, this.address) = (window, page, address);
    }

    /// <summary>For what has no verb here.</summary>
    public IPage Page { get; }

    /// <param name="english">Having turned the language switch.</param>
    /// <param name="phone">At a telephone, 360 points wide.</param>
    /// <param name="script">Whether scripts run: every form must work without.</param>
    public static async Task<Visitor> At(OpenSite site, bool english = false, bool phone = false, bool script = true)
    {
        Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
        var window = await (await Browser.Running()).NewContextAsync(
            new()
            {
                Locale = english ? "en-GB" : "zh-CN",
                TimezoneId = "Asia/Shanghai",
                JavaScriptEnabled = script,
                ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 900 },
                IsMobile = phone,
                HasTouch = phone,
            }
        );
        window.SetDefaultTimeout(30_000);
        if (english)
            await window.AddCookiesAsync([
                new()
                {
                    Name = "lang",
                    Value = "en",
                    Url = site.Address,
                },
            ]);
        return new Visitor(window, await window.NewPageAsync(), site.Address);
    }

    /// <summary>Opens a page and answers its status.</summary>
    public async Task<int> Opens(string path) => (await Page.GotoAsync(address + path))!.Status;

    public async Task SignsIn(string user, string password = DemonstrationCounty.Password)
    {
        // Through the interface, so that stories about other pages do not hang on the form of this one.
        var answer = await window.APIRequest.PostAsync($"{address}/api/session", new() { DataObject = new { user, password } });
        answer.Status.ShouldBe(204, $"{user} signs in");
    }

    public Task Fills(string label, string text) => Page.GetByLabel(label).First.FillAsync(text);

    public Task Ticks(string label) => Page.GetByLabel(label).First.CheckAsync();

    /// <summary>Chooses from a list.</summary>
    public Task Chooses(string label, string option) =>
        Page.GetByLabel(label).First.SelectOptionAsync(new SelectOptionValue { Label = option });

    public Task Uploads(string label, string name, byte[] content) =>
        Page.GetByLabel(label)
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = content,
                }
            );

    public Task Presses(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    public Task Follows(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    public async Task<string> Heading() => (await Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.InnerTextAsync()).Trim();

    /// <summary>Sees this text on the page, wherever it stands.</summary>
    public Task Sees(string text) => Assertions.Expect(Page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>Hears an alert with this text: a refusal.</summary>
    public Task Hears(string text) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = text }).First).ToBeVisibleAsync();

    /// <summary>What axe finds wrong for people who see, hear or move otherwise; nothing is right.</summary>
    public async Task ShouldBeAccessible()
    {
        (await Page.FoundByAxe()).ShouldBeEmpty(Page.Url);
    }

    /// <summary>Nothing sticks out to the side: a page is read by scrolling down alone.</summary>
    public async Task ShouldNotScrollSideways()
    {
        var (wide, screen) = (
            await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await Page.EvaluateAsync<int>("document.documentElement.clientWidth")
        );
        wide.ShouldBeLessThanOrEqualTo(screen, Page.Url);
    }

    public async ValueTask DisposeAsync() => await window.DisposeAsync();
}

/// <summary>axe-core on the page as it stands: what is wrong, and nothing of what is right, so that it costs a fraction of a second.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // Beyond the rules that are on by themselves: WCAG 2.2 asks for targets of 24 points.
    private const string Run = """
        async () => JSON.stringify((await axe.run(document, { resultTypes: ["violations"], iframes: false, rules: { "target-size": { enabled: true } } })).violations
          .map(v => `${v.id} (${v.impact}): ${v.help} ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 200)).join(" | ")}`))
        """;

    /// <summary>One line for each rule that is broken, with the first places.</summary>
    public static async Task<List<string>> FoundByAxe(this IPage page)
    {
        await page.EvaluateAsync($"() => {{ {Script} }}");
        return JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run))!;
    }
}
