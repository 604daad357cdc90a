using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CountyHall.Kernel.Data;

/// <summary>A value of an enumeration as its name in a column of text.</summary>
/// <remarks>
/// The library's own converter is generic, and the runtime lays it out and compiles it anew for each of our enumerations at every start. This is
/// one class for all of them.
/// </remarks>
internal sealed class EnumText : ValueConverter
{
    private static readonly ConcurrentDictionary<Type, EnumText> Known = new();

#pragma warning disable EF1001 // The library counts the constructor of its own base class as internal; versions are pinned, and a change of it does not build.
    private EnumText(Type type, EnumNames names)
        : base(Write(type, names), Read(type, names), convertsNulls: false, new ConverterMappingHints(unicode: true))
#pragma warning restore EF1001
    {
        ModelClrType = type;
        ConvertToProvider = value => value is null ? null : names.TextOf(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        ConvertFromProvider = text => text is null ? null : Enum.ToObject(type, names.NumberOf((string)text));
    }

    public static EnumText Of(Type type) => Known.GetOrAdd(type, t => new(t, new EnumNames(t)));

    public override Type ModelClrType { get; }
    public override Type ProviderClrType => typeof(string);

    public override Func<object?, object?> ConvertToProvider { get; }
    public override Func<object?, object?> ConvertFromProvider { get; }

    public override Expression ConstructorExpression =>
        throw new NotSupportedException("A compiled model names the type of the column, and the converter is chosen for it again.");

    private static LambdaExpression Write(Type type, EnumNames names)
    {
        var value = Expression.Parameter(type);
        return Expression.Lambda(
            Expression.Call(Expression.Constant(names), nameof(EnumNames.TextOf), null, Expression.Convert(value, typeof(long))),
            value
        );
    }

    private static LambdaExpression Read(Type type, EnumNames names)
    {
        var text = Expression.Parameter(typeof(string));
        return Expression.Lambda(
            Expression.Convert(Expression.Call(Expression.Constant(names), nameof(EnumNames.NumberOf), null, text), type),
            text
        );
    }
}

/// <summary>The names of an enumeration and their numbers, both ways.</summary>
internal sealed class EnumNames
{
    private readonly Type type;
    private readonly FrozenDictionary<string, long> numbers;
    private readonly FrozenDictionary<long, string> texts;

    public EnumNames(Type type)
    {
        this.type = type;
        numbers = Enum.GetNames(type)
            .ToFrozenDictionary(name => name, name => Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture));
        texts = numbers.Values.Distinct().ToFrozenDictionary(number => number, number => Enum.ToObject(type, number).ToString()!);
    }

    /// <summary>The name of a number; several, with commas, for flags that stand together.</summary>
    public string TextOf(long number) => texts.TryGetValue(number, out var text) ? text : Enum.ToObject(type, number).ToString()!;

    /// <exception cref="ArgumentException">No such name: somebody wrote into the table by hand, or a value was taken out of the code.</exception>
    public long NumberOf(string text) =>
        numbers.TryGetValue(text, out var number) ? number : Convert.ToInt64(Enum.Parse(type, text), CultureInfo.InvariantCulture);
}

/// <summary>The library's choice of converters, but for enumerations as text.</summary>
internal sealed class EnumConverters(ValueConverterSelectorDependencies dependencies) : ValueConverterSelector(dependencies)
{
    public override IEnumerable<ValueConverterInfo> Select(Type modelClrType, Type? providerClrType = null)
    {
        var type = Nullable.GetUnderlyingType(modelClrType) ?? modelClrType;
        return type.IsEnum && providerClrType == typeof(string)
            ? [new ValueConverterInfo(type, typeof(string), _ => EnumText.Of(type))]
            : base.Select(modelClrType, providerClrType);
    }
}
