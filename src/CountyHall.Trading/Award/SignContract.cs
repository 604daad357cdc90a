using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;

namespace CountyHall.Trading.Award;

/// <summary>中标人签署合同: with it the contract is there, and the securities of winner and losers become due by themselves.</summary>
/// <param name="Bidder">Party id of the winner.</param>
public sealed record SignContract(string Lot, long Bidder);

public sealed record ContractWasSigned(string Lot, string Number, long Winner, long Price);

/// <summary>Bidding Law art. 46(1), TR-3.34; Implementing Regulation art. 57(2), TR-3.35: five days, with interest.</summary>
public sealed class SignContractHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfBidder;

    public Task<Result<ContractWasSigned>> Handle(SignContract ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ContractWasSigned>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ContractProposed, ContractWasSigned>(
                    async (award, proposed) =>
                    {
                        if (proposed.Winner.Bidder != ask.Bidder)
                            return new NotTheWinner();
                        if (await hand.Suspended() is { } suspended)
                            return suspended;
                        if (proposed is { BondAsked: > 0 and var asked, Bond: null })
                            return new BondNotThere(asked);
                        award.Take((ContractProposed p) => p.Sign(on.At));
                        hand.Move((Awarded awarded) => awarded.Contract(on.At));
                        await SecurityBook.ContractSigned(hand.Db, hand.Lot, on.At, on);
                        TenderWork.Tell(
                            hand.Db,
                            hand.Tender,
                            on,
                            $"标段 {hand.Lot.Number} 的合同已订立，请在十五日内公告并备案；投标保证金开始退还。"
                        );
                        return hand.Db.Record(
                            award,
                            on,
                            new ContractWasSigned(hand.Lot.Number, proposed.Contract.Number, ask.Bidder, proposed.Contract.Price)
                        );
                    }
                ),
            ct,
            ask.Bidder
        );
}
