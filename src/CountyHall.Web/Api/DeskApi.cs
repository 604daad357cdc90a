using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.People;
using CountyHall.Kernel.Results;
using CountyHall.Kernel.Secrets;
using CountyHall.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Web.Api;

/// <summary>The counter for other systems: receives and accepts like the desk page does, through the same use cases.</summary>
internal static class DeskApi
{
    // Asked at every acceptance, and always the same question.
    private static readonly Func<HallDb, string, Task<KnownParty?>> ByHash = EF.CompileAsyncQuery(
        (HallDb db, string hash) =>
            db.Set<Party>().Where(p => p.CodeHash == hash).Select(p => new KnownParty(p.Id, p.Name)).FirstOrDefault()
    );

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

    private sealed record KnownParty(long Id, string Name);

    /// <summary>A key is needed: without one a lost answer would make a second case. The header also keeps other sites from posting here.</summary>
    private static async Task<IResult> Receive(
        CounterCase ask,
        HttpContext http,
        ReceiveAtCounterHandler handler,
        IDbContextFactory<HallDb> contexts,
        Vault vault,
        CancellationToken ct
    )
    {
        if (http.Request.Headers[Answers.KeyHeader].ToString() is not { Length: > 0 and <= 60 } key)
            return Answers.Problem(new KeyMissing());
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await Find(db, vault, ask.Applicant) is not { } applicant)
            return Answers.Problem(new PartyNotFound());
        long? representative = null;
        if (ask.Representative is { } code)
        {
            if (await Find(db, vault, code) is not { } person)
                return Answers.Problem(new PartyNotFound());
            representative = person.Id;
        }
        var on = http.Occasion(key);
        var file = new CaseFile
        {
            Answers = ask.Answers ?? [],
            Fields = (ask.Fields ?? []).ToDictionary(f => f.Key, f => new FieldValue(f.Value)),
            Materials = (ask.Materials ?? []).ToDictionary(m => m, _ => new Handed(HandedHow.AtCounter, on.At)),
            GapsPromised = ask.GapsPromised,
            Committed = ask.Committed,
        };
        var result = await handler.Handle(
            new ReceiveAtCounter(ask.Item, applicant.Id, applicant.Name, representative, file, ask.Then),
            on,
            ct
        );
        return result.ToHttp(received => Results.Created($"/desk/cases/{received.Number}", received));
    }

    private static Task<KnownParty?> Find(HallDb db, Vault vault, string code) =>
        Uscc.Parse(code) is Result<Uscc>.Done(var uscc) ? ByHash(db, Firm.HashOf(vault, uscc))
        : CitizenId.Parse(code) is Result<CitizenId>.Done(var id) ? ByHash(db, Person.HashOf(vault, id))
        : Task.FromResult<KnownParty?>(null);
}

public sealed record KeyMissing()
    : Refusal(
        ($"缺少请求头 {Answers.KeyHeader}。", $"The header {Answers.KeyHeader} is missing."),
        (
            "每次办理用一个新的编号（不超过 60 个字符），重试时用同一个。",
            "Use a fresh key for each command (60 characters at most), and the same one for a retry."
        )
    );
