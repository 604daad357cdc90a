using CountyHall.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Journeys.Pages;

/// <summary>The whole site with the demonstration county, open at a free port, shared by the tests of one class.</summary>
public sealed class OpenSite : IAsyncLifetime
{
    private readonly TimeProvider time = TimeProvider.System;
    private WebApplication? site;

    public OpenSite() { }

    /// <summary>A site whose time the test holds in its hand; what goes on by itself then waits for it.</summary>
    internal OpenSite(TimeProvider time) => this.time = time;

    public string Address { get; private set; } = "";
    public IServiceProvider Services => site!.Services;

    public async ValueTask InitializeAsync()
    {
        // What a test changed it wants to read at once.
        site = await Site.Open(
            await Engine.Embedded.Copy(),
            demonstration: true,
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Configuration["Site:KeepPages"] = "00:00:00";
                builder.Services.AddSingleton(time);
            }
        );
        await site.StartAsync();
        Address = site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is null)
            return;
        await site.StopAsync();
        await site.DisposeAsync();
    }
}
