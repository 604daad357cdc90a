using CountyHall.Kernel.Data;
using CountyHall.Trading.Award;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Notices;
using CountyHall.Trading.OpenData;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using CountyHall.Trading.Registrations;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading;

/// <summary>What this module sees of the database.</summary>
public static class TradingDb
{
    extension(HallDb db)
    {
        public DbSet<TradeProject> TradeProjects => db.Set<TradeProject>();
        public DbSet<Tender> Tenders => db.Set<Tender>();
        public DbSet<Lot> Lots => db.Set<Lot>();
        public DbSet<Notice> Notices => db.Set<Notice>();
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
        public DbSet<TenderDocument> TenderDocuments => db.Set<TenderDocument>();
        public DbSet<TenderFiling> TenderFilings => db.Set<TenderFiling>();
        public DbSet<FilingOpinion> FilingOpinions => db.Set<FilingOpinion>();
        public DbSet<TenderQuestion> TenderQuestions => db.Set<TenderQuestion>();
        public DbSet<DocumentObjection> DocumentObjections => db.Set<DocumentObjection>();
        public DbSet<Registration> Registrations => db.Set<Registration>();
        public DbSet<ReviewSetting> ReviewSettings => db.Set<ReviewSetting>();
        public DbSet<BankAccount> BankAccounts => db.Set<BankAccount>();
        public DbSet<BidSecurity> BidSecurities => db.Set<BidSecurity>();
        public DbSet<BankStatement> BankStatements => db.Set<BankStatement>();
        public DbSet<StatementLine> StatementLines => db.Set<StatementLine>();
        public DbSet<PaymentOrder> PaymentOrders => db.Set<PaymentOrder>();
        public DbSet<Posting> Postings => db.Set<Posting>();
        public DbSet<Reconciliation> Reconciliations => db.Set<Reconciliation>();
        public DbSet<Bid> Bids => db.Set<Bid>();
        public DbSet<BidUpload> BidUploads => db.Set<BidUpload>();
        public DbSet<Certificate> Certificates => db.Set<Certificate>();
        public DbSet<CustodianPanel> CustodianPanels => db.Set<CustodianPanel>();
        public DbSet<Committee> Committees => db.Set<Committee>();
        public DbSet<CommitteeSeat> CommitteeSeats => db.Set<CommitteeSeat>();
        public DbSet<OcdsRelease> OcdsReleases => db.Set<OcdsRelease>();
        public DbSet<EvaluationReport> EvaluationReports => db.Set<EvaluationReport>();
        public DbSet<RegisteredProject> RegisteredProjects => db.Set<RegisteredProject>();
        public DbSet<RegisteredNotice> RegisteredNotices => db.Set<RegisteredNotice>();
        public DbSet<RegisteredFiling> RegisteredFilings => db.Set<RegisteredFiling>();
        public DbSet<RegisteredOpinion> RegisteredOpinions => db.Set<RegisteredOpinion>();
        public DbSet<RegisteredSession> RegisteredSessions => db.Set<RegisteredSession>();
        public DbSet<RegisteredService> RegisteredServices => db.Set<RegisteredService>();
        public DbSet<RegisteredSupervision> RegisteredSupervisions => db.Set<RegisteredSupervision>();
        public DbSet<RegisteredSupervisionReport> RegisteredSupervisionReports => db.Set<RegisteredSupervisionReport>();
        public DbSet<RegisteredSupervisionOpinion> RegisteredSupervisionOpinions => db.Set<RegisteredSupervisionOpinion>();
        public DbSet<RegisteredReview> RegisteredReviews => db.Set<RegisteredReview>();
        public DbSet<RegisteredMovement> RegisteredMovements => db.Set<RegisteredMovement>();
        public DbSet<RegisteredDraw> RegisteredDraws => db.Set<RegisteredDraw>();
        public DbSet<RegisteredEvaluation> RegisteredEvaluations => db.Set<RegisteredEvaluation>();
        public DbSet<RegisteredBriefing> RegisteredBriefings => db.Set<RegisteredBriefing>();
        public DbSet<RegisteredBriefingAttendance> RegisteredBriefingAttendances => db.Set<RegisteredBriefingAttendance>();
        public DbSet<RegisteredResult> RegisteredResults => db.Set<RegisteredResult>();
        public DbSet<LotAward> LotAwards => db.Set<LotAward>();
        public DbSet<ResultObjection> ResultObjections => db.Set<ResultObjection>();
        public DbSet<CommitteeReview> CommitteeReviews => db.Set<CommitteeReview>();
        public DbSet<TradeResult> TradeResults => db.Set<TradeResult>();
        public DbSet<PerformanceEntry> PerformanceEntries => db.Set<PerformanceEntry>();
        public DbSet<GivingUp> GivingUps => db.Set<GivingUp>();
        public DbSet<StopRequest> StopRequests => db.Set<StopRequest>();
        public DbSet<TenderArchive> TenderArchives => db.Set<TenderArchive>();
    }
}
