using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Support;

/// <summary>An image of one channel and 16 × 16 pixels, of one of two classes.</summary>
internal sealed class PixelRow
{
    public static readonly SampleShape Shape = SampleShape.Image(1, 16, 16);

    [VectorType(1, 16, 16)]
    public float[] Features { get; set; } = [];

    [KeyType(2)]
    public uint Label { get; set; }

    /// <summary>Waves, each of another direction.</summary>
    public static IDataView View(MLContext context, int count) => context.Data.LoadFromEnumerable(
        Enumerable.Range(0, count).Select(row => new PixelRow
        {
            Features = [.. Enumerable.Range(0, 256).Select(pixel => 0.9f * MathF.Sin(row + pixel % 16 * 0.7f + pixel / 16 * row * 0.1f))],
            Label = (uint)(1 + row % 2),
        }).ToArray());
}
