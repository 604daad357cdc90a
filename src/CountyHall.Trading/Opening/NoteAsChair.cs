using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>主持人记录</summary>
public sealed record NoteAsChair(string Number, string Text);

public sealed record ChairNoted(string Number, long Note, string Text);

public sealed class NoteAsChairHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ChairNoted>> Handle(NoteAsChair ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<ChairNoted>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (OpeningWork.Plain(ask.Text) is not { } text)
                    return new ReasonNeeded();
                var note = OpeningNotes.Add(opening, OpeningNoteKind.Remark, text, bySupervisor: false);
                var done = opening.Db.Record(note, on, new ChairNoted(ask.Number, note.Id, text));
                await opening.Say(($"主持人记录：{text}", $"Note of the chair: {text}"));
                return done;
            },
            ct
        );
}

internal static class OpeningNotes
{
    public static OpeningNote Add(OpeningInHand opening, OpeningNoteKind kind, string text, bool bySupervisor)
    {
        var note = new OpeningNote
        {
            Id = Ids.Next(opening.On.At),
            SessionId = opening.Session.Id,
            Kind = kind,
            Text = text,
            BySupervisor = bySupervisor,
            By = opening.On.By.Name,
            At = opening.On.At,
        };
        opening.Db.OpeningNotes.Add(note);
        return note;
    }
}
