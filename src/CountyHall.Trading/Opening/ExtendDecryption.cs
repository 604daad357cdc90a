using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening;

/// <summary>延长解密时间: only for an incident that somebody who is neither party has noted.</summary>
public sealed record ExtendDecryption(string Number, int Minutes, string Reason);

public sealed record DecryptionWasExtended(string Number, DateTime Until, int Minutes, string Reason, string Incident);

public sealed class ExtendDecryptionHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfEntityOrAgency;

    public Task<Result<DecryptionWasExtended>> Handle(ExtendDecryption ask, Occasion on, CancellationToken ct = default) =>
        writer.Step<DecryptionWasExtended>(
            ask.Number,
            Charge,
            on,
            async opening =>
            {
                if (opening.BeforeDeadline is { } early)
                    return early;
                if (opening.Session.Stage is not Decrypting)
                    return new WrongOpeningStage(opening.Session.Stage);
                if (ask.Minutes < 1 || ask.Minutes > Rulebook.DecryptionLongest.Amount)
                    return new DecryptionTimeWrong();
                if (OpeningWork.Plain(ask.Reason) is not { } reason)
                    return new ReasonNeeded();
                if (await opening.ProvedIncident() is not { } incident)
                    return new IncidentNotProved();
                return await opening.Step(
                    (Decrypting decrypting) => decrypting.Extend(on.At, ask.Minutes, incident),
                    longer => new DecryptionWasExtended(ask.Number, longer.Until, ask.Minutes, reason, incident),
                    longer =>
                        (
                            $"解密时间延长 {ask.Minutes} 分钟，到 {CountyTime.Local(longer.Until):HH:mm:ss}：{reason}（已见证：{incident}）",
                            $"Decryption extended by {ask.Minutes} minutes to {CountyTime.Local(longer.Until):HH:mm:ss}: {reason} (witnessed: {incident})"
                        )
                );
            },
            ct
        );
}
