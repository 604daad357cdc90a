using CountyHall.Approvals.Register;
using CountyHall.Oversight.Evaluations;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>一事一评价 of a year: every case of the county that came to a decision was asked about once, and some answered.</summary>
internal static class YearEvaluations
{
    private const int AnswerPerThousand = 412;

    // Out of a thousand answers, from 非常不满意 up; the rest are 非常满意.
    private static readonly int[] UpTo = [1, 3, 24, 171];

    public static void Make(Streams streams, YearIds ids, long batch, YearRecords made)
    {
        var windows = made.Visits.GroupBy(v => v.Case).ToDictionary(g => g.Key, g => g.First().Window);
        var asked = new HashSet<string>();
        for (var place = 0; place < made.Cases.Count; place++)
        {
            var closed = made.Cases[place];
            var decided = closed.Outcome is Outcome.Granted or Outcome.Refused or Outcome.Completed;
            // A line that was written again is still the same case, and a case is asked about once.
            if (closed.IsTest || !decided || !asked.Add(closed.Number.Value))
                continue;
            int? grade =
                streams.Below(1000, "evaluation-answered", place) < AnswerPerThousand
                    ? GradeOf(streams.Below(1000, "evaluation-grade", place))
                    : null;
            made.Evaluations.Add(
                new ArchivedEvaluation
                {
                    Id = ids.Next<ArchivedEvaluation>(),
                    Number = closed.Number.Value,
                    Division = closed.Division,
                    Office = closed.Office,
                    Item = closed.Item,
                    Window = windows.GetValueOrDefault(closed.Number),
                    InvitedOn = closed.ClosedOn,
                    Grade = grade,
                    AnsweredOn = grade is null ? null : closed.ClosedOn.AddDays(streams.Below(6, "evaluation-days", place)),
                    Batch = batch,
                }
            );
        }
    }

    private static int GradeOf(int drawn) => 1 + UpTo.Count(bound => drawn >= bound);
}
