using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Documents;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Notices;

/// <summary>澄清、修改和答疑: answers to questions and changes of clauses, published to all at once.</summary>
/// <remarks>
/// Bidding Law art. 23, Implementing Regulation art. 21: what may affect the bids comes fifteen days before the deadline, or the deadline moves.
/// Scoring, method and the numbers of the documents were frozen with the announcement; a change of those needs a new tender.
/// </remarks>
/// <param name="Text">Free words, beside answers and changes.</param>
/// <param name="AffectsBids">May it affect how bids are written? A change of a clause always may.</param>
/// <param name="NewDeadline">The deadline from now on (UTC); none to leave it.</param>
public sealed record PublishClarification(
    string Tender,
    string? Text,
    IReadOnlyList<QuestionAnswer> Answers,
    IReadOnlyList<ClauseChange> Changes,
    bool AffectsBids,
    DateTime? NewDeadline
);

/// <summary>The answer to one question, by its number.</summary>
public sealed record QuestionAnswer(int Number, string Answer);

public sealed record ClarificationPublished(
    string Tender,
    string Notice,
    int DocumentVersion,
    bool AffectsBids,
    DateTime OldDeadline,
    DateTime Deadline
);

public sealed record QuestionAnswered(int Number, string Notice);

public sealed class PublishClarificationHandler(HallWriter writer, CountyCalendar calendar) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<ClarificationPublished>> Handle(PublishClarification ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<ClarificationPublished>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not Announced announced)
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (on.At >= announced.Times.BidDeadline)
                    return new AfterTheDeadline();
                if (await DocumentObjection.Suspends(db, tender.Id))
                    return new TenderSuspended();
                var answers = ask.Answers.Where(a => !string.IsNullOrWhiteSpace(a.Answer)).ToList();
                var changes = ask.Changes.Where(c => !string.IsNullOrWhiteSpace(c.Text)).ToList();
                var text = ask.Text?.Trim() ?? "";
                if (answers.Count + changes.Count == 0 && text.Length == 0)
                    return new NothingToClarify();
                if (
                    text.Length > 4000
                    || answers.Any(a => a.Answer.Trim().Length > 4000)
                    || changes.Any(c => c.Text.Trim().Length > 20_000)
                )
                    return new TextTooLong(("澄清内容", "The clarification"), 4000);
                var affects = ask.AffectsBids || changes.Count > 0;
                var deadline = ask.NewDeadline ?? announced.Times.BidDeadline;
                if (Deadline(announced.Times.BidDeadline, deadline, affects, on.At) is { } tooSoon)
                    return tooSoon;

                if (await TenderDocument.Of(db, tender.Id, announced.DocumentVersion) is not { Content: var before })
                    return new DocumentMissing(tender.Number);
                if (changes.Select(c => c.Clause).FirstOrDefault(id => before.Find(id) is null) is { } unknown)
                    return new NoSuchClause(unknown);
                if (changes.Select(c => c.Clause).Distinct().Count() < changes.Count)
                    return new DocumentMalformed(("一条条款改了两次", "one clause is changed twice"));
                var after = before.With(changes);
                if (await Faults(db, tender, after) is { } faulty)
                    return faulty;
                var questions = await Questions(db, tender, answers);
                if (questions is not Result<List<TenderQuestion>>.Done(var asked))
                    return ((Result<List<TenderQuestion>>.Refused)questions).Why;

                var published = await NoticeBook.Publish(
                    db,
                    tender,
                    NoticeKind.Clarification,
                    [
                        new("what", ("澄清、修改的内容", "What is clarified or changed"), Words(text, answers, asked, changes, before)),
                        new("deadline", ("投标截止时间", "Deadline"), Said(announced.Times.BidDeadline, deadline, affects)),
                    ],
                    on
                );
                if (published is not Result<Notice>.Done(var notice))
                    return ((Result<Notice>.Refused)published).Why;
                foreach (var question in asked)
                {
                    question.Answer = answers.First(a => a.Number == question.Number).Answer.Trim();
                    (question.AnsweredAt, question.ByNotice) = (on.At, notice.Number);
                    db.Record(question, on, new QuestionAnswered(question.Number, notice.Number), answer: false);
                }
                var version = announced.DocumentVersion;
                if (changes.Count > 0)
                    version = SaveDocumentHandler
                        .Add(db, tender, ((await TenderDocument.Newest(db, tender.Id))!).Number + 1, after, on, notice.Number)
                        .Version;
                tender.Take((Announced now) => now.Move(version, now.Times with { BidDeadline = deadline }));
                // What was filed reads otherwise now: the department is told in the same moment. docs/trading/rules.md, TR-3.1.
                if (affects)
                    db.Post(
                        on,
                        new StaffMessage(
                            tender.Division,
                            tender.SupervisingDepartment,
                            [Role.TradingSupervisor],
                            $"招标项目 {tender.Number} 发布了可能影响投标的澄清、修改（公告 {notice.Number}，招标文件第 {version} 版），请查看。"
                        )
                    );
                return db.Record(
                    tender,
                    on,
                    new ClarificationPublished(tender.Number, notice.Number, version, affects, announced.Times.BidDeadline, deadline)
                );
            },
            ct
        );

    private Refusal? Deadline(DateTime old, DateTime deadline, bool affects, DateTime now)
    {
        if (deadline < old)
            return new DeadlineNotEarlier();
        if (deadline != old && !calendar.Now.IsWorkingDay(CountyTime.DayOf(deadline)))
            return new DeadlineOnRestDay(calendar.Now.NextWorkingDay(CountyTime.DayOf(deadline)));
        if (affects && TenderPlan.LastClarification(deadline) < now)
            return new DeadlineMustMove(TenderPlan.EarliestDeadlineAfter(now, deadline, calendar.Now));
        return null;
    }

    private static async Task<Refusal?> Faults(HallDb db, Tender tender, DocumentContent after)
    {
        var lots = (await TenderWork.Lots(db, tender.Id)).ConvertAll(LotFigures.Of);
        var faults = DocumentCheck.Of(after, tender.Kind, lots).Where(f => f.Weight == FindingWeight.Must).ToList();
        return faults.Count > 0 ? new DocumentFaulty(faults) : null;
    }

    private static async Task<Result<List<TenderQuestion>>> Questions(HallDb db, Tender tender, List<QuestionAnswer> answers)
    {
        var numbers = answers.ConvertAll(a => a.Number);
        var asked = await db
            .TenderQuestions.Where(q => q.TenderId == tender.Id && numbers.Contains(q.Number))
            .OrderBy(q => q.Number)
            .ToListAsync();
        if (asked.Count < numbers.Count)
            return new QuestionNotFound(numbers.Except(asked.Select(q => q.Number)).FirstOrDefault());
        return asked.Find(q => q.AnsweredAt is not null) is { } done ? new QuestionAnsweredAlready(done.Number) : asked;
    }

    private static string Words(
        string text,
        List<QuestionAnswer> answers,
        List<TenderQuestion> asked,
        List<ClauseChange> changes,
        DocumentContent before
    )
    {
        List<string> parts = [];
        if (text.Length > 0)
            parts.Add(text);
        parts.AddRange(asked.Select(q => $"问 {q.Number}：{q.Text}\n答：{answers.First(a => a.Number == q.Number).Answer.Trim()}"));
        parts.AddRange(
            changes.Select(c => $"“{before.Find(c.Clause)!.Heading}”原文：{before.Find(c.Clause)!.Text}\n修改为：{c.Text.Trim()}")
        );
        return string.Join("\n\n", parts);
    }

    private static string Said(DateTime old, DateTime deadline, bool affects) =>
        deadline != old
            ? $"投标截止和开标时间由 {Written.Minute(old)} 改为 {Written.Minute(deadline)}。"
            : $"投标截止和开标时间不变，仍为 {Written.Minute(old)}"
                + (affects ? $"，距截止不少于 {Rulebook.ClarificationBeforeDeadline.Amount} 日。" : "；本次内容不影响投标文件编制。");
}

