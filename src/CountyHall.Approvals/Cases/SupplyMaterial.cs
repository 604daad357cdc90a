using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>补正、补交: the applicant hands in what the one-time notice or the promise of an acceptance with gaps lists.</summary>
/// <param name="Files">Stored file by material.</param>
/// <param name="Values">Corrected field values.</param>
public sealed record SupplyMaterial(
    CaseNumber Case,
    IReadOnlyDictionary<string, StoredFile> Files,
    IReadOnlyDictionary<string, string> Values
);

public sealed record MaterialSupplied(IReadOnlyList<Words> Materials) : ICaseFact
{
    public Words Says =>
        (
            $"申请人提交：{string.Join("、", Materials.Select(m => m.Zh))}",
            $"The applicant supplied: {string.Join(", ", Materials.Select(m => m.En))}"
        );
    public string? Tells => "已收到您补交的材料。";
}

/// <summary>Administrative Licensing Law art. 32; Zhejiang art. 11(2) and (3).</summary>
public sealed class SupplyMaterialHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<MaterialSupplied>> Handle(SupplyMaterial ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, ask.Files, ask.Values, HandedHow.Uploaded, on), ct);

    internal static Result<MaterialSupplied> Step(
        CaseAtWork at,
        IReadOnlyDictionary<string, StoredFile> files,
        IReadOnlyDictionary<string, string> values,
        HandedHow how,
        Occasion on
    )
    {
        IReadOnlyList<Gap>? asked = at.Case.Stage switch
        {
            AwaitingCorrection waiting => waiting.Notice.Gaps,
            AcceptedWithGaps accepted => accepted.Gaps,
            _ => null,
        };
        if (asked is null)
            return new WrongStage(at.Case.Number, at.Case.Stage);
        if (files.Keys.FirstOrDefault(id => asked.All(gap => gap.Material != id)) is { } unasked)
            return new NotInTheGuide(unasked);
        // All that was asked for, in one go: half of it would make a second notice necessary, and there is none.
        if (asked.Where(gap => !files.ContainsKey(gap.Material) && !FilledIn(gap)).ToList() is { Count: > 0 } still)
            return new StillMissing([.. still.Select(gap => gap.Name)]);

        var fields = at.Case.File.Fields.ToDictionary();
        foreach (var field in at.Guide.Fields)
        {
            if (!values.TryGetValue(field.Id, out var value))
                continue;
            if (FieldCheck.Of(field, value) is { } wrong)
                return wrong;
            fields[field.Id] = new FieldValue(value);
        }
        var materials = at.Case.File.Materials.ToDictionary();
        foreach (var (id, file) in files)
            materials[id] = new Handed(how, on.At, file);
        at.Case.File = at.Case.File with { Fields = fields, Materials = materials };

        Result<Stage> step =
            at.Case.Stage is AwaitingCorrection
                ? at.Case.Take((AwaitingCorrection waiting) => (Stage)waiting.Supplied(on.At))
                : at.Case.Take((AcceptedWithGaps accepted) => (Stage)accepted.Supplied());
        return step.Then<MaterialSupplied>(_ => new MaterialSupplied([.. asked.Select(gap => gap.Name)]));

        // A form that is filled in here is put right by its fields; there is no file to it.
        bool FilledIn(Gap gap) => values.Count > 0 && at.Guide.Material(gap.Material)?.Form == MaterialForm.Form;
    }
}

public sealed record StillMissing(IReadOnlyList<Words> Missing)
    : Refusal(
        (
            $"还缺 {Missing.Count} 项：{string.Join("、", Missing.Select(m => m.Zh))}。",
            $"{Missing.Count} still missing: {string.Join(", ", Missing.Select(m => m.En))}."
        ),
        ("请一次补齐告知书所列各项后提交；已选的文件不会丢。", "Supply everything on the list, then send; what you chose is kept."),
        Rulebook.CorrectionNotice.Basis
    );
