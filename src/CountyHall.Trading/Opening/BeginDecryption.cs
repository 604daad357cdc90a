using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>开始解密: from now until a stated time each bidder opens the own bid.</summary>
public sealed record BeginDecryption(string Number);

public sealed record DecryptionBegun(string Number, DateTime Until);

/// <summary>Order 20 art. 30: the bidders are asked to decrypt within the time of the documents.</summary>
public sealed class BeginDecryptionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<DecryptionBegun>> Handle(BeginDecryption ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<DecryptionBegun>(
            ask.Number,
            Charge,
            on,
            async opening =>
                opening.BeforeDeadline is { } early
                    ? early
                    : await opening.Step(
                        (BiddersPublished published) => published.BeginDecryption(on.At),
                        begun => new DecryptionBegun(ask.Number, begun.Until),
                        begun =>
                            (
                                $"开始解密，{CountyTime.Local(begun.Until):HH:mm:ss} 前完成",
                                $"Decryption begins and ends at {CountyTime.Local(begun.Until):HH:mm:ss}"
                            )
                    ),
            ct
        );
}
