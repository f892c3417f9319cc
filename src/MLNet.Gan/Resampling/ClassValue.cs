using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>The value that a label column has for a class.</summary>
internal static class ClassValue
{
    /// <summary>Returns a Boolean, a text, or the number of a key, counted from 1.</summary>
    /// <param name="label">The label column.</param>
    /// <param name="name">The name of the class, as tasks of resampling have it.</param>
    public static object Of(DataViewSchema.Column label, string name) => label.Type switch
    {
        BooleanDataViewType => name == bool.TrueString,
        TextDataViewType => name,
        _ => ClassColumn.KeyNames(label).Index().FirstOrDefault(key => key.Item == name) is { Item: not null, Index: var place }
            ? place + 1 : int.Parse(name, CultureInfo.InvariantCulture),
    };
}
