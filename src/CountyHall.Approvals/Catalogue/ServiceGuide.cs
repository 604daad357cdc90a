using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>办事指南: everything that one version of a service item promises and may ask for. Immutable once published.</summary>
/// <remarks>
/// Elements follow the implementation list (实施清单); Zhejiang run-at-most-once regulation art. 4 names the least a guide must hold.
/// Material and conditions that are not written here may not be asked for (Administrative Licensing Law art. 31).
/// </remarks>
public sealed record ServiceGuide
{
    /// <summary>实施编码: 31 places, USCC of the implementing body + level + base code (GB/T 39554.1).</summary>
    public required string Code { get; init; }
    public required Words Name { get; init; }

    /// <summary>What people call it: everyday words that must find this item (开个饭店).</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];
    public required ItemKind Kind { get; init; }

    /// <summary>实施主体: id of the office whose power this is and which leads the decision.</summary>
    public required string Body { get; init; }
    public required IReadOnlyList<ApplicantKind> Applicants { get; init; }
    public required CaseKind CaseKind { get; init; }

    /// <summary>法定办结时限 in working days; none where no law sets one.</summary>
    public GuideLimit? LegalLimit { get; init; }

    /// <summary>承诺办结时限 in working days; 0 = on the spot. Never above the legal limit.</summary>
    public required int PromisedDays { get; init; }

    /// <summary>How often the applicant must come: 0 = 零上门, 1 = 最多跑一次; more needs <see cref="VisitReason"/>.</summary>
    public required int Visits { get; init; }
    public Words? VisitReason { get; init; }

    /// <summary>同城通办: any counter of the county takes it.</summary>
    public bool SameCity { get; init; }

    /// <summary>可网上申请.</summary>
    public bool Online { get; init; }
    public required GuideFee Fee { get; init; }
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>情形: questions whose answers choose conditions, fields, materials, visits and the limit; read by <see cref="Situation"/>.</summary>
    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What is promised otherwise in some situations; the first that applies holds.</summary>
    public IReadOnlyList<Variation>? Variations { get; init; }
    public required IReadOnlyList<Field> Fields { get; init; }
    public required IReadOnlyList<Material> Materials { get; init; }

    /// <summary>办理流程: the steps that the public sees.</summary>
    public required IReadOnlyList<GuideStep> Steps { get; init; }

    /// <summary>按责转办: the offices that must agree, in parallel; the first is the body itself.</summary>
    public required IReadOnlyList<Responsibility> Route { get; init; }

    /// <summary>告知承诺: what the applicant commits to; none where the item is not on the provincial list.</summary>
    public Words? Commitment { get; init; }
    public required GuideResult Result { get; init; }

    /// <summary>设定依据.</summary>
    public required IReadOnlyList<Citation> Basis { get; init; }
    public IReadOnlyList<Faq> Faqs { get; init; } = [];

    /// <summary>Ids of the window types that accept it.</summary>
    public required IReadOnlyList<string> WindowTypes { get; init; }

    /// <summary>主题: topics under which people look for it.</summary>
    public required IReadOnlyList<Words> Themes { get; init; }
    public required string Enquiries { get; init; }

    /// <summary>The pattern that an invented item of the demonstration was made from; none for an item that a county really keeps.</summary>
    public string? MadeFrom { get; init; }
    public required string Complaints { get; init; }

    /// <summary>The materials that these answers ask for; what the house holds (免交) is among them.</summary>
    public IEnumerable<Material> Needed(IReadOnlyDictionary<string, string> answers) => Situation.Of(this, answers).Materials;

    public Material? Material(string id) => Materials.FirstOrDefault(m => m.Id == id);
}
