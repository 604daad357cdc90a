using System.Text.Json;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Catalogue.Release;
using CountyHall.Approvals.Licences;
using CountyHall.Hall.Windows;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening.Rooms;
using CountyHall.Trading.Securities;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Demonstration;

/// <summary>The demonstration county (demo/), loaded once into an empty house. All its people, firms and numbers are invented.</summary>
public sealed class DemonstrationCounty(
    IDbContextFactory<HallDb> contexts,
    HallWriter writer,
    Vault vault,
    IPasswordHasher<HallUser> passwords,
    TimeProvider time
)
{
    /// <summary>The password of every demonstration account, shown on the sign-in page in demonstration mode only.</summary>
    public const string Password = "jiashan-demo-2026";

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "demo");

    public static CountyFile ReadCounty() => Read<CountyFile>(Path.Combine(Folder, "county.json"));

    public static ExpertFile ReadExperts() => Read<ExpertFile>(Path.Combine(Folder, "trading", "experts.json"));

    public static IEnumerable<ItemFile> ReadItems() =>
        Directory.GetFiles(Path.Combine(Folder, "items"), "*.json").Order(StringComparer.Ordinal).Select(Read<ItemFile>);

    /// <summary>Loads the county if the house is empty. Answers whether it did.</summary>
    public async Task<bool> LoadIfEmpty(CancellationToken ct = default)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            if (await db.Set<Office>().AnyAsync(ct))
                return false;
        }
        var (county, items) = (ReadCounty(), ReadItems().ToList());
        var on = new Occasion(Actor.House, "demonstration-county", time.Now(), Channel.Office, "demonstration");
        // All or nothing: a kill in the middle leaves an empty house, and the next start loads it again.
        await writer.Write(on, db => Load(db, on, county, items), ct);
        return true;
    }

    private async Task<Result<CountyLoaded>> Load(HallDb db, Occasion on, CountyFile county, List<ItemFile> items)
    {
        var loaded = new List<IRecorded>();
        foreach (var office in county.Offices)
            Add(
                new Office
                {
                    Id = NewId(),
                    Key = office.Id,
                    Division = office.Division,
                    NameZh = office.Name.Zh,
                    NameEn = office.Name.En,
                    Uscc = office.Uscc,
                    Phone = office.Phone,
                    Kind = office.Kind,
                }
            );
        foreach (var type in county.WindowTypes)
            Add(
                new WindowType
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Key = type.Id,
                    NameZh = type.Name.Zh,
                    NameEn = type.Name.En,
                }
            );
        foreach (var window in county.Windows)
            Add(
                new Window
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Number = window.Id,
                    Type = window.Type,
                    PlaceZh = window.Place.Zh,
                    PlaceEn = window.Place.En,
                    Town = window.Town,
                }
            );
        foreach (var item in items)
            Add(
                new ItemVersion
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Item = item.Slug,
                    Version = item.Version,
                    EffectiveFrom = item.EffectiveFrom,
                    Guide = item.Guide,
                }
            );
        foreach (var type in Read<LicenceTypesFile>(Path.Combine(Folder, "licence-types.json")).Types)
            Add(
                new LicenceType
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Key = type.Key,
                    Code = type.Code,
                    NameZh = type.Name.Zh,
                    NameEn = type.Name.En,
                    Shows = type.Shows,
                    ChangedBy = type.ChangedBy,
                    RenewedBy = type.RenewedBy,
                }
            );
        foreach (var item in items.Where(i => i.EndsOn is not null))
            Add(
                new ItemEnding
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Item = item.Slug,
                    LastDay = item.EndsOn!.Value,
                    Reason = "法规修改，事项取消（示例）",
                }
            );
        Add(
            new HigherList
            {
                Id = NewId(),
                Division = county.Division.Code,
                Name = "上级事项目录（示例摘录）",
                AsOf = new(2026, 11, 1),
                Entries = Parsed(ImportHigherListHandler.Read(File.ReadAllText(Path.Combine(Folder, "catalogue", "provincial.json")))),
            }
        );
        // Each version had its page from its first day until the next one's came.
        foreach (var item in items.GroupBy(i => i.Slug))
        {
            var versions = item.OrderBy(i => i.Version).ToList();
            for (var i = 0; i < versions.Count; i++)
                Add(
                    new ItemPublication
                    {
                        Id = NewId(),
                        Division = county.Division.Code,
                        Item = item.Key,
                        ItemVersion = versions[i].Version,
                        From = versions[i].EffectiveFrom,
                        To = i + 1 < versions.Count ? versions[i + 1].EffectiveFrom.AddDays(-1) : versions[i].EndsOn,
                    }
                );
        }
        // An item was placed when it began; the file knows no earlier place.
        foreach (var item in items.GroupBy(i => i.Slug))
        {
            if (!county.Placements.TryGetValue(item.Key, out var placed))
                continue;
            Add(
                new ItemPlacement
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Item = item.Key,
                    Place = Enum.Parse<EntryPlace>(placed.Place, ignoreCase: true),
                    From = item.Min(i => i.EffectiveFrom),
                    To = item.MaxBy(i => i.Version)!.EndsOn,
                    ReasonZh = placed.Reason?.Zh,
                    ReasonEn = placed.Reason?.En,
                }
            );
        }
        foreach (var unit in county.ResidentUnits)
            Add(
                new ResidentUnit
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Office = unit.Office,
                    Since = unit.Since,
                    ApprovingOfficeThere = unit.ApprovingOfficeThere,
                    PowerThere = unit.PowerThere,
                }
            );
        var persons = county.Persons.ToDictionary(p => p.User, p => AddPerson(p));
        foreach (var firm in county.Firms)
            AddFirm(firm, persons);
        var hash = passwords.HashPassword(new HallUser(), Password);
        foreach (var (user, person) in persons)
            AddUser(user, hash, person.Id, null);
        foreach (var post in county.Staff)
        {
            var staff = new Staff
            {
                Id = NewId(),
                Name = post.Name,
                Division = post.Division,
                Office = post.Office,
                Window = post.Window,
                Roles = post.Roles,
                WindowTypes = post.WindowTypes ?? [],
            };
            Add(staff);
            AddUser(post.User, hash, null, staff.Id);
        }
        foreach (var room in county.Rooms)
            Add(
                new VenueRoom
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Key = room.Id,
                    NameZh = room.Name.Zh,
                    NameEn = room.Name.En,
                    Seats = room.Seats,
                }
            );
        var library = ReadExperts();
        foreach (var set in library.CategorySets)
            Add(
                new CategorySet
                {
                    Id = NewId(),
                    Division = county.Division.Code,
                    Number = set.Number,
                    EffectiveFrom = set.EffectiveFrom,
                    Categories = set.Categories,
                }
            );
        foreach (var entry in library.Experts)
        {
            var person = AddPerson(entry.Person);
            AddUser(entry.User, hash, person.Id, null);
            var number = await EnterExpertHandler.NextNumber(db, county.Division.Code);
            foreach (var record in entry.Records(person, county.Division.Code, number, on))
                Add(record);
        }
        await db.SaveChangesAsync();
        return db.Record(loaded[0], on, new CountyLoaded(county.Division.Name.Zh, loaded.Count));

        long NewId() => Ids.Next(on.At);

        void Add<T>(T record)
            where T : class, IRecorded
        {
            db.Add(record);
            db.Record(record, on, new DemonstrationLoaded(record.GetType().Name), answer: false);
            loaded.Add(record);
        }

        Person AddPerson(PersonEntry entry)
        {
            var id = Parsed(CitizenId.Parse(entry.CitizenId));
            var person = new Person
            {
                Id = NewId(),
                Name = entry.Name,
                Address = entry.Address,
                PhoneSealed = vault.Seal(entry.Phone),
                CodeHash = Person.HashOf(vault, id),
                CitizenIdSealed = vault.Seal(id.ToString()),
            };
            Add(person);
            Hold(person, entry.Holds);
            return person;
        }

        void AddFirm(FirmEntry entry, Dictionary<string, Person> people)
        {
            var code = Parsed(Uscc.Parse(entry.Uscc));
            var firm = new Firm
            {
                Id = NewId(),
                Name = entry.Name,
                Address = entry.Address,
                PhoneSealed = vault.Seal(entry.Phone),
                CodeHash = Firm.HashOf(vault, code),
                Uscc = code.ToString(),
                LegalRepresentative = people[entry.LegalRepresentative].Name,
            };
            Add(firm);
            Hold(firm, entry.Holds);
            if (entry.BasicAccount is { } account)
                Add(
                    new BankAccount
                    {
                        Id = NewId(),
                        Division = county.Division.Code,
                        Holder = firm.Id,
                        Bank = account.Bank,
                        NumberSealed = vault.Seal(BankAccount.Bare(account.Number)),
                        NumberHash = BankAccount.HashOf(vault, account.Number),
                        Basic = true,
                        From = new(2020, 1, 1),
                    }
                );
            Mandated(firm, people[entry.LegalRepresentative], byLaw: true, DateOnly.MaxValue);
            foreach (var agent in entry.Agents)
                Mandated(firm, people[agent.Person], byLaw: false, agent.Until);
        }

        void Mandated(Firm firm, Person person, bool byLaw, DateOnly until) =>
            Add(
                new Mandate
                {
                    Id = NewId(),
                    FirmId = firm.Id,
                    PersonId = person.Id,
                    ByLaw = byLaw,
                    Until = until,
                }
            );

        void Hold(Party party, IReadOnlyList<HeldEntry> holds)
        {
            foreach (var held in holds)
                Add(
                    new HeldDocument
                    {
                        Id = NewId(),
                        PartyId = party.Id,
                        Kind = held.Kind,
                        Number = held.Number,
                        Source = SourceOf(held.Kind),
                        CheckedOn = held.CheckedOn,
                    }
                );
        }

        void AddUser(string name, string password, long? person, long? staff) =>
            Add(
                new HallUser
                {
                    Id = NewId(),
                    UserName = name,
                    NormalizedUserName = name.ToUpperInvariant(),
                    PasswordHash = password,
                    SecurityStamp = Guid.NewGuid().ToString("N"),
                    LockoutEnabled = true,
                    PersonId = person,
                    StaffId = staff,
                }
            );
    }

    /// <summary>The department that issues a kind of document, as a pre-filled field names its source.</summary>
    private static string SourceOf(string kind) =>
        kind switch
        {
            "business-licence" => "县市场监督管理局",
            "id-card" or "household-register" or "driving-licence" => "县公安局",
            "property-certificate" or "land-contract" or "planning-permit" => "县自然资源和规划局",
            "marriage-certificate" => "县民政局",
            _ => "县证照库",
        };

    private static T Parsed<T>(Result<T> parsed) =>
        parsed is Result<T>.Done(var value)
            ? value
            : throw new InvalidDataException($"The demonstration county holds a wrong code: {((Result<T>.Refused)parsed).Why.Reason.En}");

    private static T Read<T>(string file) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(file), Recording.Json) ?? throw new InvalidDataException($"{file} is empty.");
}

public sealed record DemonstrationLoaded(string What);

public sealed record CountyLoaded(string County, int Records);
