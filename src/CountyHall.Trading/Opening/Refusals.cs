using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>Provisions by which an opening is held; those with a number are in the rulebook.</summary>
public static class OpeningLaw
{
    /// <summary>Opened at the deadline, publicly, at the place named. TR-3.23.</summary>
    public static readonly Provision SameMoment = Laws.Bidding.At("第三十四条", "art. 34");

    /// <summary>The seal is checked, all that came in time is opened and read out, and recorded. TR-3.23.</summary>
    public static readonly Provision AllReadOut = Laws.Bidding.At("第三十六条", "art. 36");

    /// <summary>An objection to the opening is raised and answered on the spot, and recorded. TR-3.11.</summary>
    public static readonly Provision Objection = Laws.BiddingRegulation.At("第四十四条第三款", "art. 44(3)");

    /// <summary>A revoked bid's security may be kept. TR-3.16.</summary>
    public static readonly Provision Revocation = Laws.BiddingRegulation.At("第三十五条第二款", "art. 35(2)");

    /// <summary>Nobody decrypts before the opening. Section 8, item 8.</summary>
    public static readonly Provision NobodyBefore = Laws.ElectronicBidding.At("第二十七条", "art. 27");

    /// <summary>The system takes up all bids and asks for decryption in time, then publishes. Section 8, item 9.</summary>
    public static readonly Provision Decryption = Laws.ElectronicBidding.At("第三十条", "art. 30");

    /// <summary>Not decrypted: revoked through the bidder's fault, withdrawn without it. Section 8, item 10.</summary>
    public static readonly Provision NotDecrypted = Laws.ElectronicBidding.At("第三十一条", "art. 31");

    /// <summary>The record is made and published. Section 8, item 11.</summary>
    public static readonly Provision Record = Laws.ElectronicBidding.At("第三十二条", "art. 32");
}

public sealed record OpeningNotFound(string Asked)
    : Refusal(
        ($"查无开标会 {Asked}。", $"There is no opening {Asked}."),
        ("请从今日开标里打开，或者核对招标项目编号。", "Open it from today's openings, or check the number of the tender.")
    );

public sealed record WrongOpeningStage(OpeningStage At)
    : Refusal(
        ($"开标现在是“{At.Name.Zh}”环节，不能这样办理。", $"The opening stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where it stands now.")
    );

public sealed record WrongOpeningBidStage(string Bidder, OpeningBidStage At)
    : Refusal(
        (
            $"{Bidder}的投标文件现在是“{At.Name.Zh}”，不能这样办理。",
            $"The bid of {Bidder} stands at “{At.Name.En}”; that step does not exist there."
        ),
        ("请刷新页面，按现在的状态办理。", "Reload the page and go on from where it stands now.")
    );

/// <summary>One millisecond before the deadline nothing is opened, by anybody.</summary>
public sealed record NotBeforeTheDeadline(DateTime Deadline)
    : Refusal(
        (
            $"投标截止时间是 {CountyTime.Local(Deadline):yyyy-MM-dd HH:mm:ss}，在此之前任何人不得公布名单、解密或者开标。",
            $"The deadline is {CountyTime.Local(Deadline):yyyy-MM-dd HH:mm:ss}; before it nobody publishes names, decrypts or opens."
        ),
        ("请等到截止时间；时间以本系统的时钟为准。", "Wait for the deadline; the clock of this house decides."),
        OpeningLaw.NobodyBefore
    );

/// <summary>Bidders sign in from a stated time before the deadline.</summary>
public sealed record SignInNotYet(DateTime From)
    : Refusal(
        ($"签到从 {CountyTime.Local(From):yyyy-MM-dd HH:mm} 开始。", $"Signing in begins at {CountyTime.Local(From):yyyy-MM-dd HH:mm}."),
        ("请到时再来。", "Come back then."),
        Rulebook.SignInBefore.Basis
    );

public sealed record TenderNotAnnounced()
    : Refusal(
        (
            "招标公告还没有发布，或者招标已经终止，不能安排开标。",
            "The tender is not announced, or was terminated; no opening can be arranged."
        ),
        ("请先发布公告。", "Announce it first."),
        OpeningLaw.SameMoment
    );

public sealed record NoRoomForOpening(DateTime Deadline)
    : Refusal(
        (
            $"没有包括投标截止时间（{CountyTime.Local(Deadline):yyyy-MM-dd HH:mm}）在内、已经确认的开标场地。",
            $"No confirmed room for the opening has the deadline ({CountyTime.Local(Deadline):yyyy-MM-dd HH:mm}) in its time."
        ),
        (
            "请先在“场地与场次”预约，由场地人员确认后再安排开标。",
            "Book a room under “Rooms and sessions”; once the staff confirm it, arrange the opening."
        ),
        OpeningLaw.SameMoment
    );

