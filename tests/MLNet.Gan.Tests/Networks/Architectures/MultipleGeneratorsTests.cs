using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

[TestClass]
public sealed class MultipleGeneratorsTests
{
    private static readonly Mlp Small = new() { LatentSize = 3, Width = 8, Depth = 2, LabelSize = 2 };
    private static readonly MultipleGenerators Three = new() { Inner = Small, Count = 3 };

    // Below, between and above the quantiles ∓0.4307 of 1/3 and 2/3.
    private static readonly float[] Choosing = [-2, -0.44f, -0.42f, 0.42f, 0.44f, 2];

    public static IEnumerable<object[]> Shapes =>
        from shape in new[] { SampleShape.Vector(2), SampleShape.Image(1, 4, 4) }
        from classes in (int[])[0, 2]
        select new object[] { shape, classes };

    [TestMethod]
    public void LatentSize_IsOneMoreThanThatOfEachGenerator() => Assert.AreEqual(4, Three.LatentSize);

    [TestMethod]
    [DynamicData(nameof(Shapes))]
    public void Forward_IsBitForBitTheChosenGenerators(SampleShape shape, int classes)
    {
        using var scope = NewDisposeScope();
        using var generator = Three.CreateGenerator(Some.Spec(shape, classes));
        var (inner, labels) = (randn([6, 3], generator: new Generator(4)), Labels(classes));

        var samples = generator.forward(Latents(inner), labels);

        // The generators are made one after the other.
        var spec = Some.Spec(shape, classes);
        var all = new Tensor[3];
        for (var number = 0; number < 3; number++)
        {
            using var one = Small.CreateGenerator(spec);
            all[number] = one.forward(inner, labels);
        }

        foreach (var (row, chosen) in new[] { 0, 0, 1, 1, 2, 2 }.Index())
        {
            AssertTensor.AreClose(all[chosen][row], samples[row], tolerance: 0);
            var distance = (all[(chosen + 1) % 3][row] - samples[row]).abs().min().ToDouble();
            Assert.AreNotEqual(0, distance, "They are all alike.");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Shapes))]
    public void Export_ChoosesTheSame(SampleShape shape, int classes)
    {
        using var scope = NewDisposeScope();
        using var generator = Three.CreateGenerator(Some.Spec(shape, classes));
        var (latents, labels) = (Latents(randn([6, 3], generator: new Generator(4))), Labels(classes));
        var graph = new OnnxGraph("generator");
        var latent = graph.Input("latent", OnnxElement.Single, Three.LatentSize);
        OnnxValue? label = classes > 0 ? graph.Input("label", OnnxElement.Int64) : null;
        graph.Output("sample", ((IOnnxNetwork)generator).AddTo(graph, latent, label), [.. shape.Dimensions]);

        using var session = new OnnxSession(graph.ToBytes(new Dictionary<string, string>()), threads: 1);
        var actual = new float[6 * shape.Size];
        session.Run(6, latents.flatten(0).data<float>().ToArray(), labels?.data<long>().ToArray(), ("sample", actual));

        AssertTensor.AreClose(generator.forward(latents, labels).flatten(0), tensor(actual), tolerance: 1e-5);
    }

    [TestMethod]
    public void Gradient_ReachesTheChosenGeneratorAlone()
    {
        using var scope = NewDisposeScope();
        using var generator = Three.CreateGenerator(Some.Spec(SampleShape.Vector(2)));
        var latents = randn([5, 4], generator: new Generator(4));
        latents.select(1, -1).zero_(); // the median: the second of three

        generator.forward(latents, null).square().sum().backward();

        // Three layers each, with a weight and a bias; the last layer's bias gets the gradients of all samples.
        double[] reached =
            [.. generator.parameters().Select(parameter => parameter.grad!.abs().sum().ToDouble())];
        Assert.HasCount(18, reached);
        Assert.AreEqual(0, reached[..6].Max());
        Assert.AreEqual(0, reached[12..].Max());
        Assert.IsTrue(reached[6..12].Min() > 0);
    }

    [TestMethod]
    public void Discriminator_IsThatOfTheInnerArchitecture()
    {
        using var expected = Small.CreateDiscriminator(Some.Spec(SampleShape.Vector(2)));
        using var actual = Three.CreateDiscriminator(Some.Spec(SampleShape.Vector(2)));

        CollectionAssert.AreEqual(SpyArchitecture.Weights(expected), SpyArchitecture.Weights(actual));
    }

    [TestMethod]
    public void Inner_ThatGrows_IsRefused()
    {
        var error = Assert.ThrowsExactly<ArgumentException>(
            () => _ = new MultipleGenerators { Inner = new ProgressiveGan() });

        Assert.AreEqual("Inner", error.ParamName);
        Assert.Contains("Inner is ProgressiveGan, whose networks grow", error.Message);
        Assert.Contains("Choose an architecture of one size", error.Message);
    }

    [TestMethod]
    public void Count_ThatIsNotPositive_IsRefused() => Assert.AreEqual(
        "Count",
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = new MultipleGenerators { Count = 0 }).ParamName);

    private static Tensor Latents(Tensor inner) => cat([inner, tensor(Choosing).reshape(6, 1)], 1);

    private static Tensor? Labels(int classes) => classes > 0 ? tensor([0L, 1, 0, 1, 1, 0]) : null;
}
