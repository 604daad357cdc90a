using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>专家入库</summary>
/// <param name="CitizenId">公民身份号码 of a person whom the house knows.</param>
/// <param name="Area">Division code of where the expert works, 6 digits.</param>
public sealed record EnterExpert(
    string CitizenId,
    string Employer,
    string EmployerCode,
    string Area,
    ExpertTitle Title,
    DateOnly InFieldSince,
    IReadOnlyList<string> Categories
);

public sealed record ExpertEntered(string Number);

public sealed record PersonUnknown()
    : Refusal(
        ("系统里没有这个人。", "The house does not know this person."),
        ("请先在窗口登记当事人。", "Register the person at a window first.")
    );

public sealed record ExpertKnown(string Number)
    : Refusal(
        ($"此人已经在库：{Number}。", $"Already in the library: {Number}."),
        ("请查看已有的记录。", "Look at the record that there is.")
    );

/// <remarks>The staff of the trading centre keeps the library; findings about conduct are the supervisors'.</remarks>
public sealed class EnterExpertHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    /// <summary>专家编号 of the next expert, such as E3304210012.</summary>
    public static async Task<string> NextNumber(HallDb db, string division) =>
        System.FormattableString.Invariant($"E{division}{await db.NextNumber($"expert:{division}"):0000}");

    public Task<Result<ExpertEntered>> Handle(EnterExpert ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ExpertEntered>(
            on,
            async db =>
            {
                var division = on.By.Division;
                if (Charge.Check(on.By, division) is { } no)
                    return no;
                var why = await LibraryWork.Check(
                    db,
                    division,
                    ask.Employer,
                    ask.EmployerCode,
                    ask.Area,
                    ask.Title,
                    ask.InFieldSince,
                    ask.Categories,
                    CountyTime.DayOf(on.At)
                );
                if (why is not null)
                    return why;
                if (
                    await Party.Find(db, vault, ask.CitizenId) is not { } found
                    || await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == found.Id) is not { } person
                )
                    return new PersonUnknown();
                if (await db.Experts.AsNoTracking().FirstOrDefaultAsync(e => e.Person == person.Id) is { } known)
                    return new ExpertKnown(known.Number);
                var expert = new Expert
                {
                    Id = Ids.Next(on.At),
                    Division = division,
                    Number = await NextNumber(db, division),
                    Person = person.Id,
                    Name = person.Name,
                    Employer = ask.Employer.Trim(),
                    EmployerCode = ask.EmployerCode.Trim(),
                    Area = ask.Area,
                    Title = ask.Title,
                    InFieldSince = ask.InFieldSince,
                    Categories = ask.Categories,
                    Stage = InLibrary.Enter(on.At),
                };
                db.Experts.Add(expert);
                return db.Record(expert, on, new ExpertEntered(expert.Number));
            },
            ct
        );
}
