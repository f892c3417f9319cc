using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Benchmarks.Stability;

/// <summary>A table of one category of five values with unequal shares, as one-hot, and two numbers.</summary>
internal static class OneHotTable
{
    private static readonly double[] Shares = [0.08, 0.68, 0.08, 0.08, 0.08];

    public const int Size = 7;

    public static IDataView View(MLContext context, int rows, int seed)
    {
        var random = new Random(seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return context.Data.LoadFromEnumerable(Enumerable.Range(0, rows).Select(_ =>
        {
            var row = new float[Size];
            var draw = random.NextDouble();
            var category = 0;
            while ((draw -= Shares[category]) > 0 && category < Shares.Length - 1)
                category++;
            row[category] = 1;
            row[5] = (float)(Normal() + category);
            row[6] = (float)Normal();
            return new Row { Features = row };
        }).ToArray());
    }

    /// <summary>The total variation distance between the categories' shares, where the largest value counts.</summary>
    public static double Distance(IReadOnlyList<float[]> samples) => Shares.Select((share, category) =>
        Math.Abs(share - samples.Count(row => Array.IndexOf(row, row[..5].Max()) == category) / (double)samples.Count)).Sum() / 2;

    private sealed class Row
    {
        [VectorType(Size)]
        public float[] Features { get; set; } = [];
    }
}
