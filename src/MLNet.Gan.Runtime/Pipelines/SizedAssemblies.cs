using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// Assemblies of a mapping whose output is a vector of the dimensions in the assembly's name.
/// </summary>
/// <remarks>
/// <code>
/// public sealed class Output { [ColumnName("MLNet.Gan.Output"), VectorType(1, 28, 28)] public VBuffer&lt;float&gt; Values; }
///
/// public static void Map(SavedGeneratorInput row, Output output) => output.Values = SavedGeneratorRunner.Run(row);
/// </code>
/// </remarks>
internal static class SizedAssemblies
{
    private const string Prefix = "MLNet.Gan.Sized.";

    /// <summary>Returns the requested assembly if it is one of these, else null.</summary>
    public static Assembly? Resolve(object? sender, ResolveEventArgs wanted) =>
        new AssemblyName(wanted.Name).Name is { } name && Dimensions(name) is { } dimensions
            ? Assembly(name, dimensions)
            : null;

    /// <summary>Returns the factory of mappings with an output of some dimensions.</summary>
    public static ISizedFactory Factory(int[] dimensions) =>
        MappingAssemblies.FactoryOf(Assembly(Prefix + string.Join('x', dimensions), dimensions));

    private static Assembly Assembly(string name, int[] dimensions) => MappingAssemblies.Of(name, (output, code) =>
    {
        var values = output.DefineField("Values", typeof(VBuffer<float>), FieldAttributes.Public);
        values.SetCustomAttribute(MappingAssemblies.Attribute<ColumnNameAttribute>(SavedGeneratorColumns.Output));
        values.SetCustomAttribute(MappingAssemblies.Attribute<VectorTypeAttribute>(dimensions));
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(SavedGeneratorRunner).GetMethod(nameof(SavedGeneratorRunner.Run))!);
        code.Emit(OpCodes.Stfld, values);
    });

    /// <summary>Returns the dimensions in a name; null if it is no such assembly's.</summary>
    private static int[]? Dimensions(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return null;

        var numbers = name[Prefix.Length..].Split('x')
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToArray();
        return numbers.All(number => number > 0) ? numbers : null;
    }
}
