using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace CountyHall.Bench;

/// <summary>The inbox of an office and a case with its history, at 10,000 and at 1,000,000 cases: the cost may not grow with the table.</summary>
public static class Lists
{
    public static async Task Measure()
    {
        var results = new Dictionary<string, List<(int Cases, double Milliseconds)>>();
        foreach (var cases in (int[])[10_000, 1_000_000])
        {
            var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
            string number;
            await using (var seed = await Product.Start(folder))
                number = await OneCase(seed);
            await Multiply(Path.Combine(folder, "hall.db"), cases);
            await using (var product = await Product.Start(folder))
            {
                var cookie = await product.SignIn("shen.yining");
                foreach (var page in (string[])["/review", $"/review/{number}"])
                {
                    var milliseconds = await Time(product, cookie, page);
                    (results.TryGetValue(page, out var rows) ? rows : results[page] = []).Add((cases, milliseconds));
                }
            }
            Directory.Delete(folder, recursive: true);
        }
        foreach (var (page, rows) in results)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{page}: {rows[0].Milliseconds:0.00} ms at {rows[0].Cases}, {rows[1].Milliseconds:0.00} ms at {rows[1].Cases}, ratio {rows[1].Milliseconds / rows[0].Milliseconds:0.00}"
                )
            );
    }

    private static async Task<string> OneCase(Product product)
    {
        using var wire = new Wire(product.Port);
        var status = wire.Ask(Acceptance.Request(await product.SignIn("bai.yingxi")));
        var text = wire.LastAnswer();
        if (status != 201)
            throw new InvalidOperationException(text);
        var at = text.IndexOf("\"number\":\"", StringComparison.Ordinal) + 10;
        return text[at..text.IndexOf('"', at)];
    }

    /// <summary>Copies the one real case, its facts and its desk entries under fresh ids and numbers; most are done, some are open.</summary>
    private static async Task Multiply(string file, int cases)
    {
        await using var db = new SqliteConnection($"Data Source={file}");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandTimeout = 3600;
        command.CommandText = $"""
            PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA cache_size=-400000;
            BEGIN;
            CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM c WHERE i < {cases}) SELECT i FROM c;
            CREATE TEMP TABLE one AS SELECT * FROM cases LIMIT 1;
            CREATE TEMP TABLE told AS SELECT * FROM facts WHERE "Subject" = (SELECT "Id" FROM one);
            CREATE TEMP TABLE lies AS SELECT * FROM desk_entries WHERE "CaseId" = (SELECT "Id" FROM one);
            CREATE TEMP TABLE fresh AS SELECT one.*, n.i FROM one CROSS JOIN n;
            UPDATE fresh SET "Id" = i * 16, "Number" = '330421-2019' || substr('0000' || (i / 100000), -4) || '-' || substr('000000' || (i % 100000), -6), "TurnsAt" = NULL;
            ALTER TABLE fresh DROP COLUMN i;
            INSERT INTO cases SELECT * FROM fresh;
            CREATE TEMP TABLE facts2 AS SELECT told.*, n.i FROM told CROSS JOIN n;
            UPDATE facts2 SET "Id" = i * 16 + 1 + ("Id" % 3), "Subject" = i * 16, "Key" = NULL;
            ALTER TABLE facts2 DROP COLUMN i;
            INSERT OR IGNORE INTO facts SELECT * FROM facts2;
            CREATE TEMP TABLE lies2 AS SELECT lies.*, n.i FROM lies CROSS JOIN n;
            UPDATE lies2 SET "CaseId" = i * 16, "Number" = '330421-2019' || substr('0000' || (i / 100000), -4) || '-' || substr('000000' || (i % 100000), -6),
                "Tab" = CASE WHEN i % 20 = 0 THEN "Tab" ELSE 'Done' END;
            ALTER TABLE lies2 DROP COLUMN i;
            INSERT INTO desk_entries SELECT * FROM lies2;
            COMMIT;
            ANALYZE;
            """;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Median time of a page, in milliseconds, one request after the other, after a warm-up.</summary>
    private static async Task<double> Time(Product product, string cookie, string page)
    {
        var request = Encoding.ASCII.GetBytes($"GET {page} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {cookie}\r\n\r\n");
        using var wire = new Wire(product.Port);
        var times = new List<double>();
        for (var i = 0; i < 600; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            var status = wire.Ask(request);
            if (status != 200)
                throw new InvalidOperationException(wire.LastAnswer(400));
            if (i >= 300)
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        return Acceptance.Median(times);
    }
}
