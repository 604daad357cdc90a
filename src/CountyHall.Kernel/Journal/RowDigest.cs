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

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? room;

    public static byte[] Of(EntityEntry entry) => Of(new FreshRow(entry.Entity, RowShape.Of(entry.Metadata)));

    internal static byte[] Of(FreshRow row)
    {
        var text = Room();
        foreach (var column in row.Shape.Recorded)
            Feed(text, column.Head, row.Values[column.At]);
        return SHA256.HashData(text.WrittenSpan);
    }

    /// <summary>The same over values as they were read through the model, in the order of <see cref="RecordedOf"/>.</summary>
    internal static byte[] Of(IEntityType type, object?[] values)
    {
        var (text, shape) = (Room(), RowShape.Of(type));
        foreach (var (column, value) in shape.Recorded.Zip(values))
            Feed(text, column.Head, RowShape.Kept(shape.Properties[column.At])(value));
        return SHA256.HashData(text.WrittenSpan);
    }

    /// <summary>The columns that count, in the order in which they are digested.</summary>
    internal static IReadOnlyList<IProperty> RecordedOf(IEntityType type)
    {
        var shape = RowShape.Of(type);
        return [.. shape.Recorded.Select(column => shape.Properties[column.At])];
    }

    /// <summary>Whether a column counts: one that changes without a fact does not.</summary>
    internal static bool Counts(IProperty property) =>
        property.FindAnnotation(Unrecorded) is null && property.PropertyInfo?.IsDefined(typeof(UnrecordedAttribute), true) != true;

    internal static bool TouchesRecorded(EntityEntry entry) =>
        RecordedOf(entry.Metadata).Any(property => entry.Property(property).IsModified);

    /// <summary>A column's name as it stands before its value.</summary>
    internal static byte[] HeadOf(IProperty property)
    {
        var head = new ArrayBufferWriter<byte>();
        Append(head, property.Name);
        return head.WrittenSpan.ToArray();
    }

    /// <summary>One room for each thread, as digests are made one after the other; one that had to grow out of all measure is not kept.</summary>
    private static ArrayBufferWriter<byte> Room()
    {
        if (room is null or { Capacity: > 1 << 20 })
            room = new ArrayBufferWriter<byte>(8192);
        room.ResetWrittenCount();
        return room;
    }

    private static void Feed(ArrayBufferWriter<byte> text, byte[] head, object? value)
    {
        text.Write(head);
        switch (value)
        {
            case null:
                text.Write<byte>([0xFF, 0xFF, 0xFF, 0xFF]);
                break;
            case string words:
                Append(text, words);
                break;
            case long number:
                Append(text, number);
                break;
            case int number:
                Append(text, number);
                break;
            case DateTime instant:
                Append(text, instant.Ticks);
                break;
            case DateTimeOffset instant:
                Append(text, instant.UtcTicks);
                break;
            case byte[] bytes:
                Append(text, Convert.ToHexString(bytes));
                break;
            default:
                Append(text, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
                break;
        }
    }

    private static void Append(ArrayBufferWriter<byte> all, string text)
    {
        var place = all.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(text.Length));
        End(all, place, Encoding.UTF8.GetBytes(text, place[4..]));
    }

    private static void Append(ArrayBufferWriter<byte> all, long number)
    {
        var place = all.GetSpan(4 + 20);
        number.TryFormat(place[4..], out var length, provider: CultureInfo.InvariantCulture);
        End(all, place, length);
    }

    private static void End(ArrayBufferWriter<byte> all, Span<byte> place, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(place, length);
        all.Advance(4 + length);
    }
}
