using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Results;

namespace CountyHall.Web;

/// <summary>How pages say what a guide holds as codes.</summary>
public static class GuideWords
{
    public static Words Applicants(ServiceGuide guide) =>
        (guide.Applicants.Contains(ApplicantKind.Person), guide.Applicants.Contains(ApplicantKind.Firm)) switch
        {
            (true, true) => ("个人、企业和组织", "Persons, firms and organisations"),
            (true, false) => ("个人", "Persons"),
            _ => ("企业、个体工商户和组织", "Firms, sole traders and organisations"),
        };

    /// <summary>零上门, 最多跑 1 次.</summary>
    public static Words Visits(int visits) =>
        visits switch
        {
            0 => ("零上门", "No visit"),
            1 => ("最多 1 次", "1 at most"),
            _ => ($"{visits} 次", $"{visits}"),
        };

    public static Words Days(int days) =>
        days == 0 ? ("当场办结", "On the spot") : ($"{days} 个工作日", days == 1 ? "1 working day" : $"{days} working days");

    public static Words Of(MaterialForm form) =>
        form switch
        {
            MaterialForm.Form => ("网上填写", "Filled in here"),
            MaterialForm.Original => ("原件", "Original"),
            MaterialForm.Copy => ("复印件", "Copy"),
            _ => ("电子件", "Electronic"),
        };

    public static Words From(Material material) =>
        material.Issuer
        ?? material.Source switch
        {
            MaterialSource.Applicant => ("申请人自备", "The applicant"),
            MaterialSource.Government => ("政府部门核发", "A government office"),
            _ => ("其他机构", "Another body"),
        };

    public static Words Of(ResultKind kind) =>
        kind switch
        {
            ResultKind.Licence => ("证照", "Licence"),
            ResultKind.Approval => ("批复", "Approval"),
            _ => ("文书", "Document"),
        };

    public static Words Of(ItemKind kind) => ItemKinds.Name(kind);
}
