using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.People;

namespace CountyHall.Approvals.Applications;

/// <summary>免交: which materials of a guide the house holds for this party.</summary>
public static class HeldMaterials
{
    /// <remarks>What can be had by data sharing may not be asked for (Zhejiang arts. 7 and 8).</remarks>
    public static IReadOnlyDictionary<string, Handed> Of(ServiceGuide guide, IReadOnlyList<HeldDocument> held, DateTime at)
    {
        return guide
            .Materials.Where(m => m.Held is not null)
            .Select(m => (m.Id, Document: held.FirstOrDefault(d => d.Kind == m.Held && IsValid(d))))
            .Where(found => found.Document is not null)
            .ToDictionary(
                found => found.Id,
                found => new Handed(HandedHow.Held, at, null, $"{found.Document!.Source}，{found.Document.CheckedOn:yyyy-MM-dd} 核验")
            );

        // What has expired proves nothing any more.
        bool IsValid(HeldDocument document) => !(document.ValidUntil < CountyTime.DayOf(at));
    }
}
