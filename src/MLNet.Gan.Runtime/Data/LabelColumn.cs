using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>Reads classes, counted from 0, out of a column of keys or of whole numbers.</summary>
internal static class LabelColumn
{
    /// <summary>Returns a reader of the class in the current row of <paramref name="row"/>.</summary>
    public static Func<long> Bind(DataViewRow row, DataViewSchema.Column column)
    {
        var type = column.Type.RawType;
        if (column.Type is KeyDataViewType)
            return Key(row, column);

        return type == typeof(float) ? Number<float>(row, column, value => value)
            : type == typeof(double) ? Number<double>(row, column, value => value)
            : type == typeof(int) ? Number<int>(row, column, value => value)
            : type == typeof(long) ? Number<long>(row, column, value => value)
            : type == typeof(uint) ? Number<uint>(row, column, value => value)
            : type == typeof(byte) ? Number<byte>(row, column, value => value)
            : throw new ArgumentOutOfRangeException("inputSchema",
                $"Schema mismatch for label column '{column.Name}': expected Key, Single, Double, Int32, Int64, "
                    + $"UInt32 or Byte, got {column.Type}. Number the classes with "
                    + $"ml.Transforms.Conversion.MapValueToKey(\"{column.Name}\").");
    }

    /// <summary>Checks a class against the number of classes of a model.</summary>
    public static long Known(long label, int classes, string column, long row) => label < classes ? label
        : throw new InvalidOperationException(
            $"Row {row} of label column '{column}' has class {label}, but there are only {classes} classes, 0 to "
                + $"{classes - 1}.");

    private static Func<long> Key(DataViewRow row, DataViewSchema.Column column)
    {
        var getter = row.GetGetter<uint>(column);
        uint key = 0;
        return () =>
        {
            getter(ref key);
            if (key > ((KeyDataViewType)column.Type).Count)
                throw new InvalidOperationException(
                    $"Row {row.Position} of label column '{column.Name}' has the key {key}, but its type is "
                    + $"{column.Type}. Number the classes anew with Conversion.MapValueToKey.");
            return key > 0 ? key - 1L : throw new InvalidOperationException(
                $"Row {row.Position} of label column '{column.Name}' has no key (a missing value). Filter such rows "
                    + "out first. In a class of your own, keys count from 0: [KeyType(3)] takes 0, 1 and 2.");
        };
    }

    private static Func<long> Number<T>(DataViewRow row, DataViewSchema.Column column, Func<T, double> widen)
    {
        var getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return widen(value) is >= 0 and <= int.MaxValue and var number && number == Math.Floor(number)
                ? (long)number
                : throw new InvalidOperationException(
                    $"Row {row.Position} of label column '{column.Name}' has the value {value}, but a class is a "
                        + "whole number from 0. Use Conversion.MapValueToKey for other labels.");
        };
    }
}
