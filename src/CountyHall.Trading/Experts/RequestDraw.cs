using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>申请抽取: the entity or its agency says how many of which speciality, who represents the entity, when and where.</summary>
/// <param name="Tender">招标项目编号</param>
/// <param name="Representatives">Party ids of the entity's own people on the committee.</param>
/// <param name="Avoid">Codes of further firms whose people are kept away.</param>
/// <param name="Again">Why it is drawn again; for the first draw none.</param>
/// <param name="Appoint">专家编号 of experts to be appointed instead of drawn; needs <paramref name="Ground"/> and the supervisor's approval.</param>
public sealed record RequestDraw(
    string Tender,
    IReadOnlyList<WantedExperts> Wanted,
    IReadOnlyList<long> Representatives,
    DateTime MeetingAt,
    string Place,
    IReadOnlyList<string>? Avoid = null,
    string? Again = null,
    IReadOnlyList<string>? Appoint = null,
    string? Ground = null
);

/// <summary>A draw was asked for; who represents the entity, and who is to be appointed, stands sealed in the draw.</summary>
/// <param name="Number">Of the draw.</param>
public sealed record DrawWasRequested(string Number, DrawPlan Plan, bool IsAppointment, string? Again);

public sealed class RequestDrawHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<DrawWasRequested>> Handle(RequestDraw ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<DrawWasRequested>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (tender.Stage is not (Announced or OpeningEnded))
                    return new WrongTenderStage(tender.Number, tender.Stage);
                if (await CategorySet.Of(db, tender.Division, CountyTime.DayOf(on.At)) is not { } set)
                    return new NothingWanted();
                var plan = new DrawPlan(ask.Wanted, ask.Representatives.Count, ask.MeetingAt, ask.Place.Trim(), [.. ask.Avoid ?? []]);
                if (DrawWork.Check(plan, set, isSmall: false, tender.NameZh, on.At) is { } why)
                    return why;
                if (plan.Avoid.FirstOrDefault(code => Uscc.Parse(code) is not Result<Uscc>.Done) is { } wrong)
                    return new ExpertDataWrong(($"回避单位代码 {wrong}", $"Code {wrong} of a firm to be avoided"));
                var before = await db
                    .ExpertDraws.Where(d => d.TenderId == tender.Id)
                    .OrderByDescending(d => d.Serial)
                    .FirstOrDefaultAsync();
                if (AgainOrNot(before, ask.Again) is { } no)
                    return no;
                var named = await Representatives(db, vault, tender, ask.Representatives, on);
                if (named is null)
                    return new RepresentativeWrong();
                var appoint = ask.Appoint is { Count: > 0 } ? ask.Appoint : null;
                if (
                    appoint is not null
                    && TenderWork.Texts((ask.Ground, 500, ("直接确定的理由", "Why experts are appointed"))) is { } ground
                )
                    return ground;
                var serial = (before?.Serial ?? 0) + 1;
                var draw = new ExpertDraw
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    Number = $"{tender.Number}-D{serial}",
                    Origin = DrawOrigin.County,
                    TenderId = tender.Id,
                    Serial = serial,
                    Again = ask.Again?.Trim() is { Length: > 0 } again ? again : null,
                    Plan = plan,
                    NamedSealed = PoolPeople.SealAll(vault, named),
                    RequestedAt = on.At,
                    Stage = appoint is null ? DrawRequested.Begin(on.At, null) : AppointmentAsked.Begin(on.At, ask.Ground!.Trim()),
                };
                db.ExpertDraws.Add(draw);
                if (appoint is not null)
                {
                    var hand = new DrawInHand(db, draw, tender, null, on);
                    var chosen = await Appointment.Choose(hand, vault, appoint);
                    if (chosen is Result<Chosen>.Refused(var unfit))
                        return unfit;
                    db.PoolEntries.AddRange(Appointment.Entries(draw, vault, ((Result<Chosen>.Done)chosen).Value));
                    db.Post(
                        on,
                        new StaffMessage(
                            tender.Division,
                            tender.SupervisingDepartment,
                            [Role.TradingSupervisor],
                            $"【招标项目 {tender.Number}】申请直接确定评标专家，请审查。"
                        )
                    );
                }
                return db.Record(draw, on, new DrawWasRequested(draw.Number, plan, appoint is not null, draw.Again));
            },
            ct
        );

    /// <summary>A project is drawn for once; again only after the first came to its end, with a reason that the county sees.</summary>
    internal static Refusal? AgainOrNot(ExpertDraw? before, string? again) =>
        before is null ? null
        : before.Stage is not (NamesOpened or MeetingCancelled) ? new DrawStillRunning()
        : string.IsNullOrWhiteSpace(again) ? new DrawnAlready()
        : again.Trim().Length > 500 ? new TextTooLong(("再次抽取的理由", "Why it is drawn again"), 500)
        : null;

    /// <summary>招标人代表: people with a mandate of the entity that still holds.</summary>
    internal static async Task<IReadOnlyList<PoolPerson>?> Representatives(
        HallDb db,
        Vault vault,
        Tender tender,
        IReadOnlyList<long> asked,
        Occasion on
    )
    {
        var day = CountyTime.DayOf(on.At);
        var people = await db.Set<Mandate>()
            .Where(m => m.FirmId == tender.Entity && m.Until >= day && asked.Contains(m.PersonId))
            .Join(db.Set<Person>(), m => m.PersonId, p => p.Id, (_, p) => new { p.Id, p.Name })
            .ToListAsync();
        return people.Count == asked.Count && asked.Distinct().Count() == asked.Count
            ? [.. people.Select(p => new PoolPerson(0, p.Id, "", p.Name, tender.EntityName, ""))]
            : null;
    }
}

