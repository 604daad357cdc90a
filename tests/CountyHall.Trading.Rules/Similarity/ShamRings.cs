using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>What was planted into two bids, and where.</summary>
/// <param name="Text">How the text was copied: verbatim, reworked, reworded, scattered; null if it was not.</param>
internal sealed record Planted(string Tender, string A, string B, HashSet<string> Codes, string? Text)
{
    public List<TextSpan> InA { get; } = [];
    public List<TextSpan> InB { get; } = [];
}

/// <summary>Rings of two to four bidders, and what they have in common.</summary>
internal sealed class ShamRings(Dice dice, ShamManner manner, ShamFirms firms, ShamCopies copies, ShamBills bills)
{
    public List<Planted> Plant(string id, List<ShamBidder> bidders, DateTimeOffset opening)
    {
        var plants = new List<Planted>();
        for (var n = 0; n < Math.Max(1, bidders.Count / 5); n++)
        {
            var free = bidders.Where(b => !b.Ringed).ToList();
            var size = dice.Of(new[] { 2, 2, 2, 3, 4 });
            if (free.Count < size + 1)
                break;
            var ring = dice.Some(free, size).OrderBy(b => b.Id, StringComparer.Ordinal).ToList();
            ring.ForEach(b => b.Ringed = true);
            var codes = new HashSet<string>(StringComparer.Ordinal);
            string? text = null;
            if (dice.Chance(0.7))
            {
                text = dice.Of(manner.Ways);
                if (copies.Copy(ring, text))
                    codes.Add(LikenessCodes.TextCopy);
                else
                    text = null;
            }
            if (dice.Chance(0.3))
            {
                codes.Add(LikenessCodes.TextTypo);
                copies.CopyTypos(ring, bidders.Except(ring).ToList());
            }
            var others = new List<(string Code, Action Do)>
            {
                (LikenessCodes.TextLeftover, () => Leave(ring)),
                (LikenessCodes.Phone, () => ring.ForEach(b => b.Phone = ring[0].Phone)),
                (LikenessCodes.Email, () => ring.ForEach(b => b.Email = ring[0].Email)),
                (LikenessCodes.Staff, () => ring.ForEach(b => b.Staff[dice.Next(9)] = [.. ring[0].Staff[3]])),
                (LikenessCodes.Bank, () => ring.ForEach(b => (b.Payer, b.Account) = (ring[0].Payer, ring[0].Account))),
                (LikenessCodes.Address, () => ring.ForEach(b => b.Address = ring[0].Address)),
                (
                    LikenessCodes.Author,
                    () =>
                    {
                        var who = ShamWords.Person(dice) + "工";
                        ring.ForEach(b => b.Author = who);
                    }
                ),
                (
                    LikenessCodes.LastModifiedBy,
                    () =>
                    {
                        var who = $"{firms.Hex(5)}-PC";
                        ring.ForEach(b => b.Last = who);
                    }
                ),
                (
                    LikenessCodes.Created,
                    () =>
                    {
                        var at = opening.AddDays(-9).AddMinutes(dice.Next(900));
                        ring.ForEach(b => b.Created = at);
                    }
                ),
                (
                    LikenessCodes.Company,
                    () =>
                    {
                        var where = firms.Firm();
                        ring.ForEach(b => b.Company = where);
                    }
                ),
                (
                    LikenessCodes.Image,
                    () =>
                    {
                        var image = firms.Image();
                        ring.ForEach(b => b.Images.Add(image));
                    }
                ),
                (
                    LikenessCodes.RevisionIds,
                    () =>
                    {
                        var ids = Enumerable.Range(0, 5).Select(_ => $"00{firms.Hex(6)}").ToList();
                        ring.ForEach(b => b.Rsids.AddRange(ids));
                    }
                ),
                (
                    LikenessCodes.Mac,
                    () =>
                    {
                        var mac = $"F4-1E-{firms.Hex(2)}-{firms.Hex(2)}-{firms.Hex(2)}-{firms.Hex(2)}";
                        ring.ForEach(b => b.Mac = mac);
                    }
                ),
                (
                    LikenessCodes.Disk,
                    () =>
                    {
                        var disk = $"WD-{firms.Hex(9)}";
                        ring.ForEach(b => b.Disk = disk);
                    }
                ),
                (LikenessCodes.CaLock, () => ring.ForEach(b => b.Ca = ring[0].Ca)),
                (LikenessCodes.PricingLock, () => ring.ForEach(b => b.Lock = ring[0].Lock)),
                (
                    LikenessCodes.AddressAndTime,
                    () =>
                    {
                        var ip = $"112.{dice.Between(1, 250)}.{dice.Between(1, 250)}.{dice.Between(1, 250)}";
                        var at = opening.AddHours(-dice.Between(4, 60));
                        foreach (var b in ring)
                        {
                            b.Ip = ip;
                            b.Uploaded = at;
                            at = at.AddSeconds(dice.Between(70, 260));
                        }
                    }
                ),
                (LikenessCodes.PriceErrors, () => bills.WrongProducts(ring)),
            };
            foreach (var (code, plant) in dice.Some(others, dice.Between(1, 3)))
            {
                plant();
                codes.Add(code);
            }
            if (dice.Chance(0.5))
                codes.Add(bills.PlantPrices(ring));
            if (ring.Count >= 3 && dice.Chance(0.5))
                codes.Add(bills.PlantTotals(ring));
            for (var i = 0; i < ring.Count; i++)
            for (var j = i + 1; j < ring.Count; j++)
                plants.Add(new Planted(id, ring[i].Id, ring[j].Id, [.. codes], text));
            if (ring.Count == 2 && dice.Chance(0.15))
            {
                ring[1].Staff[8][1] = ring[0].Legal;
                if (ring[0].Legal.Length >= 3)
                    plants[^1].Codes.Add(LikenessCodes.Legal);
            }
        }
        return plants;
    }

    private void Leave(List<ShamBidder> ring)
    {
        if (dice.Chance(0.5))
        {
            var other = $"{firms.Project()}{dice.Of(new[] { "", "（一标段）", "（二标段）" })}";
            foreach (var bidder in ring)
                bidder
                    .Sections[dice.Next(bidder.Sections.Count)]
                    .Paragraphs.Add(
                        new ShamParagraph(
                            [
                                Said.New(
                                    dice,
                                    $"{dice.Of(ShamWords.Openers)}[满足|确保|实现]{other}的[总体要求|各项目标]{dice.Of(ShamWords.Closers)}"
                                ),
                            ],
                            ShamOrigin.Own
                        )
                    );
            return;
        }
        foreach (var bidder in ring.Skip(1))
            bidder
                .Sections[dice.Next(bidder.Sections.Count)]
                .Paragraphs.Add(
                    new ShamParagraph([Said.New(dice, $"{ring[0].Firm}[承诺|保证]对{{部位}}的{{工序}}[负责|负全责]")], ShamOrigin.Own)
                );
    }
}
