using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Law;

/// <summary>The level of a text, highest first. A lower text may not contradict a higher one.</summary>
public enum LawLevel
{
    /// <summary>法律</summary>
    Law,

    /// <summary>行政法规</summary>
    AdministrativeRegulation,

    /// <summary>地方性法规</summary>
    LocalRegulation,

    /// <summary>规章、规范性文件</summary>
    Rule,

    /// <summary>县里的设置: a number the county chose where the law leaves room or is silent.</summary>
    CountySetting,
}

/// <summary>A legal text that the house works by.</summary>
/// <param name="Key">Short key used in rule ids and documents, such as <c>XK</c>.</param>
/// <param name="InForceFrom">The day on which the version read came into force.</param>
/// <param name="Version">Which version was read: its adoption or amendment date.</param>
public sealed record LegalText(string Key, Words Title, LawLevel Level, DateOnly InForceFrom, DateOnly Version)
{
    /// <summary>A place in this text.</summary>
    public Provision At(string article, string articleEn) => new(this, article, articleEn);
}

/// <summary>A place in a legal text, for people: 《行政许可法》第四十二条第一款.</summary>
/// <param name="Article">Chinese article name without the title, such as 第四十二条第一款.</param>
/// <param name="ArticleEn">English form, such as <c>art. 42(1)</c>.</param>
public sealed record Provision(LegalText Text, string Article, string ArticleEn)
{
    public Words Named => new($"《{Text.Title.Zh}》{Article}", $"{Text.Title.En}, {ArticleEn}");
}
