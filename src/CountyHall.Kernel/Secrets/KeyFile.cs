using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Files;

namespace CountyHall.Kernel.Secrets;

/// <summary>The file of the vault's key: base64 on one line, mode 0600.</summary>
internal static class KeyFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    public static byte[] Read(string path, bool createIfMissing, int size)
    {
        if (!File.Exists(path))
        {
            if (!createIfMissing)
                throw new VaultException(
                    $"The key file {path} is missing. Without it nothing that was sealed can be read: put it back from its safe copy."
                );
            Create(path, size);
        }
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & OfOthers) != 0)
            throw new VaultException(
                $"Others can reach the key file {path}. Take their rights away (chmod 600), and think of who has read it."
            );

        var key = new byte[size];
        var text = File.ReadAllText(path).Trim();
        return Convert.TryFromBase64String(text, key, out var length) && length == size
            ? key
            : throw new VaultException($"The key file {path} does not hold {size} bytes in base64.");
    }

    /// <summary>Writes a new key beside its place and moves it there whole: a crash leaves no half key, and of two first starts one wins.</summary>
    private static void Create(string path, int size)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{Guid.NewGuid():N}.new";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            using (var file = new FileStream(draft, options))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(size)) + "\n"));
                file.Flush(flushToDisk: true);
            }
            File.Move(draft, path, overwrite: false);
            Disk.FlushFolder(folder); // a key lost in a power cut would take everything sealed with it
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another start was first; its key is the one.
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
