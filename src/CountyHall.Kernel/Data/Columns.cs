using System.Text.Json;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CountyHall.Kernel.Data;

/// <summary>Immutable values kept as JSON text in one column, the same on both engines.</summary>
public static class Columns
{
    public static ValueConverter<T, string> Json<T>() =>
        new(v => JsonSerializer.Serialize(v, Recording.Json), text => JsonSerializer.Deserialize<T>(text, Recording.Json)!);

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
