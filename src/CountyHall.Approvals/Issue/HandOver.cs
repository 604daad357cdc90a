using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Issue;

/// <summary>出件、送达: the result is handed over against identity, at a window that is not the approving office's.</summary>
/// <param name="LastFour">Last four places of the identity number of the person at the window, checked against the applicant or representative.</param>
/// <param name="Proof">How identity was proved: 居民身份证, 驾驶证… (Zhejiang art. 9(2)).</param>
public sealed record HandOver(CaseNumber Case, string LastFour, string Proof);

public sealed record ResultHandedOver(HandOverRecord Record) : ICaseFact
{
    public Words Says => ($"已送达：{Record.To} 在 {Record.Window} 领取", $"Handed over to {Record.To} at {Record.Window}");
    public string? Tells => "办理结果已送达，感谢您的配合。";
}

/// <summary>Somebody came for the result with a document that is neither the applicant's nor the representative's.</summary>
public sealed record CollectorTurnedAway(string Window, string Proof) : ICaseFact
{
    public Words Says =>
        (
            $"{Window}：来人证件（{Proof}）与申请人、代理人不一致，未出件",
            $"{Window}: the document ({Proof}) matched nobody entitled; nothing was handed over"
        );
    public string? Tells => $"有人持不一致的证件到 {Window} 领取结果，未出件。如非您委托，请留意。";
}

/// <summary>Asks for the package of a finished case to be made.</summary>
public sealed record ArchiveSoon(string Case);

/// <summary>Administrative Licensing Law art. 44: within ten working days of the decision.</summary>
public sealed class HandOverHandler(CaseWork work, Identities identities) : IUseCase
{
    public static Duty Duty => Duty.OfIssuer;

    public async Task<Result<ResultHandedOver>> Handle(HandOver ask, Occasion on, CancellationToken ct = default)
    {
        var outcome = await TryHandOver(ask, on, ct);
        // A refusal leaves nothing behind, but somebody else asking for the result is worth knowing: it is told by a fact of its own.
        if (outcome is Result<ResultHandedOver>.Refused(WrongPerson))
            await work.Step<CollectorTurnedAway>(
                ask.Case,
                Duty,
                on with
                {
                    Key = null,
                },
                _ => new CollectorTurnedAway(on.Place, ask.Proof),
                ct
            );
        return outcome;
    }

    private Task<Result<ResultHandedOver>> TryHandOver(HandOver ask, Occasion on, CancellationToken ct) =>
        work.Step<ResultHandedOver>(
            ask.Case,
            Duty,
            on,
            async (db, at) =>
            {
                var outcome = Step(at, ask, on, await identities.Collector(db, at.Case, ask.LastFour));
                if (at.Case.Stage is Delivered delivered && outcome is Result<ResultHandedOver>.Done)
                    Completion.Follow(db, at, delivered, on);
                return outcome;
            },
            ct
        );

    /// <param name="collector">Whose identity the person at the window proved; none where it is neither applicant nor representative.</param>
    internal static Result<ResultHandedOver> Step(CaseAtWork at, HandOver ask, Occasion on, Party? collector)
    {
        if (at.Case.Stage is not ReadyToCollect ready)
            return new WrongStage(at.Case.Number, at.Case.Stage);
        if (on.By.Window is not { } window)
            return new NoIssuingWindow();
        // C10: the issuing window is not the approving office, and nobody hands over what they decided.
        if (ready.Decision.Conclusions.Any(c => c.By == on.By.Id) || at.Route.Contains(on.By.Office))
            return new IssuedByTheApprover();
        if (collector is null)
            return new WrongPerson();
        var record = new HandOverRecord(
            on.At,
            collector.MaskedName,
            collector.Id != at.Case.Applicant,
            ask.Proof,
            window,
            on.By.Id,
            on.By.Name
        );
        return at.Case.Take((ReadyToCollect r) => r.HandOver(record)).Then<ResultHandedOver>(_ => new ResultHandedOver(record));
    }
}

public sealed record NoIssuingWindow()
    : Refusal(
        ("您今天没有出件窗口。", "You have no issuing window today."),
        ("请大厅管理员登记窗口后再办。", "Ask the hall manager to register your window."),
        Provisions.Posts
    );

public sealed record IssuedByTheApprover()
    : Refusal(
        ("审批单位不能自己出件。", "The approving office does not hand over its own results."),
        ("请到统一出件窗口办理。", "The issuing window does it."),
        Provisions.Posts
    );

public sealed record WrongPerson()
    : Refusal(
        (
            "证件与申请人、代理人都不一致，停止出件，本次已记录。",
            "The identity matches neither applicant nor representative; nothing is handed over."
        ),
        ("请核对证件，或由申请人本人领取。", "Check the document, or ask the applicant to come."),
        Provisions.IdentityProof
    );
