namespace CountyHall.Trading.OpenData;

/// <summary>
/// What the merge rules of OCDS 1.1.5 and of twelve extensions say of which fields, restated: the standard's schema is not part of this house. Every field that is
/// named nowhere here merges by its type: values replace values, objects merge member by member, objects in arrays by their <c>id</c>.
/// </summary>
/// <remarks>
/// Extensions: award criteria, bid opening, bids, enquiries, location, lots, other requirements, performance failures, process title, statistics, submission terms,
/// techniques. A test reads the schema where it is at hand and compares.
/// </remarks>
public sealed class MergeRules
{
    /// <summary>Fields of a release that its merged form does not take over (omitWhenMerged).</summary>
    private static readonly string[] Omitted = ["id", "date", "tag"];

    /// <summary>Arrays that a later release replaces as a whole (wholeListMerge, values that are no objects, or objects without an id): where, and which.</summary>
    private const string Whole = """
            : statistics
            awards/amendment: changes
            awards/amendments: changes
            awards/documents: relatedLots
            awards/items: additionalClassifications
            awards/items/deliveryLocation/gazetteer: identifiers
            awards/items/deliveryLocation/geometry: coordinates
            awards: relatedLots
            awards/suppliers: additionalIdentifiers
            bids/details/documents: relatedLots
            bids/details: relatedLots
            bids/details/tenderers: additionalIdentifiers
            buyer: additionalIdentifiers
            contracts/amendment: changes
            contracts/amendments: changes
            contracts/documents: relatedLots
            contracts/implementation/documents: relatedLots
            contracts/implementation/milestones/documents: relatedLots
            contracts/implementation/milestones: relatedLots
            contracts/implementation/transactions/payee: additionalIdentifiers
            contracts/implementation/transactions/payer: additionalIdentifiers
            contracts/items: additionalClassifications
            contracts/items/deliveryLocation/gazetteer: identifiers
            contracts/items/deliveryLocation/geometry: coordinates
            contracts/milestones/documents: relatedLots
            contracts/milestones: relatedLots
            contracts/relatedProcesses: relationship
            parties: additionalIdentifiers roles
            planning/documents: relatedLots
            planning/milestones/documents: relatedLots
            planning/milestones: relatedLots
            relatedProcesses: relationship
            tender: additionalProcurementCategories submissionMethod
            tender/amendment: changes
            tender/amendments: changes
            tender/bidOpening/location/gazetteer: identifiers
            tender/bidOpening/location/geometry: coordinates
            tender/documents: relatedLots
            tender/enquiries/author: additionalIdentifiers
            tender/items: additionalClassifications
            tender/items/deliveryLocation/gazetteer: identifiers
            tender/items/deliveryLocation/geometry: coordinates
            tender/lotGroups/awardCriteria: criteria
            tender/lotGroups: relatedLots
            tender/lots/awardCriteria: criteria
            tender/lots/bidOpening/location/gazetteer: identifiers
            tender/lots/bidOpening/location/geometry: coordinates
            tender/lots/otherRequirements: qualificationSystemConditions qualificationSystemMethods reservedParticipation
            tender/lots/submissionTerms: languages subcontractingClauses
            tender/milestones/documents: relatedLots
            tender/milestones: relatedLots
            tender/otherRequirements: qualificationSystemConditions qualificationSystemMethods reservedParticipation
            tender/procuringEntity: additionalIdentifiers
            tender/submissionTerms: languages subcontractingClauses
            tender/tenderers: additionalIdentifiers
        """;

    private readonly Dictionary<string, MergeRules> inside = new(StringComparer.Ordinal);

    private MergeRules() { }

    public static MergeRules Standard { get; } = Read();

    /// <summary>Omitted from merged releases.</summary>
    public bool IsOmitted { get; private set; }

    /// <summary>Replaced as a whole.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The rules of a member; none where nothing but the types decides.</summary>
    public MergeRules? Of(string member) => inside.GetValueOrDefault(member);

    /// <summary>Every rule as path and name, for the comparison with the schema.</summary>
    public static IEnumerable<(string Path, string Rule)> All() => All(Standard, "");

    private static IEnumerable<(string Path, string Rule)> All(MergeRules rules, string path) =>
        rules.inside.SelectMany(member =>
        {
            var at = path.Length == 0 ? member.Key : $"{path}/{member.Key}";
            var own =
                member.Value.IsOmitted ? [(at, "omitWhenMerged")]
                : member.Value.IsWhole ? [(at, "wholeListMerge")]
                : Array.Empty<(string, string)>();
            return own.Concat(All(member.Value, at));
        });

    private static MergeRules Read()
    {
        var root = new MergeRules();
        foreach (var name in Omitted)
            root.At(name).IsOmitted = true;
        foreach (var line in Whole.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var at = root;
            foreach (var part in line[..colon].Split('/', StringSplitOptions.RemoveEmptyEntries))
                at = at.At(part);
            foreach (var name in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                at.At(name).IsWhole = true;
        }
        return root;
    }

    private MergeRules At(string member)
    {
        if (!inside.TryGetValue(member, out var found))
            inside[member] = found = new();
        return found;
    }
}
