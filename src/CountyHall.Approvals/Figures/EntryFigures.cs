using CountyHall.Kernel.Figures;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Figures;

/// <summary>进驻的数字: which units came into the centre in the period.</summary>
public sealed class EntryFigures : FigureChapter
{
    public override IReadOnlyList<Figure> Figures { get; } =
    [
        new("windows.new_units", "1.1.1.3")
        {
            Name = ("新进驻单位", "Units newly in the centre"),
            Definition = (
                "首次进驻中心的日期在期内的部门和单位，水、电、气、通信等公共服务单位也算，一家算一次。",
                "Departments and units whose first entry into the centre lies in the period, public utilities and telecoms included; each counts once."
            ),
            Unit = ("个", "units"),
            Print = new("0"),
            Measure = new CountOf(
                new(
                    "new-units",
                    ("期内首次进驻的单位", "Units that first entered in the period"),
                    ["ResidentUnit"],
                    scope => Entered(scope).LongCountAsync(),
                    async (scope, after, most) =>
                    {
                        // A county has some dozens of units.
                        var units = (await Entered(scope).ToListAsync())
                            .OrderBy(u => u.Office, StringComparer.Ordinal)
                            .Where(u => after is null || string.CompareOrdinal(u.Office, after) > 0)
                            .Take(most);
                        var offices = await scope
                            .Db.Set<Office>()
                            .AsNoTracking()
                            .Where(o => o.Division == scope.Division)
                            .ToDictionaryAsync(o => o.Key, o => o.Name);
                        return
                        [
                            .. units.Select(u =>
                            {
                                var name = offices.TryGetValue(u.Office, out var known) ? known : new(u.Office, u.Office);
                                return new RecordKey(
                                    u.Office,
                                    ($"{name.Zh}，{u.Since:yyyy-MM-dd} 首次进驻", $"{name.En}, first entered on {u.Since:yyyy-MM-dd}")
                                );
                            }),
                        ];
                    }
                )
            ),
        },
    ];

    private static IQueryable<Catalogue.ResidentUnit> Entered(FigureScope scope) =>
        scope
            .Db.ResidentUnits.AsNoTracking()
            .Where(u => u.Division == scope.Division && u.Since >= scope.Period.From && u.Since <= scope.Period.CutOff);
}
