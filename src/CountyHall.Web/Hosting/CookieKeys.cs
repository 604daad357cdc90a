using System.Xml.Linq;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Secrets;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CountyHall.Web.Hosting;

/// <summary>The keys that seal cookies and forms: in the database, so that every node reads every cookie, and sealed there by the vault.</summary>
internal sealed class CookieKeys(IDbContextFactory<HallDb> contexts, HallWriter writer, Vault vault)
    : IXmlRepository,
        IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = new Sealing(vault);
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.DataProtectionKeys.AsNoTracking().ToList().Select(k => k.Xml).OfType<string>().Select(x => XElement.Parse(x))];
    }

    // The library asks synchronously, once in ninety days.
    public void StoreElement(XElement element, string friendlyName) =>
        writer
            .Write(db =>
            {
                db.DataProtectionKeys.Add(
                    new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) }
                );
                return Task.CompletedTask;
            })
            .GetAwaiter()
            .GetResult();

    private sealed class Sealing(Vault vault) : IXmlEncryptor
    {
        public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
            new(new XElement("sealed", vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(Opening));
    }

    /// <summary>Made by the library from the name that stands in the key.</summary>
    public sealed class Opening(IServiceProvider house) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(house.GetRequiredService<Vault>().Open(encryptedElement.Value));
    }
}
