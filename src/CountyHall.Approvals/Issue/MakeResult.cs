using CountyHall.Approvals.Cases;
using CountyHall.Approvals.Licences;
using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;

namespace CountyHall.Approvals.Issue;

/// <summary>制证: makes out the licence, the document or the written refusal, so that it can be handed over.</summary>
public sealed record MakeResult(CaseNumber Case);

public sealed record ResultMade(ResultDocument Result, string By, bool Electronic) : ICaseFact
{
    public Words Says =>
        Electronic
            ? (
                $"制证完成并电子送达：{Result.Title} {Result.Number}",
                $"Made out and delivered electronically: {Result.Title} {Result.Number}"
            )
            : ($"制证完成：{Result.Title} {Result.Number}", $"Made out: {Result.Title} {Result.Number}");
    public string? Tells =>
        Electronic ? $"{Result.Title}已电子送达，请到“我的办件”查看。" : $"{Result.Title}已制好，可凭身份证件到出件窗口领取。";
}

/// <summary>Administrative Licensing Law arts. 38, 39 and 44.</summary>
public sealed class MakeResultHandler(CaseWork work, LicenceRegister licences) : IUseCase
{
    public static Duty Duty => Duty.OfIssuer;

    public Task<Result<ResultMade>> Handle(MakeResult ask, Occasion on, CancellationToken ct = default) =>
        work.Step<ResultMade>(
            ask.Case,
            Duty,
            on,
            async (db, at) =>
            {
                if (at.Case.Stage is not Decided decided)
                    return new WrongStage(at.Case.Number, at.Case.Stage);
                var result = await MadeOut(db, at, decided, on);
                // 电子证照: the licence exists as data from here on; what is handed over is a print of it.
                if (decided is Granted)
                    await licences.Enter(db, at, result, on);
                var step = at.Case.Take((Decided d) => d.Make(result));
                // 电子送达: chosen by the applicant, the result lies in the applicant's account at once; there is nothing to collect.
                var electronic = at.Case.File.Delivery == DeliveryWay.Electronic;
                if (electronic)
                {
                    var record = new HandOverRecord(
                        on.At,
                        at.Case.ApplicantName,
                        false,
                        "申请人选择电子送达",
                        "网上",
                        on.By.Id,
                        on.By.Name
                    );
                    if (at.Case.Take((ReadyToCollect ready) => ready.HandOver(record)) is Result<Delivered>.Done(var delivered))
                        Completion.Follow(db, at, delivered, on);
                }
                return step.Then<ResultMade>(_ => new ResultMade(result, on.By.Name, electronic));
            },
            ct
        );

    private static async Task<ResultDocument> MadeOut(HallDb db, CaseAtWork at, Decided decided, Occasion on)
    {
        var day = CountyTime.DayOf(on.At);
        var granted = decided is Granted;
        var series = $"result-{at.Case.Division}-{at.Guide.Body}-{day.Year}-{(granted ? at.Guide.Result.Kind.ToString() : "refusal")}";
        var number = $"{at.Case.Division}{day.Year}{await db.NextNumber(series):000000}";
        var until = granted && at.Guide.Result.ValidYears > 0 ? day.AddYears(at.Guide.Result.ValidYears).AddDays(-1) : (DateOnly?)null;
        return new ResultDocument(number, granted ? at.Guide.Result.Name.Zh : "不予行政许可决定书", on.At, on.By.Id, until);
    }
}
