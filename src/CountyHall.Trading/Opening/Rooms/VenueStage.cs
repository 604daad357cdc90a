using System.Text.Json.Serialization;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>场次环节</summary>
/// <remarks>All stages in the order of life; docs/trading/opening.md draws them.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(BookingAsked), "booking-asked")]
[JsonDerivedType(typeof(BookingConfirmed), "booking-confirmed")]
[JsonDerivedType(typeof(VenueInUse), "venue-in-use")]
[JsonDerivedType(typeof(VenueClosed), "venue-closed")]
[JsonDerivedType(typeof(BookingDeclined), "booking-declined")]
[JsonDerivedType(typeof(BookingCancelled), "booking-cancelled")]
public abstract record VenueStage(DateTime At)
{
    public abstract Words Name { get; }
}

/// <summary>A booking that has not begun: it can still be given up.</summary>
public abstract record VenueBooking(DateTime At) : VenueStage(At)
{
    /// <summary>The staff give it another room or time, and so agree to it.</summary>
    public BookingConfirmed Move(DateTime at, string by) => new(at, by);

    public BookingDeclined Decline(DateTime at, string by, string reason) => new(at, by, reason);

    /// <summary>Whoever asked does not need it any more.</summary>
    public BookingCancelled Cancel(DateTime at) => new(at);
}

/// <summary>已申请: the room is held until the staff answer.</summary>
public sealed record BookingAsked(DateTime At) : VenueBooking(At)
{
    public override Words Name => ("待确认", "To be confirmed");

    public BookingConfirmed Confirm(DateTime at, string by) => new(at, by);

    /// <summary>预约: from the first moment the room is nobody else's.</summary>
    public static BookingAsked Of(DateTime at) => new(at);
}

/// <summary>已确认</summary>
public sealed record BookingConfirmed(DateTime At, string By) : VenueBooking(At)
{
    public override Words Name => ("已确认", "Confirmed");

    public VenueInUse Begin(DateTime at, string by) => new(at, by);
}

/// <summary>使用中</summary>
public sealed record VenueInUse(DateTime At, string By) : VenueStage(At)
{
    public override Words Name => ("使用中", "In use");

    /// <summary>A session closes with its log.</summary>
    /// <param name="notes">How many lines the log has.</param>
    public VenueClosed Close(DateTime at, string by, int notes) => new(at, by, At, notes);
}

/// <summary>已结束</summary>
public sealed record VenueClosed(DateTime At, string By, DateTime Began, int Notes) : VenueStage(At)
{
    public override Words Name => ("已结束", "Closed");
}

/// <summary>未同意</summary>
public sealed record BookingDeclined(DateTime At, string By, string Reason) : VenueStage(At)
{
    public override Words Name => ("未同意", "Declined");
}

/// <summary>已取消</summary>
public sealed record BookingCancelled(DateTime At) : VenueStage(At)
{
    public override Words Name => ("已取消", "Cancelled");
}
