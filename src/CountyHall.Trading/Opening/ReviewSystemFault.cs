using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>确认系统原因: the supervising department agrees, or does not; only then may custodians give their shares.</summary>
/// <param name="Bid">Id of the bid in the opening.</param>
public sealed record ReviewSystemFault(string Number, long Bid, bool Confirmed, string Reason);

public sealed record SystemFaultReviewed(long Bid, bool Confirmed, string Reason);

public sealed class ReviewSystemFaultHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<SystemFaultReviewed>> Handle(ReviewSystemFault ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<SystemFaultReviewed>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.BeforeDeadline is { } early)
                    return early;
                if (opening.Session.Stage is not Decrypting)
                    return new WrongOpeningStage(opening.Session.Stage);
                if (OpeningWork.Plain(ask.Reason) is not { } reason)
                    return new ReasonNeeded();
                if (await opening.Bid(ask.Bid) is not { } bid)
                    return new NoSuchOpeningBid();
                var reviewed = bid.Take(
                    (FaultRecorded recorded) =>
                        ask.Confirmed ? (OpeningBidStage)recorded.Confirm(on.At, on.By.Name, reason) : recorded.Reject(on.At, reason)
                );
                if (reviewed is Result<OpeningBidStage>.Refused(var why))
                    return why;
                var done = opening.Db.Record(bid, on, new SystemFaultReviewed(bid.Id, ask.Confirmed, reason));
                await opening.Say(
                    ask.Confirmed
                        ? (
                            $"{bid.Place} 号 {bid.BidderName}：监督部门确认系统原因，启动保管人补救（{reason}）",
                            $"No. {bid.Place} {bid.BidderName}: the supervisor confirms the fault; the custodians recover the bid ({reason})"
                        )
                        : (
                            $"{bid.Place} 号 {bid.BidderName}：监督部门不认定为系统原因（{reason}）",
                            $"No. {bid.Place} {bid.BidderName}: the supervisor sees no fault of the system ({reason})"
                        ),
                    alarm: ask.Confirmed
                );
                return done;
            },
            ct
        );
}
