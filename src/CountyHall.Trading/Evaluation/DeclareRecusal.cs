using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Projects;

namespace CountyHall.Trading.Evaluation;

/// <summary>申请回避: a member knows of a tie, steps back at once, and the seat is to be drawn anew.</summary>
/// <param name="Tie">Which bidder, and what tie.</param>
public sealed record DeclareRecusal(string Lot, string Tie);

public sealed record RecusalDeclared(string Lot, long Seat, string Tie);

/// <summary>Implementing Regulation arts. 46 and 48. The seat itself is left by whoever runs the draw.</summary>
public sealed class DeclareRecusalHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<RecusalDeclared>> Handle(DeclareRecusal ask, Occasion on, CancellationToken ct = default) =>
        writer.Member<RecusalDeclared>(ask.Lot, on, (found, seat) => Task.FromResult(Recuse(ask, found, seat)), ct);

    private static Result<RecusalDeclared> Recuse(DeclareRecusal ask, EvaluationInHand found, CommitteeSeat seat)
    {
        if (found.Evaluation.Stage is not (Convened or AtWork))
            return new WrongEvaluationStage(found.Evaluation.Stage);
        if (EvaluationWork.Plain(ask.Tie, 500) is not { } tie)
            return new RecusalNeedsWords();
        var review = Reviews.Of(found, seat);
        if (review.Recused is not null)
            return new YouRecused();
        review.Recused = tie;
        TenderWork.Tell(found.Db, found.Tender, found.On, $"标段 {found.Lot.Number} 有评委申请回避，请补抽。");
        return found.Db.Record(review, found.On, new RecusalDeclared(found.Evaluation.Number, seat.Id, tie));
    }
}
