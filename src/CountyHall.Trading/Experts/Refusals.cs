using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

public sealed record WrongExpertStage(ExpertStage At)
    : Refusal(
        ($"该专家现在“{At.Name.Zh}”，不能这样办理。", $"The expert stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的状态办理。", "Reload the page and go on from where the expert stands now.")
    );

public sealed record WrongDrawStage(DrawStage At)
    : Refusal(
        ($"抽取现在处于“{At.Name.Zh}”，不能这样办理。", $"The draw stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where the draw stands now.")
    );

public sealed record WrongCallStage(CallStage At)
    : Refusal(
        (
            $"这次邀请的状态是“{At.Name.Zh}”，不能再这样答复。",
            $"This invitation stands at “{At.Name.En}”; it cannot be answered like that."
        ),
        ("第一次答复有效；有疑问请联系县公共资源交易中心。", "The first answer holds; turn to the trading centre with questions.")
    );

public sealed record DrawNotFound(string Asked)
    : Refusal(($"查无专家抽取 {Asked}。", $"There is no draw {Asked}."), ("请核对抽取编号。", "Check the number of the draw."));

public sealed record DrawBeforeDeadline()
    : Refusal(
        (
            "投标截止前不知道投标人，不能计算回避，不能抽取。",
            "Before the deadline nobody knows the bidders, so recusal cannot be computed."
        ),
        ("请在投标截止后抽取。", "Draw after the bid deadline."),
        Laws.BiddingRegulation.At("第四十六条", "art. 46")
    );

public sealed record MeetingTimeWrong()
    : Refusal(
        ("评标时间应在现在之后、三十日之内。", "The evaluation lies ahead, within thirty days."),
        ("请重新填写评标时间。", "Enter the time of the evaluation again.")
    );

public sealed record PlaceNamesProject()
    : Refusal(
        ("地点会通知专家，不能写项目名称。", "The place is told to the experts; it must not name the project."),
        ("只写楼层和评标室。", "Write the floor and the room only."),
        Rulebook.NamesOpenBefore.Basis
    );

public sealed record CategoryUnknown(string Code)
    : Refusal(
        ($"现行专业目录里没有 {Code}。", $"The specialities in force have no {Code}."),
        ("请从现行目录中选择专业。", "Choose from the list in force.")
    );

public sealed record NothingWanted()
    : Refusal(
        ("请写明每个专业抽取几人，同一专业只写一次。", "Say how many of each speciality are wanted, each once."),
        ("至少抽取一名专家，至多三十名。", "From one to thirty experts.")
    );

public sealed record RepresentativeWrong()
    : Refusal(
        (
            "招标人代表应是有招标人有效授权的人，各写一次。",
            "A representative is somebody with a valid mandate of the entity, each named once."
        ),
        ("请先登记授权，再选择代表。", "Enter the mandate first, then choose.")
    );

public sealed record DrawnAlready()
    : Refusal(
        ("这个项目已经抽取过专家。", "Experts were drawn for this project already."),
        ("确需再次抽取的，请写明理由；监管人员会看到。", "To draw again, give the reason; the county sees it."),
        Rulebook.RecentService.Basis
    );

public sealed record DrawStillRunning()
    : Refusal(
        ("本项目的抽取还没有结束。", "A draw of this project is still under way."),
        ("请在原抽取中继续，或者先取消评标。", "Go on with it, or call off its evaluation first.")
    );

public sealed record PoolTooSmall(Words Speciality, int Wanted, IReadOnlyList<PoolStep> Steps)
    : Refusal(
        (
            $"专业“{Speciality.Zh}”全省范围内符合条件的专家不足 {Wanted} 人。各条件后剩余：{string.Join("，", Steps.Select(s => $"{PoolWords.Of(s.Condition).Zh} {s.Left}"))}。",
            $"Even in the whole province fewer than {Wanted} experts of “{Speciality.En}” are left. After each condition: {string.Join(", ", Steps.Select(s => $"{PoolWords.Of(s.Condition).En} {s.Left}"))}."
        ),
        ("请减少该专业人数、换专业，或者向上级专家库申请。", "Want fewer, choose another speciality, or ask the pool above."),
        Rulebook.CommitteeFewest.Basis
    );

public sealed record NotASideOfThisDraw()
    : Refusal(
        ("您不是这次抽取的份额方。", "You put no share into this draw."),
        ("请由抽取页面列出的两方办理。", "Let the two sides named on the page do it."),
        Provisions.Posts
    );

public sealed record OtherPlatform()
    : Refusal(
        ("这是另一个平台的抽取，您无权查看或者办理。", "This draw belongs to another platform; you cannot see it or act on it."),
        ("请由该平台的工作人员办理。", "Let the staff of that platform do it."),
        Provisions.Posts
    );

public sealed record ShareCommitmentWrong()
    : Refusal(
        (
            "指纹应为份额的 SHA-256（64 位十六进制），每方一次，各不相同。",
            "A fingerprint is the SHA-256 of a share (64 hex digits), one from each side, all different."
        ),
        ("请用页面生成份额和指纹。", "Let the page make share and fingerprint.")
    );

