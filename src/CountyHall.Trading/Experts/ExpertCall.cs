using System.Text.Json;
using System.Text.Json.Serialization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CountyHall.Trading.Experts;

/// <summary>Why an expert does not come.</summary>
public enum DeclineReason
{
    /// <summary>时间冲突</summary>
    Time,

    /// <summary>健康</summary>
    Health,

    /// <summary>应当回避</summary>
    Recusal,

    /// <summary>其他</summary>
    Other,
}

/// <summary>通知一位专家: by number of the pool; who it is lies sealed until the names are opened.</summary>
public sealed class ExpertCall : IRecorded, IVersioned
{
    public required long Id { get; init; }
    public required long DrawId { get; init; }
    public required int Attempt { get; init; }

    /// <summary>Number in the pool; for an appointment, the place in the list.</summary>
    public required int Number { get; init; }

    /// <summary>For which speciality.</summary>
    public required string Category { get; init; }

    /// <summary>Keyed hash of the person, by which the expert's own page finds the call.</summary>
    public required string PersonKey { get; init; }

    /// <summary>A <see cref="PoolPerson"/>, sealed.</summary>
    public required string Sealed { get; init; }

    /// <summary>Day of the evaluation, so that recent service is found without opening anything.</summary>
    public required DateOnly MeetingOn { get; init; }

    /// <summary>The seat that was left and is to be taken; none for a first member.</summary>
    public long? ForSeat { get; init; }
    public required CallStage Stage { get; set; }
    public string StageName
    {
        get => Recording.KindOf(Stage.GetType());
        private set { }
    }
    public int Version { get; private set; }

    public static string KeyOf(Vault vault, long person) =>
        vault.KeyedHash("expert-call", person.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Lets a step happen, if the call stands where the step exists.</summary>
    public Result<TTo> Take<TFrom, TTo>(Func<TFrom, TTo> step)
        where TFrom : CallStage
        where TTo : CallStage
    {
        if (Stage is not TFrom from)
            return new WrongCallStage(Stage);
        var to = step(from);
        Stage = to;
        return to;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<ExpertCall>
    {
        public void Configure(EntityTypeBuilder<ExpertCall> table)
        {
            table.ToTable("expert_calls").HasKey(c => c.Id);
            table.Property(c => c.Id).ValueGeneratedNever();
            table.Property(c => c.Category).HasMaxLength(20);
            table.Property(c => c.PersonKey).HasMaxLength(60);
            table.Property(c => c.StageName).HasMaxLength(40);
            table
                .Property(c => c.Stage)
                .HasConversion(
                    s => JsonSerializer.Serialize(s, Recording.Json),
                    json => JsonSerializer.Deserialize<CallStage>(json, Recording.Json)!,
                    Columns.ByReference<CallStage>()
                );
            table
                .HasIndex(c => new
                {
                    c.DrawId,
                    c.Attempt,
                    c.Number,
                })
                .IsUnique(); // nobody is called twice
            table.HasIndex(c => new { c.PersonKey, c.MeetingOn });
            table.HasOne<ExpertDraw>().WithMany().HasForeignKey(c => c.DrawId).OnDelete(DeleteBehavior.Restrict);
            table.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>通知环节</summary>
/// <remarks>All stages in the order of life; docs/trading/experts.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Called), "called")]
[JsonDerivedType(typeof(SaidYes), "said-yes")]
[JsonDerivedType(typeof(SaidNo), "said-no")]
[JsonDerivedType(typeof(DidNotAnswer), "did-not-answer")]
[JsonDerivedType(typeof(CalledOff), "called-off")]
[JsonDerivedType(typeof(SeatLeft), "seat-left")]
public abstract record CallStage(DateTime At, DateTime CalledAt)
{
    public abstract Words Name { get; }
}

/// <summary>已通知，等答复</summary>
/// <param name="AnswerBy">From here on the place has passed on, whatever is answered.</param>
public sealed record Called(DateTime At, DateTime CalledAt, DateTime AnswerBy) : CallStage(At, CalledAt)
{
    public override Words Name => ("等待答复", "Waiting");

    /// <summary>The first stage.</summary>
    public static Called Begin(DateTime at, DateTime answerBy) => new(at, at, answerBy);

    public SaidYes Accept(DateTime at) => new(at, CalledAt);

    public SaidNo Decline(DateTime at, DeclineReason reason) => new(at, CalledAt, reason);

    /// <summary>No answer in time.</summary>
    public DidNotAnswer Lapse(DateTime at) => new(at, CalledAt);

    public CalledOff CallOff(DateTime at) => new(at, CalledAt);
}

/// <summary>参加</summary>
public sealed record SaidYes(DateTime At, DateTime CalledAt) : CallStage(At, CalledAt)
{
    public override Words Name => ("参加", "Comes");

    /// <summary>Cannot come after all, before the names are opened.</summary>
    public SaidNo StepBack(DateTime at, DeclineReason reason) => new(at, CalledAt, reason);

    public CalledOff CallOff(DateTime at) => new(at, CalledAt);

    /// <summary>The seat was left in the evaluation. Implementing Regulation art. 48.</summary>
    public SeatLeft Leave(DateTime at) => new(at, CalledAt);
}

/// <summary>不参加</summary>
public sealed record SaidNo(DateTime At, DateTime CalledAt, DeclineReason Reason) : CallStage(At, CalledAt)
{
    public override Words Name => ("不参加", "Does not come");
}

/// <summary>未答复: the next in the order was called.</summary>
public sealed record DidNotAnswer(DateTime At, DateTime CalledAt) : CallStage(At, CalledAt)
{
    public override Words Name => ("未答复", "Did not answer");
}

/// <summary>评标取消</summary>
public sealed record CalledOff(DateTime At, DateTime CalledAt) : CallStage(At, CalledAt)
{
    public override Words Name => ("评标已取消", "Called off");
}

/// <summary>已更换</summary>
public sealed record SeatLeft(DateTime At, DateTime CalledAt) : CallStage(At, CalledAt)
{
    public override Words Name => ("已更换", "Replaced");
}
