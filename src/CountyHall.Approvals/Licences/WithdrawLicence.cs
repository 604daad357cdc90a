using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Licences;

/// <summary>撤回: law or circumstances changed, and the public interest asks for it.</summary>
/// <param name="Compensation">How the holder's loss is compensated.</param>
public sealed record WithdrawLicence(long Licence, string Reasons, string Compensation);

/// <summary>Administrative Licensing Law art. 8(2): the head of the issuing office; the loss is compensated.</summary>
public sealed class WithdrawLicenceHandler(LicenceWork work) : IUseCase
{
    public static Duty Duty => new(Role.Head, Reach.DecidingBody);

    public Task<Result<LicenceWithdrawn>> Handle(WithdrawLicence ask, Occasion on, CancellationToken ct = default) =>
        work.Act(ask.Licence, Duty, on, licence => Act(licence, ask, on), ct);

    internal static Result<LicenceWithdrawn> Act(Licence licence, WithdrawLicence ask, Occasion on)
    {
        if (string.IsNullOrWhiteSpace(ask.Reasons))
            return new LicenceReasonsMissing();
        if (string.IsNullOrWhiteSpace(ask.Compensation))
            return new CompensationMissing();
        var taken = TakenBy(on, ask.Reasons, "第八条第二款");
        return licence
            .Take((InForce state) => state.Withdraw(taken, ask.Compensation.Trim()))
            .Then<LicenceWithdrawn>(_ => new LicenceWithdrawn(taken, ask.Compensation.Trim(), Remedies.Text));
    }

    internal static Taken TakenBy(Occasion on, string reasons, string article) =>
        new(on.At, on.By.Id, on.By.Name, reasons.Trim(), new Citation("中华人民共和国行政许可法", article));
}

public sealed record CompensationMissing()
    : Refusal(
        ("撤回许可要写明怎样补偿持证人的损失。", "A withdrawal says how the holder's loss is compensated."),
        ("没有损失的，写明没有损失及其理由。", "Where there is no loss, say so and why."),
        Laws.AdministrativeLicensing.At("第八条第二款", "art. 8(2)")
    );
