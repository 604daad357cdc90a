using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Award;

/// <summary>异议的处理</summary>
public enum ObjectionOutcome
{
    /// <summary>不成立</summary>
    NotUpheld,

    /// <summary>成立，由原评标委员会复核</summary>
    ReferredToCommittee,

    /// <summary>成立，查实候选人存在影响中标结果的违法行为</summary>
    CandidateStruck,
}

/// <summary>对评标结果的异议. Implementing Regulation art. 54(2): raised during the publicity, answered within three days, and nothing goes on until then.</summary>
public sealed class ResultObjection : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required string Division { get; init; }
    public required long TenderId { get; init; }
    public required long LotId { get; init; }

    /// <summary>1, 2, 3… within the lot.</summary>
    public required int Number { get; init; }

    /// <summary>Party id and name of whoever objects: a bidder, or somebody else whose interest is touched.</summary>
    public required long By { get; init; }
    public required string ByName { get; init; }

    /// <summary>利害关系: how somebody who did not bid is touched; none for a bidder.</summary>
    public string? Interest { get; init; }
    public required string Text { get; init; }
    public required DateTime RaisedAt { get; init; }
    public ObjectionOutcome? Outcome { get; set; }
    public string? Answer { get; set; }
    public DateTime? AnsweredAt { get; set; }
    public int Version { get; private set; }

    /// <summary>The three days in which it is answered.</summary>
    public Clock Clock
    {
        get
        {
            var clock = Clock.Start(Rulebook.ResultObjectionAnswer, RaisedAt);
            return AnsweredAt is { } at ? clock.Ended(at) : clock;
        }
    }

    public static Words NameOf(ObjectionOutcome outcome) =>
        outcome switch
        {
            ObjectionOutcome.NotUpheld => ("不成立", "not upheld"),
            ObjectionOutcome.ReferredToCommittee => ("成立，交评标委员会复核", "upheld, referred to the committee"),
            _ => ("成立，候选人资格取消", "upheld, the candidate is struck"),
        };

    /// <summary>暂停: an objection to the result of this lot waits for its answer.</summary>
    public static Task<bool> Suspends(HallDb db, long lot) => db.ResultObjections.AnyAsync(o => o.LotId == lot && o.AnsweredAt == null);

    internal sealed class Mapping : IEntityTypeConfiguration<ResultObjection>
    {
        public void Configure(EntityTypeBuilder<ResultObjection> table)
        {
            table.ToTable("result_objections").HasKey(o => o.Id);
            table.Property(o => o.Id).ValueGeneratedNever();
            table.Property(o => o.Division).HasMaxLength(12);
            table.Property(o => o.ByName).HasMaxLength(200);
            table.Property(o => o.Interest).HasMaxLength(1000);
            table.Property(o => o.Text).HasMaxLength(4000);
            table.Property(o => o.Answer).HasMaxLength(4000);
            table.Ignore(o => o.Clock);
            table.HasIndex(o => new { o.LotId, o.Number }).IsUnique();
            table.HasIndex(o => new { o.LotId, o.AnsweredAt });
            table.HasIndex(o => new { o.TenderId, o.Id });
            table.HasIndex(o => o.By);
            table.HasOne<Lot>().WithMany().HasForeignKey(o => o.LotId).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Kernel.People.Party>().WithMany().HasForeignKey(o => o.By).OnDelete(DeleteBehavior.Restrict);
            table.Property(o => o.Version).IsConcurrencyToken();
        }
    }
}
