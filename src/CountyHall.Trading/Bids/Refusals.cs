using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Bids;

/// <summary>Provisions by which the floor takes and refuses bids.</summary>
internal static class BidLaw
{
    /// <summary>An unencrypted bid is refused, with a message.</summary>
    public static readonly Provision Sealed = Laws.ElectronicBidding.At("第二十六条", "art. 26");

    /// <summary>Whole before the deadline, receipt at once, no decryption before the opening; late or unfinished ones are refused.</summary>
    public static readonly Provision InTime = Laws.ElectronicBidding.At("第二十七条", "art. 27");

    /// <summary>Late bids are refused.</summary>
    public static readonly Provision Late = Laws.Bidding.At("第二十八条第二款", "art. 28(2)");

    /// <summary>Replaced, amended or withdrawn before the deadline.</summary>
    public static readonly Provision Replace = Laws.Bidding.At("第二十九条", "art. 29");

    /// <summary>Bids and receipts are signed electronically.</summary>
    public static readonly Provision Signed = Laws.ElectronicBidding.At("第四十条", "art. 40");

    /// <summary>Only who was admitted takes part.</summary>
    public static readonly Provision Admitted = Laws.BiddingRegulation.At("第三十六条", "art. 36");
}

public sealed record NotSealed()
    : Refusal(
        ("这个文件没有加密，不是投标信封，不予接收。", "This file is not sealed: it is no bid envelope, and is not taken."),
        (
            "请在本页或用 countyhall bid seal 命令加密后，上传生成的 .bid 文件。",
            "Seal it on this page or with countyhall bid seal, and upload the .bid file that it makes."
        ),
        BidLaw.Sealed
    );

/// <param name="What">What cannot be read.</param>
public sealed record EnvelopeUnreadable(Words What)
    : Refusal(
        ($"投标信封读不通：{What.Zh}。", $"The envelope cannot be read: {What.En}."),
        ("请重新加密生成信封，用原文件再传一次，不要改动或转存。", "Seal it again and upload the file as it was made, unchanged."),
        BidLaw.Sealed
    );

/// <param name="What">What was altered.</param>
public sealed record EnvelopeAltered(Words What)
    : Refusal(
        ($"投标信封不是签署时的样子：{What.Zh}。", $"The envelope is not as it was signed: {What.En}."),
        ("请用加密时生成的原文件；原文件也不行的，重新加密。", "Use the file as it was made; if that fails too, seal it again."),
        BidLaw.Signed
    );

public sealed record PackageUnreadable(Words What)
    : Refusal(
        ($"信封能解开，但里面的投标文件包不完整：{What.Zh}。", $"The envelope opens, but the package inside is not whole: {What.En}."),
        ("请用本大厅公布的格式重新生成。", "Make it again in the format that the hall publishes."),
        BidLaw.Sealed
    );

public sealed record WrongContentKey()
    : Refusal(
        ("这把密钥打不开这个信封。", "This key does not open this envelope."),
        (
            "请用加密时的密钥文件；保管人恢复时，核对份额是否够数、是否属于这一份。",
            "Use the key with which it was sealed; in a recovery, check that the shares are enough and of this envelope."
        )
    );

public sealed record EnvelopeOfAnotherLot(string Sealed, string Asked)
    : Refusal(
        ($"信封是为标段 {Sealed} 加密的，不是标段 {Asked}。", $"The envelope was sealed for lot {Sealed}, not for lot {Asked}."),
        ("请为本标段重新加密，或到那个标段递交。", "Seal it for this lot, or hand it in at the other."),
        BidLaw.Sealed
    );

public sealed record KeyFileUnreadable()
    : Refusal(
        ("这不是密钥文件，或者文件不完整。", "This is not a key file, or it is not whole."),
        ("请选择生成密钥时下载的 .key.json 文件。", "Choose the .key.json file that was downloaded when the keys were made.")
    );

public sealed record WrongPassphrase()
    : Refusal(
        ("口令不对，或者密钥文件被改动。", "The passphrase is wrong, or the key file was altered."),
        (
            "请核对大小写和输入法后再试；忘记口令的，请挂失并重新生成密钥。",
            "Check upper case and input method. If it is forgotten, report the certificate lost and make new keys."
        )
    );

public sealed record WrongBidStage(BidStage At)
    : Refusal(
        ($"投标文件现在是“{At.Name.Zh}”，不能这样办理。", $"The bid stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的状态办理。", "Reload the page and go on from where it stands now.")
    );

public sealed record CertificateStopped(string Number, CertificateStage At)
    : Refusal(
        (
            $"证书 {Number} {At.Name.Zh}，不能再签署或解密。",
            $"The certificate {Number} is no longer valid ({At.Name.En}); it neither signs nor opens."
        ),
        ("请用现在有效的证书；没有的，先登记新的密钥。", "Use a valid certificate, or register new keys first."),
        BidLaw.Signed
    );

public sealed record CertificateExpired(string Number, DateOnly LastDay)
    : Refusal(
        ($"证书 {Number} 已于 {LastDay:yyyy-MM-dd} 到期。", $"The certificate {Number} expired on {LastDay:yyyy-MM-dd}."),
        ("请登记新的密钥。", "Register new keys."),
        BidLaw.Signed
    );
