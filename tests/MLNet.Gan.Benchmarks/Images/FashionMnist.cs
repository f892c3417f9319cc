using Microsoft.ML;
using Microsoft.ML.Data;

namespace MLNet.Gan.Benchmarks.Images;

/// <summary>The images of Debian's package, 28 × 28 in ten classes.</summary>
internal static class FashionMnist
{
    private const string Folder = "/usr/share/datasets/fashion-mnist/";

    /// <summary>60 000 images.</summary>
    public static IDataView Train(MLContext context) => Load(context, "train");

    /// <summary>10 000 others.</summary>
    public static IDataView Test(MLContext context) => Load(context, "t10k");

    /// <summary>The images alone, plane by plane.</summary>
    public static IReadOnlyList<float[]> Images(IDataView view) => [.. view.GetColumn<float[]>("Features")];

    private static IDataView Load(MLContext context, string part) =>
        context.Gan.LoadIdx($"{Folder}{part}-images-idx3-ubyte.gz", $"{Folder}{part}-labels-idx1-ubyte.gz");
}
