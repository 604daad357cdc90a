using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Securities;

/// <summary>The step does not exist where the security stands.</summary>
public sealed record WrongSecurityStage(string SubAccount, SecurityStage At)
    : Refusal(
        (
            $"子账号 {SubAccount} 的保证金现在处于“{At.Name.Zh}”，不能这样办理。",
            $"The security of sub-account {SubAccount} stands at “{At.Name.En}”; that step does not exist there."
        ),
        ("请刷新页面，按现在的状态办理。", "Reload the page and go on from where it stands now."),
        SecurityProvisions.Books
    );

public sealed record SecurityNotFound()
    : Refusal(("没有这笔保证金。", "There is no such security."), ("请核对子账号。", "Check the sub-account."), SecurityProvisions.Books);

public sealed record LineNotFound()
    : Refusal(
        ("没有这笔待核的流水。", "There is no such line that waits."),
        ("请刷新页面。", "Reload the page."),
        SecurityProvisions.Books
    );

public sealed record DeadlinePassed(DateTime Deadline)
    : Refusal(
        (
            $"投标截止时间已过（{Kernel.Calendar.CountyTime.Local(Deadline):yyyy-MM-dd HH:mm:ss}，到点即为截止）。",
            $"The deadline has passed ({Kernel.Calendar.CountyTime.Local(Deadline):yyyy-MM-dd HH:mm:ss} in Beijing; at that very moment it is too late)."
        ),
        ("请关注同一招标人的其他公告。", "Look for other announcements of the same entity."),
        SecurityProvisions.Deadline
    );

public sealed record LotNotOpen(string Lot, LotStage At)
    : Refusal(
        ($"标段 {Lot} 现在处于“{At.Name.Zh}”，不接受这项办理。", $"Lot {Lot} stands at “{At.Name.En}” and takes this no more, or not yet."),
        ("请看公告上的时间安排。", "See the dates on the announcement."),
        SecurityProvisions.Deadline
    );

public sealed record NotRegisteredForLot(string Lot)
    : Refusal(
        ($"您代表的单位还没有报名参加标段 {Lot}。", $"Your firm has not registered for lot {Lot}."),
        ("请先报名，再取保证金子账号。", "Register first; the sub-account follows."),
        SecurityProvisions.Books
    );

public sealed record NoSecurityAsked(string Lot)
    : Refusal(
        ($"标段 {Lot} 不要求投标保证金。", $"Lot {Lot} asks for no security."),
        ("不用交，直接投标即可。", "Nothing is to be paid; go on to the bid."),
        SecurityProvisions.BasicAccount
    );

public sealed record AccountNumberWrong()
    : Refusal(
        ("银行账号应为 6 到 40 位数字或字母。", "An account number has 6 to 40 digits or letters."),
        ("请照开户许可证或基本存款账户信息填写。", "Enter it as on the bank's confirmation of the basic account."),
        SecurityProvisions.BasicAccount
    );

public sealed record BankMissing()
    : Refusal(
        ("没有填写开户银行，或开户日期在将来。", "The bank is missing, or the day of opening lies ahead."),
        ("请填写开户银行全称和开户日期。", "Enter the bank's full name and the day of opening."),
        SecurityProvisions.BasicAccount
    );

public sealed record LetterNotEnough(long Asked)
    : Refusal(
        ($"保函金额少于应交的保证金 {Asked / 100m:#,0.00} 元。", $"The letter covers less than the security of CNY {Asked / 100m:#,0.00}."),
        ("请开立足额保函。", "Have a letter issued over the full amount."),
        SecurityProvisions.BasicAccount
    );

public sealed record LetterTooShort(DateOnly Needed)
    : Refusal(
        (
            $"保函有效期应不早于 {Needed:yyyy-MM-dd}，与投标有效期一致。",
            $"The letter must hold until {Needed:yyyy-MM-dd}, as long as the bid."
        ),
        ("请出具人延长保函有效期。", "Have its issuer prolong it."),
        SecurityProvisions.SameValidity
    );

public sealed record LetterIncomplete()
    : Refusal(
        ("保函的出具人、编号或文件没有填全。", "Issuer, number or paper of the letter is missing."),
        ("请填写出具人和编号，并上传保函。", "Enter issuer and number, and upload the letter."),
        SecurityProvisions.SameValidity
    );

public sealed record StatementFileWrong(IReadOnlyList<Words> Rows)
    : Refusal(
        (
            $"对账单没有导入，有 {Rows.Count} 处不对：{string.Join("；", Rows.Select(r => r.Zh))}。",
            $"Nothing was imported; {Rows.Count} things are wrong: {string.Join("; ", Rows.Select(r => r.En))}."
        ),
        ("请向银行重新下载，或改正所列各行后再导入。", "Download it again from the bank, or correct the rows named and import again."),
        SecurityProvisions.Books
    );

public sealed record StatementImportedAlready(DateTime At)
    : Refusal(
        (
            $"这个文件在 {Kernel.Calendar.CountyTime.Local(At):yyyy-MM-dd HH:mm} 已经导入，没有重复记账。",
            $"This file was imported on {Kernel.Calendar.CountyTime.Local(At):yyyy-MM-dd HH:mm}; nothing was booked twice."
        ),
        ("请导入新的对账单。", "Import a new statement."),
        SecurityProvisions.Books
    );

public sealed record AnotherBankAccount()
    : Refusal(
        ("对账单的账号不是一直使用的保证金账户。", "The statement belongs to another account than the one of the securities."),
        ("请下载保证金账户的对账单。", "Download the statement of the account of the securities."),
        SecurityProvisions.Books
    );

public sealed record StillMismatched(Mismatch Why)
    : Refusal(
        ($"仍然不符：{Mismatches.NameOf(Why).Zh}。", $"It still does not match: {Mismatches.NameOf(Why).En}."),
        (
            "请退回付款人，或等投标人登记基本账户后再核。",
            "Return it to whoever paid, or wait until the bidder has registered the basic account."
        ),
        SecurityProvisions.BasicAccount
    );

public sealed record RefundToAnotherAccount()
    : Refusal(
        ("保证金只能退回到原来付款的账户。", "A security goes back only to the account it came from."),
        (
            "请按原账户退还；原账户已销户的，请投标人与开户银行办理转入。",
            "Refund to that account; where it was closed, the bidder settles it with the bank."
        ),
        SecurityProvisions.BasicAccount
    );

public sealed record NothingToExport()
    : Refusal(
        ("没有待导出的付款指令。", "No payment order waits to be exported."),
        ("请先办理退还。", "Order refunds first."),
        SecurityProvisions.Books
    );

public sealed record StillSecret()
    : Refusal(
        ("截止前不得查看或处理这笔保证金的投标人信息。", "Before the deadline nobody may see or handle whose security this is."),
        ("请在投标截止后办理。", "Come back after the deadline."),
        SecurityProvisions.Secrecy
    );

public sealed record DecisionMissing()
    : Refusal(
        ("没有填写依据文件的编号或理由。", "The number of the decision, or the reason, is missing."),
        ("请填写招标人的书面决定或合同编号。", "Enter the number of the entity's written decision or of the contract."),
        SecurityProvisions.NoContract
    );

public sealed record NoGroundForRefunds()
    : Refusal(
        (
            "招标没有终止，标段没有流标，也没有填写合同签订日期。",
            "The tender was not terminated, the lot did not fail, and no contract is named."
        ),
        (
            "请填写合同编号和签订日期，或等流标、终止公告发布后办理。",
            "Enter number and day of the contract, or wait for the notice of failure or termination."
        ),
        SecurityProvisions.Books
    );
