using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Experts, their draw and the committee (评标专家、专家抽取、评标委员会).
public static partial class Rulebook
{
    /// <summary>Members of an evaluation committee, at least; their number is odd.</summary>
    public static readonly Limit CommitteeFewest = new(
        "TR-3.25",
        ("评标委员会人数（单数），至少", "Members of the committee (odd), at least"),
        5,
        Count,
        Laws.Bidding.At("第三十七条第二款", "art. 37(2)"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>How many thirds of the members are experts, at least.</summary>
    public static readonly Limit CommitteeExpertThirds = new(
        "TR-3.25a",
        ("专家占评标委员会的比例（三分之几），至少", "Experts of the committee (in thirds), at least"),
        2,
        Count,
        Laws.Bidding.At("第三十七条第二款", "art. 37(2)"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>Members of the group for a small project of a town's platform, at least; their number is odd.</summary>
    public static readonly Limit SmallGroupFewest = new(
        "TR-5.9",
        ("小型项目评审小组人数（单数），至少", "Members of the group for a small project (odd), at least"),
        3,
        Count,
        Laws.CountySettings.At("小型平台评审小组", "groups for small projects"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Years in the field that an expert needs.</summary>
    public static readonly Limit ExpertYears = new(
        "TR-5.1",
        ("专家从事相关领域工作的年限，满", "Years in the field that an expert needs"),
        8,
        Years,
        Laws.Bidding.At("第三十七条第三款", "art. 37(3)"),
        Verified,
        new(2000, 1, 1)
    );

    /// <summary>How far back an employment, a holding or a dispute with a party keeps an expert away.</summary>
    /// <remarks>Three years are written for procurement (Order 658 art. 9); for tenders the county chose the same.</remarks>
    public static readonly Limit RecusalLookBack = new(
        "TR-5.4",
        ("回避的追溯期", "How far back a tie counts"),
        3,
        Years,
        Laws.CountySettings.At("评标专家回避", "recusal of experts"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Days around another evaluation of the same expert in which he is not drawn again.</summary>
    public static readonly Limit RecentService = new(
        "TR-5.15a",
        ("近期已参加评标的专家不再抽取的天数", "Days in which an expert is not drawn again"),
        3,
        CalendarDays,
        Laws.CountySettings.At("评标专家抽取", "expert draws"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>A pool has so many experts for one wanted in each speciality, or the draw goes to a wider area.</summary>
    public static readonly Limit PoolForOneSeat = new(
        "TR-5.15b",
        ("每席位的候选专家数，少于即扩大抽取区域", "Experts in the pool for one seat, or the area is widened"),
        3,
        Count,
        Laws.CountySettings.At("评标专家抽取", "expert draws"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Minutes in which a called expert answers; then the next in the order is called.</summary>
    public static readonly Limit CallAnswer = new(
        "TR-5.15c",
        ("专家答复邀请的时间（分钟）", "Time to answer a call (minutes)"),
        30,
        Count,
        Laws.CountySettings.At("评标专家通知", "calling of experts"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Bits of randomness that each share carries at least: guessing it from its fingerprint must be hopeless.</summary>
    public static readonly Limit ShareBits = new(
        "TR-5.15d",
        ("每个抽取份额的信息量（比特），至少", "Randomness of a share (bits), at least"),
        60,
        Count,
        Laws.CountySettings.At("评标专家抽取", "expert draws"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>From how long before the evaluation the names may be opened, in minutes.</summary>
    public static readonly Limit NamesOpenBefore = new(
        "TR-5.5",
        ("评标开始前可以启封名单的时间（分钟）", "Names may be opened before the evaluation (minutes)"),
        30,
        Count,
        Laws.CountySettings.At("评标专家名单保密", "secrecy of the names"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Estimate of works from which the briefing is held before anything is scored.</summary>
    public static readonly Limit BriefingFrom = new(
        "TR-5.14",
        ("集体约谈的工程合同估算价起点", "Estimate of works from which a briefing is held"),
        10_000_000,
        Yuan,
        Laws.CountySettings.At("评标专家集体约谈制度", "collective briefing of experts"),
        Choice,
        new(2020, 1, 1)
    );

    /// <summary>四必谈: integrity, discipline, fairness, quality.</summary>
    public static readonly Limit BriefingTopics = new(
        "TR-5.14a",
        ("集体约谈必谈的事项", "Topics of a briefing"),
        4,
        Count,
        Laws.CountySettings.At("评标专家集体约谈制度", "collective briefing of experts"),
        Choice,
        new(2020, 1, 1)
    );

    /// <summary>Time in which an expert can answer a report on his conduct before it is decided.</summary>
    public static readonly Limit ConductAnswer = new(
        "TR-5.11",
        ("专家陈述申辩的期限", "Time for an expert to be heard"),
        5,
        WorkingDays,
        Laws.CountySettings.At("评标专家不良行为认定与记录", "conduct of experts"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Time in which an expert can appeal against a finding.</summary>
    public static readonly Limit ConductAppeal = new(
        "TR-5.11a",
        ("专家申诉的期限", "Time for an expert to appeal"),
        10,
        WorkingDays,
        Laws.CountySettings.At("评标专家不良行为认定与记录", "conduct of experts"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>Points that one finding can put on an expert's record.</summary>
    public static readonly Limit ConductPoints = new(
        "TR-5.11b",
        ("一次不良行为记分，至多", "Points of one finding, at most"),
        12,
        Count,
        Laws.CountySettings.At("评标专家不良行为认定与记录", "conduct of experts"),
        Choice,
        new(2017, 1, 1)
    );
}
