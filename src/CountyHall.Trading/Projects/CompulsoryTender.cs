using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Projects;

/// <summary>What decides whether public money makes a project one that must be tendered.</summary>
/// <param name="PublicShare">Share of that money in the investment, percent.</param>
/// <param name="Investment">总投资, fen.</param>
public sealed record ProjectMoney(FundSource Funds, int PublicShare, long Investment)
{
    public static ProjectMoney Of(TradeProject project) => new(project.Funds, project.PublicShare, project.Investment);
}

/// <summary>疑似化整为零: something that a supervisor will ask about.</summary>
public enum SplittingSign
{
    /// <summary>A lot lies close under the threshold.</summary>
    CloseUnder,

    /// <summary>Each lot is below the threshold, and all of one kind together pass it.</summary>
    SumPasses,
}

/// <summary>Whether a tender is compulsory, and by which provision.</summary>
/// <param name="Threshold">The threshold of that kind on that day; none where no rule was in force.</param>
/// <param name="Sum">Estimates of all lots of that kind in the project, fen.</param>
public sealed record Compulsion(bool Must, Limit? Threshold, long Sum, Words Why, Provision Basis, IReadOnlyList<SplittingSign> Signs);

/// <summary>必须招标的认定: whether works, goods or services of a project must be tendered on a day.</summary>
/// <remarks>Bidding Law art. 3; Order 16 arts. 2, 3 and 5 from 2018-06-01, Order 3 art. 7 until then.</remarks>
public static class CompulsoryTender
{
    private static readonly Provision Scope = Laws.TenderScope.At("第二条、第三条", "arts. 2 and 3");
    private static readonly Provision ScopeBefore = Laws.TenderScopeBefore2018.At("第四条至第六条", "arts. 4 to 6");

    /// <summary>Order 16 art. 5(2): what could be bought together is added up.</summary>
    private static readonly Provision Combined = Laws.TenderScope.At("第五条第二款", "art. 5(2)");

    /// <param name="estimates">Estimates, fen, of all lots of this kind in the project.</param>
    public static Compulsion Of(ProjectMoney project, TenderKind kind, IReadOnlyList<long> estimates, DateOnly day)
    {
        var sum = estimates.Sum();
        if (Threshold(kind, day) is not { } threshold)
            return new(false, null, sum, ("这一天还没有必须招标的规模标准。", "No threshold was in force on that day."), ScopeBefore, []);
        var before = threshold.Basis.Text == Laws.TenderScopeBefore2018;
        if (before ? !IsPublic(project.Funds) : !IsInScope(project))
            return new(
                false,
                threshold,
                sum,
                (
                    "项目资金不属于必须招标的范围，由业主自主决定；自愿招标的，按招标的规矩办。",
                    "The money of the project is outside the scope; the owner decides, and whoever tenders keeps the rules of tendering."
                ),
                before ? ScopeBefore : Scope,
                []
            );

        List<SplittingSign> signs = [];
        if (estimates.Any(e => e < threshold.Amount && e * 100 >= (long)threshold.Amount * Rulebook.CloseToThreshold.Amount))
            signs.Add(SplittingSign.CloseUnder);
        if (estimates.Count > 1 && estimates.All(e => e < threshold.Amount) && sum >= threshold.Amount)
            signs.Add(SplittingSign.SumPasses);

        if (estimates.Any(e => e >= threshold.Amount))
            return new(
                true,
                threshold,
                sum,
                ("单项合同估算价达到规模标准。", "One contract reaches the threshold."),
                threshold.Basis,
                signs
            );
        if (before && project.Investment >= Rulebook.InvestmentThresholdBefore2018.Amount * 100L)
            return new(
                true,
                threshold,
                sum,
                (
                    "单项合同低于标准，但项目总投资达到标准。",
                    "Each contract is below the threshold, but the total investment reaches its own."
                ),
                Rulebook.InvestmentThresholdBefore2018.Basis,
                signs
            );
        if (!before && sum >= threshold.Amount)
            return new(
                true,
                threshold,
                sum,
                (
                    "同一项目中可以合并进行的采购，合同估算价合计达到规模标准。",
                    "What could be bought together in one project reaches the threshold in sum."
                ),
                Combined,
                signs
            );
        return new(
            false,
            threshold,
            sum,
            ("合同估算价没有达到规模标准，可以自愿招标。", "The estimate is below the threshold; a tender is voluntary."),
            threshold.Basis,
            signs
        );
    }

    /// <summary>The threshold of a kind on a day.</summary>
    public static Limit? Threshold(TenderKind kind, DateOnly day) =>
        (
            kind switch
            {
                TenderKind.Works => (Limit[])[Rulebook.WorksThreshold, Rulebook.WorksThresholdBefore2018],
                TenderKind.Goods => [Rulebook.GoodsThreshold, Rulebook.GoodsThresholdBefore2018],
                _ => [Rulebook.ServicesThreshold, Rulebook.ServicesThresholdBefore2018],
            }
        ).SingleOrDefault(limit => limit.IsInForce(day));

    private static bool IsPublic(FundSource funds) =>
        funds is FundSource.Budget or FundSource.StateEnterprise or FundSource.InternationalLoan;

    // Order 16 art. 2: budget money of two million yuan and a tenth of the investment; state enterprise money in control. Art. 3: foreign loans and aid.
    private static bool IsInScope(ProjectMoney project) =>
        project.Funds switch
        {
            FundSource.Budget => project.PublicShare >= Rulebook.BudgetShare.Amount
                && (decimal)project.Investment * project.PublicShare / 100 >= Rulebook.BudgetMoney.Amount,
            FundSource.StateEnterprise => project.PublicShare >= Rulebook.ControllingShare.Amount,
            FundSource.InternationalLoan => true,
            _ => false,
        };
}
