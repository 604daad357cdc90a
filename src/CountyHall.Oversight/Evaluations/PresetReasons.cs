using CountyHall.Kernel.Results;

namespace CountyHall.Oversight.Evaluations;

/// <summary>预设理由: what people most often mean by a grade, to be ticked.</summary>
public static class PresetReasons
{
    public static IReadOnlyList<(string Id, Words Text)> Praise { get; } =
    [
        ("clear-guide", ("一次说清要什么", "Told once what was needed")),
        ("on-time", ("办得快", "Quick")),
        ("few-papers", ("材料少", "Few papers")),
        ("few-visits", ("少跑或不用跑", "Few or no visits")),
        ("kind", ("态度好", "Friendly")),
    ];

    public static IReadOnlyList<(string Id, Words Text)> Blame { get; } =
    [
        ("unclear", ("没有一次说清", "Not told once and clearly")),
        ("slow", ("办得慢", "Slow")),
        ("many-papers", ("要的材料多或重复", "Too many papers, or the same again")),
        ("many-visits", ("跑了好几次", "Several visits")),
        ("unkind", ("态度不好", "Unfriendly")),
        ("hard-to-use", ("网页不好用", "The pages are hard to use")),
    ];

    public static IReadOnlyList<(string Id, Words Text)> All { get; } = [.. Praise, .. Blame];

    public static Words? Find(string id) => All.Where(r => r.Id == id).Select(r => (Words?)r.Text).FirstOrDefault();
}

/// <summary>The grades by name.</summary>
public static class Grades
{
    /// <summary>The best first, as they are asked.</summary>
    public static IReadOnlyList<Grade> All { get; } = [.. Enum.GetValues<Grade>().OrderDescending()];

    public static Words NameOf(Grade grade) =>
        grade switch
        {
            Grade.VerySatisfied => ("非常满意", "Very satisfied"),
            Grade.Satisfied => ("满意", "Satisfied"),
            Grade.BasicallySatisfied => ("基本满意", "Basically satisfied"),
            Grade.Dissatisfied => ("不满意", "Dissatisfied"),
            _ => ("非常不满意", "Very dissatisfied"),
        };
}
