using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>招标人签署合同: compared with documents and bid clause by clause; any departure of substance is refused.</summary>
public sealed record ProposeContract(string Lot, AwardContract Contract);

/// <param name="Departures">Blanks that were filled in; nothing else may differ.</param>
public sealed record ContractWasProposed(string Lot, AwardContract Contract, IReadOnlyList<ContractDeparture> Departures);

/// <summary>Bidding Law art. 46(1), Implementing Regulation art. 57(1): TR-3.34.</summary>
public sealed class ProposeContractHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<ContractWasProposed>> Handle(ProposeContract ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ContractWasProposed>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<WinnerStands, ContractWasProposed>(
                    async (award, stands) =>
                    {
                        if (stands is WinnerFixed)
                            return new WrongAwardStage(stands);
                        var contract = ask.Contract;
                        if (
                            TenderWork.Texts(
                                (contract.Number, 60, ("合同编号", "Number of the contract")),
                                (contract.Quality, 200, ("质量", "Quality")),
                                (contract.Leader, 100, ("项目负责人", "Project leader"))
                            ) is
                            { } missing
                        )
                            return missing;
                        if (await hand.Suspended() is { } suspended)
                            return suspended;
                        contract = contract with
                        {
                            Number = contract.Number.Trim(),
                            Quality = contract.Quality.Trim(),
                            Leader = contract.Leader.Trim(),
                        };
                        var found = ContractComparison.Of(contract, stands.Winner, await ContractWork.Documents(hand.Db, hand.Tender));
                        if (found.Any(d => d.IsSubstantial))
                            return new ContractDeparts(found);
                        if (stands is WinnerNotified)
                            award.Take((WinnerNotified told) => told.Propose(on.At, contract));
                        else
                            award.Take((ContractProposed before) => before.Propose(on.At, contract));
                        hand.Tell(stands.Winner.Bidder, $"合同 {contract.Number} 招标人已签署，请登录核对并签署。");
                        return hand.Db.Record(award, on, new ContractWasProposed(hand.Lot.Number, contract, found));
                    }
                ),
            ct
        );
}

internal static class ContractWork
{
    /// <summary>The documents as they were announced and last changed by notice; none where the house does not have them.</summary>
    public static async Task<DocumentContent?> Documents(HallDb db, Tender tender) =>
        (await TenderDocument.Published(db, tender)) is [.., var last] ? last.Content : null;
}
