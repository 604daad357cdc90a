using CountyHall.Kernel.Outbox;
using CountyHall.Trading.Documents;
using CountyHall.Trading.RedFlags.OwnLots;
using CountyHall.Trading.Similarity.Board;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Journeys.Trading;

/// <summary>An awarded lot whose only valid bid is the winner's: the ground of the red flags. Everything in it is invented.</summary>
public sealed class FlagsGround
{
    public const string Reason = "已查阅评标报告，三家均未提供要求的业绩证明（示例）";
    private readonly Hall hall;

    private FlagsGround(Hall hall, AwardGround award) => (this.hall, Award) = (hall, award);

    public AwardGround Award { get; }
    public string Lot => Award.Lot;

    public static async Task<FlagsGround> In(Hall hall)
    {
        var award = await AwardGround.In(hall, report: [0]);
        await award.Publishes();
        await award.PassesPublicity();
        await award.Fixes();
        await award.Notifies();
        return new(hall, award);
    }

    /// <summary>A lot with a flag and a verdict: what the pages show.</summary>
    internal static async Task<Dictionary<string, string>> ForEveryPage(Storage storage)
    {
        // Long enough ago that the publicity of the candidates is over today, holidays and all.
        await using var hall = await Hall.Of(Engine.Embedded, storage, TimeProvider.System.GetUtcNow().AddDays(-30));
        var ground = await In(hall);
        // An evaluation without a blind part, whose committee may read the aid.
        var evaluation = await EvaluationGround.In(hall, EvaluationKind.LowestEvaluatedPrice);
        await evaluation.Ask<RunSimilarityHandler, LikenessWasRun>(OpeningGround.Venue, (h, on) => h.Handle(new(evaluation.Number), on));
        await evaluation.Begins();
        await evaluation.Elects();
        // The site does jobs that are due by itself, at its own time; here it is done once more, later than those.
        hall.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await hall.Get<FlagOwnLots>().Do(new("330421", DateTime.MaxValue.AddDays(-1)), CancellationToken.None);
        await ground.Judges(confirmed: false);
        return new() { ["flag-lot"] = ground.Lot, ["aid-lot"] = evaluation.Number };
    }

    /// <summary>The next quarter of an hour: what notices have asked for is done.</summary>
    public static async Task Computes(Hall hall)
    {
        hall.Clock.Advance(LotsToFlag.Every + LotsToFlag.Settling);
        while (await hall.Get<JobRunner>().RunDue() > 0) { }
    }

    public Task<FlagWasJudged> Judges(bool confirmed, string flag = "R035", string value = "3.0") =>
        Award.Opening.Ask<JudgeFlagHandler, FlagWasJudged>(
            OpeningGround.Supervisor,
            (h, on) => h.Handle(new(Lot, flag, value, confirmed, Reason), on)
        );

    public Task<FlaggedLot?> Flags() => hall.Read(db => db.FlaggedLots.AsNoTracking().FirstOrDefaultAsync(l => l.Id == Award.LotId));
}
