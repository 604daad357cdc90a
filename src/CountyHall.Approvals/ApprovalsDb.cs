using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Catalogue.Release;
using CountyHall.Approvals.Commitments;
using CountyHall.Approvals.Licences;
using CountyHall.Approvals.Register;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals;

/// <summary>What this module sees of the database.</summary>
public static class ApprovalsDb
{
    extension(HallDb db)
    {
        public DbSet<Case> Cases => db.Set<Case>();
        public DbSet<DeskEntry> DeskEntries => db.Set<DeskEntry>();
        public DbSet<ItemVersion> ItemVersions => db.Set<ItemVersion>();
        public DbSet<Application> Applications => db.Set<Application>();
        public DbSet<UploadedMaterial> UploadedMaterials => db.Set<UploadedMaterial>();
        public DbSet<ItemPlacement> ItemPlacements => db.Set<ItemPlacement>();
        public DbSet<ResidentUnit> ResidentUnits => db.Set<ResidentUnit>();
        public DbSet<Licence> Licences => db.Set<Licence>();
        public DbSet<LicenceType> LicenceTypes => db.Set<LicenceType>();
        public DbSet<ItemPublication> ItemPublications => db.Set<ItemPublication>();
        public DbSet<ItemEnding> ItemEndings => db.Set<ItemEnding>();
        public DbSet<ItemDraft> ItemDrafts => db.Set<ItemDraft>();
        public DbSet<HigherList> HigherLists => db.Set<HigherList>();
        public DbSet<ClosedCase> ClosedCases => db.Set<ClosedCase>();
        public DbSet<CaseStop> CaseStops => db.Set<CaseStop>();
        public DbSet<CaseVisit> CaseVisits => db.Set<CaseVisit>();
        public DbSet<CaseStep> CaseSteps => db.Set<CaseStep>();
        public DbSet<CommitmentCheck> CommitmentChecks => db.Set<CommitmentCheck>();
    }
}
