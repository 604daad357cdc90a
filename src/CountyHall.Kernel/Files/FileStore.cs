using System.Buffers;
using System.Security.Cryptography;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Files;

/// <summary>The folder where uploaded material lies. A file's place follows from its content, so nothing is ever overwritten or kept twice.</summary>
/// <remarks>
/// A file is written to <c>incoming/</c>, flushed, checked, and only then given its place <c>aa/bb/aabb…</c> in one step. Whatever stands there
/// is whole; what a crash leaves behind stays in <c>incoming/</c> and means nothing.
/// </remarks>
public sealed class FileStore
{
    private const int BufferSize = 81_920;
    private readonly string folder;
    private readonly string incoming;

    public FileStore(string folder)
    {
        this.folder = Path.GetFullPath(folder);
        incoming = Path.Combine(this.folder, "incoming");
        Directory.CreateDirectory(incoming);
    }

    /// <summary>Takes an upload, or refuses it with words for the sender.</summary>
    /// <param name="name">The name the sender gave; its ending announces the kind.</param>
    public async Task<Result<StoredFile>> Put(Stream upload, string name, UploadRules? rules = null, CancellationToken ct = default)
    {
        rules ??= UploadRules.Default;
        var shown = FileName.ForDisplay(name);
        var announced = UploadCheck.Announced(shown, rules);
        if (announced is not Result<FileKind>.Done(var kind))
            return ((Result<FileKind>.Refused)announced).Why;

        var path = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            var written = await Write(path, upload, shown, kind, rules.Largest, ct);
            if (written is Result<StoredFile>.Done(var stored))
                await Settle(path, stored.Hash, ct);
            return written;
        }
        finally
        {
            File.Delete(path); // refused, interrupted, or already in its place under its own name
        }
    }

    /// <summary>Keeps a file that the house itself made, such as the package of a case; there is no sender to check.</summary>
    public async Task<StoredFile> Keep(ReadOnlyMemory<byte> content, string name, string contentType, CancellationToken ct = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = Create(path))
            {
                await file.WriteAsync(content, ct);
                file.Flush(flushToDisk: true);
            }
            await Settle(path, hash, ct);
        }
        finally
        {
            File.Delete(path);
        }
        return new StoredFile(hash, content.Length, contentType, name);
    }

    /// <summary>The bytes as they lie there; whether they are still the ones that came is <see cref="Verify"/>.</summary>
    /// <exception cref="FileNotFoundException">Nothing with that hash was ever kept here, or it was lost.</exception>
    public Stream OpenRead(string hash) =>
        Has(hash)
            ? new FileStream(Place(hash), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true)
            : throw new FileNotFoundException($"No file with the hash {hash} is kept in {folder}.");

    public bool Has(string hash) => File.Exists(Place(hash));

    /// <summary>Whether the file is there and its content still gives its hash.</summary>
    public async Task<bool> Verify(string hash, CancellationToken ct = default)
    {
        if (!Has(hash))
            return false;
        await using var file = OpenRead(hash);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == hash;
    }

    /// <summary>Clears away what crashes have left. Uploads under way are younger than any sensible <paramref name="before"/>.</summary>
    /// <returns>How many were cleared.</returns>
    public int ClearLeftovers(DateTimeOffset before)
    {
        var left = Directory.GetFiles(incoming).Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime).ToList();
        left.ForEach(File.Delete);
        return left.Count;
    }

    private static async Task<Result<StoredFile>> Write(
        string path,
        Stream upload,
        string name,
        FileKind kind,
        long largest,
        CancellationToken ct
    )
    {
        await using var file = Create(path);
        if (await Receive(upload, file, largest, ct) is not { } hash)
            return new FileTooLarge(name, largest);

        file.Position = 0;
        var looked = await UploadCheck.Content(file, name, kind, ct);
        return looked.Then<StoredFile>(found => new StoredFile(hash, file.Length, found.ContentType, name));
    }

    /// <summary>Copies the upload to disk and answers its hash; none as soon as it proves longer than allowed.</summary>
    private static async Task<string?> Receive(Stream upload, FileStream file, long largest, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            for (int read; (read = await upload.ReadAsync(buffer.AsMemory(0, BufferSize), ct)) > 0; )
            {
                if (file.Position + read > largest)
                    return null;
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
            file.Flush(flushToDisk: true);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Gives the file its place by name, in one step. If the same content is there already, that one stays.</summary>
    private async Task Settle(string path, string hash, CancellationToken ct)
    {
        var place = Place(hash);
        var home = Path.GetDirectoryName(place)!;
        Directory.CreateDirectory(home);
        try
        {
            File.Move(path, place, overwrite: false);
        }
        catch (IOException) when (File.Exists(place))
        {
            if (!await Verify(hash, ct))
                throw new IOException(
                    $"The stored file {hash} is damaged; it must be brought back from a backup before its content can be taken again."
                );
        }
        Disk.FlushFolder(home);
        Disk.FlushFolder(Path.GetDirectoryName(home)!);
        Disk.FlushFolder(folder);
    }

    private string Place(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
            throw new ArgumentException("A file is asked for by its SHA-256 in 64 lowercase hexadecimal digits.", nameof(hash));
        return Path.Combine(folder, hash[..2], hash[2..4], hash);
    }

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // people's papers
        return new FileStream(path, options);
    }
}
