using Microsoft.ML.Internal;
using Microsoft.ML.Transforms;

namespace Microsoft.ML;

/// <summary>Transforms that scale numbers.</summary>
public static class NormalizationCatalog
{
    /// <summary>
    /// Scales numbers by the smallest and largest that training shows. Later values are not clipped, and a column
    /// without a range becomes 0.
    /// </summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="outputColumnName">The scaled column.</param>
    /// <param name="inputColumnName">
    /// The column to scale, if it has another name: Single or Double, a scalar or a vector of known size.
    /// </param>
    /// <param name="maximumExampleCount">How many rows are looked at, at least 2.</param>
    /// <param name="fixZero">Whether 0 stays 0: values go to [−1, 1], else to [0, 1].</param>
    public static NormalizingEstimator NormalizeMinMax(
        this TransformsCatalog catalog,
        string outputColumnName,
        string? inputColumnName = null,
        long maximumExampleCount = 1000000000,
        bool fixZero = true) => new(ColumnPair.Of(outputColumnName, inputColumnName), maximumExampleCount, fixZero);

    /// <summary>
    /// Scales numbers by the smallest and largest that training shows. Later values are not clipped, and a column
    /// without a range becomes 0.
    /// </summary>
    /// <param name="catalog">The transforms.</param>
    /// <param name="columns">The columns to make and to read, at least one.</param>
    /// <param name="maximumExampleCount">How many rows are looked at, at least 2.</param>
    /// <param name="fixZero">Whether 0 stays 0: values go to [−1, 1], else to [0, 1].</param>
    public static NormalizingEstimator NormalizeMinMax(
        this TransformsCatalog catalog,
        InputOutputColumnPair[] columns,
        long maximumExampleCount = 1000000000,
        bool fixZero = true) => new(ColumnPair.Of(columns), maximumExampleCount, fixZero);
}
