using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Journeys.Kills;
using CountyHall.Trading.Bids;

namespace CountyHall.Journeys.Trading.Bids;

/// <summary>Full access to database, files, log and memory of the server before the opening gives no content of a bid and no key that opens one.</summary>
/// <remarks>Order 20 art. 27: nobody may decrypt or extract before the opening. Here: nobody can.</remarks>
public sealed class Nothing_can_be_read_early
{
    private static readonly string Marker = $"投标内容标记{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";

    [Fact, Trait("Rule", "TR-3.23")]
    public async Task Not_from_the_database_the_files_the_log_or_the_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The memory of another process is read through /proc.");
        var storage = await Engine.Embedded.Copy();
        byte[] envelope;
        using var secret = new MemoryStream();
        BidKeys keys;
        string firm;
        await using (var hall = await Journeys.Hall.Of(Engine.Embedded, storage))
        {
            var ground = await BidGround.Lay(hall);
            keys = BidKeys.Generate();
            (
                await hall.Get<RegisterCertificateHandler>().Handle(new(await ground.FirmOf(0), PublicKeys.Of(keys)), await ground.As(0))
            ).ShouldBeDone();
            firm = (await ground.FirmOf(0)).ToString(CultureInfo.InvariantCulture);
            envelope = await ground.Sealed(keys, string.Concat(Enumerable.Repeat(Marker, 2000)), padding: 3 << 20);
        }
        var header = (await Envelope.ReadHeader(new MemoryStream(envelope))).ShouldBeDone();
        var contentKey = Envelope.UnwrapContentKey(header, keys.Encryption).ShouldNotBeNull();

        await using var served = await Served.On(storage);
        using var http = await served.SignedIn("liang.jianbo");
        var id = await Upload(http, firm, envelope);
        using var submit = new HttpRequestMessage(HttpMethod.Post, $"/api/bidding/uploads/{id}/submit");
        submit.Headers.Add("Idempotency-Key", "early");
        using var receipt = await http.SendAsync(submit);
        receipt.StatusCode.ShouldBe(HttpStatusCode.OK, await receipt.Content.ReadAsStringAsync());
        (await http.GetAsync($"/bidding/lots/{BidGround.Lot}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var searched = new Search()
            .For("the content", Marker)
            .For("the content key", contentKey)
            .For("the private encryption key", keys.Encryption.ExportParameters(true).D!)
            .For("the price in capitals", ChineseAmount.Of(4_321_000_00))
            .For("what must be found, or nothing was searched", header.Commitment, expected: true);
        foreach (var file in Directory.GetFiles(storage.Folder, "*", SearchOption.AllDirectories))
            searched.In(file, Read(file));
        searched.ShouldHaveFoundWhatItMust("the files");
        searched.In("the log", Encoding.UTF8.GetBytes(served.Said));
        searched.InMemoryOf(served.Process);
        searched.ShouldHaveFoundWhatItMust("the memory");
        searched.Found.ShouldBeEmpty();
        served.Said.ShouldNotContain("Exception");
        keys.Dispose();
    }

    private static async Task<string> Upload(HttpClient http, string firm, byte[] envelope)
    {
        using var begin = new HttpRequestMessage(HttpMethod.Post, $"/api/bidding/lots/{BidGround.Lot}/uploads?bidder={firm}");
        begin.Headers.Add("Upload-Length", envelope.Length.ToString(CultureInfo.InvariantCulture));
        using var begun = await http.SendAsync(begin);
        begun.StatusCode.ShouldBe(HttpStatusCode.Created, await begun.Content.ReadAsStringAsync());
        var address = begun.Headers.Location!.ToString();
        foreach (var (from, to) in new[] { (0, 2 << 20), (2 << 20, envelope.Length) })
        {
            using var piece = new HttpRequestMessage(HttpMethod.Patch, address) { Content = new ByteArrayContent(envelope[from..to]) };
            piece.Headers.Add("Upload-Offset", from.ToString(CultureInfo.InvariantCulture));
            using var taken = await http.SendAsync(piece);
            taken.StatusCode.ShouldBe(HttpStatusCode.NoContent, await taken.Content.ReadAsStringAsync());
            taken.Headers.GetValues("Upload-Offset").ShouldHaveSingleItem().ShouldBe(to.ToString(CultureInfo.InvariantCulture));
        }
        return address.Split('/')[^1];
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes;
    }

    /// <summary>Secrets in every form in which a program might hold them.</summary>
    private sealed class Search
    {
        private readonly List<(string What, byte[] Bytes, bool Expected)> forms = [];
        private readonly HashSet<string> met = [];

        public List<string> Found { get; } = [];

        public Search For(string what, string text, bool expected = false)
        {
            forms.Add((what, Encoding.UTF8.GetBytes(text), expected));
            forms.Add((what, Encoding.Unicode.GetBytes(text), expected));
            return this;
        }

        public Search For(string what, byte[] bytes)
        {
            forms.Add((what, bytes, false));
            For(what, Convert.ToHexString(bytes));
            For(what, Convert.ToHexStringLower(bytes));
            // Whole groups of three bytes keep their form wherever the text begins.
            return For(what, Convert.ToBase64String(bytes.AsSpan(0, bytes.Length / 3 * 3)));
        }

        public void In(string where, ReadOnlySpan<byte> bytes)
        {
            foreach (var (what, form, expected) in forms)
            {
                if (bytes.IndexOf(form) < 0)
                    continue;
                if (expected)
                    met.Add(what);
                else
                    Found.Add($"{what} in {where}");
            }
        }

        public void ShouldHaveFoundWhatItMust(string where)
        {
            met.ShouldNotBeEmpty(where);
            met.Clear();
        }

        /// <summary>Every readable region of the process, in windows that overlap.</summary>
        public void InMemoryOf(int process)
        {
            const int Window = 32 << 20;
            var overlap = forms.Max(f => f.Bytes.Length);
            var buffer = new byte[Window + overlap];
            using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            foreach (var line in File.ReadLines($"/proc/{process}/maps"))
            {
                var parts = line.Split(' ', 3);
                if (parts[1][0] != 'r' || line.EndsWith("[vvar]", StringComparison.Ordinal) || line.Contains("[vsyscall]"))
                    continue;
                var ends = parts[0].Split('-').Select(a => long.Parse(a, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
                for (var at = ends[0]; at < ends[1]; at += Window)
                {
                    var size = (int)Math.Min(buffer.Length, ends[1] - at);
                    try
                    {
                        In($"memory at {at:x}", buffer.AsSpan(0, RandomAccess.Read(memory.SafeFileHandle, buffer.AsSpan(0, size), at)));
                    }
                    catch (IOException)
                    {
                        // A region that the kernel hands to nobody (reserved and never touched): it holds nothing.
                    }
                }
            }
        }
    }
}