/// <summary>Less than fifteen days are left: the deadline moves, or the change is not published.</summary>
public sealed record DeadlineMustMove : Refusal
{
    /// <param name="earliest">The earliest lawful deadline (UTC).</param>
    public DeadlineMustMove(DateTime earliest)
        : base(
            (
                $"可能影响投标文件编制的澄清或者修改，至少在投标截止 {Rulebook.ClarificationBeforeDeadline.Amount} 日前发出；现在不足 {Rulebook.ClarificationBeforeDeadline.Amount} 日。",
                $"What may affect the bids is published {Rulebook.ClarificationBeforeDeadline.Amount} days before the deadline or earlier; fewer are left."
            ),
            ($"请顺延投标截止时间，最早 {Written.Minute(earliest)}。", $"Move the deadline: the earliest is {Written.Minute(earliest)}."),
            Rulebook.ClarificationBeforeDeadline.Basis
        ) => Earliest = earliest;

    /// <summary>Instant in UTC.</summary>
    public DateTime Earliest { get; }
}

public sealed record DeadlineNotEarlier()
    : Refusal(
        ("投标截止时间只能顺延，不能提前。", "A deadline only moves to a later time."),
        ("请填写晚于现在截止时间的日期，或者留空不变。", "Enter a later one, or leave it empty."),
        Rulebook.BidPeriod.Basis
    );

public sealed record DeadlineOnRestDay(DateOnly Next)
    : Refusal(
        ("新的投标截止时间落在休息日。", "The new deadline falls on a day of rest."),
        ($"请改到工作日，例如 {Next:yyyy-MM-dd}。", $"Choose a working day, such as {Next:yyyy-MM-dd}."),
        TenderPlan.WorkedDays
    );

public sealed record NothingToClarify()
    : Refusal(
        ("没有答复、没有修改，也没有澄清的内容。", "There is no answer, no change and no text."),
        ("请至少写一项。", "Write one of them."),
        Laws.Bidding.At("第二十三条", "art. 23")
    );

public sealed record QuestionNotFound(int Number)
    : Refusal(($"没有第 {Number} 号提问。", $"There is no question {Number}."), ("请从列表中选择。", "Choose one from the list."));

public sealed record QuestionAnsweredAlready(int Number)
    : Refusal(
        ($"第 {Number} 号提问已经答复，答复不能改。", $"Question {Number} is answered, and an answer is not changed."),
        ("需要补充的，写在澄清内容里。", "Say more in the text of the clarification."),
        Laws.Bidding.At("第二十三条", "art. 23")
    );
