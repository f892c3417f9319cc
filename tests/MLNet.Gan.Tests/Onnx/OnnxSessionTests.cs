using Microsoft.ML.OnnxRuntime;

namespace MLNet.Gan.Tests.Onnx;

[TestClass]
public sealed class OnnxSessionTests : IDisposable
{
    private readonly OnnxSession _session = new(SmallGenerator.ToBytes(), threads: 1);

    public void Dispose() => _session.Dispose();

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(256)]
    public void Run_OfAnyBatch_EqualsPyTorch(int count)
    {
        var (images, features) = Run(_session, count);

        AssertClose(SmallGenerator.Repeat(SmallGenerator.Images, count), images);
        AssertClose(SmallGenerator.Repeat(SmallGenerator.Features, count), features);
    }

    [TestMethod]
    public void Run_IntoASlice_LeavesTheRestAlone()
    {
        var images = Enumerable.Repeat(9f, 5 * SmallGenerator.ImageSize).ToArray();

        _session.Run(
            3, SmallGenerator.Latents, SmallGenerator.Labels,
            ("image", images.AsMemory(SmallGenerator.ImageSize, 3 * SmallGenerator.ImageSize)));

        AssertClose(
            [.. images[..SmallGenerator.ImageSize], .. SmallGenerator.Images, .. images[..SmallGenerator.ImageSize]], images);
        Assert.AreEqual(9f, images[0]);
    }

    [TestMethod]
    public void Run_FromManyThreads_GivesEqualBits()
    {
        using var session = new OnnxSession(SmallGenerator.ToBytes());
        var expected = Run(session, 256).Images;

        var all = Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
            Enumerable.Range(0, 20).Select(_ => Run(session, 256).Images).ToArray()))).Result;

        foreach (var images in all.SelectMany(images => images))
        {
            CollectionAssert.AreEqual(expected, images);
        }
    }

    [TestMethod]
    public void Metadata_ComesBack() =>
        CollectionAssert.AreEquivalent(SmallGenerator.Metadata.ToArray(), _session.Metadata.ToArray());

    [TestMethod]
    public void Ports_NameWhatTheFileTakesAndGives()
    {
        AssertPort("z", typeof(float), [-1, 4], _session.Inputs[0]);
        AssertPort("label", typeof(long), [-1], _session.Inputs[1]);
        AssertPort("features", typeof(float), [-1, 4], _session.Outputs[0]);
        AssertPort("image", typeof(float), [-1, 1, 8, 8], _session.Outputs[1]);
    }

    [TestMethod]
    [DataRow(11, 3, 192, "input", "'z' of 3 rows has 12 values, but the buffer has 11.")]
    [DataRow(12, 2, 192, "labels", "'label' of 3 rows has 3 values, but the buffer has 2.")]
    [DataRow(12, 0, 192, "labels", "'label' of 3 rows has 3 values, but the buffer has 0.")]
    [DataRow(12, 3, 193, "outputs", "'image' of 3 rows has 192 values, but the buffer has 193.")]
    public void Run_WithABufferOfWrongLength_SaysWhich(int inputs, int labels, int outputs, string parameter, string message)
    {
        var e = Assert.ThrowsExactly<ArgumentException>(() =>
            _session.Run(3, new float[inputs], new long[labels], ("image", new float[outputs])));

        Assert.AreEqual(parameter, e.ParamName);
        Assert.Contains(message, e.Message);
    }

    [TestMethod]
    public void Run_OfAnUnknownOutput_NamesThoseThereAre()
    {
        var e = Assert.ThrowsExactly<ArgumentException>(() =>
            _session.Run(3, SmallGenerator.Latents, SmallGenerator.Labels, ("images", new float[192])));

        Assert.Contains("The model has no output named 'images'. It has 'features', 'image'.", e.Message);
    }

    [TestMethod]
    public void Run_OfNoRows_Throws() => Assert.ThrowsExactly<ArgumentOutOfRangeException>(() =>
        _session.Run(0, Array.Empty<float>(), null, ("image", Array.Empty<float>())));

    [TestMethod]
    public void Run_WithLabelsTheModelDoesNotTake_Throws()
    {
        var graph = new OnnxGraph("test");
        graph.Output("y", graph.Input("x", OnnxElement.Single, 1), 1);
        using var session = new OnnxSession(graph.ToBytes(SmallGenerator.Metadata), threads: 1);

        var e = Assert.ThrowsExactly<ArgumentException>(() =>
            session.Run(1, new float[1], new long[1], ("y", new float[1])));

        Assert.Contains("The model takes no labels, but 1 were given.", e.Message);
    }

    [TestMethod]
    public void Run_OfALabelOutOfRange_Throws() => Assert.ThrowsExactly<OnnxRuntimeException>(() =>
        _session.Run(1, new float[4], new long[] { 3 }, ("image", new float[64])));

    [TestMethod]
    public void Run_AfterDispose_Throws()
    {
        var session = new OnnxSession(SmallGenerator.ToBytes(), threads: 1);
        session.Dispose();
        session.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => Run(session, 1));
    }

    private static (float[] Images, float[] Features) Run(OnnxSession session, int count)
    {
        var images = new float[count * SmallGenerator.ImageSize];
        var features = new float[count * SmallGenerator.FeatureSize];
        session.Run(
            count,
            SmallGenerator.Repeat(SmallGenerator.Latents, count),
            SmallGenerator.Repeat(SmallGenerator.Labels, count),
            ("image", images), ("features", features));
        return (images, features);
    }

    private static void AssertPort(string name, Type elementType, long[] dimensions, OnnxPort port)
    {
        Assert.AreEqual(name, port.Name);
        Assert.AreEqual(elementType, port.ElementType);
        CollectionAssert.AreEqual(dimensions, port.Dimensions);
    }

    private static void AssertClose(float[] expected, float[] actual)
    {
        Assert.AreEqual(expected.Length, actual.Length);
        Assert.AreEqual(0, expected.Zip(actual, (a, b) => Math.Abs(a - b)).Max(), 1e-6f);
    }
}
