using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Finds the input columns of a task.</summary>
internal static class InputColumns
{
    /// <summary>The input columns.</summary>
    /// <param name="task">The task.</param>
    /// <param name="allowsCategories">Whether keys, text and Booleans are taken.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is missing or of another type.</exception>
    /// <exception cref="InvalidOperationException">None of them is a number.</exception>
    public static IReadOnlyList<IInputColumn> Of(ResamplingTask task, bool allowsCategories)
    {
        IInputColumn[] columns =
        [
            .. task.InputColumnNames.Distinct().Select(name => Of(ColumnCheck.Find(task.Rows.Schema, "input", name), allowsCategories)),
        ];
        return columns.Sum(column => column.Numbers) > 0 ? columns : throw new InvalidOperationException(
            $"None of the input columns ({Wanted.Names(task.InputColumnNames)}) is a number, and there are no neighbors without a distance. "
                + $"Use {nameof(RandomOversampling)}, or encode categories with ml.Transforms.Categorical.OneHotEncoding.");
    }

    private static IInputColumn Of(DataViewSchema.Column column, bool allowsCategories) => column.Type switch
    {
        NumberDataViewType => Make(typeof(NumberColumn<>), column),
        VectorDataViewType { IsKnownSize: true } vector when vector.ItemType == NumberDataViewType.Single => new NumberVectorColumn(column),
        KeyDataViewType or TextDataViewType or BooleanDataViewType => allowsCategories ? Make(typeof(CategoryColumn<>), column)
            : throw ColumnCheck.Mismatch("input", column.Name, "a number or Vector<Single>", $"{column.Type}",
                $"Use {nameof(SmoteNc)}, which takes categories, encode it before ml.Gan.Augment with "
                    + $"ml.Transforms.Categorical.OneHotEncoding(\"{column.Name}\"), or leave it out of the inputs."),
        _ => throw ColumnCheck.Mismatch("input", column.Name, "a number, Vector<Single> of known size, a key, text or a Boolean",
            $"{column.Type}", "Convert it before ml.Gan.Augment, or leave it out of the inputs."),
    };

    private static IInputColumn Make(Type type, DataViewSchema.Column column) =>
        (IInputColumn)Activator.CreateInstance(type.MakeGenericType(column.Type.RawType), column)!;
}
