using CountyHall.Kernel.Results;

namespace CountyHall.Web.Components.Layouts;

/// <summary>What the shells offer, in order. An entry appears once there is a page behind it (and, for staff, a right to it).</summary>
public static class SiteNav
{
    /// <summary>主要栏目</summary>
    public static readonly IReadOnlyList<(string Path, Words Words)> Entries =
    [
        ("/", new("首页", "Home")),
        ("/items", new("政务服务", "Services")),
        ("/trading", new("公共资源交易", "Trading")),
        ("/verify", new("验证中心", "Verification centre")),
        ("/figures", new("统计与开放数据", "Statistics and data")),
        ("/my", new("我的办件", "My cases")),
    ];

    /// <summary>工作台: each desk is shown to those whom its page lets in.</summary>
    public static readonly IReadOnlyList<(string Path, Words Words)> Desks =
    [
        ("/desk", new("受理台", "Acceptance desk")),
        ("/desk/issue", new("出件台", "Issue desk")),
        ("/desk/tickets", new("我的号段", "My tickets")),
        ("/review", new("审批台", "Review desk")),
        ("/review/commitments", new("承诺核查", "Commitments")),
        ("/licences", new("证照登记", "Licences")),
        ("/review/joint", new("会商", "Joint review")),
        ("/supervision", new("督办与整改", "Orders")),
        ("/catalogue", new("事项目录", "Catalogue")),
        ("/monitoring", new("效能监察", "Monitoring")),
        ("/catalogue/check", new("指南检查", "Guide check")),
        ("/filings", new("招标文件备案", "Tender filing")),
        ("/awards", new("定标监督", "Awards")),
        ("/supervision/likeness", new("雷同比对", "Likeness")),
        ("/supervision/flags", new("红旗指标", "Red flags")),
        ("/draws", new("专家抽取", "Expert draws")),
        ("/library", new("专家库", "Expert library")),
        ("/platform", new("远程抽取", "Remote draws")),
        ("/oversight", new("监管", "Oversight")),
        ("/oversight/cases", new("办件督办", "Case oversight")),
        ("/rooms", new("场地与场次", "Rooms")),
        ("/custody/recoveries", new("补救解密", "Recovery")),
        ("/report", new("统计", "Figures")),
        ("/registrations", new("报名审核", "Registrations")),
        ("/securities", new("保证金", "Securities")),
        ("/custody", new("密钥保管", "Key custody")),
        ("/admin/entry", new("进驻与纳入", "Entry")),
        ("/admin", new("管理", "Administration")),
    ];
}
