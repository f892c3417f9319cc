using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class ScaledGeneratorTests
{
    private const int Rows = 7;
    private static readonly SampleShape Shape = SampleShape.Vector(3);
    private static readonly Mlp Mlp =
        new() { LatentSize = 4, Width = 16, LabelSize = 2, Initialization = new HeInitialization() };

    [TestMethod]
    public void Forward_MultipliesByTheDeviationsAndAddsTheMeans()
    {
        using var scope = NewDisposeScope();
        using var scaled = new ScaledGenerator(new Given(), [10, -1, 0.1], [2, 0.5, 0], CPU);

        var values = scaled.forward(tensor(new[] { 1f, 2, 3, -4, 0, 9 }).reshape(2, 3), null);

        // The last component never varied, so it is its mean whatever the generator says.
        AssertTensor.AreClose([12, 0, 0.1, 2, -1, 0.1], values, tolerance: 1e-6);
    }

    [TestMethod]
    public void Forward_UndoesStandardization()
    {
        using var scope = NewDisposeScope();
        var points = randn([500, 3], generator: new Generator(2)) * tensor(new[] { 1f, 30, 0 })
            + tensor(new[] { 1e6f, -7, 1 / 3f });
        using var samples = new SampleSet(points.clone().DetachFromDisposeScope());
        samples.Standardize();
        var standardization = samples.Standardization!;
        using var scaled = new ScaledGenerator(new Given(), standardization.Means, standardization.Deviations, CPU);

        var again = scaled.forward(samples[[.. Enumerable.Range(0, 500).Select(row => (long)row)]].Samples, null);

        // Single precision tells numbers at 10⁶ apart by 1/16; the mean, the product and the sum are each rounded.
        AssertTensor.AreClose(points.select(1, 0), again.select(1, 0), tolerance: 0.125);
        AssertTensor.AreClose(points.select(1, 1), again.select(1, 1), tolerance: 3e-5);
        AssertTensor.AreClose(points.select(1, 2), again.select(1, 2), tolerance: 0);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(4)]
    public void Export_ComputesTheSame(int classes)
    {
        using var scope = NewDisposeScope();
        using var scaled = new ScaledGenerator(
            Mlp.CreateGenerator(Some.Spec(Shape, classes)), [3, -200, 0.5], [2, 0.01, 0], CPU);
        var latents = randn([Rows, Mlp.LatentSize], generator: new Generator(9));
        var labels = classes > 0 ? Enumerable.Range(0, Rows).Select(row => (long)row % classes).ToArray() : null;

        var graph = new OnnxGraph("generator");
        var latent = graph.Input("latent", OnnxElement.Single, Mlp.LatentSize);
        OnnxValue? label = classes > 0 ? graph.Input("label", OnnxElement.Int64) : null;
        graph.Output("sample", scaled.AddTo(graph, latent, label), Shape.Size);
        using var session = new OnnxSession(graph.ToBytes(new Dictionary<string, string>()), threads: 1);
        var actual = new float[Rows * Shape.Size];
        session.Run(Rows, latents.data<float>().ToArray(), labels, ("sample", actual));

        var expected = scaled.forward(latents, labels is null ? null : tensor(labels));
        AssertTensor.AreClose(expected.flatten(0), tensor(actual), tolerance: 1e-4);
        Assert.IsTrue(expected.select(1, 0).std().ToDouble() > 0.05, "Equal constants would prove nothing.");
    }

    [TestMethod]
    public void AddTo_OfANetworkWithoutAnOnnxForm_SaysSo()
    {
        using var scaled = new ScaledGenerator(new Given(), [0], [1], CPU);
        var graph = new OnnxGraph("generator");

        var error = Assert.ThrowsExactly<NotSupportedException>(
            () => scaled.AddTo(graph, graph.Input("latent", OnnxElement.Single, 1), null));

        Assert.Contains("The generator Given has no ONNX form. Implement IOnnxNetwork on it", error.Message);
    }

    [TestMethod]
    public void Module_OwnsTheGeneratorWithin()
    {
        ScaledGenerator scaled;
        using (NewDisposeScope())
            scaled = new(Mlp.CreateGenerator(Some.Spec(Shape)), [0, 0, 0], [1, 1, 1], CPU);

        Assert.HasCount(8, scaled.parameters().ToArray()); // four layers' weights and biases
        CollectionAssert.AreEqual(
            new[] { "means", "deviations" }, scaled.named_buffers().Select(buffer => buffer.name).ToArray());
        using (NewDisposeScope())
            AssertTensor.IsFinite(scaled.forward(randn(2, Mlp.LatentSize), null));
        var weight = scaled.parameters().First();
        scaled.Dispose();
        Assert.IsTrue(weight.IsInvalid);
    }

    /// <summary>A generator whose latents are its samples.</summary>
    private sealed class Given() : nn.Module<Tensor, Tensor?, Tensor>(nameof(Given))
    {
        public override Tensor forward(Tensor latents, Tensor? labels) => latents;
    }
}
