using CountyHall.Approvals.Cases;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Web.Hosting;

namespace CountyHall.Web.Api;

/// <summary>The counter for other systems: receives and accepts like the desk page does, through the same use cases.</summary>
internal static class DeskApi
{
    public static void MapDeskApi(this IEndpointRouteBuilder site) =>
        site.MapPost("/api/desk/cases", Receive).RequireAuthorization(nameof(Role.Clerk)).DisableAntiforgery();

    /// <summary>What a clerk's system sends.</summary>
    /// <param name="Applicant">Citizen number or unified social credit code.</param>
    /// <param name="Materials">Ids of the materials taken in at the counter.</param>
    /// <param name="Then">keepForNow, accept, acceptWithGaps or askForCorrection.</param>
    public sealed record CounterCase(
        string Item,
        string Applicant,
        string? Representative,
        Dictionary<string, string>? Answers,
        Dictionary<string, string>? Fields,
        List<string>? Materials,
        bool GapsPromised,
        bool Committed,
        AfterReceipt Then
    );

    /// <summary>A key is needed: without one a lost answer would make a second case. The header also keeps other sites from posting here.</summary>
    private static async Task<IResult> Receive(
        CounterCase ask,
        HttpContext http,
        ReceiveAtCounterHandler handler,
        Vault vault,
        CancellationToken ct
    )
    {
        if (http.Request.Headers[Answers.KeyHeader].ToString() is not { Length: > 0 and <= 60 } key)
            return Answers.Problem(new KeyMissing());
        var on = http.Occasion(key);
        // A hash takes time, and is made before the writer's turn.
        var applicantHash = Party.HashOf(vault, ask.Applicant);
        var representativeHash = ask.Representative is { } code ? Party.HashOf(vault, code) : null;
        var file = new CaseFile
        {
            Answers = ask.Answers ?? [],
            Fields = (ask.Fields ?? []).ToDictionary(f => f.Key, f => new FieldValue(f.Value)),
            Materials = (ask.Materials ?? []).ToDictionary(m => m, _ => new Handed(HandedHow.AtCounter, on.At)),
            GapsPromised = ask.GapsPromised,
            Committed = ask.Committed,
        };
        var result = await handler.HandleFound(
            file,
            async db =>
            {
                if (await Party.Find(db, applicantHash) is not { } applicant)
                    return new PartyNotFound();
                (long Id, string Name)? representative = null;
                if (ask.Representative is not null && (representative = await Party.Find(db, representativeHash)) is null)
                    return new PartyNotFound();
                return new ReceiveAtCounter(ask.Item, applicant.Id, applicant.Name, representative?.Id, file, ask.Then);
            },
            on,
            ct
        );
        return result.ToHttp(received => Results.Created($"/desk/cases/{received.Number}", received));
    }
}

public sealed record KeyMissing()
    : Refusal(
        ($"缺少请求头 {Answers.KeyHeader}。", $"The header {Answers.KeyHeader} is missing."),
        (
            "每次办理用一个新的编号（不超过 60 个字符），重试时用同一个。",
            "Use a fresh key for each command (60 characters at most), and the same one for a retry."
        )
    );
