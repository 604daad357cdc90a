namespace CountyHall.Trading.Similarity;

/// <summary>Facts of the machines that two bids were made or uploaded with (regulation art. 40(1), (2)).</summary>
internal static class Machines
{
    // Makers of virtual adapters, tunnels and the like: VMware, VirtualBox, Hyper-V, Parallels, Xen, QEMU, Docker, loopback and TAP adapters.
    private static readonly string[] Virtual =
    [
        "005056",
        "000C29",
        "000569",
        "001C14",
        "080027",
        "0A0027",
        "00155D",
        "0003FF",
        "001C42",
        "00163E",
        "525400",
        "0242",
        "00FF",
        "02004C",
        "020054",
        "0250F2",
        "001DD8",
        "7A7919",
    ];

    private static readonly string[] Placeholders =
    [
        "TOBEFILLED",
        "DEFAULT",
        "SYSTEMSERIAL",
        "NOTAPPLICABLE",
        "NOTSPECIFIED",
        "NOTAVAILABLE",
        "UNKNOWN",
        "NONE",
        "NULL",
        "OEM",
        "INVALID",
        "EMPTY",
        "VMWARE",
        "VBOX",
        "VIRTUAL",
        "QEMU",
        "SERIALNUMBER",
        "12345678",
        "01234567",
        "FFFFFFFF",
        "XXXXXX",
        "NODISK",
    ];

    // Digits of a number at least.
    private const int LeastDigits = 5;

    // A share of an address within this time is one sitting; a carrier's customers upload when they like.
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(30);

    public static void Find(ComparedTender tender, Action<int, int, LikenessReason> report)
    {
        var bids = tender.Bids;
        var terminalMacs = tender.Terminals.Select(t => Plain(t.Mac)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var terminalDisks = tender.Terminals.Select(t => Plain(t.DiskSerial)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var terminalIps = tender.Terminals.Select(t => t.Ip?.Trim()).OfType<string>().ToHashSet(StringComparer.Ordinal);

        Shared(LikenessCodes.Mac, b => Mac(b.Machine?.Mac), "上传所用网卡物理地址相同", 0.9);
        Shared(LikenessCodes.Disk, b => Serial(b.Machine?.DiskSerial, terminalDisks), "硬盘序列号相同", 0.9);
        Shared(LikenessCodes.CaLock, b => Serial(b.Machine?.CaLock, []), "加密锁号相同", 0.95);
        Shared(LikenessCodes.PricingLock, b => Serial(b.Machine?.PricingLock, []), "计价软件锁号相同", 0.95);

        foreach (var same in Enumerable.Range(0, bids.Count).GroupBy(b => Address(bids[b].Machine?.PublicIp)).Where(g => g.Key is not null))
        {
            var who = same.Where(b => bids[b].Machine?.UploadedAt is not null).OrderBy(b => bids[b].Machine!.UploadedAt).ToList();
            for (var x = 0; x < who.Count; x++)
            for (var y = x + 1; y < who.Count; y++)
            {
                var apart = (bids[who[y]].Machine!.UploadedAt!.Value - bids[who[x]].Machine!.UploadedAt!.Value).Duration();
                if (apart > OneSitting)
                    continue;
                // Where many use an address all day long, two of them meet by chance.
                if (who.Count > 8 && apart > TimeSpan.FromMinutes(5))
                    continue;
                var (a, b) = who[x] < who[y] ? (who[x], who[y]) : (who[y], who[x]);
                report(
                    a,
                    b,
                    new LikenessReason(
                        LikenessCodes.AddressAndTime,
                        LikenessGrade.Strong,
                        0.75,
                        $"自同一公网地址 {same.Key} 上传，相隔 {Math.Ceiling(apart.TotalMinutes)} 分钟以内"
                    )
                );
            }
        }

        string? Mac(string? value)
        {
            if (Plain(value) is not { Length: 12 } mac || !mac.All(char.IsAsciiHexDigit))
                return null;
            if (terminalMacs.Contains(mac) || Virtual.Any(v => mac.StartsWith(v, StringComparison.Ordinal)) || Uniform(mac))
                return null;
            return mac;
        }

        string? Serial(string? value, HashSet<string> explained)
        {
            if (Plain(value) is not { Length: >= 5 } serial || explained.Contains(serial) || Uniform(serial))
                return null;
            // A number of noughts behind the maker's letters is none either.
            var digits = serial.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
            if (digits.Length >= LeastDigits && digits.Distinct().Count() == 1)
                return null;
            return Placeholders.Any(p => serial.Contains(p, StringComparison.Ordinal)) ? null : serial;
        }

        string? Address(string? value)
        {
            var ip = value?.Trim();
            if (string.IsNullOrEmpty(ip) || terminalIps.Contains(ip) || !System.Net.IPAddress.TryParse(ip, out var parsed))
                return null;
            var bytes = parsed.GetAddressBytes();
            // Private networks and the carriers' own (RFC 1918, 6598) say nothing of where somebody sat.
            return
                System.Net.IPAddress.IsLoopback(parsed)
                || bytes.Length == 4
                    && (
                        bytes[0] is 0 or 10
                        || bytes[0] == 100 && bytes[1] is >= 64 and < 128
                        || bytes[0] == 169 && bytes[1] == 254
                        || bytes[0] == 172 && bytes[1] is >= 16 and < 32
                        || bytes[0] == 192 && bytes[1] == 168
                    )
                ? null
                : ip;
        }

        void Shared(string code, Func<ComparedBid, string?> of, string say, double weight)
        {
            foreach (var same in Enumerable.Range(0, bids.Count).GroupBy(b => of(bids[b])).Where(g => g.Key is not null))
            {
                var who = same.ToList();
                // What a quarter of a large field has in common is a shop's or a placeholder that is not listed yet.
                if (who.Count < 2 || who.Count > Math.Max(5, bids.Count / 4))
                    continue;
                for (var x = 0; x < who.Count; x++)
                for (var y = x + 1; y < who.Count; y++)
                    report(who[x], who[y], new LikenessReason(code, LikenessGrade.Presumed, weight, $"{say}：{same.Key}"));
            }
        }
    }

    private static bool Uniform(string value) => value.Distinct().Count() <= 2;

    private static string? Plain(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return new string([.. value.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
    }
}
