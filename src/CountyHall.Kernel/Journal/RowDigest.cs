using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CountyHall.Kernel.Data;
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

    public static byte[] Of(EntityEntry entry) => Of(new FreshRow(entry.Entity, RowShape.Of(entry.Metadata)));

    internal static byte[] Of(FreshRow row) => Of(row.Shape.Recorded.Select(at => (row.Shape.Properties[at].Name, row.Values[at])));

    /// <summary>The same over values as they were read through the model, in the order of <see cref="RecordedOf"/>.</summary>
    internal static byte[] Of(IEntityType type, object?[] values) =>
        Of(RecordedOf(type).Zip(values, (property, value) => (property.Name, RowShape.Kept(property)(value))));

    private static byte[] Of(IEnumerable<(string Name, object? Value)> columns)
    {
        var text = new ArrayBufferWriter<byte>(2048);
        foreach (var (name, value) in columns)
            Feed(text, name, Print(value));
        return SHA256.HashData(text.WrittenSpan);
    }

    /// <summary>The columns that count, in the order in which they are digested.</summary>
    internal static IReadOnlyList<IProperty> RecordedOf(IEntityType type)
    {
        var shape = RowShape.Of(type);
        return [.. shape.Recorded.Select(at => shape.Properties[at])];
    }

    /// <summary>Whether a column counts: one that changes without a fact does not.</summary>
    internal static bool Counts(IProperty property) =>
        property.FindAnnotation(Unrecorded) is null && property.PropertyInfo?.IsDefined(typeof(UnrecordedAttribute), true) != true;

    internal static bool TouchesRecorded(EntityEntry entry) =>
        RecordedOf(entry.Metadata).Any(property => entry.Property(property).IsModified);

    private static void Feed(ArrayBufferWriter<byte> text, string name, string? value)
    {
        Append(text, name);
        if (value is null)
            text.Write<byte>([0xFF, 0xFF, 0xFF, 0xFF]);
        else
            Append(text, value);
    }

    private static void Append(ArrayBufferWriter<byte> all, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var room = all.GetSpan(4 + length);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        Encoding.UTF8.GetBytes(text, room[4..]);
        all.Advance(4 + length);
    }

    private static string? Print(object? value) =>
        value switch
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
