using CountyHall.Trading.Similarity;

namespace CountyHall.Trading.Rules.Similarity;

/// <summary>Something honest that looks alike and must not be reported.</summary>
internal sealed record Decoy(string Tender, string A, string B, string Code, string Kind);

/// <summary>What honest bidders share outside of their words: the centre's terminals, virtual adapters, carriers' addresses, default authors, suppliers.</summary>
internal static class ShamDecoys
{
    public static Decoy Of(string tender, ShamBidder one, ShamBidder other, string code, string kind) =>
        string.CompareOrdinal(one.Id, other.Id) < 0
            ? new Decoy(tender, one.Id, other.Id, code, kind)
            : new Decoy(tender, other.Id, one.Id, code, kind);

    /// <summary>Likeness that has an explanation.</summary>
    public static List<Decoy> Plant(
        Dice dice,
        ShamFirms firms,
        string id,
        List<ShamBidder> bidders,
        (string Mac, string Disk) terminal,
        DateTimeOffset opening
    )
    {
        var decoys = new List<Decoy>();
        void Among(int count, string kind, string[] codes, Action<ShamBidder> change)
        {
            var some = dice.Some(bidders, count);
            some.ForEach(change);
            for (var i = 0; i < some.Count; i++)
            for (var j = i + 1; j < some.Count; j++)
                foreach (var code in codes)
                    decoys.Add(Of(id, some[i], some[j], code, kind));
        }
        Among(3, "terminal", [LikenessCodes.Mac, LikenessCodes.Disk], b => (b.Mac, b.Disk) = terminal);
        var virtualMac = dice.Of(
            new[]
            {
                "00-50-56-C0-00-01",
                "00-50-56-C0-00-08",
                "0A-00-27-00-00-00",
                "00-15-5D-01-02-03",
                "00-00-00-00-00-00",
                "02-00-4C-4F-4F-50",
            }
        );
        Among(2, "virtual adapter", [LikenessCodes.Mac], b => b.Mac = virtualMac);
        var placeholder = dice.Of(
            new[] { "To be filled by O.E.M.", "Default string", "0000_0000_0000_0000", "None", "System Serial Number", "00000000" }
        );
        Among(2, "placeholder", [LikenessCodes.Disk], b => b.Disk = placeholder);
        var carrier = $"183.{dice.Between(1, 250)}.{dice.Between(1, 250)}.{dice.Between(1, 250)}";
        var hours = 0;
        Among(
            3,
            "carrier address",
            [LikenessCodes.AddressAndTime],
            b =>
            {
                b.Ip = carrier;
                b.Uploaded = opening.AddHours(-3 - 9 * hours++).AddMinutes(-dice.Between(1, 150));
            }
        );
        var usual = dice.Of(new[] { "Administrator", "微软用户", "WPS_1530", "user", "Windows 用户", "lenovo" });
        Among(
            2,
            "default author",
            usual.StartsWith("WPS", StringComparison.Ordinal) ? [] : [LikenessCodes.Author, LikenessCodes.LastModifiedBy],
            b => b.Author = b.Last = usual == "WPS_1530" ? "WPS" : usual
        );
        var hotline = $"400-{firms.Digits(3)}-{firms.Digits(4)}";
        var supplier = $"防水材料拟由{dice.Of(new[] { "江南", "南湖", "太湖" })}防水科技有限公司供应，服务热线{hotline}。";
        Among(2, "supplier", [LikenessCodes.Phone, LikenessCodes.TextLeftover], b => b.Loose.Add(supplier));
        var supplierMobile = $"商品混凝土由嘉善{dice.Of(new[] { "恒固", "磐石" })}商品混凝土有限公司供应，联系电话{firms.Mobile()}。";
        Among(2, "supplier", [LikenessCodes.Phone, LikenessCodes.TextLeftover], b => b.Loose.Add(supplierMobile));
        var same = ShamWords.Person(dice);
        Among(2, "same name, other person", [LikenessCodes.Staff], b => b.Staff[dice.Next(9)][1] = same);
        var work = firms.Project();
        Among(2, "same work in lists", [LikenessCodes.TextLeftover], b => b.Works.Add([work, "1234.5", "2015年3月"]));
        return decoys;
    }
}
