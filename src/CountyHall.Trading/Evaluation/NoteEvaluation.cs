using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Evaluation;

/// <summary>评标监督记录: what the supervising department sees while bids are evaluated.</summary>
public sealed record NoteEvaluation(string Lot, string Text);

public sealed record EvaluationNoted(string Lot, long Note, string Text);

/// <summary>The supervisor sees who is done with what, and no score.</summary>
public sealed class NoteEvaluationHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<EvaluationNoted>> Handle(NoteEvaluation ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<EvaluationNoted>(ask.Lot, Charge, on, found => Task.FromResult(Note(ask, found)), ct);

    private static Result<EvaluationNoted> Note(NoteEvaluation ask, EvaluationInHand found)
    {
        if (EvaluationWork.Plain(ask.Text, 1000) is not { } text)
            return new NoteNeedsWords();
        var note = new EvaluationNote
        {
            Id = Ids.Next(found.On.At),
            EvaluationId = found.Id,
            Text = text,
            At = found.On.At,
        };
        found.Db.EvaluationNotes.Add(note);
        return found.Db.Record(note, found.On, new EvaluationNoted(found.Evaluation.Number, note.Id, text));
    }
}
