using System.Security.Cryptography;
using System.Text;
using CountyHall.Journeys.Pages;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CountyHall.Journeys.Trading.Bids;

/// <summary>A bidder at a browser: keys made on the device, a bid sealed and tried there, uploaded over a line that breaks, and the receipt.</summary>
public sealed class Sealing_in_the_browser(OpenSite site) : IClassFixture<OpenSite>
{
    private const string Account = "liang.jianbo";
    private static readonly byte[] Technical = RandomNumberGenerator.GetBytes((5 << 20) + 12345); // two pieces on the way

    [Fact]
    public async Task Keys_then_seal_then_upload_over_a_broken_line_then_the_receipt()
    {
        await using var hall = await Ground();
        await using var visitor = await Visitor.At(site);
        await visitor.SignsIn(Account);
        var page = visitor.Page;

        // 我的密钥: the key file comes as a download, the hall gets the public halves.
        await visitor.Opens("/bidding/keys");
        await visitor.ShouldBeAccessible();
        var sent = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "POST")
                sent.Add(request.PostData ?? "");
        };
        await page.GetByLabel("密钥文件的口令").FillAsync(BidGround.Passphrase);
        await page.GetByLabel("再输一次口令").FillAsync(BidGround.Passphrase);
        var download = await page.RunAndWaitForDownloadAsync(() => visitor.Presses("在本机生成密钥"));
        var keyFile = await File.ReadAllTextAsync((await download.PathAsync())!);
        await visitor.Presses("登记");
        await visitor.Sees("已登记，可以用来签署和加密投标文件。");
        using var keys = KeyFile.Open(keyFile, BidGround.Passphrase).ShouldBeDone();
        (await hall.Read(db => db.Certificates.AsNoTracking().SingleAsync(c => c.Firm != null))).SigningKey.ShouldBe(keys.SigningPublic);

        // 递交投标文件
        await visitor.Opens($"/bidding/lots/{BidGround.Lot}");
        await visitor.ShouldBeAccessible();
        await visitor.Uploads("商务报价文件", "报价.txt", Encoding.UTF8.GetBytes("示例报价"));
        await visitor.Uploads("技术文件", "技术.bin", Technical);
        await page.GetByLabel("投标报价（元）").FillAsync("4321000.05");
        await visitor.Sees("肆佰叁拾贰万壹仟元零伍分");
        await page.GetByLabel("工期（日历天）").FillAsync("170");
        await page.GetByLabel("项目负责人").FillAsync("示例负责人");
        await visitor.Uploads("密钥文件（.key.json）", "me.key.json", Encoding.UTF8.GetBytes(keyFile));
        await page.GetByLabel("口令", new() { Exact = true }).FillAsync(BidGround.Passphrase);
        await visitor.Presses("加密并试解密");
        await visitor.Sees("已加密，试解密成功：2 个文件逐字节一致");

        // The second piece is lost on the way, and lost again.
        var pieces = 0;
        await page.RouteAsync(
            "**/api/bidding/uploads/*",
            async route =>
            {
                if (route.Request.Method != "PATCH")
                {
                    await route.ContinueAsync();
                    return;
                }
                pieces++;
                if (pieces is 2 or 3)
                    await route.AbortAsync("connectionreset");
                else
                    await route.ContinueAsync();
            }
        );
        await visitor.Presses("上传并递交");
        await page.WaitForURLAsync("**done=submitted");
        await visitor.Sees("已递交，回执在下面，请下载保存。");
        pieces.ShouldBe(4);
        await visitor.ShouldBeAccessible();
        sent.ShouldAllBe(body => !body.Contains(BidGround.Passphrase));

        // What lies here is what the browser sealed, and the bidder's key opens it in the other implementation.
        var bid = await hall.Read(db => db.Bids.AsNoTracking().SingleAsync());
        (await page.Locator("[data-receipt-hash]").InnerTextAsync()).ShouldBe(bid.Receipt.Sha256);
        await using var envelope = new BidStore(hall.Storage.Bids, BidStore.UsualLargest).OpenRead(bid.Receipt.File);
        var header = (await Envelope.ReadHeader(envelope)).ShouldBeDone();
        envelope.Position = 0;
        using var package = new MemoryStream();
        var opened = (
            await Envelope.Open(envelope, Envelope.UnwrapContentKey(header, keys.Encryption).ShouldNotBeNull(), package)
        ).ShouldBeDone();
        opened.Manifest.Sheet.ShouldBe(new OpeningSheet(4_321_000_05, ChineseAmount.Of(4_321_000_05), 170, "合格", "示例负责人", ""));
        opened.Manifest.Bidder.ShouldBe("91330421DEMA05113N");
        package.ToArray().AsSpan()[^Technical.Length..].SequenceEqual(Technical).ShouldBeTrue();
        // And so do two of the three custodians.
        var shares = custodians.Skip(1).Select(k => Envelope.UnwrapShare(header, k.Encryption).ShouldNotBeNull()).ToList();
        envelope.Position = 0;
        (await Envelope.Open(envelope, Shamir.Combine(shares), null)).ShouldBeDone();

        // On a telephone it is looked at and not sealed.
        await using var phone = await Visitor.At(site, phone: true);
        await phone.SignsIn(Account);
        await phone.Opens($"/bidding/lots/{BidGround.Lot}");
        await phone.Sees("手机上可以查看；加密请用电脑");
        await phone.ShouldNotScrollSideways();
        (await phone.Page.GetByRole(AriaRole.Button, new() { Name = "加密并试解密" }).IsVisibleAsync()).ShouldBeFalse();

        await WithoutScript(hall, keys);
        await TheBrowserOpensWhatTheCommandSealed(page, keyFile);
    }

    private IReadOnlyList<BidKeys> custodians = [];

    private async Task<Hall> Ground()
    {
        var hall = await Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        if (TimeProvider.System.GetUtcNow() is var now && now > hall.Clock.GetUtcNow())
            hall.Clock.SetUtcNow(now);
        custodians = (await BidGround.Lay(hall)).Custodians;
        return hall;
    }

    /// <summary>Sealed by the command, handed in by the plain form: the next version. A plain file is refused with words.</summary>
    private async Task WithoutScript(Hall hall, BidKeys keys)
    {
        await using var visitor = await Visitor.At(site, script: false);
        await visitor.SignsIn(Account);
        await visitor.Opens($"/bidding/lots/{BidGround.Lot}");
        await visitor.Uploads("投标信封（.bid）", "plain.pdf", "%PDF-1.7 "u8.ToArray().Concat(new byte[200]).ToArray());
        await visitor.Presses("递交信封");
        await visitor.Sees("这个文件没有加密，不是投标信封，不予接收。");
        using var into = new MemoryStream();
        var terms = await BidGround.Terms(hall);
        await EnvelopeSealer.Seal(
            terms,
            "91330421DEMA05113N",
            new OpeningSheet(1_00, ChineseAmount.Of(1_00), 1, "合格", "示例负责人", ""),
            [new("报价.txt", "price", () => new MemoryStream("示例"u8.ToArray()))],
            keys,
            [keys.EncryptionPublic],
            into
        );
        await visitor.Uploads("投标信封（.bid）", "lot.bid", into.ToArray());
        await visitor.Presses("递交信封");
        await visitor.Sees("已递交，回执在下面，请下载保存。");
        await visitor.Sees("第 2 版");
        await visitor.Page.GetByText("撤回", new() { Exact = true }).ClickAsync();
        await visitor.Ticks("我确认撤回");
        await visitor.Presses("撤回投标文件");
        await visitor.Sees("已撤回。截止前还可以重新递交。");
    }

    /// <summary>The commands seal; the browser's own cryptography opens, finds what was altered, and splits amounts into the same words.</summary>
    private async Task TheBrowserOpensWhatTheCommandSealed(IPage page, string keyFile)
    {
        var folder = Scratch.Folder("bid");
        var terms = await new HttpClient().GetStringAsync($"{site.Address}/api/bidding/lots/{BidGround.Lot}/sealing");
        await File.WriteAllTextAsync(Path.Combine(folder, "terms.json"), terms);
        await File.WriteAllTextAsync(Path.Combine(folder, "me.key.json"), keyFile);
        await File.WriteAllTextAsync(Path.Combine(folder, "pass"), BidGround.Passphrase);
        await File.WriteAllTextAsync(Path.Combine(folder, "报价.txt"), "来自命令行");
        string At(string name) => Path.Combine(folder, name);
        var (code, said) = await Kills.Served.Run(
            new Storage(folder, null),
            "bid",
            "seal",
            "--terms",
            At("terms.json"),
            "--key",
            At("me.key.json"),
            "--passphrase-file",
            At("pass"),
            "--bidder",
            "91330421DEMA05113N",
            "--price",
            "100000.50",
            "--duration",
            "90",
            "--leader",
            "示例负责人",
            "--price-file",
            At("报价.txt"),
            "--out",
            At("lot.bid")
        );
        code.ShouldBe(0, said);
        said.ShouldContain("壹拾万元伍角整");
        (await Kills.Served.Run(new Storage(folder, null), "bid", "check", At("lot.bid"))).Code.ShouldBe(0);

        var opened = await page.EvaluateAsync<string>(
            """
            async ([envelope, keyFile, passphrase]) => {
              const bid = await import('/bid.js');
              const bytes = bid.fromBase64(envelope);
              const keys = await bid.loadKeyFile(keyFile, passphrase);
              const { header } = await bid.readHeader(new Blob([bytes]));
              const key = await bid.unwrapContentKey(JSON.stringify(header), keys);
              const found = await bid.open(new Blob([bytes]), key);
              const codes = [];
              for (const at of [0, 20, bytes.length - 70, bytes.length - 1]) {
                const altered = bytes.slice();
                altered[at] ^= 1;
                codes.push(await bid.open(new Blob([altered]), key).then(() => 'opened', wrong => wrong.code ?? 'unreadable'));
              }
              codes.push(await bid.open(new Blob([bytes.slice(0, -1)]), key).then(() => 'opened', wrong => wrong.code));
              codes.push(await bid.loadKeyFile(keyFile, 'wrong').then(() => 'opened', wrong => wrong.code));
              return JSON.stringify([await found.files[0].blob.text(), found.manifest.sheet.price, codes.join(' '),
                [0, 5, 10, 105, 100000000, 1000500, 120000005, 10000000050, 987654321098].map(bid.capitals).join(' ')]);
            }
            """,
            new[] { Convert.ToBase64String(await File.ReadAllBytesAsync(At("lot.bid"))), keyFile, BidGround.Passphrase }
        );
        var parts = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement[]>(opened)!;
        parts[0].GetString().ShouldBe("来自命令行");
        parts[1].GetInt64().ShouldBe(100_000_50);
        parts[2]
            .GetString()
            .ShouldBe("not-sealed envelope-unreadable envelope-altered envelope-altered envelope-unreadable wrong-passphrase");
        long[] amounts = [0, 5, 10, 105, 100000000, 1000500, 120000005, 10000000050, 987654321098];
        parts[3].GetString().ShouldBe(string.Join(' ', amounts.Select(ChineseAmount.Of)));
    }
}
