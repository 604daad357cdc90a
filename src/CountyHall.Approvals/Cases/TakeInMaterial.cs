using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>窗口代收补交: the same at the counter, where paper is taken in and scanned.</summary>
public sealed record TakeInMaterial(CaseNumber Case, IReadOnlyDictionary<string, StoredFile> Files);

public sealed class TakeInMaterialHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<MaterialSupplied>> Handle(TakeInMaterial ask, Occasion on, CancellationToken ct = default) =>
        work.Step(
            ask.Case,
            Duty,
            on,
            at => SupplyMaterialHandler.Step(at, ask.Files, new Dictionary<string, string>(), HandedHow.AtCounter, on),
            ct
        );
}