/// <summary>直接确定: experts by name, only where the supervising department agrees. Zhejiang Bidding Regulation art. 29.</summary>
internal static class Appointment
{
    /// <summary>Whoever is appointed meets every condition but chance.</summary>
    public static async Task<Result<Chosen>> Choose(DrawInHand hand, Vault vault, IReadOnlyList<string> numbers)
    {
        var (db, draw) = (hand.Db, hand.Draw);
        var wanted = draw.Plan.Wanted.Sum(w => w.Count);
        if (numbers.Count != wanted || numbers.Distinct(StringComparer.Ordinal).Count() != wanted)
            return new NothingWanted();
        var needs = await DrawWork.Needs(hand, vault);
        var library = (await DrawWork.Library(db, vault, draw.Division, needs.Day)).ToDictionary(c => c.Expert);
        var (chosen, taken) = (new List<PoolPerson>(), new List<string>());
        var left = draw.Plan.Wanted.ToDictionary(w => w.Category, w => w.Count);
        foreach (var number in numbers)
        {
            var expert = await db.Experts.AsNoTracking().FirstOrDefaultAsync(e => e.Division == draw.Division && e.Number == number);
            if (
                expert is null
                || !Enum.GetValues<PoolCondition>().All(c => Recusal.Fits(library[expert.Id], c, needs, DrawArea.Province))
                || expert.Categories.FirstOrDefault(c => left.GetValueOrDefault(c) > 0) is not { } category
            )
                return new ExpertUnknown(number);
            left[category]--;
            chosen.Add(new(expert.Id, expert.Person, expert.Number, expert.Name, expert.Employer, PoolPeople.FreshSalt()));
            taken.Add(category);
        }
        return new Chosen(chosen, taken);
    }

    public static IEnumerable<PoolEntry> Entries(ExpertDraw draw, Vault vault, Chosen chosen) =>
        chosen.People.Select(
            (who, i) =>
                new PoolEntry
                {
                    DrawId = draw.Id,
                    Attempt = 1,
                    Number = i + 1,
                    Categories = [chosen.Categories[i]],
                    Hash = DrawTranscript.EntryHash(i + 1, who.Number, who.Name, who.Employer, who.Salt),
                    Sealed = PoolPeople.Seal(vault, who),
                }
        );
}

/// <summary>Experts who are to be appointed, and the seat that each takes.</summary>
internal sealed record Chosen(IReadOnlyList<PoolPerson> People, IReadOnlyList<string> Categories);
