using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>What the evaluation sees of the database.</summary>
public static class EvaluationDb
{
    extension(HallDb db)
    {
        public DbSet<LotEvaluation> LotEvaluations => db.Set<LotEvaluation>();
        public DbSet<EvaluatedBid> EvaluatedBids => db.Set<EvaluatedBid>();
        public DbSet<MemberReview> MemberReviews => db.Set<MemberReview>();
        public DbSet<MemberScore> MemberScores => db.Set<MemberScore>();
        public DbSet<CommitteeMotion> CommitteeMotions => db.Set<CommitteeMotion>();
        public DbSet<BidClarification> BidClarifications => db.Set<BidClarification>();
        public DbSet<EvaluationNote> EvaluationNotes => db.Set<EvaluationNote>();
    }
}
