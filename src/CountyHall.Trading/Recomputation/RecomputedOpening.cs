using System.Globalization;
using System.Text.Json;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Opening;

namespace CountyHall.Trading.Recomputation;

/// <summary>开标数据的复算: words and digits of every price, the commitments, and the draw.</summary>
internal static class RecomputedOpening
{
    public static IReadOnlyList<RecomputedLine> Of(JsonDocument published)
    {
        OpeningFile? file;
        try
        {
            file = published.Deserialize<OpeningFile>(Recording.Json);
        }
        catch (JsonException)
        {
            file = null;
        }
        if (file is not { Bids: not null } || file.Bids.Any(b => b is null or { Words: null }))
            return [Lines.Unreadable];
        List<RecomputedLine> lines = [];
        foreach (var bid in file.Bids)
        {
            var read = AmountInWords.Read(bid.Words) ?? bid.Digits;
            lines.Add(
                Lines.Compare(
                    $"bids[{bid.Place}].read",
                    ($"{bid.Bidder}的唱标价（分），大写优先", $"price read out for {bid.Bidder} in fen, words over digits"),
                    Text(bid.Read),
                    Text(read)
                )
            );
        }
        if (file.Draw is { Shares: { } shares, Values: { } values } draw)
        {
            foreach (var (at, share) in shares.Index())
                lines.Add(
                    Lines.Compare(
                        $"draw.shares[{at}].commitment",
                        ("份额的指纹", "fingerprint of the share"),
                        share.Commitment,
                        PublicDraw.CommitmentTo(share.Share)
                    )
                );
            var key = string.Concat(shares.Select(s => s.Share));
            lines.Add(Lines.Compare("draw.key", ("抽取密钥", "key of the draw"), draw.Key, key));
            if (values.Count == 0)
                return [.. lines, Lines.Unreadable];
            var place = PublicDraw.Draw(key, values.Count, 1)[0];
            lines.Add(Lines.Compare("draw.place", ("抽中的序号", "place drawn"), Text(draw.Place), Text(place)));
            lines.Add(Lines.Compare("draw.value", ("抽中的值", "value drawn"), draw.Value, values[place - 1]));
        }
        return lines;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
