using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Metrics;

/// <summary>Checks that a column of images has the order of axes that a network takes: [C, H, W].</summary>
internal static class SampleLayout
{
    /// <summary>Requires the network's order, where both have one; sizes are checked elsewhere.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column has the network's axes in another order.</exception>
    public static void Require(DataViewSchema schema, string name, IFeatureExtractor extractor)
    {
        if (DimensionsOf(extractor) is not [var channels, var height, var width] shape
            || schema.GetColumnOrNull(name)?.Type is not VectorDataViewType { Dimensions: [> 0, > 0, > 0] sizes } type
            || sizes.SequenceEqual(shape) || !sizes.Order().SequenceEqual(shape.Order()))
            return;
        throw ColumnCheck.Mismatch("input", name, $"Vector<{type.ItemType}, {channels}, {height}, {width}>", $"{type}",
            ColumnAdvice.ForLayout(sizes, shape));
    }

    /// <summary>Returns whether a network takes images, as far as its shape shows it.</summary>
    public static bool IsOfImages(IFeatureExtractor extractor) => DimensionsOf(extractor) is [1 or 3, > 1, > 1];

    private static int[] DimensionsOf(IFeatureExtractor extractor) => extractor switch
    {
        ImageExtractor images => images.Shape.Dimensions,
        FeatureNetwork network => Array.ConvertAll(network.InputShape, size => (int)size),
        NetworkOutput output => Array.ConvertAll(output.InputShape, size => (int)size),
        _ => [],
    };
}
