using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Figures;
using CountyHall.Approvals.Register;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Oversight.Evaluations;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>The house as the generator finds it: what is there already counts, and only the rest is made.</summary>
/// <param name="Items">In force at the end of the year.</param>
public sealed record YearHouse(
    string Division,
    IReadOnlyList<ItemStanding> Items,
    IReadOnlyList<ResidentUnit> Units,
    IReadOnlyList<Office> Offices,
    IReadOnlyList<string> Windows
);

/// <summary>A year of raw records. Nothing in it is a count, a sum, a rate or a rank.</summary>
public sealed record YearRecords
{
    public List<Office> Offices { get; } = [];
    public List<ResidentUnit> Units { get; } = [];
    public List<ItemVersion> Versions { get; } = [];
    public List<ItemEnding> Endings { get; } = [];
    public List<ItemPlacement> Placements { get; } = [];
    public List<ItemPublication> Publications { get; } = [];
    public List<ClosedCase> Cases { get; } = [];
    public List<CaseStop> Stops { get; } = [];
    public List<CaseVisit> Visits { get; } = [];
    public List<CaseStep> Steps { get; } = [];
    public List<ArchivedEvaluation> Evaluations { get; } = [];
}

/// <summary>Identifiers of a year's records: the same for the same year, and below any that the running house makes.</summary>
/// <remarks>Those count milliseconds since 2020 in their upper bits; these stay inside the first hours of that year.</remarks>
public sealed class YearIds(int year)
{
    private const long RecordsOfAKind = 100_000_000;
    private const long Kinds = 200;
    private readonly Dictionary<Type, long> next = [];

    /// <summary>The kinds in the order of their first record, which the generator never changes within a year.</summary>
    public long Next<T>()
    {
        if (!next.TryGetValue(typeof(T), out var id))
            id = (year * Kinds * RecordsOfAKind) + ((next.Count + 1) * RecordsOfAKind);
        next[typeof(T)] = id + 1;
        return id;
    }
}

/// <summary>What the generator makes up: names of items and units, and codes in the right form. All of it invented.</summary>
internal static class Invented
{
    private static readonly Words[] Things =
    [
        ("木材经营加工", "timber processing"),
        ("渔业船舶", "fishing boats"),
        ("畜禽养殖", "animal husbandry"),
        ("肥料登记", "fertilisers"),
        ("农机作业", "farm machines"),
        ("内河港口经营", "inland ports"),
        ("客运班线", "coach lines"),
        ("机动车维修", "vehicle repair"),
        ("驾驶培训", "driving schools"),
        ("公路占用", "use of highways"),
        ("城市绿化占用", "use of green areas"),
        ("建筑垃圾处置", "building waste"),
        ("物业管理", "property management"),
        ("房屋租赁", "house letting"),
        ("住房保障", "housing support"),
        ("公积金提取", "provident fund"),
        ("人才引进", "talents"),
        ("职业培训", "vocational training"),
        ("工伤认定", "work injuries"),
        ("医保报销", "medical insurance"),
        ("生育登记", "births"),
        ("母婴保健", "mother and child care"),
        ("殡葬服务", "funerals"),
        ("养老机构", "homes for the aged"),
        ("社会救助", "social relief"),
        ("残疾人补贴", "allowances for the disabled"),
        ("退役军人优抚", "veterans"),
        ("民办学校", "private schools"),
        ("教师资格", "teachers"),
        ("校车使用", "school buses"),
        ("文物保护", "relics"),
        ("体育场所", "sports grounds"),
        ("印刷经营", "printing"),
        ("出版物零售", "book sales"),
        ("广播电视设施", "broadcasting"),
        ("排污登记", "discharges"),
        ("辐射安全", "radiation safety"),
        ("环评备案", "environmental assessment"),
        ("水利工程", "water works"),
        ("取水计划", "water use"),
        ("河道采砂", "sand in rivers"),
        ("林木采伐", "felling"),
        ("土地承包", "land contracts"),
        ("宅基地使用", "homesteads"),
        ("测绘成果", "surveys"),
        ("危险化学品", "dangerous chemicals"),
        ("特种设备", "special equipment"),
        ("计量器具", "measuring instruments"),
        ("广告发布", "advertising"),
        ("食品小作坊", "small food workshops"),
    ];

    private static readonly (Words Word, ItemKind Kind, string Code)[] Actions =
    [
        (("许可", "licence"), ItemKind.Licence, "01"),
        (("变更", "change"), ItemKind.Licence, "01"),
        (("延续", "renewal"), ItemKind.Licence, "01"),
        (("注销", "cancellation"), ItemKind.OtherPower, "10"),
        (("备案", "filing"), ItemKind.OtherPower, "10"),
        (("登记", "registration"), ItemKind.Confirmation, "07"),
        (("证明", "certificate"), ItemKind.PublicService, "20"),
        (("补助申领", "allowance"), ItemKind.Grant, "05"),
    ];

    private static readonly Words[] Scopes = [("个人", "persons"), ("企业", "firms"), ("其他组织", "other bodies")];

    public static readonly Words[] Units =
    [
        ("县农村经营管理站", "Rural Management Station"),
        ("县质量技术监督站", "Quality and Technical Supervision Station"),
        ("县供水公司营业厅", "Water Supply Office"),
        ("县供电公司营业厅", "Electricity Office"),
        ("县燃气公司营业厅", "Gas Office"),
        ("县有线电视营业厅", "Cable Television Office"),
        ("移动通信营业厅", "Mobile Telecom Office"),
        ("固定通信营业厅", "Fixed Telecom Office"),
        ("县木业服务中心", "Timber Trade Service"),
        ("县气象服务站", "Weather Service"),
        ("县邮政寄递服务站", "Postal Service"),
        ("县法律援助站", "Legal Aid Station"),
        ("县公证服务站", "Notary Service"),
        ("县档案查询站", "Archives Enquiry Station"),
    ];

    /// <summary>Name, pattern and kind of an invented item; the name says that it is one.</summary>
    public static (Words Name, string Pattern, ItemKind Kind, string KindCode, ApplicantKind Who) Item(int number)
    {
        var (thing, action) = (Things[number % Things.Length], Actions[number / Things.Length % Actions.Length]);
        var round = number / (Things.Length * Actions.Length);
        var scope = Scopes[round % Scopes.Length];
        var more = round / Scopes.Length is var again and > 0 ? $"{again + 1}" : "";
        return (
            (
                $"{thing.Zh}{action.Word.Zh}（{scope.Zh}{more}，示例）",
                $"{Capital(thing.En)}: {action.Word.En} for {scope.En}{more} (sample)"
            ),
            $"{thing.Zh}+{action.Word.Zh}+{scope.Zh}",
            action.Kind,
            action.Code,
            round % Scopes.Length == 0 ? ApplicantKind.Person : ApplicantKind.Firm
        );
    }

    /// <summary>A code in the right form whose subject begins with DEM and belongs to nobody.</summary>
    public static string Uscc(string division, int number)
    {
        const string Places = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var start = $"12{division}DEMY{number:0000}";
        return (
            from subject in Places
            from check in Places
            let code = Kernel.Codes.Uscc.Parse($"{start}{subject}{check}") as Result<Uscc>.Done
            where code?.Value.SubjectCheckFits == true
            select code.Value.ToString()
        ).First();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
