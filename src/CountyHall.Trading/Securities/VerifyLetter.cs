using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Trading.Securities;

/// <summary>核验保函: from the deadline on the accountant asks the issuer whether the letter is good.</summary>
/// <param name="Bad">Why it is not; none where it is good.</param>
public sealed record VerifyLetter(string SubAccount, string? Bad);

[Quiet]
public sealed record GuaranteeJudged(bool Good, string? Why);

/// <summary>Not before the deadline, because the paper names the bidder (Bidding Law art. 22).</summary>
public sealed class VerifyLetterHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfAccountant;

    public Task<Result<GuaranteeJudged>> Handle(VerifyLetter ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<GuaranteeJudged>(
            on,
            async db =>
            {
                if (Charge.Check(on.By, on.By.Division) is { } stranger)
                    return stranger;
                if (await SecurityFinder.Find(db, ask.SubAccount, on.By.Division) is not { } security)
                    return new SecurityNotFound();
                if (await SecurityFinder.RefuseWhileSecret(db, security, on.At) is { } secret)
                    return secret;
                var bad = string.IsNullOrWhiteSpace(ask.Bad) ? null : ask.Bad.Trim();
                if (security.Stage is not LetterHandedIn there)
                    return new WrongSecurityStage(security.AccountNumber, security.Stage);
                security.Stage = bad is null ? there.Verify(on.At, on.By.Name) : there.Reject(on.At, on.By.Name, bad);
                return db.Record(security, on, new GuaranteeJudged(bad is null, bad));
            },
            ct
        );
}
