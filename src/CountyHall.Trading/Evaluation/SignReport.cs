using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Experts;

namespace CountyHall.Trading.Evaluation;

/// <summary>签署评标报告: in person; who does not agree writes the dissent and its reasons instead.</summary>
/// <param name="Dissent">不同意见和理由; none for whoever agrees.</param>
/// <param name="Agrees">Whether the member agrees.</param>
public sealed record SignReport(string Lot, bool Agrees, string? Dissent);

public sealed record ReportSigned(string Lot, int Place, Signature Signature, string? Dissent);

/// <summary>The last member has answered for the report: it stands.</summary>
public sealed record EvaluationReported(string Lot, long Report, int Dissents);

/// <summary>Implementing Regulation art. 53(2): TR-5.7.</summary>
public sealed class SignReportHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfMember;

    public Task<Result<ReportSigned>> Handle(SignReport ask, Occasion on, CancellationToken ct = default) =>
        writer.Pledged<ReportSigned>(ask.Lot, on, (found, seat, mine) => Task.FromResult(Sign(ask, found, seat, mine)), ct);

    private static Result<ReportSigned> Sign(SignReport ask, EvaluationInHand found, CommitteeSeat seat, MemberReview mine)
    {
        if (found.Evaluation.Stage is not Signing)
            return new WrongEvaluationStage(found.Evaluation.Stage);
        if (mine.Signed is not null)
            return new SignedAlready();
        var dissent = ask.Agrees ? null : EvaluationWork.Plain(ask.Dissent, 2000);
        if (!ask.Agrees && dissent is null)
            return new DissentNeedsReason();
        var signature = ask.Agrees ? Signature.Agreed : Signature.Dissented;
        (mine.Signed, mine.SignedAt, mine.SignedWords) = (signature, found.On.At, dissent);
        var done = found.Db.Record(mine, found.On, new ReportSigned(found.Evaluation.Number, seat.Place, signature, dissent));
        Reports.FinishIfSigned(found);
        return done;
    }
}

internal static class Reports
{
    /// <summary>With the last answer the report is made, with every dissent in it.</summary>
    public static void FinishIfSigned(EvaluationInHand found)
    {
        var (evaluation, on) = (found.Evaluation, found.On);
        if (evaluation.Stage is not Signing signing || !found.All(r => r.Signed is not null))
            return;
        var dissents = found
            .Seats.Select(s => (Seat: s, Review: found.ReviewOf(s)!))
            .Where(s => s.Review.Signed == Signature.Dissented)
            .Select(s => new WrittenDissent(s.Seat.Id, s.Seat.Name, s.Review.SignedWords!))
            .ToList();
        var report = new EvaluationReport
        {
            Id = Ids.Next(on.At),
            Division = evaluation.Division,
            TenderId = evaluation.TenderId,
            LotId = evaluation.LotId,
            Content = signing.Content with { Dissents = dissents },
            SignedAt = on.At,
        };
        found.Db.EvaluationReports.Add(report);
        found.Db.Record(report, on, new EvaluationReported(evaluation.Number, report.Id, dissents.Count), answer: false);
        found.Move((Signing s) => s.Report(on.At, report.Id));
    }
}
