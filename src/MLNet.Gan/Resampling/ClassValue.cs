using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>What a label column's value is called when rows of a class are generated.</summary>
internal static class ClassValue
{
    /// <summary>Returns a Boolean, a text, or the name of a key: its number, counted from 1, where keys have no names.</summary>
    /// <param name="label">The label column.</param>
    /// <param name="name">The name of the class, as tasks of resampling have it.</param>
    public static object Of(DataViewSchema.Column label, string name) => label.Type switch
    {
        BooleanDataViewType => name == bool.TrueString,
        TextDataViewType => name,
        _ => ClassColumn.KeyNames(label).Contains(name) ? name : OfKey(label, int.Parse(name, CultureInfo.InvariantCulture)),
    };

    // Only tables have names of keys that are not text, such as 2.5.
    private static object OfKey(DataViewSchema.Column label, int key) =>
        TableColumnSchema.Of(label).KeyNames is var names && key <= names.Count ? names[key - 1] : key;
}
