using System.Security.Cryptography;
using CountyHall.Kernel.Files;

namespace CountyHall.Trading.Bids;

/// <summary>The folder of the sealed bids. Files have random names: neither name nor place tells whose they are, and nothing here can open them.</summary>
/// <remarks>A file under <c>incoming/</c> grows while it is uploaded; what was accepted lies in the folder itself and is never written again.</remarks>
public sealed class BidStore
{
    private const int BufferSize = 81_920;
    private readonly string folder;
    private readonly string incoming;

    /// <param name="largest">The most bytes that one envelope may have.</param>
    public BidStore(string folder, long largest)
    {
        this.folder = Path.GetFullPath(folder);
        incoming = Path.Combine(this.folder, "incoming");
        Largest = largest;
        Directory.CreateDirectory(incoming);
    }

    public const long UsualLargest = 500L * 1024 * 1024;

    public long Largest { get; }

    public static string FreshName() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>How much of an upload is here.</summary>
    public long Offset(string name) => new FileInfo(Coming(name)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Opens an upload to be continued; none while another request is writing to it.</summary>
    public Stream? Continue(string name)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            var file = new FileStream(Coming(name), options);
            file.Position = file.Length;
            return file;
        }
        catch (IOException) when (File.Exists(Coming(name)))
        {
            return null; // held by another request
        }
    }

    public Stream ReadUpload(string name) => Read(Coming(name));

    /// <summary>A file on its way, or one that an earlier try of the same submission has put in its place.</summary>
    public Stream ReadWherever(string name)
    {
        try
        {
            return Read(Coming(name));
        }
        catch (FileNotFoundException) when (Has(name))
        {
            return Read(Kept(name));
        }
    }

    /// <summary>Makes an upload durable and gives it its place, in one step. Done before the bid is recorded: a record without its file cannot be.</summary>
    public void Keep(string name)
    {
        try
        {
            using (var file = new FileStream(Coming(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
                RandomAccess.FlushToDisk(file.SafeFileHandle);
            File.Move(Coming(name), Kept(name), overwrite: false);
        }
        catch (FileNotFoundException) when (Has(name))
        {
            return; // the same submission, sent twice, has put it there
        }
        Disk.FlushFolder(folder);
        Disk.FlushFolder(incoming);
    }

    public bool Has(string name) => File.Exists(Kept(name));

    public Stream OpenRead(string name) => Read(Kept(name));

    /// <summary>A new file in the folder, such as the plain package at the opening; it counts only once its name is recorded.</summary>
    public Stream Create(string name) =>
        new FileStream(Kept(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize, useAsync: true);

    /// <summary>Forgets an upload that was broken off or refused.</summary>
    public void Drop(string name)
    {
        File.Delete(Coming(name));
        File.Delete(Kept(name)); // refused after it had its place, so that no record names it
    }

    private static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, useAsync: true);

    private string Kept(string name) => Path.Combine(folder, Checked(name));

    private string Coming(string name) => Path.Combine(incoming, Checked(name));

    private static string Checked(string name) =>
        name.Length == 32 && name.All(char.IsAsciiHexDigitLower)
            ? name
            : throw new ArgumentException("A sealed file is named by 32 lowercase hexadecimal digits.", nameof(name));
}
