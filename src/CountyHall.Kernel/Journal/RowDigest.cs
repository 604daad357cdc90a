using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CountyHall.Kernel.Journal;

/// <summary>A column that changes without a fact: counters of the sign-in, concurrency stamps.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnrecordedAttribute : Attribute;

/// <summary>SHA-256 over the columns of one row, as they stand in the database.</summary>
/// <remarks>Columns by name, each with its length, so that no two rows can read the same; values through the model's own converters.</remarks>
public static class RowDigest
{
    public const string Unrecorded = "CountyHall:Unrecorded";

    private static readonly ConcurrentDictionary<IEntityType, Column[]> Columns = new();

    public static byte[] Of(EntityEntry entry) => Of(ColumnsOf(entry.Metadata), column => entry.Property(column.Property).CurrentValue);

    /// <summary>The same over values as they were read, in the order of <see cref="RecordedOf"/>.</summary>
    internal static byte[] Of(IEntityType type, object?[] values)
    {
        var at = 0;
        return Of(ColumnsOf(type), _ => values[at++]);
    }

    /// <summary>The columns that count, in the order in which they are digested.</summary>
    internal static IReadOnlyList<IProperty> RecordedOf(IEntityType type) => [.. ColumnsOf(type).Select(column => column.Property)];

    private static byte[] Of(Column[] columns, Func<Column, object?> valueOf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var column in columns)
            Feed(hash, column.Name, column.Print(valueOf(column)));
        return hash.GetHashAndReset();
    }

    internal static bool TouchesRecorded(EntityEntry entry) =>
        ColumnsOf(entry.Metadata).Any(column => entry.Property(column.Property).IsModified);

    private static Column[] ColumnsOf(IEntityType type) =>
        Columns.GetOrAdd(
            type,
            t =>
                [
                    .. t.GetProperties()
                        .Where(p =>
                            p.FindAnnotation(Unrecorded) is null && p.PropertyInfo?.IsDefined(typeof(UnrecordedAttribute), true) != true
                        )
                        .OrderBy(p => p.Name, StringComparer.Ordinal)
                        .Select(p => new Column(p)),
                ]
        );

    private static void Feed(IncrementalHash hash, string name, string? value)
    {
        Append(hash, name);
        if (value is null)
            hash.AppendData([0xFF, 0xFF, 0xFF, 0xFF]);
        else
            Append(hash, value);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, Encoding.UTF8.GetByteCount(text));
        hash.AppendData(length);
        hash.AppendData(Encoding.UTF8.GetBytes(text));
    }

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? convert = (
            property.GetValueConverter() ?? property.FindTypeMapping()?.Converter
        )?.ConvertToProvider;

        public string Name { get; } = property.Name;
        public IProperty Property { get; } = property;

        public string? Print(object? value) =>
            (
                value is null ? null
                : convert is null ? value
                : convert(value)
            ) switch
            {
                null => null,
                string text => text,
                DateTime instant => instant.Ticks.ToString(CultureInfo.InvariantCulture),
                DateTimeOffset instant => instant.UtcTicks.ToString(CultureInfo.InvariantCulture),
                byte[] bytes => Convert.ToHexString(bytes),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                var other => other.ToString(),
            };
    }
}
