using System.Text.Json.Nodes;
using CountyHall.Kernel.Results;

namespace CountyHall.Web.Api.V1;

/// <summary>What the document says, in both languages, with examples. Persons and firms in them are invented.</summary>
internal static class ApiTexts
{
    public static readonly Words Summary = ("事项目录、提交、办件状态、验证", "Catalogue, submission, state of cases, verification");

    public static readonly Words Introduction = (
        "供其他系统使用。事项目录和验证对所有人开放；提交和查询办件由登记的接入系统签名调用，办理规则与网站相同。"
            + "不能办的，答复为问题详情（RFC 9457）：title 说什么不对，detail 说怎么办，basis 是依据，code 供程序判断。"
            + "时刻为 UTC，日期为北京日期，金额以分计，期限以工作日计。",
        "For other systems. The catalogue and the verification are open to all; applications and cases are for registered systems that sign their "
            + "requests, under the same rules as on the site. What cannot be done is answered with problem details (RFC 9457): reasonEn says what is "
            + "wrong, remedyEn what to do, basisEn by which provision, and code is for programs. Instants are UTC, days are Beijing days, amounts are in fen, limits in working days."
    );

    public static readonly Words Signing = (
        "HTTP 消息签名（RFC 9421），算法 sm2-sm3：SM2 签名（GB/T 32918，用户标识 1234567812345678），DER 编码，覆盖 @method、@authority、@path、@query；"
            + "有正文时还有 content-digest（sm3），有编号时还有 idempotency-key。时间与服务器相差不超过五分钟，nonce 只用一次。"
            + "命令 countyhall api sign 打印可直接交给 curl 的请求头。",
        "HTTP Message Signatures (RFC 9421) with alg sm2-sm3: SM2 (GB/T 32918, user identity 1234567812345678), DER, over @method, @authority, @path and @query; "
            + "with a body content-digest (sm3) too, with a key idempotency-key too. Within five minutes of the server's time; a nonce is used once. "
            + "The command countyhall api sign prints the headers for curl."
    );

    public static readonly IReadOnlyDictionary<string, Words> Tags = new Dictionary<string, Words>
    {
        ["items"] = ("事项目录与办事指南。", "The catalogue and its guides."),
        ["submission"] = ("接入系统为自己的用户提交申请。", "Applications that a system hands in for its users."),
        ["cases"] = ("本系统提交的办件。", "The cases that this system handed in."),
        ["verify"] = ("真、不符、查无。", "Genuine, does not match, not found."),
    };

    public static readonly ApiWords FindItems = new(
        ("查找事项", "Find items"),
        (
            "条件与页面 /items 相同，名字也相同。按键翻页：把答复里的 after 原样带回。",
            "The filters of the page /items, under the same names. Paged by key: send the after of the answer back."
        ),
        ("找到的事项，最合适的在前。", "What was found, the best first."),
        """{"count":1,"items":[{"item":"restaurant-food-licence","version":1,"code":"11330421002540148U433011300001","name":{"zh":"食品经营许可（餐饮服务）新办","en":"Food operation licence for a restaurant (new)"},"office":{"zh":"嘉善县市场监督管理局","en":"Jiashan Administration for Market Regulation"},"applicants":["firm"],"caseKind":"promised","legalDays":10,"promisedDays":5,"visits":1,"sameCity":true,"online":true,"feeFen":0}]}"""
    );

    public static readonly ApiWords ReadGuide = new(
        ("读办事指南", "Read a guide"),
        (
            "现行版，或 version 指定的一版。公布的版本不会改动。情形问题在 questions，申请表字段在 fields，材料在 materials。",
            "The version in force, or the one that version names. A published version never changes. Its questions, fields and materials are what an application answers."
        ),
        ("指南的一个版本。", "One version of the guide."),
        """{"item":"restaurant-food-licence","version":1,"effectiveFrom":"2026-01-01","inForce":true,"office":{"zh":"嘉善县市场监督管理局","en":"Jiashan Administration for Market Regulation"},"guide":{"name":{"zh":"食品经营许可（餐饮服务）新办","en":"Food operation licence for a restaurant (new)"},"promisedDays":5,"visits":1,"questions":[],"fields":[],"materials":[]}}"""
    );

