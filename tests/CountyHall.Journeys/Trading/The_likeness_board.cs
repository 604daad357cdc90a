using System.Text;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Recomputation;
using CountyHall.Trading.Similarity;
using CountyHall.Trading.Similarity.Board;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>Regulation on the Bidding Law art. 40, TR-6.2 and TR-6.7: found by the machine, read and judged by a person, referred with its evidence, answered.</summary>
public abstract class The_likeness_board(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task A_planted_pair_is_found_read_judged_referred_and_answered()
    {
        var ground = await LikenessGround.In(Hall);
        var run = await ground.Runs();
        (run.Serial, run.Bids).ShouldBe((1, 4));
        var report = await ground.Report();
        report.Sha256.ShouldBe(run.Sha256);

        // Found: the pair first, with both places, and the account that paid for both; among honest bids nothing of weight.
        var pair = report.Content.Pairs[0];
        (pair.A, pair.B, pair.Grade).ShouldBe(("B002", "B003", LikenessGrade.Presumed));
        report.Content.Pairs.Skip(1).ShouldAllBe(p => p.Score < 0.5);
        var copied = pair.Reasons.Single(r => r.Code == LikenessCodes.TextCopy);
        (copied.InA.Count >= 6, copied.InB.Count >= 6).ShouldBe((true, true));
        foreach (var place in copied.InA)
            copied.InB.Any(other => other.Shared.Contains(place.Shared[..20])).ShouldBeTrue(place.Shared);
        pair.Reasons.Single(r => r.Code == LikenessCodes.Bank).Compared.ShouldEndWith("尾号 0001");
        pair.Reasons.ShouldAllBe(r => r.Harmless.Length > 0 && r.BaseRate > 0);

        // The bill check names the cells of the fourth bid, and is silent on the others.
        report.Content.Bids.Where(b => b.Id != "B004").ShouldAllBe(b => b.Bill.Count == 0 && b.BillRows == 4);
        report
            .Content.Bid("B004")!
            .Bill.Select(f => (f.Fault, f.Row, f.Column))
            .ShouldBe([(BillFault.Arithmetic, 3, "合价"), (BillFault.MissingItem, 5, "项目编码")]);
        report.Content.Notes.Count(n => n.Contains("示例扫描.pdf")).ShouldBe(4, "What is not compared is said.");

        // Nothing is referred that no person has confirmed, and nobody alone.
        (await RefusedToRefer(ground, "B002", "B003")).ShouldBeOfType<NotConfirmed>();
        await ground.Judges(false);
        (await RefusedToRefer(ground, "B002", "B003")).ShouldBeOfType<NotConfirmed>();
        await ground.Judges(true);
        (await RefusedToRefer(ground, "B002")).ShouldBeOfType<TooFewSuspects>();
        (await RefusedToRefer(ground, "B001", "B002", "B003")).ShouldBeOfType<NotConfirmed>();
        (await RefusedToRefer(ground, to: "scjg", suspects: (string[])["B002", "B003"])).ShouldBeOfType<OfficeNotCompetent>();
        var referred = await ground.Refers(["B002", "B003"], "trading-office");
        referred.Suspects.Select(s => s.Id).ShouldBe(["B002", "B003"]);

        // The evidence verifies by itself, and a changed character is found.
        var pack = (await Referral(referred.Number)).Pack;
        Recomputed.Of(Encoding.UTF8.GetBytes(pack)).ShouldNotBeNull().ShouldAllBe(line => line.Holds);
        var changed = pack.Replace("请依法查处", "请依法查办", StringComparison.Ordinal);
        Recomputed.Of(Encoding.UTF8.GetBytes(changed))!.Single(line => !line.Holds).What.Zh.ShouldContain("证据的哈希");

        // Another run and another verdict later change nothing of it.
        (await ground.Runs(OpeningGround.Supervisor)).Serial.ShouldBe(2);
        await ground.Judges(false, report: 2);
        (await Referral(referred.Number)).Pack.ShouldBe(pack);
        (await RefusedToRefer(ground, "B002", "B003")).ShouldBeOfType<ReportOutdated>().Newest.ShouldBe(2);

        // The department answers; with that it is closed.
        await ground.Opening.Ask<AnswerReferralHandler, ReferralWasAnswered>(
            "meng.hanzhi",
            (h, on) => h.Handle(new(referred.Number, ReferralOutcome.Established, "示例处罚决定〔2026〕1号"), on)
        );
        var closed = await Referral(referred.Number);
        closed.Stage.ShouldBeOfType<ReferralAnswered>().Outcome.ShouldBe(ReferralOutcome.Established);
        closed.Pack.ShouldBe(pack);
        (
            await ground.Opening.Refused<AnswerReferralHandler, ReferralWasAnswered>(
                "meng.hanzhi",
                (h, on) => h.Handle(new(referred.Number, ReferralOutcome.NotEstablished, "示例"), on)
            )
        ).ShouldBeOfType<ReferralOver>();
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_compared_before_the_opening_has_ended()
    {
        var ground = await LikenessGround.In(Hall, ends: false);
        (await ground.Opening.Lot()).Stage.ShouldBeOfType<BeingOpened>();
        (
            await ground.Opening.Refused<RunSimilarityHandler, LikenessWasRun>(
                OpeningGround.Venue,
                (h, on) => h.Handle(new(ground.Lot), on)
            )
        ).ShouldBeOfType<OpeningNotOver>();
        await ground.Opening.Chair<EndOpeningHandler, OpeningWasEnded>((h, on) => h.Handle(new(ground.Opening.Number, "示例"), on));
        (
            await ground.Opening.Refused<RunSimilarityHandler, LikenessWasRun>(
                OpeningGround.Venue,
                (h, on) => h.Handle(new(ground.Lot, "这不是清单"), on)
            )
        ).ShouldBeOfType<BlankBillUnreadable>();
        (
            await ground.Opening.Ask<RunSimilarityHandler, LikenessWasRun>(OpeningGround.Venue, (h, on) => h.Handle(new(ground.Lot), on))
        ).BillFindings.ShouldBe(1, "Without a blank bill nobody knows what is missing.");
    }

    private Task<CollusionReferral> Referral(string number) =>
        Hall.Read(db => db.CollusionReferrals.AsNoTracking().SingleAsync(r => r.Number == number));

    private static Task<Refusal> RefusedToRefer(LikenessGround ground, params string[] suspects) => RefusedToRefer(ground, "zjj", suspects);

    private static Task<Refusal> RefusedToRefer(LikenessGround ground, string to, IReadOnlyList<string> suspects) =>
        ground.Opening.Refused<ReferCollusionHandler, CollusionWasReferred>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(ground.Lot, 1, suspects, to, "示例"), on)
        );
}

public sealed class The_likeness_board_on_the_embedded_database(EmbeddedHall hall) : The_likeness_board(hall), IClassFixture<EmbeddedHall>;

public sealed class The_likeness_board_on_PostgreSQL(PostgresHall hall) : The_likeness_board(hall), IClassFixture<PostgresHall>;