public sealed record ShareDiffers()
    : Refusal(
        ("份额与公布的指纹不一致。", "The share does not give the published fingerprint."),
        (
            "请揭示当初封存的那一串数字；找不到的，重新抽取并记录原因。",
            "Reveal the digits that were committed to; if they are lost, start anew and say why."
        )
    );

public sealed record ShareTooShort(double Bits)
    : Refusal(
        (
            $"份额只有 {DrawEntropy.Write(Bits)} 比特，至少 {Rulebook.ShareBits.Amount} 比特。",
            $"The share carries {DrawEntropy.Write(Bits)} bits; {Rulebook.ShareBits.Amount} at least are needed."
        ),
        ("请重新抽取，份额用一个 20 位以上的随机数。", "Start anew, with one random number of twenty digits or more."),
        Rulebook.ShareBits.Basis
    );

public sealed record EntropyTooSmall(double Bits, double Needed)
    : Refusal(
        (
            $"随机来源合计 {DrawEntropy.Write(Bits)} 比特，本次抽取至少需要 {DrawEntropy.Write(Needed)} 比特。",
            $"The sources carry {DrawEntropy.Write(Bits)} bits together; this draw needs {DrawEntropy.Write(Needed)}."
        ),
        ("请增加或者换用更长的随机来源。", "Add sources, or use longer ones."),
        Rulebook.ShareBits.Basis
    );

public sealed record NotYourInvitation()
    : Refusal(
        ("没有给您的这个邀请。", "There is no such invitation for you."),
        ("请用接到通知的本人账户登录。", "Sign in with your own account, the one that was invited."),
        Provisions.Posts
    );

public sealed record NotInLibrary()
    : Refusal(
        ("您不在本县专家库中。", "You are not in the county's library of experts."),
        ("请联系县公共资源交易中心。", "Turn to the trading centre."),
        Provisions.Posts
    );

public sealed record AnsweredTooLate(DateTime By)
    : Refusal(
        (
            $"答复时间到 {Written.Minute(By)} 为止，席位已按顺序通知下一位。",
            $"Answers were taken until {Written.Minute(By)}; the place has passed on to the next."
        ),
        ("不用再办理；感谢您的答复。", "There is nothing more to do; thank you for answering."),
        Rulebook.CallAnswer.Basis
    );

public sealed record NamesStillSealed(DateTime From)
    : Refusal(
        (
            $"名单在评标开始前密封，{Written.Minute(From)} 以后才能启封。",
            $"The names are sealed until the evaluation; they can be opened from {Written.Minute(From)}."
        ),
        ("请到时再办理。", "Come back then."),
        Laws.Bidding.At("第三十七条第五款", "art. 37(5)")
    );

public sealed record SeatsAreEmpty(int Missing)
    : Refusal(
        ($"还缺 {Missing} 名专家。", $"{Missing} experts are missing."),
        ("请等待通知结果，或者补充抽取。", "Wait for the answers, or draw those who are missing.")
    );

public sealed record OrderNotExhausted()
    : Refusal(
        ("抽取顺序中还有专家可以通知，或者还在等答复。", "The order still has experts, or answers are still awaited."),
        ("请按顺序通知完再补充抽取。", "Call the order to its end before drawing anew.")
    );

public sealed record SeatNotFound()
    : Refusal(
        ("本项目没有这个席位，或者席位已经空出。", "There is no such seat, or it was left already."),
        ("请刷新页面。", "Reload the page.")
    );

public sealed record ExpertUnknown(string Number)
    : Refusal(
        ($"专家库里没有 {Number}，或者不能参加评标。", $"There is no expert {Number}, or he may not serve."),
        ("请核对专家编号、资格和回避情况。", "Check number, qualification and recusal.")
    );

public sealed record ExpertDataWrong(Words What)
    : Refusal(($"“{What.Zh}”不对。", $"“{What.En}” is wrong."), ("请核对后重新填写。", "Check it and enter it again."));

public sealed record TooFewYears(int Years)
    : Refusal(
        (
            $"从事相关领域工作 {Years} 年，不满 {Rulebook.ExpertYears.Amount} 年。",
            $"{Years} years in the field; {Rulebook.ExpertYears.Amount} are needed."
        ),
        ("满年限后再入库。", "Enter him once the years are full."),
        Rulebook.ExpertYears.Basis
    );

public sealed record TitleTooLow()
    : Refusal(
        ("专家应具有高级职称或者同等专业水平。", "An expert has a senior title or the equal level."),
        ("请提供高级职称或者同等专业水平的证明。", "Give proof of a senior title or of the equal level."),
        Rulebook.ExpertYears.Basis
    );

public sealed record SmallProjectKnown(string Number)
    : Refusal(
        ($"编号 {Number} 已经登记为另一个项目。", $"The number {Number} stands for another project already."),
        ("请核对项目编号和名称。", "Check number and name.")
    );

