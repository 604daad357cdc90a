using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CountyHall.Kernel.Figures;
using CountyHall.Kernel.Results;
using CountyHall.Trading.Register;
using Microsoft.EntityFrameworkCore;

namespace CountyHall.Trading.Figures;

/// <summary>Sets of lines of the register of trade, and of the projects that lines belong to.</summary>
internal static class RegisterSets
{
    /// <summary>Each line counts once; keys are a number that people know, then # and the id of the line.</summary>
    public static RecordSet Lines<T>(
        string key,
        Words name,
        IReadOnlyList<string> types,
        Func<FigureScope, IQueryable<T>> lines,
        Func<T, (string Number, Words Says)> say
    )
        where T : RegisterLine =>
        new(
            key,
            name,
            types,
            scope => scope.Once(key, () => lines(scope).LongCountAsync()),
            async (scope, after, most) =>
            {
                var wanted = lines(scope);
                if (after is not null)
                {
                    var id = after[(after.LastIndexOf('#') + 1)..];
                    if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
                        return [];
                    wanted = wanted.Where(l => l.Id > last);
                }
                var page = await wanted.OrderBy(l => l.Id).Take(most).ToListAsync();
                return
                [
                    .. page.Select(line =>
                    {
                        var (number, says) = say(line);
                        return new RecordKey($"{number}#{line.Id.ToString(CultureInfo.InvariantCulture)}", says);
                    }),
                ];
            }
        );

    /// <summary>Each project counts once, however many lines it has.</summary>
    /// <param name="numbers">The projects of the lines, with repetitions.</param>
    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares, and numbers are digits and capitals.")]
    public static RecordSet Projects(string key, Words name, IReadOnlyList<string> types, Func<FigureScope, IQueryable<string>> numbers) =>
        new(
            key,
            name,
            types,
            scope => scope.Once(key, () => numbers(scope).Distinct().LongCountAsync()),
            async (scope, after, most) =>
            {
                var wanted = numbers(scope).Distinct();
                if (after is not null)
                    wanted = wanted.Where(n => string.Compare(n, after) > 0);
                var page = await wanted.OrderBy(n => n).Take(most).ToListAsync();
                var known = await scope
                    .Db.RegisteredProjects.AsNoTracking()
                    .Where(p => page.Contains(p.Project))
                    .ToDictionaryAsync(p => p.Project);
                return
                [
                    .. page.Select(number =>
                    {
                        if (!known.TryGetValue(number, out var project))
                            return new RecordKey(number, Words.Same(number));
                        var category = RegisteredProject.NameOf(project.Category);
                        return new RecordKey(number, ($"{project.NameZh}，{category.Zh}", $"{project.NameEn}, {category.En}"));
                    }),
                ];
            }
        );
}
