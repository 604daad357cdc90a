using CountyHall.Trading.Award;
using CountyHall.Trading.Projects;
using CsCheck;
using static CountyHall.Trading.Rules.Award.AwardGround;
using static CountyHall.Trading.Rules.TenderDesk;

namespace CountyHall.Trading.Rules.Award;

/// <summary>Whatever happens to an award, in any order: one winner, from the candidates, and no contract before its time.</summary>
[Trait("Rule", "TR-3.31")]
public class Any_award
{
    private static readonly Gen<(int Bids, List<(int Step, int Hours)> Steps)> Histories = Gen.Select(
        Gen.Int[0, 6],
        Gen.Select(Gen.Int[0, 13], Gen.Int[1, 60]).List[1, 60]
    );

    [Fact]
    public void There_is_one_winner_from_the_candidates_and_no_contract_before_publicity_and_objections_are_over()
    {
        var (signed, failed, waited) = (0, 0, 0);
        Histories.Sample(
            history =>
            {
                var course = new Course(history.Bids);
                foreach (var (step, hours) in history.Steps)
                    course.Do(step, hours);
                Interlocked.Add(ref signed, course.Signed ? 1 : 0);
                Interlocked.Add(ref failed, course.Failed ? 1 : 0);
                Interlocked.Add(ref waited, course.Waited ? 1 : 0);
            },
            iter: 10_000
        );
        // The histories do get somewhere, else the property says nothing.
        signed.ShouldBeGreaterThan(50);
        failed.ShouldBeGreaterThan(50);
        waited.ShouldBeGreaterThan(50);
    }

    private sealed class Course(int bids)
    {
        private readonly IReadOnlyList<Trading.Evaluation.RankedBid> ranking = Ranking(bids);
        private AwardStage stage = AwardStage.Receive(At("2026-09-07 10:00"));
        private DateTime now = At("2026-09-07 10:00");
        private DateTime? publishedAt;
        private bool objection;
        private long winner;

        public bool Signed { get; private set; }
        public bool Failed => stage is AwardFailed;
        public bool Waited { get; private set; }

        public void Do(int step, int hours)
        {
            now = now.AddHours(hours);
            var before = stage;
            stage = (step, stage) switch
            {
                (0 or 1, ReportReceived r) when Candidates(ranking, r.Passed) is { Count: > 0 } candidates => Publish(r, candidates),
                (2, ReportReceived r) when Candidates(ranking, r.Passed).Count == 0 => r.Fail(now, FailureReason.AllRejected),
                (3, CandidatesPublished p) => Object(p),
                (4, _) => Answer(),
                (5, CandidatesPublished p) when p.Slate.First is { } first => p.Strike(
                    Passed(first.Bidder, PassOverGround.UnlawfulAct, now)
                ),
                (6, CandidatesPublished p) when objection => Refer(p),
                (7, ReferredBack b) => b.Conclude(
                    now,
                    bids % 2 == 0 || ranking.Count == 0 ? [] : [Passed(1, PassOverGround.RejectedOnReview, now)]
                ),
                (8 or 9, CandidatesPublished p) => Fix(p),
                (10, WinnerFixed w) => w.Notify(now, 0),
                (11, WinnerNotified n) => n.Propose(
                    now,
                    new("1", n.Winner.Price, n.Winner.Duration, n.Winner.Quality, n.Winner.Leader, [])
                ),
                (12, ContractProposed c) => c.Sign(now),
                (13, WinnerStands w) => w.Slate.Without(Passed(w.Winner.Bidder, PassOverGround.GaveUp, now)).First is null
                    ? w.Fail(now, FailureReason.NoCandidateLeft)
                    : w.PassOver(now, Passed(w.Winner.Bidder, PassOverGround.GaveUp, now)),
                _ => stage,
            };
            if (!ReferenceEquals(before, stage))
                Check();
        }

        private void Check()
        {
            var (slate, now) = stage switch
            {
                WinnerStands w => (w.Slate, w.Winner),
                _ => (null, null),
            };
            if (now is not null)
            {
                slate!.Candidates.ShouldContain(now);
                slate.Candidates.Count.ShouldBeLessThanOrEqualTo(3);
                // The first of those who are left, and whoever was passed over never again.
                slate.Standing.First().ShouldBe(now);
                slate.Passed.ShouldNotContain(p => p.Bidder == now.Bidder);
                if (winner != 0 && winner != now.Bidder)
                    slate.Passed.ShouldContain(p => p.Bidder == winner);
                winner = now.Bidder;
                objection.ShouldBeFalse();
            }
            if (stage is ContractSigned contract)
            {
                Signed = true;
                contract.Winner.Bidder.ShouldBe(winner);
                contract.Contract.Price.ShouldBe(contract.Winner.Price);
                contract.At.ShouldBeGreaterThan(
                    AwardRules.EndOf(new CandidatesPublished(publishedAt!.Value, new Slate([], []), "", 0), Calendar, publishedAt.Value)
                );
            }
        }

        private CandidatesPublished Publish(ReportReceived received, IReadOnlyList<Candidate> candidates)
        {
            publishedAt = now;
            return received.Publish(now, candidates, "示例");
        }

        private CandidatesPublished Object(CandidatesPublished published)
        {
            if (AwardRules.MayObject(published, Calendar, now) is null)
                objection = true;
            return published;
        }

        private AwardStage Answer()
        {
            objection = false;
            return stage;
        }

        private ReferredBack Refer(CandidatesPublished published)
        {
            objection = false;
            return published.Refer(now, "示例问题");
        }

        private AwardStage Fix(CandidatesPublished published)
        {
            var why = AwardRules.MayFix(published, objection, Calendar, now);
            Waited |= why is ResultSuspended;
            return why is null ? published.Fix(now)
                : why is NobodyToPublish ? published.Fail(now, FailureReason.NoCandidateLeft)
                : published;
        }
    }
}
