using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Experts;

/// <summary>变更专家信息: another employer, area, title or other specialities.</summary>
public sealed record ChangeExpert(
    string Number,
    string Employer,
    string EmployerCode,
    string Area,
    ExpertTitle Title,
    IReadOnlyList<string> Categories
);

public sealed record ExpertChanged(string Number, string Employer, string Area, ExpertTitle Title, IReadOnlyList<string> Categories);

public sealed class ChangeExpertHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<ExpertChanged>> Handle(ChangeExpert ask, Occasion on, CancellationToken ct = default) =>
        writer.Keep<ExpertChanged>(
            ask.Number,
            Charge,
            on,
            async (db, expert) =>
            {
                var why = await LibraryWork.Check(
                    db,
                    expert.Division,
                    ask.Employer,
                    ask.EmployerCode,
                    ask.Area,
                    ask.Title,
                    expert.InFieldSince,
                    ask.Categories,
                    CountyTime.DayOf(on.At)
                );
                if (why is not null)
                    return why;
                // Where he worked before still keeps him away for some years.
                if (expert.EmployerCode != ask.EmployerCode.Trim())
                {
                    var tie = new ExpertTie
                    {
                        Id = Ids.Next(on.At),
                        ExpertId = expert.Id,
                        Kind = TieKind.Employment,
                        FirmCode = expert.EmployerCode,
                        FirmName = expert.Employer,
                        From = expert.InFieldSince,
                        To = CountyTime.DayOf(on.At),
                        IsDeclared = false,
                    };
                    db.ExpertTies.Add(tie);
                    db.Record(tie, on, new TieEntered(expert.Number, tie.Kind, tie.FirmCode, IsDeclared: false), answer: false);
                }
                (expert.Employer, expert.EmployerCode) = (ask.Employer.Trim(), ask.EmployerCode.Trim());
                (expert.Area, expert.Title, expert.Categories) = (ask.Area, ask.Title, ask.Categories);
                return db.Record(
                    expert,
                    on,
                    new ExpertChanged(expert.Number, expert.Employer, expert.Area, expert.Title, expert.Categories)
                );
            },
            ct
        );
}
