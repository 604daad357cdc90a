using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Oversight;

/// <summary>The room that watches the others and never writes what it watches.</summary>
public static class OversightModule
{
    /// <summary>What this room adds to the house.</summary>
    public static IServiceCollection AddOversight(this IServiceCollection services) => services;
}
