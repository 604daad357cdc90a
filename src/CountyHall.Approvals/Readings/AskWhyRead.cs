using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Readings;

/// <summary>质询: a citizen asks why a record of theirs, or of a firm they represent, was read. The reader's office answers.</summary>
/// <param name="Reading">The fact of the reading.</param>
public sealed record AskWhyRead(long Reading, string Question);

/// <summary>The question, kept with the record of the person or firm, as the reading is.</summary>
/// <param name="Office">Key of the office that must answer.</param>
public sealed record ReadingQuestioned(long Reading, CaseNumber Case, string Office, string Question, DateOnly AnswerDue);

/// <summary>Personal data may not be used for other purposes (Administrative Licensing Law art. 5; online-services rules arts. 7 and 14).</summary>
public sealed class AskWhyReadHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Duty Duty => Duty.OfApplicant;

    public Task<Result<ReadingQuestioned>> Handle(AskWhyRead ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ReadingQuestioned>(
            on,
            async db =>
            {
                if (
                    await db.Facts.AsNoTracking().FirstOrDefaultAsync(f => f.Id == ask.Reading) is not { } fact
                    || fact.Kind != Recording.KindOf(typeof(RecordRead))
                    || on.By.IsStaff
                    || !on.By.MayActFor(fact.Subject)
                )
                    return new ReadingNotFound();
                var question = ask.Question.Trim();
                if (question.Length is 0 or > 500)
                    return new QuestionMissing();
                if ((await ReadingQuestions.Of(db, [fact.Subject])).Any(q => q.Asked.Reading == ask.Reading))
                    return new AskedAlready();
                var party = await db.Set<Party>().FirstAsync(p => p.Id == fact.Subject);
                var reading = fact.Read<RecordRead>();
                var due = Clock.Start(Rulebook.ReadingAnswer, on.At).Read(calendar.Now, on.At).Due;
                return db.Record(party, on, new ReadingQuestioned(ask.Reading, reading.Case, reading.Office, question, due));
            },
            ct
        );
}

public sealed record ReadingNotFound()
    : Refusal(
        ("没有这次查看记录。", "There is no such reading."),
        ("请从“我的信息与谁看过”里选择。", "Choose it from “My record and who looked”.")
    );

public sealed record QuestionMissing()
    : Refusal(
        ("请写明您想问什么，500 字以内。", "Say what you want to know, in 500 characters at most."),
        ("例如：这件事不归该单位办，为什么查看？", "For example: this case is not that office's business, why was it opened?")
    );

public sealed record AskedAlready()
    : Refusal(
        ("这次查看已经质询过。", "You have asked about this reading."),
        ("答复会显示在这条记录下面。", "The answer appears below the reading."),
        Rulebook.ReadingAnswer.Basis
    );
