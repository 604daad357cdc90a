using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CountyHall.Journeys.Trading;
using CountyHall.Journeys.Trading.Bids;
using CountyHall.Journeys.Trading.Experts;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Trading;
using CountyHall.Trading.Award;
using CountyHall.Trading.Bids;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using CountyHall.Web.Demonstration;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Kills;

/// <summary>The process is killed in the middle of each step of the trading floor and started again; the step is sent again as it was.</summary>
public abstract partial class A_kill_at_every_step_of_the_floor(Engine engine)
{
    /// <summary>How long a step may run before the kill, in milliseconds: before it is read, while it is decided, around its commit, after its answer.</summary>
    private static readonly int[] Moments = [2, 12, 30, 70, 6, 20, 45, 150];

    private readonly Dictionary<string, (CookieContainer Cookies, string Token)> people = [];
    private Storage storage = null!;
    private Served? served;
    private int kills;

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_from_the_registration_to_the_receipt()
    {
        Assert.SkipWhen(engine.Missing is not null, engine.Missing ?? "");
        storage = await engine.Copy();
        const string Accountant = TradingGround.Accountant;
        var (first, third) = (BidGround.Bidders[0].Account, BidGround.Bidders[2].Account);
        byte[] envelope;
        string publicKeys;
        long firm;
        long other;
        Lot lot;
        await using (var hall = await Journeys.Hall.Of(engine, storage, TimeProvider.System.GetUtcNow()))
        {
            var ground = await BidGround.Lay(hall);
            using var keys = BidKeys.Generate();
            publicKeys = JsonSerializer.Serialize(PublicKeys.Of(keys), Recording.Json);
            envelope = await ground.Sealed(keys, padding: 3 << 20);
            (firm, other) = (await ground.FirmOf(0), await ground.FirmOf(2));
            lot = await hall.Read(db => db.Lots.AsNoTracking().SingleAsync(l => l.Number == BidGround.Lot));
        }
        await Start();
        foreach (var user in new[] { first, third, Accountant })
            await SignIn(user);

        // One firm registers while another takes its sub-account.
        await Killed(
            () => Post(third, $"/bidding/registrations/{lot.Number}", "register", ("bidder", $"{other}"), ("statement", "符合（示例）")),
            () => Post(first, $"/bidding/securities/{lot.Number}", "open", ("firm", $"{firm}"))
        );
        var page = await Get(first, $"/bidding/securities/{lot.Number}");
        var sub = SubAccount().Match(page).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);

