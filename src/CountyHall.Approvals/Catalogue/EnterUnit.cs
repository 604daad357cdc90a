using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Catalogue;

/// <summary>单位进驻: a department enters the centre, or what it has brought there changes (两集中两到位).</summary>
/// <param name="Since">The first day; kept as it was for a unit that is in the centre already.</param>
public sealed record EnterUnit(string Office, DateOnly Since, bool ApprovingOfficeThere, bool PowerThere);

/// <param name="Since">First entry.</param>
public sealed record UnitEntered(string Office, DateOnly Since, bool ApprovingOfficeThere, bool PowerThere, string By);

/// <summary>Zhejiang run-at-most-once regulation art. 5: the approving office and its power come to the centre together.</summary>
public sealed class EnterUnitHandler(HallWriter writer) : IUseCase
{
    public static Duty Duty => new(Role.ItemAdministrator, Reach.Division);

    public Task<Result<UnitEntered>> Handle(EnterUnit ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<UnitEntered>(
            on,
            async db =>
            {
                var division = on.By.Division;
                if (await EntryDuty.Stranger(db, on.By, division, ask.Office) is { } refusal)
                    return refusal;
                if (!await db.Set<Office>().AnyAsync(o => o.Division == division && o.Key == ask.Office))
                    return new OfficeUnknown();
                var unit = await db.ResidentUnits.FirstOrDefaultAsync(u => u.Division == division && u.Office == ask.Office);
                if (unit is null && ask.Since > CountyTime.DayOf(on.At))
                    return new EntryInFuture();
                if (unit is not null && (unit.ApprovingOfficeThere, unit.PowerThere) == (ask.ApprovingOfficeThere, ask.PowerThere))
                    return new UnitUnchanged();
                if (unit is null)
                {
                    unit = new ResidentUnit
                    {
                        Id = Ids.Next(on.At),
                        Division = division,
                        Office = ask.Office,
                        Since = ask.Since,
                        ApprovingOfficeThere = ask.ApprovingOfficeThere,
                        PowerThere = ask.PowerThere,
                    };
                    db.Add(unit);
                }
                else
                    (unit.ApprovingOfficeThere, unit.PowerThere) = (ask.ApprovingOfficeThere, ask.PowerThere);
                return db.Record(
                    unit,
                    on,
                    new UnitEntered(unit.Office, unit.Since, unit.ApprovingOfficeThere, unit.PowerThere, on.By.Name)
                );
            },
            ct
        );
}

public sealed record OfficeUnknown()
    : Refusal(("没有这个单位。", "There is no such office."), ("请从列表中选择。", "Choose one from the list."));

public sealed record EntryInFuture()
    : Refusal(
        ("首次进驻日期还没有到。", "The day of the first entry has not come yet."),
        ("进驻当天再登记。", "Record it on the day itself.")
    );

public sealed record UnitUnchanged() : Refusal(("没有变化。", "Nothing has changed."), ("不必保存。", "Nothing to save."));
