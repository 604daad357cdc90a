using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Review;

/// <summary>特别程序: the clock stops for one of the eight listed grounds, with a written notice of how long.</summary>
/// <param name="RequiredByLaw">A law requires the procedure; what no law requires is counted (Zhejiang art. 28).</param>
/// <param name="Days">Working days, told to the applicant.</param>
public sealed record PauseReview(CaseNumber Case, SpecialProcedureKind Kind, Citation? Basis, bool RequiredByLaw, int Days);

public sealed record ReviewWasPaused(SpecialProcedure Procedure, DateOnly Until, string By) : ICaseFact
{
    public Words Says =>
        (
            $"特别程序：{Procedure.Name.Zh}，预计 {Procedure.PlannedDays} 个工作日，至 {Until:yyyy-MM-dd}，不计入时限（{Procedure.Basis}）",
            $"{Procedure.Name.En}: {Procedure.PlannedDays} working days, until {Until:yyyy-MM-dd}, not counted ({Procedure.Basis})"
        );
    public string? Tells =>
        $"因{Procedure.Name.Zh}需要 {Procedure.PlannedDays} 个工作日（至 {Until:yyyy-MM-dd}），这段时间不计入办理时限。依据：{Procedure.Basis}。";
}

/// <summary>Administrative Licensing Law art. 45: no notice, no pause; the notice is the fact itself.</summary>
public sealed class PauseReviewHandler(CaseWork work) : IUseCase
{
    public static Duty Duty => Duty.OfApprover;

    public Task<Result<ReviewWasPaused>> Handle(PauseReview ask, Occasion on, CancellationToken ct = default) =>
        work.Step(
            ask.Case,
            Duty,
            on,
            (db, at) =>
            {
                var before = Watching.ClockOf(at.Case.Stage)?.Read(at.Calendar, on.At);
                var outcome = Step(at, ask, on);
                // Those who watch see how often, how long and how near the limit clocks are stopped.
                if (outcome is Result<ReviewWasPaused>.Done(var paused) && before is not null)
                    db.Post(
                        on,
                        new ClockStopped(
                            at.Case.Id,
                            at.Case.Number.Value,
                            at.Case.Division,
                            on.By.Office!,
                            at.Guide.Name,
                            paused.Procedure.Name,
                            ask.Days,
                            before.Left,
                            before.State is Kernel.Calendar.ClockState.Warning or Kernel.Calendar.ClockState.Overdue,
                            on.At
                        )
                    );
                return Task.FromResult(outcome);
            },
            ct
        );

    internal static Result<ReviewWasPaused> Step(CaseAtWork at, PauseReview ask, Occasion on)
    {
        if (!ask.RequiredByLaw || ask.Basis is null)
            return new NotRequiredByLaw();
        if (!Enum.IsDefined(ask.Kind) || ask.Days is < 1 or > 250)
            return new PauseLengthMissing();
        var procedure = new SpecialProcedure(ask.Kind, ask.Basis, ask.Days, on.At, on.By.Id);
        return at
            .Case.Take((Reviewing review) => review.Pause(procedure))
            .Then<ReviewWasPaused>(_ => new ReviewWasPaused(
                procedure,
                Kernel.Calendar.CountyTime.DayOf(procedure.EndsBy(at.Calendar)),
                on.By.Name
            ));
    }
}

public sealed record NotRequiredByLaw()
    : Refusal(
        ("法律没有要求的程序，时间照计，不能暂停。", "A procedure that no law requires is counted; the clock cannot stop for it."),
        ("写明要求此程序的法律条款，或在时限内自行完成。", "Name the provision that requires it, or finish within the limit."),
        Provisions.IntermediaryTimeCounts
    );

public sealed record PauseLengthMissing()
    : Refusal(
        ("没有写明程序和所需时间，不能暂停。", "Without the procedure and its length there is no pause."),
        ("请写明需要多少个工作日，它将书面告知申请人。", "Say how many working days; the applicant is told in writing."),
        Provisions.SpecialProcedure
    );
