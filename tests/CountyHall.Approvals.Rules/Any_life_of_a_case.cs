using System.Text.Json;
using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Catalogue;
using CountyHall.Approvals.Issue;
using CountyHall.Approvals.Review;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CsCheck;
using static CountyHall.Approvals.Rules.Desk;

namespace CountyHall.Approvals.Rules;

/// <summary>What holds of every case, whatever anybody tries at whatever time. Steps that do not fit are refused and change nothing.</summary>
public class Any_life_of_a_case
{
    private static readonly ServiceGuide Licence = Guide(Restaurant);

    private enum Try
    {
        Accept,
        AcceptWithGaps,
        AskForCorrection,
        RefuseToAccept,
        RefuseAfterCorrection,
        Supply,
        FixOnSpot,
        Check,
        Agree,
        AgreeToo,
        Disagree,
        Pause,
        Resume,
        Extend,
        Withdraw,
        Make,
        HandOver,
        Archive,
        Wait,
    }

    /// <param name="User">1 to 5: whoever happens to be there, the one who accepted included.</param>
    private sealed record Attempt(Try What, int User, int Minutes, int Number);

    /// <param name="Missing">Bit 1: the floor plan, which is required. Bit 2: the health certificates, which may follow.</param>
    private sealed record Life(int StartsAt, int Missing, bool Promised, Attempt[] Attempts);

    private sealed record Moment(Stage Before, Try What, Stage After, DateTime At);

    // Received in 2020 or 2021, at any minute: nights, weekends and holidays included. Attempts follow within seconds or weeks.
    private static readonly Gen<Life> AnyLife = Gen.Select(
        Gen.Int[0, 2 * 365 * 1440],
        Gen.Int[0, 3],
        Gen.Bool,
        Gen.Select(Gen.Enum<Try>(), Gen.Int[1, 5], Gen.OneOf(Gen.Int[0, 600], Gen.Int[0, 30 * 1440]), Gen.Int[1, 12])
            .Select(a => new Attempt(a.Item1, a.Item2, a.Item3, a.Item4))
            .Array[0, 30],
        (start, missing, promised, attempts) => new Life(start, missing, promised, attempts)
    );

    [Fact]
    [Trait("Rule", "ACCEPTED_WITH_GAPS")]
    public void Nothing_is_granted_while_a_paper_is_to_follow() =>
        Sample(life => life.Where(m => m.After is Granted && m.Before is not Granted).ShouldAllBe(m => m.Before is Reviewing));

    [Fact]
    [Trait("Rule", "AP-2.15")]
    public void Every_office_of_the_route_agreed_to_a_grant_once_and_none_of_them_accepted_it() =>
        Sample(life =>
        {
            foreach (var decision in life.Select(m => m.After).OfType<Decided>().Select(d => (d is Granted, d.Decision)))
            {
                var (granted, (at, acceptance, _, _, conclusions)) = decision;
                conclusions.ShouldAllBe(c => acceptance.By == 0 || c.By != acceptance.By);
                conclusions.Select(c => c.Office).ShouldBeUnique();
                conclusions.All(c => c.Agrees).ShouldBe(granted);
                if (granted)
                    conclusions.Select(c => c.Office).ShouldBe(Route, ignoreOrder: true);
                at.ShouldBeGreaterThanOrEqualTo(acceptance.At);
            }
        });

    [Fact]
    [Trait("Rule", "AP-3.2")]
    public void An_office_that_checks_on_site_granted_nothing_without_two_officers() =>
        Sample(life =>
        {
            foreach (var granted in life.Where(m => m is { Before: Reviewing, After: Granted }))
                ((Reviewing)granted.Before).Checks.ShouldContain(c =>
                    c.Office == "scjg" && c.Passed && c.First != c.Second && c.Second != 0
                );
        });

    [Fact]
    [Trait("Rule", "AP-2.12")]
    public void The_applicant_is_asked_to_correct_at_most_once() =>
        Sample(life => life.Count(m => m.After is AwaitingCorrection && m.Before is not AwaitingCorrection).ShouldBeLessThanOrEqualTo(1));

