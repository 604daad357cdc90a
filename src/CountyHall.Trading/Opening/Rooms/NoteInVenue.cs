using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rooms;

/// <summary>记录: one line in the log of a session, stamped by the house.</summary>
public sealed record NoteInVenue(long Session, VenueNoteKind Kind, string Text);

public sealed record VenueNoted(long Session, long Note, VenueNoteKind Kind, string Text);

public sealed class NoteInVenueHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<VenueNoted>> Handle(NoteInVenue ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<VenueNoted>(
            ask.Session,
            Charge,
            on,
            (db, session, _) =>
            {
                if (session.Stage is not VenueInUse)
                    return Task.FromResult<Result<VenueNoted>>(new WrongVenueStage(session.Stage));
                if (ask.Text.Trim() is not { Length: > 0 and <= 500 } text)
                    return Task.FromResult<Result<VenueNoted>>(new NoteEmpty());
                var note = new VenueNote
                {
                    Id = Ids.Next(on.At),
                    SessionId = session.Id,
                    Kind = ask.Kind,
                    Text = text,
                    By = on.By.Name,
                    At = on.At,
                };
                db.VenueNotes.Add(note);
                return Task.FromResult<Result<VenueNoted>>(db.Record(note, on, new VenueNoted(session.Id, note.Id, note.Kind, text)));
            },
            ct
        );
}
