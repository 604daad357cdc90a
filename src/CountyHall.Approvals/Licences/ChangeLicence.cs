using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>变更: fields of a licence are changed on the holder's application; the earlier version loses its force at once.</summary>
/// <param name="Fields">New value by name of the field, as printed.</param>
public sealed record ChangeLicence(long Licence, IReadOnlyDictionary<string, string> Fields, string Reasons);

/// <summary>Administrative Licensing Law art. 49.</summary>
public sealed class ChangeLicenceHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Approver, Reach.RouteOffice);

    public Task<Result<LicenceChanged>> Handle(ChangeLicence ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<LicenceChanged> Act(Licence licence, ChangeLicence ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new LicenceReasonsMissing();
        var changed = licence
            .Printed.Fields.Where(f =>
                !LicenceRegister.IsFixed(f.Name)
                && ask.Fields.TryGetValue(f.Name, out var now)
                && now.Trim() != f.Value
                && now.Trim().Length is > 0 and <= 300
            )
            .ToList();
        if (changed.Count == 0)
            return new NothingChanged();
        if (!licence.On(CountyTime.DayOf(on.At)).IsGood())
            return new LicenceNotInForce(licence.On(CountyTime.DayOf(on.At)).Words());
        return licence
            .Take((InForce state) => state.Change(on.At))
            .Then<LicenceChanged>(_ =>
            {
                LicenceRegister.Replace(
                    licence,
                    [.. changed.Select(f => f with { Value = ask.Fields[f.Name].Trim() })],
                    CountyTime.DayOf(on.At)
                );
                return new LicenceChanged(licence.Identifier, changed, ask.Reasons.Trim(), licence.Printed);
            });
    }
}

public sealed record NothingChanged()
    : Refusal(
        ("没有可以变更的内容。", "Nothing was changed that can be."),
        (
            "编号、标识、日期和持证人代码不能变更；请改其余的栏目。",
            "Number, identifier, dates and the holder's code stay; change another field."
        ),
        Laws.AdministrativeLicensing.At("第四十九条", "art. 49")
    );

public sealed record LicenceNotInForce(Words Standing)
    : Refusal(
        ($"证照{Standing.Zh}，不能变更。", $"The licence is {Standing.En}; it cannot be changed."),
        ("请先看它的状态。", "See how it stands."),
        Laws.AdministrativeLicensing.At("第四十九条", "art. 49")
    );
