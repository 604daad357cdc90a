namespace CountyHall.Kernel.Law;

/// <summary>The legal texts that the house works by, each in the version that was read.</summary>
public static class Laws
{
    /// <summary>中华人民共和国行政许可法</summary>
    public static readonly LegalText AdministrativeLicensing = new(
        "XK",
        ("行政许可法", "Administrative Licensing Law"),
        LawLevel.Law,
        new(2004, 7, 1),
        new(2019, 4, 23)
    );

    /// <summary>Numbers that the county set where the law leaves room or is silent.</summary>
    public static readonly LegalText CountySettings = new(
        "XS",
        ("县级设置", "County settings"),
        LawLevel.CountySetting,
        new(2017, 1, 1),
        new(2017, 1, 1)
    );
}
