using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Register;

/// <summary>专家抽取登记: one draw for one project, whether it came to be executed or not.</summary>
public sealed class RegisteredDraw : RegisterLine
{
    public required string Project { get; init; }

    /// <summary>Who asked: the county venue, or a small platform from its own office (远程抽取).</summary>
    public required TradeTier Origin { get; init; }
    public required DateOnly RequestedOn { get; init; }

    /// <summary>None where the request was given up.</summary>
    public DateOnly? ExecutedOn { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredDraw>
    {
        public void Configure(EntityTypeBuilder<RegisteredDraw> table)
        {
            Map(table, "registered_draws");
            table.Property(d => d.Project).HasMaxLength(30);
            table.HasIndex(d => new
            {
                d.Division,
                d.Origin,
                d.ExecutedOn,
            });
        }
    }
}

/// <summary>With what a project was evaluated.</summary>
public enum EvaluationSystem
{
    /// <summary>电子开标评标系统</summary>
    Electronic,

    /// <summary>建设工程辅助评标系统</summary>
    Assisted,

    /// <summary>政采云</summary>
    ProcurementCloud,

    /// <summary>纸质</summary>
    Paper,
}

/// <summary>评标设置登记: a project was set up for its evaluation.</summary>
public sealed class RegisteredEvaluation : RegisterLine
{
    public required string Project { get; init; }
    public required EvaluationSystem System { get; init; }
    public required DateOnly SetUpOn { get; init; }
    public required bool IsTest { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RegisteredEvaluation>
    {
        public void Configure(EntityTypeBuilder<RegisteredEvaluation> table)
        {
            Map(table, "registered_evaluations");
            table.Property(e => e.Project).HasMaxLength(23);
            table.HasIndex(e => new
            {
                e.Division,
                e.System,
                e.SetUpOn,
            });
        }
    }
}