    [Fact]
    [Trait("Rule", "AP-3.21")]
    public void A_limit_is_extended_at_most_once() =>
        Sample(life =>
        {
            foreach (var clock in life.SelectMany(m => ClocksOf(m.After)))
                clock.Extensions.Count.ShouldBeLessThanOrEqualTo(1);
        });

    [Fact]
    [Trait("Rule", "AP-3.26")]
    public void A_clock_stands_still_only_in_a_special_procedure_and_has_one_open_stop_at_most() =>
        Sample(life =>
        {
            foreach (var (stage, clock) in life.SelectMany(m => ClocksOf(m.After).Select(clock => (m.After, clock))))
            {
                clock.Stops.Count(stop => stop.To is null).ShouldBeLessThanOrEqualTo(1);
                if (clock.IsStopped)
                    stage
                        .ShouldBeOfType<ReviewPaused>()
                        .Procedure.ShouldSatisfyAllConditions(p => p.PlannedDays.ShouldBeGreaterThan(0), p => p.Basis.ShouldNotBeNull());
            }
            life.Where(m => m.After is ReviewPaused && m.Before is not ReviewPaused).ShouldAllBe(m => m.What == Try.Pause);
        });

    [Fact]
    [Trait("Rule", "AP-3.29")]
    public void A_procedure_lets_no_more_days_go_uncounted_than_were_told() =>
        Sample(life =>
        {
            var told = life.Where(m => m.After is ReviewPaused && m.Before is not ReviewPaused)
                .Sum(m => ((ReviewPaused)m.After).Procedure.PlannedDays);
            foreach (var m in life.Where(m => m.After is Reviewing))
            {
                var review = (Reviewing)m.After;
                var budget = review.Legal.Budget + review.Legal.Extensions.Sum(e => e.Days);
                var without = Clock.Start(review.Limits.Legal, budget, review.Legal.StartedAt).Read(Calendar, m.At).Due;
                Calendar.CountBetween(without, review.Legal.Read(Calendar, m.At).Due).ShouldBeLessThanOrEqualTo(told);
            }
        });

    [Fact]
    [Trait("Rule", "AP-3.21")]
    public void A_legal_limit_that_ran_out_never_comes_back() =>
        Sample(life =>
        {
            var ranOut = false;
            foreach (var m in life)
            {
                if (ReviewOf(m.After) is not { } review)
                    continue;
                var overdue = review.Legal.Read(Calendar, m.At).State == ClockState.Overdue;
                (ranOut && !overdue).ShouldBeFalse();
                ranOut |= overdue;
            }
        });

    [Fact]
    [Trait("Rule", "AP-10.6")]
    public void Every_stage_survives_being_written_and_read() =>
        Sample(life =>
        {
            foreach (var stage in life.Select(m => m.After))
            {
                var json = JsonSerializer.Serialize(stage, Recording.Json);
                var read = JsonSerializer.Deserialize<Stage>(json, Recording.Json)!;
                read.GetType().ShouldBe(stage.GetType());
                JsonSerializer.Serialize(read, Recording.Json).ShouldBe(json);
                read.Running.ShouldBe(stage.Running);
            }
        });

    [Fact]
    [Trait("Rule", "DEEMED_ACCEPTED")]
    public void What_the_clock_did_is_the_same_whether_it_was_looked_at_often_or_once() =>
        AnyLife.Sample(life =>
        {
            var (seldom, often) = (Lived(life), Lived(life, watchful: true));
            Json(often[^1].After).ShouldBe(Json(seldom[^1].After));
        });

    [Fact]
    [Trait("Rule", "AP-3.6")]
    public void What_has_ended_stays_ended() =>
        Sample(life =>
        {
            foreach (var m in life.Where(m => m.Before is NotAccepted or DeemedWithdrawn or AcceptanceCancelled or Withdrawn or Archived))
                m.After.ShouldBeSameAs(m.Before);
        });

