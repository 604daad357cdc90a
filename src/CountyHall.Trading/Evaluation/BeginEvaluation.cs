using System.Security.Cryptography;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Evaluation.Methods;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Notices;
using CountyHall.Trading.Opening;
using CountyHall.Trading.Projects;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Evaluation;

/// <summary>开始评标: the entity or its agency hands the opened bids of a lot to the committee.</summary>
/// <param name="Minutes">Time planned for it.</param>
/// <param name="Credit">One value for each bid where the document has a credit item; empty otherwise.</param>
public sealed record BeginEvaluation(string Lot, int Minutes, IReadOnlyList<CreditValue> Credit);

/// <param name="MethodVersion">The county's version of the day of the announcement.</param>
public sealed record EvaluationBegun(string Lot, string MethodVersion, int Bids, DateTime PlannedEnd);

/// <summary>Bidding Law arts. 37 and 40; the standard is that of the documents, and no other.</summary>
public sealed class BeginEvaluationHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<EvaluationBegun>> Handle(BeginEvaluation ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<EvaluationBegun>(
            on,
            async db =>
            {
                var number = ask.Lot.Trim();
                if (await db.Lots.FirstOrDefaultAsync(l => l.Number == number) is not { } lot)
                    return new LotNotFound(number);
                var tender = await db.Tenders.FirstAsync(t => t.Id == lot.TenderId);
                if (Charge.Check(on.By, tender.Division, tender) is { } why)
                    return why;
                if (lot.Stage is not Opened opened || tender.Stage is not OpeningEnded ended)
                    return new LotNotOpened(number);
                if (await LotEvaluation.Of(db, lot.Id) is not null)
                    return new EvaluationBegunAlready(number);
                if (await Committee.Of(db, tender.Id) is null)
                    return new NoCommittee();
                if (ask.Minutes < Rulebook.EvaluationShortest.Amount || ask.Minutes > Rulebook.EvaluationLongest.Amount)
                    return new EvaluationTimeWrong();
                if (await TenderDocument.Of(db, tender.Id, ended.DocumentVersion) is not { Content: var document })
                    return new NoDocumentToEvaluateBy();
                var read = EvaluationRules.Read(document, await AnnouncedOn(db, tender, ended), await Drawn(db, opened.Session));
                if (read is not Result<EvaluationRules>.Done(var rules))
                    return ((Result<EvaluationRules>.Refused)read).Why;
                if (rules.Form == BenchmarkForm.LimitAndMean && document.Method == EvaluationKind.Comprehensive && lot.MaximumPrice is null)
                    return new MaximumPriceNeeded();
                var bids = (
                    await db.OpeningBids.AsNoTracking().Where(b => b.LotId == lot.Id && b.StageName == "decrypted").ToListAsync()
                ).ConvertAll(b => (Bid: b, ((Decrypted)b.Stage).Bid.ReadPrice));
                if (!IsCreditComplete(ask.Credit, document, rules, [.. bids.Select(b => b.Bid.Id)], ended.Times.BidDeadline))
                    return new CreditValuesWrong();
                var evaluation = new LotEvaluation
                {
                    Id = Ids.Next(on.At),
                    Division = lot.Division,
                    TenderId = tender.Id,
                    LotId = lot.Id,
                    Number = lot.Number,
                    Setup = new(
                        ended.DocumentVersion,
                        document.Method,
                        rules.Version,
                        rules.Texts,
                        document.Scores,
                        lot.MaximumPrice,
                        ask.Credit
                    ),
                    PlannedEnd = on.At.AddMinutes(ask.Minutes),
                    Stage = Convened.Begin(on.At),
                };
                db.LotEvaluations.Add(evaluation);
                await TradeRegister.Evaluation(db, lot, EvaluationSystem.Electronic, on);
                var done = db.Record(evaluation, on, new EvaluationBegun(lot.Number, rules.Version, bids.Count, evaluation.PlannedEnd));
                var blind = Enumerable.Range(1, bids.Count).ToArray();
                RandomNumberGenerator.Shuffle<int>(blind);
                foreach (var (at, (bid, price)) in bids.Index())
                {
                    var evaluated = new EvaluatedBid
                    {
                        Id = Ids.Next(on.At),
                        EvaluationId = evaluation.Id,
                        OpeningBid = bid.Id,
                        Bidder = bid.Bidder,
                        BidderName = bid.BidderName,
                        Place = bid.Place,
                        BlindNumber = blind[at],
                        Price = price,
                        Findings = BidFindings.None,
                    };
                    db.EvaluatedBids.Add(evaluated);
                    db.Record(evaluated, on, new BidHandedOver(lot.Number, bid.Id, blind[at]), answer: false);
                }
                return done;
            },
            ct
        );

    /// <summary>Day of the announcement (Beijing): whatever changed later, a tender keeps the version of its notice.</summary>
    private static async Task<DateOnly> AnnouncedOn(HallDb db, Tender tender, OpeningEnded ended)
    {
        var notice = await db
            .Notices.AsNoTracking()
            .Where(n => n.TenderId == tender.Id && n.Kind == NoticeKind.TenderAnnouncement)
            .OrderBy(n => n.Id)
            .FirstOrDefaultAsync();
        return CountyTime.DayOf(notice?.PublishedAt ?? ended.Times.DocumentsFrom);
    }

    private static async Task<DrawnValue?> Drawn(HallDb db, long session) =>
        (await db.OpeningSessions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == session))?.Stage is AfterReading read ? read.Drawn : null;

    private static bool IsCreditComplete(
        IReadOnlyList<CreditValue> credit,
        DocumentContent document,
        EvaluationRules rules,
        IReadOnlyList<long> bids,
        DateTime deadline
    )
    {
        if (rules.CreditItem is not { } id || document.Scores.FirstOrDefault(s => s.Id == id) is not { } item)
            return credit.Count == 0;
        return credit.Select(c => c.Bid).Order().SequenceEqual(bids.Order())
            && credit.All(c =>
                c.Points >= 0
                && c.Points <= item.Weight
                && c.Points.Scale <= 2
                && EvaluationWork.Plain(c.Source, 200) is not null
                && c.AsOf <= CountyTime.DayOf(deadline)
            );
    }
}

/// <summary>A bid came before the committee, under its number for the blind part.</summary>
public sealed record BidHandedOver(string Lot, long OpeningBid, int BlindNumber);
