using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Projects;

/// <summary>项目登记: a tendering entity enters an undertaking whose parts it will tender.</summary>
/// <param name="Entity">Party id of the tendering entity.</param>
/// <param name="PublicShare">Share of public money in the investment, percent.</param>
/// <param name="Investment">总投资, fen.</param>
/// <param name="Approval">批文: number of the approval or filing of the project.</param>
public sealed record EnterProject(
    long Entity,
    string NameZh,
    string? NameEn,
    FundSource Funds,
    int PublicShare,
    long Investment,
    string Place,
    string? Town,
    string Approval
);

public sealed record ProjectEntered(string Number);

public sealed class EnterProjectHandler(HallWriter writer, TradingSettings settings) : IUseCase
{
    public static Charge Charge => Charge.OfEntity;

    public Task<Result<ProjectEntered>> Handle(EnterProject ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<ProjectEntered>(
            on,
            async db =>
            {
                // There is no tender yet whose entity could be asked: whoever enters a project acts for its entity.
                if (!on.By.MayActFor(ask.Entity))
                    return new NotYourFirm();
                if (!await db.Set<Firm>().AnyAsync(f => f.Id == ask.Entity))
                    return new NotYourFirm();
                if (Check(ask) is { } refusal)
                    return refusal;
                var project = new TradeProject
                {
                    Id = Ids.Next(on.At),
                    Number = settings.ProjectNumber(await db.NextNumber($"trade-projects:{settings.Platform}")),
                    Division = on.By.Division,
                    NameZh = ask.NameZh.Trim(),
                    NameEn = string.IsNullOrWhiteSpace(ask.NameEn) ? ask.NameZh.Trim() : ask.NameEn.Trim(),
                    Entity = ask.Entity,
                    Funds = ask.Funds,
                    PublicShare = ask.PublicShare,
                    Investment = ask.Investment,
                    Place = ask.Place.Trim(),
                    Town = string.IsNullOrWhiteSpace(ask.Town) ? null : ask.Town.Trim(),
                    Approval = ask.Approval.Trim(),
                    EnteredAt = on.At,
                };
                db.Add(project);
                return db.Record(project, on, new ProjectEntered(project.Number));
            },
            ct
        );

    private static Refusal? Check(EnterProject ask)
    {
        if (
            TenderWork.Texts(
                (ask.NameZh, 200, ("项目名称", "Name of the project")),
                (ask.Place, 200, ("实施地点", "Place")),
                (ask.Approval, 100, ("批文（备案）文号", "Number of the approval"))
            ) is
            { } missing
        )
            return missing;
        if (ask.NameEn?.Trim().Length > 200)
            return new TextTooLong(("英文名称", "English name"), 200);
        if (!Enum.IsDefined(ask.Funds) || ask.PublicShare is < 0 or > 100 || ask.Investment <= 0)
            return new ProjectMoneyWrong();
        return !string.IsNullOrWhiteSpace(ask.Town) && DivisionCode.Parse(ask.Town) is Result<DivisionCode>.Refused(var why) ? why : null;
    }
}

public sealed record ProjectMoneyWrong()
    : Refusal(
        (
            "资金来源、公共资金比例或者总投资不对：比例在 0 到 100 之间，总投资大于 0。",
            "Funds, their share or the investment are wrong: a share lies between 0 and 100, an investment above 0."
        ),
        ("请照批文填写，单位是元。", "Enter them as in the approval, in yuan.")
    );

public sealed record TradeProjectNotFound(string Asked)
    : Refusal(($"查无项目 {Asked}。", $"There is no project {Asked}."), ("请从列表中打开。", "Open it from the list."));
