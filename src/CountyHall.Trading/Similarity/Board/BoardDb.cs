using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>What the likeness board sees of the database.</summary>
public static class BoardDb
{
    extension(HallDb db)
    {
        public DbSet<LikenessReport> LikenessReports => db.Set<LikenessReport>();
        public DbSet<LikenessVerdict> LikenessVerdicts => db.Set<LikenessVerdict>();
        public DbSet<CollusionReferral> CollusionReferrals => db.Set<CollusionReferral>();
    }
}
