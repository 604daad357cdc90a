using System.Text.Encodings.Web;
using System.Text.Unicode;
using CountyHall.Web.Api;
using CountyHall.Web.Api.V1;
using CountyHall.Web.Components;
using CountyHall.Web.Live;
using CountyHall.Web.Pages.Account;
using CountyHall.Web.Pages.Applications;
using CountyHall.Web.Pages.Awards;
using CountyHall.Web.Pages.Bidding;
using CountyHall.Web.Pages.BidEvaluation;
using CountyHall.Web.Pages.Experts;
using CountyHall.Web.Pages.Figures;
using CountyHall.Web.Pages.Likeness;
using CountyHall.Web.Pages.MyCases;
using CountyHall.Web.Pages.OpenData;
using CountyHall.Web.Pages.Openings;
using CountyHall.Web.Pages.Securities;
using CountyHall.Web.Pages.Track;
using CountyHall.Web.Pages.Trading;
using CountyHall.Web.Pages.Verify;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CountyHall.Web.Hosting;

/// <summary>What the pages need of the host, and the order in which a request passes on its way to a page.</summary>
public static class Pages
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents(); // static server rendering only: no interactive mode anywhere
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization();
        services.AddRateLimits();
        services.AddSingleton<TrackLimits>();
        services.AddSingleton<KeptFiles>();
        services.TryAddSingleton(host =>
            host.GetRequiredService<IConfiguration>().GetSection("Documents").Get<DocumentSettings>() ?? new()
        );
        services.AddSingleton<Documents>();
        services.AddAntiforgery(options => options.Cookie.Name = "form");
        services.AddResponseCompression(options => options.EnableForHttps = true); // whom it is for: UsePages
        services.AddExceptionHandler<IncidentLog>();
        // Without this Chinese text from C# leaves as numeric entities, and pages grow by a third.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(host => host.GetRequiredService<IConfiguration>().GetSection("Site").Get<SiteSettings>() ?? new());
        services.AddSingleton<DoorPlan>();
        services.AddSingleton<KeptMarkup>();
        services.AddScoped<Doors>();
        services.AddSingleton<StorageUse>();
        services.AddSingleton<FigureDesk>();
        services.AddSingleton<OpeningLive>();
        services.AddScoped<Here>();
        services.AddScoped<Speech>();
        services.AddScoped<Display>();
        return services;
    }

    public static WebApplication UsePages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.Use(SayHeaders);
        app.UseOutputCache();
        // The length of a compressed page can betray what stands beside words of the visitor's choice; whoever has a session
        // has something to betray, so only strangers' pages are compressed. Styles and scripts are compressed when they are built.
        app.UseWhen(http => !Accounts.HasSession(http.Request), strangers => strangers.UseResponseCompression());
        app.UseStatusCodePagesWithReExecute("/trouble/{0}", createScopeForStatusCodePages: true);
        app.Use(AnswerTroubleAsAPage);
        app.UseInterfaceTroubles();
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
            app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /api/\nDisallow: /lang/\n")).ExcludeFromDescription();
        app.MapGet("/lang/{lang}", ChooseLanguage).ExcludeFromDescription();
        app.MapAccount();
        app.MapLog();
        app.MapApplications();
        app.MapCaseFiles();
        app.MapVerification();
        app.MapNotices();
        app.MapOpenData();
        app.MapSecurities();
        app.MapBidding();
        app.MapOpenings();
        app.MapAwards();
        app.MapLikeness();
        app.MapDraws();
        app.MapEvaluation();
        app.MapRazorComponents<App>();
        return app;
    }

    // No script and no style but our own files; nobody may frame a page.
    private const string Csp =
        "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:";

    private static Task SayHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            var say = http.Response.Headers;
            say.TryAdd("Content-Security-Policy", Csp);
            say.TryAdd("X-Content-Type-Options", "nosniff");
            say.TryAdd("Referrer-Policy", "same-origin");
            say.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            say.TryAdd("Permissions-Policy", "camera=(self), microphone=(), geolocation=()");
            return Task.CompletedTask;
        });
        return next(http);
    }

    private static async Task AnswerTroubleAsAPage(HttpContext http, RequestDelegate next)
    {
        // Machines get their own answers.
        if (http.Request.Path.StartsWithSegments("/api") && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        // The page that explains a refused post is read, not posted to.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        await next(http);
        // A refused form leaves a content type and no content; with a type the trouble page would not step in.
        var answer = http.Response;
        if (answer.StatusCode >= 400 && !answer.HasStarted && answer.BodyWriter.UnflushedBytes == 0)
            answer.ContentType = null;
    }

    private static IResult ChooseLanguage(HttpContext http, string lang, string? back)
    {
        Remember(http, Speech.Cookie, lang == "en" ? "en" : "zh");
        return Results.LocalRedirect(Here.Safe(back));
    }

    /// <summary>Keeps a choice of how pages are shown for a year. It says nothing about the person.</summary>
    internal static void Remember(HttpContext http, string name, string value) =>
        http.Response.Cookies.Append(
            name,
            value,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = http.Request.IsHttps,
            }
        );
}
