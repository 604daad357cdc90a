namespace CountyHall.Web.Components.Layouts;

/// <summary>What the staff shell reads about the person signed in, beside the name.</summary>
public static class DeskClaims
{
    /// <summary>Where the person sits, as shown: B14 综合窗口, 市场监督管理局 食品科.</summary>
    public const string Place = "place";
}
