using System.Reflection;
using System.Reflection.Metadata;

namespace CountyHall.Kernel.Contracts;

/// <summary>The classes of a room that stand for something, such as its use cases, found by what the assembly says of itself.</summary>
/// <remarks>
/// An assembly that is asked for all its types makes every one of them ready, and most of them no start needs. What a class takes over from a generic
/// base is not seen; a test asks for every type and compares.
/// </remarks>
public static class Implementations
{
    /// <summary>The classes of the interface's own assembly that are not abstract and stand for it.</summary>
    public static unsafe IReadOnlyList<Type> Of(Type kind)
    {
        if (!kind.Assembly.TryGetRawMetadata(out var start, out var length))
            throw new NotSupportedException($"{kind.Assembly} does not tell what it holds.");
        var reader = new MetadataReader(start, length);
        var wanted = reader.TypeDefinitions.Single(type => NameOf(reader, type) == kind.FullName);
        return
        [
            .. reader
                .TypeDefinitions.Where(type =>
                    (reader.GetTypeDefinition(type).Attributes & (TypeAttributes.Interface | TypeAttributes.Abstract)) == 0
                    && StandsFor(reader, type, wanted)
                )
                .Select(type => kind.Assembly.GetType(NameOf(reader, type), throwOnError: true)!),
        ];
    }

    /// <summary>A class names every interface it stands for, but not those of its base.</summary>
    private static bool StandsFor(MetadataReader reader, TypeDefinitionHandle handle, TypeDefinitionHandle wanted)
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetInterfaceImplementations().Any(i => reader.GetInterfaceImplementation(i).Interface == wanted)
            || (
                type.BaseType is { IsNil: false, Kind: HandleKind.TypeDefinition }
                && StandsFor(reader, (TypeDefinitionHandle)type.BaseType, wanted)
            );
    }

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
            return $"{NameOf(reader, type.GetDeclaringType())}+{name}";
        return type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }
}
