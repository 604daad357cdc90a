using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Opening.Rooms;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>C45: rooms are booked, confirmed, moved and given back, and none is held twice.</summary>
public abstract class Booking_a_room(Hall hall) : On_either_database(hall)
{
    [Fact]
    public async Task Two_who_ask_at_the_same_moment_do_not_both_have_the_room()
    {
        await using var here = await Journeys.Hall.Open(Hall.Engine);
        await using var there = await here.AnotherNode();
        var grounds = new List<OpeningGround>();
        for (var i = 0; i < 8; i++)
            grounds.Add(await OpeningGround.In(here, deadline: TimeSpan.FromDays(3) - TimeSpan.FromHours(4 * i)));
        var answers = await Task.WhenAll(
            grounds.Select(
                async (ground, i) =>
                {
                    var node = i % 2 == 0 ? here : there;
                    var ask = new BookRoom(
                        ground.Number,
                        "K1",
                        ground.Deadline.AddMinutes(-7 * i),
                        ground.Deadline.AddHours(1),
                        VenuePurpose.Opening
                    );
                    return await node.Get<BookRoomHandler>().Handle(ask, await node.Occasion(OpeningGround.Agency));
                }
            )
        );
        answers.Count(a => a is Result<RoomBooked>.Done).ShouldBe(1);
        answers.Select(a => a.Refusal()).OfType<Refusal>().ShouldAllBe(why => why is RoomTaken);
        var held = await here.Read(db => db.VenueSlots.GroupBy(s => s.SessionId).CountAsync());
        held.ShouldBe(1);
    }

    [Fact]
    public async Task A_session_is_asked_for_moved_held_and_closed_with_its_log()
    {
        var (first, second) = (
            await OpeningGround.In(Hall, deadline: TimeSpan.FromHours(4.5)),
            await OpeningGround.In(Hall, deadline: TimeSpan.FromHours(3))
        );
        var venue = OpeningGround.Venue;
        var asked = await Book(first, "K1");
        (
            await first.Refused<BookRoomHandler, RoomBooked>(OpeningGround.Agency, (h, on) => h.Handle(Wanted(first, "K1"), on))
        ).ShouldBeOfType<RoomTaken>();
        // To another room and back: what it held there is free again.
        await first.Ask<MoveBookingHandler, BookingMoved>(venue, (h, on) => h.Handle(Moved(asked, first, "K2"), on));
        await first.Ask<MoveBookingHandler, BookingMoved>(venue, (h, on) => h.Handle(Moved(asked, first, "K1"), on));
        var other = await Book(second, "K2");
        (
            await second.Refused<MoveBookingHandler, BookingMoved>(
                venue,
                (h, on) => h.Handle(new(other, "K1", first.Deadline, second.Deadline.AddMinutes(5)), on)
            )
        ).ShouldBeOfType<RoomTaken>();
        await second.Ask<DeclineBookingHandler, BookingWasDeclined>(venue, (h, on) => h.Handle(new(other, "当天停电检修"), on));
        await Book(second, "K2");

        await first.Ask<BeginVenueSessionHandler, VenueSessionBegun>(venue, (h, on) => h.Handle(new(asked), on));
        (
            await first.Refused<CloseVenueSessionHandler, VenueSessionClosed>(venue, (h, on) => h.Handle(new(asked), on))
        ).ShouldBeOfType<SessionWithoutLog>();
        await first.Ask<NoteInVenueHandler, VenueNoted>(venue, (h, on) => h.Handle(new(asked, VenueNoteKind.Witness, "主持人到场"), on));
        (
            await first.Refused<CloseVenueSessionHandler, VenueSessionClosed>(venue, (h, on) => h.Handle(new(asked), on))
        ).ShouldBeOfType<SessionWithoutLog>();
        await first.Ask<NoteInVenueHandler, VenueNoted>(venue, (h, on) => h.Handle(new(asked, VenueNoteKind.Service, "设备检查正常"), on));
        (await first.Ask<CloseVenueSessionHandler, VenueSessionClosed>(venue, (h, on) => h.Handle(new(asked), on))).Notes.ShouldBe(2);
    }

    [Fact]
    public async Task A_booking_for_the_opening_has_the_deadline_in_it()
    {
        var ground = await OpeningGround.In(Hall);
        foreach (var (from, to, right) in new[] { (1, 60, false), (0, 60, true) })
        {
            var ask = new BookRoom(
                ground.Number,
                "K3",
                ground.Deadline.AddMinutes(from),
                ground.Deadline.AddMinutes(to),
                VenuePurpose.Opening
            );
            var answer = await Hall.Get<BookRoomHandler>().Handle(ask, await Hall.Occasion(OpeningGround.Agency));
            (answer is Result<RoomBooked>.Done).ShouldBe(right, answer.Refusal()?.Reason.En);
        }
    }

    [Fact]
    public async Task The_preview_names_day_time_and_room_and_nobody_who_bids()
    {
        var ground = await OpeningGround.In(Hall);
        await ground.HasARoom("P1");
        var before = await Preview(ground);
        foreach (var user in OpeningGround.Bidders)
            await ground.HandsIn(user);
        (before.At, before.Room!.Value.Zh).ShouldBe((ground.Deadline, "评标一室"));
        (await Preview(ground)).ShouldBe(before);
    }

    private async Task<OpeningPreview> Preview(OpeningGround ground) =>
        (await Hall.Read(db => Openings.Of(db, "330421", CountyTime.DayOf(ground.Deadline)))).Single(o => o.Tender == ground.Number);

    private static async Task<long> Book(OpeningGround ground, string room) =>
        (await ground.Ask<BookRoomHandler, RoomBooked>(OpeningGround.Agency, (h, on) => h.Handle(Wanted(ground, room), on))).Session;

    private static BookRoom Wanted(OpeningGround ground, string room) =>
        new(ground.Number, room, ground.Deadline.AddMinutes(-15), ground.Deadline.AddHours(1), VenuePurpose.Opening);

    private static MoveBooking Moved(long session, OpeningGround ground, string room) =>
        new(session, room, ground.Deadline.AddMinutes(-15), ground.Deadline.AddHours(1));
}

public sealed class Booking_a_room_on_the_embedded_database(EmbeddedHall hall) : Booking_a_room(hall), IClassFixture<EmbeddedHall>;

public sealed class Booking_a_room_on_PostgreSQL(PostgresHall hall) : Booking_a_room(hall), IClassFixture<PostgresHall>;
