using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>审批直接确定: the supervising department agrees, or says why experts are to be drawn.</summary>
/// <param name="Reason">Why not; none where it is approved.</param>
public sealed record DecideAppointment(string Number, bool Approve, string? Reason);

public sealed record AppointmentDecided(string Number, bool Approved, string? Reason);

public sealed class DecideAppointmentHandler(HallWriter writer, Vault vault) : IUseCase
{
    public static Charge Charge => Charge.OfSupervisor;

    public Task<Result<AppointmentDecided>> Handle(DecideAppointment ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<AppointmentDecided>(
            ask.Number,
            DrawWork.Watching,
            on,
            async hand =>
            {
                if (!ask.Approve)
                {
                    if (TenderWork.Texts((ask.Reason, 500, ("理由", "Reason"))) is { } missing)
                        return missing;
                    var reason = ask.Reason!.Trim();
                    return hand.Step(
                        (AppointmentAsked asked) => asked.Decline(on.At, reason),
                        _ => new AppointmentDecided(ask.Number, false, reason)
                    );
                }
                if (hand.Tender!.IsSecret(on.At))
                    return new DrawBeforeDeadline();
                var entries = await hand
                    .Db.PoolEntries.AsNoTracking()
                    .Where(e => e.DrawId == hand.Draw.Id)
                    .OrderBy(e => e.Number)
                    .ToListAsync();
                // Bidders are known now: whoever is tied to one cannot be appointed any more.
                var numbers = entries.ConvertAll(e => PoolPeople.Open(vault, e.Sealed).Number);
                if (
                    hand.Draw.Stage is AppointmentAsked
                    && await Appointment.Choose(hand, vault, numbers) is Result<Chosen>.Refused(var unfit)
                )
                    return unfit;
                var done = hand.Step((AppointmentAsked asked) => asked.Approve(on.At), _ => new AppointmentDecided(ask.Number, true, null));
                if (done is Result<AppointmentDecided>.Done)
                {
                    hand.Draw.DrawnAt ??= on.At;
                    foreach (var entry in entries)
                        await DrawWork.Call(
                            hand,
                            vault,
                            1,
                            entry.Number,
                            entry.Categories[0],
                            PoolPeople.Open(vault, entry.Sealed),
                            entry.Sealed,
                            null
                        );
                }
                return done;
            },
            ct
        );
}
