using CountyHall.Kernel.Law;

namespace CountyHall.Kernel.Calendar;

public sealed partial record Clock
{
    /// <summary>What the clock says at an instant. Facts later than the instant are unknown to it.</summary>
    /// <remarks>The only evaluator of periods in the house; it walks over the stops, never over the days.</remarks>
    public ClockReading Read(WorkingCalendar calendar, DateTime at) => new Evaluation(this, calendar, CountyTime.AsUtc(at)).Reading();

    /// <summary>The first instant (UTC) at which the lamp is yellow, by the facts up to an instant; the start itself for a period that is short from the beginning.</summary>
    public DateTime WarnsFrom(WorkingCalendar calendar, DateTime at) => new Evaluation(this, calendar, CountyTime.AsUtc(at)).WarnsFrom();

    /// <summary>The clock's facts up to one instant, laid along the calendar.</summary>
    private sealed class Evaluation
    {
        private readonly Clock _clock;
        private readonly WorkingCalendar _calendar;
        private readonly int _total;
        private readonly bool _ended;
        private readonly bool _paused;

        // The day after which the rest of the period is counted without another stop, and how many days that rest has.
        private readonly DateOnly _restAfter;
        private readonly int _rest;

        public Evaluation(Clock clock, WorkingCalendar calendar, DateTime at)
        {
            (_clock, _calendar) = (clock, calendar);
            _ended = clock.EndedAt <= at;
            Now = _ended ? clock.EndedAt!.Value : at;
            StartDay = CountyTime.DayOf(clock.StartedAt);
            var today = CountyTime.DayOf(Now);
            Today = today < StartDay ? StartDay : today;

            _total = clock.Budget + clock.Extensions.Where(extension => extension.At <= Now).Sum(extension => extension.Days);
            (_restAfter, _rest) = (StartDay, _total);
            Due = _total == 0 ? OnTheSpot() : LastDay(_restAfter, _rest);

            foreach (var stop in clock.Stops.Where(stop => stop.From <= Now).OrderBy(stop => stop.From))
            {
                // What begins after the period has ended cannot give it time back; nor can any later stop.
                if (stop.From > CountyTime.EndOfBusiness(Due))
                    break;
                var lasts = stop.To is null || stop.To > Now;
                _paused |= lasts;
                var (from, through) = (CountyTime.DayOf(stop.From), lasts ? Today : CountyTime.DayOf(stop.To!.Value));
                Effective.Add((from, through, stop));

                var countedBefore = Math.Max(0, Count(_restAfter, from.AddDays(-1)));
                if (countedBefore < _rest)
                {
                    _rest -= countedBefore;
                    _restAfter = through > _restAfter ? through : _restAfter;
                    Due = LastDay(_restAfter, _rest);
                }
                else if (through >= Due)
                {
                    // Every day was counted before the stop, and the period only waited for a day on which one works.
                    Due = _calendar.NextWorkingDay(through);
                }
            }
        }

        public DateTime Now { get; }
        public DateOnly StartDay { get; }
        public DateOnly Today { get; }
        public DateOnly Due { get; }

        /// <summary>The stops that count, in order, as first and last day.</summary>
        public List<(DateOnly From, DateOnly Through, Stop Stop)> Effective { get; } = [];

        public ClockReading Reading()
        {
            var dueAt = CountyTime.EndOfBusiness(Due);
            var used = Used();
            var left = _total - used;
            var state = State(left, dueAt);
            return new(_total, used, left, Due, dueAt, state, IsProvisional(), TurnsAt(state, dueAt));
        }

        public DateTime WarnsFrom()
        {
            var from = CountyTime.StartOfDay(_rest > WarningFrom ? Nth(_restAfter, _rest - WarningFrom) : _restAfter);
            return from < _clock.StartedAt ? _clock.StartedAt : from;
        }

        private int Used()
        {
            var inPeriod = Today < Due ? Today : Due;
            var counted = _total - _rest + Math.Max(0, Count(_restAfter, inPeriod));
            return Math.Min(_total, counted) + Math.Max(0, Count(Due, Today));
        }

        private ClockState State(int left, DateTime dueAt) =>
            (_ended, late: Now > dueAt) switch
            {
                (true, false) => ClockState.EndedInTime,
                (true, true) => ClockState.EndedLate,
                (false, true) => ClockState.Overdue,
                _ when _paused => ClockState.Paused,
                _ => left <= WarningFrom ? ClockState.Warning : ClockState.Running,
            };

        // The last day is always a warning, however short the period.
        private int WarningFrom => Math.Max(1, _total * Rulebook.WarningThreshold.Amount / 100);

        private DateTime? TurnsAt(ClockState state, DateTime dueAt) =>
            state switch
            {
                ClockState.Running => CountyTime.StartOfDay(Nth(_restAfter, _rest - WarningFrom)),
                // The finest step that every database of ours keeps.
                ClockState.Warning => dueAt.AddMicroseconds(1),
                _ => null,
            };

        // A period of calendar days meets the arrangement only on its last day.
        private bool IsProvisional()
        {
            if (_clock.Unit == Unit.CalendarDays)
                return !_calendar.IsArranged(Due);
            var last = Today > Due ? Today : Due;
            return Enumerable.Range(StartDay.Year, last.Year - StartDay.Year + 1).Any(year => !_calendar.IsArranged(new(year, 1, 1)));
        }

        // Nothing to count: due on the day itself, or on the next working day if business was over.
        private DateOnly OnTheSpot() =>
            _calendar.IsWorkingDay(StartDay) && _clock.StartedAt <= CountyTime.EndOfBusiness(StartDay)
                ? StartDay
                : _calendar.NextWorkingDay(StartDay);

        // Civil Code art. 203: a period of calendar days whose last day is a day of rest ends on the first day after it.
        private DateOnly LastDay(DateOnly after, int days)
        {
            var last = Nth(after, days);
            return _calendar.IsWorkingDay(last) ? last : _calendar.NextWorkingDay(last);
        }

        private DateOnly Nth(DateOnly after, int days) =>
            _clock.Unit == Unit.WorkingDays ? _calendar.Add(after, days) : after.AddDays(days);

        private int Count(DateOnly after, DateOnly through) =>
            _clock.Unit == Unit.WorkingDays ? _calendar.CountBetween(after, through) : through.DayNumber - after.DayNumber;
    }
}
