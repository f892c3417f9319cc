using Microsoft.ML;
using Microsoft.ML.Data;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Benchmarks.Mixtures;

/// <summary>Equal, round Gaussians in the plane (VEEGAN, Srivastava et al., 2017; PacGAN, Lin et al., 2018).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Centers">The centers of the modes.</param>
/// <param name="Sigma">The deviation of a mode.</param>
internal sealed record Mixture(string Name, IReadOnlyList<float[]> Centers, float Sigma)
{
    /// <summary>The column of points.</summary>
    public const string Column = nameof(Row.Point);

    public static Mixture Ring { get; } = new("ring",
    [
        .. Enumerable.Range(0, 8).Select(i => 2 * MathF.PI * i / 8)
            .Select(angle => new[] { MathF.Cos(angle), MathF.Sin(angle) }),
    ], 0.01f);

    public static Mixture Grid { get; } = new("grid",
    [
        .. from x in new[] { -4f, -2, 0, 2, 4 } from y in new[] { -4f, -2, 0, 2, 4 } select new[] { x, y },
    ], 0.05f);

    public static IReadOnlyList<Mixture> All { get; } = [Ring, Grid];

    /// <summary>Draws points, of which every mode has its share at random.</summary>
    public IReadOnlyList<float[]> Points(int count, int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(_ =>
            {
                var center = Centers[random.Next(Centers.Count)];
                return new[] { center[0] + Sigma * Normal(random), center[1] + Sigma * Normal(random) };
            }),
        ];
    }

    /// <summary>The same points as a view.</summary>
    public IDataView View(MLContext context, int count, int seed) =>
        context.Data.LoadFromEnumerable(Points(count, seed).Select(point => new Row { Point = point }).ToArray());

    /// <summary>How generated points cover the modes.</summary>
    public MixtureCoverage Coverage(IReadOnlyList<float[]> points) =>
        MixtureCoverage.Of([.. points.SelectMany(point => point)], [.. Centers.SelectMany(center => center)], Sigma);

    private static float Normal(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private sealed class Row
    {
        [VectorType(2)]
        public float[] Point { get; set; } = [];
    }
}
