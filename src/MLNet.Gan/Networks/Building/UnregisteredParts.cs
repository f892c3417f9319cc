using System.Collections;
using System.Reflection;

namespace MLNet.Gan;

/// <summary>Modules and tensors in the fields of a network that are not registered, so that TorchSharp does not see them.</summary>
/// <remarks>
/// TorchSharp registers fields by itself, but no elements of arrays, lists and dictionaries, and of a network that is not part
/// of another one only where its constructor calls <c>RegisterComponents()</c>.
/// </remarks>
internal static class UnregisteredParts
{
    /// <summary>What was found, each as <c>'blocks[0]' (Linear) of MyGenerator</c>.</summary>
    public static IEnumerable<string> Of(nn.Module network)
    {
        var modules = network.DistinctModules().ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var tensors = network.parameters().Concat(network.buffers()).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return
            from module in modules
            where module.GetType().Assembly != typeof(nn.Module).Assembly
            from field in Fields(module.GetType())
            from part in Parts(field.GetValue(module), Name(field))
            where part.Value is nn.Module ? !modules.Contains(part.Value) : !tensors.Contains(part.Value)
            select $"'{part.Path}' ({part.Value.GetType().Name}) of {module.GetType().Name}";
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        type.Assembly == typeof(nn.Module).Assembly ? []
            : type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Concat(Fields(type.BaseType!));

    /// <summary>The modules and tensors in a value, through collections of collections.</summary>
    private static IEnumerable<(string Path, object Value)> Parts(object? value, string path) => value switch
    {
        nn.Module or Tensor => [(path, value)],
        IDictionary pairs => pairs.Keys.Cast<object>().SelectMany(key => Parts(pairs[key], $"{path}[{key}]")),
        IList items => items.Cast<object?>().Index().SelectMany(item => Parts(item.Item, $"{path}[{item.Index}]")),
        _ => [],
    };

    /// <summary>The name in the source: a property's own, where the compiler made the field for it.</summary>
    private static string Name(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
}
