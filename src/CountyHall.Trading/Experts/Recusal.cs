using CountyHall.Kernel.Law;

namespace CountyHall.Trading.Experts;

/// <summary>An expert as the pool looks at him: what decides whether he can be drawn, without a name.</summary>
/// <param name="Served">Days of evaluations in which he sat, or to which he said yes.</param>
public sealed record Candidate(
    long Expert,
    IReadOnlyList<string> Categories,
    string Area,
    ExpertTitle Title,
    DateOnly InFieldSince,
    ExpertStage Stage,
    string EmployerCode,
    IReadOnlyList<CandidateTie> Ties,
    IReadOnlyList<(DateOnly From, DateOnly To)> Leaves,
    IReadOnlyList<DateOnly> Served
);

public sealed record CandidateTie(TieKind Kind, string FirmCode, DateOnly From, DateOnly? To);

/// <summary>What a draw asks for, and whom it keeps away.</summary>
/// <param name="Day">Day of the evaluation.</param>
/// <param name="Wanted">How many of each speciality, in the order in which seats are filled.</param>
/// <param name="County">Division code of the county, 6 digits.</param>
/// <param name="Parties">回避单位: codes of the entity, the agency, the bidders, and whoever else is named.</param>
/// <param name="Authorities">Codes of the competent, approving and supervising departments.</param>
/// <param name="Called">Experts who were called for this draw already, or were told of it.</param>
public sealed record DrawNeeds(
    DateOnly Day,
    IReadOnlyList<WantedExperts> Wanted,
    string County,
    IReadOnlySet<string> Parties,
    IReadOnlySet<string> Authorities,
    IReadOnlySet<long> Called
);

/// <summary>So many experts of one speciality.</summary>
public sealed record WantedExperts(string Category, int Count);

/// <summary>抽取区域, from the narrowest: the wider one is taken where the narrower has too few.</summary>
public enum DrawArea
{
    /// <summary>本县</summary>
    County,

    /// <summary>本市</summary>
    City,

    /// <summary>全省</summary>
    Province,
}

/// <summary>One condition that narrows the pool, in this order.</summary>
public enum PoolCondition
{
    /// <summary>专业和资格: the speciality, eight years, a senior title. Bidding Law art. 37(3).</summary>
    Speciality,

    /// <summary>区域</summary>
    Area,

    /// <summary>未被暂停、取消资格. Implementing Regulation art. 71.</summary>
    Standing,

    /// <summary>未请假</summary>
    Leave,

    /// <summary>不在回避单位任职（三年内）. Bidding Law art. 37(4).</summary>
    Employer,

    /// <summary>非主管、审批、监督部门人员. Implementing Regulation art. 46.</summary>
    Authority,

    /// <summary>无持股、纠纷和申报的利害关系. Bidding Law art. 37(4).</summary>
    Ties,

    /// <summary>近期未参加评标</summary>
    RecentService,

    /// <summary>本次未通知过</summary>
    Called,
}

/// <summary>How many the pool held after a condition: a number, never a name.</summary>
public sealed record PoolStep(PoolCondition Condition, int Left);

/// <summary>候选专家: whoever can be drawn, in the order of the library.</summary>
public sealed record Pool(DrawArea Area, IReadOnlyList<PoolStep> Steps, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>The speciality of which there are fewer than wanted; none where the pool is large enough.</summary>
    public WantedExperts? TooFew(DrawNeeds needs) =>
        needs.Wanted.FirstOrDefault(w => Candidates.Count(c => c.Categories.Contains(w.Category)) < w.Count)
        // Somebody of two specialities takes one seat only.
        ?? (Candidates.Count < needs.Wanted.Sum(w => w.Count) ? needs.Wanted[^1] : null);
}

/// <summary>回避: computed, never left to whoever asks for the draw.</summary>
/// <remarks>Bidding Law art. 37; Implementing Regulation arts 46, 71; Zhejiang Bidding Regulation arts 29, 31.</remarks>
public static class Recusal
{
    /// <summary>Narrows the library by every condition, in the narrowest area that has enough.</summary>
    public static Pool PoolOf(IReadOnlyList<Candidate> library, DrawNeeds needs)
    {
        Pool pool = null!;
        foreach (var area in Enum.GetValues<DrawArea>())
        {
            pool = In(library, needs, area);
            if (needs.Wanted.All(w => Of(pool, w) >= w.Count * Rulebook.PoolForOneSeat.Amount))
                break;
        }
        return pool;

        static int Of(Pool pool, WantedExperts wanted) => pool.Candidates.Count(c => c.Categories.Contains(wanted.Category));
    }

    private static Pool In(IReadOnlyList<Candidate> library, DrawNeeds needs, DrawArea area)
    {
        var steps = new List<PoolStep>();
        IReadOnlyList<Candidate> left = library;
        foreach (var condition in Enum.GetValues<PoolCondition>())
        {
            left = [.. left.Where(c => Fits(c, condition, needs, area))];
            steps.Add(new(condition, left.Count));
        }
        return new(area, steps, left);
    }

    public static bool Fits(Candidate candidate, PoolCondition condition, DrawNeeds needs, DrawArea area) =>
        condition switch
        {
            PoolCondition.Speciality => needs.Wanted.Any(w => candidate.Categories.Contains(w.Category))
                && IsQualified(candidate.Title, candidate.InFieldSince, needs.Day),
            PoolCondition.Area => area switch
            {
                DrawArea.County => candidate.Area == needs.County,
                DrawArea.City => candidate.Area.AsSpan(0, 4).SequenceEqual(needs.County.AsSpan(0, 4)),
                _ => candidate.Area.AsSpan(0, 2).SequenceEqual(needs.County.AsSpan(0, 2)),
            },
            PoolCondition.Standing => candidate.Stage.MayServe(needs.Day),
            PoolCondition.Leave => !candidate.Leaves.Any(l => l.From <= needs.Day && needs.Day <= l.To),
            PoolCondition.Employer => !needs.Parties.Contains(candidate.EmployerCode)
                && !candidate.Ties.Any(t => t.Kind == TieKind.Employment && needs.Parties.Contains(t.FirmCode) && Counts(t, needs.Day)),
            PoolCondition.Authority => !needs.Authorities.Contains(candidate.EmployerCode),
            PoolCondition.Ties => !candidate.Ties.Any(t =>
                t.Kind != TieKind.Employment && needs.Parties.Contains(t.FirmCode) && Counts(t, needs.Day)
            ),
            PoolCondition.RecentService => !candidate.Served.Any(day =>
                Math.Abs(day.DayNumber - needs.Day.DayNumber) <= Rulebook.RecentService.Amount
            ),
            _ => !needs.Called.Contains(candidate.Expert),
        };

    /// <summary>满八年，具有高级职称或者同等专业水平. Bidding Law art. 37(3).</summary>
    public static bool IsQualified(ExpertTitle title, DateOnly inFieldSince, DateOnly day) =>
        title != ExpertTitle.Intermediate && inFieldSince.AddYears(Rulebook.ExpertYears.Amount) <= day;

    /// <summary>A tie that ended longer ago than the look-back no longer counts.</summary>
    private static bool Counts(CandidateTie tie, DateOnly day) =>
        tie.From <= day && (tie.To is not { } to || to.AddYears(Rulebook.RecusalLookBack.Amount) >= day);
}
