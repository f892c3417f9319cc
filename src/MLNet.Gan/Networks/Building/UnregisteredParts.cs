using System.Collections;
using System.Reflection;

namespace MLNet.Gan;

/// <summary>
/// Finds modules and tensors in the fields of a network that are not registered, so that TorchSharp does not list them.
/// </summary>
/// <remarks>
/// TorchSharp registers fields automatically, but not the elements of arrays, lists and dictionaries; and those of a
/// network that is not part of another one only if its constructor calls <c>RegisterComponents()</c>.
/// </remarks>
internal static class UnregisteredParts
{
    /// <summary>Returns the parts found, each as <c>'blocks[0]' (Linear) of MyGenerator</c>.</summary>
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

    /// <summary>Returns the modules and tensors in a value, including those in nested collections.</summary>
    private static IEnumerable<(string Path, object Value)> Parts(object? value, string path) => value switch
    {
        nn.Module or Tensor => [(path, value)],
        IDictionary pairs => pairs.Keys.Cast<object>().SelectMany(key => Parts(pairs[key], $"{path}[{key}]")),
        IList items => items.Cast<object?>().Index().SelectMany(item => Parts(item.Item, $"{path}[{item.Index}]")),
        _ => [],
    };

    /// <summary>Returns the name in the source: the property's if the field is its backing field.</summary>
    private static string Name(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;
}
