using System.Text.Json;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Evaluation;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Award;

/// <summary>定标: what becomes of one lot after its evaluation. A lot has one award, and an award one winner at a time.</summary>
public sealed class LotAward : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }

    /// <summary>Id of the signed report.</summary>
    public required long Report { get; init; }
    public required AwardStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }

    /// <summary>When the winner was chosen, UTC: from here the department waits for its report (TR-3.32); none before.</summary>
    public DateTime? FixedAt { get; set; }

    /// <summary>When the written report went to the supervising department; none before.</summary>
    public DateTime? ReportedAt { get; set; }
    public string? ReportText { get; set; }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the award stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : AwardStage
        where TTo : AwardStage
    {
        if (Stage is not TFrom from)
            return new WrongAwardStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    /// <summary>The award of a lot; none before somebody took up its report.</summary>
    public static Task<LotAward?> Of(HallDb db, long lot) => db.LotAwards.AsNoTracking().FirstOrDefaultAsync(a => a.LotId == lot);

    internal sealed class Mapping : IEntityTypeConfiguration<LotAward>
    {
        public void Configure(EntityTypeBuilder<LotAward> table)
        {
            table.ToTable("lot_awards").HasKey(a => a.Id);
            table.Property(a => a.Id).ValueGeneratedNever();
            table.Property(a => a.Division).HasMaxLength(12);
            table.Property(a => a.StageName).HasMaxLength(40);
            table.Property(a => a.ReportText).HasMaxLength(8000);
            table
                .Property(a => a.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<AwardStage>(json, Recording.Json)!,
                    Columns.ByReference<AwardStage>()
                );
            table.HasIndex(a => a.LotId).IsUnique();
            table.HasIndex(a => a.TenderId);
            table.HasIndex(a => new
            {
                a.Division,
                a.StageName,
                a.Id,
            });
            table.HasOne<Lot>().WithMany().HasForeignKey(a => a.LotId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Tender>().WithMany().HasForeignKey(a => a.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<EvaluationReport>().WithMany().HasForeignKey(a => a.Report).OnDelete(DeleteBehavior.Restrict);
            table.Property(a => a.Version).IsConcurrencyToken();
        }
    }
}
