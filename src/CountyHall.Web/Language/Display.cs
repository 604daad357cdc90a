namespace CountyHall.Web;

/// <summary>字号: the size of the words, and with it the layout.</summary>
public enum TextSize
{
    /// <summary>标准, 16 px</summary>
    Standard,

    /// <summary>大字, 22 px, one column</summary>
    Large,

    /// <summary>特大, 30 px, one column</summary>
    Largest,
}

/// <summary>How this visitor wants the pages shown (长辈版, 高对比).</summary>
public sealed class Display(IHttpContextAccessor request)
{
    public const string TextCookie = "text";
    public const string ContrastCookie = "contrast";

    public TextSize Text { get; } =
        request.HttpContext?.Request.Cookies[TextCookie] switch
        {
            "large" => TextSize.Large,
            "largest" => TextSize.Largest,
            _ => TextSize.Standard,
        };

    public bool HighContrast { get; } = request.HttpContext?.Request.Cookies[ContrastCookie] == "high";

    /// <summary>One question a page and fewer rows are wanted, not only larger words.</summary>
    public bool IsLarge => Text != TextSize.Standard;

    /// <summary>The value of <c>data-text</c>; none for the standard size.</summary>
    public string? TextAttribute => IsLarge ? Name(Text) : null;

    public string? ContrastAttribute => HighContrast ? "high" : null;

    public static string Name(TextSize size) =>
        size switch
        {
            TextSize.Large => "large",
            TextSize.Largest => "largest",
            _ => "standard",
        };
}
