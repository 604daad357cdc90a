using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Contracts;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Outbox;

namespace CountyHall.Approvals.Issue;

/// <summary>办结: what follows when the result has reached the applicant.</summary>
internal static class Completion
{
    /// <summary>The package is made, and whoever asks applicants for their opinion is told.</summary>
    public static void Follow(HallDb db, CaseAtWork at, Delivered delivered, Occasion on)
    {
        var acceptance = delivered.Decision.Acceptance;
        db.Post(on, new ArchiveSoon(at.Case.Number.Value));
        db.Post(
            on,
            new CaseCompleted(
                at.Case.Id,
                at.Case.Number.Value,
                at.Case.Division,
                at.Case.Item,
                at.Guide.Name,
                at.Guide.Body,
                at.Case.Channel == Channel.Window ? at.Case.ReceivedPlace : null,
                at.Case.Applicant,
                [
                    .. new[] { acceptance.By, delivered.HandOver.By }
                        .Concat(delivered.Decision.Conclusions.Select(c => c.By))
                        .Where(by => by != 0)
                        .Distinct(),
                ],
                on.At
            )
        );
    }
}
