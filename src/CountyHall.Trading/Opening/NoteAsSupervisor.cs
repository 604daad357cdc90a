using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>监督记录: the supervising department watches, and notes what it sees; an incident noted here can ground an extension.</summary>
public sealed record NoteAsSupervisor(string Number, OpeningNoteKind Kind, string Text);

public sealed record SupervisorNoted(string Number, long Note, OpeningNoteKind Kind, string Text);

public sealed class NoteAsSupervisorHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<SupervisorNoted>> Handle(NoteAsSupervisor ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<SupervisorNoted>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (OpeningWork.Plain(ask.Text) is not { } text)
                    return new ReasonNeeded();
                var note = OpeningNotes.Add(opening, ask.Kind, text, bySupervisor: true);
                var done = opening.Db.Record(note, on, new SupervisorNoted(ask.Number, note.Id, ask.Kind, text));
                var incident = ask.Kind == OpeningNoteKind.Incident;
                await opening.Say(
                    incident
                        ? ($"监督人员记录异常：{text}", $"Incident noted by the supervisor: {text}")
                        : ($"监督人员记录：{text}", $"Note of the supervisor: {text}"),
                    incident
                );
                return done;
            },
            ct
        );
}
