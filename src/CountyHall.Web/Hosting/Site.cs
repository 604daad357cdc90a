using CountyHall.Kernel.Data;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Hosting;

/// <summary>The open site: the house, its pages and its work in the background.</summary>
public static class Site
{
    public static async Task<WebApplication> Open(Storage storage, bool demonstration, string urls, Action<WebApplicationBuilder>? change = null)
    {
        Directory.CreateDirectory(storage.Folder);
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(Site).Assembly.GetName().Name }
        );
        builder.WebHost.UseUrls(urls);
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton(SiteSettings.Read(builder.Configuration, demonstration));
        builder.Services.AddHouse(storage);
        builder.Services.AddHouseWork();
        builder.Services.AddAccounts();
        builder.Services.AddSingleton<DemonstrationCounty>();
        builder.Services.AddPages();
        change?.Invoke(builder);

        var app = builder.Build();
        await storage.Prepare(app.Services.GetRequiredService<IDbContextFactory<HallDb>>());
        if (demonstration)
            await app.Services.GetRequiredService<DemonstrationCounty>().LoadIfEmpty();
        app.UsePages();
        return app;
    }
}