    public static readonly ApiWords ReadSituation = new(
        ("按情形列出材料", "What a situation asks for"),
        (
            "把对情形问题的回答发来，得到要提供的材料、免交的材料、要填的字段、跑几次和承诺时限。没有答全也可以，open 列出还要答的。什么也不保存。",
            "Send answers to the questions of the guide; the answer lists what to provide, what is not needed, fields, visits and the promised limit. Open questions are listed. Nothing is kept."
        ),
        ("这种情形要什么。", "What this situation asks for."),
        """{"item":"restaurant-food-licence","version":1,"answers":{"cold":"no"},"settled":false,"open":[{"id":"area","text":{"zh":"经营面积多大？","en":"How large is it?"},"choices":[]}],"conditions":[],"fields":[],"toProvide":[],"notNeeded":[],"visits":1,"promisedDays":5}""",
        """{"answers":{"cold":"no"}}"""
    );

    public static readonly ApiWords UploadMaterial = new(
        ("上传材料", "Upload a file"),
        (
            "正文就是文件，20 MB 以内，按内容判断种类。答复中的 hash 在申请里引用；只有上传它的系统能用。同一文件传两次还是一份。",
            "The body is the file, 20 MB at most; its bytes tell its kind. The hash in the answer is named by the application, and only the system that sent it can use it. The same file twice is one."
        ),
        ("文件已保存。", "The file is kept."),
        """{"hash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08","length":2009,"contentType":"application/pdf","name":"layout.pdf"}""",
        Body: "application/octet-stream"
    );

    public static readonly ApiWords SubmitApplication = new(
        ("提交申请", "Submit an application"),
        (
            "一步提交整份申请，检查与网上申报相同；大厅已有的信息自动填入，缺的材料由窗口一次性告知。申请人须在大厅登记过；企业由 representative（有授权的人）代办。"
                + "同一编号（Idempotency-Key）再发，得到第一次的答复，不会有第二个办件。",
            "Hands in a whole application in one step, checked as online; what the house knows is filled in, and what is missing is told once by the window. The applicant has to be registered; "
                + "for a firm representative names a person with its mandate. The same Idempotency-Key again gives the first answer and makes no second case."
        ),
        ("收件回执。", "The receipt."),
        """{"number":"330421-20261124-000001","item":{"zh":"食品经营许可（餐饮服务）新办","en":"Food operation licence for a restaurant (new)"},"place":"接口：示例商业银行","stage":{"zh":"收件","en":"Received"}}""",
        """{"item":"restaurant-food-licence","applicant":"92330421DEMA030119","representative":"330421190001010017","answers":{"cold":"no","area":"small"},"fields":{"shop-name":"云岫小馆","floor-area":"46"},"materials":{"layout":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},"delivery":"electronic","gapsPromised":false,"committed":false}"""
    );

    public static readonly ApiWords ReadCase = new(
        ("查办件状态", "Read how a case stands"),
        (
            "环节、已用和剩余工作日、现在在谁手里、要补什么。只能查本系统提交的办件，别的一律答复查无。不含个人信息。",
            "Stage, working days used and left, who holds it, what to supply. Only for cases that this system handed in; there is no other. No personal data."
        ),
        ("办件现在的情况。", "The case as it stands."),
        """{"number":"330421-20261124-000001","item":"restaurant-food-licence","itemVersion":1,"itemName":{"zh":"食品经营许可（餐饮服务）新办","en":"Food operation licence for a restaurant (new)"},"stageCode":"received","stage":{"zh":"收件","en":"Received"},"receivedAt":"2026-11-24T01:00:00Z","clock":{"what":{"zh":"答复是否受理","en":"To be accepted or not"},"total":5,"used":0,"left":5,"due":"2026-12-01","state":"running","provisional":false},"holders":[{"zh":"政务服务中心综合窗口","en":"Comprehensive window of the service centre"}],"toSupply":[]}"""
    );

