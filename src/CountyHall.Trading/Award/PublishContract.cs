using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;

namespace CountyHall.Trading.Award;

/// <summary>合同公告和备案: published for everybody, and filed with the supervising department in the same step.</summary>
public sealed record PublishContract(string Lot);

public sealed record ContractFiled(string Lot, string Number, string Notice);

/// <summary>Zhejiang Bidding Regulation art. 40: TR-3.37, within fifteen days of the signing.</summary>
public sealed class PublishContractHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ContractFiled>> Handle(PublishContract ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<ContractFiled>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ContractSigned, ContractFiled>(
                    async (award, signed) =>
                    {
                        if (signed.Notice is not null)
                            return new WrongAwardStage(signed);
                        var found = ContractComparison.Of(
                            signed.Contract,
                            signed.Winner,
                            await ContractWork.Documents(hand.Db, hand.Tender)
                        );
                        var notice = await hand.Publish(NoticeKind.Contract, AwardNotices.Contract(hand.Tender, hand.Lot, signed, found));
                        award.Take((ContractSigned s) => s.Publish(notice.Number));
                        hand.TellDepartment($"标段 {hand.Lot.Number} 的合同 {signed.Contract.Number} 已公告并报送备案。");
                        return hand.Db.Record(award, on, new ContractFiled(hand.Lot.Number, signed.Contract.Number, notice.Number));
                    }
                ),
            ct
        );
}
