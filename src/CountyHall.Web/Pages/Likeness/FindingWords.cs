using System.Text.RegularExpressions;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Similarity;

namespace CountyHall.Web.Pages.Likeness;

/// <summary>The findings of the engine in English: reports are kept in Chinese, as they were found.</summary>
public static class FindingWords
{
    /// <summary>What was found, in both languages. What no sentence fits is shown as it stands, behind the name of its kind.</summary>
    public static Words Of(string code, string found) => (found, string.Join("; ", found.Split('；').Select(part => English(code, part))));

    public static Words Harmless(string code) =>
        (
            LikenessCodes.Harmless(code),
            code switch
            {
                LikenessCodes.TextCopy =>
                    "both took it from a public model or from wording common in the trade that the history does not hold",
                LikenessCodes.TextTypo => "both took it from one public model that has these errors",
                LikenessCodes.TextLeftover => "a true reference to earlier work, a supplier or a partner",
                LikenessCodes.Phone or LikenessCodes.Email => "filled in by one agent, supplier or copy shop",
                LikenessCodes.Staff => "the person changed employers meanwhile, or a number was mistyped",
                LikenessCodes.Bank => "a mistyped account, or an account of the bank through which payments pass",
                LikenessCodes.Address => "the registered address of one office building or park",
                LikenessCodes.Legal => "two persons of one name",
                LikenessCodes.Author or LikenessCodes.LastModifiedBy or LikenessCodes.Company =>
                    "a copy shop, a preset of the software, or two persons of one name",
                LikenessCodes.Created or LikenessCodes.RevisionIds => "both began from one form that is not on file here",
                LikenessCodes.Image => "public marks, sample certificates or a maker's material",
                LikenessCodes.Mac or LikenessCodes.Disk => "a used or shared computer, a virtual machine, a placeholder",
                LikenessCodes.CaLock or LikenessCodes.PricingLock =>
                    "the dealer of the software did it for both, or the lock was passed on",
                LikenessCodes.AddressAndTime => "a shared exit of the carrier, a public network",
                LikenessCodes.PriceIdentical => "published prices, or one offer of the maker to all",
                LikenessCodes.PriceRatio or LikenessCodes.PricePattern => "one discount on the same official norms",
                LikenessCodes.PriceErrors => "pricing software that rounds alike",
                LikenessCodes.PriceArithmetic or LikenessCodes.PriceGeometric => "coincidence",
                _ => LikenessCodes.Harmless(code),
            }
        );

    private static string English(string code, string part)
    {
        foreach (var (form, english) in Sentences)
        {
            if (form.Match(part) is { Success: true } fits)
                return fits.Result(english)
                    .Replace("、", ", ", StringComparison.Ordinal)
                    .Replace("（应为", " (should be ", StringComparison.Ordinal)
                    .Replace("项）", " items)", StringComparison.Ordinal)
                    .Replace("（", " (", StringComparison.Ordinal)
                    .Replace("）", ")", StringComparison.Ordinal);
        }
        return $"{LikenessWords.NameOf(code).En}: {part}";
    }

    private static readonly (Regex Form, string English)[] Sentences =
    [
        (
            Form("^有 ([0-9]+) 处、约 ([0-9]+) 字的文字相同或改写，.*$"),
            "$1 places, about $2 characters, are the same or reworded; neither the tender documents, nor wording common in the trade, nor earlier bids of the two explain them"
        ),
        (Form("^同一位置有 ([0-9]+) 处相同的罕见错字，如(.*)$"), "$1 rare errors are the same in the same places, such as $2"),
        (
            Form("^(.+) 与 (.+) 的文字中留有不属于本项目或本单位的名称：(.*)$"),
            "the texts of $1 and $2 still hold names that belong neither to this tender nor to the firm: $3"
        ),
        (Form("^双方留有同一电话 (.*)$"), "both give the telephone $1"),
        (Form("^双方留有同一电子邮箱 (.*)$"), "both give the e-mail address $1"),
        (Form("^同一证件号的人员列入双方文件：(.*)$"), "a person with one identity number is listed by both: $1"),
        (Form("^双方地址相同：(.*)$"), "both give the address $1"),
        (Form("^双方保证金自同一账户转出：尾号 (.*)$"), "both securities came from one account, ending in $1"),
        (Form("^一方的保证金由另一方名下账户缴纳$"), "the security of one was paid from an account of the other"),
        (Form("^双方法定代表人同为 (.*)$"), "both have the legal representative $1"),
        (Form("^(.+) 的法定代表人 (.+) 是 (.+) 的联系人$"), "$2, legal representative of $1, is the contact of $3"),
        (Form("^(.+) 的法定代表人 (.+) 为 (.+) 缴纳保证金$"), "$2, legal representative of $1, paid the security of $3"),
        (Form("^(.+) 的法定代表人 (.+) 出现在 (.+) 的文件中$"), "$2, legal representative of $1, stands in the papers of $3"),
        (Form("^上传所用网卡物理地址相同：(.*)$"), "both were sent from the network adapter $1"),
        (Form("^硬盘序列号相同：(.*)$"), "both were made on the disk $1"),
        (Form("^加密锁号相同：(.*)$"), "both used the certificate lock $1"),
        (Form("^计价软件锁号相同：(.*)$"), "both used the pricing lock $1"),
        (Form("^文档作者同为“(.*)”$"), "both files have the author “$1”"),
        (Form("^文档最后修改人同为“(.*)”$"), "both files were last changed by “$1”"),
        (Form("^文档单位属性同为“(.*)”$"), "both files name the company “$1”"),
        (Form("^文档创建时间同为 (.*)（世界时）$"), "both files were made at $1 (universal time)"),
        (
            Form("^有 ([0-9]+) 幅图片逐字节相同且不在投标文件格式中$"),
            "$1 pictures are the same byte for byte and do not come from the given forms"
        ),
        (Form("^有 ([0-9]+) 个修订标识相同且不在投标文件格式中$"), "$1 revision ids are the same and do not come from the given forms"),
        (
            Form("^自同一公网地址 (.+) 上传，相隔 ([0-9]+) 分钟以内$"),
            "both were sent from the public address $1, within $2 minutes of each other"
        ),
        (
            Form("^可自由报价的 ([0-9]+) 项中有 ([0-9]+) 项综合单价完全相同$"),
            "$2 of the $1 items that may be priced freely have equal unit prices"
        ),
        (
            Form("^可自由报价的 ([0-9]+) 项中有 ([0-9]+) 项综合单价成同一比例 (.*)$"),
            "the unit prices of $2 of the $1 items that may be priced freely stand in one ratio, $3"
        ),
        (Form("^综合单价按分部各成一个比例：(.*)$"), "unit prices stand in one ratio within each part: $1"),
        (
            Form("^可自由报价的 ([0-9]+) 项综合单价分成几组，各成一个比例：(.*)$"),
            "the unit prices of the $1 items that may be priced freely fall into groups of one ratio each: $2"
        ),
        (
            Form("^同一 ([0-9]+) 项清单的合价都算错，其中 ([0-9]+) 项错法相同$"),
            "the same $1 products are wrong, $2 of them in the same way"
        ),
        (Form("^(.+) 的总报价成等差数列，公差约 (.+) 元$"), "the totals of $1 lie in equal steps of about CNY $2"),
        (Form("^(.+) 的总报价成等比数列，公比约 (.+)$"), "the totals of $1 lie in one ratio of about $2"),
    ];

    private static Regex Form(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
