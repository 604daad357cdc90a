using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Oversight.Evaluations;

/// <summary>评价等级: five, the last two of them bad (差评).</summary>
public enum Grade
{
    /// <summary>非常不满意</summary>
    VeryDissatisfied = 1,

    /// <summary>不满意</summary>
    Dissatisfied = 2,

    /// <summary>基本满意</summary>
    BasicallySatisfied = 3,

    /// <summary>满意</summary>
    Satisfied = 4,

    /// <summary>非常满意</summary>
    VerySatisfied = 5,
}

/// <summary>How an evaluation came.</summary>
public enum EvaluatedVia
{
    /// <summary>By the link of the message or the paper, without signing in.</summary>
    Link,

    /// <summary>我的办件</summary>
    MyCases,

    /// <summary>At the window, on the device of the window.</summary>
    Window,
}

/// <summary>一事一评价: one finished case, asked about once. The row is there from the invitation on, so that who did not answer is counted too.</summary>
/// <remarks>One row of plain columns for each case: docs/oversight/README.md lists them for whoever loads many.</remarks>
public sealed class Evaluation : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long CaseId { get; init; }
    public required string Number { get; init; }
    public required string Division { get; init; }

    /// <summary>Key of the body that decided: it is evaluated, and answers for a bad grade.</summary>
    public required string Office { get; init; }

    /// <summary>Key of the item in addresses.</summary>
    public required string Item { get; init; }

    /// <summary>Window that received it; none for a case that came online.</summary>
    public string? Window { get; init; }
    public required long Applicant { get; init; }

    /// <summary>User ids of those who accepted, concluded and handed over: none of them closes a bad grade.</summary>
    public required IReadOnlyList<long> Officers { get; init; }

    /// <summary>The hand-over; the time to evaluate runs from here.</summary>
    public required DateTime InvitedAt { get; init; }

    /// <summary>1 to 5; none until it is answered. See <see cref="Given"/>.</summary>
    public int? Grade { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Ids of preset reasons (<see cref="PresetReasons"/>).</summary>
    public IReadOnlyList<string> Reasons { get; private set; } = [];
    public string? Words { get; private set; }
    public EvaluatedVia? Via { get; private set; }

    /// <summary>实名: the office may know which case it was. 匿名: it learns the grade and the words, and answers through the house.</summary>
    public bool Named { get; private set; }
    public int Version { get; private set; }

    public Grade? Given => (Grade?)Grade;

    /// <summary>Until when the link is good.</summary>
    public Clock Time => Clock.Start(Rulebook.EvaluationTime, InvitedAt);

    public static bool IsBad(Grade grade) => (int)grade <= Rulebook.BadEvaluationUpTo.Amount;

    /// <summary>Counted by the month of the invitation, so that no more can answer than were asked: 202611.</summary>
    public int Month => MonthOf(InvitedAt);

    public static int MonthOf(DateTime at)
    {
        var day = CountyTime.DayOf(at);
        return (day.Year * 100) + day.Month;
    }

    internal void Answer(Grade grade, IReadOnlyList<string> reasons, string? words, bool named, EvaluatedVia via, DateTime at) =>
        (Grade, Reasons, Words, Named, Via, AnsweredAt) = ((int)grade, reasons, words, named, via, at);

    internal sealed class Mapping : IEntityTypeConfiguration<Evaluation>
    {
        public void Configure(EntityTypeBuilder<Evaluation> table)
        {
            table.ToTable("evaluations").HasKey(e => e.Id);
            table.Property(e => e.Id).ValueGeneratedNever();
            table.Property(e => e.Number).HasMaxLength(22);
            table.Property(e => e.Division).HasMaxLength(12);
            table.Property(e => e.Office).HasMaxLength(40);
            table.Property(e => e.Item).HasMaxLength(80);
            table.Property(e => e.Window).HasMaxLength(60);
            table.Property(e => e.Words).HasMaxLength(500);
            table.Property(e => e.Officers).HasConversion(Columns.Json<IReadOnlyList<long>>(), Columns.ByText<IReadOnlyList<long>>());
            table.Property(e => e.Reasons).HasConversion(Columns.Json<IReadOnlyList<string>>(), Columns.ByText<IReadOnlyList<string>>());
            table.Ignore(e => e.Given).Ignore(e => e.Time).Ignore(e => e.Month);
            table.HasOne<Party>().WithMany().HasForeignKey(e => e.Applicant).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(e => e.CaseId).IsUnique(); // one for each case, whoever asks twice
            table.HasIndex(e => e.Applicant);
            table.Property(e => e.Version).IsConcurrencyToken(); // two answers at once: the first one counts
        }
    }
}
