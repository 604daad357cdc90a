using CountyHall.Kernel.Data;
using CountyHall.Oversight.Evaluations;
using CountyHall.Oversight.Warnings;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Oversight;

/// <summary>What this module sees of the database.</summary>
public static class OversightDb
{
    extension(HallDb db)
    {
        public DbSet<Evaluation> Evaluations => db.Set<Evaluation>();
        public DbSet<EvaluationTally> EvaluationTallies => db.Set<EvaluationTally>();
        public DbSet<Rectification> Rectifications => db.Set<Rectification>();
        public DbSet<Supervision> Supervisions => db.Set<Supervision>();
        public DbSet<NotedStop> NotedStops => db.Set<NotedStop>();
    }
}
