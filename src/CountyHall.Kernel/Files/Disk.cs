using System.Runtime.InteropServices;
using System.Text;

namespace CountyHall.Kernel.Files;

/// <summary>Makes a folder's list of names survive a power cut; the framework can only flush the files themselves.</summary>
/// <remarks>fsync(2): flushing a file does not flush the entry in the folder that holds it.</remarks>
public static class Disk
{
    public static void FlushFolder(string path)
    {
        if (OperatingSystem.IsWindows()) // NTFS journals names itself
            return;
        var folder = Open([.. Encoding.UTF8.GetBytes(path), 0], 0);
        if (folder < 0)
            throw new IOException($"The folder {path} cannot be opened to be flushed (error {Marshal.GetLastPInvokeError()}).");
        var (flushed, error) = (Fsync(folder), Marshal.GetLastPInvokeError());
        _ = Close(folder);
        if (flushed != 0)
            throw new IOException($"The folder {path} cannot be flushed to disk (error {error}).");
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int file);

    [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
