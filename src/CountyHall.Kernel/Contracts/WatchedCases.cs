using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;

namespace CountyHall.Kernel.Contracts;

/// <summary>The lamp of a running case changed, or the desks on which a case with a lamp lies: whoever watches looks at it.</summary>
/// <remarks>It only says that there is something to see. What there is to see is read from the case, so it may come twice or late.</remarks>
/// <param name="Case">Id of the case.</param>
public sealed record LampTurned(long Case);

/// <summary>特别程序: the clock of a case was stopped, as the applicant was told.</summary>
/// <param name="PlannedDays">Working days, as told to the applicant.</param>
/// <param name="LeftDays">Working days that were left of the promise; negative where it was late already.</param>
/// <param name="WasWarned">Whether the lamp was yellow or red when the clock was stopped.</param>
public sealed record ClockStopped(
    long Case,
    string Number,
    string Division,
    string Office,
    Words Item,
    Words Ground,
    int PlannedDays,
    int LeftDays,
    bool WasWarned,
    DateTime At
);

/// <summary>办结: the result was handed over or delivered.</summary>
/// <param name="Office">Key of the deciding body.</param>
/// <param name="Window">Window that received and accepted it; none for a case that came online.</param>
/// <param name="Applicant">Party id.</param>
/// <param name="Officers">User ids of those who accepted, concluded and handed over: they are rated.</param>
public sealed record CaseCompleted(
    long Case,
    string Number,
    string Division,
    string Item,
    Words ItemName,
    string Office,
    string? Window,
    long Applicant,
    IReadOnlyList<long> Officers,
    DateTime At
);

/// <summary>What a case shows to those who watch it.</summary>
/// <param name="Holders">Keys of the offices that must act now.</param>
/// <param name="Clock">The limit that runs against those offices; none where the applicant has the word or nothing runs.</param>
/// <param name="IsOver">Nothing is awaited any more, from nobody.</param>
public sealed record WatchedCase(
    long Id,
    string Number,
    string Division,
    Words Item,
    Words Stage,
    IReadOnlyList<string> Holders,
    Clock? Clock,
    bool IsOver
);

/// <summary>What the case engine answers to those who watch. They never write what they watch.</summary>
public interface IWatchedCases
{
    /// <summary>The case as it stands at an instant; what has run out by itself is taken into account. None where there is no such case.</summary>
    Task<WatchedCase?> Read(HallDb db, long id, DateTime now, CancellationToken ct = default);

    /// <summary>The same by its number.</summary>
    Task<WatchedCase?> Find(HallDb db, string number, DateTime now, CancellationToken ct = default);

    /// <summary>How many cases each of these offices has in hand, counted up to a thousand.</summary>
    Task<IReadOnlyDictionary<string, int>> InHand(
        HallDb db,
        string division,
        IReadOnlyCollection<string> offices,
        CancellationToken ct = default
    );
}
