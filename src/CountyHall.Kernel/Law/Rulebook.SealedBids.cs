using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Keys and sealed bids.
public static partial class Rulebook
{
    /// <summary>A digital certificate holds for two years from its registration.</summary>
    public static readonly Limit CertificateValidity = new(
        "TR-8.13a",
        ("数字证书有效期", "Validity of a digital certificate"),
        2,
        Years,
        Laws.CountySettings.At("数字证书管理", "digital certificates"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>A bid is recovered by at least so many custodians together.</summary>
    public static readonly Limit CustodiansAgreeing = new(
        "TR-8.8a",
        ("恢复投标文件至少需要的保管人", "Custodians needed to recover a bid, at least"),
        2,
        Count,
        Laws.CountySettings.At("密钥保管", "custody of keys"),
        Choice,
        new(2017, 1, 1)
    );

    /// <summary>A panel has at least so many custodians, so that the absence of one does not lose a bid.</summary>
    public static readonly Limit CustodiansOfPanel = new(
        "TR-8.8b",
        ("密钥保管人人数", "Custodians of a panel, at least"),
        3,
        Count,
        Laws.CountySettings.At("密钥保管", "custody of keys"),
        Choice,
        new(2017, 1, 1)
    );
}
