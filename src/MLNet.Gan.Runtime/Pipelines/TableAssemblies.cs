using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Assemblies of a mapping that completes rows of a table, whose types are in the assembly's name.</summary>
/// <remarks>
/// <code>
/// public sealed class Input
/// {
///     [ColumnName("MLNet.Gan.Payload")] public ReadOnlyMemory&lt;char&gt; Payload;
///     [ColumnName("MLNet.Gan.Row")] public long Row;
///     [ColumnName("MLNet.Gan.Table.0")] public float Value0;
///     [ColumnName("MLNet.Gan.Table.1"), KeyType(5)] public uint Value1;
/// }
///
/// public sealed class Output
/// {
///     [ColumnName("MLNet.Gan.Completed.0")] public float Value0;
///     [ColumnName("MLNet.Gan.Completed.1"), KeyType(5)] public uint Value1;
/// }
///
/// public static void Map(Input row, Output completed) => SavedTableRunner.Run(row, completed);
/// </code>
/// </remarks>
internal static class TableAssemblies
{
    private const string Prefix = "MLNet.Gan.Table.";

    /// <summary>Returns the requested assembly if it is one of these, else null.</summary>
    public static Assembly? Resolve(object? sender, ResolveEventArgs wanted) =>
        new AssemblyName(wanted.Name).Name is { } name && name.StartsWith(Prefix, StringComparison.Ordinal) && Columns(name[Prefix.Length..]) is { } columns
            ? Assembly(columns)
            : null;

    private const int MostColumns = 1 << 20; // More than .NET's classes have fields: the name is not ours.

    /// <summary>The longest name that .NET loads an assembly by.</summary>
    private const int LongestName = 259;

    /// <summary>Returns the factory of mappings of some columns, of which equal ones should follow each other.</summary>
    /// <exception cref="NotSupportedException">There are too many types for the name of an assembly.</exception>
    public static ISizedFactory Factory(IReadOnlyList<SavedTableColumn> columns) => (Prefix + Text(columns)).Length <= LongestName
        ? MappingAssemblies.FactoryOf(Assembly(columns))
        : throw new NotSupportedException(
            $"The table's columns have {columns.Select(column => column.ToString()).Distinct().Count()} different types, of which a saved pipeline "
                + "cannot hold so many. Save the generator with Save(path), and load it with ml.Gan.LoadTable.");

    private static Assembly Assembly(IReadOnlyList<SavedTableColumn> columns) => MappingAssemblies.Of(Prefix + Text(columns), (output, code) =>
    {
        foreach (var (place, column) in columns.Index())
            Define(output, place, column, column.OutputType, SavedTableColumns.Completed(place));
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Call, typeof(SavedTableRunner).GetMethod(nameof(SavedTableRunner.Run))!);
    }, input =>
    {
        foreach (var (place, column) in columns.Index())
            Define(input, place, column, column.InputType, SavedTableColumns.Given(place));
        Define(input, nameof(SavedGeneratorInput.Payload), typeof(ReadOnlyMemory<char>), SavedGeneratorColumns.Payload);
        Define(input, nameof(SavedGeneratorInput.Row), typeof(long), SavedGeneratorColumns.Row);
    });

    private static void Define(TypeBuilder type, int place, SavedTableColumn column, Type fieldType, string name)
    {
        var field = Define(type, SavedTableColumns.Field(place), fieldType, name);
        if (column.Dimensions.Length > 0)
            field.SetCustomAttribute(MappingAssemblies.Attribute<VectorTypeAttribute>(column.Dimensions));
        if (column.KeyCount > 0 && fieldType != typeof(ReadOnlyMemory<char>))
            field.SetCustomAttribute(MappingAssemblies.Attribute<KeyTypeAttribute>(column.KeyCount));
    }

    private static FieldBuilder Define(TypeBuilder type, string field, Type fieldType, string name)
    {
        var defined = type.DefineField(field, fieldType, FieldAttributes.Public);
        defined.SetCustomAttribute(MappingAssemblies.Attribute<ColumnNameAttribute>(name));
        return defined;
    }

    /// <summary>The columns as text, equal ones that follow each other once with their number: 3_f-j5.</summary>
    private static string Text(IReadOnlyList<SavedTableColumn> columns)
    {
        List<(string Text, int Count)> runs = [];
        foreach (var text in columns.Select(column => column.ToString()))
        {
            if (runs.Count > 0 && runs[^1].Text == text)
                runs[^1] = (text, runs[^1].Count + 1);
            else
                runs.Add((text, 1));
        }

        return string.Join('-', runs.Select(run => run.Count == 1 ? run.Text : string.Create(CultureInfo.InvariantCulture, $"{run.Count}_{run.Text}")));
    }

    private static List<SavedTableColumn>? Columns(string text)
    {
        List<SavedTableColumn> columns = [];
        foreach (var run in text.Split('-'))
        {
            var parts = run.Split('_');
            var count = 1;
            if (parts.Length > 2 || SavedTableColumn.Parse(parts[^1]) is not { } column
                || (parts.Length == 2 && !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out count))
                || count > MostColumns - columns.Count)
                return null;
            columns.AddRange(Enumerable.Repeat(column, count));
        }

        return columns;
    }
}
