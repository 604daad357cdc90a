using CountyHall.Kernel.Codes;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Projects;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>What the steps of the library share.</summary>
internal static class LibraryWork
{
    /// <summary>Opens an expert by number, as the keeper of the library.</summary>
    public static Task<Result<T>> Keep<T>(
        this HallWriter writer,
        string number,
        Charge charge,
        Occasion on,
        Func<HallDb, Expert, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : notnull =>
        writer.Write<T>(
            on,
            async db =>
                charge.Check(on.By, on.By.Division) is { } why ? why
                : await db.Experts.FirstOrDefaultAsync(e => e.Division == on.By.Division && e.Number == number.Trim()) is not { } expert
                    ? new ExpertUnknown(number)
                : await step(db, expert),
            ct
        );

    /// <summary>Opens the expert who asks.</summary>
    public static Task<Result<T>> Myself<T>(
        this HallWriter writer,
        Occasion on,
        Func<HallDb, Expert, Task<Result<T>>> step,
        CancellationToken ct
    )
        where T : notnull =>
        writer.Write<T>(
            on,
            async db =>
                on.By.Person is { } person && await db.Experts.FirstOrDefaultAsync(e => e.Person == person) is { } me
                    ? await step(db, me)
                    : new NotInLibrary(),
            ct
        );

    /// <summary>What is asked of an entry; null where it is as it should be.</summary>
    public static async Task<Refusal?> Check(
        HallDb db,
        string division,
        string employer,
        string employerCode,
        string area,
        ExpertTitle title,
        DateOnly inFieldSince,
        IReadOnlyList<string> categories,
        DateOnly today
    )
    {
        if (TenderWork.Texts((employer, 200, ("工作单位", "Employer"))) is { } missing)
            return missing;
        if (Uscc.Parse(employerCode) is Result<Uscc>.Refused(var code))
            return code;
        if (area.Length != 6 || !area.All(char.IsAsciiDigit))
            return new ExpertDataWrong(("所在区划代码", "Division code"));
        if (inFieldSince > today)
            return new ExpertDataWrong(("从事相关领域工作起始日", "First day in the field"));
        if (title == ExpertTitle.Intermediate)
            return new TitleTooLow();
        if (!Recusal.IsQualified(title, inFieldSince, today))
            return new TooFewYears(YearsUntil(inFieldSince, today));
        if (await CategorySet.Of(db, division, today) is not { } set)
            return new CategoryUnknown(string.Join('、', categories));
        if (categories.Count == 0 || categories.Distinct(StringComparer.Ordinal).Count() != categories.Count)
            return new ExpertDataWrong(("专业", "Specialities"));
        return categories.FirstOrDefault(c => set.Find(c) is null) is { } unknown ? new CategoryUnknown(unknown) : null;
    }

    public static int YearsUntil(DateOnly from, DateOnly day) => day.Year - from.Year - (from.AddYears(day.Year - from.Year) > day ? 1 : 0);
}
