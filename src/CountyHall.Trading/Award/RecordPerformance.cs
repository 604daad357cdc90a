using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Award;

/// <summary>登记履约事项: a payment, a change or the progress; each is published.</summary>
/// <param name="Amount">Fen; none where no money moves.</param>
public sealed record RecordPerformance(string Lot, PerformanceKind Kind, long? Amount, string Text);

public sealed record PerformanceRecorded(string Lot, PerformanceKind Kind, long? Amount, string Notice);

/// <summary>Bidding Law art. 48: the winner performs what was agreed; C42: what comes after the award is public, too.</summary>
public sealed class RecordPerformanceHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<PerformanceRecorded>> Handle(RecordPerformance ask, Occasion on, CancellationToken ct = default) =>
        writer.AwardStep<PerformanceRecorded>(
            ask.Lot,
            Charge,
            on,
            hand =>
                hand.On<ContractSigned, PerformanceRecorded>(
                    async (_, signed) =>
                    {
                        if (signed.Notice is null)
                            return new ContractNotPublished();
                        if (
                            !Enum.IsDefined(ask.Kind)
                            || ask.Kind == PerformanceKind.Acceptance
                            || ask.Kind == PerformanceKind.Payment && ask.Amount is not > 0
                        )
                            return new TextMissing(("种类和金额", "Kind and amount"));
                        if (TenderWork.Texts((ask.Text, 4000, ("内容", "The content"))) is { } missing)
                            return missing;
                        return await Enter(hand, ask.Kind, ask.Amount, ask.Text.Trim(), answer: true);
                    }
                ),
            ct
        );

    internal static async Task<PerformanceRecorded> Enter(AwardInHand hand, PerformanceKind kind, long? amount, string text, bool answer)
    {
        var notice = await hand.Publish(NoticeKind.Performance, AwardNotices.Performance(hand.Lot, kind, amount, text));
        var entry = new PerformanceEntry
        {
            Id = Ids.Next(hand.On.At),
            LotId = hand.Lot.Id,
            Kind = kind,
            Amount = amount,
            Text = text,
            At = hand.On.At,
            Notice = notice.Number,
        };
        hand.Db.Add(entry);
        return hand.Db.Record(entry, hand.On, new PerformanceRecorded(hand.Lot.Number, kind, amount, notice.Number), answer: answer);
    }
}
