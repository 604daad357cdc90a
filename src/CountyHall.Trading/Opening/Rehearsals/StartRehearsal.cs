using System.Globalization;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Opening.Rehearsals;

/// <summary>开始模拟: anybody who is signed in practises an opening, alone and with invented bids.</summary>
public sealed record StartRehearsal;

[Quiet]
public sealed record RehearsalStarted(string Number);

public sealed class StartRehearsalHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<RehearsalStarted>> Handle(StartRehearsal ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<RehearsalStarted>(
            on,
            async db =>
            {
                if (on.By.Id <= 0)
                    return new SignInToRehearse();
                var serial = await db.NextNumber("rehearsals");
                var rehearsal = new Rehearsal
                {
                    Id = Ids.Next(on.At),
                    Number = string.Create(CultureInfo.InvariantCulture, $"YL-{serial:00000000}"),
                    Owner = on.By.Id,
                    StartedAt = on.At,
                    Stage = RehearsingSignIn.Of(on.At),
                };
                db.Add(rehearsal);
                return db.Record(rehearsal, on, new RehearsalStarted(rehearsal.Number));
            },
            ct
        );
}

public sealed record SignInToRehearse()
    : Refusal(("模拟开标要先登录。", "Sign in to rehearse."), ("登录后再开始；任何人都可以模拟。", "Anybody may, once signed in."));
