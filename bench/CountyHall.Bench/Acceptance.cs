using System.Globalization;
using System.Text;
using Npgsql;

namespace CountyHall.Bench;

/// <summary>Cases accepted over HTTP on the full path — sign-in, rules, numbering, journal, durable — beside the bare floor, in turn.</summary>
public static class Acceptance
{
    private const int Rounds = 5;

    public static async Task OnTheEmbeddedDatabase(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
        await using (var product = await Product.Start(Path.Combine(folder, "house")))
        {
            var cookie = await product.SignIn("bai.yingxi");
            Run(product, cookie, 8, TimeSpan.FromSeconds(30)); // warm: until the hot methods are compiled for good
            foreach (var clients in (int[])[8, 32])
            {
                var rows = new List<(Measured Floor, Measured Product)>();
                for (var round = 0; round < Rounds; round++)
                {
                    var floor =
                        clients == 8
                            ? await Floors.OneCommitACase(folder, clients, TimeSpan.FromSeconds(seconds))
                            : await Floors.GroupCommit(folder, clients, TimeSpan.FromSeconds(seconds));
                    rows.Add((floor, Run(product, cookie, clients, TimeSpan.FromSeconds(seconds))));
                }
                Report(clients == 8 ? "embedded, 8 clients, floor: one commit a case" : "embedded, 32 clients, floor: group commit", rows);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    public static async Task OnPostgres(int seconds)
    {
        if (Environment.GetEnvironmentVariable("COUNTYHALL_BENCH_POSTGRES") is not { } connection)
        {
            Console.WriteLine("postgres: set COUNTYHALL_BENCH_POSTGRES to the connection string of an empty database");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
        await using (var product = await Product.Start(Path.Combine(folder, "house"), connection))
        {
            var cookie = await product.SignIn("bai.yingxi");
            Run(product, cookie, 8, TimeSpan.FromSeconds(15));
            var rows = new List<(Measured Floor, Measured Product)>();
            for (var round = 0; round < Rounds; round++)
                rows.Add(
                    (
                        await Floors.Postgres(connection, 8, TimeSpan.FromSeconds(seconds)),
                        Run(product, cookie, 8, TimeSpan.FromSeconds(seconds))
                    )
                );
            Report("PostgreSQL, 8 clients, floor: raw SQL, one commit a case", rows);
        }
        Directory.Delete(folder, recursive: true);
        NpgsqlConnection.ClearAllPools();
    }

    private static Measured Run(Product product, string cookie, int clients, TimeSpan time) =>
        Wire.Run(product.Port, clients, time, () => Request(cookie), 201);

    internal static byte[] Request(string cookie)
    {
        const string Body = """
            {"item":"restaurant-food-licence","applicant":"92330421DEMA030119","answers":{"cold":"no","area":"small"},"fields":{"name":"嘉善云岫小馆","code":"92330421DEMA030119","legal-representative":"顾青岚","phone":"13800000921","shop-name":"云岫小馆","premises":"嘉善县西塘镇示例路8号","floor-area":"46","manager":"顾青岚"},"materials":["business-licence","layout","rules","health-certificates"],"then":"accept"}
            """;
        var length = Encoding.UTF8.GetByteCount(Body);
        return Encoding.UTF8.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST /api/desk/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\nIdempotency-Key: {Guid.CreateVersion7():N}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n{Body}"
            )
        );
    }

    internal static void Report(string what, List<(Measured Floor, Measured Product)> rows)
    {
        var ratio = Median(rows.Select(r => r.Product.PerSecond / r.Floor.PerSecond));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: floor {Median(rows.Select(r => r.Floor.PerSecond)):0}/s, product {Median(rows.Select(r => r.Product.PerSecond)):0}/s, ratio {ratio:0.00} (median of {rows.Count}), worst wait floor {rows.Max(r => r.Floor.Worst.TotalMilliseconds):0} ms, product {rows.Max(r => r.Product.Worst.TotalMilliseconds):0} ms"
            )
        );
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
