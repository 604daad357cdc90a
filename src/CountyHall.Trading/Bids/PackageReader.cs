using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Bids;

/// <summary>Reads a plain package piece by piece: manifest first, then each file against its size and hash. Holds the manifest and no file.</summary>
internal sealed class PackageReader : IDisposable
{
    private readonly MemoryStream front = new();
    private BidManifest? manifest;
    private int file;
    private long inFile;
    private IncrementalHash? hash;

    public long FilesAt { get; private set; }

    /// <summary>Takes the next piece; a refusal where it cannot belong to the package.</summary>
    public Refusal? Take(ReadOnlySpan<byte> piece)
    {
        if (manifest is null)
        {
            front.Write(piece);
            if (front.Length < 4)
                return null;
            var all = front.GetBuffer().AsSpan(0, (int)front.Length);
            var length = BinaryPrimitives.ReadUInt32BigEndian(all);
            if (length > Envelope.LargestManifest)
                return new PackageUnreadable(("目录太长", "the manifest is too long"));
            if (all.Length < 4 + length)
                return null;
            if (Read(all.Slice(4, (int)length)) is not { } known)
                return new PackageUnreadable(("目录不是规定的格式", "the manifest is not in its format"));
            (manifest, FilesAt) = (known, 4 + length);
            return TakeFiles(all[(4 + (int)length)..]);
        }
        return TakeFiles(piece);
    }

    private static BidManifest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var read = JsonSerializer.Deserialize<BidManifest>(json, EnvelopeHeader.Json);
            return read is not null && read.Files.All(f => f.Size >= 0 && BidFile.Parts.Contains(f.Part)) ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private PackageUnreadable? TakeFiles(ReadOnlySpan<byte> piece)
    {
        while (true)
        {
            if (file == manifest!.Files.Count)
                return piece.IsEmpty ? null : new PackageUnreadable(("文件后面多出了内容", "something follows the last file"));
            var current = manifest.Files[file];
            var part = piece[..(int)Math.Min(piece.Length, current.Size - inFile)];
            hash ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(part);
            inFile += part.Length;
            piece = piece[part.Length..];
            if (inFile < current.Size)
                return null;
            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != current.Sha256)
                return new PackageUnreadable(
                    ($"文件“{current.Name}”与目录里的哈希不符", $"the file “{current.Name}” does not have the hash of the manifest")
                );
            (file, inFile) = (file + 1, 0);
        }
    }

    /// <summary>After the last piece: the manifest, if nothing is missing.</summary>
    public Result<BidManifest> End()
    {
        if (manifest is null)
            return new PackageUnreadable(("没有目录", "there is no manifest"));
        return file == manifest.Files.Count ? manifest : new PackageUnreadable(("文件不全", "files are missing"));
    }

    public void Dispose()
    {
        front.Dispose();
        hash?.Dispose();
    }
}
