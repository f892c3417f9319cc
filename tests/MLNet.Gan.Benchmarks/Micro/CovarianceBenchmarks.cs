using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Micro;

/// <summary>How much faster is our matrix product than one of dot products by System.Numerics.Tensors?</summary>
public class CovarianceBenchmarks
{
    private const int Rows = 512;

    private double[] _features = [];
    private double[] _columns = [];

    /// <summary>The number of features.</summary>
    [Params(256, 1024)]
    public int Features { get; set; }

    /// <summary>Draws the features, row by row and feature by feature.</summary>
    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        _features = [.. Enumerable.Range(0, Rows * Features).Select(_ => random.NextDouble() - 0.5)];
        _columns = [.. Enumerable.Range(0, Rows * Features).Select(i => _features[i % Rows * Features + i / Rows])];
    }

    /// <summary>A dot product for each pair of features, shared out among the processors.</summary>
    [Benchmark(Baseline = true)]
    public double[] DotProducts()
    {
        var product = new double[Features * Features];
        Parallel.For(0, Features, i =>
        {
            for (var j = i; j < Features; j++)
                product[i * Features + j] = TensorPrimitives.Dot(Column(i), Column(j));
        });
        return product;
    }

    /// <summary>The upper triangle of AᵀA as <see cref="FeatureStatistics"/> computes it.</summary>
    [Benchmark]
    public double[] Product()
    {
        var (rows, product) = (Block.Of(_features, Rows, Features), Block.Zeros(Features, Features));
        TransposedProduct.Add(1, rows, rows, product, upperOnly: true);
        return product.Values;
    }

    private ReadOnlySpan<double> Column(int feature) => _columns.AsSpan(feature * Rows, Rows);
}
