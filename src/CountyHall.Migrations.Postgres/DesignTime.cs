using CountyHall.Approvals;
using CountyHall.Hall;
using CountyHall.Kernel.Data;
using CountyHall.Oversight;
using CountyHall.Trading;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;

namespace CountyHall.Migrations.Postgres;

/// <summary>Lets the migration tool see the model; it never connects.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<HallDb>
{
    public HallDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<HallDb>().UseModules(
            TimeProvider.System,
            typeof(ApprovalsModule).Assembly,
            typeof(HallModule).Assembly,
            typeof(OversightModule).Assembly,
            typeof(TradingModule).Assembly
        );
        options.UseNpgsql("Host=none", o => o.MigrationsAssembly(typeof(DesignTime).Assembly.GetName().Name));
        // The identity library asks the host which version of its schema to draw: 3, with passkeys.
        options.UseApplicationServiceProvider(
            new ServiceCollection()
                .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
                .BuildServiceProvider()
        );
        return new HallDb((DbContextOptions<HallDb>)options.Options);
    }
}
