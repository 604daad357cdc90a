using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.RedFlags.OwnLots;

/// <summary>What the red flags see of the database.</summary>
public static class FlagsDb
{
    extension(HallDb db)
    {
        public DbSet<FlaggedLot> FlaggedLots => db.Set<FlaggedLot>();
        public DbSet<FlagRun> FlagRuns => db.Set<FlagRun>();
        public DbSet<FlagVerdict> FlagVerdicts => db.Set<FlagVerdict>();
    }
}
