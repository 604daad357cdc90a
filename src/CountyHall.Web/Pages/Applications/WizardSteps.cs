using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.Applications;

/// <summary>申报向导: the steps of an application in order. An item without questions begins with the details.</summary>
public static class WizardSteps
{
    public const string Situation = "situation";
    public const string Details = "details";
    public const string Documents = "documents";
    public const string Delivery = "delivery";
    public const string Check = "check";

    public static IReadOnlyList<(string Key, Words Name)> Of(ServiceGuide guide) =>
        [
            .. guide.Questions.Count > 0 ? [(Situation, new Words("情形", "Situation"))] : Array.Empty<(string, Words)>(),
            (Details, ("信息", "Details")),
            (Documents, ("材料", "Documents")),
            (Delivery, ("送达", "Delivery")),
            (Check, ("确认", "Check")),
        ];

    public static string First(ServiceGuide guide) => Of(guide)[0].Key;

    public static string? After(ServiceGuide guide, string step)
    {
        var steps = Of(guide).Select(s => s.Key).ToList();
        return steps.IndexOf(step) is var at && at >= 0 && at + 1 < steps.Count ? steps[at + 1] : null;
    }

    public static string? Before(ServiceGuide guide, string step)
    {
        var steps = Of(guide).Select(s => s.Key).ToList();
        return steps.IndexOf(step) is var at and > 0 ? steps[at - 1] : null;
    }

    /// <summary>The answer that ends the application, with its question; none where one can go on.</summary>
    public static (Question Question, NotEligible Why)? Stop(ServiceGuide guide, CaseFile file) =>
        Approvals.Catalogue.Situation.Of(guide, file.Answers).Stop is ({ } question, { Stops: { } stops })
            ? (question, new NotEligible(stops, guide.Basis[0]))
            : null;
}

/// <summary>What a posted form of the wizard holds, as the command that keeps it.</summary>
public static class WizardForm
{
    public const string Answer = "answer.";
    public const string Field = "field.";
    public const string Contest = "contest.";
    public const string File = "file.";
    public const string Remove = "remove.";
    public const string Delivery = "delivery";

    /// <summary>Named in a hidden field beside its box, because a box that is not ticked posts nothing.</summary>
    public const string Boxes = "boxes";
    public const string Committed = "committed";
    public const string GapsPromised = "gaps-promised";

    public static SaveApplication Read(long draft, IFormCollection form)
    {
        var boxes = form[Boxes].ToString().Split(',');
        return new(draft)
        {
            Answers = Named(form, Answer),
            Fields = Named(form, Field),
            Contested = [.. Named(form, Contest).Keys],
            Removed = [.. Named(form, Remove).Keys],
            Delivery = Enum.TryParse<DeliveryWay>(form[Delivery], out var way) && Enum.IsDefined(way) ? way : null,
            Committed = boxes.Contains(Committed) ? form.ContainsKey(Committed) : null,
            GapsPromised = boxes.Contains(GapsPromised) ? form.ContainsKey(GapsPromised) : null,
        };
    }

    private static Dictionary<string, string> Named(IFormCollection form, string prefix) =>
        form.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value.ToString().Trim());
}
