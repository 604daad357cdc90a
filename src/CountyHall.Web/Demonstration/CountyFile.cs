using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Demonstration;

/// <summary>demo/county.json: the people, firms, offices and windows of the demonstration county, all invented.</summary>
public sealed record CountyFile(
    string Invented,
    Named Division,
    IReadOnlyList<TownEntry> Towns,
    IReadOnlyList<OfficeEntry> Offices,
    IReadOnlyList<WindowTypeEntry> WindowTypes,
    IReadOnlyList<WindowEntry> Windows,
    IReadOnlyDictionary<string, PlacementEntry> Placements,
    IReadOnlyList<ResidentUnitEntry> ResidentUnits,
    IReadOnlyList<StaffEntry> Staff,
    IReadOnlyList<PersonEntry> Persons,
    IReadOnlyList<FirmEntry> Firms,
    IReadOnlyList<RoomEntry> Rooms,
    SiteEntry Site
);

public sealed record Named(string Code, Words Name);

public sealed record TownEntry(string Code, Words Name, string Office);

public sealed record OfficeEntry(string Id, Words Name, string Uscc, string Division, string? Phone, string Kind);

public sealed record WindowTypeEntry(string Id, Words Name);

public sealed record WindowEntry(string Id, string Type, Words Place, string? Town = null);

public sealed record PlacementEntry(string Place, Words? Reason = null);

public sealed record ResidentUnitEntry(string Office, DateOnly Since, bool ApprovingOfficeThere, bool PowerThere);

public sealed record StaffEntry(
    string User,
    string Name,
    string Office,
    IReadOnlyList<Kernel.People.Role> Roles,
    string Division,
    string? Window = null,
    IReadOnlyList<string>? WindowTypes = null
);

public sealed record PersonEntry(string User, string Name, string CitizenId, string Phone, string Address, IReadOnlyList<HeldEntry> Holds);

public sealed record HeldEntry(string Kind, string Number, DateOnly CheckedOn);

public sealed record FirmEntry(
    string Name,
    string Uscc,
    string Kind,
    string Address,
    string LegalRepresentative,
    string Phone,
    IReadOnlyList<AgentEntry> Agents,
    IReadOnlyList<HeldEntry> Holds,
    AccountEntry? BasicAccount = null
);

/// <summary>基本账户</summary>
public sealed record AccountEntry(string Bank, string Number);

/// <summary>开评标场地</summary>
public sealed record RoomEntry(string Id, Words Name, int Seats);

public sealed record AgentEntry(string Person, IReadOnlyList<string> May, DateOnly Until);

public sealed record SiteEntry(Words Host, Words Operator, string Contact, Words Hours, string HelpPhone);

/// <summary>demo/items/*.json: one version of one item.</summary>
/// <param name="EndsOn">The item's last day; none while it goes on.</param>
public sealed record ItemFile(string Slug, int Version, DateOnly EffectiveFrom, ServiceGuide Guide, DateOnly? EndsOn = null);

/// <summary>demo/licence-types.json: the types of licences, by the name of the result that a guide promises.</summary>
public sealed record LicenceTypesFile(string Invented, IReadOnlyList<LicenceTypeEntry> Types);

public sealed record LicenceTypeEntry(
    string Key,
    string Code,
    Words Name,
    IReadOnlyList<string> Shows,
    IReadOnlyList<string> ChangedBy,
    IReadOnlyList<string> RenewedBy
);
