using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Files;

namespace CountyHall.Journeys;

/// <summary>What an applicant brings: the right answers, fields and papers of a guide, as the guide's own examples have them.</summary>
public static class Papers
{
    /// <summary>A small right file, as a scanner makes it.</summary>
    public static readonly byte[] Scan = [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat((byte)'x', 2_000)];

    public static CaseFile Of(ServiceGuide guide, DateTime at, params IReadOnlyCollection<string> without)
    {
        var answers = Answers(guide);
        return new CaseFile
        {
            Answers = answers,
            Fields = Fields(guide).ToDictionary(f => f.Key, f => new FieldValue(f.Value)),
            Materials = guide
                .Needed(answers)
                .Where(m => m.Form != MaterialForm.Form && !without.Contains(m.Id))
                .ToDictionary(m => m.Id, _ => new Handed(HandedHow.AtCounter, at)),
        };
    }

    /// <summary>The first answer of each question with which one can go on.</summary>
    public static Dictionary<string, string> Answers(ServiceGuide guide) =>
        guide.Questions.ToDictionary(q => q.Id, q => q.Choices.First(c => c.Stops is null).Id);

    public static Dictionary<string, string> Fields(ServiceGuide guide) => guide.Fields.ToDictionary(f => f.Id, Value);

    private static string Value(Field field) =>
        field.Kind switch
        {
            _ when field.Example is { } example => example,
            FieldKind.Number => $"{field.Least ?? 1}",
            FieldKind.Date => "2026-11-24",
            FieldKind.Choice => field.Choices[0].Id,
            FieldKind.Phone => "13800000900",
            _ => "示例",
        };

    /// <summary>Puts a scan into the house's files.</summary>
    public static async Task<StoredFile> Scanned(Hall hall, string material) =>
        (await hall.Get<FileStore>().Put(new MemoryStream(Scan), $"{material}.pdf")).ShouldBeDone();
}
