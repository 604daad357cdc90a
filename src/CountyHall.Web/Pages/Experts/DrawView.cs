using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Results;
using CountyHall.Trading;
using CountyHall.Trading.Experts;
using CountyHall.Trading.Opening;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Pages.Experts;

/// <summary>A call as a desk may see it: by place in the order, never by name.</summary>
/// <param name="Place">第几位 in the order of the draw.</param>
public sealed record CallLine(int Attempt, int Place, int Number, string Category, CallStage Stage);

/// <summary>What the desks show of a draw. Nothing in it names an expert before the names are opened.</summary>
public sealed record DrawView(
    ExpertDraw Draw,
    Words Project,
    CategorySet Set,
    IReadOnlyList<ExpertDrawShare> Shares,
    IReadOnlyList<CallLine> Calls,
    IReadOnlyList<CommitteeSeat> Seats
)
{
    public Words NameOf(string category) => Set.NameOf(category);

    /// <summary>The share of a side in the attempt under way.</summary>
    public ExpertDrawShare? ShareOf(DrawParty party) => Shares.FirstOrDefault(s => s.Party == party && s.Attempt == Draw.Stage.Attempt);

    public int Coming => Calls.Count(c => c.Stage is SaidYes);

    public int Waiting => Calls.Count(c => c.Stage is Called);

    public int Wanted => Draw.Plan.Wanted.Sum(w => w.Count);

    /// <summary>The order is at its end and seats are empty.</summary>
    public bool IsExhausted => Draw.Stage is CallingExperts && Waiting == 0 && Coming < Wanted;

    public static async Task<DrawView?> Read(HallDb db, string number)
    {
        if (await db.ExpertDraws.AsNoTracking().FirstOrDefaultAsync(d => d.Number == number) is not { } draw)
            return null;
        var project = draw.TenderId is { } tender
            ? await db.Tenders.Where(t => t.Id == tender).Select(t => new { Zh = t.NameZh, En = t.NameEn }).SingleAsync()
            : await db.SmallProjects.Where(p => p.Id == draw.SmallProjectId).Select(p => new { Zh = p.Name, En = p.Name }).SingleAsync();
        var set = await CategorySet.Of(db, draw.Division, CountyTime.DayOf(draw.RequestedAt));
        var shares = await db.ExpertDrawShares.AsNoTracking().Where(s => s.DrawId == draw.Id).OrderBy(s => s.Id).ToListAsync();
        var calls = await db
            .ExpertCalls.AsNoTracking()
            .Where(c => c.DrawId == draw.Id)
            .OrderBy(c => c.Id)
            .Select(c => new
            {
                c.Attempt,
                c.Number,
                c.Category,
                c.Stage,
            })
            .ToListAsync();
        IReadOnlyList<int> order = draw.Stage switch
        {
            AfterDraw { Key.Length: > 0, Pool: { } pool } at => PublicDraw.Draw(at.Key, pool.Size, pool.Size),
            NamesOpened { Key.Length: > 0, Pool: { } pool } at => PublicDraw.Draw(at.Key, pool.Size, pool.Size),
            _ => [],
        };
        var places = order.Select((number, i) => (number, i)).ToDictionary(p => p.number, p => p.i + 1);
        var opened = draw is { Stage: NamesOpened, TenderId: { } its }
            ? await db.CommitteeSeats.AsNoTracking().Where(s => s.TenderId == its).OrderBy(s => s.Place).ThenBy(s => s.Id).ToListAsync()
            : [];
        return new(
            draw,
            new(project.Zh, project.En),
            set!,
            shares,
            [
                .. calls.Select(c => new CallLine(
                    c.Attempt,
                    c.Attempt == draw.Stage.Attempt ? places.GetValueOrDefault(c.Number, c.Number) : c.Number,
                    c.Number,
                    c.Category,
                    c.Stage
                )),
            ],
            opened
        );
    }

    public static IReadOnlyList<Components.Step> Steps(DrawStage stage, Func<Words, string> say)
    {
        Words[] names =
        [
            ("申请", "Request"),
            ("公布名单指纹", "Pool published"),
            ("双方份额", "Shares"),
            ("抽取并通知", "Draw and calls"),
            ("人员已齐", "Seats filled"),
            ("启封", "Names opened"),
        ];
        var at = stage switch
        {
            AppointmentAsked or DrawRequested => 1,
            PoolPublished or SharesRevealing => 2,
            CallingExperts => 3,
            SeatsFilled => 5,
            NamesOpened => 6,
            _ => -1,
        };
        return
        [
            .. names.Select(
                (n, i) =>
                    new Components.Step(
                        say(n),
                        i < at ? Components.StepState.Done
                            : i == at ? Components.StepState.Now
                            : Components.StepState.Ahead
                    )
            ),
        ];
    }
}
