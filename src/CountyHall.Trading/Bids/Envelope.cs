using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Bids;

/// <summary>投标信封: a sealed bid as one file. The format is published in docs/trading/bid-envelope.md; wwwroot/bid.js does the same in the browser.</summary>
public static class Envelope
{
    /// <summary>The first eight bytes; a line end inside, so that a transfer as text is noticed.</summary>
    internal static ReadOnlySpan<byte> Magic => "CHBID\r\n\u0001"u8;

    public const int ChunkSize = 1 << 20;
    public const int KeySize = 32;
    internal const int LargestChunk = 1 << 24;
    internal const int LargestHeader = 1 << 16;
    internal const int LargestManifest = 1 << 20;
    internal const int TagSize = 16;
    internal const int SignatureSize = 64;

    /// <summary>Bytes before the header: magic and its length.</summary>
    internal const int Lead = 12;

    /// <summary>What is bound to the wrapped content key: format, lot and signer.</summary>
    public static byte[] KeyInfo(EnvelopeHeader header) =>
        Encoding.UTF8.GetBytes($"{header.Format} content-key\n{header.Lot}\n{header.SignerThumbprint}");

    /// <summary>What is bound to a custodian's share: format, lot, signer, place and threshold.</summary>
    public static byte[] ShareInfo(EnvelopeHeader header, int index) =>
        Encoding.UTF8.GetBytes(
            FormattableString.Invariant(
                $"{header.Format} share\n{header.Lot}\n{header.SignerThumbprint}\n{index} of {header.Custodians.Threshold}"
            )
        );

