using static CountyHall.Kernel.Law.Mark;
using static CountyHall.Kernel.Law.Unit;

namespace CountyHall.Kernel.Law;

// Archives and disclosure.
public static partial class Rulebook
{
    /// <summary>Transfer to the county archive: ten years after creation.</summary>
    public static readonly Limit ArchiveTransfer = new(
        "AP-10.8",
        ("县级向国家档案馆移交", "Transfer to the county archive after creation"),
        10,
        Years,
        Laws.ArchivesRegulation.At("第二十条", "art. 20"),
        Verified,
        new(2024, 3, 1)
    );

    /// <summary>Transfer to the archive at central, provincial and city level: twenty years after creation.</summary>
    public static readonly Limit ArchiveTransferHigher = new(
        "AP-10.8a",
        ("中央、省、市级向国家档案馆移交", "Transfer to the archive at higher levels after creation"),
        20,
        Years,
        Laws.ArchivesRegulation.At("第二十条", "art. 20"),
        Verified,
        new(2024, 3, 1)
    );

    /// <summary>The longer of the two usual classes of retention that are not permanent.</summary>
    public static readonly Limit RetentionLong = new(
        "AP-10.9",
        ("保管期限：定期三十年", "Retention, long"),
        30,
        Years,
        Laws.ArchivesRegulation.At("第十九条", "art. 19"),
        FromMemory,
        new(2024, 3, 1)
    );

    /// <summary>The shorter class of retention.</summary>
    public static readonly Limit RetentionShort = new(
        "AP-10.9a",
        ("保管期限：定期十年", "Retention, short"),
        10,
        Years,
        Laws.ArchivesRegulation.At("第十九条", "art. 19"),
        FromMemory,
        new(2024, 3, 1)
    );

    /// <summary>Answer to a request for information.</summary>
    public static readonly Limit DisclosureAnswer = new(
        "AP-10.13",
        ("依申请公开答复", "Answer to a request for information"),
        20,
        WorkingDays,
        Laws.Disclosure.At("第三十三条", "art. 33"),
        Verified,
        new(2019, 5, 15)
    );

    /// <summary>Extension of the answer, with approval; the applicant is told.</summary>
    public static readonly Limit DisclosureExtension = new(
        "AP-10.13a",
        ("依申请公开延长答复上限", "Extension of the answer, at most"),
        20,
        WorkingDays,
        Laws.Disclosure.At("第三十三条", "art. 33"),
        Verified,
        new(2019, 5, 15)
    );

    /// <summary>Notice to correct an unclear request, once.</summary>
    public static readonly Limit DisclosureCorrection = new(
        "AP-10.13b",
        ("依申请公开补正告知", "Notice to correct a request for information"),
        7,
        WorkingDays,
        Laws.Disclosure.At("第三十条", "art. 30"),
        Verified,
        new(2019, 5, 15)
    );

    /// <summary>Opinion of a third party whose interests the information touches.</summary>
    public static readonly Limit DisclosureThirdParty = new(
        "AP-10.13c",
        ("第三方意见", "Opinion of a third party"),
        15,
        WorkingDays,
        Laws.Disclosure.At("第三十二条", "art. 32"),
        Verified,
        new(2019, 5, 15)
    );

    /// <summary>Disclosure without request, from the making or change of the information.</summary>
    public static readonly Limit ActiveDisclosure = new(
        "AP-10.13d",
        ("主动公开", "Disclosure without request"),
        20,
        WorkingDays,
        Laws.Disclosure.At("第二十六条", "art. 26"),
        Verified,
        new(2019, 5, 15)
    );
}
