using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Bids;

/// <summary>确定保管人名单: who keeps shares for lots announced from now on, and how many it takes.</summary>
/// <param name="Certificates">Numbers of their certificates, in the order of the shares.</param>
public sealed record SetCustodianPanel(int Threshold, IReadOnlyList<string> Certificates);

public sealed record CustodianPanelSet(string Panel, int Threshold, IReadOnlyList<string> Custodians);

/// <summary>Different people with keys of their own, so many that neither one alone can open nor one absence can lock.</summary>
public sealed class SetCustodianPanelHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => new([Role.TradingSupervisor]);

    public Task<Result<CustodianPanelSet>> Handle(SetCustodianPanel ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CustodianPanelSet>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } refusal)
                    return refusal;
                var (division, numbers) = (on.By.Division, ask.Certificates.Distinct().ToList());
                var found = await db
                    .Certificates.AsNoTracking()
                    .Where(c => c.Division == division && c.Firm == null && numbers.Contains(c.Number))
                    .ToListAsync();
                var today = CountyTime.DayOf(on.At);
                foreach (var number in numbers)
                {
                    if (found.Find(c => c.Number == number) is not { } known)
                        return new CertificateNotFound(number);
                    if (known.CheckToSign(today) is { } stopped)
                        return stopped;
                }
                if (
                    found.DistinctBy(c => c.Holder).Count() != ask.Certificates.Count
                    || found.Count < Rulebook.CustodiansOfPanel.Amount
                    || found.Count > Most
                    || ask.Threshold < Rulebook.CustodiansAgreeing.Amount
                    || ask.Threshold > found.Count
                )
                    return new PanelNotRight();

                var panel = new CustodianPanel
                {
                    Id = Ids.Next(on.At),
                    Division = division,
                    Number = $"BG-{await db.NextNumber($"custodian-panel/{division}"):000}",
                    Threshold = ask.Threshold,
                    Members =
                    [
                        .. numbers.Select(
                            (number, place) =>
                            {
                                var keeper = found.Single(c => c.Number == number);
                                return new Custodian(place + 1, keeper.Holder, keeper.HolderName, keeper.Id, keeper.EncryptionKey);
                            }
                        ),
                    ],
                    From = on.At,
                };
                db.CustodianPanels.Add(panel);
                return db.Record(panel, on, new CustodianPanelSet(panel.Number, panel.Threshold, [.. panel.Members.Select(m => m.Name)]));
            },
            ct
        );

    /// <summary>An envelope carries one share for each.</summary>
    private const int Most = 9;
}

public sealed record PanelNotRight()
    : Refusal(
        (
            $"保管人须是不同的人，至少 {Rulebook.CustodiansOfPanel.Amount} 人、最多 9 人；恢复须至少 {Rulebook.CustodiansAgreeing.Amount} 人同时在场，且不多于总人数。",
            $"The custodians are different people, {Rulebook.CustodiansOfPanel.Amount} to 9 of them; a recovery takes at least {Rulebook.CustodiansAgreeing.Amount}, and no more than there are."
        ),
        ("请调整人数或门限后再确定。", "Change the persons or the threshold."),
        Rulebook.CustodiansOfPanel.Basis
    );
