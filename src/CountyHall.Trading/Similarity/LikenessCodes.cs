namespace CountyHall.Trading.Similarity;

/// <summary>The reasons that a report may give, and what would explain each of them harmlessly.</summary>
public static class LikenessCodes
{
    public const string TextCopy = "text.copy";
    public const string TextTypo = "text.typo";
    public const string TextLeftover = "text.leftover";
    public const string Phone = "id.phone";
    public const string Email = "id.email";
    public const string Staff = "id.staff";
    public const string Bank = "id.bank";
    public const string Address = "id.address";
    public const string Legal = "id.legal";
    public const string Author = "meta.author";
    public const string LastModifiedBy = "meta.last_modified_by";
    public const string Created = "meta.created";
    public const string Company = "meta.company";
    public const string Image = "meta.image";
    public const string RevisionIds = "meta.rsid";
    public const string Mac = "env.mac";
    public const string Disk = "env.disk";
    public const string CaLock = "env.ca_lock";
    public const string PricingLock = "env.pricing_lock";
    public const string AddressAndTime = "env.ip_time";
    public const string PriceIdentical = "price.identical";
    public const string PriceRatio = "price.ratio";
    public const string PricePattern = "price.pattern";
    public const string PriceErrors = "price.errors";
    public const string PriceArithmetic = "price.arithmetic";
    public const string PriceGeometric = "price.geometric";

    /// <summary>Every code, in the order of the format's table.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        TextCopy,
        TextTypo,
        TextLeftover,
        Phone,
        Email,
        Staff,
        Bank,
        Address,
        Legal,
        Author,
        LastModifiedBy,
        Created,
        Company,
        Image,
        RevisionIds,
        Mac,
        Disk,
        CaLock,
        PricingLock,
        AddressAndTime,
        PriceIdentical,
        PriceRatio,
        PricePattern,
        PriceErrors,
        PriceArithmetic,
        PriceGeometric,
    ];

    /// <summary>What to ask before anything is concluded, in Chinese for the supervisor.</summary>
    public static string Harmless(string code) =>
        code switch
        {
            TextCopy => "双方取自同一未入历史库的公开范本或行业通用章节",
            TextTypo => "双方取自同一带有错字的公开范本",
            TextLeftover => "如实引用业绩、供应商或合作单位名称",
            Phone or Email => "由同一代理、供应商或打字社代填",
            Staff => "人员在投标期间调动、证号录入错误",
            Bank => "账号录入错误、银行代收过渡账户",
            Address => "同一写字楼或园区的登记地址",
            Legal => "同名同姓",
            Author or LastModifiedBy or Company => "打字社、软件预装或同名",
            Created => "取自同一份未登记的格式文件",
            Image => "公开的标志、证书样图或厂家资料",
            RevisionIds => "由同一份未登记的格式文件改成",
            Mac or Disk => "二手或公用电脑、虚拟机、占位值",
            CaLock or PricingLock => "软件经销商代办、锁具转让",
            AddressAndTime => "运营商共享出口、公用网络",
            PriceIdentical => "信息价、厂家统一报价",
            PriceRatio or PricePattern => "按同一定额统一下浮",
            PriceErrors => "计价软件取整规则相同",
            PriceArithmetic or PriceGeometric => "巧合",
            _ => "",
        };
}
