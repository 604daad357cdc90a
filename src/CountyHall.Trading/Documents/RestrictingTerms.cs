using System.Text.RegularExpressions;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Documents;

/// <summary>One kind of wording by which documents keep bidders out.</summary>
/// <param name="Id">The item of the law and a letter, such as <c>ZT32-3a</c>.</param>
/// <param name="Why">What is wrong with it.</param>
/// <param name="Better">How it may be said instead.</param>
/// <param name="SpeaksOfRefusal">The words themselves refuse (不接受, 不得): they are found although the sentence says no.</param>
public sealed record RestrictingTerm(string Id, Provision Basis, Regex Pattern, Words Why, Words Better, bool SpeaksOfRefusal = false);

/// <summary>限制、排斥投标人的条款: the maintained list by which documents are read.</summary>
/// <remarks>
/// Implementing Regulation art. 32(2) with its seven items, and the provisions beside it. A hit is a question to whoever wrote the clause and is shown
/// to the supervising department; no document is refused for a word alone. A sentence that forbids the thing itself (不得要求…) is no hit.
/// </remarks>
public static class RestrictingTerms
{
    private static readonly Provision Item1 = Laws.BiddingRegulation.At("第三十二条第二款第一项", "art. 32(2)(1)");
    private static readonly Provision Item2 = Laws.BiddingRegulation.At("第三十二条第二款第二项", "art. 32(2)(2)");
    private static readonly Provision Item3 = Laws.BiddingRegulation.At("第三十二条第二款第三项", "art. 32(2)(3)");
    private static readonly Provision Item4 = Laws.BiddingRegulation.At("第三十二条第二款第四项", "art. 32(2)(4)");
    private static readonly Provision Item5 = Laws.BiddingRegulation.At("第三十二条第二款第五项", "art. 32(2)(5)");
    private static readonly Provision Item6 = Laws.BiddingRegulation.At("第三十二条第二款第六项", "art. 32(2)(6)");
    private static readonly Provision Item7 = Laws.BiddingRegulation.At("第三十二条第二款第七项", "art. 32(2)(7)");

    private const string Local = "(?:本地|当地|本县|本市|本省|本区域|项目所在地|嘉善县?|嘉兴市?|浙江省?内?)";

