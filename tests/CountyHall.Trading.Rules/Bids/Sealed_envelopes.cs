using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Trading.Bids;
using CsCheck;

namespace CountyHall.Trading.Rules.Bids;

/// <summary>The envelope of a bid: what was sealed comes out again byte for byte, and nothing else does. Order 20 arts. 26 and 27.</summary>
[Trait("Rule", "TR-3.23")]
public class Sealed_envelopes
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(1024)]
    [InlineData(5000)]
    public async Task What_was_sealed_comes_out_again(int size)
    {
        var bid = await SealedBid.Of(size);
        using var into = new MemoryStream();
        var opened = (await bid.Open(bid.Envelope, into: into)).ShouldBeDone();
        opened.Manifest.Lot.ShouldBe(SealedBid.Lot);
        opened.Manifest.Bidder.ShouldBe("91330421DEMA03200X");
        opened.Manifest.Sheet.ShouldBe(SealedBid.Sheet);
        opened.Manifest.Files.Select(f => f.Part).ShouldBe(["price", "technical"]);
        var package = into.ToArray();
        package.Length.ShouldBe((int)opened.Header.ContentSize);
        package[^size..].ShouldBe(bid.Content);
        Encoding.UTF8.GetString(package, (int)opened.FilesAt, 12).ShouldBe("示例报价");
    }

    [Fact]
    public void Any_content_in_chunks_of_any_size_comes_out_again() =>
        Gen.Select(Gen.Int[0, 6000], Gen.Int[1024, 3000])
            .Sample(
                (size, chunk) =>
                {
                    var bid = SealedBid.Of(size, chunk).GetAwaiter().GetResult();
                    using var into = new MemoryStream();
                    bid.Open(bid.Envelope, into: into).GetAwaiter().GetResult().ShouldBeDone();
                    into.ToArray()[^size..].ShouldBe(bid.Content);
                    Envelope.SizeOf(bid.Header().GetAwaiter().GetResult()).ShouldBe(bid.Envelope.Length);
                },
                iter: 200
            );

    [Fact]
    public async Task Whatever_byte_is_altered_the_seal_is_broken()
    {
        var bid = await SealedBid.Of(1500);
        // Every byte of the beginning and of the end, and every seventh between.
        for (var at = 0; at < bid.Envelope.Length; at += at < 64 || at > bid.Envelope.Length - 100 ? 1 : 7)
        {
            byte[] altered = [.. bid.Envelope];
            altered[at] ^= 0x20;
            (await bid.Open(altered)).ShouldBeRefused($"byte {at}");
            (await Envelope.Check(new MemoryStream(altered))).ShouldBeRefused($"byte {at}, without a key");
        }
    }

    [Fact]
    public async Task Chunks_cannot_change_places()
    {
        var bid = await SealedBid.Of(4000);
        var (first, size) = (Envelope.Lead + (await bid.Header()).Bytes.Length, 1024 + Envelope.TagSize);
        byte[] swapped = [.. bid.Envelope];
        bid.Envelope.AsSpan(first, size).CopyTo(swapped.AsSpan(first + size));
        bid.Envelope.AsSpan(first + size, size).CopyTo(swapped.AsSpan(first));
        (await bid.Open(swapped)).ShouldBeRefused<OpenedPackage, EnvelopeAltered>().Reason.Zh.ShouldContain("第 1 块");
        (await Envelope.Check(new MemoryStream(swapped))).ShouldBeRefused<EnvelopeHeader, EnvelopeAltered>();
    }

    [Fact]
    public async Task A_chunk_of_another_envelope_of_the_same_key_does_not_fit()
    {
        // The same content key is never used twice; if it were, the header's hash still keeps the chunks apart.
        var bid = await SealedBid.Of(3000);
        var header = await bid.Header();
        using var aes = new AesGcm(bid.ContentKey, Envelope.TagSize);
        var cipher = new byte[1024 + Envelope.TagSize];
        var foreign = SHA256.HashData("another header"u8);
        aes.Encrypt(Envelope.Nonce(0), new byte[1024], cipher.AsSpan(0, 1024), cipher.AsSpan(1024), Envelope.Associated(foreign, 0, false));
        byte[] exchanged = [.. bid.Envelope];
        cipher.CopyTo(exchanged, Envelope.Lead + header.Bytes.Length);
        (await bid.Open(exchanged)).ShouldBeRefused<OpenedPackage, EnvelopeAltered>();
    }

    [Fact]
    public async Task An_envelope_that_was_cut_off_or_lengthened_is_refused()
    {
        var bid = await SealedBid.Of(3000);
        foreach (var kept in new[] { 0, 5, 11, 40, 900, bid.Envelope.Length - 1100, bid.Envelope.Length - 64, bid.Envelope.Length - 1 })
            (await bid.Open(bid.Envelope[..kept])).ShouldBeRefused($"{kept} bytes");
        (await bid.Open([.. bid.Envelope, 0])).ShouldBeRefused<OpenedPackage, EnvelopeUnreadable>();
    }

    [Fact]
    public async Task The_last_chunk_cannot_be_left_out_even_with_a_header_that_says_so()
    {
        var bid = await SealedBid.Of(3000);
        var header = await bid.Header();
        var shorter = Encoding.UTF8.GetBytes(
            Encoding
                .UTF8.GetString(header.Bytes)
                .Replace($"\"contentSize\":{header.ContentSize}", $"\"contentSize\":{header.ContentSize / 1024 * 1024}")
        );
        var lead = new byte[Envelope.Lead];
        bid.Envelope.AsSpan(0, Envelope.Lead).CopyTo(lead);
        BinaryPrimitives.WriteUInt32BigEndian(lead.AsSpan(8), (uint)shorter.Length);
        var body = Envelope.Lead + header.Bytes.Length;
        var whole = (int)(header.ContentSize / 1024) * (1024 + Envelope.TagSize);
        byte[] cut = [.. lead, .. shorter, .. bid.Envelope[body..(body + whole)], .. bid.Envelope[^64..]];
        (await bid.Open(cut)).ShouldBeRefused<OpenedPackage, EnvelopeAltered>();
    }

    [Fact]
    public async Task An_envelope_for_one_lot_is_none_for_another()
    {
        var bid = await SealedBid.Of(100);
        var header = await bid.Header();
        header.Lot.ShouldBe(SealedBid.Lot);
        // The lot stands under the signature and beside every wrapped key: with another number nothing opens any more.
        var moved = header with
        {
            Lot = "E3304210001000001001002",
        };
        Envelope.UnwrapContentKey(moved, bid.Keys.Encryption).ShouldBeNull();
        bid.Custodians.ShouldAllBe(k => Envelope.UnwrapShare(moved, k.Encryption) == null);
        byte[] renamed = [.. bid.Envelope];
        var at = bid.Envelope.AsSpan().IndexOf("E3304210001000001001001"u8);
        renamed[at + 22] = (byte)'2';
        (await bid.Open(renamed)).ShouldBeRefused<OpenedPackage, EnvelopeAltered>();
        (await Envelope.Check(new MemoryStream(renamed))).ShouldBeRefused<EnvelopeHeader, EnvelopeAltered>();
    }

    [Fact]
    public async Task Only_the_bidders_key_unwraps_the_content_key()
    {
        var bid = await SealedBid.Of(100);
        var header = await bid.Header();
        Envelope.UnwrapContentKey(header, bid.Keys.Encryption).ShouldBe(bid.ContentKey);
        Envelope.UnwrapContentKey(header, BidKeys.Generate().Encryption).ShouldBeNull();
        Envelope.UnwrapContentKey(header, bid.Custodians[0].Encryption).ShouldBeNull();
    }

    [Fact]
    public async Task Enough_custodians_together_open_it_and_one_too_few_do_not()
    {
        var bid = await SealedBid.Of(100, threshold: 2, custodians: 3);
        var header = await bid.Header();
        var shares = bid.Custodians.Select(k => Envelope.UnwrapShare(header, k.Encryption).ShouldNotBeNull()).ToList();
        foreach (var two in new[] { [0, 1], [0, 2], [2, 1], new[] { 0, 1, 2 } })
            (await bid.Open(bid.Envelope, Shamir.Combine([.. two.Select(i => shares[i])]))).ShouldBeDone();
        foreach (var one in shares)
            (await bid.Open(bid.Envelope, Shamir.Combine([one]))).ShouldBeRefused<OpenedPackage, WrongContentKey>();
    }

    [Fact]
    public async Task Another_content_key_opens_nothing_even_if_the_chunks_would_take_it()
    {
        // Two keys to two contents would let a bidder choose after the deadline: the commitment allows one.
        var bid = await SealedBid.Of(100);
        (await bid.Open(bid.Envelope, RandomNumberGenerator.GetBytes(32))).ShouldBeRefused<OpenedPackage, WrongContentKey>();
        (await bid.Open(bid.Envelope, bid.ContentKey[..31])).ShouldBeRefused<OpenedPackage, WrongContentKey>();
    }

    [Fact]
    public async Task A_plain_file_is_refused_as_not_sealed()
    {
        foreach (var plain in new[] { "%PDF-1.7 示例", "PK\u0003\u0004", "", "CHBID" })
            (await Envelope.ReadHeader(new MemoryStream(Encoding.UTF8.GetBytes(plain)))).ShouldBeRefused<EnvelopeHeader, NotSealed>();
    }

    [Theory]
    [InlineData("countyhall-bid-1", "countyhall-bid-2")]
    [InlineData("AES-256-GCM\",\"wrap", "AES-128-GCM\",\"wrap")]
    [InlineData("\"threshold\":2", "\"threshold\":4")]
    [InlineData("\"threshold\":2", "\"threshold\":0")]
    [InlineData("\"chunkSize\":1024", "\"chunkSize\":1")]
    [InlineData("\"contentSize\":", "\"contentSize\":-")]
    [InlineData("\"index\":2", "\"index\":3")]
    [InlineData("\"lot\":", "\"lot\":\"x\",\"lot\":")]
    [InlineData("\"recipients\":[", "\"recipients\":null,\"x\":[")]
    public async Task A_header_of_another_shape_is_refused(string written, string instead)
    {
        var header = Encoding.UTF8.GetString((await (await SealedBid.Of(100)).Header()).Bytes);
        header.ShouldContain(written);
        Envelope
            .Parse(Encoding.UTF8.GetBytes(header.Replace(written, instead, StringComparison.Ordinal)))
            .ShouldBeRefused<EnvelopeHeader, EnvelopeUnreadable>();
    }

    [Fact]
    public async Task A_file_that_is_not_as_the_manifest_says_is_found()
    {
        var bid = await SealedBid.Of(3000);
        using var into = new MemoryStream();
        await bid.Open(bid.Envelope, into: into);
        var package = into.ToArray();
        package[^1] ^= 1; // as a bidder could seal it
        using var reader = new PackageReader();
        reader.Take(package).ShouldBeOfType<PackageUnreadable>().Reason.Zh.ShouldContain("技术.bin");
        using var longer = new PackageReader();
        longer.Take([.. into.ToArray(), 0]).ShouldBeOfType<PackageUnreadable>();
        using var cut = new PackageReader();
        cut.Take(into.ToArray().AsSpan(0, 2000)).ShouldBeNull();
        cut.End().ShouldBeRefused<BidManifest, PackageUnreadable>();
    }
}
