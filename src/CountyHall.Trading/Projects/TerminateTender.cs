using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Notices;

namespace CountyHall.Trading.Projects;

/// <summary>终止招标, with a reason that everybody reads.</summary>
/// <remarks>Implementing Regulation art. 31: announced at once; the price of the documents and the securities with interest go back.</remarks>
public sealed record TerminateTender(string Tender, string Reason);

public sealed record TenderTerminated(string Tender, string Reason, string Notice);

public sealed record LotStopped(string Number);

public sealed class TerminateTenderHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<TenderTerminated>> Handle(TerminateTender ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<TenderTerminated>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not OpenTender)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (string.IsNullOrWhiteSpace(ask.Reason) || ask.Reason.Trim().Length > 1000)
                    return new TerminationReasonMissing();
                var reason = ask.Reason.Trim();
                var lots = await TenderWork.Lots(db, tender.Id);
                var published = await NoticeBook.Publish(
                    db,
                    tender,
                    NoticeKind.Termination,
                    [
                        new(
                            "lots",
                            ("终止的标段", "Lots"),
                            string.Join('\n', lots.Where(l => l.Stage is RunningLot).Select(l => $"{l.Number} {l.NameZh}"))
                        ),
                        new("reason", ("终止原因", "Reason"), reason),
                        new(
                            "refund",
                            ("费用和保证金的退还", "What goes back"),
                            "已收取的招标文件费用退还；已收取的投标保证金及银行同期存款利息原路退回基本账户，保函同时退还。"
                        ),
                        new("contact", ("招标人", "Tendering entity"), tender.EntityName),
                    ],
                    on
                );
                if (published is not Result<Notice>.Done(var notice))
                    return ((Result<Notice>.Refused)published).Why;
                foreach (var lot in lots.Where(l => l.Stage is RunningLot))
                {
                    lot.Take((RunningLot running) => running.Stop(on.At));
                    db.Record(lot, on, new LotStopped(lot.Number), answer: false);
                }
                return tender
                    .Take((OpenTender open) => open.Terminate(on.At, reason))
                    .Then<TenderTerminated>(_ => db.Record(tender, on, new TenderTerminated(tender.Number, reason, notice.Number)));
            },
            ct
        );
}

public sealed record TerminationReasonMissing()
    : Refusal(
        ("没有写明终止招标的原因（不超过 1000 字）。", "The reason of the termination is missing (1000 characters at most)."),
        ("请写明原因，公告会公开这段话。", "Say why; the notice publishes these words."),
        Laws.BiddingRegulation.At("第三十一条", "art. 31")
    );