public sealed record DecryptionTimeWrong()
    : Refusal(
        (
            $"解密时限（包括每次延长）要在 {Rulebook.DecryptionShortest.Amount} 到 {Rulebook.DecryptionLongest.Amount} 分钟之间，延长不少于 1 分钟。",
            $"The time to decrypt is {Rulebook.DecryptionShortest.Amount} to {Rulebook.DecryptionLongest.Amount} minutes, an extension 1 to {Rulebook.DecryptionLongest.Amount}."
        ),
        ("请按招标文件写明的分钟数填写。", "Enter the minutes that the documents say."),
        Rulebook.DecryptionLongest.Basis
    );

public sealed record DrawPlanWrong()
    : Refusal(
        ("抽取的参数要有名称，至少两个、至多一千个不同的候选值。", "A draw needs a name and two to a thousand different values."),
        ("每行写一个候选值；招标文件不要求抽取的，留空。", "One value a line; leave it blank where the documents ask for no draw."),
        OpeningLaw.Decryption
    );

/// <summary>What was not drawn at the opening cannot be drawn later, and without it nothing is evaluated.</summary>
public sealed record DocumentsAskForDraw(DrawPlan Asked)
    : Refusal(
        (
            $"招标文件规定“{Asked.Name}”在开标时公开抽取，候选值为 {string.Join("、", Asked.Values)}。",
            $"By the documents “{Asked.Name}” is drawn at the opening, out of {string.Join(", ", Asked.Values)}."
        ),
        ("请照招标文件填写抽取的参数和候选值。", "Enter the parameter and its values as the documents have them."),
        Laws.Bidding.At("第四十条", "art. 40")
    );

public sealed record BasePriceWrong()
    : Refusal(
        (
            "标底和口令与开标前封存的指纹不符，或者没有填写。",
            "Base price and salt do not give the fingerprint sealed before the opening, or are missing."
        ),
        (
            "请填写封存时用的金额（元）和口令。一个招标项目只能有一个标底，开标前必须保密，也不能作为否决投标的条件。",
            "Enter the amount (yuan) and salt with which it was sealed. There is at most one base price, secret until the opening, and no ground to reject a bid."
        ),
        Rulebook.BasePrices.Basis
    );

public sealed record YouHaveNoBidHere()
    : Refusal(
        ("贵单位在这次开标中没有已接收的投标文件。", "Your firm has no bid in this opening."),
        ("请核对项目编号；开标对公众公开，您仍可以旁听。", "Check the number; the opening is public and you may watch.")
    );

public sealed record DecryptionTimeOver(DateTime Closed)
    : Refusal(
        ($"解密时间已于 {CountyTime.Local(Closed):HH:mm:ss} 结束。", $"The time to decrypt ended at {CountyTime.Local(Closed):HH:mm:ss}."),
        ("确因系统原因未能解密的，请立即向主持人提出异议。", "If the system was at fault, object to the chair at once."),
        OpeningLaw.NotDecrypted
    );

public sealed record StillTimeToDecrypt(DateTime Closes)
    : Refusal(
        (
            $"还有投标文件没有解密，解密时间到 {CountyTime.Local(Closes):HH:mm:ss} 才结束。",
            $"Some bids are not decrypted yet, and their bidders have until {CountyTime.Local(Closes):HH:mm:ss}."
        ),
        ("请等到时间结束，或者全部解密。", "Wait until the time is over, or until all are decrypted."),
        OpeningLaw.Decryption
    );

/// <summary>Damage is decided first: it is never laid to the bidder's charge.</summary>
public sealed record FaultNotDecided(string Bidder)
    : Refusal(
        ($"{Bidder}的投标文件未能解密的原因还没有处理完。", $"Why the bid of {Bidder} did not open is not settled yet."),
        (
            "系统里的文件与回执不一致的，请记录系统原因，由监督部门确认后补救，或者视为撤回。",
            "Where the bytes differ from the receipt, record the fault; once the supervisor agrees, have it recovered or deem it withdrawn."
        ),
        OpeningLaw.NotDecrypted
    );

/// <summary>Nothing that a chair says alone makes a fault of the system.</summary>
public sealed record IncidentNotProved()
    : Refusal(
        (
            "系统里的文件与回执一致，监督部门和场地人员也没有记录异常，不能认定为系统原因。",
            "The bytes are as in the receipt, and neither the supervisor nor the venue noted an incident; no fault of the system is proved."
        ),
        ("请先由在场的监督人员或场地人员记录异常情况。", "First have the supervisor or the staff of the venue note the incident."),
        OpeningLaw.NotDecrypted
    );

