using CountyHall.Kernel.Data;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
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
        public DbSet<Registration> Registrations => db.Set<Registration>();
        public DbSet<Bid> Bids => db.Set<Bid>();
        public DbSet<BidUpload> BidUploads => db.Set<BidUpload>();
        public DbSet<Certificate> Certificates => db.Set<Certificate>();
        public DbSet<CustodianPanel> CustodianPanels => db.Set<CustodianPanel>();
    }
}
