using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Outbox;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Figures;
using CountyHall.Trading.RedFlags.OwnLots;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Trading;

/// <summary>公共资源交易: the room where public resources are tendered, from the entry of a project to its opening.</summary>
public static class TradingModule
{
    /// <summary>What this room adds to the house: every use case by itself, and what they share.</summary>
    public static IServiceCollection AddTrading(this IServiceCollection services)
    {
        foreach (var handler in UseCases)
            services.AddSingleton(handler);
        services.AddSingleton<BidReceipts>();
        services.AddSingleton<FigureChapter, TradingFigures>();
        services.AddSingleton<SendSealedMessage>();
        services.AddSingleton<CallLapsesJob>();
        services.AddSingleton<FlagOwnLots>();
        return services;
    }

    public static JobKinds AddTrading(this JobKinds kinds) =>
        kinds.Add<SealedMessage, SendSealedMessage>().Add<CallLapses, CallLapsesJob>().Add<LotsToFlag, FlagOwnLots>();

    /// <summary>Every use case of this module.</summary>
    public static IReadOnlyList<Type> UseCases { get; } = Implementations.Of(typeof(IUseCase));
}
