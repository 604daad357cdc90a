using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Hall.Systems;

public sealed record SystemKeyWrong()
    : Refusal(
        ("系统标识不对。", "This is not a system key."),
        (
            "用 4–40 位小写字母、数字和连字符，以字母开头，例如 bank-hall。",
            "Use 4 to 40 small letters, digits and hyphens, beginning with a letter, such as bank-hall."
        )
    );

public sealed record SystemKeyTaken()
    : Refusal(("这个系统标识已被使用。", "This system key is in use."), ("请换一个标识。", "Choose another key."));

public sealed record SystemNameMissing()
    : Refusal(
        ("没有填写系统名称，或超过 50 字。", "The name of the system is missing, or over 50 characters."),
        ("请填写全称或通用简称。", "Enter its full or usual short name.")
    );

public sealed record ContactOfficeUnknown()
    : Refusal(
        ("没有选择联系单位。", "No contact office was chosen."),
        ("请选择对这个系统负责的本县单位。", "Choose the office of this county that answers for the system.")
    );

public sealed record SystemValidityWrong(DateOnly Latest)
    : Refusal(
        ($"有效期要在明天到 {Latest:yyyy-MM-dd} 之间。", $"The last day lies between tomorrow and {Latest:yyyy-MM-dd}."),
        ("请改日期；密钥最长用三年，到期前换新。", "Change the day; a key is used for three years at most and replaced before."),
        Provisions.Posts
    );

public sealed record SystemReasonMissing()
    : Refusal(
        ("没有写理由。", "No reason is given."),
        ("写一句理由，它会留在记录里。", "Give a reason in one sentence; it stays on record.")
    );

public sealed record SystemUnchanged()
    : Refusal(
        ("与现在登记的一样，没有变更。", "This is what is recorded already: nothing changes."),
        ("改动以后再提交。", "Change something first.")
    );

public sealed record SystemChangeWaiting()
    : Refusal(
        ("这个系统已有一项变更在等确认。", "Another change for this system is waiting to be confirmed."),
        ("先确认或撤回那一项。", "Confirm it or take it back first.")
    );

public sealed record SystemChangeNotFound()
    : Refusal(("查无这项接入变更。", "There is no such change."), ("请从接入系统页面进入。", "Choose it on the page of systems."));

public sealed record SystemChangeDecided()
    : Refusal(
        ("这项变更已经有了结论。", "This change has been decided already."),
        ("刷新页面查看结果。", "Reload the page to see the outcome.")
    );

public sealed record OwnSystemProposal()
    : Refusal(
        ("这项变更是您提出的，不能由您确认。", "You proposed this change, so you cannot confirm it."),
        ("请另一位系统管理员确认；不需要了可以撤回。", "Ask another administrator to confirm it; if it is no longer needed, take it back."),
        Provisions.Posts
    );

public sealed record SystemChangedMeanwhile()
    : Refusal(
        ("提出之后，这个系统的登记已被改过。", "The record of this system has changed since the proposal."),
        ("请撤回，按现在的登记重新提出。", "Take it back and propose anew from what is recorded now.")
    );

public sealed record SystemNotFound()
    : Refusal(("查无这个接入系统。", "There is no such system."), ("请从接入系统列表进入。", "Choose it from the list of systems."));

public sealed record SystemStoppedAlready()
    : Refusal(("这个系统已经停用。", "This system is stopped already."), ("重新接入须两人办理。", "Connecting it again takes two people."));
