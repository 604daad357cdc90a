using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>现场监督登记: a supervisor was there, in the room or at the screens. Two who come to one session have a line each.</summary>
public sealed class RegisteredSupervision : RegisterLine
{
    public required string Session { get; init; }
    public required string By { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredSupervision>
    {
        public void Configure(EntityTypeBuilder<RegisteredSupervision> table)
        {
            Map(table, "registered_supervisions");
            table.Property(s => s.Session).HasMaxLength(30);
            table.Property(s => s.By).HasMaxLength(100);
            table.HasIndex(s => s.Session);
        }
    }
}

/// <summary>监督报告书: one for one project.</summary>
public sealed class RegisteredSupervisionReport : RegisterLine
{
    public required string Number { get; init; }
    public required string Session { get; init; }
    public required string Project { get; init; }
    public required DateOnly IssuedOn { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredSupervisionReport>
    {
        public void Configure(EntityTypeBuilder<RegisteredSupervisionReport> table)
        {
            Map(table, "registered_supervision_reports");
            table.Property(r => r.Number).HasMaxLength(30);
            table.Property(r => r.Session).HasMaxLength(30);
            table.Property(r => r.Project).HasMaxLength(23);
            table.HasIndex(r => r.Number).IsUnique();
            table.HasIndex(r => new { r.Division, r.IssuedOn });
        }
    }
}

/// <summary>监督意见: one opinion or proposal in a report.</summary>
public sealed class RegisteredSupervisionOpinion : RegisterLine
{
    public required string Report { get; init; }
    public required int Number { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredSupervisionOpinion>
    {
        public void Configure(EntityTypeBuilder<RegisteredSupervisionOpinion> table)
        {
            Map(table, "registered_supervision_opinions");
            table.Property(o => o.Report).HasMaxLength(30);
            table.HasIndex(o => new { o.Report, o.Number }).IsUnique();
        }
    }
}
