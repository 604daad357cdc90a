using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Opening;

/// <summary>唱标: names, prices, durations, leaders and the rest are read out and stand on every screen at once.</summary>
/// <param name="BasePrice">标底, fen, where one was sealed.</param>
/// <param name="Salt">With which it was sealed.</param>
public sealed record BeginReading(string Number, long? BasePrice = null, string? Salt = null);

public sealed record ReadingBegun(string Number, int Bids, long? BasePrice);

/// <summary>Bidding Law art. 36: all that came in time is read out. TR-3.17: the base price was sealed and is shown now.</summary>
public sealed class BeginReadingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ReadingBegun>> Handle(BeginReading ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<ReadingBegun>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.BeforeDeadline is { } early)
                    return early;
                if (opening.Session.Stage is DrawingParameters)
                    return new ParametersNotDrawn();
                if (opening.Session.Stage is not ParametersSettled)
                    return new WrongOpeningStage(opening.Session.Stage);
                if (
                    opening.Session.Stage.Plan.BasePriceSeal is { } seal
                    && (ask.BasePrice is not { } price || SealOf(price, ask.Salt ?? "") != seal)
                )
                    return new BasePriceWrong();
                var basePrice = opening.Session.Stage.Plan.BasePriceSeal is null ? null : ask.BasePrice;
                var session = opening.Session.Id;
                var read = await opening.Db.OpeningBids.CountAsync(b => b.SessionId == session && b.StageName == "decrypted");
                return await opening.Step(
                    (ParametersSettled settled) => settled.ReadOut(on.At, basePrice),
                    _ => new ReadingBegun(ask.Number, read, basePrice),
                    _ => ($"开始唱标，共 {read} 份", $"Reading out {read} bids")
                );
            },
            ct
        );

    /// <summary>SHA-256 over amount in fen, a colon and the salt, lowercase hex.</summary>
    public static string SealOf(long fen, string salt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{fen.ToString(CultureInfo.InvariantCulture)}:{salt}")));
}
