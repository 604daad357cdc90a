using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Registrations;

/// <summary>How two bidders of a lot hang together.</summary>
public enum RelationKind
{
    /// <summary>同一法定代表人</summary>
    SameLegalRepresentative,

    /// <summary>联合体成员又单独或随别的联合体投标</summary>
    ConsortiumMember,
}

/// <summary>关联: shown to the reviewer alone.</summary>
/// <param name="Other">Id of the other registration.</param>
public sealed record Relation(long Other, string OtherName, RelationKind Kind);

/// <summary>One firm that takes part, as the register of firms has it.</summary>
/// <param name="Codes">Its own unified social credit code and those of the members it leads.</param>
/// <param name="Heads">The legal representatives of all of them that the house knows.</param>
public sealed record Taking(long Registration, string Name, IReadOnlySet<string> Codes, IReadOnlySet<string> Heads);

/// <summary>Entities under the same head may not bid in the same lot, and a consortium's member in no other way (regulation arts. 34, 37).</summary>
public static class Relations
{
    public static Words NameOf(RelationKind kind) =>
        kind == RelationKind.SameLegalRepresentative
            ? ("法定代表人相同", "The same legal representative")
            : ("联合体成员重复参加", "A consortium's member takes part twice");

    /// <summary>What the register of firms tells of one bidder and the others.</summary>
    public static IEnumerable<Relation> Between(Taking one, IEnumerable<Taking> others)
    {
        foreach (var other in others.Where(o => o.Registration != one.Registration))
        {
            if (one.Codes.Overlaps(other.Codes))
                yield return new(other.Registration, other.Name, RelationKind.ConsortiumMember);
            else if (one.Heads.Overlaps(other.Heads))
                yield return new(other.Registration, other.Name, RelationKind.SameLegalRepresentative);
        }
    }

    /// <summary>The relations of a registration with the others of its lot that were not refused.</summary>
    public static async Task<IReadOnlyList<Relation>> Of(HallDb db, Vault vault, Registration registration)
    {
        var others = await db.Registrations.AsNoTracking().Where(r => r.LotId == registration.LotId).ToListAsync();
        var standing = others.Where(r => r.Id == registration.Id || r.Stage is not RegistrationRefused).ToList();
        var bidders = standing.Select(r => r.Bidder).ToList();
        var members = standing
            .SelectMany(r => r.Members)
            .Distinct()
            .Select(code => Uscc.Parse(code))
            .OfType<Result<Uscc>.Done>()
            .Select(parsed => Firm.HashOf(vault, parsed.Value))
            .ToList();
        var firms = await db.Set<Firm>().AsNoTracking().Where(f => bidders.Contains(f.Id) || members.Contains(f.CodeHash)).ToListAsync();
        var byId = firms.ToDictionary(f => f.Id);
        var byCode = firms.ToDictionary(f => f.Uscc);
        var taking = standing.Select(Taking).ToList();
        return [.. Between(taking.First(t => t.Registration == registration.Id), taking)];

        Taking Taking(Registration r)
        {
            var leader = byId[r.Bidder];
            HashSet<string> codes = [leader.Uscc, .. r.Members];
            return new(
                r.Id,
                r.BidderName,
                codes,
                codes.Where(byCode.ContainsKey).Select(code => byCode[code].LegalRepresentative).ToHashSet()
            );
        }
    }
}
