using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace CountyHall.Trading.Bids;

/// <summary>One custodian of a panel, as the sealer needs it.</summary>
/// <param name="Index">Place of the share, from 1.</param>
/// <param name="Key">Public encryption key, SubjectPublicKeyInfo in base64.</param>
public sealed record PanelSeat(int Index, string Name, string Key);

/// <summary>What the hall gives out with a lot, public to whoever seals a bid for it: <c>/api/bidding/lots/{number}/sealing</c>.</summary>
/// <param name="Panel">Number of the panel of custodians.</param>
public sealed record SealingTerms(string Lot, string Panel, int Threshold, IReadOnlyList<PanelSeat> Custodians);

/// <summary>加密: makes an envelope of files, on the bidder's side. The hall itself never seals a bid.</summary>
public static class EnvelopeSealer
{
    /// <summary>One file to go in.</summary>
    public sealed record Source(string Name, string Part, Func<Stream> Open);

    /// <param name="recipients">Public encryption keys (base64) that may open it: the bidder's own, and a second person's where wanted.</param>
    /// <param name="into">A stream that can be written from its beginning to its end.</param>
    /// <returns>The content key, which the caller forgets unless it tries the opening.</returns>
    public static async Task<byte[]> Seal(
        SealingTerms terms,
        string bidder,
        OpeningSheet sheet,
        IReadOnlyList<Source> files,
        BidKeys keys,
        IReadOnlyList<string> recipients,
        Stream into,
        int chunkSize = Envelope.ChunkSize,
        CancellationToken ct = default
    )
    {
        var listed = new List<BidFile>();
        foreach (var file in files)
        {
            await using var content = file.Open();
            var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
            listed.Add(new BidFile(file.Name, file.Part, content.Length, hash));
        }
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new BidManifest(terms.Lot, bidder, sheet, listed), EnvelopeHeader.Json);
        var front = new byte[4 + manifest.Length];
        BinaryPrimitives.WriteUInt32BigEndian(front, (uint)manifest.Length);
        manifest.CopyTo(front, 4);

        var contentKey = RandomNumberGenerator.GetBytes(Envelope.KeySize);
        var header = HeaderOf(terms, keys, recipients, contentKey, front.Length + listed.Sum(f => f.Size), chunkSize);
        var sources = files.Select(f => f.Open).Prepend(() => new MemoryStream(front)).ToList();
        await Write(header, contentKey, sources, keys, into, ct);
        return contentKey;
    }

    private static EnvelopeHeader HeaderOf(
        SealingTerms terms,
        BidKeys keys,
        IReadOnlyList<string> recipients,
        byte[] contentKey,
        long contentSize,
        int chunkSize
    )
    {
        var header = new EnvelopeHeader(
            EnvelopeHeader.ThisFormat,
            terms.Lot,
            contentSize,
            chunkSize,
            EnvelopeHeader.Aes,
            EnvelopeHeader.Hpke,
            EnvelopeHeader.Ecdsa,
            keys.SigningPublic,
            Envelope.CommitmentTo(contentKey),
            [],
            new CustodianShares(terms.Panel, terms.Threshold, [])
        );
        header = header with
        {
            Recipients =
            [
                .. recipients.Select(key =>
                {
                    var box = SealTo(key, Envelope.KeyInfo(header), contentKey);
                    return new WrappedKey(KeyPrint.Of(key), Convert.ToBase64String(box.Encapsulated), Convert.ToBase64String(box.Cipher));
                }),
            ],
            Custodians = header.Custodians with
            {
                Shares =
                [
                    .. Shamir
                        .Split(contentKey, terms.Threshold, terms.Custodians.Count)
                        .Zip(terms.Custodians.OrderBy(c => c.Index))
                        .Select(pair =>
                        {
                            var (share, seat) = pair;
                            var box = SealTo(seat.Key, Envelope.ShareInfo(header, share.Index), share.Value);
                            return new WrappedShare(
                                share.Index,
                                KeyPrint.Of(seat.Key),
                                Convert.ToBase64String(box.Encapsulated),
                                Convert.ToBase64String(box.Cipher)
                            );
                        }),
                ],
            },
        };
        return header with { Bytes = JsonSerializer.SerializeToUtf8Bytes(header, EnvelopeHeader.Json) };
    }

    private static HpkeBox SealTo(string key, byte[] info, byte[] plain)
    {
        using var recipient =
            P256.Encryption(key) ?? throw new ArgumentException("A recipient's key is a public key of P-256.", nameof(key));
        return Hpke.Aes256.Seal(recipient.PublicKey, info, [], plain);
    }

    private static async Task Write(
        EnvelopeHeader header,
        byte[] contentKey,
        List<Func<Stream>> sources,
        BidKeys keys,
        Stream into,
        CancellationToken ct
    )
    {
        var (hash, chunks) = (header.Hash, Envelope.Chunks(header));
        await into.WriteAsync(Envelope.LeadOf(header), ct);
        using var root = Envelope.ContentRoot();
        using var aes = new AesGcm(contentKey, Envelope.TagSize);
        await using var content = new Joined(sources);
        var plain = new byte[header.ChunkSize];
        var left = header.ContentSize;
        for (long index = 0; index < chunks; index++)
        {
            var part = plain.AsMemory(0, (int)Math.Min(header.ChunkSize, left));
            await content.ReadExactlyAsync(part, ct);
            var cipher = new byte[part.Length + Envelope.TagSize];
            aes.Encrypt(
                Envelope.Nonce(index),
                part.Span,
                cipher.AsSpan(0, part.Length),
                cipher.AsSpan(part.Length),
                Envelope.Associated(hash, index, index + 1 == chunks)
            );
            root.AppendData(SHA256.HashData(cipher));
            await into.WriteAsync(cipher, ct);
            left -= part.Length;
        }
        await into.WriteAsync(keys.Sign(Envelope.ToSign(hash, root.GetHashAndReset())), ct);
    }

    /// <summary>Streams one after another.</summary>
    private sealed class Joined(List<Func<Stream>> sources) : IAsyncDisposable
    {
        private int next;
        private Stream? current;

        public async Task ReadExactlyAsync(Memory<byte> buffer, CancellationToken ct)
        {
            while (!buffer.IsEmpty)
            {
                current ??=
                    next < sources.Count ? sources[next++]() : throw new EndOfStreamException("A file became shorter while it was sealed.");
                var read = await current.ReadAsync(buffer, ct);
                if (read == 0)
                {
                    await current.DisposeAsync();
                    current = null;
                }
                buffer = buffer[read..];
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (current is not null)
                await current.DisposeAsync();
        }
    }
}
