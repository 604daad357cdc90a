using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Registrations;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CountyHall.Bench;

/// <summary>Many bidders upload their sealed bids in the last two minutes before a deadline: who is accepted, late or lost, and how much memory it takes.</summary>
public static class Bids
{
    private const string Lot = "E3304210001000009001001";
    private static readonly string[] Accounts = ["liang.jianbo", "fang.shiyuan", "guo.anran", "xie.boyan", "deng.zhiyuan"];

    private sealed record Bidder(long Firm, string Account, BidKeys Keys);

    private sealed record Ground(SealingTerms Terms, IReadOnlyList<Bidder> Bidders);

    private sealed record Laid(string What);

    private sealed record DeadlineSet(DateTime Deadline);

    public static async Task Measure(int bidders, int megabytes, int window)
    {
        var folder = Directory.CreateTempSubdirectory("countyhall-bench-").FullName;
        try
        {
            var needed = 2L * bidders * megabytes << 20; // sealed here, and kept there
            if (new DriveInfo(folder).AvailableFreeSpace < needed + (2L << 30))
            {
                Console.WriteLine($"{needed >> 30} GB and two more are needed on the disk of {folder}.");
                return;
            }
            await Measure(folder, bidders, megabytes, window);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Measure(string folder, int bidders, int megabytes, int window)
    {
        var storage = new Storage(Path.Combine(folder, "house"), null);
        var ground = await Lay(storage, bidders);
        // Sealed beforehand and to disk, as bidders do it on their own devices: afterwards both cores are there for the uploads.
        var sealing = Stopwatch.StartNew();
        var envelopes = await SealAll(ground, Path.Combine(folder, "sealed"), megabytes);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sealed {bidders} bids of {megabytes} MB in {sealing.Elapsed.TotalSeconds:0} s ({bidders * megabytes / sealing.Elapsed.TotalSeconds:0} MB/s)."
            )
        );
        var (accepted, late, lost) = (new ConcurrentBag<(long Firm, string Sha256, DateTime At)>(), 0, 0);
        var wait = new ConcurrentBag<double>();
        var (peak, under, most) = (0L, 0, 0);
        var deadline = await SetDeadline(storage, TimeSpan.FromSeconds(window + 45)); // and time to start
        await using (var product = await Product.Start(storage.Folder))
        {
            var cookies = new Dictionary<string, string>();
            foreach (var account in Accounts)
                cookies[account] = await product.SignIn(account);
            var idle = product.Memory;
            using var measured = new CancellationTokenSource();
            var memory = Task.Run(async () =>
            {
                while (!measured.IsCancellationRequested)
                {
                    peak = Math.Max(peak, product.Memory);
                    await Task.Delay(100);
                }
            });
            // Arrivals are spread over the window and thicken towards its end, as they do; the last ones come around the deadline itself.
            var begin = deadline.AddSeconds(-window);
            await Task.WhenAll(
                ground.Bidders.Select(
                    async (bidder, place) =>
                    {
                        var share = Math.Sqrt((place + 1.0) / ground.Bidders.Count);
                        await Task.Delay(Positive(begin.AddSeconds(window * share) - TimeProvider.System.Now()));
                        var now = Interlocked.Increment(ref under);
                        most = Math.Max(most, now);
                        var clock = Stopwatch.StartNew();
                        var answer = await HandIn(product.Port, cookies[bidder.Account], bidder, envelopes[place]);
                        Interlocked.Decrement(ref under);
                        switch (answer)
                        {
                            case (HttpStatusCode.OK, { } receipt):
                                wait.Add(clock.Elapsed.TotalSeconds);
                                accepted.Add(
                                    (
                                        bidder.Firm,
                                        receipt.GetProperty("sha256").GetString()!,
                                        receipt.GetProperty("receivedAt").GetDateTime()
                                    )
                                );
                                break;
                            case (HttpStatusCode.UnprocessableEntity, { } why) when why.GetProperty("code").GetString() == "bid-too-late":
                                Interlocked.Increment(ref late);
                                break;
                            case var (status, why):
                                Console.WriteLine($"{status}: {why}");
                                Interlocked.Increment(ref lost);
                                break;
                        }
                    }
                )
            );
            await measured.CancelAsync();
            await memory;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{bidders} bidders, {megabytes} MB each, in the last {window} s: {accepted.Count} accepted, {late} refused as late, {lost} without an answer; {most} at once; memory {idle >> 20} MB idle, {peak >> 20} MB at most; an upload took {Acceptance.Median([.. wait]):0.00} s (median), {wait.DefaultIfEmpty().Max():0.00} s at most"
                )
            );
        }
        await Compare(storage, deadline, accepted);
    }

    private static async Task<string[]> SealAll(Ground ground, string folder, int megabytes)
    {
        Directory.CreateDirectory(folder);
        var content = Path.Combine(folder, "content");
        await File.WriteAllBytesAsync(content, RandomNumberGenerator.GetBytes(megabytes << 20));
        var envelopes = new string[ground.Bidders.Count];
        await Parallel.ForEachAsync(
            ground.Bidders.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            async (of, ct) =>
            {
                envelopes[of.Index] = Path.Combine(folder, $"{of.Index}.bid");
                await using var into = File.Create(envelopes[of.Index]);
                await EnvelopeSealer.Seal(
                    ground.Terms,
                    "91330421DEMA05113N",
                    new OpeningSheet(1_000_000_00, ChineseAmount.Of(1_000_000_00), 100, "合格", "示例负责人", ""),
                    [new("技术.bin", "technical", () => File.OpenRead(content))],
                    of.Item.Keys,
                    [of.Item.Keys.EncryptionPublic],
                    into,
                    ct: ct
                );
            }
        );
        return envelopes;
    }

    /// <summary>Every accepted upload is in the database and on disk with its hash, and none arrived at or after the deadline.</summary>
    private static async Task Compare(Storage storage, DateTime deadline, ConcurrentBag<(long Firm, string Sha256, DateTime At)> accepted)
    {
        await using var house = House(storage);
        await using var db = await house.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        var kept = await db.Bids.AsNoTracking().ToDictionaryAsync(b => b.Bidder);
        var (missing, late) = (0, kept.Values.Count(b => b.Receipt.ReceivedAt >= deadline));
        foreach (var (firm, sha256, _) in accepted)
        {
            if (!kept.TryGetValue(firm, out var bid) || bid.Receipt.Sha256 != sha256)
            {
                missing++;
                continue;
            }
            await using var file = house.GetRequiredService<BidStore>().OpenRead(bid.Receipt.File);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(file)) != sha256)
                missing++;
        }
        Console.WriteLine(
            $"Of {accepted.Count} accepted {missing} are lost or damaged; {late} of {kept.Count} bids arrived at or after the deadline."
        );
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private static async Task<(HttpStatusCode, JsonElement?)> HandIn(int port, string cookie, Bidder bidder, string path)
    {
        using var envelope = File.OpenHandle(path);
        var length = RandomAccess.GetLength(envelope);
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var (status, said, begun) = await Ask(
            HttpMethod.Post,
            $"/api/bidding/lots/{Lot}/uploads?bidder={bidder.Firm}",
            "Upload-Length",
            length
        );
        if (status != HttpStatusCode.Created)
            return (status, said);
        for (var at = 0L; at < length; )
        {
            var size = Math.Min(4 << 20, length - at);
            (status, said, _) = await Ask(HttpMethod.Patch, begun!, "Upload-Offset", at, new Piece(envelope, at, size));
            if (status != HttpStatusCode.NoContent)
                return (status, said);
            at += size;
        }
        (status, said, _) = await Ask(HttpMethod.Post, $"{begun}/submit", "Idempotency-Key", bidder.Firm);
        return (status, said);

        async Task<(HttpStatusCode, JsonElement?, string?)> Ask(
            HttpMethod how,
            string where,
            string header,
            long value,
            HttpContent? body = null
        )
        {
            using var request = new HttpRequestMessage(how, where) { Content = body };
            request.Headers.Add(header, value.ToString(CultureInfo.InvariantCulture));
            using var answer = await http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            return (
                answer.StatusCode,
                text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : null,
                answer.Headers.Location?.ToString()
            );
        }
    }

    /// <summary>A part of a file, sent as it is read.</summary>
    private sealed class Piece(Microsoft.Win32.SafeHandles.SafeFileHandle file, long from, long size) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var buffer = new byte[Math.Min(size, 128 << 10)];
            for (var at = 0L; at < size; )
            {
                var read = await RandomAccess.ReadAsync(file, buffer.AsMemory(0, (int)Math.Min(buffer.Length, size - at)), from + at);
                if (read == 0)
                    throw new EndOfStreamException("The envelope is shorter than it was.");
                await stream.WriteAsync(buffer.AsMemory(0, read));
                at += read;
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = size;
            return true;
        }
    }

    /// <summary>Moves the deadline to so long from now.</summary>
    private static async Task<DateTime> SetDeadline(Storage storage, TimeSpan from)
    {
        await using var house = House(storage);
        var now = TimeProvider.System.Now();
        var deadline = now + from;
        await house
            .GetRequiredService<HallWriter>()
            .Write(async db =>
            {
                var tender = await db.Tenders.SingleAsync(t => t.Number == Lot.Substring(0, 20));
                tender.Take((Announced announced) => announced with { Times = announced.Times with { BidDeadline = deadline } });
                db.Record(tender, new Occasion(Actor.House, null, now, Channel.Online, "bench"), new DeadlineSet(deadline));
            });
        return deadline;
    }

    private static ServiceProvider House(Storage storage)
    {
        var services = new ServiceCollection();
        services.AddLogging(log => log.SetMinimumLevel(LogLevel.Critical));
        services.AddSingleton(new SiteSettings());
        services.AddHouse(storage);
        services.AddAccounts();
        services.AddSingleton<DemonstrationCounty>();
        return services.BuildServiceProvider();
    }

    /// <summary>An announced lot, three custodians, and as many invented firms as asked for, shared among five people.</summary>
    private static async Task<Ground> Lay(Storage storage, int bidders)
    {
        await using var house = House(storage);
        await house.Prepare();
        await house.GetRequiredService<DemonstrationCounty>().LoadIfEmpty();
        var writer = house.GetRequiredService<HallWriter>();
        var now = TimeProvider.System.Now();
        var on = new Occasion(Actor.House, null, now, Channel.Online, "bench");
        await using var looking = await house.GetRequiredService<IDbContextFactory<HallDb>>().CreateDbContextAsync();
        var people = new Dictionary<string, long>();
        foreach (var account in Accounts)
            people[account] = (await looking.Users.SingleAsync(u => u.UserName == account)).PersonId!.Value;

        var numbers = new List<string>();
        foreach (var custodian in new[] { "tan.yuchen", "qin.shuheng", "ding.ruoshui" })
        {
            var user = await looking.Users.SingleAsync(u => u.UserName == custodian);
            var by = new Actor(user.Id, custodian, "330421", "trading-office", Roles: new HashSet<Role> { Role.KeyCustodian });
            numbers.Add(
                Done(
                    await house
                        .GetRequiredService<RegisterCustodianKeyHandler>()
                        .Handle(new(PublicKeys.Of(BidKeys.Generate())), on with { By = by })
                ).Certificate
            );
        }
        var supervisor = new Actor(-1, "bench", "330421", "trading-office", Roles: new HashSet<Role> { Role.TradingSupervisor });
        Done(await house.GetRequiredService<SetCustodianPanelHandler>().Handle(new(2, numbers), on with { By = supervisor }));

        var vault = house.GetRequiredService<Vault>();
        var deadline = TimeProvider.System.Now() + TimeSpan.FromDays(1);
        var firms = new List<Bidder>();
        await writer.Write(db =>
        {
            var entity = looking.Set<Firm>().AsNoTracking().Single(f => f.Name == "嘉善示例城市建设发展有限公司");
            var project = new TradeProject
            {
                Id = Ids.Next(now),
                Number = "E3304210001000009",
                Division = "330421",
                NameZh = "测速项目（虚构）",
                NameEn = "Bench (invented)",
                Entity = entity.Id,
                Funds = FundSource.Budget,
                PublicShare = 100,
                Investment = 5_000_000_00,
                Place = "示例路",
                Approval = "示例",
                EnteredAt = now,
            };
            var tender = new Tender
            {
                Id = Ids.Next(now),
                ProjectId = project.Id,
                Number = Lot[..20],
                Division = "330421",
                NameZh = project.NameZh,
                NameEn = project.NameEn,
                Kind = TenderKind.Works,
                Method = TenderMethod.Open,
                Round = 1,
                Entity = entity.Id,
                EntityName = entity.Name,
                SupervisingDepartment = "zjj",
                Stage = new Preparing(now).File(now, 1).Accept(now).Announce(now, new TenderTimes(now, now, deadline, 90)),
                EnteredAt = now,
            };
            var lot = new Lot
            {
                Id = Ids.Next(now),
                TenderId = tender.Id,
                Number = Lot,
                Division = "330421",
                NameZh = project.NameZh,
                NameEn = project.NameEn,
                Estimate = 4_000_000_00,
                Security = 0,
                Duration = 100,
                Stage = new Planned(now).Announce(now),
            };
            Put(db, project);
            Put(db, tender);
            Put(db, lot);
            for (var place = 0; place < bidders; place++)
            {
                var account = Accounts[place % Accounts.Length];
                var firm = new Firm
                {
                    Id = Ids.Next(now),
                    Name = $"示例投标单位{place}（虚构）",
                    Uscc = $"BENCH{place:0000000000000}",
                    CodeHash = vault.KeyedHash("uscc", $"bench-{place}"),
                    LegalRepresentative = "示例",
                };
                Put(db, firm);
                Put(
                    db,
                    new Mandate
                    {
                        Id = Ids.Next(now),
                        FirmId = firm.Id,
                        PersonId = people[account],
                        ByLaw = false,
                        Until = new DateOnly(2099, 12, 31),
                    }
                );
                Put(
                    db,
                    new Registration
                    {
                        Id = Ids.Next(now),
                        LotId = lot.Id,
                        TenderId = tender.Id,
                        Division = "330421",
                        Bidder = firm.Id,
                        BidderName = firm.Name,
                        By = 0,
                        RegisteredAt = now,
                        Statement = "具备公告要求的资质（示例）",
                        Papers = [],
                        Members = [],
                        Stage = new Registered(now).Accept(now, "bench"),
                    }
                );
                firms.Add(new(firm.Id, account, BidKeys.Generate()));
            }
            return Task.CompletedTask;

            void Put(HallDb into, IRecorded row)
            {
                into.Add(row);
                into.Record(row, on, new Laid(row.GetType().Name));
            }
        });
        var register = house.GetRequiredService<RegisterCertificateHandler>();
        foreach (var bidder in firms)
        {
            var by = new Actor(people[bidder.Account], bidder.Account, "330421", Firms: new HashSet<long> { bidder.Firm });
            Done(await register.Handle(new(bidder.Firm, PublicKeys.Of(bidder.Keys)), on with { By = by }));
        }
        var laid = await looking.Tenders.AsNoTracking().SingleAsync(t => t.Number == Lot.Substring(0, 20));
        var terms = (await CustodianPanel.Of(looking, laid))!.TermsOf(await looking.Lots.AsNoTracking().SingleAsync(l => l.Number == Lot));
        return new Ground(terms, firms);
    }

    private static T Done<T>(Result<T> result) =>
        result is Result<T>.Done(var value) ? value : throw new InvalidOperationException(((Result<T>.Refused)result).Why.Reason.En);
}
