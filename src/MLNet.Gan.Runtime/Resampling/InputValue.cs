using System.Globalization;
using Microsoft.ML;

namespace MLNet.Gan;

/// <summary>Checks a number of an input column.</summary>
internal static class InputValue
{
    /// <summary>Returns the number.</summary>
    /// <exception cref="InvalidOperationException">It is missing or infinite.</exception>
    public static double Finite(double value, DataViewRow row, DataViewSchema.Column column)
    {
        if (double.IsFinite(value))
            return value;
        var place = string.Create(CultureInfo.InvariantCulture, $"Row {row.Position} of column '{column.Name}'");
        throw new InvalidOperationException(double.IsNaN(value)
            ? $"{place} has a missing value (NaN), which has no distance from others. Replace missing values in a transform before "
                + $"ml.Gan.Augment: ml.Transforms.ReplaceMissingValues(\"{column.Name}\")."
            : string.Create(CultureInfo.InvariantCulture, $"{place} has the value {value}, which has no distance from others. Clip or leave out such rows: ")
                + "ml.Data.FilterRowsByColumn.");
    }
}