public sealed record BriefingIncomplete()
    : Refusal(
        (
            $"集体约谈应当谈到全部 {Rulebook.BriefingTopics.Amount} 项：廉洁自律、评标纪律、客观公正、优质评标。",
            $"A briefing has all {Rulebook.BriefingTopics.Amount} topics: integrity, discipline, fairness, quality."
        ),
        ("四项都谈过并勾选后再记录。", "Tick them once all were talked about."),
        Rulebook.BriefingTopics.Basis
    );

public sealed record BriefingNotHeld()
    : Refusal(
        ("还没有记录集体约谈。", "No briefing is on record."),
        ("请先由监管人员记录约谈。", "Let the supervisor record it first."),
        Rulebook.BriefingFrom.Basis
    );

public sealed record BriefingMissing()
    : Refusal(
        (
            $"估算价 {Rulebook.BriefingFrom.Amount / 10_000} 万元以上的工程，评标前应当集体约谈，到场专家全部签名后才能评分。",
            $"For works of {Rulebook.BriefingFrom.Amount:#,0} yuan and more nothing is scored before the briefing is held and every expert has signed."
        ),
        ("请监管人员记录约谈，专家在手机端签名。", "Let the supervisor record it and the experts sign on their phones."),
        Rulebook.BriefingFrom.Basis
    );

public sealed record CommitteeStillSealed()
    : Refusal(
        ("评标委员会名单还没有启封。", "The committee is not known yet."),
        ("请在名单启封后办理。", "Do it once the names are opened.")
    );

public sealed record ExpertNotHeard(DateTime AnswerBy)
    : Refusal(
        (
            $"认定前应当听取专家的陈述；专家还没有陈述，期限到 {Written.Minute(AnswerBy)}。",
            $"The expert is heard first; nothing was said yet, and the time runs until {Written.Minute(AnswerBy)}."
        ),
        ("请等专家陈述，或者期限届满后认定。", "Wait for the statement, or for the end of the time."),
        Rulebook.ConductAnswer.Basis
    );

public sealed record WrongConductStage(ConductStage At)
    : Refusal(
        ($"该行为报告处于“{At.Name.Zh}”，不能这样办理。", $"The report stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from there.")
    );

public sealed record ConductNotFound() : Refusal(("没有这份报告。", "There is no such report."), ("请刷新页面。", "Reload the page."));

public sealed record FindingWrong()
    : Refusal(
        (
            $"记分 0 到 {Rulebook.ConductPoints.Amount} 分；暂停要写明以后的截止日。",
            $"Points run from 0 to {Rulebook.ConductPoints.Amount}; a suspension has its last day, in the future."
        ),
        ("请核对处理方式、记分和截止日。", "Check measure, points and last day."),
        Laws.BiddingRegulation.At("第七十一条", "art. 71")
    );

public sealed record AppealTooLate(DateTime AppealBy)
    : Refusal(
        ($"申诉期限到 {Written.Minute(AppealBy)} 为止。", $"Appeals were taken until {Written.Minute(AppealBy)}."),
        ("可以依法申请行政复议或者提起诉讼。", "Reconsideration and suit remain open by law."),
        Rulebook.ConductAppeal.Basis
    );

/// <summary>The conditions of a pool by name.</summary>
public static class PoolWords
{
    public static Words Of(PoolCondition condition) =>
        condition switch
        {
            PoolCondition.Speciality => ("专业和资格", "speciality and qualification"),
            PoolCondition.Area => ("区域", "area"),
            PoolCondition.Standing => ("未暂停或取消资格", "not suspended or disqualified"),
            PoolCondition.Leave => ("未请假", "not on leave"),
            PoolCondition.Employer => ("不在回避单位任职", "not employed by a party"),
            PoolCondition.Authority => ("非主管、监督部门人员", "not of the authorities"),
            PoolCondition.Ties => ("无持股、纠纷和申报的利害关系", "no holding, dispute or declared tie"),
            PoolCondition.RecentService => ("近期未参加评标", "no recent service"),
            _ => ("本次未通知过", "not called before"),
        };

    public static Words Of(DrawArea area) =>
        area switch
        {
            DrawArea.County => ("本县", "the county"),
            DrawArea.City => ("全市", "the city"),
            _ => ("全省", "the province"),
        };

    public static Words Of(DrawParty party) =>
        party switch
        {
            DrawParty.Entity => ("招标人（代理机构）", "The tendering entity"),
            DrawParty.Supervisor => ("行政监督部门", "The supervising department"),
            DrawParty.Platform => ("小额交易平台", "The small platform"),
            _ => ("县交易中心", "The county's centre"),
        };

    public static Words Of(DeclineReason reason) =>
        reason switch
        {
            DeclineReason.Time => ("时间冲突", "another duty"),
            DeclineReason.Health => ("健康原因", "health"),
            DeclineReason.Recusal => ("应当回避", "recusal"),
            _ => ("其他", "other"),
        };

    public static Words Of(TieKind kind) =>
        kind switch
        {
            TieKind.Employment => ("任职（含三年内）", "employment (three years back)"),
            TieKind.Shareholding => ("持股或者实际控制", "holding or control"),
            TieKind.Dispute => ("有过纠纷", "dispute"),
            TieKind.Kinship => ("近亲属任职或者持股", "close relative"),
            _ => ("其他利害关系", "other interest"),
        };
}
