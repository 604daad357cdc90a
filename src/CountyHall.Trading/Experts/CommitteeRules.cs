using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>评标委员会的组成: five or more, an odd number, two thirds experts.</summary>
/// <remarks>Bidding Law art. 37(2). For a small project of a town the county set three.</remarks>
public static class CommitteeRules
{
    /// <summary>Why a committee cannot be made of so many; null where it can.</summary>
    public static Refusal? Check(int experts, int representatives, bool isSmall = false)
    {
        var (members, fewest) = (experts + representatives, isSmall ? Rulebook.SmallGroupFewest : Rulebook.CommitteeFewest);
        if (members < fewest.Amount)
            return new CommitteeTooSmall(members, fewest);
        if (members % 2 == 0)
            return new CommitteeNotOdd(members, fewest);
        return 3 * experts < Rulebook.CommitteeExpertThirds.Amount * members ? new TooFewExperts(experts, members) : null;
    }
}

public sealed record CommitteeTooSmall(int Members, Limit Fewest)
    : Refusal(
        (
            $"评标委员会只有 {Members} 人，至少 {Fewest.Amount} 人。",
            $"The committee has {Members} members; it needs {Fewest.Amount} at least."
        ),
        ("请增加抽取的专家人数。", "Draw more experts."),
        Fewest.Basis
    );

public sealed record CommitteeNotOdd(int Members, Limit Fewest)
    : Refusal(
        ($"评标委员会为 {Members} 人，应为单数。", $"The committee has {Members} members; their number must be odd."),
        ("请增加或者减少一人。", "Add or take one."),
        Fewest.Basis
    );

public sealed record TooFewExperts(int Experts, int Members)
    : Refusal(
        (
            $"{Members} 人中专家 {Experts} 人，少于成员总数的三分之二。",
            $"Of {Members} members {Experts} are experts; two thirds at least must be."
        ),
        ("请减少招标人代表，或者增加专家。", "Name fewer representatives, or draw more experts."),
        Rulebook.CommitteeExpertThirds.Basis
    );
