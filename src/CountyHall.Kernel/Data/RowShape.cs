using System.Collections.Concurrent;
using CountyHall.Kernel.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CountyHall.Kernel.Data;

/// <summary>How the rows of one table are read off their objects; columns and conversions come from the model, so nothing is said twice.</summary>
internal sealed class RowShape
{
    private static readonly ConcurrentDictionary<IEntityType, RowShape> Shapes = new();

    private readonly Func<object, object?>[] readers;

    private RowShape(IEntityType type)
    {
        Type = type;
        Properties = [.. type.GetProperties()];
        readers = [.. Properties.Select(property => Reader(type, property))];
        Recorded =
        [
            .. Properties
                .Select((p, at) => (Property: p, At: at))
                .Where(c => RowDigest.Counts(c.Property))
                .OrderBy(c => c.Property.Name, StringComparer.Ordinal)
                .Select(c => (c.At, RowDigest.HeadOf(c.Property))),
        ];
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        Columns = $"\"{table.Name}\" ({string.Join(", ", Properties.Select(p => $"\"{p.GetColumnName(table)}\""))})";
        Depth = DepthOf(type);
    }

    public IEntityType Type { get; }
    public IReadOnlyList<IProperty> Properties { get; }

    /// <summary>Places of the columns that count for the digest, in the order in which they are digested, with their names as digested.</summary>
    public IReadOnlyList<(int At, byte[] Head)> Recorded { get; }

    /// <summary>The table with its columns in the order of <see cref="Properties"/>, as an INSERT names them.</summary>
    public string Columns { get; }

    /// <summary>How many tables stand before this one: a row that others point to goes in before them.</summary>
    public int Depth { get; }

    public static RowShape Of(IEntityType type) => Shapes.GetOrAdd(type, t => new RowShape(t));

    /// <summary>The values of one row as the database keeps them, in the order of <see cref="Properties"/>.</summary>
    public object?[] ValuesOf(object row)
    {
        var values = new object?[readers.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = readers[i](row);
        return values;
    }

    private static Func<object, object?> Reader(IEntityType type, IProperty property)
    {
        // Which kind of row it is stands in no member of the object.
        if (property == type.FindDiscriminatorProperty())
        {
            var kind = type.GetDiscriminatorValue();
            return _ => kind;
        }
        var getter = property.GetGetter();
        var keep = Kept(property);
        return row => keep(getter.GetClrValue(row));
    }

    /// <summary>What the database keeps of a value of the model.</summary>
    public static Func<object?, object?> Kept(IProperty property)
    {
        var convert = (property.GetValueConverter() ?? property.FindTypeMapping()?.Converter)?.ConvertToProvider;
        return convert is null ? value => value : value => value is null ? null : convert(value);
    }

    private static int DepthOf(IEntityType type) =>
        type.GetForeignKeys()
            .Where(key => key.PrincipalEntityType != type)
            .Select(key => 1 + DepthOf(key.PrincipalEntityType))
            .DefaultIfEmpty()
            .Max();
}

/// <summary>A new row that waits to be saved with its unit of work.</summary>
internal sealed class FreshRow(object row, RowShape shape)
{
    public object Row { get; } = row;
    public RowShape Shape { get; } = shape;

    /// <summary>Read once: a row that is digested and put in is not written out twice.</summary>
    public object?[] Values => field ??= Shape.ValuesOf(Row);
}
