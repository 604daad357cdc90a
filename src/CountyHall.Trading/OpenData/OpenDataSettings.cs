namespace CountyHall.Trading.OpenData;

/// <summary>What the county says of its open data: section <c>OpenData</c> of the settings.</summary>
/// <param name="OcidPrefix">开放合同标识前缀, as the Open Contracting Partnership gave it to the publisher: <c>ocds-</c> and six characters.</param>
/// <param name="Root">Public address of the site, without a slash at its end: documents are found under it.</param>
/// <param name="Licence">Address of the licence under which everything may be used.</param>
public sealed record OpenDataSettings(string OcidPrefix, string Root, string Licence)
{
    /// <summary>Prefix of the demonstration county: invented, registered nowhere.</summary>
    public const string DemonstrationPrefix = "ocds-0demo0";

    public const string UsualLicence = "https://creativecommons.org/licenses/by/4.0/";

    /// <summary>Identifier of a tender's contracting process.</summary>
    public string Ocid(string tender) => $"{OcidPrefix}-{tender}";

    /// <summary>Extensions that every package declares: the official ones, and the two fields of our own.</summary>
    public IReadOnlyList<string> Extensions =>
        [
            Official("bid", "v1.1.5"),
            Official("enquiry", "v1.1.5"),
            Official("lots", "v1.1.5"),
            Official("location", "v1.1.5"),
            Official("process_title", "v1.1.5"),
            Official("bidOpening", "master"),
            $"{Root}/open/extension/extension.json",
        ];

    private static string Official(string name, string version) =>
        $"https://raw.githubusercontent.com/open-contracting-extensions/ocds_{name}_extension/{version}/extension.json";
}
