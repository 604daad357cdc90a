using System.Text;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using CountyHall.Trading;
using CountyHall.Trading.Award;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Securities;
using Microsoft.EntityFrameworkCore;
using static CountyHall.Journeys.Trading.AwardGround;

namespace CountyHall.Journeys.Trading;

/// <summary>From the signed report to the archive, with what may come between.</summary>
public abstract class The_life_of_an_award(Hall hall) : On_either_database(hall)
{
    private const string Entity = OpeningGround.Entity;

    [Fact]
    [Trait("Rule", "TR-3.35")]
    public async Task A_tender_goes_from_the_report_to_the_archive()
    {
        var ground = await In(Hall);
        var shown = await ground.Publishes();
        shown.Candidates.Select(c => c.Price).ShouldBe([PriceOf(0), PriceOf(1), PriceOf(2)]);
        (await Stage(ground)).ShouldBeOfType<InPublicity>();

        // Not a millisecond before the end of the publicity.
        ground.Opening.At(shown.Until);
        (await Refused<FixWinnerHandler, WinnerWasFixed>(ground, Entity, (h, on) => h.Handle(new(ground.Lot), on)))
            .ShouldBeOfType<PublicityLasts>()
            .End.ShouldBe(shown.Until);
        await ground.PassesPublicity();
        (await ground.Fixes()).Winner.ShouldBe(await ground.Opening.Firm(Bidders[0]));

        // The bond is a tenth at most, to the fen.
        (
            await Refused<IssueAwardNoticeHandler, AwardNoticeIssued>(
                ground,
                Entity,
                (h, on) => h.Handle(new(ground.Lot, PriceOf(0) / 10 + 1), on)
            )
        ).ShouldBeOfType<BondTooHigh>();
        var notice = await ground.Notifies(PriceOf(0) / 10);
        notice.Printed.Fields.Select(f => f.Value).ShouldContain(v => v.Contains("叁佰万元整", StringComparison.Ordinal));
        var result = (await Hall.Read(db => TradeResult.Newest(db, ground.LotId))).ShouldNotBeNull();
        (result.Amount, result.Compared, result.Gain).ShouldBe((PriceOf(0), Most, Most - PriceOf(0)));

        await ground.Opening.Ask<ReportAwardHandler, AwardReported>(
            OpeningGround.Agency,
            (h, on) => h.Handle(new(ground.Lot, "补充（示例）"), on)
        );
        (
            await Refused<ReportAwardHandler, AwardReported>(ground, Entity, (h, on) => h.Handle(new(ground.Lot, null), on))
        ).ShouldBeOfType<ReportedAlready>();

        // A contract that departs from the bid is refused and shown; one that keeps to it is signed, once the bond is there.
        var contract = await ground.Contract();
        var departs = (
            await Refused<ProposeContractHandler, ContractWasProposed>(
                ground,
                Entity,
                (h, on) => h.Handle(new(ground.Lot, contract with { Price = contract.Price + 1, Leader = "另一人" }), on)
            )
        ).ShouldBeOfType<ContractDeparts>();
        departs.Departures.Select(d => d.What.Zh).ShouldBe(["合同价", "项目负责人"]);
        await ground.Proposes();
        var winner = await ground.Opening.Firm(Bidders[0]);
        (
            await Refused<SignContractHandler, ContractWasSigned>(ground, Bidders[0], (h, on) => h.Handle(new(ground.Lot, winner), on))
        ).ShouldBeOfType<BondNotThere>();
        await ground.Opening.Ask<ReceiveBondHandler, BondReceived>(
            Entity,
            (h, on) => h.Handle(new(ground.Lot, PriceOf(0) / 10, "示例银行保函 001 号"), on)
        );
        await ground.Signs(Bidders[0]);

        // The securities of winner and losers became due by themselves, five days from the signing.
        foreach (var user in Bidders)
        {
            var due = (await ground.SecurityOf(user)).Stage.ShouldBeOfType<RefundDue>();
            due.Ground.ShouldBe(RefundGround.Contract);
            due.Clock.StartedAt.ShouldBe(Hall.Now);
            due.Clock.Budget.ShouldBe(5);
        }

        (
            await Refused<CompleteContractHandler, ContractCompleted>(ground, Entity, (h, on) => h.Handle(new(ground.Lot, "合格"), on))
        ).ShouldBeOfType<ContractNotPublished>();
        await ground.Opening.Ask<PublishContractHandler, ContractFiled>(OpeningGround.Agency, (h, on) => h.Handle(new(ground.Lot), on));
        await ground.Opening.Ask<RecordPerformanceHandler, PerformanceRecorded>(
            Entity,
            (h, on) => h.Handle(new(ground.Lot, PerformanceKind.Payment, 90_000_000_00L, "第一期工程款（示例）"), on)
        );
        (
            await Refused<ArchiveTenderHandler, TenderWasArchived>(
                ground,
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Tender), on)
            )
        ).ShouldBeOfType<NotYetToArchive>();
        await ground.Opening.Ask<CompleteContractHandler, ContractCompleted>(
            Entity,
            (h, on) => h.Handle(new(ground.Lot, "竣工验收合格，示例验收〔2026〕1号"), on)
        );
        var archived = await ground.Opening.Ask<ArchiveTenderHandler, TenderWasArchived>(
            OpeningGround.Agency,
            (h, on) => h.Handle(new(ground.Tender), on)
        );
        (await Stage(ground)).ShouldBeOfType<Archived>();
        (await ground.Kinds()).ShouldBe([
            NoticeKind.OpeningRecord,
            NoticeKind.Candidates,
            NoticeKind.Result,
            NoticeKind.Contract,
            NoticeKind.Performance,
            NoticeKind.Performance,
        ]);

        // The package gives the hashes that were archived, and an altered byte is named.
        var tender = await Hall.Tender(ground.Tender);
        var archive = await Hall.Read(db => db.TenderArchives.AsNoTracking().SingleAsync(a => a.TenderId == tender.Id));
        archive.Sha256.ShouldBe(archived.Sha256);
        archive.Manifest.Files.Count.ShouldBe(archived.Files);
        Hall.Clock.Advance(TimeSpan.FromDays(40));
        var files = await Hall.Read(db => ArchivePackage.Files(db, tender, archive.At));
        ArchivePackage.Compare(archive.Manifest, files).ShouldAllBe(l => l.Holds);
        var fact = await Hall.Read(db =>
            db.Facts.AsNoTracking().SingleAsync(f => f.Subject == archive.Id && f.Kind == "tender-was-archived")
        );
        var evidence = new ArchiveEvidence(ProofCode.Of(fact.Id), Encoding.UTF8.GetString(PublicLog.Entry(fact)), fact.Body, null);
        using var package = new MemoryStream();
        await ArchivePackage.Write(package, files, archive.Manifest, evidence);
        package.Position = 0;
        (await ArchivePackage.Check(package)).ShouldNotBeNull().Lines.ShouldAllBe(l => l.Holds);
        using var altered = new MemoryStream();
        await ArchivePackage.Write(
            altered,
            [.. files.Select(f => f.Path == $"contract/{ground.Lot}.json" ? (f.Path, [.. f.Bytes, (byte)' ']) : f)],
            archive.Manifest,
            evidence
        );
        altered.Position = 0;
        (await ArchivePackage.Check(altered)).ShouldNotBeNull().Lines.Single(l => !l.Holds).What.Zh.ShouldBe($"contract/{ground.Lot}.json");
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "TR-3.30")]
    public async Task An_objection_suspends_and_goes_back_to_the_committee_which_takes_a_candidate_out()
    {
        var ground = await In(Hall, [0, 1, 2, 3]);
        await ground.Publishes();
        var raised = await ground.Objects(Bidders[3]);
        await ground.PassesPublicity();
        (
            await Refused<FixWinnerHandler, WinnerWasFixed>(ground, Entity, (h, on) => h.Handle(new(ground.Lot), on))
        ).ShouldBeOfType<ResultSuspended>();
        var late = await ground.Opening.Firm(Bidders[1]);
        (
            await Refused<ObjectToResultHandler, ResultObjected>(
                ground,
                Bidders[1],
                (h, on) => h.Handle(new(ground.Lot, late, null, "示例"), on)
            )
        ).ShouldBeOfType<NotInPublicity>();

        await ground.Opening.Ask<AnswerResultObjectionHandler, ResultObjectionAnswered>(
            OpeningGround.Agency,
            (h, on) => h.Handle(new(ground.Lot, raised.Number, ObjectionOutcome.ReferredToCommittee, "交评标委员会复核（示例）"), on)
        );
        (
            await Refused<FixWinnerHandler, WinnerWasFixed>(ground, Entity, (h, on) => h.Handle(new(ground.Lot), on))
        ).ShouldBeOfType<WrongAwardStage>();
        foreach (var (at, member) in Members.Index())
            (await ground.Reviews(member, at < 3 ? Bidders[0] : null)).Concluded.ShouldBe(at == Members.Length - 1);

        // The first is out; the fourth moves up into the candidates, with the rank it had.
        var again = await ground.Publishes();
        again.Candidates.Select(c => c.Rank).ShouldBe([2, 3, 4]);
        await ground.PassesPublicity();
        (await ground.Fixes()).Winner.ShouldBe(await ground.Opening.Firm(Bidders[1]));
        (await ground.Kinds()).Count(k => k == NoticeKind.Candidates).ShouldBe(2);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_objection_that_does_not_hold_lets_the_award_go_on_and_one_on_proof_strikes_the_candidate()
    {
        var ground = await In(Hall);
        await ground.Publishes();
        var (first, second) = (await ground.Objects(Bidders[3], "一（示例）"), await ground.Objects(Bidders[2], "二（示例）"));
        // Somebody who did not bid says how the result touches him.
        var stranger = (await Hall.Occasion("lu.songnian")).By.Person!.Value;
        (
            await Refused<ObjectToResultHandler, ResultObjected>(
                ground,
                "lu.songnian",
                (h, on) => h.Handle(new(ground.Lot, stranger, " ", "示例"), on)
            )
        ).ShouldBeOfType<InterestMissing>();
        await Answer(first.Number, ObjectionOutcome.NotUpheld);
        await ground.PassesPublicity();
        (
            await Refused<FixWinnerHandler, WinnerWasFixed>(ground, Entity, (h, on) => h.Handle(new(ground.Lot), on))
        ).ShouldBeOfType<ResultSuspended>();
        var candidate = await ground.Opening.Firm(Bidders[0]);
        (
            await Refused<AnswerResultObjectionHandler, ResultObjectionAnswered>(
                ground,
                Entity,
                (h, on) => h.Handle(new(ground.Lot, second.Number, ObjectionOutcome.CandidateStruck, "属实", candidate), on)
            )
        ).ShouldBeOfType<EvidenceMissing>();
        await Answer(second.Number, ObjectionOutcome.CandidateStruck, candidate, "示例处罚决定〔2026〕1号");
        (await ground.Fixes()).Winner.ShouldBe(await ground.Opening.Firm(Bidders[1]));

        Task Answer(int number, ObjectionOutcome outcome, long? struck = null, string? evidence = null) =>
            ground.Opening.Ask<AnswerResultObjectionHandler, ResultObjectionAnswered>(
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Lot, number, outcome, "示例答复", struck, evidence), on)
            );
    }

    [Fact]
    [Trait("Rule", "TR-3.31")]
    public async Task A_winner_who_declines_loses_the_security_and_the_second_candidate_wins()
    {
        var ground = await In(Hall);
        await ground.Publishes();
        await ground.PassesPublicity();
        await ground.Fixes();
        await ground.Notifies();
        var winner = await ground.Opening.Firm(Bidders[0]);

        // Without the firm's own declaration nobody says that it gave up; the other grounds need what the house knows of them.
        foreach (
            var ground_ in (PassOverGround[])[PassOverGround.GaveUp, PassOverGround.NoPerformanceBond, PassOverGround.RejectedOnReview]
        )
            (
                await Refused<PassOverHandler, CandidatePassedOver>(
                    ground,
                    Entity,
                    (h, on) => h.Handle(new(ground.Lot, winner, ground_, "示例"), on)
                )
            ).ShouldBeOfType<NoGroundToPassOver>();
        await ground.Opening.Ask<GiveUpHandler, AwardGivenUp>(
            Bidders[0],
            (h, on) => h.Handle(new(ground.Lot, winner, "资金困难（示例）"), on)
        );
        (
            await Refused<PassOverHandler, CandidatePassedOver>(
                ground,
                Entity,
                (h, on) => h.Handle(new(ground.Lot, winner, PassOverGround.GaveUp, " "), on)
            )
        ).ShouldBeOfType<EvidenceMissing>();
        var passed = await ground.Opening.Ask<PassOverHandler, CandidatePassedOver>(
            Entity,
            (h, on) => h.Handle(new(ground.Lot, winner, PassOverGround.GaveUp, "放弃声明 1 号（示例）"), on)
        );
        var second = await ground.Opening.Firm(Bidders[1]);
        (passed.Next, passed.Kept).ShouldBe((second, AwardGround.Security));
        (await ground.SecurityOf(Bidders[0])).Stage.ShouldBeOfType<Forfeited>().Ground.ShouldBe(ForfeitGround.NoContract);
        (await Hall.Read(db => TradeResult.Newest(db, ground.LotId)))!.Winner.ShouldBeNull();

        await ground.Notifies(0);
        await ground.Proposes();
        await ground.Signs(Bidders[1]);
        var results = await Hall.Read(db =>
            db.TradeResults.AsNoTracking().Where(r => r.LotId == ground.LotId).OrderBy(r => r.Serial).ToListAsync()
        );
        // The old values stay, and the newest counts.
        results
            .Select(r => (r.Winner, r.Amount, r.Gain))
            .ShouldBe([(winner, PriceOf(0), Most - PriceOf(0)), (null, 0, 0), (second, PriceOf(1), Most - PriceOf(1))]);
        (await Hall.Read(db => TradeResult.Counting(db, "330421").SingleAsync(r => r.LotId == ground.LotId))).Amount.ShouldBe(PriceOf(1));
        (await ground.SecurityOf(Bidders[1])).Stage.ShouldBeOfType<RefundDue>();
        (await ground.SecurityOf(Bidders[0])).Stage.ShouldBeOfType<Forfeited>();
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_winner_without_a_bond_in_time_is_passed_over_and_the_entity_may_tender_again()
    {
        var ground = await In(Hall);
        await ground.Publishes();
        await ground.PassesPublicity();
        await ground.Fixes();
        await ground.Notifies();
        var winner = await ground.Opening.Firm(Bidders[0]);
        var told = (WinnerNotified)(await ground.Award()).Stage;
        var due = told.Clock.Read(Hall.Get<CountyCalendar>().Now, Hall.Now).DueAt;
        PassOver ask = new(ground.Lot, winner, PassOverGround.NoPerformanceBond, "催告函（示例）", TenderAgain: true);
        ground.Opening.At(due);
        (
            await Refused<PassOverHandler, CandidatePassedOver>(ground, Entity, (h, on) => h.Handle(ask, on))
        ).ShouldBeOfType<NoGroundToPassOver>();
        ground.Opening.At(due.AddMilliseconds(1));
        await ground.Opening.Ask<PassOverHandler, CandidatePassedOver>(Entity, (h, on) => h.Handle(ask, on));
        (await Stage(ground)).ShouldBeOfType<Failed>().Reason.ShouldBe(FailureReason.EntityTendersAgain);
        (await ground.SecurityOf(Bidders[0])).Stage.ShouldBeOfType<Forfeited>().Ground.ShouldBe(ForfeitGround.NoPerformanceBond);
        (await ground.SecurityOf(Bidders[1])).Stage.ShouldBeOfType<RefundDue>().Ground.ShouldBe(RefundGround.LotFailed);
        (await Hall.Get<TenderAgainHandler>().Handle(new(ground.Tender), await Hall.Occasion(OpeningGround.Agency)))
            .ShouldBeDone()
            .Round.ShouldBe(2);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "TR-3.41")]
    public async Task A_report_without_a_ranking_fails_the_lot_which_is_tendered_again()
    {
        var ground = await In(Hall, []);
        var details = await ground.Details();
        (
            await Refused<PublishCandidatesHandler, CandidatesShown>(
                ground,
                OpeningGround.Agency,
                (h, on) => h.Handle(new(ground.Lot, details), on)
            )
        ).ShouldBeOfType<NobodyToPublish>();
        await ground.Opening.Ask<FailAwardHandler, AwardFellThrough>(OpeningGround.Agency, (h, on) => h.Handle(new(ground.Lot), on));
        (await Stage(ground)).ShouldBeOfType<Failed>().Reason.ShouldBe(FailureReason.AllRejected);
        (await ground.Kinds()).Last().ShouldBe(NoticeKind.FailedTender);
        (await ground.SecurityOf(Bidders[2])).Stage.ShouldBeOfType<RefundDue>();
        var again = (
            await Hall.Get<TenderAgainHandler>().Handle(new(ground.Tender), await Hall.Occasion(OpeningGround.Agency))
        ).ShouldBeDone();
        (await Hall.LotsOf(again.Number)).Single().Follows.ShouldBe(ground.LotId);
        (await Hall.Examine()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lot_with_candidates_does_not_fail()
    {
        var ground = await In(Hall);
        (
            await Refused<FailAwardHandler, AwardFellThrough>(ground, OpeningGround.Agency, (h, on) => h.Handle(new(ground.Lot), on))
        ).ShouldBeOfType<CandidatesAreLeft>();
    }

    [Theory]
    [InlineData(0, true)] // the price itself
    [InlineData(-1, false)]
    public async Task An_award_above_the_control_price_is_refused(long under, bool may)
    {
        var ground = await In(Hall, [0, 1, 2], most: PriceOf(2) + under);
        var details = await ground.Details();
        var answer = await Hall.Get<PublishCandidatesHandler>().Handle(new(ground.Lot, details), await Hall.Occasion(OpeningGround.Agency));
        if (may)
            answer.ShouldBeDone();
        else
        {
            answer.Refusal().ShouldBeRefused<AboveMaximumPrice>();
            await ground.Opening.Ask<ReferBackHandler, ReportReferredBack>(
                Entity,
                (h, on) => h.Handle(new(ground.Lot, "报价高于最高限价（示例）"), on)
            );
            foreach (var member in Members)
                await ground.Reviews(member, Bidders[2]);
            (await ground.Publishes()).Candidates.Count.ShouldBe(2);
        }
    }

    [Fact]
    [Trait("Rule", "TR-3.22")]
    public async Task A_lot_that_failed_twice_stops_when_the_department_agrees()
    {
        var once = await OpeningGround.In(Hall);
        var ground = await FailedTwice(Hall);
        var lot = ground.Lots[0].Number;
        foreach (var other in (string[])[once.Lots[0].Number, (await Hall.LotsOf((await Hall.Tender(ground.Number)).Number))[0].Number])
            if (other != lot)
                (await Hall.Get<AskToStopHandler>().Handle(new(other, "示例"), await Hall.Occasion(Entity)))
                    .Refusal()
                    .ShouldBeRefused<NotFailedTwice>();
        await Asks();
        (await Hall.Get<AskToStopHandler>().Handle(new(lot, "示例"), await Hall.Occasion(Entity)))
            .Refusal()
            .ShouldBeRefused<StopAskedAlready>();
        await Decides(false);
        (await Lot()).ShouldBeOfType<Failed>();
        await Asks();
        await Decides(true);
        (await Lot()).ShouldBeOfType<Stopped>();
        (await Hall.Get<TenderAgainHandler>().Handle(new(ground.Number), await Hall.Occasion(OpeningGround.Agency)))
            .Refusal()
            .ShouldBeRefused<NothingFailed>();
        (await Hall.NoticesOf(ground.Number))[^1].Kind.ShouldBe(NoticeKind.Termination);
        (await Hall.Examine()).ShouldBeEmpty();

        async Task<LotStage> Lot() => (await ground.Lot()).Stage;

        Task Asks() => ground.Ask<AskToStopHandler, StopAsked>(Entity, (h, on) => h.Handle(new(lot, "两次流标（示例）"), on));

        Task Decides(bool approve) =>
            ground.Ask<DecideStopHandler, StopDecided>(OpeningGround.Supervisor, (h, on) => h.Handle(new(lot, approve, "示例意见"), on));
    }

    private async Task<LotStage> Stage(AwardGround ground) => (await ground.Opening.Lot()).Stage;

    private static Task<Kernel.Results.Refusal> Refused<THandler, T>(
        AwardGround ground,
        string user,
        Func<THandler, Occasion, Task<Kernel.Results.Result<T>>> ask
    )
        where THandler : notnull => ground.Opening.Refused(user, ask);
}

public sealed class The_life_of_an_award_on_the_embedded_database(EmbeddedHall hall)
    : The_life_of_an_award(hall),
        IClassFixture<EmbeddedHall>;

public sealed class The_life_of_an_award_on_PostgreSQL(PostgresHall hall) : The_life_of_an_award(hall), IClassFixture<PostgresHall>;
