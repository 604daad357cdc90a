using CountyHall.Kernel.Data;
using CountyHall.Trading.Opening.Rehearsals;
using CountyHall.Trading.Opening.Rooms;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>What the rooms and the openings see of the database.</summary>
public static class OpeningDb
{
    extension(HallDb db)
    {
        public DbSet<VenueRoom> VenueRooms => db.Set<VenueRoom>();
        public DbSet<VenueSession> VenueSessions => db.Set<VenueSession>();
        public DbSet<VenueSlot> VenueSlots => db.Set<VenueSlot>();
        public DbSet<VenueNote> VenueNotes => db.Set<VenueNote>();
        public DbSet<OpeningSession> OpeningSessions => db.Set<OpeningSession>();
        public DbSet<OpeningBid> OpeningBids => db.Set<OpeningBid>();
        public DbSet<OpeningAttendance> OpeningAttendances => db.Set<OpeningAttendance>();
        public DbSet<OpeningObjection> OpeningObjections => db.Set<OpeningObjection>();
        public DbSet<OpeningNote> OpeningNotes => db.Set<OpeningNote>();
        public DbSet<OpeningLine> OpeningLines => db.Set<OpeningLine>();
        public DbSet<DrawShare> DrawShares => db.Set<DrawShare>();
        public DbSet<RecoveryShare> RecoveryShares => db.Set<RecoveryShare>();
        public DbSet<Rehearsal> Rehearsals => db.Set<Rehearsal>();
    }
}
