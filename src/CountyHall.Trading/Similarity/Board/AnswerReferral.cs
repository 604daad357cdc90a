using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Similarity.Board;

/// <summary>反馈查处结果: the department that received a referral records what it came to; with that the referral is closed.</summary>
public sealed record AnswerReferral(string Number, ReferralOutcome Outcome, string Text);

[Quiet]
public sealed record ReferralWasAnswered(string Number, ReferralOutcome Outcome, string Text);

/// <summary>Bidding Law art. 7.</summary>
public sealed class AnswerReferralHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAnySupervisor;

    public Task<Result<ReferralWasAnswered>> Handle(AnswerReferral ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ReferralWasAnswered>(
            on,
            async db =>
            {
                var number = ask.Number.Trim();
                if (await db.CollusionReferrals.FirstOrDefaultAsync(r => r.Number == number) is not { } referral)
                    return new ReferralNotFound(number);
                if (Charge.Check(on.By, referral.Division) is { } why)
                    return why;
                // Whoever received it answers it, whichever department supervises the tender.
                if (on.By.Office != referral.To)
                    return new SupervisedByAnother();
                if (TenderWork.Texts((ask.Text, 4000, ("查处结果", "Result"))) is { } missing)
                    return missing;
                var text = ask.Text.Trim();
                if (
                    referral.Take((ReferralSent sent) => sent.Answer(on.At, ask.Outcome, text, on.By.Name))
                    is Result<ReferralAnswered>.Refused(var no)
                )
                    return no;
                var tender = await db.Tenders.AsNoTracking().FirstAsync(t => t.Id == referral.TenderId);
                db.Post(
                    on,
                    new StaffMessage(
                        tender.Division,
                        tender.SupervisingDepartment,
                        [Role.TradingSupervisor],
                        $"【串标嫌疑移交】{referral.Number} 已反馈结果：{ReferralStage.NameOf(ask.Outcome).Zh}。"
                    )
                );
                return db.Record(referral, on, new ReferralWasAnswered(referral.Number, ask.Outcome, text));
            },
            ct
        );
}
