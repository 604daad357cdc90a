using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Registrations;

/// <summary>The step does not exist where the registration stands.</summary>
public sealed record WrongRegistrationStage(RegistrationStage At)
    : Refusal(
        ($"报名现在处于“{At.Name.Zh}”，不能这样办理。", $"The registration stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where it stands now.")
    );

/// <summary>Told to whoever asks for what is not theirs to see, too.</summary>
public sealed record RegistrationNotFound()
    : Refusal(("没有这份报名。", "There is no such registration."), ("请核对标段编号。", "Check the number of the lot."));

/// <summary>TR-11.12.</summary>
public sealed record PartyToTheTender()
    : Refusal(
        (
            "您的单位是本项目的招标人或招标代理机构，不得在本项目投标。",
            "Your firm is the tendering entity or the agency of this tender and may not bid in it."
        ),
        (
            "请不要报名；代理机构也不得为本项目的投标人提供咨询。",
            "Do not register; the agency may not advise a bidder of this tender either."
        ),
        RegistrationProvisions.AgencyMayNotBid
    );

public sealed record RegisteredAlready()
    : Refusal(
        ("您的单位已经报名参加这个标段。", "Your firm has registered for this lot already."),
        ("请在“我的投标”中查看。", "See it among your tenders."),
        RegistrationProvisions.Registration
    );

public sealed record MembersWrong(string Code)
    : Refusal(
        ($"联合体成员的统一社会信用代码 {Code} 不对，或就是本单位。", $"{Code} is no unified social credit code of another firm."),
        ("请逐行填写其他成员的 18 位代码。", "Enter the 18 characters of each other member on a line of its own."),
        RegistrationProvisions.Consortium
    );

public sealed record StatementMissing()
    : Refusal(
        ("没有说明怎样符合公告的条件，或超过 2000 字。", "It is not said how you meet the conditions, or in more than 2,000 characters."),
        ("请对照公告逐条说明，并上传证明。", "Go through the conditions of the announcement and upload your proofs."),
        RegistrationProvisions.Registration
    );

/// <summary>A refusal must rest on what the announcement asked for.</summary>
public sealed record GroundNotInTheNotice(string Ground)
    : Refusal(
        (
            $"“{Ground}”不是公告中的条件，不能据此不予通过。",
            $"“{Ground}” is no condition of the announcement; nobody can be refused by it."
        ),
        (
            "请选择公告列明的条件；需要补充材料的，退回补充。",
            "Choose a condition that stands there; where a paper is missing, return it to be completed."
        ),
        RegistrationProvisions.OnlyByTheNotice
    );

public sealed record ReasonsMissing()
    : Refusal(
        ("没有写明缺什么或不符合在哪里。", "It is not said what is missing, or in what the condition is not met."),
        ("请写明，投标人会看到。", "Say so; the bidder reads it."),
        RegistrationProvisions.OnlyByTheNotice
    );

public sealed record SettingInThePast()
    : Refusal(
        ("审核设置只能从今天或以后的日子起生效。", "A setting can begin today or later, not in the past."),
        ("请选择今天或以后的日期。", "Choose today or a later day."),
        RegistrationProvisions.Registration
    );

/// <summary>Provisions on taking part.</summary>
public static class RegistrationProvisions
{
    /// <summary>Agencies may neither bid nor advise bidders in what they handle.</summary>
    public static readonly Provision AgencyMayNotBid = Laws.BiddingRegulation.At("第十三条", "art. 13");

    /// <summary>Who has an interest with the entity, and firms under the same head or control, may not bid in the same lot.</summary>
    public static readonly Provision Related = Laws.BiddingRegulation.At("第三十四条", "art. 34");

    public static readonly Provision Consortium = Laws.BiddingRegulation.At("第三十七条", "art. 37");

    /// <summary>No condition that the announcement does not name.</summary>
    public static readonly Provision OnlyByTheNotice = Laws.BiddingRegulation.At("第三十二条", "art. 32");

    /// <summary>TR-11.4: registering is no hurdle; the review of it is a step that the county can switch off.</summary>
    public static readonly Provision Registration = Laws.ElectronicBidding.At("第二十条", "art. 20");
}
