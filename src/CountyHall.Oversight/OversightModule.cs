using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Outbox;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Oversight;

/// <summary>The room that watches the others and never writes what it watches.</summary>
public static class OversightModule
{
    /// <summary>What this room adds to the house: every use case by itself, what they share, and what it does when it is told of something.</summary>
    public static IServiceCollection AddOversight(this IServiceCollection services)
    {
        foreach (var handler in UseCases)
            services.AddSingleton(handler);
        return services
            .AddSingleton<EvaluationLinks>()
            .AddSingleton<InviteToEvaluate>()
            .AddSingleton<EvaluationFigures>()
            .AddSingleton<CaseWatch>()
            .AddSingleton<SupervisionWatch>()
            .AddSingleton<NoteStop>();
    }

    public static JobKinds AddOversight(this JobKinds kinds) =>
        kinds
            .Add<LampTurned, CaseWatch>()
            .Add<CalendarChanged, CaseWatch>()
            .Add<ClockStopped, NoteStop>()
            .Add<CaseCompleted, InviteToEvaluate>();

    /// <summary>Every use case of this module.</summary>
    public static IReadOnlyList<Type> UseCases { get; } = Implementations.Of(typeof(IUseCase));
}
