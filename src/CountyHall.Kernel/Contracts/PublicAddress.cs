namespace CountyHall.Kernel.Contracts;

/// <summary>The address under which citizens reach the site, for links in messages and on paper: setting <c>Site:Address</c>.</summary>
/// <param name="Root">Such as <c>https://hall.example</c>, without a slash at its end.</param>
public sealed record PublicAddress(string Root)
{
    /// <summary>A page of the site as it is printed.</summary>
    public string Of(string path) => $"{Root.TrimEnd('/')}{path}";
}
