using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tests.Inception;

/// <summary>The three ways of preprocessing, against NumPy, PyTorch and PIL.</summary>
[TestClass]
public sealed class PreprocessingTests
{
    private const int Side = 299;

    // Gray levels: what float32 leaves of the places at which a resize reads.
    private const double Tolerance = 2e-2;

    [TestMethod]
    [DataRow("tensorflow")]
    [DataRow("pytorch-fid")]
    [DataRow("clean")]
    public void AddTo_OfAnySize_IsTheReference(string way)
    {
        using var session = Session(Vectors.Ways[way]);
        var rows = Vectors.Rows("vectors.json", "resized").Where(row => row.Way().Name == way).ToList();
        Assert.HasCount(6, rows);

        foreach (var row in rows)
        {
            var (height, width) = (row.Integer("height"), row.Integer("width"));
            var scaled = new float[3 * Side * Side];
            session.Run(1, height, width, MadeUp.Image(height + width, height, width), ("scaled", scaled));

            Vectors.AssertClose(row.Numbers("scaled"), scaled, Tolerance / 128, $"{way} of {height} × {width}");
        }
    }

    [TestMethod]
    public void AddTo_OfBlackAndWhite_ReachesTheEnds()
    {
        byte[] pixels = [.. Enumerable.Repeat((byte)0, 8 * 8), .. Enumerable.Repeat((byte)255, 2 * 8 * 8)];
        foreach (var (way, black, white) in new (IPreprocessing, float, float)[]
        {
            (new TensorflowResize(), -1, 127 / 128f), (new PytorchFidResize(), -1, 1), (new CleanResize(), -1, 127 / 128f),
        })
        {
            using var session = Session(way);
            var scaled = new float[3 * Side * Side];
            session.Run(1, 8, 8, pixels, ("scaled", scaled));

            Assert.AreEqual(black, scaled[5], 1e-6f, way.Name);
            Assert.AreEqual(white, scaled[^5], 1e-6f, way.Name);
        }
    }

    private static OnnxSession Session(IPreprocessing way)
    {
        var graph = new OnnxGraph("test") { Opset = 18 };
        var pixels = graph.Add("Cast", [graph.Images("image", OnnxElement.Byte, 3)], OnnxAttribute.Of("to", 1));
        graph.Output("scaled", way.AddTo(graph, pixels), 3, Side, Side);
        return OnnxSession.OfImages(graph.ToBytes(new Dictionary<string, string>()), new() { Threads = 1 });
    }
}
