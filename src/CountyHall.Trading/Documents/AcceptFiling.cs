using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Documents;

/// <summary>备案完成: the version before the department may be announced, and no other.</summary>
public sealed record AcceptFiling(string Tender);

public sealed record DocumentFilingAccepted(string Tender, int Serial, int DocumentVersion);

public sealed class AcceptFilingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<DocumentFilingAccepted>> Handle(AcceptFiling ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<DocumentFilingAccepted>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not UnderFiling filed)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                var opinions = await db
                    .FilingOpinions.AsNoTracking()
                    .Where(o => o.TenderId == tender.Id)
                    .OrderBy(o => o.Number)
                    .ToListAsync();
                if (opinions.Any(o => o.AnsweredAt is null))
                    return new OpinionsUnanswered();
                var content = (await TenderDocument.Of(db, tender.Id, filed.DocumentVersion))!.Content;
                foreach (var opinion in opinions.Where(o => o.Adopted == true))
                    if (await IsAsItWas(db, tender, opinion, content))
                        return new AdoptedButUnchanged(opinion.Number, DocumentCheck.NameOf(content, opinion.Anchor));
                var filing = (await TenderFiling.Last(db, tender.Id))!;
                (filing.Outcome, filing.DecidedAt) = (FilingOutcome.Accepted, on.At);
                db.Record(filing, on, new FilingDecided(filing.Serial, FilingOutcome.Accepted), answer: false);
                TenderWork.Tell(db, tender, on, "招标文件备案完成，可以安排发布公告。");
                return tender
                    .Take((UnderFiling under) => under.Accept(on.At))
                    .Then<DocumentFilingAccepted>(next =>
                        db.Record(tender, on, new DocumentFilingAccepted(tender.Number, filing.Serial, next.DocumentVersion))
                    );
            },
            ct
        );

    /// <summary>What an adopted opinion speaks of reads as it did when the opinion was given.</summary>
    private static async Task<bool> IsAsItWas(HallDb db, Tender tender, FilingOpinion opinion, DocumentContent now)
    {
        var then = (await TenderDocument.Of(db, tender.Id, opinion.DocumentVersion))!.Content;
        return opinion.Anchor.StartsWith("score:", StringComparison.Ordinal)
            ? Score(then) is { } before && Score(now) is { } after && before == after
            : then.Find(opinion.Anchor) is { } clause && now.Find(opinion.Anchor) is { } same && clause.Text == same.Text;

        ScoreItem? Score(DocumentContent content) => content.Scores.FirstOrDefault(s => $"score:{s.Id}" == opinion.Anchor);
    }
}

public sealed record AdoptedButUnchanged(int Number, string Clause)
    : Refusal(
        ($"第 {Number} 号意见写明采纳，但“{Clause}”没有改。", $"Opinion {Number} is said to be adopted, but “{Clause}” reads as before."),
        ("请退回，由招标人改后重新报送。", "Return the documents, so that they are changed and filed again."),
        Rulebook.FilingBeforeIssue.Basis
    );
