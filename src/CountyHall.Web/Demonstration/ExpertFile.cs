using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Trading.Experts;

namespace CountyHall.Web.Demonstration;

/// <summary>demo/trading/experts.json: the specialities and the experts of the demonstration county, all invented.</summary>
public sealed record ExpertFile(IReadOnlyList<CategorySetEntry> CategorySets, IReadOnlyList<ExpertEntry> Experts);

public sealed record CategorySetEntry(int Number, DateOnly EffectiveFrom, IReadOnlyList<ExpertCategory> Categories);

/// <param name="SuspendedUntil">Last day of a suspension that was found; none for most.</param>
public sealed record ExpertEntry(
    string User,
    string Name,
    string CitizenId,
    string Phone,
    string Employer,
    string EmployerCode,
    string Area,
    ExpertTitle Title,
    DateOnly InFieldSince,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ExpertTieEntry>? Ties = null,
    DateOnly? SuspendedUntil = null
)
{
    public PersonEntry Person => new(User, Name, CitizenId, Phone, "嘉善县示例路", []);

    /// <summary>The expert as the library keeps him, with his ties and what was found of him.</summary>
    public IEnumerable<IRecorded> Records(Person person, string division, string number, Occasion on)
    {
        var listed = InLibrary.Enter(on.At);
        var expert = new Expert
        {
            Id = Ids.Next(on.At),
            Division = division,
            Number = number,
            Person = person.Id,
            Name = person.Name,
            Employer = Employer,
            EmployerCode = EmployerCode,
            Area = Area,
            Title = Title,
            InFieldSince = InFieldSince,
            Categories = Categories,
            Stage = SuspendedUntil is { } until ? listed.Suspend(on.At, until) : listed,
        };
        yield return expert;
        foreach (var tie in Ties ?? [])
            yield return new ExpertTie
            {
                Id = Ids.Next(on.At),
                ExpertId = expert.Id,
                Kind = tie.Kind,
                FirmCode = tie.FirmCode,
                FirmName = tie.FirmName,
                From = tie.From,
                To = tie.To,
                IsDeclared = false,
            };
        if (SuspendedUntil is { } last)
            yield return new ConductReport
            {
                Id = Ids.Next(on.At),
                Division = division,
                ExpertId = expert.Id,
                Kind = Misconduct.LeftPost,
                What = "评标中途离开评标室，未请假（示例）。",
                ReportedBy = "示例",
                Stage = ConductReported
                    .Begin(on.At, on.At)
                    .Hear(on.At, "因家中急事离开，未及时报告（示例）。")
                    .Find(
                        on.At,
                        "因家中急事离开，未及时报告（示例）。",
                        new(ConductMeasure.Suspend, 6, last, "擅离职守属实（示例）。", "示例"),
                        on.At.AddDays(14)
                    ),
            };
    }
}

public sealed record ExpertTieEntry(TieKind Kind, string FirmCode, string FirmName, DateOnly From, DateOnly? To = null);
