using System.Xml.Linq;
using CountyHall.Kernel.Secrets;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace CountyHall.Web.Hosting;

/// <summary>The keys of the cookies lie in the database sealed by the vault: whoever reads the database cannot sign in as anybody.</summary>
internal sealed class SealedKeys(Vault vault) : IXmlEncryptor
{
    internal const string Element = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(new XElement(Element, vault.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(OpenedKeys));
}

/// <summary>Found by its name in the stored key; made by the host.</summary>
internal sealed class OpenedKeys(IServiceProvider house) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(house.GetRequiredService<Vault>().Open(encryptedElement.Value));
}
