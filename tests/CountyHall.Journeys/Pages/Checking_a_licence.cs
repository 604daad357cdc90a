using CountyHall.Approvals;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Print;
using CountyHall.Web.Commands;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CountyHall.Journeys.Pages;

/// <summary>A shopkeeper is shown a licence and wants to know, on a telephone, whether it is one.</summary>
public class Checking_a_licence(OpenSite site) : IClassFixture<OpenSite>
{
    [Fact]
    public async Task By_its_code_by_the_file_and_by_a_file_that_was_altered()
    {
        var (licence, code) = await Issued();
        await using var shop = await Visitor.At(site, phone: true);
        // The QR code opens the address; nobody signs in.
        (await shop.Opens($"/verify/{code}")).ShouldBe(200);
        await shop.Sees("真：这个短码是我们发出的");
        await shop.Sees("食品经营许可证");
        await shop.ShouldNotScrollSideways();
        await shop.ShouldBeAccessible();

        var pdf = await Pdf(licence.Id);
        await Drop(shop, Altered(pdf));
        await shop.Sees("不符：被改过，1 处与登记的不同");
        var parts = shop.Page.GetByRole(Microsoft.Playwright.AriaRole.Region, new() { Name = "被改动的地方" });
        await Expect(parts).ToContainTextAsync("有效期至");
        await Expect(parts).ToContainTextAsync($"应为 {licence.ValidUntil:yyyy-MM-dd}");
        await Expect(parts).ToContainTextAsync("文件写作 2066-01-01");
        await shop.ShouldNotScrollSideways();
        await shop.ShouldBeAccessible();

        await shop.Uploads("或者选择文件", "licence.pdf", pdf);
        await shop.Presses("验证");
        await shop.Sees("真：这份文件是我们发出的，没有被改过");
        await shop.Follows("English");
        await shop.Sees("Verification centre");
        await shop.ShouldBeAccessible();
    }

    [Fact]
    public async Task Without_script_and_with_a_code_that_was_never_given_out()
    {
        var (licence, _) = await Issued();
        await using var shop = await Visitor.At(site, phone: true, script: false);
        await shop.Opens("/verify");
        await shop.Fills("短码", "00000-00000-0000");
        await shop.Presses("验证");
        await shop.Sees("查无：");
        await shop.Presses("验证");
        await shop.Opens("/verify");
        await shop.Presses("验证");
        await shop.Hears("请输入短码，或者选择文件");
        await shop.Uploads("或者选择文件", "photo.pdf", "not a pdf"u8.ToArray());
        await shop.Presses("验证");
        await shop.Hears("这不是 PDF 文件");
        await shop.Uploads("或者选择文件", "licence.pdf", await Pdf(licence.Id));
        await shop.Presses("验证");
        await shop.Sees("真：这份文件是我们发出的，没有被改过");
    }

