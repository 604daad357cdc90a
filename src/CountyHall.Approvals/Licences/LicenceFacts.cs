using System.Text.Json;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>A fact of a licence, as its history tells it.</summary>
public interface ILicenceFact
{
    Words Says { get; }

    /// <summary>What the holder is told by message; none where there is nothing to tell.</summary>
    string? Tells => null;
}

/// <summary>A fact that made a version of the licence: its code is the one printed on that version.</summary>
public interface ILicenceVersion : ILicenceFact
{
    string Identifier { get; }
    Paper Printed { get; }
}

public sealed record LicenceIssued(string Identifier, string Number, DateOnly? ValidUntil, Paper Printed) : ILicenceVersion
{
    public Words Says => ($"核发，{Ends(ValidUntil).Zh}", $"Issued, {Ends(ValidUntil).En}");

    internal static Words Ends(DateOnly? until) =>
        until is { } day ? ($"有效期至 {day:yyyy-MM-dd}", $"valid until {day:yyyy-MM-dd}") : ("长期有效", "without end");
}

/// <param name="Old">The fields that were changed, as they were.</param>
public sealed record LicenceChanged(string Identifier, IReadOnlyList<PaperField> Old, string Reasons, Paper Printed) : ILicenceVersion
{
    public Words Says =>
        (
            $"变更：{string.Join('、', Old.Select(f => f.Name))}。{Reasons}",
            $"Changed: {string.Join(", ", Old.Select(f => f.Name))}. {Reasons}"
        );
    public string? Tells => $"证照已变更：{string.Join('、', Old.Select(f => f.Name))}。旧版即时失效，请到“我的证照”下载新版。";
}

public sealed record RenewalAsked(bool InTime, DateOnly ValidUntil) : ILicenceFact
{
    public Words Says =>
        InTime
            ? ("持证人申请延续，在法定时间之前", "The holder asked for renewal, in time")
            : ("持证人申请延续，晚于届满前三十日", "The holder asked for renewal, later than thirty days before the end");
}

public sealed record LicenceRenewed(string Identifier, DateOnly Before, DateOnly ValidUntil, Paper Printed) : ILicenceVersion
{
    public Words Says => ($"准予延续至 {ValidUntil:yyyy-MM-dd}", $"Renewed until {ValidUntil:yyyy-MM-dd}");
    public string? Tells => $"证照准予延续，有效期至 {ValidUntil:yyyy-MM-dd}。请到“我的证照”下载新版。";
}

public sealed record RenewalDeclined(string Reasons, Words Remedies) : ILicenceFact
{
    public Words Says => ($"不予延续：{Reasons}", $"Renewal refused: {Reasons}");
    public string? Tells => $"延续申请未获准予：{Reasons} {Remedies.Zh}";
}

/// <summary>What each of the four acts that end a licence tells.</summary>
public abstract record LicenceTaken(Taken Taken, Words Remedies) : ILicenceFact
{
    protected abstract Words Act { get; }
    public Words Says => ($"{Act.Zh}：{Taken.Reasons}（{Taken.Basis}）", $"{Act.En}: {Taken.Reasons} ({Taken.Basis})");
    public string? Tells => $"证照已被{Act.Zh}：{Taken.Reasons}。依据：{Taken.Basis}。{Remedies.Zh}";
}

public sealed record LicenceWithdrawn(Taken Taken, string Compensation, Words Remedies) : LicenceTaken(Taken, Remedies)
{
    protected override Words Act => ("撤回", "Withdrawn");
}

public sealed record LicenceRevoked(Taken Taken, RevocationGround Ground, Words Remedies) : LicenceTaken(Taken, Remedies)
{
    protected override Words Act => ("撤销", "Revoked");
}

public sealed record LicencePenaltyRevoked(Taken Taken, string Decision, Words Remedies) : LicenceTaken(Taken, Remedies)
{
    protected override Words Act => ("吊销", "Revoked as a penalty");
}

public sealed record LicenceCancelled(Taken Taken, CancellationGround Ground, Words Remedies) : LicenceTaken(Taken, Remedies)
{
    protected override Words Act => ("注销", "Cancelled");
}

/// <summary>Tells facts of licences by their kind.</summary>
public static class LicenceCourse
{
    private static readonly Dictionary<string, Type> Kinds = Implementations.Of(typeof(ILicenceFact)).ToDictionary(Recording.KindOf);

    public static Words Says(Fact fact) =>
        Kinds.TryGetValue(fact.Kind, out var type)
            ? ((ILicenceFact)JsonSerializer.Deserialize(fact.Body, type, Recording.Json)!).Says
            : Words.Same(fact.Kind);
}
