using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>小型项目远程抽取: the staff of a platform asks from its own office; the county draws, calls and watches.</summary>
/// <param name="Project">编号 of the project on the platform.</param>
/// <param name="EntityCode">Unified social credit code of the tendering entity.</param>
/// <param name="Estimate">估算价, fen.</param>
/// <param name="Avoid">Codes of the bidders and of whoever else is kept away; the platform knows them, the county does not.</param>
/// <param name="Again">Why it is drawn again; for the first draw none.</param>
public sealed record RequestSmallDraw(
    string Project,
    string Name,
    string EntityName,
    string EntityCode,
    long Estimate,
    IReadOnlyList<WantedExperts> Wanted,
    DateTime MeetingAt,
    string Place,
    IReadOnlyList<string> Avoid,
    string? Again = null
);

public sealed record SmallProjectEntered(string Platform, string Project);

public sealed class RequestSmallDrawHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfPlatform;

    public Task<Result<DrawWasRequested>> Handle(RequestSmallDraw ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<DrawWasRequested>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } no)
                    return no;
                var (division, platform) = (on.By.Division, on.By.Office!);
                if (
                    TenderWork.Texts(
                        (ask.Project, 30, ("项目编号", "Number of the project")),
                        (ask.Name, 200, ("项目名称", "Name of the project")),
                        (ask.EntityName, 200, ("招标人", "Tendering entity"))
                    ) is
                    { } missing
                )
                    return missing;
                if (((string[])[ask.EntityCode, .. ask.Avoid]).FirstOrDefault(c => Uscc.Parse(c) is not Result<Uscc>.Done) is { } wrong)
                    return new ExpertDataWrong(($"统一社会信用代码 {wrong}", $"Unified social credit code {wrong}"));
                if (ask.Estimate <= 0)
                    return new ExpertDataWrong(("估算价", "Estimate"));
                if (await CategorySet.Of(db, division, CountyTime.DayOf(on.At)) is not { } set)
                    return new NothingWanted();
                var plan = new DrawPlan(ask.Wanted, 0, ask.MeetingAt, ask.Place.Trim(), ask.Avoid);
                if (DrawWork.Check(plan, set, isSmall: true, ask.Name.Trim(), on.At) is { } why)
                    return why;
                var asked = ask.Project.Trim();
                var project = await db.SmallProjects.FirstOrDefaultAsync(p =>
                    p.Division == division && p.Platform == platform && p.Number == asked
                );
                if (project is not null && project.Name != ask.Name.Trim())
                    return new SmallProjectKnown(asked);
                if (project is null)
                {
                    project = new SmallProject
                    {
                        Id = Ids.Next(on.At),
                        Division = division,
                        Platform = platform,
                        Number = asked,
                        Name = ask.Name.Trim(),
                        EntityName = ask.EntityName.Trim(),
                        EntityCode = ask.EntityCode.Trim(),
                        Estimate = ask.Estimate,
                        EnteredAt = on.At,
                    };
                    db.SmallProjects.Add(project);
                    db.Record(project, on, new SmallProjectEntered(platform, asked), answer: false);
                }
                var before = await db
                    .ExpertDraws.Where(d => d.SmallProjectId == project.Id)
                    .OrderByDescending(d => d.Serial)
                    .FirstOrDefaultAsync();
                if (RequestDrawHandler.AgainOrNot(before, ask.Again) is { } running)
                    return running;
                var draw = new ExpertDraw
                {
                    Id = Ids.Next(on.At),
                    Division = division,
                    Number = System.FormattableString.Invariant($"S{division}{await db.NextNumber($"small-draw:{division}"):000000}"),
                    Origin = DrawOrigin.SmallPlatform,
                    SmallProjectId = project.Id,
                    Platform = platform,
                    Serial = (before?.Serial ?? 0) + 1,
                    Again = ask.Again?.Trim() is { Length: > 0 } again ? again : null,
                    Plan = plan,
                    RequestedAt = on.At,
                    Stage = DrawRequested.Begin(on.At, null),
                };
                db.ExpertDraws.Add(draw);
                return db.Record(draw, on, new DrawWasRequested(draw.Number, plan, false, draw.Again));
            },
            ct
        );
}
