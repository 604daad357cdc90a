using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace CountyHall.Bench;

/// <summary>A public guide beside a static file of 10 kB, and a signed-in list of 50 cases beside a bare page of 50 rows, in turn.</summary>
public static class PagesUnderLoad
{
    private const int Rounds = 5;
    private const int Clients = 8;
    private const int Cases = 60;

    public static async Task Measure(int seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "ten.html"), new string('x', 10_000));
        await using var floors = await Floors(folder);
        await using (var product = await Product.Start(Path.Combine(folder, "house")))
        {
            var clerk = await product.SignIn("bai.yingxi");
            using (var wire = new Wire(product.Port))
            {
                for (var i = 0; i < Cases; i++)
                    wire.Ask(Acceptance.Request(clerk));
            }
            var guide = Get("/items/restaurant-food-licence", null);
            var approver = await product.SignIn("shen.yining");
            // A browser sends back the cookie of the forms that its first page came with.
            var list = Get("/review", $"{approver}; {await product.CookiesOf("/review", approver)}");
            var (file, bare) = (Get("/ten.html", null), Get("/bare", null));
            Compare("public guide, floor: a static file of 10 kB", floors.Port, file, product.Port, guide, time);
            Compare("list of 50 cases, signed in, floor: a bare page of 50 rows", floors.Port, bare, product.Port, list, time);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static void Compare(string what, int floorPort, byte[] floor, int productPort, byte[] page, TimeSpan time)
    {
        Run(floorPort, floor, TimeSpan.FromSeconds(5)); // warm
        Run(productPort, page, TimeSpan.FromSeconds(20));
        var rows = new List<(Measured Floor, Measured Product)>();
        for (var round = 0; round < Rounds; round++)
            rows.Add((Run(floorPort, floor, time), Run(productPort, page, time)));
        Acceptance.Report(what, rows);
    }

    private static Measured Run(int port, byte[] request, TimeSpan time) => Wire.Run(port, Clients, time, () => request, 200);

    private static byte[] Get(string path, string? cookie) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n"
            )
        );

    private sealed record FloorServer(WebApplication Server, int Port) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }

    private static async Task<FloorServer> Floors(string folder)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        var server = builder.Build();
        server.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        server.MapGet("/bare", () => new RazorComponentResult<BarePage>());
        await server.StartAsync();
        return new FloorServer(server, port);
    }

    /// <summary>Fifty rows of seven columns, as the inbox has them, and nothing else.</summary>
    private sealed class BarePage : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder page)
        {
            page.OpenElement(0, "table");
            for (var row = 0; row < 50; row++)
            {
                page.OpenElement(1, "tr");
                for (var column = 0; column < 7; column++)
                {
                    page.OpenElement(2, "td");
                    page.AddContent(3, column == 0 ? $"330421-20261123-{row:000000}" : "嘉善云岫小馆");
                    page.CloseElement();
                }
                page.CloseElement();
            }
            page.CloseElement();
        }
    }
}
