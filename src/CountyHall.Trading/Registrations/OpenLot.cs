using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>A lot that bidders may still do something about, with its tender.</summary>
public sealed record OpenLot(Lot Lot, Tender Tender, Announced Stage)
{
    /// <summary>Finds a lot whose deadline lies ahead: before it is in time, at the very moment it is too late.</summary>
    public static async Task<Result<OpenLot>> Find(HallDb db, string number, DateTime at)
    {
        if (await db.Lots.FirstOrDefaultAsync(l => l.Number == number) is not { } lot)
            return new LotNotFound(number);
        var tender = await db.Tenders.FirstAsync(t => t.Id == lot.TenderId);
        if (tender.Stage is not Announced announced)
            return tender.BidDeadline is { } over ? new DeadlinePassed(over) : new LotNotOpen(number, lot.Stage);
        if (at >= announced.Times.BidDeadline)
            return new DeadlinePassed(announced.Times.BidDeadline);
        return lot.Stage is Open ? new OpenLot(lot, tender, announced) : new LotNotOpen(number, lot.Stage);
    }
}
