using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>集体约谈登记: the experts of a project were spoken with before the evaluation, by the form.</summary>
public sealed class RegisteredBriefing : RegisterLine
{
    /// <summary>四必谈, as the form of the county has it.</summary>
    public static IReadOnlyList<Words> Topics { get; } =
    [("廉洁自律", "integrity"), ("评标纪律", "discipline"), ("客观公正评标", "objectivity and fairness"), ("优质评标", "quality")];

    public required string Project { get; init; }
    public required DateOnly HeldOn { get; init; }

    /// <summary>Ticked on the form.</summary>
    public required bool Integrity { get; init; }
    public required bool Discipline { get; init; }
    public required bool Fairness { get; init; }
    public required bool Quality { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredBriefing>
    {
        public void Configure(EntityTypeBuilder<RegisteredBriefing> table)
        {
            Map(table, "registered_briefings");
            table.Property(b => b.Project).HasMaxLength(23);
            table.HasIndex(b => new { b.Division, b.HeldOn });
        }
    }
}

/// <summary>约谈签到: one expert at one briefing.</summary>
public sealed class RegisteredBriefingAttendance : RegisterLine
{
    /// <summary>Id of the briefing.</summary>
    public required long Briefing { get; init; }
    public required string Expert { get; init; }

    /// <summary>Signed the form.</summary>
    public required bool Signed { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredBriefingAttendance>
    {
        public void Configure(EntityTypeBuilder<RegisteredBriefingAttendance> table)
        {
            Map(table, "registered_briefing_attendances");
            table.Property(a => a.Expert).HasMaxLength(100);
            table.HasIndex(a => a.Briefing);
        }
    }
}
