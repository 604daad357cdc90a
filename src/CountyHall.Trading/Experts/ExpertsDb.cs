using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>What the experts and their draws see of the database.</summary>
public static class ExpertsDb
{
    extension(HallDb db)
    {
        public DbSet<CategorySet> CategorySets => db.Set<CategorySet>();
        public DbSet<Expert> Experts => db.Set<Expert>();
        public DbSet<ExpertLeave> ExpertLeaves => db.Set<ExpertLeave>();
        public DbSet<ExpertTie> ExpertTies => db.Set<ExpertTie>();
        public DbSet<ExpertDraw> ExpertDraws => db.Set<ExpertDraw>();
        public DbSet<PoolEntry> PoolEntries => db.Set<PoolEntry>();
        public DbSet<ExpertDrawShare> ExpertDrawShares => db.Set<ExpertDrawShare>();
        public DbSet<ExpertCall> ExpertCalls => db.Set<ExpertCall>();
        public DbSet<SmallProject> SmallProjects => db.Set<SmallProject>();
        public DbSet<ExpertBriefing> ExpertBriefings => db.Set<ExpertBriefing>();
        public DbSet<BriefingAttendance> BriefingAttendances => db.Set<BriefingAttendance>();
        public DbSet<ConductReport> ConductReports => db.Set<ConductReport>();
    }
}
