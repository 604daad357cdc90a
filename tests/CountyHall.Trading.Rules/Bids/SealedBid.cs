using System.Security.Cryptography;
using System.Text;
using CountyHall.Trading.Bids;

namespace CountyHall.Trading.Rules.Bids;

/// <summary>An invented bid, sealed as a bidder would seal it, with all the keys that a test may want.</summary>
internal sealed record SealedBid(byte[] Envelope, byte[] ContentKey, BidKeys Keys, IReadOnlyList<BidKeys> Custodians, byte[] Content)
{
    public const string Lot = "E3304210001000001001001";

    public static readonly OpeningSheet Sheet = new(1_234_567_89, "壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分", 180, "合格", "示例负责人", "");

    public static async Task<SealedBid> Of(int size, int chunk = 1024, int threshold = 2, int custodians = 3, string lot = Lot)
    {
        var keys = BidKeys.Generate();
        var keepers = Enumerable.Range(0, custodians).Select(_ => BidKeys.Generate()).ToList();
        var content = RandomNumberGenerator.GetBytes(size);
        using var into = new MemoryStream();
        var key = await EnvelopeSealer.Seal(
            new SealingTerms(
                lot,
                "BG-001",
                threshold,
                [.. keepers.Select((k, i) => new PanelSeat(i + 1, $"保管人{i + 1}", k.EncryptionPublic))]
            ),
            "91330421DEMA03200X",
            Sheet,
            [
                new("报价.txt", "price", () => new MemoryStream(Encoding.UTF8.GetBytes("示例报价"))),
                new("技术.bin", "technical", () => new MemoryStream(content)),
            ],
            keys,
            [keys.EncryptionPublic],
            into,
            chunk
        );
        return new(into.ToArray(), key, keys, keepers, content);
    }

    public async Task<Result<OpenedPackage>> Open(byte[] envelope, byte[]? key = null, Stream? into = null) =>
        await Trading.Bids.Envelope.Open(new MemoryStream(envelope), key ?? ContentKey, into);

    public async Task<EnvelopeHeader> Header() =>
        ((Result<EnvelopeHeader>.Done)await Trading.Bids.Envelope.ReadHeader(new MemoryStream(Envelope))).Value;
}

internal static class Answers
{
    public static T ShouldBeDone<T>(this Result<T> result)
    {
        if (result is Result<T>.Refused(var why))
            throw new ShouldAssertException($"{why.Code}: {why.Reason.Zh}");
        return ((Result<T>.Done)result).Value;
    }

    public static TWhy ShouldBeRefused<T, TWhy>(this Result<T> result)
        where TWhy : Refusal => ((Result<T>.Refused)result).Why.ShouldBeOfType<TWhy>();

    public static Refusal ShouldBeRefused<T>(this Result<T> result, string about) => result.ShouldBeOfType<Result<T>.Refused>(about).Why;
}
