using System.Text.Json.Serialization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>候选名单的公布: what is known of the pool before anybody can know the seed.</summary>
/// <param name="Size">Entries are numbered 1 to this.</param>
/// <param name="Hash">SHA-256 over the numbered entries, lowercase hex: <see cref="DrawTranscript.PoolHash"/>.</param>
/// <param name="CategorySet">Number of the version of the specialities.</param>
public sealed record PublishedPool(int Size, string Hash, DrawArea Area, IReadOnlyList<PoolStep> Steps, int CategorySet);

/// <summary>抽取环节</summary>
/// <param name="Attempt">第几次: 1, then one more whenever the draw was started anew.</param>
/// <remarks>All stages in the order of life; docs/trading/experts.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(AppointmentAsked), "appointment-asked")]
[JsonDerivedType(typeof(DrawRequested), "draw-requested")]
[JsonDerivedType(typeof(PoolPublished), "pool-published")]
[JsonDerivedType(typeof(SharesRevealing), "shares-revealing")]
[JsonDerivedType(typeof(CallingExperts), "calling-experts")]
[JsonDerivedType(typeof(SeatsFilled), "seats-filled")]
[JsonDerivedType(typeof(NamesOpened), "names-opened")]
[JsonDerivedType(typeof(MeetingCancelled), "meeting-cancelled")]
public abstract record DrawStage(DateTime At, int Attempt)
{
    public abstract Words Name { get; }

    /// <summary>The pool of the attempt under way; none before it is published, and where experts are appointed.</summary>
    [JsonIgnore]
    public PublishedPool? Published =>
        this switch
        {
            PoolPublished at => at.Pool,
            SharesRevealing at => at.Pool,
            AfterDraw at => at.Pool,
            NamesOpened at => at.Pool,
            _ => null,
        };
}

/// <summary>A draw whose evaluation has not begun: the meeting can still be called off.</summary>
public abstract record DrawUnderWay(DateTime At, int Attempt) : DrawStage(At, Attempt)
{
    public MeetingCancelled Cancel(DateTime at, string reason) => new(at, Attempt, reason);
}

/// <summary>申请直接确定: waits for the supervising department. Zhejiang Bidding Regulation art. 29.</summary>
/// <param name="Ground">Why no random draw: too technical, too special, or set by the state.</param>
public sealed record AppointmentAsked(DateTime At, int Attempt, string Ground) : DrawUnderWay(At, Attempt)
{
    public override Words Name => ("直接确定待批准", "Appointment waits for approval");

    /// <summary>The first stage of an appointment.</summary>
    public static AppointmentAsked Begin(DateTime at, string ground) => new(at, 1, ground);

    public CallingExperts Approve(DateTime at) => new(at, Attempt, null, "");

    /// <summary>不同意: the experts are drawn like any others.</summary>
    public DrawRequested Decline(DateTime at, string reason) => new(at, Attempt, reason);
}

/// <summary>已申请: the pool is not made yet.</summary>
/// <param name="Because">Why it was started anew; none for the first.</param>
public sealed record DrawRequested(DateTime At, int Attempt, string? Because) : DrawUnderWay(At, Attempt)
{
    public override Words Name => ("已申请", "Requested");

    /// <summary>The first stage.</summary>
    public static DrawRequested Begin(DateTime at, string? because) => new(at, 1, because);

    /// <summary>公布候选名单的指纹</summary>
    public PoolPublished Publish(DateTime at, PublishedPool pool) => new(at, Attempt, pool);
}

/// <summary>名单已封存: each side commits to its share.</summary>
public sealed record PoolPublished(DateTime At, int Attempt, PublishedPool Pool) : DrawUnderWay(At, Attempt)
{
    public override Words Name => ("名单指纹已公布，封存份额", "Pool published, shares are committed to");

    /// <summary>Every side has committed: shares are revealed from here on, and none can be changed.</summary>
    public SharesRevealing CloseCommitments(DateTime at) => new(at, Attempt, Pool);

    /// <summary>A side does not commit: put down, and started anew.</summary>
    public DrawRequested BeginAnew(DateTime at, string because) => new(at, Attempt + 1, because);
}

/// <summary>揭示份额</summary>
public sealed record SharesRevealing(DateTime At, int Attempt, PublishedPool Pool) : DrawUnderWay(At, Attempt)
{
    public override Words Name => ("揭示份额", "Shares are revealed");

    /// <summary>抽取: the last share is revealed, and the order is what they give.</summary>
    /// <param name="key">The canonical shares in their announced order, one after the other.</param>
    public CallingExperts Draw(DateTime at, string key) => new(at, Attempt, Pool, key);

    /// <summary>A side does not reveal: the draw stops, that is put down, and it is started anew.</summary>
    public DrawRequested BeginAnew(DateTime at, string because) => new(at, Attempt + 1, because);
}

/// <summary>A draw that was made: its order stands, and substitutes are the next rounds.</summary>
/// <param name="Pool">None where experts were appointed.</param>
/// <param name="Key">The key string of RFC 3797; empty where experts were appointed.</param>
public abstract record AfterDraw(DateTime At, int Attempt, PublishedPool? Pool, string Key) : DrawUnderWay(At, Attempt);

/// <summary>通知专家: seats are being filled in the order of the draw.</summary>
public sealed record CallingExperts(DateTime At, int Attempt, PublishedPool? Pool, string Key) : AfterDraw(At, Attempt, Pool, Key)
{
    public override Words Name => ("通知专家", "Experts are called");

    public SeatsFilled Fill(DateTime at) => new(at, Attempt, Pool, Key);

    /// <summary>The order is at its end and seats are empty: what is missing is drawn from another pool, with another seed.</summary>
    public DrawRequested BeginAnew(DateTime at, string because) => new(at, Attempt + 1, because);
}

/// <summary>人员已齐: sealed until the evaluation.</summary>
public sealed record SeatsFilled(DateTime At, int Attempt, PublishedPool? Pool, string Key) : AfterDraw(At, Attempt, Pool, Key)
{
    public override Words Name => ("人员已齐，名单密封", "Seats filled, names sealed");

    /// <summary>Somebody who had said yes cannot come: the next in the order is called.</summary>
    public CallingExperts CallAgain(DateTime at) => new(at, Attempt, Pool, Key);

    /// <summary>启封: the evaluation begins, and the committee is known to itself.</summary>
    public NamesOpened Open(DateTime at) => new(at, Attempt, Pool, Key);
}

/// <summary>名单已启封: replacements are still called in the order of the draw.</summary>
public sealed record NamesOpened(DateTime At, int Attempt, PublishedPool? Pool, string Key) : DrawStage(At, Attempt)
{
    public override Words Name => ("名单已启封", "Names opened");
}

/// <summary>评标取消: everybody who was called is told.</summary>
public sealed record MeetingCancelled(DateTime At, int Attempt, string Reason) : DrawStage(At, Attempt)
{
    public override Words Name => ("评标已取消", "Evaluation cancelled");
}
