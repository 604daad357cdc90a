using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Law;
using CsCheck;

namespace CountyHall.Kernel.Rules;

/// <summary>What holds of every clock, whatever its facts.</summary>
public class Any_clock
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Published;

    private static readonly DateTime Origin = new(2019, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // Quarter hours: fine enough to fall before, at and after the close of business.
    private static DateTime Quarter(int quarters) => Origin.AddMinutes(15L * quarters);

    private const int QuartersInEightYears = 8 * 365 * 96;

    private static readonly Gen<DateTime> Instant = Gen.Int[0, QuartersInEightYears].Select(Quarter);

    private static readonly Gen<TimeSpan> UpToFourMonths = Gen.Int[0, 120 * 96].Select(quarters => TimeSpan.FromMinutes(15 * quarters));

    private static readonly Gen<Clock> Unstopped = Gen.Select(
        Gen.Enum<Unit>().Where(unit => unit is Unit.WorkingDays or Unit.CalendarDays),
        Gen.Int[0, 60],
        Instant,
        (unit, budget, start) => Clock.Start(Rulebook.CorrectionNotice with { Unit = unit }, budget, start)
    );

    private static readonly Gen<(TimeSpan After, TimeSpan Lasts)[]> Pauses = Gen.Select(UpToFourMonths, UpToFourMonths).Array[0, 4];

    private static readonly Gen<Clock> Any = Gen.Select(
        Unstopped,
        Pauses,
        Gen.Select(UpToFourMonths, Gen.Int[1, 30]).Array[0, 2],
        UpToFourMonths.Nullable(0.5),
        (clock, pauses, extensions, end) =>
            clock with
            {
                Stops = [.. pauses.Select(p => Pause(clock.StartedAt + p.After, p.Lasts))],
                Extensions = [.. extensions.Select(e => new Extension(e.Item2, clock.StartedAt + e.Item1, "AP-3.21a"))],
                EndedAt = clock.StartedAt + end,
            }
    );

    private static Stop Pause(DateTime from, TimeSpan lasts) => new(from, from + lasts, ("听证", "hearing"));

    [Fact]
    public void A_stop_never_makes_a_due_date_earlier() =>
        Gen.Select(Any, UpToFourMonths, UpToFourMonths, Instant)
            .Sample(
                (clock, after, lasts, at) =>
                {
                    var more = clock with { Stops = [.. clock.Stops, Pause(clock.StartedAt + after, lasts)] };
                    more.Read(Calendar, at).Due.ShouldBeGreaterThanOrEqualTo(clock.Read(Calendar, at).Due);
                }
            );

    [Fact]
    public void Splitting_a_stop_changes_nothing() =>
        Gen.Select(Any, UpToFourMonths, UpToFourMonths, UpToFourMonths)
            .Sample(
                (clock, after, first, second) =>
                {
                    var from = clock.StartedAt + after;
                    var whole = clock with { Stops = [.. clock.Stops, Pause(from, first + second)] };
                    var split = clock with { Stops = [.. clock.Stops, Pause(from, first), Pause(from + first, second)] };
                    var at = from + first + second;
                    split.Read(Calendar, at).ShouldBe(whole.Read(Calendar, at));
                }
            );

    [Fact]
    public void An_extension_never_makes_a_due_date_earlier() =>
        Gen.Select(Any, UpToFourMonths, Gen.Int[1, 30], Instant)
            .Sample(
                (clock, after, days, at) =>
                {
                    var more = clock with { Extensions = [.. clock.Extensions, new(days, clock.StartedAt + after, "AP-3.21a")] };
                    more.Read(Calendar, at).Due.ShouldBeGreaterThanOrEqualTo(clock.Read(Calendar, at).Due);
                }
            );

    [Fact]
    public void Reading_now_and_then_later_is_reading_later() =>
        Gen.Select(Any, Instant, Instant)
            .Sample(
                (clock, at, later) =>
                {
                    var fresh = JsonSerializer.Deserialize<Clock>(JsonSerializer.Serialize(clock))!;
                    clock.Read(Calendar, at);
                    clock.Read(Calendar, later).ShouldBe(fresh.Read(Calendar, later));
                }
            );

    [Fact]
    public void A_past_reading_is_not_changed_by_what_happened_after() =>
        Gen.Select(Any, Instant)
            .Sample(
                (clock, at) =>
                {
                    var knownThen = clock with
                    {
                        EndedAt = clock.EndedAt <= at ? clock.EndedAt : null,
                        Stops = [.. clock.Stops.Where(s => s.From <= at).Select(s => s.To <= at ? s : s with { To = null })],
                        Extensions = [.. clock.Extensions.Where(e => e.At <= at)],
                    };
                    clock.Read(Calendar, at).ShouldBe(knownThen.Read(Calendar, at));
                }
            );

    [Fact]
    public void The_account_of_the_days_bears_out_the_reading() =>
        Gen.Select(Any, UpToFourMonths)
            .Sample(
                (clock, after) =>
                {
                    var at = clock.StartedAt + after;
                    var reading = clock.Read(Calendar, at);
                    var account = clock.Prove(Calendar, at);
                    account.Count(day => day.Counts && day.Date <= reading.Due).ShouldBe(reading.Total);
                    var today = account.Single(day => day.IsToday).Date;
                    account.Count(day => day.Counts && day.Date <= today).ShouldBe(reading.Used);
                    account.Single(day => day.IsDue).Date.ShouldBe(reading.Due);
                }
            );

    [Fact]
    public void Used_and_left_make_up_the_total() =>
        Gen.Select(Any, Instant)
            .Sample(
                (clock, at) =>
                {
                    var reading = clock.Read(Calendar, at);
                    (reading.Used + reading.Left).ShouldBe(reading.Total);
                    reading.Used.ShouldBeGreaterThanOrEqualTo(0);
                }
            );

    [Fact]
    public void The_state_stays_until_the_clock_turns_and_is_another_then() =>
        Gen.Select(Unstopped, UpToFourMonths)
            .Sample(
                (clock, after) =>
                {
                    var reading = clock.Read(Calendar, clock.StartedAt + after);
                    if (reading.TurnsAt is not { } turn)
                    {
                        reading.State.ShouldBe(ClockState.Overdue);
                        return;
                    }
                    turn.ShouldBeGreaterThan(clock.StartedAt + after);
                    clock.Read(Calendar, turn.AddMicroseconds(-1)).State.ShouldBe(reading.State);
                    clock.Read(Calendar, turn).State.ShouldNotBe(reading.State);
                }
            );

    [Fact]
    public void A_period_ends_on_a_working_day_outside_its_stops() =>
        Gen.Select(Any, Instant)
            .Sample(
                (clock, at) =>
                {
                    var due = clock.Read(Calendar, at).Due;
                    var now = clock.EndedAt < at ? clock.EndedAt.Value : at;
                    Calendar.IsWorkingDay(due).ShouldBeTrue();
                    foreach (var stop in clock.Stops.Where(s => s.From <= now && s.From <= CountyTime.EndOfBusiness(due)))
                        CountyTime.DayOf(stop.To < now ? stop.To.Value : now).ShouldBeLessThan(due);
                }
            );

    [Fact]
    public void A_clock_survives_being_written_and_read()
    {
        Any.Sample(clock =>
        {
            var read = JsonSerializer.Deserialize<Clock>(JsonSerializer.Serialize(clock))!;
            read.ShouldBe(clock);
            read.StartedAt.Kind.ShouldBe(DateTimeKind.Utc);
        });
        JsonSerializer
            .Serialize(Clock.Start(Rulebook.CorrectionNotice, Origin))
            .ShouldBe(
                """{"Rule":"AP-3.20","Budget":5,"Unit":"WorkingDays","StartedAt":"2019-01-01T00:00:00Z","EndedAt":null,"Stops":[],"Extensions":[]}"""
            );
    }

    [Fact]
    public void Clocks_with_different_facts_differ() =>
        Any.Sample(clock =>
        {
            (clock with { Stops = [.. clock.Stops, Pause(clock.StartedAt, TimeSpan.Zero)] }).ShouldNotBe(clock);
            (clock with { Budget = clock.Budget + 1 }).ShouldNotBe(clock);
        });
}
