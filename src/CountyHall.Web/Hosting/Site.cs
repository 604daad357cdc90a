using CountyHall.Kernel.Journal;
using CountyHall.Web.Api;
using CountyHall.Web.Api.V1;
using CountyHall.Web.Demonstration;

namespace CountyHall.Web.Hosting;

/// <summary>The open site: the house, its pages and its work in the background.</summary>
public static class Site
{
    public static async Task<WebApplication> Open(
        Storage storage,
        bool demonstration,
        string urls,
        Action<WebApplicationBuilder>? change = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Site).Assembly.GetName().Name }
        );
        builder.WebHost.UseUrls(urls);
        // One line a request and the SQL of each cost real time; the settings can ask for them.
        builder.Logging.AddFilter((_, level) => level >= LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();
        // The files are those of the build: looking at each request whether the folder has another one costs a question to the disk.
        builder.WebHost.UseSetting("ReloadStaticAssetsAtRuntime", "false");
        builder.WebHost.UseSetting("DisableStaticAssetNotFoundRuntimeFallback", "true");
        builder.Services.AddSingleton(SiteSettings.Read(builder.Configuration, demonstration));
        builder.Services.AddHouse(storage);
        builder.Services.AddHouseWork();
        builder.Services.AddAccounts(builder.Configuration);
        builder.Services.AddSingleton<DemonstrationCounty>();
        builder.Services.AddSingleton<DemonstrationTrading>();
        builder.Services.AddSingleton<DemonstrationAwards>();
        builder.Services.AddSingleton<DemonstrationAwards.Steps>();
        builder.Services.AddSingleton<DemonstrationCases>();
        builder.Services.AddSingleton<DemonstrationStreet>();
        builder.Services.AddPages();
        builder.Services.AddOpenInterface();
        builder.Services.ConfigureHttpJsonOptions(json => Recording.Configure(json.SerializerOptions));
        change?.Invoke(builder);
        PublicPages.Add(builder.Services, builder.Configuration);

        var app = builder.Build();
        await app.Services.Prepare();
        if (demonstration)
        {
            await app.Services.GetRequiredService<DemonstrationCounty>().LoadIfEmpty();
            await app.Services.GetRequiredService<DemonstrationTrading>().LoadIfEmpty();
        }
        app.UsePages();
        app.MapSessionApi();
        app.MapDeskApi();
        app.MapOpenInterface();
        return app;
    }
}
