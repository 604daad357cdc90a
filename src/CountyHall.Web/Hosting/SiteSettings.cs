using CountyHall.Web.Demonstration;

namespace CountyHall.Web.Hosting;

/// <summary>What the county says about itself at the head and foot of every page: section <c>Site</c> of the settings.</summary>
/// <remarks>An unset value is left out of the page, never invented.</remarks>
public sealed class SiteSettings
{
    /// <summary>名称, such as 某某县数字大厅.</summary>
    public string Name { get; set; } = "数字大厅";
    public string? NameEn { get; set; } = "CountyHall";

    /// <summary>主办单位</summary>
    public string? Host { get; set; }
    public string? HostEn { get; set; }

    /// <summary>承办单位</summary>
    public string? Operator { get; set; }
    public string? OperatorEn { get; set; }

    /// <summary>联系方式: telephone and hours.</summary>
    public string? Contact { get; set; }
    public string? ContactEn { get; set; }

    /// <summary>The one number to call for help with anything.</summary>
    public string? HelpPhone { get; set; }

    /// <summary>The number of those who keep the machines running, for staff.</summary>
    public string? DutyPhone { get; set; }

    /// <summary>网站标识码</summary>
    public string? SiteCode { get; set; }

    /// <summary>ICP备案号</summary>
    public string? IcpNumber { get; set; }

    /// <summary>公安备案号</summary>
    public string? PoliceNumber { get; set; }

    /// <summary>我为政府网站找错: the address given by the national platform.</summary>
    public string? SiteErrorAddress { get; set; }

    /// <summary>A demonstration county: persons, firms and figures are invented, and every page says so.</summary>
    public bool Demonstration { get; set; }

    /// <summary>区划代码 of the county that this house serves.</summary>
    public string Division { get; set; } = "330421";

    /// <summary>From the settings; a demonstration fills in what its county says of itself.</summary>
    public static SiteSettings Read(IConfiguration settings, bool demonstration)
    {
        var site = settings.GetSection("Site").Get<SiteSettings>() ?? new();
        if (!demonstration)
            return site;
        var county = DemonstrationCounty.ReadCounty();
        site.Demonstration = true;
        site.Division = county.Division.Code;
        site.Name = $"{county.Division.Name.Zh}数字大厅";
        site.NameEn = $"{county.Division.Name.En} Digital Hall";
        (site.Host, site.HostEn) = (county.Site.Host.Zh, county.Site.Host.En);
        (site.Operator, site.OperatorEn) = (county.Site.Operator.Zh, county.Site.Operator.En);
        (site.Contact, site.ContactEn) = (
            $"{county.Site.Contact}（{county.Site.Hours.Zh}）",
            $"{county.Site.Contact} ({county.Site.Hours.En})"
        );
        site.HelpPhone = county.Site.HelpPhone;
        return site;
    }
}
