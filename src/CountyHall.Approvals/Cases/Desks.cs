using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;

namespace CountyHall.Approvals.Cases;

/// <summary>On whose desks a case lies, computed from where it stands.</summary>
public static class Desks
{
    public const string Issue = "issue";

    public static string OfOffice(string office) => $"office:{office}";

    public static string OfWindowType(string type) => $"window:{type}";

    /// <param name="doneAt">When a desk was done with the case, where an index that is made again knows it; otherwise now.</param>
    public static IEnumerable<DeskEntry> Of(CaseAtWork at, DateTime now, Func<string, DateTime>? doneAt = null)
    {
        var (@case, guide) = (at.Case, at.Guide);
        var running = @case.Stage.Running?.Read(at.Calendar, now);
        // While papers are to follow, the applicant's limit is the window's business and the promise is the offices'.
        var promised = (@case.Stage as AcceptedWithGaps)?.Review.Promised.Read(at.Calendar, now);
        return Heaps().Select(heap => Entry(heap.Desk, heap.Tab));

        IEnumerable<(string Desk, Tab Tab)> Heaps() =>
            @case.Stage switch
            {
                Receiving => Windows(Tab.ToDo),
                AwaitingCorrection => Windows(Tab.Correction),
                AcceptedWithGaps gaps => [.. Windows(Tab.Correction), .. Offices(gaps.Review)],
                Reviewing review => [.. Windows(Tab.Done), .. Offices(review)],
                ReviewPaused => [.. Windows(Tab.Done), .. at.Route.Select(office => (OfOffice(office), Tab.Working))],
                Decided => [.. Everyone(Tab.Done), (Issue, Tab.ToDo)],
                ReadyToCollect => [.. Everyone(Tab.Done), (Issue, Tab.Working)],
                Delivered or Archived => [.. Everyone(Tab.Done), (Issue, Tab.Done)],
                _ => Windows(Tab.Done),
            };

        IEnumerable<(string, Tab)> Windows(Tab tab) => guide.WindowTypes.Select(type => (OfWindowType(type), tab));

        IEnumerable<(string, Tab)> Offices(Reviewing review) =>
            at.Route.Select(office => (OfOffice(office), review.Conclusions.Any(c => c.Office == office) ? Tab.Working : Tab.ToDo));

        IEnumerable<(string, Tab)> Everyone(Tab tab) => [.. Windows(tab), .. at.Route.Select(office => (OfOffice(office), tab))];

        DeskEntry Entry(string desk, Tab tab)
        {
            var reading = promised is not null && desk.StartsWith("office:", StringComparison.Ordinal) ? promised : running;
            return new()
            {
                CaseId = @case.Id,
                Desk = desk,
                Division = @case.Division,
                Tab = tab,
                SortAt = tab == Tab.Done ? doneAt?.Invoke(desk) ?? now : reading?.DueAt ?? now,
                WarnsAt = tab == Tab.Done ? null : WarnsAt(reading, now),
                Paused = reading?.State == ClockState.Paused,
                Number = @case.Number,
                Item = @case.Item,
                ApplicantName = @case.ApplicantName,
                ReceivedAt = @case.ReceivedAt,
                StageName = @case.StageName,
                Laid = Ids.Next(now),
            };
        }
    }

    /// <summary>The next instant at which the case changes by itself.</summary>
    public static DateTime? NextTurn(Stage stage, WorkingCalendar calendar, DateTime now) =>
        stage is ReviewPaused paused ? paused.Procedure.EndsBy(calendar) : stage.Running?.Read(calendar, now).TurnsAt;

    private static DateTime? WarnsAt(ClockReading? reading, DateTime now) =>
        reading?.State switch
        {
            ClockState.Running => reading.TurnsAt,
            ClockState.Warning or ClockState.Overdue => now,
            _ => null,
        };
}
