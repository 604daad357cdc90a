using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Applications;

/// <summary>保存: keeps what was typed, right or wrong; it is checked when it is sent.</summary>
public sealed record SaveApplication(long Id)
{
    /// <summary>Choice by question; what is not named here stays as it was.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    /// <summary>Fields whose source the applicant calls wrong: their own value prevails.</summary>
    public IReadOnlyCollection<string> Contested { get; init; } = [];
    public IReadOnlyDictionary<string, StoredFile> Files { get; init; } = new Dictionary<string, StoredFile>();
    public IReadOnlyCollection<string> Removed { get; init; } = [];
    public DeliveryWay? Delivery { get; init; }
    public bool? Committed { get; init; }
    public bool? GapsPromised { get; init; }
}

public sealed record ApplicationSaved(long Id, DateTime At);

public sealed class SaveApplicationHandler(HallWriter writer, ItemCatalogue catalogue) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<ApplicationSaved>> Handle(SaveApplication ask, Occasion on, CancellationToken ct = default) =>
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
                // It will be sent under the version in force then, so it is kept against the one in force now.
                var guide =
                    (await catalogue.InForce(db, draft.Item, CountyTime.DayOf(on.At)))?.Guide
                    ?? await catalogue.GuideOf(db, draft.Item, draft.ItemVersion);
                draft.File = Merge(draft.File, ask, guide, on);
                draft.SavedAt = on.At;
                return new ApplicationSaved(draft.Id, on.At);
            },
            ct
        );

    internal static CaseFile Merge(CaseFile file, SaveApplication ask, ServiceGuide guide, Occasion on)
    {
        var answers = file.Answers.ToDictionary();
        foreach (var (question, choice) in ask.Answers)
        {
            if (guide.Questions.FirstOrDefault(q => q.Id == question)?.Choices.Any(c => c.Id == choice) == true)
                answers[question] = choice;
        }
        var fields = file.Fields.ToDictionary();
        foreach (var (id, value) in ask.Fields)
        {
            if (guide.Fields.All(f => f.Id != id) || fields.TryGetValue(id, out var before) && before.Value == value)
                continue;
            // A value from a register is changed only by saying that the register is wrong.
            if (fields.TryGetValue(id, out var known) && known is { Source: not null, Contested: false } && !ask.Contested.Contains(id))
                continue;
            fields[id] = new FieldValue(value.Length > 2000 ? value[..2000] : value, Contested: ask.Contested.Contains(id));
        }
        var materials = file.Materials.ToDictionary();
        foreach (var removed in ask.Removed)
        {
            if (materials.TryGetValue(removed, out var handed) && handed.How == HandedHow.Uploaded)
                materials.Remove(removed);
        }
        foreach (var (id, stored) in ask.Files)
        {
            if (guide.Material(id) is not null)
                materials[id] = new Handed(HandedHow.Uploaded, on.At, stored);
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

public sealed record DraftNotFound()
    : Refusal(
        ("没有这份草稿，或它不是您的。", "There is no such draft, or it is not yours."),
        ("请从“我的办件”进入草稿。", "Open it from “My cases”.")
    );

public sealed record SubmittedAlready(CaseNumber Case)
    : Refusal(
        ($"这份申请已经提交，编号 {Case}。", $"This application was submitted as {Case}."),
        ("请到“我的办件”查看进度。", "See its progress under “My cases”.")
    );
