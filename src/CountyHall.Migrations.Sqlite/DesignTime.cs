using CountyHall.Approvals;
using CountyHall.Hall;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CountyHall.Migrations.Sqlite;

/// <summary>Lets the migration tool see the model; it never connects.</summary>
public sealed class DesignTime : IDesignTimeDbContextFactory<HallDb>
{
    public HallDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<HallDb>().UseModules(TimeProvider.System, typeof(ApprovalsModule).Assembly, typeof(HallModule).Assembly);
        options.UseSqlite("Data Source=none", o => o.MigrationsAssembly(typeof(DesignTime).Assembly.GetName().Name));
        return new HallDb((DbContextOptions<HallDb>)options.Options);
    }
}
