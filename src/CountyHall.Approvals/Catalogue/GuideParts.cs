using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Catalogue;

/// <summary>事项类型, numbered as in the implementation code (kinds 01–10 and 20).</summary>
public enum ItemKind
{
    /// <summary>行政许可</summary>
    Licence = 1,

    /// <summary>行政给付</summary>
    Grant = 5,

    /// <summary>行政确认</summary>
    Confirmation = 7,

    /// <summary>行政奖励</summary>
    Reward = 8,

    /// <summary>行政裁决</summary>
    Adjudication = 9,

    /// <summary>其他行政权力</summary>
    OtherPower = 10,

    /// <summary>公共服务</summary>
    PublicService = 20,
}

public static class ItemKinds
{
    public static Words Name(ItemKind kind) =>
        kind switch
        {
            ItemKind.Licence => ("行政许可", "Licence"),
            ItemKind.Grant => ("行政给付", "Benefit"),
            ItemKind.Confirmation => ("行政确认", "Confirmation"),
            ItemKind.Reward => ("行政奖励", "Reward"),
            ItemKind.Adjudication => ("行政裁决", "Adjudication"),
            ItemKind.OtherPower => ("其他行政权力", "Other power"),
            _ => ("公共服务", "Public service"),
        };
}

/// <summary>自然人 or 法人 (individual businesses and other organisations included).</summary>
public enum ApplicantKind
{
    Person,
    Firm,
}

/// <summary>办件类型: 即办件 or 承诺件.</summary>
public enum CaseKind
{
    OnTheSpot,
    Promised,
}

/// <summary>A law by title and article, as a guide cites it.</summary>
/// <param name="Title">Full Chinese title without book-title marks.</param>
/// <param name="Article">Such as 第三十五条.</param>
public sealed record Citation(string Title, string Article)
{
    public override string ToString() => $"《{Title}》{Article}";
}

public sealed record GuideLimit(int WorkingDays, Citation Basis);

/// <param name="Fen">Amount in fen; 0 where nothing is charged. For tariffs by size <paramref name="Note"/> says how it is reckoned.</param>
public sealed record GuideFee(long Fen, Words? Note = null, Citation? Basis = null);

public sealed record Condition(Words Text, Citation Basis)
{
    /// <summary>Holds only in these situations, as <see cref="InCase"/> reads them; empty = always.</summary>
    public IReadOnlyList<string> When { get; init; } = [];
}

/// <param name="Id">Short id used in <see cref="Material.When"/>.</param>
public sealed record Question(string Id, Words Text, IReadOnlyList<Choice> Choices)
{
    /// <summary>Asked only after these answers to earlier questions; none = always.</summary>
    public IReadOnlyList<string>? When { get; init; }
}

/// <summary>What is promised in one situation.</summary>
public sealed record Variation(IReadOnlyList<string> When)
{
    public int? Visits { get; init; }
    public Words? VisitReason { get; init; }

    /// <summary>Working days, 0 = on the spot; within the legal limit like the promise of the guide.</summary>
    public int? PromisedDays { get; init; }
}

/// <param name="Stops">Why this answer ends the application (not eligible); none where one can go on.</param>
public sealed record Choice(string Id, Words Text, Words? Stops = null);

public enum FieldKind
{
    Text,
    LongText,
    Number,
    Date,
    Choice,
    Phone,
    Address,
}

/// <summary>A field of the form. Nothing may stand here that has no direct link to the item (Administrative Licensing Law art. 29).</summary>
public sealed record Field(string Id, Words Label, FieldKind Kind)
{
    public bool Required { get; init; } = true;
    public Words? Help { get; init; }

    /// <summary>A right example, shown when the entry is wrong.</summary>
    public string? Example { get; init; }

    /// <summary>Where a known value comes from: <c>applicant.name</c>, <c>applicant.code</c>, <c>applicant.address</c>, <c>applicant.phone</c>,
    /// <c>applicant.legal-representative</c>, <c>submitter.name</c>, <c>submitter.phone</c>.</summary>
    public string? Prefill { get; init; }
    public IReadOnlyList<Choice> Choices { get; init; } = [];
    public decimal? Least { get; init; }
    public decimal? Most { get; init; }

    /// <summary>Asked for only in these situations; none = always.</summary>
    public IReadOnlyList<string>? When { get; init; }
}

public enum MaterialForm
{
    /// <summary>电子表单, filled in here</summary>
    Form,
    Original,
    Copy,

    /// <summary>电子件</summary>
    Electronic,
}

public enum MaterialSource
{
    /// <summary>申请人自备</summary>
    Applicant,

    /// <summary>政府部门核发</summary>
    Government,

    /// <summary>其他 (a named third party, such as a hospital)</summary>
    ThirdParty,
}

public enum Necessity
{
    Required,

    /// <summary>容缺后补: may follow within <see cref="Material.GapDays"/>.</summary>
    GapTolerant,
}

/// <summary>申请材料.</summary>
public sealed record Material(string Id, Words Name, MaterialForm Form, int Copies, MaterialSource Source)
{
    /// <summary>Who issues it, where the source is not the applicant.</summary>
    public Words? Issuer { get; init; }
    public Necessity Necessity { get; init; } = Necessity.Required;

    /// <summary>Working days within which a gap-tolerant material must follow.</summary>
    public int GapDays { get; init; }

    /// <summary>Asked for only in these situations, as <see cref="InCase"/> reads them; empty = always.</summary>
    public IReadOnlyList<string> When { get; init; } = [];

    /// <summary>免交: the house holds it already (<c>business-licence</c>, <c>id-card</c>, <c>household-register</c>, <c>property-certificate</c>,
    /// <c>driving-licence</c>, <c>marriage-certificate</c>…), so it is not asked for.</summary>
    public string? Held { get; init; }
    public required Citation Basis { get; init; }
    public Words? Note { get; init; }
}

/// <param name="Days">Working days, 0 = on the spot.</param>
public sealed record GuideStep(Words Name, int Days, Words Who);

/// <summary>One office's part in the decision.</summary>
/// <param name="Office">Id of the office.</param>
/// <param name="What">What it judges.</param>
public sealed record Responsibility(string Office, Words What)
{
    /// <summary>现场核查: the substance is checked on site by two officers (Administrative Licensing Law art. 34).</summary>
    public bool OnSite { get; init; }
}

public enum ResultKind
{
    /// <summary>证</summary>
    Licence,

    /// <summary>文</summary>
    Document,

    /// <summary>批复</summary>
    Approval,
}

/// <param name="ValidYears">0 = without end.</param>
public sealed record GuideResult(ResultKind Kind, Words Name, int ValidYears = 0);

public sealed record Faq(Words Ask, Words Answer);
