using System.Text.RegularExpressions;
using CountyHall.Journeys.Pages;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Trading;

/// <summary>The half of an open draw that one side puts in at its page.</summary>
internal static class Shares
{
    /// <summary>Makes a share in the browser and publishes its fingerprint; answers the share, which stays with the visitor.</summary>
    /// <param name="seen">What the page says then.</param>
    public static async Task<string> CommitsShare(this Visitor visitor, string seen)
    {
        await visitor.Presses("生成份额");
        var share = await visitor.Page.GetByLabel("份额（一串数字").InputValueAsync();
        await Assertions
            .Expect(visitor.Page.GetByLabel("指纹（SHA-256）", new() { Exact = true }))
            .ToHaveValueAsync(new Regex("^[0-9a-f]{64}$"));
        await visitor.Presses("公布指纹");
        await visitor.Sees(seen);
        return share;
    }

    public static async Task RevealsShare(this Visitor visitor, string share)
    {
        await visitor.Page.ReloadAsync();
        await visitor.Page.GetByLabel("揭示份额", new() { Exact = true }).FillAsync(share);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "揭示", Exact = true }).ClickAsync();
    }
}
