using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Law;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Approvals.Commitments;

/// <summary>告知承诺: who may not use it, and what follows a grant (Zhejiang art. 14).</summary>
internal static class AfterCommitment
{
    /// <summary>A holder whose commitment was broken may not commit again while the revocation stands.</summary>
    public static async Task<Refusal?> Bar(HallDb db, CaseFile file, long applicant) =>
        file.Committed && await db.CommitmentChecks.AnyAsync(c => c.Holder == applicant && c.Revoked) ? new CommitmentBarred() : null;

    /// <summary>A grant on commitment is checked within sixty working days.</summary>
    public static void Watch(HallDb db, CaseAtWork at, Granted granted, Occasion on)
    {
        var check = new CommitmentCheck
        {
            Id = Ids.Next(on.At),
            CaseId = at.Case.Id,
            Number = at.Case.Number,
            Division = at.Case.Division,
            Holder = at.Case.Applicant,
            Office = at.Guide.Body,
            Stage = CheckDue.From(granted.Decision.At),
        };
        db.CommitmentChecks.Add(check);
        db.Record(check, on, new CommitmentToCheck(at.Case.Number), answer: false);
    }
}

public sealed record CommitmentToCheck(CaseNumber Case);

public sealed record CommitmentBarred()
    : Refusal(
        (
            "申请人曾违反承诺被撤销决定，记录存续期间不适用告知承诺。",
            "A commitment of this applicant was broken; while that record stands there is no new one."
        ),
        ("请按一般程序提交材料。", "Hand in the material in the ordinary way."),
        Rulebook.CommitmentCheck.Basis
    );
