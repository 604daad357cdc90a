using System.Text.Json;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Oversight.Evaluations;

/// <summary>差评整改: the task that a bad evaluation opens. It belongs to the office that handled the case, not to the person who was rated.</summary>
/// <remarks>AP-8.4 (谁办理、谁负责): verified with the evaluator, put right, called back, told.</remarks>
public sealed class Rectification : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long EvaluationId { get; init; }
    public required long CaseId { get; init; }
    public required string Number { get; init; }
    public required string Division { get; init; }
    public required string Office { get; init; }
    public required string Item { get; init; }
    public required Grade Grade { get; init; }

    /// <summary>匿名 where false: the office is not told which case it was.</summary>
    public required bool Named { get; init; }
    public required long Applicant { get; init; }

    /// <summary>User ids of those who were rated.</summary>
    public required IReadOnlyList<long> Officers { get; init; }
    public required DateTime OpenedAt { get; init; }
    public required RectificationStage Stage { get; set; }
    public bool IsOpen
    {
        get => Stage is OpenRectification;
        private set { }
    }

    /// <summary>End of the last day, by which lists are sorted; an index, read from the stage's clock.</summary>
    [Unrecorded]
    public DateTime DueAt { get; internal set; }
    public int Version { get; private set; }

    internal static Rectification Of(Evaluation bad, DateTime at)
    {
        var task = new Rectification
        {
            Id = Ids.Next(at),
            EvaluationId = bad.Id,
            CaseId = bad.CaseId,
            Number = bad.Number,
            Division = bad.Division,
            Office = bad.Office,
            Item = bad.Item,
            Grade = bad.Given!.Value,
            Named = bad.Named,
            Applicant = bad.Applicant,
            Officers = bad.Officers,
            OpenedAt = at,
            Stage = ToVerify.From(at),
        };
        task.Lay(WorkingCalendar.Published, at);
        return task;
    }

    internal void Lay(WorkingCalendar calendar, DateTime now) => DueAt = Stage.Clock.Read(calendar, now).DueAt;

    /// <summary>Lets a step happen, if the task stands where the step exists.</summary>
    internal Result<TTo> Take<TFrom, TTo>(Func<TFrom, Result<TTo>> step)
        where TFrom : RectificationStage
        where TTo : RectificationStage
    {
        if (Stage is not TFrom from)
            return new RectificationElsewhere(Stage.Name);
        var outcome = step(from);
        if (outcome is Result<TTo>.Done(var to))
            Stage = to;
        return outcome;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Rectification>
    {
        public void Configure(EntityTypeBuilder<Rectification> table)
        {
            table.ToTable("rectifications").HasKey(r => r.Id);
            table.Property(r => r.Id).ValueGeneratedNever();
            table.Property(r => r.Number).HasMaxLength(22);
            table.Property(r => r.Division).HasMaxLength(12);
            table.Property(r => r.Office).HasMaxLength(40);
            table.Property(r => r.Item).HasMaxLength(80);
            table.Property(r => r.Officers).HasConversion(Columns.Json<IReadOnlyList<long>>(), Columns.ByText<IReadOnlyList<long>>());
            table
                .Property(r => r.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<RectificationStage>(json, Recording.Json)!,
                    Columns.ByReference<RectificationStage>()
                );
            table.HasOne<Evaluation>().WithMany().HasForeignKey(r => r.EvaluationId).OnDelete(DeleteBehavior.Restrict);
            table.HasIndex(r => r.EvaluationId).IsUnique();
            table.HasIndex(r => r.CaseId);
            table.HasIndex(r => new
            {
                r.Division,
                r.IsOpen,
                r.DueAt,
                r.Id,
            });
            table.HasIndex(r => new
            {
                r.Division,
                r.IsOpen,
                r.Office,
                r.DueAt,
                r.Id,
            });
            table.Property(r => r.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>The step does not exist where the task stands.</summary>
public sealed record RectificationElsewhere(Words At)
    : Refusal(
        ($"这项整改现在处于“{At.Zh}”，不能这样办理。", $"This task stands at “{At.En}”; that step does not exist there."),
        ("请刷新页面，按核实、整改、回访的顺序办理。", "Reload the page; the order is verify, put right, call back.")
    );
