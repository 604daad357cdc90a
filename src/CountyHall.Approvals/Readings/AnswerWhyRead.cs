using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Readings;

/// <summary>答复质询: the office whose member read a record says why.</summary>
/// <param name="Question">The fact of the question.</param>
public sealed record AnswerWhyRead(long Question, string Answer);

public sealed record ReadingExplained(long Question, string Answer, string Office, string By);

public sealed class AnswerWhyReadHandler(HallWriter writer) : IUseCase
{
    // Any member of the reader's office, in the office's name; which office that is stands in the question.
    public static Duty Duty => new(null, Reach.Division);

    public Task<Result<ReadingExplained>> Handle(AnswerWhyRead ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ReadingExplained>(
            on,
            async db =>
            {
                var fact = await db.Facts.AsNoTracking().FirstOrDefaultAsync(f => f.Id == ask.Question);
                if (fact is null || fact.Kind != Recording.KindOf(typeof(ReadingQuestioned)))
                    return new ReadingNotFound();
                var asked = fact.Read<ReadingQuestioned>();
                // An office of the same name in another county is another office.
                var division = await db.Cases.Where(c => c.Number == asked.Case).Select(c => c.Division).FirstOrDefaultAsync();
                if (!on.By.IsStaff || (on.By.Division, on.By.Office) != (division, asked.Office))
                    return new NotYourOffice();
                if (string.IsNullOrWhiteSpace(ask.Answer))
                    return new AnswerMissing();
                if ((await ReadingQuestions.Of(db, [fact.Subject])).Any(q => q.Fact == ask.Question && q.Answer is not null))
                    return new AnsweredAlready();
                var party = await db.Set<Party>().FirstAsync(p => p.Id == fact.Subject);
                return db.Record(party, on, new ReadingExplained(ask.Question, ask.Answer.Trim(), asked.Office, on.By.Name));
            },
            ct
        );
}

/// <summary>A question about a reading, with its answer once there is one.</summary>
/// <param name="Fact">The fact of the question.</param>
public sealed record ReadingQuestion(long Fact, DateTime At, ReadingQuestioned Asked, ReadingExplained? Answer, DateTime? AnsweredAt);

public static class ReadingQuestions
{
    /// <summary>The questions about readings of these parties' records.</summary>
    public static async Task<IReadOnlyList<ReadingQuestion>> Of(HallDb db, IReadOnlyCollection<long> parties)
    {
        string[] kinds = [Recording.KindOf(typeof(ReadingQuestioned)), Recording.KindOf(typeof(ReadingExplained))];
        var facts = await db.Facts.AsNoTracking().Where(f => parties.Contains(f.Subject) && kinds.Contains(f.Kind)).ToListAsync();
        var answers = facts.Where(f => f.Kind == kinds[1]).Select(f => (f.OccurredAt, Said: f.Read<ReadingExplained>())).ToList();
        return
        [
            .. facts
                .Where(f => f.Kind == kinds[0])
                .Select(f =>
                {
                    var answer = answers.Find(a => a.Said.Question == f.Id);
                    return new ReadingQuestion(
                        f.Id,
                        f.OccurredAt,
                        f.Read<ReadingQuestioned>(),
                        answer.Said,
                        answer.Said is null ? null : answer.OccurredAt
                    );
                }),
        ];
    }
}

public sealed record NotYourOffice()
    : Refusal(
        ("这次查看不是您的单位做的，不由您的单位答复。", "That reading was not your office's; another office answers."),
        ("请由查看单位答复。", "The office that read answers."),
        Provisions.Posts
    );

public sealed record AnswerMissing()
    : Refusal(
        ("没有写答复。", "No answer was given."),
        ("请写明为什么查看、用于哪一步。", "Say why the record was read and for which step.")
    );

public sealed record AnsweredAlready()
    : Refusal(("这条质询已经答复。", "This question has been answered."), ("不必再答。", "There is nothing more to do."));
