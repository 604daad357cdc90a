using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Cases;

/// <summary>当场更正: an error that can be put right in front of the window; both versions are kept.</summary>
/// <param name="Values">New value by field.</param>
/// <param name="Materials">Materials taken in at the counter now.</param>
public sealed record FixOnSpot(CaseNumber Case, IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Materials)
{
    /// <summary>Scans of what was taken in, by material.</summary>
    public IReadOnlyDictionary<string, StoredFile> Scans { get; init; } = new Dictionary<string, StoredFile>();

    /// <summary>容缺承诺: the applicant promises now to supply what may follow.</summary>
    public bool GapsPromised { get; init; }
}

public sealed record FixedOnSpot(IReadOnlyList<Changed> Values, IReadOnlyList<string> Materials, string By) : ICaseFact
{
    /// <summary>The applicant promised to supply what may follow.</summary>
    public bool GapsPromised { get; init; }

    public Words Says =>
        (
            $"当场更正：{string.Join("、", [.. Values.Select(v => $"{v.Field.Zh}由“{v.Before}”改为“{v.After}”"), .. Materials.Select(m => $"补交{m}"), .. GapsPromised ? ["申请人承诺按期补交容缺材料"] : Array.Empty<string>()])}",
            $"Corrected on the spot: {string.Join(", ", [.. Values.Select(v => $"{v.Field.En} from “{v.Before}” to “{v.After}”"), .. Materials, .. GapsPromised ? ["the applicant promised what may follow"] : Array.Empty<string>()])}"
        );
}

public sealed record Changed(Words Field, string Before, string After);

/// <summary>Administrative Licensing Law art. 32(1)(3).</summary>
public sealed class FixOnSpotHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<FixedOnSpot>> Handle(FixOnSpot ask, Occasion on, CancellationToken ct = default) =>
        work.Step(ask.Case, Duty, on, at => Step(at, ask, on), ct);

    internal static Result<FixedOnSpot> Step(CaseAtWork at, FixOnSpot ask, Occasion on)
    {
        if (at.Case.Stage is not Receiving)
            return new WrongStage(at.Case.Number, at.Case.Stage);
        var (changed, fields) = (new List<Changed>(), at.Case.File.Fields.ToDictionary());
        foreach (var field in at.Guide.Fields)
        {
            if (!ask.Values.TryGetValue(field.Id, out var after))
                continue;
            if (FieldCheck.Of(field, after) is { } wrong)
                return wrong;
            var before = fields.TryGetValue(field.Id, out var value) ? value.Value : "";
            if (before == after)
                continue;
            fields[field.Id] = new FieldValue(after);
            changed.Add(new(field.Label, before, after));
        }
        var materials = at.Case.File.Materials.ToDictionary();
        var taken = new List<string>();
        foreach (var id in ask.Materials)
        {
            if (at.Guide.Material(id) is not { } material)
                return new NotInTheGuide(id);
            materials[id] = new Handed(HandedHow.AtCounter, on.At, ask.Scans.GetValueOrDefault(id));
            taken.Add(material.Name.Zh);
        }
        var promised = ask.GapsPromised && !at.Case.File.GapsPromised;
        if (changed.Count == 0 && taken.Count == 0 && !promised)
            return new NothingToCorrect();
        at.Case.File = at.Case.File with { Fields = fields, Materials = materials, GapsPromised = at.Case.File.GapsPromised || promised };
        return new FixedOnSpot(changed, taken, on.By.Name) { GapsPromised = promised };
    }
}
