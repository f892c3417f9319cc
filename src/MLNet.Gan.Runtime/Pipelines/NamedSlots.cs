using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace MLNet.Gan;

/// <summary>Creates the concatenation that gives a saved network's vectors their slot names.</summary>
/// <remarks>
/// ML.NET's concatenation names a slot by its column or by an alias of it. Aliases are in its file format and in its
/// constructor, which is internal; so it is called by reflection. Loading does not need reflection.
/// </remarks>
internal static class NamedSlots
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Returns a step that concatenates the columns of <see cref="SlotAssemblies"/>.</summary>
    /// <param name="context">The context.</param>
    /// <param name="outputColumn">The column to add.</param>
    /// <param name="names">The name of each slot.</param>
    /// <returns>
    /// The step; null if there are too many slots for a column each, or if ML.NET lacks that constructor: the vector is
    /// then saved without names.
    /// </returns>
    public static ITransformer? Concatenate(MLContext context, string outputColumn, IReadOnlyList<string> names)
    {
        var type = typeof(ColumnConcatenatingTransformer);
        if (names.Count > SlotAssemblies.MostSlots
            || type.GetNestedType("ColumnOptions", BindingFlags.Public | BindingFlags.NonPublic) is not { } options
            || options.GetConstructor(Any, [typeof(string), typeof(IEnumerable<(string, string)>)]) is not { } describe
            || type.GetConstructor(Any, [typeof(IHostEnvironment), options.MakeArrayType()]) is not { } make)
            return null;

        var columns = Array.CreateInstance(options, 1);
        columns.SetValue(describe.Invoke([outputColumn, SlotAssemblies.Columns(names.Count).Zip(names).ToArray()]), 0);
        return (ITransformer)make.Invoke([context, columns]);
    }
}
