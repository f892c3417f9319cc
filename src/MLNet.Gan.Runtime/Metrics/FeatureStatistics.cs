using System.Numerics;
using System.Runtime.InteropServices;

namespace MLNet.Gan.Metrics;

/// <summary>The mean and covariance of feature vectors in float64, computed in one streaming pass.</summary>
/// <remarks>
/// <para>
/// Rows are buffered in blocks of <see cref="BlockRows"/>, each centered on its own mean and merged by Chan's formula
/// (Chan, Golub &amp; LeVeque, 1983), so that features far from zero lose no precision. The result is equal bit for bit
/// however the rows are split into calls and however many threads there are.
/// </para>
/// <para>
/// An instance is not thread-safe: use one per thread and <see cref="Merge"/> them. Reading does not change it
/// and returns copies. Memory: Dimension² + 256 · Dimension doubles, whatever the number of rows.
/// </para>
/// </remarks>
public sealed class FeatureStatistics
{
    private const int BlockRows = 255;   // One more row is used by Moments.

    private readonly Moments _moments;
    private readonly Block _waiting;
    private int _waitingRows;

    /// <summary>Creates empty statistics.</summary>
    /// <param name="dimension">The number of features of a row, at least 1.</param>
    public FeatureStatistics(int dimension)
        : this(Moments.Empty(Positive(dimension)))
    {
    }

    private FeatureStatistics(Moments moments)
    {
        _moments = moments;
        _waiting = Block.Of(new double[(BlockRows + 1) * Dimension], BlockRows + 1, Dimension);
    }

    /// <summary>The number of features of a row.</summary>
    public int Dimension => _moments.Mean.Length;

    /// <summary>The number of rows added.</summary>
    public long Count => _moments.Count + _waitingRows;

    /// <summary>Creates statistics from moments that were computed before, by this class or elsewhere.</summary>
    /// <param name="count">The number of rows.</param>
    /// <param name="mean">The mean of each feature.</param>
    /// <param name="covariance">The covariance, row-major; if it is not symmetric, the upper triangle is used.</param>
    /// <param name="ddof">1 if the covariance was divided by count − 1, as NumPy does, 0 if by count.</param>
    public static FeatureStatistics FromMoments(
        long count, ReadOnlySpan<double> mean, ReadOnlySpan<double> covariance, int ddof = 1)
    {
        var size = Positive(mean.Length);
        if (covariance.Length != (long)size * size)
            throw new ArgumentException($"A mean of {size} features needs a covariance of {size} × {size} values, but "
                + $"it has {covariance.Length}.", nameof(covariance));
        if (count <= Known(ddof))
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"A covariance with ddof {ddof} needs a count above {ddof}.");

        var moments = new Moments(count, mean.ToArray(), covariance.ToArray());
        Rows.Scale(moments.Scatter.Values, count - ddof);
        if (!moments.Mean.Concat(moments.Scatter.Values).All(double.IsFinite))
            throw new ArgumentException("The mean or the covariance holds a value that is not finite.");
        if (!double.IsFinite(moments.Mean.Sum(value => value * value)) || !double.IsFinite(Trace(moments.Scatter)))
            throw new ArgumentException("The mean or the covariance holds a value so large that no distance can be computed.");
        for (var i = 0; i < size; i++)
        {
            if (moments.Scatter[i][i] < 0)
                throw new ArgumentException($"Feature {i} has the variance {covariance[i * size + i]}, but no "
                    + "variance is negative.", nameof(covariance));
        }

        return new(moments);
    }

    /// <summary>Adds one or more rows.</summary>
    /// <param name="features">Whole rows of finite values; nothing is added if one is not finite.</param>
    public void Add(ReadOnlySpan<float> features)
    {
        if (features.Length % Dimension != 0)
            throw new ArgumentException($"The features are {features.Length} values, which are no whole number of rows "
                + $"of {Dimension}.", nameof(features));
        if (IndexOfNotFinite(features) is var bad and >= 0)
            throw new ArgumentException($"Row {Count + bad / Dimension}, column {bad % Dimension} of the features is "
                + $"{features[bad]}. Statistics need finite values. Check the samples or the network that it "
                + "came from.", nameof(features));

        for (; features.Length > 0; features = features[Dimension..])
        {
            var row = _waiting[_waitingRows++];
            for (var i = 0; i < row.Length; i++)
                row[i] = features[i];
            if (_waitingRows == BlockRows)
            {
                _moments.Absorb(_waiting);
                _waitingRows = 0;
            }
        }
    }

    /// <summary>Adds the rows of <paramref name="other"/>, which is not changed.</summary>
    public void Merge(FeatureStatistics other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Dimension != Dimension)
            throw new ArgumentException($"Statistics of {other.Dimension} features cannot be merged with statistics of "
                + $"{Dimension}; both must come from the same network.", nameof(other));
        _moments.Absorb(other.Snapshot());
    }

    /// <summary>Returns the mean of each feature.</summary>
    public double[] Mean()
    {
        if (Count == 0)
            throw new InvalidOperationException("There is no mean, because no row was added yet.");

        double[] mean = [.. _moments.Mean];
        for (var row = 0; row < _waitingRows; row++)
        {
            for (var i = 0; i < mean.Length; i++)
                mean[i] += (_waiting[row][i] - _moments.Mean[i]) / Count;
        }

        return mean;
    }

    /// <summary>Returns the covariance of the features, row-major.</summary>
    /// <param name="ddof">1 divides by Count − 1 (unbiased, as NumPy and most tools), 0 by Count (as StyleGAN).</param>
    public double[] Covariance(int ddof = 1)
    {
        if (Count <= Known(ddof))
            throw new InvalidOperationException(
                $"A covariance with ddof {ddof} needs more than {ddof} rows, but there are {Count}.");

        double divisor = Count - ddof;
        var snapshot = Snapshot();
        double[] covariance = [.. snapshot.Scatter.Values];
        for (var row = 0; row < Dimension; row++)
        {
            for (var column = row; column < Dimension; column++)
            {
                var value = covariance[row * Dimension + column] / divisor;
                covariance[row * Dimension + column] = covariance[column * Dimension + row] = value;
            }
        }

        return covariance;
    }

    private Moments Snapshot()
    {
        if (_waitingRows == 0)
            return _moments;

        var snapshot = _moments.Copy();
        var (rows, columns) = (_waitingRows + 1, Dimension);
        snapshot.Absorb(Block.Of([.. _waiting.Values.AsSpan(0, rows * columns)], rows, columns));
        return snapshot;
    }

    private static double Trace(Block matrix) => Enumerable.Range(0, matrix.Rows).Sum(i => matrix[i][i]);

    private static int IndexOfNotFinite(ReadOnlySpan<float> values)
    {
        // x − x is 0 for a finite x and NaN for any other.
        var sum = Vector<float>.Zero;
        foreach (var vector in MemoryMarshal.Cast<float, Vector<float>>(values))
            sum += vector - vector;
        var tail = values[(values.Length - values.Length % Vector<float>.Count)..];
        if (Vector.Sum(sum) == 0 && tail.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) < 0)
            return -1;
        return values.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
    }

    private static int Positive(int dimension) => dimension > 0
        ? dimension
        : throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "A row must have at least one feature.");

    private static int Known(int ddof) => ddof is 0 or 1
        ? ddof
        : throw new ArgumentOutOfRangeException(
            nameof(ddof), ddof, "ddof must be 1 (divide by Count − 1) or 0 (by Count).");
}