        // The bank's file, while the bidder registers keys.
        var paid = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1);
        var file = TradingGround.File(
            CountyTime.DayOf(paid),
            0,
            lot.Security,
            TradingGround.Pays("S1", paid, lot.Security, sub, BidGround.Bidders[0].Firm)
        );
        await Killed(
            () => Post(Accountant, "/securities?show=import", "import", ("file", file)),
            () => Post(first, "/bidding/keys", "register", ("firm", $"{firm}"), ("keys", publicKeys))
        );

        // A piece on its way: what came is kept, and it goes on from there.
        var begun = await Ask(
            first,
            HttpMethod.Post,
            $"/api/bidding/lots/{lot.Number}/uploads?bidder={firm}",
            ("Upload-Length", $"{envelope.Length}")
        );
        begun.StatusCode.ShouldBe(HttpStatusCode.Created);
        var upload = begun.Headers.Location!.ToString();
        var under = Ask(first, HttpMethod.Patch, upload, ("Upload-Offset", "0"), new ByteArrayContent(envelope));
        await KillAt(Moments[kills++ % Moments.Length]);
        await Quietly(under);
        await Start();
        var here = await Offset(first, upload);
        here.ShouldBeLessThanOrEqualTo(envelope.Length);
        if (here < envelope.Length)
            await Ask(first, HttpMethod.Patch, upload, ("Upload-Offset", $"{here}"), new ByteArrayContent(envelope[here..]));
        (await Offset(first, upload)).ShouldBe(envelope.Length);

        // Handed in: one bid, one receipt, however often it is asked for.
        var receipts = await Killed(() => Submit(first, upload));
        var receipt = await (await Submit(first, upload)).Content.ReadAsStringAsync();
        receipts.ShouldAllBe(r => r == receipt);
        receipt.ShouldContain(Convert.ToHexStringLower(SHA256.HashData(envelope)));

        await Killed(() => Post(first, $"/bidding/lots/{lot.Number}", "withdraw", ("sure", "1")));
        await served!.Kill();

        await using (var house = await Journeys.Hall.Of(engine, storage))
        {
            (await house.Read(db => db.Registrations.CountAsync(r => r.LotId == lot.Id && r.Bidder == other))).ShouldBe(1);
            (await house.Read(db => db.BidSecurities.CountAsync())).ShouldBe(1);
            (await house.Read(db => db.StatementLines.CountAsync())).ShouldBe(1);
            (await house.Security(sub)).Stage.ShouldBeOfType<RefundDue>().Ground.ShouldBe(RefundGround.Withdrawn);
            (await house.Read(db => db.Certificates.CountAsync(c => c.Firm == firm))).ShouldBe(1);
            var bid = await house.Read(db => db.Bids.AsNoTracking().SingleAsync());
            bid.Stage.ShouldBeOfType<BidTakenBack>().Receipt.Serial.ShouldBe(1);
        }
        await AsRecorded();
    }

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_in_an_opening()
    {
        Assert.SkipWhen(engine.Missing is not null, engine.Missing ?? "");
        storage = await engine.Copy();
        var three = OpeningGround.Bidders.Take(3).ToArray();
        const string Chair = OpeningGround.Agency;
        string number;
        var keys = new Dictionary<string, string>();
        var firms = new Dictionary<string, long>();
        await using (var hall = await Journeys.Hall.Of(engine, storage, TimeProvider.System.GetUtcNow().AddMinutes(-310)))
        {
            var ground = await OpeningGround.In(hall, deadline: TimeSpan.FromMinutes(60));
            number = ground.Number;
            foreach (var (at, user) in three.Index())
            {
                await ground.HandsIn(user, price: 100_000_000 + at);
                (keys[user], firms[user]) = (ground.KeyOf(user), await ground.Firm(user));
            }
            await ground.HasARoom();
            await ground.Chair<ScheduleOpeningHandler, OpeningScheduled>((h, on) => h.Handle(new(number, new OpeningPlan(60)), on));
        }
        var (hallPage, chairPage) = ($"/openings/{number}", $"/openings/{number}/chair");
        await Start();
        foreach (var user in three.Append(Chair))
            await SignIn(user);

        await Killed(() => Do(Chair, chairPage, "begin"));
        await Killed([
            .. three.Select<string, Func<Task<HttpResponseMessage>>>(user =>
                () => Do(user, hallPage, "sign-in", ("firm", $"{firms[user]}"))
            ),
        ]);
        await Killed(() => Do(Chair, chairPage, "publish"));
        await Killed(() => Do(Chair, chairPage, "decrypt"));
        var bids = new Dictionary<string, string>();
        foreach (var user in three)
            bids[user] = BidField().Match(await Get(user, hallPage)).Groups[1].Value;
        await Killed([
            .. three.Select<string, Func<Task<HttpResponseMessage>>>(user =>
                () => Do(user, hallPage, "decrypt", ("bid", bids[user]), ("content-key", keys[user]))
            ),
        ]);
        await Killed(() => Do(Chair, chairPage, "close"));
        await Killed(() => Do(Chair, chairPage, "read"), () => Do(Chair, chairPage, "note", ("text", "示例记录")));
        await Killed(
            () => Do(three[1], hallPage, "object", ("firm", $"{firms[three[1]]}"), ("text", "示例异议")),
            () => Do(Chair, chairPage, "ask-confirm")
        );
        var objection = ObjectionField().Match(await Get(Chair, chairPage)).Groups[1].Value;
        await Killed([
            () => Do(Chair, chairPage, "answer", ("objection", objection), ("answer", "示例答复")),
            .. three.Select<string, Func<Task<HttpResponseMessage>>>(user =>
                () => Do(user, hallPage, "confirm", ("firm", $"{firms[user]}"))
            ),
        ]);
        await Killed(() => Do(Chair, chairPage, "end"));
        await served!.Kill();

        await using (var house = await Journeys.Hall.Of(engine, storage))
        {
            var session = await house.Read(db => db.OpeningSessions.AsNoTracking().SingleAsync(s => s.Number == number));
            session.Stage.ShouldBeOfType<Ended>();
            var listed = await house.Read(db => db.OpeningBids.AsNoTracking().Where(b => b.SessionId == session.Id).ToListAsync());
            listed.Count.ShouldBe(3);
            listed.ShouldAllBe(b => b.Stage is Decrypted);
            foreach (
                var (kind, times) in new[]
                {
                    ("sign-in-begun", 1),
                    ("bidder-signed-in", 3),
                    ("bidders-were-published", 1),
                    ("decryption-begun", 1),
                    ("decryption-tried", 3),
                    ("decryption-closed", 1),
                    ("reading-begun", 1),
                    ("opening-objected", 1),
                    ("opening-objection-answered", 1),
                    ("confirming-begun", 1),
                    ("record-confirmed", 3),
                    ("opening-was-ended", 1),
                    ("chair-noted", 1),
                }
            )
                (await house.Read(db => db.Facts.CountAsync(f => f.Kind == kind))).ShouldBe(times, kind);
            (await house.Read(db => db.Notices.CountAsync(n => n.Number.StartsWith(number)))).ShouldBe(1);
        }
        await AsRecorded();
    }

    [Fact]
    public async Task Nothing_is_lost_or_done_twice_from_the_draw_to_the_refund()
    {
        Assert.SkipWhen(engine.Missing is not null, engine.Missing ?? "");
        storage = await engine.Copy();
        const string Agency = OpeningGround.Agency;
        const string Entity = OpeningGround.Entity;
        const string Accountant = TradingGround.Accountant;
        var now = TimeProvider.System.GetUtcNow();
        AwardGround won;
        AwardGround shown;
        EvaluationGround scoring;
        EvaluationGround signing;
        DrawGround draw;
        string sub;
        IReadOnlyList<CandidateDetails> details;
        var contract = new Dictionary<string, string>();
        var winner = OpeningGround.Bidders[0];
        long firm;
        await using (var hall = await Journeys.Hall.Of(engine, storage, now.AddDays(-30)))
        {
            // A security that is due; the winner of one tender to be fixed; and, today, another's report to be published.
            var failed = await hall.HasTender(daysAhead: 2);
            sub = await hall.TakesPart(failed, "liang.jianbo", TradingGround.Hengzhu);
            var paid = hall.Now.AddMinutes(1);
            hall.Clock.Advance(TimeSpan.FromHours(1));
            var line = TradingGround.Pays("S1", paid, failed.Security, sub, TradingGround.Hengzhu);
            (await hall.Imports(TradingGround.File(CountyTime.DayOf(paid), 0, failed.Security, line))).ShouldBeDone();
            hall.Clock.Advance(TimeSpan.FromDays(3));
            await hall.Ends(failed, InventedEnd.Failed);
            (await hall.Get<StartRefundsHandler>().Handle(new(failed.Number, null, null), await hall.Occasion(Accountant))).ShouldBeDone();

            won = await AwardGround.In(hall);
            await won.Publishes();
            await won.PassesPublicity();
            firm = await won.Opening.Firm(winner);

            hall.Clock.SetUtcNow(now.AddDays(-8).AddHours(-20));
            draw = await DrawGround.In(hall);
            var asked = await draw.Ask<RequestDrawHandler, DrawWasRequested>(
                Agency,
                async (h, on) =>
                    await h.Handle(
                        draw.Request(
                            representatives: [await draw.Person(DrawGround.Representative)],
                            at: TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(29)
                        ),
                        on
                    )
            );
            draw.Draw = asked.Number;
            await draw.Publishes();
            await draw.Commits();
            var (party, user, share) = DrawGround.Sides()[1];
            await draw.Ask<RevealExpertShareHandler, ExpertShareRevealed>(user, (h, on) => h.Handle(new(draw.Draw, party, share), on));

            scoring = await EvaluationGround.In(hall);
            await scoring.Begins(minutes: 4000);
            await scoring.Elects();
            await scoring.AllClose();
            signing = await EvaluationGround.In(hall);
            await signing.Summarises();
            await signing.Drafts();
            foreach (var member in EvaluationGround.Members.SkipLast(1))
                await signing.Signs(member);

            shown = await AwardGround.In(hall);
            details = await shown.Details();
            hall.Now.ShouldBeLessThan(TimeProvider.System.GetUtcNow().UtcDateTime);
        }
        await Start();
        foreach (var user in EvaluationGround.Members.Concat([Agency, Entity, Accountant, winner]).Distinct())
            await SignIn(user);
        var wonPage = $"/tendering/{won.Tender}/award/{won.Lot}";
        var shownPage = $"/tendering/{shown.Tender}/award/{shown.Lot}";
        var drawPage = $"/tendering/{draw.Tender}/experts";
        var (scorer, last) = (EvaluationGround.Members[0], EvaluationGround.Members[^1]);
        var blind = BidField().Match(await Get(scorer, $"/evaluation/{scoring.Number}")).Groups[1].Value;

        await Killed(
            () => Do(Agency, drawPage, "reveal", ("share", DrawGround.Sides()[0].Share)),
            () => Do(scorer, $"/evaluation/{scoring.Number}", "score", ("bid", blind), ("item", "plan"), ("points", "17")),
            () => Do(last, $"/evaluation/{signing.Number}", "sign"),
            () =>
                Do(
                    Agency,
                    shownPage,
                    "publish",
                    [
                        .. details.SelectMany(d =>
                            new[] { ($"cert.{d.Bidder}", d.LeaderCertificates), ($"means.{d.Bidder}", d.Qualification) }
                        ),
                    ]
                ),
            () => Do(Entity, wonPage, "fix"),
            () => Post(Accountant, "/securities", "refund", ("of", sub))
        );
        List<ExpertCall> calls;
        await using (var house = await Journeys.Hall.Of(engine, storage, TimeProvider.System.GetUtcNow()))
            calls = await house.Read(db => db.ExpertCalls.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
        calls.Count.ShouldBe(DrawGround.Wanted.Sum(w => w.Count));
        calls.ShouldAllBe(c => c.Stage is Called);
        foreach (var call in calls)
            await SignIn(draw.UserOf(call));
        await Killed([
            .. calls.Select<ExpertCall, Func<Task<HttpResponseMessage>>>(call =>
                () => Do(draw.UserOf(call), "/expert", "yes", ("call", $"{call.Id}"))
            ),
            () => Do(Entity, wonPage, "notify", ("bond", "0")),
            () => Post(Accountant, "/securities?show=orders", "export"),
        ]);
        await Killed(
            () => Do(Agency, drawPage, "open"),
            () =>
                Do(
                    Entity,
                    wonPage,
                    "contract",
                    ("c.number", "示例合同〔2026〕1号"),
                    ("c.price", $"{AwardGround.PriceOf(0) / 100}"),
                    ("c.duration", "180"),
                    ("c.quality", "合格"),
                    ("c.leader", "示例负责人")
                )
        );
        await Killed(() => Post(winner, $"/bidding/results/{won.Lot}", "sign", ("bidder", $"{firm}"), ("sure", "1")));
        await Killed(() => Do(Entity, wonPage, "file"));
        await served!.Kill();

        await using (var house = await Journeys.Hall.Of(engine, storage))
        {
            foreach (
                var (fact, times) in new[]
                {
                    (typeof(ExpertsWereDrawn), 1),
                    (typeof(ExpertWasCalled), calls.Count),
                    (typeof(CallAnswered), calls.Count),
                    (typeof(SeatsWereFilled), 1),
                    (typeof(NamesWereOpened), 1),
                    (typeof(CandidatesShown), 2),
                    (typeof(WinnerWasFixed), 1),
                    (typeof(AwardNoticeIssued), 1),
                    (typeof(ContractWasProposed), 1),
                    (typeof(ContractWasSigned), 1),
                    (typeof(ContractFiled), 1),
                    (typeof(RefundInstructed), 1),
                    (typeof(OrdersExported), 1),
                }
            )
                (await house.Read(db => db.Facts.CountAsync(f => f.Kind == Recording.KindOf(fact)))).ShouldBe(times, fact.Name);
            (await house.Read(db => db.CommitteeSeats.CountAsync(s => s.TenderId == draw.Lot.TenderId))).ShouldBe(calls.Count + 1);
            var evaluation = await house.Read(db => db.LotEvaluations.Where(e => e.LotId == scoring.Lot).Select(e => e.Id).SingleAsync());
            (await house.Read(db => db.MemberScores.CountAsync(s => s.EvaluationId == evaluation))).ShouldBe(1);
            (await house.Read(db => EvaluationReport.Of(db, signing.Lot))).ShouldNotBeNull();
            (await house.Read(db => db.TradeResults.CountAsync())).ShouldBe(1);
            (await house.Read(db => db.LotAwards.AsNoTracking().SingleAsync(a => a.LotId == won.LotId)))
                .Stage.ShouldBeOfType<ContractSigned>()
                .Notice.ShouldNotBeNull();
            (await house.Security(sub)).Stage.ShouldBeOfType<RefundOrdered>();
            (await house.Read(db => db.PaymentOrders.AsNoTracking().SingleAsync())).Stage.ShouldBeOfType<OrderSent>();
        }
        await AsRecorded();
    }

    // ---- the kill ----

    /// <summary>Sends requests at once, kills the process while they are under way, starts it again and sends them once more. Answers what they said.</summary>
    private async Task<List<string>> Killed(params Func<Task<HttpResponseMessage>>[] asks)
    {
        var keep = asks.Select((_, i) => $"{kills}-{i}").ToArray();
        var under = asks.Select((ask, i) => Keyed(keep[i], ask)).ToArray();
        await KillAt(Moments[kills++ % Moments.Length]);
        var before = new List<string>();
        foreach (var one in under)
        {
            if (await Quietly(one) is { } answered)
                before.Add(answered);
        }
        await Start();
        foreach (var (i, ask) in asks.Index())
        {
            using var again = await Keyed(keep[i], ask);
            var body = await again.Content.ReadAsStringAsync();
            // A form leads on where it was done, an interface answers.
            (
                again.StatusCode is HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.OK
                && Alert().Match(body) is { Success: false }
            ).ShouldBeTrue($"step {keep[i]}: {(int)again.StatusCode} {Alert().Match(body).Value}\n{served!.Said}");
        }
        return before;
    }

    private static readonly AsyncLocal<string> Key = new();

    /// <summary>With a key of its own, the same both times.</summary>
    private async Task<HttpResponseMessage> Keyed(string key, Func<Task<HttpResponseMessage>> ask)
    {
        Key.Value = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{storage.Folder} {key}")).AsSpan(0, 16)).ToString("N");
        return await ask();
    }

    private async Task KillAt(int milliseconds)
    {
        await Task.Delay(milliseconds);
        await served!.Kill();
        await served.DisposeAsync();
    }

    /// <summary>The body of an answer that came before the kill; none where it did not.</summary>
    private static async Task<string?> Quietly(Task<HttpResponseMessage> under)
    {
        try
        {
            using var answer = await under;
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Found, HttpStatusCode.SeeOther, HttpStatusCode.NoContent);
            return await answer.Content.ReadAsStringAsync();
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task Start() => served = await Served.On(storage, "/log/key");

    private async Task AsRecorded()
    {
        var (code, said) = await Served.Run(storage, "doctor");
        said.Trim().ShouldBe("as recorded");
        code.ShouldBe(0);
    }

    // ---- people at their browsers: cookies and tokens outlive the process ----

    private async Task SignIn(string user)
    {
        people[user] = (new CookieContainer(), "");
        using var http = Client(user);
        (await http.PostAsJsonAsync("/api/session", new { user, password = DemonstrationCounty.Password })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        people[user] = people[user] with
        {
            Token = WebUtility.HtmlDecode(Token().Match(await http.GetStringAsync("/account")).Groups[1].Value),
        };
        people[user].Token.ShouldNotBeEmpty();
    }

    private HttpClient Client(string user) =>
        new(new SocketsHttpHandler { CookieContainer = people[user].Cookies, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(served!.Address),
        };

    private async Task<string> Get(string user, string path)
    {
        using var http = Client(user);
        return await http.GetStringAsync(path);
    }

    private Task<HttpResponseMessage> Do(string user, string path, string step, params (string Name, string Value)[] fields) =>
        Post(user, path, "act", [("do", step), .. fields]);

    private async Task<HttpResponseMessage> Post(string user, string path, string form, params (string Name, string Value)[] fields)
    {
        var content = new MultipartFormDataContent
        {
            { new StringContent(form), "_handler" },
            { new StringContent(people[user].Token), "__RequestVerificationToken" },
            { new StringContent(Key.Value!), "key" },
        };
        foreach (var (name, value) in fields)
        {
            if (name == "file")
                content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), name, "statement.csv");
            else
                content.Add(new StringContent(value), name);
        }
        using var http = Client(user);
        return await http.PostAsync(path, content);
    }

    private Task<HttpResponseMessage> Submit(string user, string upload) =>
        Ask(user, HttpMethod.Post, $"{upload}/submit", ("Idempotency-Key", "submission-of-the-bid"));

    private async Task<int> Offset(string user, string upload) =>
        int.Parse(
            (await Ask(user, HttpMethod.Head, upload, ("X-None", "-"))).Headers.GetValues("Upload-Offset").Single(),
            CultureInfo.InvariantCulture
        );

    private async Task<HttpResponseMessage> Ask(
        string user,
        HttpMethod method,
        string path,
        (string Name, string Value) header,
        HttpContent? body = null
    )
    {
        using var http = Client(user);
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add(header.Name, header.Value);
        return await http.SendAsync(request);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"sub-account\">([0-9 ]+)<")]
    private static partial Regex SubAccount();

    [GeneratedRegex("name=\"bid\" value=\"([^\"]+)\"")]
    private static partial Regex BidField();

    [GeneratedRegex("name=\"objection\" value=\"([0-9]+)\"")]
    private static partial Regex ObjectionField();

    [GeneratedRegex("role=\"alert\"[^>]*>.{0,600}", RegexOptions.Singleline)]
    private static partial Regex Alert();
}

public sealed class A_kill_at_every_step_of_the_floor_on_the_embedded_database() : A_kill_at_every_step_of_the_floor(Engine.Embedded);

public sealed class A_kill_at_every_step_of_the_floor_on_PostgreSQL() : A_kill_at_every_step_of_the_floor(Engine.Postgres);
