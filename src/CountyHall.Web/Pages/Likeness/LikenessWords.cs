using CountyHall.Kernel.Results;
using CountyHall.Trading.Similarity;

namespace CountyHall.Web.Pages.Likeness;

/// <summary>How the board says what the engine found.</summary>
internal static class LikenessWords
{
    public static Words NameOf(LikenessGrade grade) =>
        grade switch
        {
            LikenessGrade.Presumed => ("法定推定", "Presumed by rule"),
            LikenessGrade.Strong => ("强线索", "Strong lead"),
            _ => ("弱线索", "Weak lead"),
        };

    /// <summary>The heading of a column of a bill.</summary>
    public static Words ColumnOf(string column) =>
        column switch
        {
            BillCheck.Amount => (BillCheck.Amount, "amount"),
            BillCheck.Price => (BillCheck.Price, "unit price"),
            BillCheck.Quantity => (BillCheck.Quantity, "quantity"),
            BillCheck.Code => (BillCheck.Code, "code"),
            _ => Words.Same(column),
        };

    /// <summary>What was compared.</summary>
    public static Words NameOf(string code) =>
        code switch
        {
            LikenessCodes.TextCopy => ("文字雷同", "shared passages"),
            LikenessCodes.TextTypo => ("相同错字", "shared errors"),
            LikenessCodes.TextLeftover => ("残留他人名称", "names left over"),
            LikenessCodes.Phone => ("电话", "telephone"),
            LikenessCodes.Email => ("电子邮箱", "e-mail"),
            LikenessCodes.Staff => ("人员", "staff"),
            LikenessCodes.Bank => ("保证金账户", "account of the security"),
            LikenessCodes.Address => ("地址", "address"),
            LikenessCodes.Legal => ("法定代表人", "legal representative"),
            LikenessCodes.Author => ("文档作者", "author of the file"),
            LikenessCodes.LastModifiedBy => ("最后修改人", "last editor"),
            LikenessCodes.Created => ("文档创建时间", "time of making"),
            LikenessCodes.Company => ("文档单位", "company of the file"),
            LikenessCodes.Image => ("图片", "pictures"),
            LikenessCodes.RevisionIds => ("修订标识", "revision ids"),
            LikenessCodes.Mac => ("网卡地址", "network adapter"),
            LikenessCodes.Disk => ("硬盘序列号", "disk"),
            LikenessCodes.CaLock => ("数字证书锁", "certificate lock"),
            LikenessCodes.PricingLock => ("计价软件锁", "pricing lock"),
            LikenessCodes.AddressAndTime => ("网络地址和时间", "network address and time"),
            LikenessCodes.PriceIdentical => ("单价相同", "equal prices"),
            LikenessCodes.PriceRatio => ("单价同比例", "prices in one ratio"),
            LikenessCodes.PricePattern => ("单价有规律", "patterned prices"),
            LikenessCodes.PriceErrors => ("相同计算错误", "same wrong products"),
            LikenessCodes.PriceArithmetic => ("总价等差", "totals in equal steps"),
            LikenessCodes.PriceGeometric => ("总价等比", "totals in equal ratios"),
            _ => Words.Same(code),
        };
}
