using CountyHall.Approvals.Applications;
using CountyHall.Approvals.Cases;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Files;
using CountyHall.Kernel.Results;
using CountyHall.Web.Api.V1;

namespace CountyHall.Web.Api;

/// <summary>How a result leaves through the interface: the fact, or a refusal as problem details (RFC 9457).</summary>
internal static class Answers
{
    public const string KeyHeader = "Idempotency-Key";

    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> done) =>
        result switch
        {
            Result<T>.Done(var value) => done(value),
            Result<T>.Refused(var why) => Problem(why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Title and detail in Chinese, the English beside them, and the provision.</summary>
    public static IResult Problem(Refusal why) => Problem(why, StatusOf(why));

    /// <summary>The same under a status of its own.</summary>
    public static IResult Problem(Refusal why, int status) =>
        Results.Problem(
            type: $"https://countyhall.example/refusals/{why.Code}",
            title: why.Reason.Zh,
            detail: why.Remedy.Zh,
            statusCode: status,
            extensions: new Dictionary<string, object?>
            {
                ["code"] = why.Code,
                ["basis"] = why.Basis?.Named.Zh,
                ["reasonEn"] = why.Reason.En,
                ["remedyEn"] = why.Remedy.En,
                ["basisEn"] = why.Basis?.Named.En,
            }
        );

    private static int StatusOf(Refusal why) =>
        why switch
        {
            CaseNotFound or DraftNotFound or ItemNotInForce or PartyNotFound or ItemVersionNotFound => StatusCodes.Status404NotFound,
            WrongRole or WrongDivision or WrongOffice or WrongWindow or SystemMayNot => StatusCodes.Status403Forbidden,
            WrongStage or KeyUsedAlready => StatusCodes.Status409Conflict,
            FileTooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status422UnprocessableEntity,
        };
}

public sealed record PartyNotFound()
    : Refusal(
        ("没有登记过这个证件号码或信用代码。", "This number is not registered here."),
        ("请先在受理台登记申请人。", "Register the applicant at the desk first.")
    );
