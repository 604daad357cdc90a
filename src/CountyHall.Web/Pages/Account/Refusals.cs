using CountyHall.Kernel.Results;

namespace CountyHall.Web.Pages.Account;

/// <summary>The same words for a wrong name and a wrong password: whether there is such an account is nobody's business.</summary>
public sealed record SignInWrong()
    : Refusal(
        ("用户名和密码对不上。", "The user name and the password do not match."),
        (
            "请核对大小写后再输一次；连续错 5 次，这个用户名要停 15 分钟。",
            "Check upper and lower case and try again; after 5 wrong tries this name has to wait 15 minutes."
        )
    );

public sealed record SignInLocked(DateTime LockedUntil)
    : Refusal(
        (
            "连续 5 次没有输对，这个用户名暂停用密码登录。",
            "After 5 wrong tries in a row this name cannot be signed in with a password for now."
        ),
        (
            "到时间后再试，不需要别人解锁；已登记通行密钥的，现在就可以用密钥登录。",
            "Try again after that time, nobody has to unlock it; whoever has a passkey can use it now."
        )
    );

public sealed record SignInTooOften()
    : Refusal(
        ("一分钟内试的次数太多，这一次没有核对密码。", "Too many tries within a minute: this one was not looked at."),
        ("等一分钟再试。", "Wait a minute and try again.")
    );

public sealed record PostLeft()
    : Refusal(
        ("这个账户的岗位已经撤销，不能再登录。", "The post of this account has ended; it cannot be signed in any more."),
        ("如有疑问，请联系本单位的系统管理员。", "If that is a mistake, ask the administrator of your office.")
    );

public sealed record PasskeyNotAccepted()
    : Refusal(
        ("这把通行密钥没有通过核对，可能已被移除。", "This passkey was not accepted; it may have been removed."),
        ("请用密码登录；登录后可在“我的账户”重新登记。", "Sign in with the password; a passkey can be registered again under My account.")
    );

public sealed record NotKnownHere()
    : Refusal(
        ("外部身份核验通过了，但大厅里没有与之对应的账户。", "Your identity was confirmed, but no account of the hall belongs to it."),
        (
            "工作人员请联系系统管理员登记对应关系；群众请用大厅的用户名和密码登录。",
            "Staff: ask the administrator to link your account. Citizens: sign in with the user name and password of the hall."
        )
    );

public sealed record OutsideNotConfirmed()
    : Refusal(
        ("外部身份核验没有完成，可能已取消或超时。", "Your identity was not confirmed: it was cancelled or took too long."),
        ("可以再试一次，或者直接用大厅的用户名和密码登录。", "Try again, or sign in with the user name and password of the hall.")
    );

public sealed record PasskeyNotRegistered()
    : Refusal(
        ("浏览器没有交回可用的通行密钥。", "The browser did not hand over a passkey that can be used."),
        ("可以再试一次；不登记也能一直用密码登录。", "Try again; the password always works as well.")
    );
