using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Projects;

/// <summary>标段 (包): the part of a tender for which one bid is made and one contract signed.</summary>
public sealed class Lot : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long TenderId { get; init; }

    /// <summary>标段编号, 23 characters: tender number 20 + serial 3.</summary>
    public required string Number { get; init; }
    public required string Division { get; init; }
    public required string NameZh { get; set; }
    public required string NameEn { get; set; }

    /// <summary>合同估算价, fen: thresholds and securities are measured by it.</summary>
    public required long Estimate { get; set; }

    /// <summary>最高投标限价, fen; none where only its computation is stated.</summary>
    public long? MaximumPrice { get; set; }

    /// <summary>投标保证金, fen; 0 where none is asked for.</summary>
    public required long Security { get; set; }

    /// <summary>工期 or time of delivery, calendar days, as the documents allow at most.</summary>
    public required int Duration { get; set; }

    /// <summary>The failed lot that is tendered again as this one; none in the first round.</summary>
    public long? Follows { get; init; }
    public required LotStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    /// <summary>Lets a step happen, if the lot stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : LotStage
        where TTo : LotStage
    {
        if (Stage is not TFrom from)
            return new WrongLotStage(Number, Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Lot>
    {
        public void Configure(EntityTypeBuilder<Lot> table)
        {
            table.ToTable("lots").HasKey(l => l.Id);
            table.Property(l => l.Id).ValueGeneratedNever();
            table.Property(l => l.Number).HasMaxLength(23);
            table.Property(l => l.Division).HasMaxLength(12);
            table.Property(l => l.NameZh).HasMaxLength(200);
            table.Property(l => l.NameEn).HasMaxLength(200);
            table.Property(l => l.StageName).HasMaxLength(40);
            table
                .Property(l => l.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<LotStage>(json, Recording.Json)!,
                    Columns.ByReference<LotStage>()
                );
            table.HasIndex(l => l.Number).IsUnique();
            table.HasIndex(l => new { l.TenderId, l.Id });
            table.HasIndex(l => l.Follows).IsUnique(); // a failed lot is tendered again once
            table.HasOne<Tender>().WithMany().HasForeignKey(l => l.TenderId).OnDelete(DeleteBehavior.Restrict);
            table.Property(l => l.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>标段环节</summary>
/// <remarks>All stages in the order of life; docs/trading/README.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Planned), "planned")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(BeingOpened), "being-opened")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(InPublicity), "in-publicity")]
[JsonDerivedType(typeof(Awarded), "awarded")]
[JsonDerivedType(typeof(UnderContract), "under-contract")]
[JsonDerivedType(typeof(Performed), "performed")]
[JsonDerivedType(typeof(Archived), "archived")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Stopped), "stopped")]
public abstract record LotStage(DateTime At)
{
    public abstract Words Name { get; }
}

/// <summary>A lot whose tender may still be terminated.</summary>
public abstract record RunningLot(DateTime At) : LotStage(At)
{
    /// <summary>The whole tender was terminated.</summary>
    public Stopped Stop(DateTime at) => new(at);
}

/// <summary>Not announced yet.</summary>
public sealed record Planned(DateTime At) : RunningLot(At)
{
    public override Words Name => ("待公告", "To be announced");

    /// <summary>The first stage.</summary>
    public static Planned Begin(DateTime at) => new(at);

    public Open Announce(DateTime at) => new(at);
}

/// <summary>公告中: bidders register, pay their securities and hand in bids until the deadline.</summary>
public sealed record Open(DateTime At) : RunningLot(At)
{
    public override Words Name => ("投标中", "Open for bids");

    /// <summary>开标: three bids or more were there at the deadline.</summary>
    public BeingOpened BeginOpening(DateTime at, long session) => new(at, session);

    /// <summary>流标: fewer than three bids; nothing is opened (Bidding Law art. 28, Implementing Regulation art. 44).</summary>
    public Failed Fail(DateTime at, int bids) => new(at, bids);
}

/// <summary>开标中</summary>
/// <param name="Session">Id of the session in which it is opened.</param>
public sealed record BeingOpened(DateTime At, long Session) : RunningLot(At)
{
    public override Words Name => ("开标中", "Being opened");

    public Opened End(DateTime at) => new(at, Session);
}

/// <summary>A lot whose bids are open and that has no contract yet: it may still come to nothing.</summary>
/// <param name="At">Since when it stands there.</param>
public abstract record LotBeforeContract(DateTime At) : LotStage(At)
{
    /// <summary>Evaluated, and no winner: to be tendered again (Bidding Law art. 42, Implementing Regulation art. 55).</summary>
    public Failed Fail(DateTime at, FailureReason reason) => new(at, 0, reason);
}

/// <summary>已开标: the record is confirmed and published; evaluation follows.</summary>
public sealed record Opened(DateTime At, long Session) : LotBeforeContract(At)
{
    public override Words Name => ("已开标", "Opened");

    /// <summary>公示: the candidates are published. Implementing Regulation art. 54.</summary>
    public InPublicity Show(DateTime at) => new(at);
}

/// <summary>公示中: objections may be raised; nothing else happens before they are answered.</summary>
public sealed record InPublicity(DateTime At) : LotBeforeContract(At)
{
    public override Words Name => ("候选人公示中", "Candidates published");

    /// <summary>Published anew, after a correction.</summary>
    public InPublicity Show(DateTime at) => new(at);

    /// <summary>定标</summary>
    public Awarded Award(DateTime at) => new(at);
}

/// <summary>已定标: there is a winner, and no contract yet.</summary>
public sealed record Awarded(DateTime At) : LotBeforeContract(At)
{
    public override Words Name => ("已定标", "Winner chosen");

    /// <summary>签订合同. Bidding Law art. 46.</summary>
    public UnderContract Contract(DateTime at) => new(at);
}

/// <summary>履约中: the contract is signed.</summary>
public sealed record UnderContract(DateTime At) : LotStage(At)
{
    public override Words Name => ("履约中", "Under contract");

    /// <summary>履约完成</summary>
    public Performed Complete(DateTime at) => new(at);
}

/// <summary>履约完成: to be archived with its tender.</summary>
public sealed record Performed(DateTime At) : LotStage(At)
{
    public override Words Name => ("履约完成", "Contract performed");

    public Archived Archive(DateTime at) => new(at);
}

/// <summary>已归档</summary>
public sealed record Archived(DateTime At) : LotStage(At)
{
    public override Words Name => ("已归档", "Archived");
}

/// <summary>流标原因: why there is no winner.</summary>
public enum FailureReason
{
    /// <summary>投标人少于三个</summary>
    TooFewBids,

    /// <summary>否决全部投标. Bidding Law art. 42.</summary>
    AllRejected,

    /// <summary>没有可以确定为中标人的候选人: each gave up or was excluded.</summary>
    NoCandidateLeft,

    /// <summary>The first candidate cannot win, and the entity tenders again instead of taking the next (Implementing Regulation art. 55).</summary>
    EntityTendersAgain,
}

public static class FailureReasons
{
    public static Words NameOf(FailureReason reason) =>
        reason switch
        {
            FailureReason.TooFewBids => ("投标人少于三个", "fewer than three bids"),
            FailureReason.AllRejected => ("所有投标被否决", "every bid was rejected"),
            FailureReason.NoCandidateLeft => ("没有可以确定为中标人的候选人", "no candidate is left"),
            FailureReason.EntityTendersAgain => (
                "排名在前的候选人不能中标，招标人决定重新招标",
                "the first candidate cannot win, and the entity tenders again"
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}

/// <summary>流标: to be tendered again.</summary>
/// <param name="Bids">How many bids were there at the deadline; 0 where it failed after the opening.</param>
/// <param name="Reason">Fewer than three bids, where nothing else is said.</param>
public sealed record Failed(DateTime At, int Bids, FailureReason Reason = FailureReason.TooFewBids) : LotStage(At)
{
    public override Words Name =>
        (
            Reason == FailureReason.TooFewBids ? "流标" : $"流标（{FailureReasons.NameOf(Reason).Zh}）",
            $"Failed: {FailureReasons.NameOf(Reason).En}"
        );

    /// <summary>不再招标: failed for want of bids the second time, and the department agrees (Zhejiang Bidding Regulation art. 23).</summary>
    public Stopped Stop(DateTime at) => new(at);
}

/// <summary>已终止</summary>
public sealed record Stopped(DateTime At) : LotStage(At)
{
    public override Words Name => ("已终止", "Terminated");
}

/// <summary>The step does not exist where the lot stands.</summary>
public sealed record WrongLotStage(string Lot, LotStage At)
    : Refusal(
        ($"标段 {Lot} 现在处于“{At.Name.Zh}”，不能这样办理。", $"Lot {Lot} stands at “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的环节办理。", "Reload the page and go on from where the lot stands now.")
    );

public sealed record LotNotFound(string Asked)
    : Refusal(
        ($"查无标段 {Asked}。", $"There is no lot {Asked}."),
        ("请核对公告上的标段编号。", "Check the number of the lot on the announcement.")
    );
