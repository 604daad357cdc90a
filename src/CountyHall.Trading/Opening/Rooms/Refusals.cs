using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rooms;

public sealed record RoomNotFound()
    : Refusal(("没有这个场地。", "There is no such room."), ("请从场地表里选。", "Choose one of the rooms on the list."));

public sealed record VenueSessionNotFound()
    : Refusal(("没有这个场次。", "There is no such session."), ("请从场次表里打开。", "Open it from the calendar."));

public sealed record WrongVenueStage(VenueStage At)
    : Refusal(
        ($"场次现在是“{At.Name.Zh}”，不能这样办理。", $"The session is “{At.Name.En}”; that step does not exist there."),
        ("请刷新页面，按现在的状态办理。", "Reload the page and go on from where it stands now.")
    );

/// <summary>No double booking.</summary>
/// <param name="From">The first quarter that is taken (Beijing time, as shown).</param>
public sealed record RoomTaken(Words Room, string From)
    : Refusal(
        (
            $"{Room.Zh}在 {From} 已被预约，一个场地同一时间只能用于一个项目。",
            $"{Room.En} is taken from {From}; a room serves one tender at a time."
        ),
        ("请换一个时间或者场地；场次表里空白的都可以约。", "Take another time or room; whatever is blank in the calendar is free."),
        Rulebook.BookingLongest.Basis
    );

public sealed record BookingTimeWrong()
    : Refusal(
        (
            $"预约的时间不对：开始要晚于现在，结束要晚于开始，最长 {Rulebook.BookingLongest.Amount} 小时。",
            $"The time is wrong: it begins after now, ends after it begins, and lasts {Rulebook.BookingLongest.Amount} hours at most."
        ),
        ("请按 2026-11-24 09:30 这样填写开始和结束。", "Write from and to like 2026-11-24 09:30."),
        Rulebook.BookingLongest.Basis
    );

/// <summary>Bidding Law art. 34: the opening is at the deadline, at the place named in the documents.</summary>
public sealed record OpeningOutsideBooking(string Deadline)
    : Refusal(
        (
            $"开标在投标截止的同一时间（{Deadline}）进行，预约的时间没有包括它。",
            $"Bids are opened at the deadline ({Deadline}); the time asked for leaves it out."
        ),
        ("请预约包括截止时间在内的时段。", "Ask for a time that has the deadline in it."),
        new Provision(Laws.Bidding, "第三十四条", "art. 34")
    );

public sealed record SessionWithoutLog()
    : Refusal(
        ("还没有现场服务记录，场次不能结束。", "The session has no note of service yet and cannot be closed."),
        ("请至少记一条现场服务，再结束。", "Write at least one note of the service, then close it."),
        Rulebook.SessionLog.Basis
    );

public sealed record ReasonForParties()
    : Refusal(
        ("请写明理由，申请人会看到。", "Give the reason; whoever asked will read it."),
        ("用一句话写清楚。", "One plain sentence will do.")
    );

public sealed record NoteEmpty()
    : Refusal(("记录没有内容。", "The note is empty."), ("请写一句话，最多 500 字。", "Write a sentence, 500 characters at most."));
