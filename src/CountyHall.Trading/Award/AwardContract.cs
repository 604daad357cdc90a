using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;

namespace CountyHall.Trading.Award;

/// <summary>合同, as far as it must agree with documents and bid.</summary>
/// <param name="Number">合同编号</param>
/// <param name="Price">Fen.</param>
/// <param name="Duration">工期, calendar days.</param>
/// <param name="Clauses">合同条款 by id, as they read in the contract; those of the documents that are not named stand unchanged.</param>
public sealed record AwardContract(
    string Number,
    long Price,
    int Duration,
    string Quality,
    string Leader,
    IReadOnlyList<ClauseChange> Clauses
);

/// <summary>偏差: where the contract reads otherwise than documents and bid.</summary>
/// <param name="Before">As in the bid, or in the documents.</param>
/// <param name="Now">As in the contract.</param>
/// <param name="IsSubstantial">背离实质性内容: refused.</param>
public sealed record ContractDeparture(Words What, string Before, string Now, bool IsSubstantial, Provision Basis);

/// <summary>合同与投标文件、招标文件的逐条比对</summary>
/// <remarks>
/// Bidding Law art. 46(1): written by the documents and the bid, and no other agreement that departs from their substance. Implementing Regulation
/// art. 57(1) names subject, price, quality and time. A clause of the documents may have its blanks filled in; any other change of its words is
/// taken for one of substance, because no machine can say that it is none.
/// </remarks>
public static class ContractComparison
{
    private static readonly Provision Terms = Laws.BiddingRegulation.At("第五十七条第一款", "art. 57(1)");
    private static readonly Provision Written = Laws.Bidding.At("第四十六条第一款", "art. 46(1)");

    /// <param name="documents">The documents as they were announced and last changed by notice; none where they are not in the house.</param>
    public static IReadOnlyList<ContractDeparture> Of(AwardContract contract, Candidate winner, DocumentContent? documents)
    {
        var found = new List<ContractDeparture>();
        Compare(("合同价", "Price"), Money(winner.Price), Money(contract.Price), winner.Price == contract.Price);
        Compare(("工期", "Duration"), $"{winner.Duration} 日历天", $"{contract.Duration} 日历天", winner.Duration == contract.Duration);
        Compare(("质量", "Quality"), winner.Quality, contract.Quality, Plain(winner.Quality) == Plain(contract.Quality));
        Compare(("项目负责人", "Project leader"), winner.Leader, contract.Leader, Plain(winner.Leader) == Plain(contract.Leader));
        foreach (var change in contract.Clauses)
        {
            if (documents?.Find(change.Clause) is not { Chapter: Chapter.Contract } clause)
            {
                found.Add(new(Words.Same(change.Clause), "招标文件中没有这一条", change.Text, true, Written));
                continue;
            }
            if (Plain(clause.Text) != Plain(change.Text))
                found.Add(new(Words.Same(clause.Heading), clause.Text, change.Text, !FillsBlanks(clause.Text, change.Text), Written));
        }
        return found;

        void Compare(Words what, string before, string now, bool same)
        {
            if (!same)
                found.Add(new(what, before, now, true, Terms));
        }
    }

    /// <summary>Blanks (two underscores or more) are filled in, each with a few words and no further sentence, and nothing else is changed.</summary>
    internal static bool FillsBlanks(string before, string now)
    {
        var parts = System.Text.RegularExpressions.Regex.Split(before, "_{2,}");
        if (parts.Length < 2)
            return false;
        var pattern = string.Join("([^，。；：！？]{1,60})", parts.Select(p => System.Text.RegularExpressions.Regex.Escape(Plain(p))));
        return System.Text.RegularExpressions.Regex.IsMatch(
            Plain(now),
            $"^{pattern}$",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
    }

    /// <summary>Spaces and line ends say nothing.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Money(long fen) => $"{Trading.Written.Yuan(fen)} 元";
}
