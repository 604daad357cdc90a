using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Outbox;
using CountyHall.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Licences;

/// <summary>延续提醒: due so many days before the end; what it finds then decides whether anybody is reminded.</summary>
/// <param name="Until">The end that was meant: a licence renewed meanwhile has another.</param>
public sealed record RemindOfRenewal(long Licence, DateOnly Until, int DaysBefore);

/// <summary>Reminds holders in time for the thirty days of art. 50: by the county's setting 90, 60 and 45 days before the end (AP-5.2).</summary>
public sealed class LicenceReminders(IDbContextFactory<HallDb> contexts, HallWriter writer, TimeProvider time) : IJob<RemindOfRenewal>
{
    private static readonly Limit[] Days = [Rulebook.RenewalReminderFirst, Rulebook.RenewalReminderSecond, Rulebook.RenewalReminderLast];

    /// <summary>Puts the reminders of a licence into the outbox, in the transaction that issues or renews it.</summary>
    internal static void Post(HallDb db, Occasion on, Licence licence)
    {
        if (licence.ValidUntil is not { } until)
            return;
        foreach (var limit in Days)
        {
            var due = CountyTime.Utc(until.AddDays(-limit.Amount), new TimeOnly(9, 0));
            if (due > on.At)
                db.Post(on, new RemindOfRenewal(licence.Id, until, limit.Amount), due);
        }
    }

    public async Task Do(RemindOfRenewal body, CancellationToken ct)
    {
        await using (var db = await contexts.CreateDbContextAsync(ct))
        {
            var licence = await db.Licences.AsNoTracking().FirstAsync(l => l.Id == body.Licence, ct);
            // Renewed, asked for, or taken back meanwhile: nothing to remind of.
            if (licence.ValidUntil != body.Until || licence.State is not InForce { Renewal: null })
                return;
            var house = new Occasion(Actor.House, null, time.Now(), Channel.Clock, "licences");
            await writer.Write(
                writing =>
                {
                    writing.Post(
                        house,
                        new TextMessage(
                            licence.Holder,
                            $"【{licence.TitleZh} {licence.Number}】有效期至 {body.Until:yyyy-MM-dd}。需要延续的，请在届满 {Rulebook.RenewalRequest.Amount} 日前（{body.Until.AddDays(-Rulebook.RenewalRequest.Amount):yyyy-MM-dd} 前）到“我的证照”申请。",
                            licence.Case.Value
                        )
                    );
                    return Task.CompletedTask;
                },
                ct
            );
        }
    }
}