    public static IReadOnlyList<RestrictingTerm> All { get; } =
    [
        // (1) different information for different bidders
        Term(
            "ZT32-1a",
            Item1,
            "(?:分别|单独|个别)(?:组织|安排|进行)?[^。；，]{0,8}(?:踏勘|勘察现场|答疑)",
            ("只带一部分投标人看现场或者答疑，得到的信息就不同。", "Visits or answers for some bidders only give them other information."),
            (
                "不组织集中踏勘，投标人自行前往；答疑以公开澄清发给所有人。",
                "No visit is organised, each goes by itself; answers are published to all."
            )
        ),
        Term(
            "ZT32-1b",
            Item1,
            "(?:另行|仅)(?:通知|告知|发送)[^。；，]{0,6}(?:部分|个别|有关)(?:投标人|单位)",
            ("信息只告诉一部分投标人。", "Information goes to some bidders only."),
            ("通过交易平台向所有下载招标文件的人公布。", "Publish it on the platform to everybody.")
        ),
        // (2) conditions that do not fit the job
        Term(
            "ZT32-2a",
            Item2,
            "注册资(?:本|金)[^。；，]{0,10}(?:不低于|不少于|不得低于|大于|达到|≥|以上)",
            ("注册资本与履行合同的能力没有必然关系。", "Registered capital says nothing about the ability to perform."),
            ("按国家规定的资质等级要求投标人。", "Ask for the qualification grade that the state requires.")
        ),
        Term(
            "ZT32-2b",
            Item2,
            "(?:成立|注册|经营)(?:时间|年限)?[^。；，]{0,6}(?:满|不少于|不低于|超过|达到)[^。；，]{0,3}[0-9一二三四五六七八九十]+\\s*(?:年|个月)",
            ("企业成立年限与项目需要无关，排斥新企业。", "The age of a firm keeps new ones out."),
            ("删去年限；需要经验的，写同类工程业绩的规模。", "Leave it out; where experience is needed, say the size of similar works.")
        ),
        Term(
            "ZT32-2c",
            Item2,
            "(?:从业人员|员工|职工)(?:人数|总数|数量)?[^。；，]{0,6}(?:不少于|不低于|达到|超过|≥)",
            ("员工人数与合同履行没有直接关系。", "The number of staff is not tied to the contract."),
            ("只对本项目要配备的人员提出要求。", "Ask only for the people needed on this job.")
        ),
        Term(
            "ZT32-2d",
            Item2,
            "(?:年|上年度|近三年)[^。；，]{0,8}(?:营业额|营业收入|产值|销售额|纳税额|利润)[^。；，]{0,12}(?:不低于|不少于|达到|超过|≥|以上)",
            ("营业规模、纳税额或者利润超出招标项目的实际需要。", "Turnover, taxes or profit beyond what the job needs."),
            ("如需财务要求，写“财务状况良好，没有处于破产状态”。", "Where needed, say that the finances are sound.")
        ),
        Term(
            "ZT32-2e",
            Item2,
            "(?:经营|办公|营业)(?:场所|场地|用房)?面积[^。；，]{0,8}(?:不少于|不低于|达到|超过|≥)",
            ("办公面积与项目无关。", "Office space has nothing to do with the job."),
            ("删去。", "Leave it out.")
        ),
        Term(
            "ZT32-2f",
            Item2,
            "法定代表人[^。；，]{0,8}(?:必须|须|应当|应)(?:亲自|本人)?[^。；，]{0,6}(?:到场|到现场|参加开标|出席)",
            ("电子开标不需要到场，法定代表人可以委托他人。", "Nobody has to come, and the legal representative may send somebody."),
            ("在线参加开标即可，授权代表可以办理。", "Taking part online is enough; a representative may act.")
        ),
        Term(
            "ZT32-2g",
            Item2,
            "(?:须|应|必须|需)[^。；，]{0,10}(?:招标人|业主)[^。；，]{0,4}(?:考察|实地考察|认可|同意)[^。；，]{0,4}(?:合格|通过|后|方可)",
            (
                "投标资格由招标人考察决定，没有公开的标准。",
                "Whether a firm may bid is left to a visit by the entity and no published standard."
            ),
            ("把要求写成公开、可以核对的资格条件。", "Write published conditions that can be checked.")
        ),
        Term(
            "ZT32-2h",
            Item2,
            "(?:协会|商会|学会)[^。；，]{0,6}(?:会员|理事)(?:单位|资格|证书)?",
            ("行业协会的会员资格不是履约能力。", "Membership of an association is no ability."),
            ("删去。", "Leave it out.")
        ),
        Term(
            "ZT32-2i",
            Item2,
            "(?:AAA|3A|三A)级?[^。；，]{0,10}(?:信用|资信|企业)[^。；，]{0,12}(?:得|加)\\s*[0-9.]+\\s*分",
            ("商业机构评的信用等级当作加分条件。", "A grade given by a commercial agency earns points."),
            ("使用依法公开的信用评价结果，并写明出处。", "Use credit results published under law and name the source.")
        ),
        Term(
            "ZT32-2j",
            Item2,
            "(?:现场|窗口|到[^。；，]{0,8})报名|报名(?:资料|材料)[^。；，]{0,6}(?:原件|盖章|装订)|须(?:先)?(?:办理)?投标报名",
            ("要求现场报名或者报名审原件，没有法律依据。", "Signing up on the spot, or showing originals, rests on no law."),
            ("在交易平台登记参加即可获取招标文件。", "Whoever enters on the platform gets the documents.")
        ),
        // (3) awards and records of one region or one industry
        Term(
            "ZT32-3a",
            Item3,
            $"{Local}[^。；，]{{0,14}}(?:业绩|奖项|获奖|荣誉|表彰)",
            ("以特定行政区域的业绩、奖项作为条件或者加分。", "Records or awards of one region count."),
            ("写同类工程业绩，不限地域。", "Ask for similar works, wherever they were.")
        ),
        Term(
            "ZT32-3b",
            Item3,
            $"(?:业绩|奖项|荣誉)[^。；，]{{0,8}}(?:限于|须在|应在|仅限)[^。；，]{{0,4}}{Local}",
            ("把业绩限定在特定行政区域。", "Records are confined to one region."),
            ("删去地域限制。", "Leave the region out.")
        ),
        Term(
            "ZT32-3c",
            Item3,
            "(?:教育|医疗|卫生|电力|水利|交通|公安|烟草|金融|石油|铁路)(?:系统|行业)(?:内)?[^。；，]{0,8}(?:业绩|奖项|获奖|项目经验)",
            ("以特定行业的业绩、奖项作为条件或者加分。", "Records or awards of one industry count."),
            ("按工程的规模、结构和技术特点写同类业绩。", "Describe similar works by size, structure and technique.")
        ),
        Term(
            "ZT32-3d",
            Item3,
            "(?:钱江杯|南湖杯|西湖杯|扬子杯|白玉兰奖|省优|市优|县优)[^。；，]{0,12}(?:得|加|每项|计)",
            ("地方奖项作为加分条件。", "A regional award earns points."),
            ("删去地方奖项。", "Leave regional awards out.")
        ),
        // (4) other standards for some
        Term(
            "ZT32-4a",
            Item4,
            $"{Local}(?:的)?(?:企业|投标人|单位|供应商)[^。；，]{{0,12}}(?:优先|加分|加\\s*[0-9.]+\\s*分|得\\s*[0-9.]+\\s*分|优惠)",
            ("本地企业加分或者优先，是不同的评审标准。", "Local firms come first or earn points."),
            ("对所有投标人用同一标准。", "Use one standard for all.")
        ),
        Term(
            "ZT32-4b",
            Item4,
            "(?:外地|外省|省外|县外|市外)(?:的)?(?:企业|投标人|单位|供应商)[^。；，]{0,12}(?:须|应|需|必须|另|扣)",
            ("对外地企业另设要求。", "Firms from elsewhere have to do more."),
            ("删去对外地企业的单独要求。", "Leave the separate demand out.")
        ),
        Term(
            "ZT32-4c",
            Item4,
            "(?:曾|已|有过?)[^。；，]{0,6}与?(?:招标人|业主|建设单位)[^。；，]{0,6}合作[^。；]{0,16}(?:优先|加分|得\\s*[0-9.]+\\s*分|加\\s*[0-9.]+\\s*分)",
            ("与招标人合作过的单位加分。", "Whoever worked for the entity before earns points."),
            ("写同类业绩，不问业主是谁。", "Ask for similar works, whoever ordered them.")
        ),
        Term(
            "ZT32-4d",
            Item4,
            "(?:原|前期|现)(?:承包|服务|供货|设计)(?:单位|商)[^。；，]{0,10}(?:优先|加分|得\\s*[0-9.]+\\s*分|直接)",
            ("原承包单位优先。", "The firm that did it before comes first."),
            ("删去。", "Leave it out.")
        ),
        Term(
            "ZT32-4e",
            Item4,
            "(?:根据|由)(?:招标人|业主|评委)[^。；，]{0,6}(?:印象|意向|喜好|自行)[^。；，]{0,6}(?:打分|评分|决定|确定)",
            ("评审标准不公开，由人随意决定。", "The standard is no standard."),
            ("写明每一档的标准和分值。", "Say what each grade is and how many points it gives.")
        ),
        // (5) named patents, marks, brands, origins, suppliers
        Term(
            "ZT32-5a",
            Item5,
            "(?:指定|限定|必须(?:采用|使用)|须(?:采用|使用))[^。；，]{0,12}(?:品牌|商标|专利|厂家|供应商|生产商|产地|原产地)(?![^。；，]{0,10}(?:或相当于|或同等|同档次))",
            ("限定专利、商标、品牌、产地或者供应商。", "A patent, mark, brand, origin or supplier is prescribed."),
            ("写技术参数；必须参照的，加“或相当于”。", "Write technical values; where a reference is needed, add “or equivalent”.")
        ),
        Term(
            "ZT32-5b",
            Item5,
            "品牌\\s*[：:为]\\s*(?![^。；]{0,30}(?:或相当于|或同等))[^。；，\\s]{2,}",
            ("写了品牌，没有写“或相当于”。", "A brand without “or equivalent”."),
            ("写技术参数，或者在品牌后加“或相当于”。", "Write technical values, or add “or equivalent”.")
        ),
        Term(
            "ZT32-5c",
            Item5,
            "(?:原装进口|纯进口|进口(?:产品|设备|品牌|原装))(?!也?可)",
            ("限定进口产品。", "Imported products are prescribed."),
            ("写性能指标，不限国产或者进口。", "Write the performance, whatever the origin.")
        ),
        Term(
            "ZT32-5d",
            Item5,
            "(?:厂家|原厂|制造商|生产商|代理商)[^。；，]{0,6}(?:授权书|授权函|专项授权|唯一授权)",
            ("要求厂家授权，等于让厂家挑选投标人。", "A letter of the maker lets the maker choose the bidders."),
            ("要求中标后提供合格证和质量保证。", "Ask the winner for certificates and a warranty.")
        ),
        Term(
            "ZT32-5e",
            Item5,
            "(?:独家|唯一)(?:供应|生产|代理|专利)",
            ("指向唯一的供应商或者专利。", "It points to one supplier or patent."),
            ("写功能和性能。", "Write function and performance.")
        ),
        // (6) form of ownership or organisation
        Term(
            "ZT32-6a",
            Item6,
            "(?:仅限|限于|必须(?:是|为)|须(?:是|为)|应(?:是|为))[^。；，]{0,8}(?:国有|国企|央企|国资|民营|外资|合资|独资|上市|股份)",
            ("限定所有制形式或者组织形式。", "A form of ownership or organisation is prescribed."),
            ("“具有独立法人资格”即可。", "“An independent legal person” is enough.")
        ),
        Term(
            "ZT32-6b",
            Item6,
            "(?:国有|国企|央企|国资|上市|股份制|高新技术)(?:独资|控股)?(?:企业|公司|背景)?[^。；，]{0,10}(?:优先|加分|加\\s*[0-9.]+\\s*分|得\\s*[0-9.]+\\s*分)",
            ("按所有制或者企业类型加分。", "The kind of firm earns points."),
            ("删去。", "Leave it out.")
        ),
        Term(
            "ZT32-6c",
            Item6,
            "(?:不接受|拒绝|排除|不允许)[^。；，]{0,6}(?:民营|私营|外资|合资|个体|分公司|事业单位|合伙)",
            ("排斥某种所有制或者组织形式。", "A form of ownership or organisation is kept out."),
            ("删去。", "Leave it out."),
            refuses: true
        ),
        // (7) other unreasonable conditions
        Term(
            "ZT32-7a",
            Item7,
            $"(?:在)?{Local}[^。；，]{{0,8}}(?:设有|设立|设置|具有|拥有|成立|注册)[^。；，]{{0,8}}(?:分公司|子公司|办事处|分支机构|服务机构|售后|服务网点|独立法人|企业)",
            ("要求在当地设立机构才能投标。", "A branch in the county is demanded of whoever bids."),
            ("写服务响应时间；机构由中标人自定。", "Write the response time; how to keep it is the winner's affair.")
        ),
        Term(
            "ZT32-7b",
            Item7,
            $"(?:注册地|工商登记|营业执照)[^。；，]{{0,10}}(?:须|应|必须|需)?(?:在|为){Local}",
            ("限定企业注册地。", "The place of registration is prescribed."),
            ("删去注册地要求。", "Leave it out.")
        ),
        Term(
            "ZT32-7c",
            Item7,
            "(?:预选|备选|企业|承包商|供应商|短名单)(?:名录|名录库|库|库内)[^。；，]{0,10}(?:入库|内|单位|企业|方可|中选)|须?已入(?:本县|我县|招标人)?[^。；，]{0,6}(?:名录|库)",
            ("只有名录库里的企业才能投标。", "Only firms on a list may bid."),
            ("删去入库要求，公开招标面向所有符合条件的企业。", "Leave the list out; an open tender is open.")
        ),
        Term(
            "ZT32-7d",
            Item7,
            $"{Local}[^。；，]{{0,6}}(?:缴纳|参保)[^。；，]{{0,8}}(?:社保|社会保险|养老保险|税)",
            ("要求在当地缴纳社保或者税款。", "Insurance or taxes paid in the county are demanded."),
            ("要求由投标人为其缴纳社会保险，不限地点。", "Ask that the bidder pays the insurance, wherever.")
        ),
        Term(
            "ZT32-7e",
            Item7,
            "(?:只|仅)(?:接受|收)[^。；，]{0,4}现金|(?:必须|须|应)(?:以|用)现金(?:形式|方式)?(?:缴纳|提交|交纳)",
            ("保证金只收现金，排斥保函。", "Only cash is taken as a security."),
            ("可以转账，也可以用银行保函、保险或者担保公司保函。", "Transfer, or a letter of guarantee.")
        ),
        Term(
            "ZT32-7f",
            Item7,
            "不接受[^。；，]{0,8}(?:保函|保证保险|担保)",
            ("不接受保函。", "Letters of guarantee are refused."),
            ("写明接受保函及其要求。", "Say that they are taken and what they must hold."),
            refuses: true
        ),
        Term(
            "ZT27",
            Laws.BiddingRegulation.At("第二十七条第三款", "art. 27(3)"),
            "最低(?:投标)?限价|(?:报价|投标价)[^。；，]{0,8}(?:低于|不到)[^。；，]{0,14}(?:作废|废标|否决|无效)",
            ("招标人不得规定最低投标限价。", "No minimum price may be set."),
            (
                "写明：明显低于成本的，由评标委员会要求说明后认定。",
                "Say that the committee asks for an explanation of a price that seems below cost."
            )
        ),
        Term(
            "ZT16",
            Laws.BiddingRegulation.At("第十六条第二款", "art. 16(2)"),
            "(?:图纸押金|资料押金|报名费|投标服务费|平台使用费)",
            ("除补偿印刷、邮寄的成本外，不得收费。", "Nothing but the cost of print and post may be asked for."),
            ("电子招标文件免费下载。", "Electronic documents are free.")
        ),
        Term(
            "ZB18",
            Laws.Bidding.At("第十八条第二款", "art. 18(2)"),
            "(?:本项目|本标段)?(?:优先|倾向)(?:考虑|选择|授予)[^。；，]{0,12}(?:投标人|企业|单位)",
            ("对潜在投标人实行歧视待遇。", "Bidders are not treated alike."),
            ("按评标办法的标准和顺序确定中标候选人。", "The candidates follow from the standard and the ranking.")
        ),
    ];

    /// <summary>The sentences of a text in which a term is found, with the words.</summary>
    public static IEnumerable<(RestrictingTerm Term, string Words)> In(string text)
    {
        foreach (var sentence in text.Split(['。', '；', '\n', '！', '？'], StringSplitOptions.RemoveEmptyEntries))
        foreach (var term in All)
        {
            var hit = term.Pattern.Match(sentence);
            if (hit.Success && (term.SpeaksOfRefusal || !Denied(sentence, hit.Index)))
                yield return (term, hit.Value.Trim());
        }
    }

    // 不得要求…, 不以…为条件: the clause forbids what was found, which is as it should be.
    private static bool Denied(string sentence, int at) => No.IsMatch(sentence[..at]);

    private static readonly Regex No = new("不得|不以|不要求|不限|禁止|严禁|不将|无需|不需要|不设|没有设置", RegexOptions.CultureInvariant);

    private static RestrictingTerm Term(string id, Provision basis, string pattern, Words why, Words better, bool refuses = false) =>
        new(id, basis, new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled), why, better, refuses);
}
