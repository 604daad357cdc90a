using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>履约完成: what was built or delivered is accepted, and that is published.</summary>
/// <param name="Acceptance">验收结论, with the number of its paper.</param>
public sealed record CompleteContract(string Lot, string Acceptance);

public sealed record ContractCompleted(string Lot, string Number, string Acceptance);

/// <summary>Bidding Law art. 48.</summary>
public sealed class CompleteContractHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<ContractCompleted>> Handle(CompleteContract ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ContractCompleted>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ContractSigned, ContractCompleted>(
                    async (award, signed) =>
                    {
                        if (signed.Notice is null)
                            return new ContractNotPublished();
                        if (TenderWork.Texts((ask.Acceptance, 4000, ("验收结论", "The acceptance"))) is { } missing)
                            return missing;
                        var acceptance = ask.Acceptance.Trim();
                        await RecordPerformanceHandler.Enter(hand, PerformanceKind.Acceptance, null, acceptance, answer: false);
                        award.Take((ContractSigned s) => s.Complete(on.At, acceptance));
                        hand.Move((UnderContract lot) => lot.Complete(on.At));
                        return hand.Db.Record(award, on, new ContractCompleted(hand.Lot.Number, signed.Contract.Number, acceptance));
                    }
                ),
            ct
        );
}
