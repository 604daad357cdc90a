using CountyHall.Hall.Rights;
using CountyHall.Hall.Systems;
using CountyHall.Hall.Windows;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Hall;

public static class HallModule
{
    /// <summary>What this room adds to the house.</summary>
    public static IServiceCollection AddHall(this IServiceCollection services) =>
        services
            .AddSingleton<HallWindows>()
            .AddSingleton<IWindows>(s => s.GetRequiredService<HallWindows>())
            .AddSingleton<ProposeRightsHandler>()
            .AddSingleton<ConfirmRightsHandler>()
            .AddSingleton<DeclineRightsHandler>()
            .AddSingleton<ProposeSystemHandler>()
            .AddSingleton<ConfirmSystemHandler>()
            .AddSingleton<DeclineSystemHandler>()
            .AddSingleton<StopSystemHandler>()
            .AddSingleton<SystemSignatures>();

    public static JobKinds AddHall(this JobKinds kinds) => kinds.Add<ForgetNonces, SystemSignatures>();
}
