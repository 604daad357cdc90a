using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Trading.Register;

namespace CountyHall.Web.Demonstration.Years;

/// <summary>The trading records of a year, register by register. Nothing in them is a count, a sum, a rate or a rank.</summary>
public sealed class YearTrade
{
    private readonly YearIds ids;
    private readonly List<IPart> parts = [];

    public YearTrade(YearIds ids)
    {
        this.ids = ids;
        Projects = Of<RegisteredProject>();
        Notices = Of<RegisteredNotice>();
        Filings = Of<RegisteredFiling>();
        Opinions = Of<RegisteredOpinion>();
        Sessions = Of<RegisteredSession>();
        Services = Of<RegisteredService>();
        Supervisions = Of<RegisteredSupervision>();
        Reports = Of<RegisteredSupervisionReport>();
        ReportOpinions = Of<RegisteredSupervisionOpinion>();
        Reviews = Of<RegisteredReview>();
        Movements = Of<RegisteredMovement>();
        Draws = Of<RegisteredDraw>();
        Evaluations = Of<RegisteredEvaluation>();
        Briefings = Of<RegisteredBriefing>();
        Attendances = Of<RegisteredBriefingAttendance>();
        Results = Of<RegisteredResult>();
    }

    internal Part<RegisteredProject> Projects { get; }
    internal Part<RegisteredNotice> Notices { get; }
    internal Part<RegisteredFiling> Filings { get; }
    internal Part<RegisteredOpinion> Opinions { get; }
    internal Part<RegisteredSession> Sessions { get; }
    internal Part<RegisteredService> Services { get; }
    internal Part<RegisteredSupervision> Supervisions { get; }
    internal Part<RegisteredSupervisionReport> Reports { get; }
    internal Part<RegisteredSupervisionOpinion> ReportOpinions { get; }
    internal Part<RegisteredReview> Reviews { get; }
    internal Part<RegisteredMovement> Movements { get; }
    internal Part<RegisteredDraw> Draws { get; }
    internal Part<RegisteredEvaluation> Evaluations { get; }
    internal Part<RegisteredBriefing> Briefings { get; }
    internal Part<RegisteredBriefingAttendance> Attendances { get; }
    internal Part<RegisteredResult> Results { get; }

    /// <summary>How many lines all registers have together.</summary>
    public int Lines => parts.Sum(p => p.Count);

    /// <summary>One batch for each register.</summary>
    internal async Task TakeOver(HallDb db, Occasion on, Func<long, BatchLabel> label)
    {
        foreach (var part in parts)
            await part.TakeOver(db, on, label);
    }

    private Part<T> Of<T>()
        where T : RegisterLine
    {
        var part = new Part<T>(ids);
        parts.Add(part);
        return part;
    }

    private interface IPart
    {
        int Count { get; }

        Task TakeOver(HallDb db, Occasion on, Func<long, BatchLabel> label);
    }

    /// <summary>The lines of one register.</summary>
    internal sealed class Part<T>(YearIds ids) : IPart
        where T : RegisterLine
    {
        private readonly List<T> lines = [];

        /// <summary>Id of the batch that every line names.</summary>
        public long Batch { get; } = ids.Next<ArchiveBatch>();
        public int Count => lines.Count;

        /// <param name="make">Given the next id.</param>
        public T Add(Func<long, T> make)
        {
            var line = make(ids.Next<T>());
            lines.Add(line);
            return line;
        }

        public Task TakeOver(HallDb db, Occasion on, Func<long, BatchLabel> label) => db.TakeOver(on, label(Batch), lines);
    }
}
