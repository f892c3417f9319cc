using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>
/// Assemblies of a mapping whose output is a number of scalar columns, which is in the assembly's name.
/// </summary>
/// <remarks>
/// A loaded mapping cannot give slot names, but a concatenation of columns can (<see cref="NamedSlots"/>).
/// <code>
/// public sealed class Output
/// {
///     [ColumnName("MLNet.Gan.Output.0")] public float Value0;
///     [ColumnName("MLNet.Gan.Output.1")] public float Value1;
/// }
///
/// public static void Map(SavedGeneratorInput row, Output output)
/// {
///     var values = SavedGeneratorRunner.Run(row);
///     output.Value0 = values.GetItemOrDefault(0);
///     output.Value1 = values.GetItemOrDefault(1);
/// }
/// </code>
/// </remarks>
internal static class SlotAssemblies
{
    private const string Prefix = "MLNet.Gan.Slots.";

    /// <summary>
    /// The maximal number of columns. Each costs time when rows are read: a vector of 1000 takes 13 times as long as
    /// without names.
    /// </summary>
    public const int MostSlots = 1000;

    /// <summary>Returns the names of the columns.</summary>
    public static IEnumerable<string> Columns(int size) =>
        Enumerable.Range(0, size).Select(slot => $"{SavedGeneratorColumns.Output}.{slot}");

    /// <summary>Returns the requested assembly if it is one of these, else null.</summary>
    public static Assembly? Resolve(object? sender, ResolveEventArgs wanted) =>
        new AssemblyName(wanted.Name).Name is { } name && name.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && size is > 0 and <= MostSlots
            ? Assembly(size)
            : null;

    /// <summary>Returns the factory of mappings with a number of columns.</summary>
    public static ISizedFactory Factory(int size) => MappingAssemblies.FactoryOf(Assembly(size));

    private static Assembly Assembly(int size) => MappingAssemblies.Of(Prefix + size, (output, code) =>
    {
        var item = typeof(VBuffer<float>).GetMethod(nameof(VBuffer<float>.GetItemOrDefault), [typeof(int)])!;
        var values = code.DeclareLocal(typeof(VBuffer<float>));
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(SavedGeneratorRunner).GetMethod(nameof(SavedGeneratorRunner.Run))!);
        code.Emit(OpCodes.Stloc, values);
        foreach (var (slot, column) in Columns(size).Index())
        {
            var value = output.DefineField($"Value{slot}", typeof(float), FieldAttributes.Public);
            value.SetCustomAttribute(MappingAssemblies.Attribute<ColumnNameAttribute>(column));
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldloca, values);
            code.Emit(OpCodes.Ldc_I4, slot);
            code.Emit(OpCodes.Call, item);
            code.Emit(OpCodes.Stfld, value);
        }
    });
}
