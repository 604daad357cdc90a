using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>What else of the same kind a project buys: it is added up when a threshold is looked at.</summary>
public static class TenderScope
{
    /// <summary>Estimates, fen, of all lots of one kind in a project; a lot that failed and is tendered again counts once, a terminated one not at all.</summary>
    public static Task<List<long>> Estimates(HallDb db, long project, TenderKind kind)
    {
        var (lots, tenders) = (db.Lots.AsNoTracking(), db.Tenders.Where(t => t.ProjectId == project && t.Kind == kind));
        return lots.Where(l => l.StageName != "stopped" && tenders.Any(t => t.Id == l.TenderId))
            .Where(l => !lots.Any(again => again.Follows == l.Id))
            .OrderBy(l => l.Number)
            .Select(l => l.Estimate)
            .ToListAsync();
    }

    /// <summary>Whether a tender is compulsory on a day, and what a supervisor will ask about.</summary>
    public static async Task<Compulsion> Of(HallDb db, Tender tender, DateOnly day)
    {
        var project = await db.TradeProjects.AsNoTracking().SingleAsync(p => p.Id == tender.ProjectId);
        return CompulsoryTender.Of(ProjectMoney.Of(project), tender.Kind, await Estimates(db, project.Id, tender.Kind), day);
    }
}

/// <summary>行政监督部门 of a county: the offices that have somebody to file documents with.</summary>
public static class SupervisingOffices
{
    /// <summary>Keys of the offices. Posts of a county are hundreds, and their roles are one column of text.</summary>
    public static async Task<IReadOnlyList<string>> Of(HallDb db, string division)
    {
        var posts = await db.Set<Staff>()
            .AsNoTracking()
            .Where(s => s.Division == division && s.LeftOn == null)
            .Select(s => new { s.Office, s.Roles })
            .ToListAsync();
        return
        [
            .. posts.Where(p => p.Roles.Contains(Role.TradingSupervisor)).Select(p => p.Office).Distinct().Order(StringComparer.Ordinal),
        ];
    }
}