    [Fact]
    public async Task What_was_withdrawn_says_so_with_day_and_ground()
    {
        var (licence, code) = await Issued();
        await using var head = await Visitor.At(site);
        await head.SignsIn("lu.bingzhu");
        await head.Opens($"/licences?q={licence.Number}");
        await head.ShouldBeAccessible();
        await head.Follows(licence.Number);
        await head.ShouldBeAccessible();
        await head.Page.GetByText("撤回：法律或客观情况变化，为公共利益").ClickAsync();
        await head.Fills("撤回的理由", "水源保护区调整");
        await head.Fills("怎样补偿损失", "按评估价补偿");
        await head.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "撤回", Exact = true }).ClickAsync();
        await head.Sees("已记录，持证人会收到通知。");

        await using var shop = await Visitor.At(site, phone: true);
        await shop.Opens($"/verify/{code}");
        await shop.Sees("真，但已撤回，不能再使用");
        await shop.Sees("水源保护区调整");
        await shop.Sees("第八条第二款");
    }

    [Fact]
    public async Task The_holder_finds_it_among_the_own_licences_and_asks_to_renew_it()
    {
        await Issued();
        foreach (var english in (bool[])[true, false])
        {
            await using var holder = await Visitor.At(site, english, phone: true);
            await holder.SignsIn("gu.qinglan");
            await holder.Opens("/my/licences");
            await holder.ShouldBeAccessible();
            await holder.ShouldNotScrollSideways();
            if (english)
                continue;
            await holder.Presses("申请延续");
            await holder.Sees("已申请延续，等待发证机关决定。");
        }
        await using var stranger = await Visitor.At(site);
        await stranger.SignsIn("cheng.yian");
        (await stranger.Opens($"/my/licences/{(await Issued()).Licence.Id}/pdf")).ShouldBe(404);
    }

    [Fact]
    public async Task The_notice_of_acceptance_is_a_signed_file_too()
    {
        var (licence, _) = await Issued();
        await using var hall = await House();
        var @case = await hall.Read(async db => (await db.Cases.SingleAsync(c => c.Number == licence.Case)).Id);
        var accepted = await hall.Read(db => db.Facts.SingleAsync(f => f.Kind == "case-accepted" && f.Subject == @case));
        await using var citizen = await Visitor.At(site);
        await citizen.SignsIn("gu.qinglan");
        var answer = await citizen.Page.Context.APIRequest.GetAsync($"{site.Address}/my/cases/{licence.Case}/documents/{accepted.Id}/pdf");
        answer.Status.ShouldBe(200);
        await using var shop = await Visitor.At(site);
        await shop.Opens("/verify");
        await shop.Uploads("或者选择文件", "notice.pdf", await answer.BodyAsync());
        await shop.Presses("验证");
        await shop.Sees("真：这份文件是我们发出的，没有被改过");
        await shop.Sees("受理通知书");
    }

    [Fact]
    public async Task The_same_is_found_offline_with_the_published_keys()
    {
        var (licence, _) = await Issued();
        var pdf = await Pdf(licence.Id);
        var folder = Scratch.Folder("verify");
        string File(string name, byte[] content)
        {
            var path = Path.Combine(folder, name);
            System.IO.File.WriteAllBytes(path, content);
            return path;
        }
        using var http = new HttpClient();
        var keys = File("keys", await http.GetByteArrayAsync(new Uri($"{site.Address}/verify/keys")));
        var strange = File("strange", System.Text.Encoding.UTF8.GetBytes($"{NoteSigner.Generate("elsewhere/log").Verifier}\n"));
        (await CommandLine.Run(["verify", File("right.pdf", pdf), "--keys", keys])).ShouldBe(0);
        (await CommandLine.Run(["verify", File("altered.pdf", Altered(pdf)), "--keys", keys])).ShouldBe(1);
        (await CommandLine.Run(["verify", File("half.pdf", pdf[..(pdf.Length / 2)]), "--keys", keys])).ShouldBe(1);
        (await CommandLine.Run(["verify", File("other.pdf", "%PDF-1.4\n%%EOF"u8.ToArray()), "--keys", keys])).ShouldBe(2);
        (await CommandLine.Run(["verify", File("right.pdf", pdf)])).ShouldBe(2);
        (await CommandLine.Run(["verify", File("right.pdf", pdf), "--keys", strange])).ShouldBe(2);
        (await CommandLine.Run(["verify", Path.Combine(folder, "missing.pdf"), "--keys", keys])).ShouldBe(2);
    }

    // ---- what they do ----

    /// <summary>A restaurant's licence, from the window to the issuing desk, in the same house.</summary>
    private async Task<(Licence Licence, string Code)> Issued()
    {
        await using var hall = await House();
        var story = Story
            .In(hall)
            .As("zhu.jingxing")
            .Receives("restaurant-food-licence", then: AfterReceipt.Accept)
            .As("shen.yining")
            .ChecksOnSite("gu.yanqiu")
            .Agrees()
            .As("cheng.jingzhi")
            .Agrees()
            .As("jiang.yanqiu")
            .Makes();
        await story;
        await hall.Get<PublicLog>().EnterNew();
        return await hall.Read(async db =>
        {
            var licence = await db.Licences.AsNoTracking().SingleAsync(l => l.Case == story.Number);
            return (licence, ProofCode.Of(await db.Facts.Where(f => f.Subject == licence.Id).Select(f => f.Id).FirstAsync()));
        });
    }

    /// <summary>The house of the site, at the site's own time.</summary>
    private async Task<Hall> House()
    {
        var hall = await Hall.Of(Engine.Embedded, site.Services.GetRequiredService<Storage>());
        var now = TimeProvider.System.GetUtcNow();
        if (now > hall.Clock.GetUtcNow())
            hall.Clock.SetUtcNow(now);
        return hall;
    }

    private async Task<byte[]> Pdf(long licence)
    {
        await using var holder = await Visitor.At(site);
        await holder.SignsIn("gu.qinglan");
        var answer = await holder.Page.Context.APIRequest.GetAsync($"{site.Address}/my/licences/{licence}/pdf");
        answer.Status.ShouldBe(200);
        return await answer.BodyAsync();
    }

    /// <summary>The same file with a later end, made with good tools: the attached data are the old ones.</summary>
    private static byte[] Altered(byte[] pdf)
    {
        var data = PaperCompare.Attached(pdf)!;
        var later = data.Paper.Fields.Select(f => f.Name == "有效期至" ? f with { Value = "2066-01-01" } : f);
        return PdfPrint.Write(data.Paper with { Fields = [.. later] }, data.Write());
    }

    private static async Task Drop(Visitor who, byte[] file) =>
        await who.Page.EvaluateAsync(
            """
            base64 => {
              const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
              const dropped = new DataTransfer();
              dropped.items.add(new File([bytes], "licence.pdf", { type: "application/pdf" }));
              document.querySelector("verify-drop").dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
            }
            """,
            Convert.ToBase64String(file)
        );
}
