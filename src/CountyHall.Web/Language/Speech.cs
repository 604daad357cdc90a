using CountyHall.Kernel.Results;

namespace CountyHall.Web;

/// <summary>The language of this visitor, Chinese unless the switch was turned, and the way a page says a thing in it.</summary>
/// <remarks>Every page has it as <c>S</c>: <c>@S["受理", "Accept"]</c>, or <c>@S[words]</c>.</remarks>
public sealed class Speech(IHttpContextAccessor request)
{
    public const string Cookie = "lang";

    public bool English { get; } = request.HttpContext?.Request.Cookies[Cookie] == "en";

    /// <summary>The value of <c>lang</c> on the page.</summary>
    public string Tag => English ? "en" : "zh-CN";

    /// <summary>The English where it was asked for and there is one, else the Chinese; an empty English is meant to be empty.</summary>
    public string this[string zh, string? en] => English ? en ?? zh : zh;

    public string this[Words words] => words.In(English);

    /// <summary>An amount with its unit: 1,234.50 元, CNY 1,234.50.</summary>
    public string Yuan(long fen) => English ? $"CNY {Write.Yuan(fen)}" : $"{Write.Yuan(fen)} 元";

    /// <summary>3 个工作日, 3 working days, 1 working day.</summary>
    public string WorkingDays(int days) => English ? $"{days} working day{(days == 1 ? "" : "s")}" : $"{days} 个工作日";
}
