using CountyHall.Kernel.Calendar;
using CountyHall.Kernel.Data;
using CountyHall.Kernel.Journal;
using CountyHall.Kernel.Results;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Experts;

/// <summary>发布专家专业目录: a new version; what was drawn by the old one stays as it was.</summary>
public sealed record PublishCategories(IReadOnlyList<ExpertCategory> Categories, DateOnly EffectiveFrom);

public sealed record CategoriesPublished(int Version, DateOnly EffectiveFrom, int Categories);

public sealed class PublishCategoriesHandler(HallWriter writer) : IUseCase
{
    public static Charge Charge => Charge.OfVenue;

    public Task<Result<CategoriesPublished>> Handle(PublishCategories ask, Occasion on, CancellationToken ct = default) =>
        writer.Write<CategoriesPublished>(
            on,
            async db =>
            {
                var division = on.By.Division;
                if (Charge.Check(on.By, division) is { } no)
                    return no;
                if (
                    ask.Categories.Count == 0
                    || ask.Categories.DistinctBy(c => c.Code).Count() != ask.Categories.Count
                    || ask.Categories.Any(c =>
                        c.Code.Length is 0 or > 20 || c.Code.Contains(',', StringComparison.Ordinal) || c.Name.Zh.Length is 0 or > 60
                    )
                )
                    return new ExpertDataWrong(("专业代码和名称", "Codes and names of the specialities"));
                var last = await db
                    .CategorySets.AsNoTracking()
                    .Where(s => s.Division == division)
                    .OrderByDescending(s => s.Number)
                    .FirstOrDefaultAsync();
                // A version never reaches back: draws were made by the one before.
                if (ask.EffectiveFrom < CountyTime.DayOf(on.At) || ask.EffectiveFrom < last?.EffectiveFrom)
                    return new ExpertDataWrong(("生效日", "Day from which it is in force"));
                var set = new CategorySet
                {
                    Id = Ids.Next(on.At),
                    Division = division,
                    Number = (last?.Number ?? 0) + 1,
                    EffectiveFrom = ask.EffectiveFrom,
                    Categories = ask.Categories,
                };
                db.CategorySets.Add(set);
                return db.Record(set, on, new CategoriesPublished(set.Number, set.EffectiveFrom, set.Categories.Count));
            },
            ct
        );
}