public sealed record ReasonNeeded()
    : Refusal(
        ("请写明理由，写进开标记录。", "Give the reason; it goes into the record."),
        ("用一句话写清楚，最多 500 字。", "One plain sentence, 500 characters at most.")
    );

public sealed record NoSuchOpeningBid()
    : Refusal(("这次开标里没有这份投标文件。", "There is no such bid in this opening."), ("请从页面上选。", "Choose it on the page."));

public sealed record NotYourShare()
    : Refusal(
        ("您不是这份投标文件的密钥保管人。", "You are not a custodian of this bid."),
        ("请由这一份名单上的保管人办理。", "Let a custodian on its panel do it.")
    );

public sealed record ShareWrong()
    : Refusal(
        ("份额不对，打不开这份投标文件。", "The shares do not open this bid."),
        (
            "请核对密钥文件后再交一次；也可以请另一位保管人交。",
            "Check the key file and give it again, or let another custodian give theirs."
        )
    );

/// <summary>The bytes must be there again before anybody's key can help.</summary>
public sealed record BytesStillDamaged()
    : Refusal(
        (
            "系统里的文件与回执不一致，份额已保存，但现在打不开。",
            "The bytes differ from the receipt; the share is kept, but nothing opens them now."
        ),
        ("请运维人员从备份恢复这份文件后，再交一次。", "Have the file brought back from the backup, then give the share again."),
        OpeningLaw.NotDecrypted
    );

public sealed record DrawNeedsTwoSources()
    : Refusal(
        ("公开抽取至少要有两方事先封存的份额，现在不足。", "An open draw needs shares committed to by two sides; there are fewer."),
        (
            "请招标人（代理机构）、监督部门或投标人在解密结束前封存份额。",
            "Let the entity, the supervisor or a bidder commit before the decryption closes."
        ),
        OpeningLaw.Decryption
    );

public sealed record ShareNotAsCommitted()
    : Refusal(
        ("份额与事先公布的指纹不符。", "The share does not give the fingerprint that was published."),
        ("请填写封存时生成的那一串数字。", "Enter the numbers made when it was committed."),
        OpeningLaw.Decryption
    );

public sealed record CommitmentWrong()
    : Refusal(
        (
            "指纹应是 64 位小写十六进制数字，并且每一方只能封存一次。",
            "A fingerprint has 64 lowercase hexadecimal digits, and each side commits once."
        ),
        ("请用页面上的按钮生成。", "Use the button on the page."),
        OpeningLaw.Decryption
    );

public sealed record ParametersNotDrawn()
    : Refusal(
        ("招标文件要求公开抽取参数，还没有抽取。", "The documents ask for a draw, which has not been made."),
        ("请各方先揭示份额。", "Let each side reveal its share."),
        OpeningLaw.Decryption
    );

public sealed record ObjectionUnanswered(string Bidder)
    : Refusal(
        (
            $"{Bidder}的异议还没有答复。对开标的异议要当场答复并记录。",
            $"The objection of {Bidder} is not answered; it is to be answered on the spot and recorded."
        ),
        ("请先答复。", "Answer it first."),
        OpeningLaw.Objection
    );

public sealed record NoSuchObjection()
    : Refusal(
        ("没有这条异议，或者已经答复。", "There is no such objection, or it is answered already."),
        ("请刷新页面。", "Reload the page.")
    );

/// <summary>Not everybody confirmed, and nobody said why.</summary>
public sealed record ConfirmationsMissing(int Missing)
    : Refusal(
        ($"还有 {Missing} 家没有确认记录。", $"{Missing} bidders have not confirmed the record."),
        ("请等他们确认，或者写明没有确认的原因。", "Wait for them, or say why they have not."),
        OpeningLaw.AllReadOut
    );

/// <summary>An objection to the documents waits for its answer: nothing of the tender goes on.</summary>
public sealed record SuspendedByObjection()
    : Refusal(
        (
            "对招标文件的异议还没有答复，答复前应当暂停招标投标活动。",
            "An objection to the documents is not answered; until then the tender stands still."
        ),
        ("请先答复异议，再公布名单。", "Answer the objection, then publish the bidders."),
        Rulebook.ObjectionAnswer.Basis
    );

/// <summary>What arrived in time is in time, however long its check takes.</summary>
public sealed record BidsBeingChecked()
    : Refusal(
        ("有截止前收到的投标文件正在核对，名单还不能公布。", "Bids that arrived before the deadline are still being checked."),
        ("请稍等片刻再公布。", "Wait a moment and publish again."),
        OpeningLaw.Decryption
    );
