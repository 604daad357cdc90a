using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Hall;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Secrets;
using CountyHall.Oversight;
using CountyHall.Oversight.Warnings;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.OpenData;
using CountyHall.Web.Demonstration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CountyHall.Web.Hosting;

/// <summary>The house without its pages: what the site, the commands and the tests all stand on.</summary>
public static class House
{
    public static IServiceCollection AddHouse(this IServiceCollection services, Storage storage)
    {
        // Asked before anything is made: a new house gets a new key, and the key comes first.
        var isNew = storage.IsNew;
        Directory.CreateDirectory(storage.Folder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(storage);
        services.AddSingleton(new WriteGate(storage.IsEmbedded));
        services.AddSingleton<WriteGateInterceptor>();
        services.AddPooledDbContextFactory<HallDb>(
            (house, options) =>
            {
                storage.Configure(options, house.GetRequiredService<TimeProvider>());
                options.AddInterceptors(house.GetRequiredService<WriteGateInterceptor>());
            }
        );
        services.AddScoped(house => house.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContext());
        services.AddSingleton<FreshLeaves>();
        services.AddSingleton<HallWriter>();
        services.AddSingleton<PreparedReads>();
        services.AddSingleton(_ => Vault.Open(storage.KeyFile, createIfMissing: isNew));
        services.AddSingleton(_ => new FileStore(storage.Files));
        services.AddSingleton(house => new BidStore(
            storage.Bids,
            house.GetService<IConfiguration>()?.GetValue<long?>("Bidding:LargestEnvelope") ?? BidStore.UsualLargest
        ));
        services.AddSingleton(house => new LogName(house.GetService<IConfiguration>()?["Log:Origin"] ?? "countyhall.example/log"));
        services.AddSingleton(house => PaceOf(house.GetService<IConfiguration>()));
        services.AddSingleton<PublicLog>();
        services.AddSingleton<Doctor>();
        services.AddSingleton<CountyCalendar>();
        services.AddSingleton<FigureBook>();
        services.AddSingleton<EnterAnnouncementHandler>();
        services.AddSingleton<DoAgainHandler>();
        services.AddSingleton<Offices>();
        // The county's own list of words; until it has one, the list that travels with the executable.
        services.AddSingleton(_ =>
            SearchWords.Read(Path.Combine(storage.Folder, "catalogue"), Path.Combine(AppContext.BaseDirectory, "demo", "catalogue"))
        );
        services.AddSingleton<RegisterPartyHandler>();
        services.AddSingleton<RecordMandateHandler>();
        services.AddSingleton(
            new JobKinds()
                .Add<TextMessage, TextMessagesOff>()
                .Add<StaffMessage, TextMessagesOff>()
                .AddApprovals()
                .AddHall()
                .AddOversight()
                .AddTrading()
        );
        services.AddSingleton(house => new PublicAddress(
            house.GetService<IConfiguration>()?["Site:Address"] ?? "https://countyhall.example"
        ));
        services.AddSingleton<TextMessagesOff>();
        services.AddSingleton<JobRunner>();
        services.AddApprovals();
        services.AddHall();
        services.AddOversight();
        services.AddSingleton(house => new TradingSettings(
            house.GetService<IConfiguration>()?["Trading:Platform"] ?? TradingSettings.DemonstrationPlatform
        ));
        services.AddSingleton(house => new OpenDataSettings(
            house.GetService<IConfiguration>()?["OpenData:OcidPrefix"] ?? OpenDataSettings.DemonstrationPrefix,
            house.GetRequiredService<PublicAddress>().Root.TrimEnd('/'),
            house.GetService<IConfiguration>()?["OpenData:Licence"] ?? OpenDataSettings.UsualLicence
        ));
        services.AddSingleton<ModelDocuments>();
        services.AddTrading();
        return services;
    }

    /// <summary>The key, then the schema: after this the house can be used.</summary>
    public static async Task Prepare(this IServiceProvider house, CancellationToken ct = default)
    {
        house.GetRequiredService<Vault>();
        await house.GetRequiredService<Storage>().Prepare(house.GetRequiredService<IDbContextFactory<HallDb>>(), ct);
        await house.GetRequiredService<CountyCalendar>().Read(ct);
    }

    /// <summary>What goes on by itself while the site is open: clocks are announced, the outbox is emptied, facts enter the log.</summary>
    public static IServiceCollection AddHouseWork(this IServiceCollection services)
    {
        services.AddHostedService<LogKeeper>();
        services.AddHostedService(house => house.GetRequiredService<JobRunner>());
        services.AddHostedService<ClockWatch>();
        services.AddHostedService(house => house.GetRequiredService<SupervisionWatch>());
        services.AddHostedService<CalendarKeeper>();
        return services;
    }

    /// <summary>How quiet facts enter the log; told in docs/security.md.</summary>
    private static LogPace PaceOf(IConfiguration? settings) =>
        new(
            TimeSpan.FromMinutes(settings?.GetValue<int?>("Log:QuietMinutes") ?? LogPace.Usual.Every.TotalMinutes),
            settings?.GetValue<int?>("Log:QuietLeaves") ?? LogPace.Usual.Leaves
        );
}
