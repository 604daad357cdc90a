namespace CountyHall.Web.Pages;

/// <summary>The hidden key of a form, made when the page is written: the same form sent twice is one command.</summary>
public static class FormKey
{
    public const string Name = "key";

    /// <summary>Rising with time (RFC 9562, version 7), so that the index of keys grows at its end and not everywhere.</summary>
    public static string Fresh() => Guid.CreateVersion7().ToString("N");

    /// <summary>The key that came with the post; none where somebody left it out, and then nothing is taken for a second sending.</summary>
    public static string? Of(HttpContext http) => Guid.TryParse(http.Request.Form[Name], out var key) ? key.ToString("N") : null;
}
