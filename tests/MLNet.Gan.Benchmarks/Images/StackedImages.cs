using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>Three random pictures as the colors of one image (stacked MNIST, Metz et al., 2017).</summary>
internal static class StackedImages
{
    /// <summary>The column of images.</summary>
    public const string Column = nameof(Row.Image);

    public static SampleShape Shape { get; } = SampleShape.Image(3, 28, 28);

    /// <summary>A view whose images are made when it is read.</summary>
    public static IDataView View(MLContext context, IReadOnlyList<float[]> pictures, int count, int seed) =>
        context.Data.LoadFromEnumerable(Draw(pictures, count, seed).Select(image => new Row { Image = image }));

    /// <summary>Images of random pictures; equal seeds give equal images, however often they are drawn.</summary>
    public static IEnumerable<float[]> Draw(IReadOnlyList<float[]> pictures, int count, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
            yield return
            [
                .. pictures[random.Next(pictures.Count)], .. pictures[random.Next(pictures.Count)],
                .. pictures[random.Next(pictures.Count)],
            ];
    }

    private sealed class Row
    {
        [VectorType(3, 28, 28)]
        public float[] Image { get; set; } = [];
    }
}
