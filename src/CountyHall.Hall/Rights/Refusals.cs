using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Hall.Rights;

public sealed record PostNotFound()
    : Refusal(
        ("查无此人，或者不在本县。", "There is no such person in this county."),
        ("请从人员列表进入。", "Choose the person from the list."),
        Provisions.Posts
    );

public sealed record OwnRights()
    : Refusal(
        ("不能变更自己的权限。", "Nobody changes their own rights."),
        ("请由另外两位系统管理员提出和确认。", "Have two other administrators propose and confirm it."),
        Provisions.Posts
    );

public sealed record OwnProposal()
    : Refusal(
        ("这项变更是您提出的，不能由您确认。", "You proposed this change, so you cannot confirm it."),
        ("请另一位系统管理员确认；不需要了可以撤回。", "Ask another administrator to confirm it; if it is no longer needed, take it back."),
        Provisions.Posts
    );

public sealed record RightsReasonMissing()
    : Refusal(
        ("没有写理由。", "No reason is given."),
        (
            "写一句理由，例如“调入食品科”，它会留在记录里。",
            "Give a reason in one sentence, such as 'moved to the food section'; it stays on record."
        )
    );

public sealed record RightsUnchanged()
    : Refusal(
        ("与现在的权限一样，没有变更。", "These are the rights as they are: nothing changes."),
        ("改动以后再提交。", "Change something first.")
    );

public sealed record RightsChangeWaiting()
    : Refusal(
        ("这个人已有一项变更在等确认。", "Another change for this person is waiting to be confirmed."),
        ("先确认或撤回那一项。", "Confirm it or take it back first.")
    );

public sealed record RightsChangeNotFound()
    : Refusal(
        ("查无这项权限变更。", "There is no such change of rights."),
        ("请从人员页面进入。", "Choose it from the page of the person.")
    );

public sealed record RightsChangeDecided()
    : Refusal(
        ("这项变更已经有了结论。", "This change has been decided already."),
        ("刷新页面查看结果。", "Reload the page to see the outcome.")
    );

public sealed record RightsChangedMeanwhile()
    : Refusal(
        ("提出之后，这个人的权限已被改过。", "This person's rights have changed since the proposal."),
        ("请撤回，按现在的权限重新提出。", "Take it back and propose anew from the rights as they are.")
    );

public sealed record RolesIncompatible()
    : Refusal(
        ("受理、审批、出件、系统管理不能由同一人兼任。", "Accepting or issuing, deciding, and administering must be different people."),
        ("请去掉其中一类职责；受理和出件可以由一人承担。", "Take one kind away; accepting and issuing may go together."),
        Provisions.Posts
    );

public sealed record TooFewAdministrators()
    : Refusal(
        (
            "变更后系统管理员不足两人，以后的变更就没有人能确认。",
            "Fewer than two administrators would remain, and nobody could confirm a change."
        ),
        ("请先增加一位系统管理员。", "Make somebody else an administrator first."),
        Provisions.Posts
    );

public sealed record OfficeUnknown(string Office)
    : Refusal(
        ($"本县没有单位“{Office}”。", $"There is no office “{Office}” in this county."),
        ("请从列表中选择。", "Choose one from the list.")
    );

public sealed record WindowUnknown(string Window)
    : Refusal(
        ($"没有窗口或窗口类别“{Window}”。", $"There is no window or window type “{Window}”."),
        ("请从列表中选择。", "Choose one from the list.")
    );
