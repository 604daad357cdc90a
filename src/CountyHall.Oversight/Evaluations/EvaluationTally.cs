using System.Linq.Expressions;
using CountyHall.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Oversight.Evaluations;

/// <summary>How many were asked and what they answered, of one month, office, item and window. A rebuildable index over the evaluations.</summary>
/// <remarks>Its rows grow with the catalogue and the months, not with the cases; so a page of figures costs the same in a big year.</remarks>
public sealed class EvaluationTally
{
    public required string Division { get; init; }

    /// <summary>Month of the invitations, such as 202611.</summary>
    public required int Month { get; init; }
    public required string Office { get; init; }
    public required string Item { get; init; }

    /// <summary>Window that received; empty for what came online.</summary>
    public required string Window { get; init; }
    public int Invited { get; init; }

    /// <summary>非常不满意</summary>
    public int Ones { get; init; }
    public int Twos { get; init; }
    public int Threes { get; init; }
    public int Fours { get; init; }

    /// <summary>非常满意</summary>
    public int Fives { get; init; }

    /// <summary>Counts an invitation, in the transaction under way.</summary>
    internal static async Task Count(HallDb db, Evaluation asked)
    {
        if (await Of(db, asked).ExecuteUpdateAsync(set => set.SetProperty(t => t.Invited, t => t.Invited + 1)) == 0)
            db.EvaluationTallies.Add(
                new EvaluationTally
                {
                    Division = asked.Division,
                    Month = asked.Month,
                    Office = asked.Office,
                    Item = asked.Item,
                    Window = asked.Window ?? "",
                    Invited = 1,
                }
            );
    }

    /// <summary>Counts an answer to it.</summary>
    internal static Task CountAnswer(HallDb db, Evaluation answered, Grade grade)
    {
        Expression<Func<EvaluationTally, int>> column = grade switch
        {
            Grade.VeryDissatisfied => t => t.Ones,
            Grade.Dissatisfied => t => t.Twos,
            Grade.BasicallySatisfied => t => t.Threes,
            Grade.Satisfied => t => t.Fours,
            _ => t => t.Fives,
        };
        var oneMore = Expression.Lambda<Func<EvaluationTally, int>>(Expression.Add(column.Body, Expression.Constant(1)), column.Parameters);
        return Of(db, answered).ExecuteUpdateAsync(set => set.SetProperty(column, oneMore));
    }

    /// <summary>Makes the counts of a county anew from its evaluations, for whoever brought many in at once.</summary>
    public static async Task Rebuild(HallDb db, string division)
    {
        await db.EvaluationTallies.Where(t => t.Division == division).ExecuteDeleteAsync();
        var counts = new Dictionary<(int Month, string Office, string Item, string Window), int[]>();
        await foreach (
            var row in db
                .Evaluations.AsNoTracking()
                .Where(e => e.Division == division)
                .Select(e => new
                {
                    e.InvitedAt,
                    e.Office,
                    e.Item,
                    e.Window,
                    e.Grade,
                })
                .AsAsyncEnumerable()
        )
            Count(Evaluation.MonthOf(row.InvitedAt), row.Office, row.Item, row.Window, row.Grade);
        await foreach (
            var row in db.Set<ArchivedEvaluation>()
                .AsNoTracking()
                .Where(e => e.Division == division)
                .Select(e => new
                {
                    e.InvitedOn,
                    e.Office,
                    e.Item,
                    e.Window,
                    e.Grade,
                })
                .AsAsyncEnumerable()
        )
            Count((row.InvitedOn.Year * 100) + row.InvitedOn.Month, row.Office, row.Item, row.Window, row.Grade);
        db.EvaluationTallies.AddRange(
            counts.Select(c => new EvaluationTally
            {
                Division = division,
                Month = c.Key.Month,
                Office = c.Key.Office,
                Item = c.Key.Item,
                Window = c.Key.Window,
                Invited = c.Value[0],
                Ones = c.Value[1],
                Twos = c.Value[2],
                Threes = c.Value[3],
                Fours = c.Value[4],
                Fives = c.Value[5],
            })
        );

        void Count(int month, string office, string item, string? window, int? grade)
        {
            var key = (month, office, item, window ?? "");
            if (!counts.TryGetValue(key, out var count))
                counts[key] = count = new int[6];
            count[0]++;
            if (grade is { } given)
                count[given]++;
        }
    }

    private static IQueryable<EvaluationTally> Of(HallDb db, Evaluation of)
    {
        var (month, window) = (of.Month, of.Window ?? "");
        return db.EvaluationTallies.Where(t =>
            t.Division == of.Division && t.Month == month && t.Office == of.Office && t.Item == of.Item && t.Window == window
        );
    }

    internal sealed class Mapping : IEntityTypeConfiguration<EvaluationTally>
    {
        public void Configure(EntityTypeBuilder<EvaluationTally> table)
        {
            table
                .ToTable("evaluation_tallies")
                .HasKey(t => new
                {
                    t.Division,
                    t.Month,
                    t.Office,
                    t.Item,
                    t.Window,
                });
            table.Property(t => t.Division).HasMaxLength(12);
            table.Property(t => t.Office).HasMaxLength(40);
            table.Property(t => t.Item).HasMaxLength(80);
            table.Property(t => t.Window).HasMaxLength(60);
        }
    }
}
