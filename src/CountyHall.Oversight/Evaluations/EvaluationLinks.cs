using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Secrets;

namespace CountyHall.Oversight.Evaluations;

/// <summary>评价链接: opens one evaluation to whoever holds it. Signed with the county's key, so it cannot be guessed or made up.</summary>
/// <remarks>Nothing of it is stored; until when it is good says the evaluation's own clock.</remarks>
public sealed class EvaluationLinks(Vault vault, PublicAddress address)
{
    private const int SealLength = 22; // 132 of the 256 bits

    /// <summary>The last part of the address, such as <c>8f3k…-Zm9…</c>.</summary>
    public string Of(long evaluation)
    {
        var id = evaluation.ToString("x", CultureInfo.InvariantCulture);
        return $"{id}.{SealOf(id)}";
    }

    /// <summary>The page as it is printed and sent.</summary>
    public string AddressOf(long evaluation) => address.Of($"/evaluate/{Of(evaluation)}");

    /// <summary>The evaluation that a link opens; none where the link was not made here.</summary>
    public long? Read(string? link)
    {
        if (
            link?.Split('.') is not [var id, var seal]
            || !long.TryParse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var evaluation)
        )
            return null;
        var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(seal), Encoding.ASCII.GetBytes(SealOf(id)));
        return right && Of(evaluation) == link ? evaluation : null;
    }

    private string SealOf(string id) => vault.KeyedHash("evaluation-link", id)[..SealLength];
}
