using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>答复邀请: the expert comes, or says why not. Whoever said yes can still say no until the names are opened.</summary>
/// <param name="Call">Id of the call.</param>
/// <param name="Reason">Why not; none where he comes.</param>
public sealed record AnswerCall(long Call, bool Comes, DeclineReason? Reason = null);

/// <summary>The answer by number. Who answered lies sealed, like the call.</summary>
/// <param name="By">User id, sealed with the key of the house.</param>
public sealed record CallAnswered(string Number, int Place, bool Comes, DeclineReason? Reason, string By);

public sealed class AnswerCallHandler(HallWriter writer, Vault vault) : IUseCase
{
    /// <summary>The expert who was called, in person.</summary>
    public static Charge Charge => Charge.OfAnybody;

    public Task<Result<CallAnswered>> Handle(AnswerCall ask, Occasion on, CancellationToken ct = default)
    {
        // Facts are read by more people than may know the names: this one says "the house", and who it was is sealed in it.
        var quiet = on with
        {
            By = Actor.House with { Division = on.By.Division },
            Key = on.StoredKey is { } key ? vault.KeyedHash("answer-to-call", key) : null,
        };
        return writer.Write<CallAnswered>(
            quiet,
            async db =>
            {
                if (
                    on.By.Person is not { } person
                    || await db.ExpertCalls.FirstOrDefaultAsync(c => c.Id == ask.Call) is not { } call
                    || call.PersonKey != ExpertCall.KeyOf(vault, person)
                )
                    return new NotYourInvitation();
                var number = await db.ExpertDraws.Where(d => d.Id == call.DrawId).Select(d => d.Number).SingleAsync();
                var hand = (await DrawWork.Find(db, number, quiet))!;
                if (WhyNot(call, ask, hand.Draw, on.At) is { } why)
                    return why;
                switch (call.Stage)
                {
                    case Called called:
                        call.Stage = ask.Comes ? called.Accept(on.At) : called.Decline(on.At, ask.Reason!.Value);
                        break;
                    case SaidYes yes:
                        call.Stage = yes.StepBack(on.At, ask.Reason!.Value);
                        break;
                }
                var by = vault.Seal(on.By.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
                var done = db.Record(call, quiet, new CallAnswered(number, call.Number, ask.Comes, ask.Comes ? null : ask.Reason, by));
                await DrawWork.AfterAnswer(hand, vault);
                return done;
            },
            ct
        );
    }

    private static Refusal? WhyNot(ExpertCall call, AnswerCall ask, ExpertDraw draw, DateTime now) =>
        call.Stage switch
        {
            Called called when now >= called.AnswerBy => new AnsweredTooLate(called.AnswerBy),
            DidNotAnswer late => new AnsweredTooLate(late.At),
            Called when ask.Comes || ask.Reason is not null => null,
            SaidYes when !ask.Comes && ask.Reason is not null && draw.Stage is not NamesOpened => null,
            Called or SaidYes when !ask.Comes && ask.Reason is null => new Projects.TextMissing(("不参加的理由", "Why not")),
            _ => new WrongCallStage(call.Stage),
        };
}
