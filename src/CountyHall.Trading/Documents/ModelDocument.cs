using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Documents;

/// <summary>示范文本: a document to begin from. What stands in braces is filled in from the project; the rest is the desk's to write.</summary>
public static class ModelDocument
{
    /// <summary>The model with the project's own words in it.</summary>
    public static DocumentContent For(DocumentContent model, Tender tender, TradeProject project, IReadOnlyList<Lot> lots)
    {
        var words = new Dictionary<string, string>
        {
            ["{entity}"] = tender.EntityName,
            ["{tender}"] = tender.NameZh,
            ["{place}"] = project.Place,
            ["{approval}"] = project.Approval,
            ["{funds}"] = FundsOf(project.Funds),
            ["{lots}"] = string.Join("；", lots.Select(l => $"{l.NameZh}，工期不超过 {l.Duration} 日历天")),
        };
        return model with
        {
            Clauses =
            [
                .. model
                    .Clauses.Where(c => c.Chapter != Chapter.Bill || tender.Kind == TenderKind.Works)
                    .Select(c =>
                        c with
                        {
                            Text = words.Aggregate(c.Text, (text, word) => text.Replace(word.Key, word.Value, StringComparison.Ordinal)),
                        }
                    ),
            ],
        };
    }

    public static string FundsOf(FundSource funds) =>
        funds switch
        {
            FundSource.Budget => "财政资金",
            FundSource.StateEnterprise => "国有企业事业单位自有资金",
            FundSource.InternationalLoan => "国际组织或者外国政府贷款、援助资金",
            FundSource.Collective => "集体资金",
            _ => "非国有资金",
        };
}
