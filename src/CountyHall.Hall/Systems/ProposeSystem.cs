using System.Text.RegularExpressions;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Hall.Systems;

/// <summary>Proposes to connect another system, or other terms for one that is connected. Another administrator has to confirm it.</summary>
/// <remarks>County setting: posts and rights, as for people. The key lives three years at most, so that it is changed in time.</remarks>
/// <param name="PublicKey">As pasted: PEM, base64 or hexadecimal digits.</param>
public sealed record ProposeSystem(
    string Key,
    string Name,
    string Office,
    IReadOnlyList<SystemRight> Rights,
    string PublicKey,
    DateOnly ValidUntil,
    string Reason
);

public sealed record SystemProposed(long Change, string Key, SystemTerms? From, SystemTerms To, string Reason);

public sealed partial class ProposeSystemHandler(HallWriter writer)
{
    /// <summary>County setting: a key is in use for three years at most.</summary>
    public const int LongestYears = 3;

    public Task<Result<SystemProposed>> Handle(ProposeSystem ask, Occasion on, CancellationToken ct = default) =>
        writer.Write(on, db => Propose(db, ask, on), ct);

    private static async Task<Result<SystemProposed>> Propose(HallDb db, ProposeSystem ask, Occasion on)
    {
        if (!on.By.Is(Role.Administrator))
            return new NotAdministrator();
        if (!WellFormed().IsMatch(ask.Key))
            return new SystemKeyWrong();
        var known = await db.Set<ConnectedSystem>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == ask.Key);
        if (known is not null && known.Division != on.By.Division)
            return new SystemKeyTaken();
        if (ask.Name.Trim() is not { Length: > 0 and <= 50 } name)
            return new SystemNameMissing();
        if (!await db.Set<Office>().AnyAsync(o => o.Division == on.By.Division && o.Key == ask.Office))
            return new ContactOfficeUnknown();
        if (Sm2Keys.ReadPublic(ask.PublicKey) is not Result<string>.Done(var key))
            return ((Result<string>.Refused)Sm2Keys.ReadPublic(ask.PublicKey)).Why;
        var today = CountyTime.DayOf(on.At);
        if (ask.ValidUntil <= today || ask.ValidUntil > today.AddYears(LongestYears))
            return new SystemValidityWrong(today.AddYears(LongestYears));
        if (string.IsNullOrWhiteSpace(ask.Reason))
            return new SystemReasonMissing();
        var before = known is { State: SystemState.Open } ? known.Terms : null;
        var after = new SystemTerms(name, ask.Office, [.. ask.Rights.Distinct().Order()], key, ask.ValidUntil);
        if (before?.SameAs(after) == true)
            return new SystemUnchanged();
        if (await db.Set<SystemChange>().AnyAsync(c => c.Key == ask.Key && c.State == SystemChangeState.Proposed))
            return new SystemChangeWaiting();

        var change = new SystemChange
        {
            Id = Ids.Next(on.At),
            Division = on.By.Division,
            Key = ask.Key,
            Before = before,
            After = after,
            Reason = ask.Reason.Trim(),
            ProposedBy = on.By.Id,
            ProposerName = on.By.Name,
            ProposedAt = on.At,
        };
        db.Add(change);
        return db.Record(change, on, new SystemProposed(change.Id, ask.Key, before, after, change.Reason));
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{2,38}[a-z0-9]\z")]
    private static partial Regex WellFormed();
}
