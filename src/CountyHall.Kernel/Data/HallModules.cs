using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Kernel.Data;

/// <summary>Which modules add their aggregates to <see cref="HallDb"/>: each nests its mappings beside the aggregate.</summary>
public sealed class HallModules(IReadOnlyList<Assembly> assemblies) : IDbContextOptionsExtension
{
    public IReadOnlyList<Assembly> Assemblies { get; } = assemblies;
    public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

    public void ApplyServices(IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class ExtensionInfo(HallModules extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}

public static class HallModulesOptions
{
    public static DbContextOptionsBuilder UseModules(this DbContextOptionsBuilder options, params Assembly[] modules)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new HallModules(modules));
        return options;
    }
}
