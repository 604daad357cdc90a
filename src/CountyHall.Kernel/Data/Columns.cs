using System.Runtime.CompilerServices;
using System.Text.Json;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CountyHall.Kernel.Data;

/// <summary>Immutable values kept as JSON text in one column, the same on both engines.</summary>
public static class Columns
{
    private static readonly ConditionalWeakTable<object, string> Written = [];

    /// <summary>Writes a value before the writer's turn, while others have it. Its column, if made by <see cref="Json{T}"/>, takes the text once.</summary>
    public static void WriteAhead<T>(T value)
        where T : class => Written.AddOrUpdate(value, JsonSerializer.Serialize(value, Recording.Json));

    public static ValueConverter<T, string> Json<T>() => new(v => Text(v), text => JsonSerializer.Deserialize<T>(text, Recording.Json)!);

    /// <summary>A value as its column keeps it: what was written ahead, which is taken once, or written now.</summary>
    /// <remarks>For columns alone; public because the compiled model stands outside this assembly.</remarks>
    public static string Text<T>(T value) =>
        value is not null && Written.Remove(value, out var text) ? text : JsonSerializer.Serialize(value, Recording.Json);

    /// <summary>Equal when they are the same object or read the same; never copied, because they never change.</summary>
    public static ValueComparer<T> ByText<T>() =>
        new(
            (a, b) => ReferenceEquals(a, b) || JsonSerializer.Serialize(a, Recording.Json) == JsonSerializer.Serialize(b, Recording.Json),
            v => v == null ? 0 : v.GetHashCode(),
            v => v
        );

    /// <summary>For immutable values that are always replaced as a whole.</summary>
    public static ValueComparer<T> ByReference<T>()
        where T : class => new((a, b) => ReferenceEquals(a, b), v => v.GetHashCode(), v => v);
}
