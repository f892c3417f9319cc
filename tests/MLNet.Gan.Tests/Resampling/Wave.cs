using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>An image of 16 × 16 pixels, of one of two classes.</summary>
internal sealed class Wave
{
    [VectorType(1, 16, 16)]
    public float[] Features { get; set; } = [];

    /// <summary>Of the keys 1, 2 and 3 the last has no row.</summary>
    [KeyType(3)]
    public uint Label { get; set; }

    public bool Flag { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Some images, with a column "Key" of the names "b" and "c", and of "a", which has no row.</summary>
    public static IDataView View(int count)
    {
        var context = new MLContext(seed: 1);
        var names = context.Data.LoadFromEnumerable(new[] { "a", "b", "c" }.Select(name => new Only { Name = name }));
        var rows = context.Data.LoadFromEnumerable(Enumerable.Range(0, count).Select(row => new Wave
        {
            Features = [.. Enumerable.Range(0, 256).Select(pixel => 0.9f * MathF.Sin(row + pixel % 16 * 0.7f + pixel / 16 * row * 0.1f))],
            Label = (uint)(row % 2), Flag = row % 2 == 0, Name = row % 2 == 0 ? "b" : "c",
        }).ToArray());
        return context.Transforms.Conversion.MapValueToKey("Key", "Name", keyData: names).Fit(rows).Transform(rows);
    }

    private sealed class Only
    {
        public string Name { get; set; } = "";
    }
}
