namespace CountyHall.Journeys;

/// <summary>Folders of this run; all are gone when it is over.</summary>
public sealed class Scratch : IDisposable
{
    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("countyhall-");
    private static int made;

    public static string Folder(string name) => Root.CreateSubdirectory($"{name}-{Interlocked.Increment(ref made)}").FullName;

    public static string Place(string name) => Path.Combine(Root.FullName, name);

    public void Dispose()
    {
        try
        {
            Root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process that is just ending may still hold a file; the next start of the machine clears it away.
        }
    }
}
