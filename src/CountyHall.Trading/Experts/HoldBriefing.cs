using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>记录集体约谈: the supervising department talked with the experts by the form; all four topics or none.</summary>
public sealed record HoldBriefing(string Tender, IReadOnlyList<BriefingTopic> Topics);

public sealed record BriefingHeld(string Tender, IReadOnlyList<BriefingTopic> Topics, int Experts);

public sealed record BriefingKnown()
    : Refusal(
        ("本项目已经记录过集体约谈。", "A briefing of this project is on record."),
        ("后补的专家在手机端补签即可。", "An expert who came later signs the same one.")
    );

public sealed class HoldBriefingHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<BriefingHeld>> Handle(HoldBriefing ask, Occasion on, CancellationToken ct = default) =>
        TenderWork.Step<BriefingHeld>(
            writer,
            ask.Tender,
            Charge,
            on,
            async (db, tender) =>
            {
                if (ask.Topics.Distinct().Count() < Enum.GetValues<BriefingTopic>().Length)
                    return new BriefingIncomplete();
                var experts = (await CommitteeSeat.Held(db, tender.Id)).Count(s => s.Kind == SeatKind.Expert);
                if (experts == 0)
                    return new CommitteeStillSealed();
                if (await db.ExpertBriefings.AnyAsync(b => b.TenderId == tender.Id))
                    return new BriefingKnown();
                var briefing = new ExpertBriefing
                {
                    Id = Ids.Next(on.At),
                    Division = tender.Division,
                    TenderId = tender.Id,
                    Topics = [.. ask.Topics.Distinct().Order()],
                    HeldBy = on.By.Name,
                    HeldAt = on.At,
                };
                db.ExpertBriefings.Add(briefing);
                return db.Record(briefing, on, new BriefingHeld(tender.Number, briefing.Topics, experts));
            },
            ct
        );
}