    internal static string CommitmentTo(byte[] contentKey) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes($"{EnvelopeHeader.ThisFormat} commitment\n"), .. contentKey]));

    internal static long Chunks(EnvelopeHeader header) => Math.Max(1, (header.ContentSize + header.ChunkSize - 1) / header.ChunkSize);

    /// <summary>How long the whole envelope is, as its header says.</summary>
    public static long SizeOf(EnvelopeHeader header) =>
        Lead + header.Bytes.Length + header.ContentSize + TagSize * Chunks(header) + SignatureSize;

    /// <summary>Reads the header from the beginning of an envelope and checks its shape; the stream stands behind it afterwards.</summary>
    public static async Task<Result<EnvelopeHeader>> ReadHeader(Stream envelope, CancellationToken ct = default)
    {
        var lead = new byte[Lead];
        var read = await envelope.ReadAtLeastAsync(lead, Lead, throwOnEndOfStream: false, ct);
        if (read < Lead || !lead.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            return new NotSealed();
        var length = BinaryPrimitives.ReadUInt32BigEndian(lead.AsSpan(Magic.Length));
        if (length is 0 or > LargestHeader)
            return new EnvelopeUnreadable(("信封头的长度不对", "the length of the header"));
        var bytes = new byte[length];
        if (await envelope.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct) < bytes.Length)
            return new EnvelopeUnreadable(("信封头不完整", "the header is cut off"));
        return Parse(bytes);
    }

    internal static Result<EnvelopeHeader> Parse(byte[] bytes)
    {
        EnvelopeHeader? header;
        try
        {
            header = JsonSerializer.Deserialize<EnvelopeHeader>(bytes, EnvelopeHeader.Json);
        }
        catch (JsonException)
        {
            return new EnvelopeUnreadable(("信封头不是规定的格式", "the header is not in its format"));
        }
        if (header is null)
            return new EnvelopeUnreadable(("信封头是空的", "the header is empty"));
        if (header.Format != EnvelopeHeader.ThisFormat)
            return new EnvelopeUnreadable(("信封格式的版本不认识", "the version of the format is not known"));
        if (header.Cipher != EnvelopeHeader.Aes || header.Wrap != EnvelopeHeader.Hpke || header.Signing != EnvelopeHeader.Ecdsa)
            return new EnvelopeUnreadable(("信封用的算法不认识", "an algorithm is not known"));
        if (header.ContentSize < 5 || header.ChunkSize is < 1024 or > LargestChunk || Chunks(header) > uint.MaxValue)
            return new EnvelopeUnreadable(("信封里的长度不对", "a size is out of bounds"));
        if (header.Lot.Length is 0 or > 40 || header.Commitment.Length != 64 || header.SignerThumbprint.Length == 0)
            return new EnvelopeUnreadable(("信封头缺少必要内容", "the header lacks something"));
        if (header.Recipients.Count is 0 or > 9 || header.Recipients.Any(r => !IsBox(r.Key, r.Encapsulated, r.Wrapped)))
            return new EnvelopeUnreadable(("投标人的密钥封装不对", "the wrapped key of the bidder"));
        var (panel, shares) = (header.Custodians, header.Custodians.Shares);
        if (
            shares.Count is 0 or > 20
            || panel.Threshold < 1
            || panel.Threshold > shares.Count
            || shares.Where((share, place) => share.Index != place + 1 || !IsBox(share.Key, share.Encapsulated, share.Wrapped)).Any()
        )
            return new EnvelopeUnreadable(("保管人的密钥份额不对", "the shares of the custodians"));
        return header with { Bytes = bytes };
    }

    /// <summary>A wrapped key of 32 bytes: thumbprint, one point, 32 bytes and a tag.</summary>
    private static bool IsBox(string key, string encapsulated, string wrapped) =>
        key.Length == 64 && Decode(encapsulated) is { Length: 65 } && Decode(wrapped) is { Length: KeySize + TagSize };

    internal static byte[]? Decode(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }

    /// <summary>Checks all that can be checked without a key: shape, length, and the signature over the header and the sealed content.</summary>
    /// <param name="whole">Fed with every byte, for whoever wants the hash of the file as well.</param>
    public static async Task<Result<EnvelopeHeader>> Check(Stream envelope, IncrementalHash? whole = null, CancellationToken ct = default)
    {
        var found = await ReadHeader(envelope, ct);
        if (found is not Result<EnvelopeHeader>.Done(var header))
            return found;
        whole?.AppendData(LeadOf(header));
        var walked = await Walk(
            envelope,
            header,
            (chunk, _) =>
            {
                whole?.AppendData(chunk.Span);
                return ValueTask.FromResult<Refusal?>(null);
            },
            ct
        );
        if (walked is not Result<Walked>.Done(var end))
            return ((Result<Walked>.Refused)walked).Why;
        whole?.AppendData(end.Signature);
        return end.Holds ? header : new EnvelopeAltered(("签名与内容不符", "the signature does not fit the content"));
    }

    /// <summary>Opens an envelope with its content key and checks every byte of it. What is written to <paramref name="into"/> counts only if it is done.</summary>
    /// <param name="into">Receives the plain package; none where only the manifest is wanted.</param>
    public static async Task<Result<OpenedPackage>> Open(Stream envelope, byte[] contentKey, Stream? into, CancellationToken ct = default)
    {
        var found = await ReadHeader(envelope, ct);
        if (found is not Result<EnvelopeHeader>.Done(var header))
            return ((Result<EnvelopeHeader>.Refused)found).Why;
        if (contentKey.Length != KeySize || CommitmentTo(contentKey) != header.Commitment)
            return new WrongContentKey();
        var hash = header.Hash;
        using var reader = new PackageReader();
        using var aes = new AesGcm(contentKey, TagSize);
        var plain = new byte[header.ChunkSize];
        var walked = await Walk(
            envelope,
            header,
            async (chunk, index) =>
            {
                var part = plain.AsMemory(0, chunk.Length - TagSize);
                try
                {
                    aes.Decrypt(
                        Nonce(index),
                        chunk.Span[..^TagSize],
                        chunk.Span[^TagSize..],
                        part.Span,
                        Associated(hash, index, index + 1 == Chunks(header))
                    );
                }
                catch (AuthenticationTagMismatchException)
                {
                    return new EnvelopeAltered(
                        ($"第 {index + 1} 块内容被改动、调换或者截断", $"chunk {index + 1} was altered, moved or cut off")
                    );
                }
                if (reader.Take(part.Span) is { } unreadable)
                    return unreadable;
                if (into is not null)
                    await into.WriteAsync(part, ct);
                return null;
            },
            ct
        );
        CryptographicOperations.ZeroMemory(plain);
        if (walked is not Result<Walked>.Done(var end))
            return ((Result<Walked>.Refused)walked).Why;
        if (!end.Holds)
            return new EnvelopeAltered(("签名与内容不符", "the signature does not fit the content"));
        return reader
            .End()
            .Then<OpenedPackage>(manifest =>
                manifest.Lot == header.Lot
                    ? new OpenedPackage(header, manifest, reader.FilesAt)
                    : new EnvelopeOfAnotherLot(manifest.Lot, header.Lot)
            );
    }

    /// <summary>The content key, unwrapped by one of the bidder's own keys; none where no recipient is this key.</summary>
    public static byte[]? UnwrapContentKey(EnvelopeHeader header, ECDiffieHellman key)
    {
        var print = KeyPrint.Of(key.ExportSubjectPublicKeyInfo());
        return header
            .Recipients.Where(r => r.Key == print)
            .Select(r => Hpke.Aes256.Open(key, new HpkeBox(Decode(r.Encapsulated)!, Decode(r.Wrapped)!), KeyInfo(header), []))
            .FirstOrDefault(unwrapped => unwrapped is not null);
    }

    /// <summary>A custodian's share, unwrapped by the custodian's key; none where no share was made for it.</summary>
    public static SecretShare? UnwrapShare(EnvelopeHeader header, ECDiffieHellman key)
    {
        var print = KeyPrint.Of(key.ExportSubjectPublicKeyInfo());
        foreach (var share in header.Custodians.Shares.Where(s => s.Key == print))
        {
            var box = new HpkeBox(Decode(share.Encapsulated)!, Decode(share.Wrapped)!);
            if (Hpke.Aes256.Open(key, box, ShareInfo(header, share.Index), []) is { } value)
                return new SecretShare(share.Index, value);
        }
        return null;
    }

    internal static byte[] LeadOf(EnvelopeHeader header)
    {
        var lead = new byte[Lead + header.Bytes.Length];
        Magic.CopyTo(lead);
        BinaryPrimitives.WriteUInt32BigEndian(lead.AsSpan(Magic.Length), (uint)header.Bytes.Length);
        header.Bytes.CopyTo(lead, Lead);
        return lead;
    }

    /// <summary>The chunk's number as 96 bits, big-endian. The key is used for one envelope, so none comes twice.</summary>
    internal static byte[] Nonce(long index)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(4), index);
        return nonce;
    }

    /// <summary>Hash of the header, number of the chunk, and 1 for the last: none can be moved, left out or taken from another envelope.</summary>
    internal static byte[] Associated(byte[] headerHash, long index, bool last)
    {
        var bytes = new byte[headerHash.Length + 5];
        headerHash.CopyTo(bytes, 0);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(headerHash.Length), (uint)index);
        bytes[^1] = last ? (byte)1 : (byte)0;
        return bytes;
    }

    /// <summary>What is signed: a name, the hash of the header and the root over the hashes of the sealed chunks.</summary>
    internal static byte[] ToSign(byte[] headerHash, byte[] contentRoot) =>
        [.. Encoding.ASCII.GetBytes($"{EnvelopeHeader.ThisFormat} signature\n"), .. headerHash, .. contentRoot];

    internal static IncrementalHash ContentRoot()
    {
        var root = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        root.AppendData(Encoding.ASCII.GetBytes($"{EnvelopeHeader.ThisFormat} content\n"));
        return root;
    }

    private sealed record Walked(bool Holds, byte[] Signature);

    /// <summary>Goes through the sealed chunks, one in memory at a time, to the signature and the end of the file.</summary>
    private static async Task<Result<Walked>> Walk(
        Stream envelope,
        EnvelopeHeader header,
        Func<ReadOnlyMemory<byte>, long, ValueTask<Refusal?>> each,
        CancellationToken ct
    )
    {
        using var root = ContentRoot();
        var (chunks, left) = (Chunks(header), header.ContentSize);
        var buffer = new byte[Math.Min(header.ChunkSize, header.ContentSize) + TagSize];
        for (long index = 0; index < chunks; index++)
        {
            var chunk = buffer.AsMemory(0, (int)Math.Min(header.ChunkSize, left) + TagSize);
            if (await envelope.ReadAtLeastAsync(chunk, chunk.Length, throwOnEndOfStream: false, ct) < chunk.Length)
                return new EnvelopeUnreadable(("信封不完整，后面缺了一部分", "the envelope is cut off"));
            root.AppendData(SHA256.HashData(chunk.Span));
            if (await each(chunk, index) is { } refusal)
                return refusal;
            left -= header.ChunkSize;
        }
        var signature = new byte[SignatureSize];
        if (await envelope.ReadAtLeastAsync(signature, SignatureSize, throwOnEndOfStream: false, ct) < SignatureSize)
            return new EnvelopeUnreadable(("信封不完整，缺少签名", "the signature is cut off"));
        if (await envelope.ReadAsync(new byte[1], ct) != 0)
            return new EnvelopeUnreadable(("信封后面多出了内容", "something was added at the end"));
        return new Walked(Verify(header.Signer, ToSign(header.Hash, root.GetHashAndReset()), signature), signature);
    }

    /// <summary>Whether the key (base64) signed the text; no key at all signed nothing.</summary>
    internal static bool Verify(string signer, byte[] text, byte[] signature)
    {
        using var key = P256.Signing(signer);
        return key?.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) == true;
    }
}
