using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Cases;

/// <summary>办件: one application for one service item, from receipt to archive, pinned to the version of the item it was received under.</summary>
public sealed class Case : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required CaseNumber Number { get; set; }

    /// <summary>区划代码 of the county whose case it is.</summary>
    public required string Division { get; init; }

    /// <summary>Key of the item in addresses and its version, such as <c>restaurant-food-licence</c>, 2.</summary>
    public required string Item { get; init; }
    public required int ItemVersion { get; init; }

    /// <summary>申请人: party id and the name as it stood at the receipt.</summary>
    public required long Applicant { get; init; }
    public required string ApplicantName { get; init; }

    /// <summary>代理人: the person who handed it in for the applicant; none where the applicant came in person.</summary>
    public long? Representative { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>Window or "online" where it was handed in.</summary>
    public required string ReceivedPlace { get; init; }
    public required DateTime ReceivedAt { get; init; }

    /// <summary>What was handed in: answers, fields, materials, delivery.</summary>
    public required CaseFile File { get; set; }
    public required Stage Stage { get; set; }

    /// <summary>Copied out of <see cref="Stage"/> so that lists can be filtered without opening it.</summary>
    public string StageName
    {
        get => NameOf(Stage.GetType());
        private set { }
    }

    /// <summary>The next instant at which a clock of this case changes by itself; an index, rebuilt when the calendar changes.</summary>
    [Unrecorded]
    public DateTime? TurnsAt { get; internal set; }

    /// <summary>What those who watch were last told of: lamp, clock and desks (<see cref="Watching.SignOf"/>); an index like the one above.</summary>
    [Unrecorded]
    public string? WatchedAs { get; internal set; }
    public int Version { get; private set; }

    public static string NameOf(Type stage) => Recording.KindOf(stage);

    /// <summary>Lets a step happen, if the case stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : Stage
        where TTo : Stage
    {
        if (Stage is not TFrom from)
            return new WrongStage(Number, Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    /// <summary>A step that the stage itself may refuse.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, Result<TTo>> step)
        where TFrom : Stage
        where TTo : Stage
    {
        if (Stage is not TFrom from)
            return new WrongStage(Number, Stage);
        var outcome = step(from);
        if (outcome is Result<TTo>.Done(var to))
            Stage = to;
        return outcome;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> table)
        {
            table.ToTable("cases").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Number).AsCaseNumber();
            table.HasIndex(c => c.Number).IsUnique();
            table.Property(c => c.Division).HasMaxLength(12);
            table.Property(c => c.Item).HasMaxLength(80);
            table.Property(c => c.ReceivedPlace).HasMaxLength(60);
            table.Property(c => c.StageName).HasMaxLength(40);
            table.Property(c => c.WatchedAs).HasMaxLength(400);
            table.HasOne<Party>().WithMany().HasForeignKey(c => c.Applicant).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Party>().WithMany().HasForeignKey(c => c.Representative).OnDelete(DeleteBehavior.Restrict);
            table.Property(c => c.Version).IsConcurrencyToken(); // two officers at once: the later save is refused
            table.Property(c => c.Stage).HasConversion(Columns.Json<Stage>(), Columns.ByReference<Stage>());
            table.Property(c => c.File).HasConversion(Columns.Json<CaseFile>(), Columns.ByReference<CaseFile>());
            table.HasIndex(c => new { c.Applicant, c.Id });
            table.HasIndex(c => c.Representative).HasFilter("\"Representative\" IS NOT NULL");
            table.HasIndex(c => c.TurnsAt).HasFilter("\"TurnsAt\" IS NOT NULL");
        }
    }
}

/// <summary>The step does not exist where the case stands.</summary>
public sealed record WrongStage(CaseNumber Case, Stage At)
    : Refusal(
        ($"办件 {Case} 现在处于“{At.Name.Zh}”，不能这样办理。", $"Case {Case} stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where the case stands now.")
    );

public sealed record CaseNotFound(string Asked)
    : Refusal(
        ($"查无办件 {Asked}。", $"There is no case {Asked}."),
        ("请核对回执右上角的编号。", "Check the number at the top right of the receipt.")
    );
