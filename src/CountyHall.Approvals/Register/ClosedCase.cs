using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Approvals.Register;

/// <summary>How a case came to its end.</summary>
public enum Outcome
{
    /// <summary>准予</summary>
    Granted,

    /// <summary>不予许可</summary>
    Refused,

    /// <summary>办结: a service that decides nothing was rendered.</summary>
    Completed,

    /// <summary>撤回 or 视为撤回</summary>
    Withdrawn,

    /// <summary>并案: handled as part of another case.</summary>
    Merged,
}

/// <summary>Where a case was handled.</summary>
public enum HandledAt
{
    /// <summary>县政务服务中心</summary>
    Centre,

    /// <summary>分中心</summary>
    Branch,

    /// <summary>镇（街道）便民服务中心</summary>
    Town,

    /// <summary>村（社区）便民服务点</summary>
    Village,

    /// <summary>部门自有场所</summary>
    Department,
}

/// <summary>办结登记: one line for each case that came to its end, written once. Counts and means are asked of it.</summary>
/// <remarks>It names no person. A line that was wrong stays; the right one is written below it and names it.</remarks>
public sealed class ClosedCase : IArchived
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required CaseNumber Number { get; init; }
    public required string Item { get; init; }
    public required int ItemVersion { get; init; }

    /// <summary>Key of the office that led the decision.</summary>
    public required string Office { get; init; }
    public required HandledAt HandledAt { get; init; }
    public required Channel Channel { get; init; }

    /// <summary>受理日; none where the case ended before it was accepted.</summary>
    public DateOnly? AcceptedOn { get; init; }

    /// <summary>办结日: the day of the decision, or of what else ended the case.</summary>
    public required DateOnly ClosedOn { get; init; }
    public required Outcome Outcome { get; init; }

    /// <summary>Working days, pinned when the case was received.</summary>
    public required int PromisedDays { get; init; }
    public required int LegalDays { get; init; }

    /// <summary>测试件: made by whoever tried out the system.</summary>
    public required bool IsTest { get; init; }

    /// <summary>更正: id of the line that this one replaces.</summary>
    public long? Corrects { get; init; }
    public long? Batch { get; init; }

    /// <summary>办理工作日: working days after the acceptance up to the closing day, less those on which the clock stood still; on the same day 0.</summary>
    public int HandlingDays(DateOnly accepted, IEnumerable<CaseStop> stops, WorkingCalendar calendar) =>
        calendar.CountBetween(accepted, ClosedOn) - stops.Sum(stop => StoodStill(accepted, ClosedOn, stop.From, stop.To, calendar));

    /// <summary>Working days of a stop that would have been counted.</summary>
    internal static int StoodStill(DateOnly accepted, DateOnly closed, DateOnly from, DateOnly to, WorkingCalendar calendar)
    {
        var before = from.AddDays(-1) < accepted ? accepted : from.AddDays(-1);
        var through = to < closed ? to : closed;
        return through > before ? calendar.CountBetween(before, through) : 0;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ClosedCase>
    {
        public void Configure(EntityTypeBuilder<ClosedCase> table)
        {
            table.ToTable("closed_cases").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Division).HasMaxLength(12);
            table.Property(c => c.Number).AsCaseNumber();
            table.Property(c => c.Item).HasMaxLength(80);
            table.Property(c => c.Office).HasMaxLength(40);
            table.HasIndex(c => c.Number);
            table.HasIndex(c => new
            {
                c.Division,
                c.ClosedOn,
                c.Id,
            });
            table.HasIndex(c => c.Corrects).IsUnique().HasFilter("\"Corrects\" IS NOT NULL");
        }
    }
}

/// <summary>停钟: days of a case that do not count, from the first to the last. Those of one case never overlap.</summary>
/// <remarks>Administrative Licensing Law art. 45.</remarks>
public sealed class CaseStop : IArchived
{
    public required long Id { get; init; }
    public required CaseNumber Case { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
    public required SpecialProcedureKind Ground { get; init; }
    public long? Batch { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseStop>
    {
        public void Configure(EntityTypeBuilder<CaseStop> table)
        {
            table.ToTable("case_stops").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Case).AsCaseNumber();
            table.HasIndex(s => new { s.Case, s.From }).IsUnique();
        }
    }
}

/// <summary>跑动: a day on which somebody came to a window for a case. Coming twice on one day is one visit.</summary>
public sealed class CaseVisit : IArchived
{
    public required long Id { get; init; }
    public required CaseNumber Case { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Number of the window.</summary>
    public required string Window { get; init; }
    public long? Batch { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseVisit>
    {
        public void Configure(EntityTypeBuilder<CaseVisit> table)
        {
            table.ToTable("case_visits").HasKey(v => v.Id);
            table.Property(v => v.Id).ValueGeneratedNever();
            table.Property(v => v.Case).AsCaseNumber();
            table.Property(v => v.Window).HasMaxLength(20);
            table.HasIndex(v => new { v.Case, v.On }).IsUnique();
        }
    }
}

/// <summary>What was done with a case that came from elsewhere; a case of this house has its facts instead.</summary>
public enum StepKind
{
    /// <summary>收件</summary>
    Received,

    /// <summary>受理</summary>
    Accepted,

    /// <summary>审查</summary>
    Reviewed,

    /// <summary>现场核查</summary>
    CheckedOnSite,

    /// <summary>决定</summary>
    Decided,

    /// <summary>出件</summary>
    Issued,
}

/// <summary>办理环节 of a case that was taken over from an earlier system.</summary>
public sealed class CaseStep : IArchived
{
    public required long Id { get; init; }
    public required CaseNumber Case { get; init; }
    public required StepKind Kind { get; init; }
    public required DateOnly On { get; init; }
    public long? Batch { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseStep>
    {
        public void Configure(EntityTypeBuilder<CaseStep> table)
        {
            table.ToTable("case_steps").HasKey(s => s.Id);
            table.Property(s => s.Id).ValueGeneratedNever();
            table.Property(s => s.Case).AsCaseNumber();
            table.HasIndex(s => s.Case);
        }
    }
}
