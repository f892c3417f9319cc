using Microsoft.ML.Data;

namespace MLNet.Gan;

/// <summary>What to do about a column of a wrong type, in ML.NET's transforms.</summary>
internal static class ColumnAdvice
{
    /// <summary>Returns advice for a column that should hold classes; empty if there is none.</summary>
    public static string ForLabel(string name, DataViewType type) => type is TextDataViewType or BooleanDataViewType
        ? $"Number the classes first: ml.Transforms.Conversion.MapValueToKey(\"{name}\")."
        : "";

    /// <summary>Returns advice for a column that should hold vectors of numbers; empty if there is none.</summary>
    public static string ForVector(string name, DataViewType type) => type switch
    {
        TextDataViewType or BooleanDataViewType or KeyDataViewType =>
            $"Make numbers of it first, for example with ml.Transforms.Categorical.OneHotEncoding(\"{name}\").",
        NumberDataViewType when type == NumberDataViewType.Single => Concatenate(name),
        NumberDataViewType => $"{Convert(name)} {Concatenate(name)}",
        VectorDataViewType { ItemType: NumberDataViewType item } when item != NumberDataViewType.Single => Convert(name),
        _ => "",
    };

    /// <summary>Returns advice for a column of images whose dimensions are not those of a shape; empty if there is none.</summary>
    /// <param name="sizes">The column's dimensions.</param>
    /// <param name="shape">Those that it should have, [C, H, W].</param>
    public static string ForLayout(IReadOnlyList<int> sizes, int[] shape) => shape is not [var channels, var height, var width] ? ""
        : sizes.SequenceEqual([height, width, channels]) ? ColumnCheck.InterleavedAdvice
        : sizes.SequenceEqual([channels, width, height])
            ? "Height and width are exchanged: ml.Transforms.ResizeImages takes the width before the height."
        : "";

    private static string Convert(string name) =>
        $"Convert it to Single first: ml.Transforms.Conversion.ConvertType(\"{name}\", outputKind: DataKind.Single).";

    private static string Concatenate(string name) =>
        $"Join the columns of numbers to a vector: ml.Transforms.Concatenate(\"Features\", \"{name}\", …).";
}
