using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Review;

/// <summary>现场核查: what two officers of the office found on site.</summary>
/// <param name="Second">Staff id of the second officer; the first is the one who records.</param>
public sealed record RecordOnSiteCheck(CaseNumber Case, long Second, string Findings, bool Passed);

public sealed record OnSiteChecked(OnSiteCheck Check) : ICaseFact
{
    public Words Says =>
        (
            $"现场核查{(Check.Passed ? "合格" : "不合格")}：{Check.Findings}（{Check.FirstName}、{Check.SecondName}）",
            $"On-site check {(Check.Passed ? "passed" : "failed")}: {Check.Findings} ({Check.FirstName}, {Check.SecondName})"
        );
}

/// <summary>Administrative Licensing Law art. 34: two officers or more.</summary>
public sealed class RecordOnSiteCheckHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApprover;

    public Task<Result<OnSiteChecked>> Handle(RecordOnSiteCheck ask, Occasion on, CancellationToken ct = default) =>
        work.Step<OnSiteChecked>(
            ask.Case,
            Duty,
            on,
            async (db, at) =>
            {
                var user = await db.Users.Where(u => u.StaffId == ask.Second).Select(u => u.Id).FirstOrDefaultAsync();
                return Step(at, ask, on, user, await db.Set<Staff>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == ask.Second));
            },
            ct
        );

    /// <param name="user">User id of the second officer.</param>
    /// <param name="second">Post of the second officer; none where there is no such post.</param>
    internal static Result<OnSiteChecked> Step(CaseAtWork at, RecordOnSiteCheck ask, Occasion on, long user, Staff? second)
    {
        if (string.IsNullOrWhiteSpace(ask.Findings))
            return new ReasonsMissing();
        if (second is null || user == 0 || user == on.By.Id || second.Office != on.By.Office || second.Division != on.By.Division)
            return new SecondOfficerNeeded();
        var check = new OnSiteCheck(on.By.Office!, on.At, on.By.Id, on.By.Name, user, second.Name, ask.Findings, ask.Passed);
        return at
            .Case.Take(
                (Undecided open) =>
                    open switch
                    {
                        Reviewing review => review.WithCheck(check),
                        AcceptedWithGaps gaps => gaps with { Review = gaps.Review.WithCheck(check) },
                        _ => (Result<Undecided>)new WrongStage(at.Case.Number, open),
                    }
            )
            .Then<OnSiteChecked>(_ => new OnSiteChecked(check));
    }
}

public sealed record SecondOfficerNeeded()
    : Refusal(
        ("现场核查须由本单位两名不同的工作人员进行。", "An on-site check takes two different officers of the office."),
        ("请选择同去的另一名工作人员。", "Name the other officer who was there."),
        Rulebook.OfficersAtSubstanceCheck.Basis
    );