    public static readonly ApiWords ReadFacts = new(
        ("读办件经过", "Read what happened to a case"),
        (
            "按先后列出，按键翻页。每条的 id 是短码，可在 /verify 查；logIndex 是公开日志的条目号。",
            "In order, paged by key. Each id is a code that /verify knows; logIndex is the entry of the public log."
        ),
        ("办件经过的一页。", "A page of facts."),
        """{"facts":[{"id":"0Z3K7-2MQ94-QDX8","kind":"case-received","at":"2026-11-24T01:00:00Z","says":{"zh":"收件，接口：示例商业银行","en":"Received, 接口：示例商业银行"},"logIndex":412}]}"""
    );

    public static readonly ApiWords VerifyCode = new(
        ("按短码验证", "Verify a code"),
        (
            "回答短码是不是我们发出的，证照现在是否有效。姓名遮盖。没有这个短码也是一种答复：verdict 为 notFound。",
            "Says whether we issued the code, and whether a licence still holds. Names are covered. That there is no such code is an answer too: verdict notFound."
        ),
        ("验证结果。", "The verdict."),
        """{"verdict":"genuine","code":"0Z3K7-2MQ94-QDX8","document":{"title":"食品经营许可证","number":"3304212026000001","office":"嘉善县市场监督管理局","holder":"嘉善云岫小馆","licence":{"good":true,"state":{"zh":"有效","en":"Valid"},"validUntil":"2031-11-23","replaced":false},"logIndex":412},"checks":[],"parts":[]}"""
    );

    public static readonly ApiWords VerifyFile = new(
        ("验证 PDF", "Verify a PDF"),
        (
            "正文就是 PDF，5 MB 以内，看一次，不保存。verdict：genuine 真，differs 不符（parts 列出被改的地方），notFound 查无。",
            "The body is the PDF, 5 MB at most; it is looked at once and not kept. verdict: genuine, differs (parts names what was altered), notFound."
        ),
        ("验证结果，逐项。", "The verdict, part by part."),
        """{"verdict":"differs","code":"0Z3K7-2MQ94-QDX8","checks":[{"holds":false,"what":{"zh":"文件里没有电子签名","en":"The file carries no signature"}}],"parts":[{"part":{"zh":"有效期至","en":"Valid until"},"shouldBe":"2031-11-23","reads":"2066-01-01"}]}""",
        Body: "application/pdf"
    );

    public static Words Status(int status) =>
        status switch
        {
            400 => ("读不懂请求。", "The request cannot be read."),
            401 => ("没有签名，或签名不成立。", "Not signed, or the signature does not hold."),
            403 => ("没有这项权限。", "No right to this."),
            404 => ("查无，或不是本系统的。", "Not there, or not this system's."),
            409 => ("编号已用于另一项操作。", "The key was used for another command."),
            413 => ("正文太大。", "The body is too large."),
            415 => ("不接受这种 Content-Type。", "This Content-Type is not taken."),
            422 => ("按规则不能办，原因和办法在答复里。", "Refused by a rule; the answer says which and what to do."),
            429 => ("请求太多，见 Retry-After。", "Too many requests; see Retry-After."),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "An answer without words."),
        };

    /// <summary>An example of the refusal that a status stands for, as the code says it.</summary>
    public static JsonNode? ProblemExample(int status)
    {
        Refusal why = status switch
        {
            400 => new RequestUnreadable(),
            401 => new Hosting.SignatureMissing(),
            403 => new Approvals.Cases.SystemMayNot(Kernel.People.SystemRight.Submit),
            404 => new Approvals.Cases.CaseNotFound("330421-20261124-000009"),
            409 => new Kernel.Data.KeyUsedAlready(),
            413 => new BodyTooLarge(),
            415 => new ContentTypeNotTaken(),
            422 => new Approvals.Applications.MaterialNotListed("other"),
            _ => new Hosting.TooManyRequests(),
        };
        var problem = new JsonObject
        {
            ["type"] = $"https://countyhall.example/refusals/{why.Code}",
            ["title"] = why.Reason.Zh,
            ["detail"] = why.Remedy.Zh,
            ["status"] = status,
            ["code"] = why.Code,
            ["reasonEn"] = why.Reason.En,
            ["remedyEn"] = why.Remedy.En,
        };
        if (why.Basis is { } basis)
            (problem["basis"], problem["basisEn"]) = (basis.Named.Zh, basis.Named.En);
        return problem;
    }
}
