using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>How many classes a label column has.</summary>
internal static class LabelMap
{
    private const ulong Most = 100_000;

    /// <summary>The keys of a key type, or one more than the largest number.</summary>
    public static int Classes(DataViewType type, IReadOnlyList<long> labels)
    {
        var classes = type is KeyDataViewType key ? key.Count : (ulong)labels.Max() + 1;
        return classes <= Most
            ? (int)classes
            : throw new InvalidOperationException(
                $"The label column has {classes} classes, but at most {Most} are supported. Use "
                    + "Conversion.MapValueToKey to number the classes that occur.");
    }
}
