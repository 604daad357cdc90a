using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>登记收到履约保证金</summary>
/// <param name="Amount">Fen.</param>
/// <param name="Form">Such as 银行保函, with issuer and number.</param>
public sealed record ReceiveBond(string Lot, long Amount, string Form);

public sealed record BondReceived(string Lot, long Amount, string Form);

/// <summary>Implementing Regulation art. 58: TR-3.36.</summary>
public sealed class ReceiveBondHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<BondReceived>> Handle(ReceiveBond ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<BondReceived>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<WinnerStands, BondReceived>(
                    (award, stands) =>
                    {
                        var asked = stands switch
                        {
                            WinnerNotified told => told.BondAsked,
                            ContractProposed proposed => proposed.BondAsked,
                            _ => 0,
                        };
                        if (stands is WinnerFixed)
                            return Task.FromResult<Result<BondReceived>>(new WrongAwardStage(stands));
                        if (TenderWork.Texts((ask.Form, 300, ("形式和编号", "Form and number"))) is { } missing)
                            return Task.FromResult<Result<BondReceived>>(missing);
                        if (ask.Amount < asked || ask.Amount <= 0)
                            return Task.FromResult<Result<BondReceived>>(new BondTooLow(asked));
                        var most = AwardRules.MostBond(stands.Winner.Price);
                        if (ask.Amount > most)
                            return Task.FromResult<Result<BondReceived>>(new BondTooHigh(most));
                        var bond = new PerformanceBond(ask.Amount, ask.Form.Trim(), on.At);
                        if (stands is WinnerNotified)
                            award.Take((WinnerNotified told) => told.Receive(bond));
                        else
                            award.Take((ContractProposed proposed) => proposed.Receive(bond));
                        return Task.FromResult<Result<BondReceived>>(
                            hand.Db.Record(award, on, new BondReceived(hand.Lot.Number, bond.Amount, bond.Form))
                        );
                    }
                ),
            ct
        );
}
