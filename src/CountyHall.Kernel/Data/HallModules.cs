using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Kernel.Data;

/// <summary>Which modules add their aggregates to <see cref="HallDb"/>: each nests its mappings beside the aggregate.</summary>
public sealed class HallModules(TimeProvider time, IReadOnlyList<Assembly> assemblies) : IDbContextOptionsExtension
{
    public IReadOnlyList<Assembly> Assemblies { get; } = assemblies;

    /// <summary>The clock by which the context dates what the identity library saves by itself.</summary>
    public TimeProvider Time { get; } = time;
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
    public static DbContextOptionsBuilder UseModules(this DbContextOptionsBuilder options, TimeProvider time, params Assembly[] modules)
    {
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new HallModules(time, modules));
        return options.ReplaceService<IValueConverterSelector, EnumConverters>();
    }
}
