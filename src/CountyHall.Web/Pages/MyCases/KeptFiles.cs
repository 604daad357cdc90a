using System.Security.Cryptography;
using System.Text.Json;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using Microsoft.AspNetCore.DataProtection;

namespace CountyHall.Web.Pages.MyCases;

/// <summary>A file that was right in a form where something else was wrong: carried in the form, sealed, so that nobody can name another's file.</summary>
public sealed class KeptFiles(IDataProtectionProvider protection)
{
    public string Write(CaseNumber @case, StoredFile file) =>
        For(@case).Protect(JsonSerializer.Serialize(file, Recording.Json), TimeSpan.FromHours(2));

    public StoredFile? Read(CaseNumber @case, string? kept)
    {
        if (string.IsNullOrEmpty(kept))
            return null;
        try
        {
            return JsonSerializer.Deserialize<StoredFile>(For(@case).Unprotect(kept), Recording.Json);
        }
        catch (CryptographicException) // altered, of another case, or too old: it is chosen again
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector For(CaseNumber @case) =>
        protection.CreateProtector("kept-file", @case.Value).ToTimeLimitedDataProtector();
}