    [Fact]
    public void Random_lives_reach_every_stage()
    {
        var reached = new System.Collections.Concurrent.ConcurrentDictionary<Type, int>();
        AnyLife.Sample(
            life =>
            {
                foreach (var stage in Lived(life, towardsTheEnd: true).Select(m => m.After))
                    reached.AddOrUpdate(stage.GetType(), 1, (_, n) => n + 1);
            },
            iter: 4000
        );
        typeof(Stage)
            .Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(Stage)) && !t.IsAbstract)
            .Select(t => t.Name)
            .Except(reached.Keys.Select(t => t.Name))
            .ShouldBeEmpty();
    }

    private static void Sample(Action<List<Moment>> holds) =>
        AnyLife.Sample(
            life =>
            {
                holds(Lived(life));
                holds(Lived(life, towardsTheEnd: true));
            },
            iter: 300
        );

    /// <param name="watchful">The clocks are looked at every few hours between two attempts.</param>
    /// <param name="towardsTheEnd">The attempts that do not fit are replaced by one that leads on, so that lives become long.</param>
    private static List<Moment> Lived(Life life, bool watchful = false, bool towardsTheEnd = false)
    {
        var now = At("2020-01-01 00:00").AddMinutes(life.StartsAt);
        var file = Complete(Licence) with { GapsPromised = life.Promised };
        if ((life.Missing & 1) == 1)
            file = file.Without("layout");
        if ((life.Missing & 2) == 2)
            file = file.Without(Gaps);
        var desk = Received(Licence, "2020-01-01", file)
            .Standing(
                new Received(now, Clock.Start(Kernel.Law.Rulebook.CorrectionNotice, now)) { DeemedLimits = ReviewLimits.Of(Licence) }
            );
        var moments = new List<Moment>();
        foreach (var attempt in life.Attempts)
        {
            var until = now.AddMinutes(attempt.Minutes);
            for (; watchful && now < until; now = now.AddMinutes(431))
                Settle(now);
            now = until;
            Settle(now);
            var before = desk.Case.Stage;
            var what = towardsTheEnd && attempt.Number > 3 ? LeadingOn(before, attempt.What) : attempt.What;
            Take(desk, attempt with { What = what }, now);
            moments.Add(new(before, what, desk.Case.Stage, now));
        }
        moments.Add(new(desk.Case.Stage, Try.Wait, desk.Case.Stage, now));
        return moments;

        void Settle(DateTime at)
        {
            while (desk.Case.Stage.LapseBy(at, Calendar) is { } lapse)
            {
                lapse.At.ShouldBeLessThanOrEqualTo(at);
                moments.Add(new(desk.Case.Stage, Try.Wait, lapse.To, at));
                desk.Case.Stage = lapse.To;
            }
        }
    }

    private static Try LeadingOn(Stage stage, Try otherwise) =>
        stage switch
        {
            Cases.Received when otherwise > Try.Resume => Try.AskForCorrection,
            Receiving when otherwise > Try.Supply => (int)otherwise % 2 == 0 ? Try.Accept : Try.AcceptWithGaps,
            AwaitingCorrection or AcceptedWithGaps => (int)otherwise % 2 == 0 ? Try.Supply : Try.Wait,
            Reviewing { Checks.Count: 0 } => Try.Check,
            Reviewing { Conclusions.Count: 0 } when otherwise is not (Try.Pause or Try.Extend) => Try.Agree,
            Reviewing when otherwise is not (Try.Pause or Try.Extend) => Try.AgreeToo,
            Decided => Try.Make,
            ReadyToCollect => Try.HandOver,
            Delivered => Try.Archive,
            _ => otherwise,
        };

    private static void Take(CaseAtWork desk, Attempt attempt, DateTime now)
    {
        var before = desk.Case.Stage;
        var refused = attempt.What switch
        {
            Try.Accept => IsRefused(AcceptCaseHandler.Step(desk, On("centre"))),
            Try.AcceptWithGaps => IsRefused(AcceptWithGapsHandler.Step(desk, On("centre"))),
            Try.AskForCorrection => IsRefused(AskForCorrectionHandler.Step(desk, On("centre"), [new("business-licence", "提交有效的")])),
            Try.RefuseToAccept => IsRefused(
                RefuseToAcceptHandler.Step(desk, new(default, NotAcceptedGround.NotRequired, "不需要许可", null), On("centre"))
            ),
            Try.RefuseAfterCorrection => IsRefused(
                RefuseToAcceptHandler.Step(desk, new(default, NotAcceptedGround.StillNotRight, "仍不符合", null), On("centre"))
            ),
            Try.Supply => IsRefused(
                SupplyMaterialHandler.Step(desk, Asked(before), new Dictionary<string, string>(), HandedHow.Uploaded, On(null))
            ),
            Try.FixOnSpot => IsRefused(
                FixOnSpotHandler.Step(desk, new(default, new Dictionary<string, string>(), ["layout"]), On("centre"))
            ),
            Try.Check => IsRefused(
                RecordOnSiteCheckHandler.Step(
                    desk,
                    new(default, 40, "现场所见", attempt.Number != 12),
                    On("scjg"),
                    attempt.Number % 6,
                    Substance_and_decision.Colleague("scjg")
                )
            ),
            Try.Agree => IsRefused(ConcludeHandler.Step(desk, new(default, true, "同意", null), On("scjg"), OfficeName)),
            Try.AgreeToo => IsRefused(ConcludeHandler.Step(desk, new(default, true, "同意", null), On("xf"), OfficeName)),
            Try.Disagree => IsRefused(ConcludeHandler.Step(desk, new(default, false, "不符合", Food), On("xf"), OfficeName)),
            Try.Pause => IsRefused(
                PauseReviewHandler.Step(
                    desk,
                    new(default, (SpecialProcedureKind)(attempt.Number % 9), attempt.Number == 11 ? null : Food, true, attempt.Number),
                    On("scjg")
                )
            ),
            Try.Resume => IsRefused(ResumeReviewHandler.Step(desk, new(default, "结束"), On("scjg"))),
            Try.Extend => IsRefused(ExtendReviewHandler.Step(desk, new(default, "案情复杂"), On("government"))),
            Try.Withdraw => attempt.Number > 2 || IsRefused(WithdrawCaseHandler.Step(desk, new(default, ""), On(null))),
            Try.Make => IsRefused(desk.Case.Take((Decided d) => d.Make(new("1", "食品经营许可证", now, attempt.User, null)))),
            Try.HandOver => IsRefused(HandOverHandler.Step(desk, new(default, "0011", "居民身份证"), On("centre", "C01"), Person)),
            Try.Archive => IsRefused(desk.Case.Take((Delivered d) => d.Archive(now, "p.zip", "ab12"))),
            _ => true,
        };
        if (refused)
            desk.Case.Stage.ShouldBeSameAs(before);

        Occasion On(string? office, string? window = null) =>
            new(new Actor(attempt.User, $"第{attempt.User}号", "330421", office, window), null, now, Channel.Window, "A01");
    }

    private static readonly Person Person = new()
    {
        Id = 11,
        Name = "顾青岚",
        CodeHash = "",
        CitizenIdSealed = "",
    };

    // What was recorded is told from its JSON for as long as the house stands.
    private static bool IsRefused<T>(Result<T> result)
    {
        if (result is not Result<T>.Done(var value))
            return true;
        if (value is ICaseFact fact)
        {
            var read = (ICaseFact)JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Recording.Json), Recording.Json)!;
            (read.Says, read.Tells).ShouldBe((fact.Says, fact.Tells));
        }
        return false;
    }

    private static Dictionary<string, StoredFile> Asked(Stage stage) =>
        stage switch
        {
            AwaitingCorrection waiting => waiting.Notice.Gaps.ToDictionary(g => g.Material, g => Paper(g.Material)),
            AcceptedWithGaps accepted => accepted.Gaps.ToDictionary(g => g.Material, g => Paper(g.Material)),
            _ => [],
        };

    private static Reviewing? ReviewOf(Stage stage) =>
        stage as Reviewing ?? (stage as ReviewPaused)?.Before ?? (stage as AcceptedWithGaps)?.Review;

    private static IEnumerable<Clock> ClocksOf(Stage stage)
    {
        if (ReviewOf(stage) is { } review)
            return [review.Legal, review.Promised];
        return stage.Running is { } running ? [running] : [];
    }

    private static string Json(Stage stage) => JsonSerializer.Serialize(stage, Recording.Json);
}
