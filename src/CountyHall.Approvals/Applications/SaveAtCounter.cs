using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>What the clerk did with one material of the checklist.</summary>
/// <param name="How">已收 at the counter, 免于提供 with evidence; none where it is missing.</param>
/// <param name="Evidence">For what is waived: which evidence proves the fact.</param>
public sealed record Checked(HandedHow? How, StoredFile? Scan = null, string? Evidence = null);

/// <summary>保存窗口收件草稿: keeps the checklist and the form as they are, right or wrong.</summary>
public sealed record SaveAtCounter(long Id)
{
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, Checked> Materials { get; init; } = new Dictionary<string, Checked>();
    public bool? Committed { get; init; }
    public bool? GapsPromised { get; init; }
    public DeliveryWay? Delivery { get; init; }
}

public sealed class SaveAtCounterHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => Duty.OfClerk;

    public Task<Result<ApplicationSaved>> Handle(SaveAtCounter ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ApplicationSaved>(
            on with
            {
                Key = null, // saving twice is harmless and leaves no fact
            },
            async db =>
            {
                if (await db.Applications.FirstOrDefaultAsync(a => a.Id == ask.Id && a.Owner == on.By.Id) is not { } draft)
                    return new DraftNotFound();
                if (draft.Submitted is { } submitted)
                    return new SubmittedAlready(submitted);
                var guide = await catalogue.GuideOf(db, draft.Item, draft.ItemVersion);
                draft.File = Merge(draft.File, ask, guide, on);
                draft.SavedAt = on.At;
                return new ApplicationSaved(draft.Id, on.At);
            },
            ct
        );

    private static CaseFile Merge(CaseFile file, SaveAtCounter ask, ServiceGuide guide, Occasion on)
    {
        var answers = file.Answers.ToDictionary();
        foreach (var (question, choice) in ask.Answers)
        {
            if (guide.Questions.FirstOrDefault(q => q.Id == question)?.Choices.Any(c => c.Id == choice) == true)
                answers[question] = choice;
        }
        var fields = file.Fields.ToDictionary();
        foreach (var (id, typed) in ask.Fields)
        {
            var value = typed.Length > 2000 ? typed[..2000] : typed;
            if (guide.Fields.All(f => f.Id != id) || fields.TryGetValue(id, out var before) && before.Value == value)
                continue;
            // The applicant's own word against the register's: it prevails and is marked (Zhejiang art. 7).
            fields[id] = new FieldValue(value, Contested: before is { Source: not null } or { Contested: true });
        }
        var materials = file.Materials.ToDictionary();
        foreach (var (id, done) in ask.Materials)
        {
            if (guide.Material(id) is null || materials.TryGetValue(id, out var handed) && handed.How == HandedHow.Held)
                continue;
            if (done.How is { } how)
                materials[id] = new Handed(how, handed?.How == how ? handed.At : on.At, done.Scan ?? handed?.File, done.Evidence);
            else
                materials.Remove(id);
        }
        return file with
        {
            Answers = answers,
            Fields = fields,
            Materials = materials,
            Delivery = ask.Delivery ?? file.Delivery,
            Committed = ask.Committed ?? file.Committed,
            GapsPromised = ask.GapsPromised ?? file.GapsPromised,
        };
    }
}
