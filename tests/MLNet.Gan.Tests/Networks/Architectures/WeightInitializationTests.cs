using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>Each initialization's deviation by hand, and what all of them must do.</summary>
[TestClass]
public sealed class WeightInitializationTests
{
    public static IEnumerable<object[]> All => Implementations.Of<IWeightInitialization>();

    // A convolution 16 → 64, kernel 4, stride 2, gain 1.5: fan-in 16 · 16 = 256, fan-out 64 · 16/4 = 256.
    // A transposed one the other way, 64 → 16: fan-in 64 · 16/4 = 256, fan-out 16 · 16 = 256.
    // Dense 300 → 100: fans 300 and 100.
    public static IEnumerable<object[]> Deviations =>
    [
        [new HeInitialization(), "Convolution", 1.5 / 16], [new HeInitialization(), "Transposed", 1.5 / 16],
        [new HeInitialization(), "Dense", 1.5 / Math.Sqrt(300)],
        [new XavierInitialization(), "Convolution", 1.5 / 16], [new XavierInitialization(), "Transposed", 1.5 / 16],
        [new XavierInitialization(), "Dense", 1.5 * Math.Sqrt(2.0 / 400)],
        [new NormalInitialization { Deviation = 0.05 }, "Convolution", 0.05],
        [new NormalInitialization(), "Dense", 0.02],
        [new OrthogonalInitialization(), "Convolution", 1.5 / 16],
        [new OrthogonalInitialization(), "Transposed", 1.5 / 16],
        [new OrthogonalInitialization(), "Dense", 1.5 / Math.Sqrt(300)],
        [new UniformInitialization(), "Dense", 1 / Math.Sqrt(3 * 300)], // U(−a, a) has the deviation a/√3
        [new UniformInitialization(), "Convolution", 1 / Math.Sqrt(3 * 256)],
        [new UniformInitialization(), "Transposed", 1 / Math.Sqrt(3 * 256)],
    ];

    [TestMethod]
    public void Initializations_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[]
        {
            typeof(HeInitialization), typeof(XavierInitialization), typeof(NormalInitialization),
            typeof(OrthogonalInitialization), typeof(UniformInitialization),
        },
        All.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Deviations))]
    public void Weights_HaveTheDeviation(IWeightInitialization initialization, string layer, double expected)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(1)) with { Initialization = initialization };
        using nn.Module made = layer switch
        {
            "Dense" => new Linear(spec, 300, 100, gain: 1.5),
            "Convolution" => new Convolution(spec, 16, 64, kernel: 4, stride: 2, padding: 1, gain: 1.5),
            _ => new TransposedConvolution(spec, 64, 16, kernel: 4, stride: 2, padding: 1, gain: 1.5),
        };
        var weight = made.get_parameter("weight.raw")!;

        // 16 384 weights at least, so the deviation is known to 0.6 %.
        Assert.AreEqual(expected, weight.std().ToDouble(), 0.025 * expected);
        Assert.AreEqual(0, weight.mean().ToDouble(), 0.04 * expected);
    }

    [TestMethod]
    public void Biases_OfTheUniformInitialization_AreSpreadLikeItsWeights()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(1)) with { Initialization = new UniformInitialization() };
        using var layer = new Linear(spec, 4, 20_000, gain: 1);
        var bias = layer.get_parameter("bias.raw")!;

        // U(−½, ½) for a fan-in of 4: bounds ½, deviation ½/√3.
        Assert.AreEqual(0.5, bias.max().ToDouble(), 1e-3);
        Assert.AreEqual(-0.5, bias.min().ToDouble(), 1e-3);
        Assert.AreEqual(0.5 / Math.Sqrt(3), bias.std().ToDouble(), 0.005);
    }

    [TestMethod]
    public void Biases_OfOtherInitializations_AreZero()
    {
        using var scope = NewDisposeScope();
        using var layer = new Linear(Some.Spec(SampleShape.Vector(1)), 4, 9, gain: 1);

        AssertTensor.AreClose(new double[9], layer.get_parameter("bias.raw")!, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Draws_OfEqualSeeds_AreEqualAndFitTheShape(IWeightInitialization initialization)
    {
        using var scope = NewDisposeScope();
        var shape = new WeightShape([3, 5, 2, 2], OutputAxis: 1, FanIn: 3, FanOut: 20, Gain: 1);
        Tensor Draw(ulong seed) => initialization.Draw(shape, new Generator(seed));

        CollectionAssert.AreEqual(shape.Size, Draw(1).shape);
        CollectionAssert.AreEqual(AssertTensor.Values(Draw(1)), AssertTensor.Values(Draw(1)));
        CollectionAssert.AreNotEqual(AssertTensor.Values(Draw(1)), AssertTensor.Values(Draw(2)));
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Draw_OfGainZero_IsZero(IWeightInitialization initialization)
    {
        using var scope = NewDisposeScope();
        var shape = new WeightShape([3, 5], OutputAxis: 0, FanIn: 5, FanOut: 3, Gain: 0);

        AssertTensor.AreClose(zeros(3, 5), initialization.Draw(shape, new Generator(1)), tolerance: 0);
    }

    [TestMethod]
    [DataRow(4, 9)] // fewer outputs: rows of length 2 that are orthogonal
    [DataRow(9, 4)] // more outputs: columns of length 2
    public void Orthogonal_Dense_HasOrthogonalVectorsOfTheGain(int outputs, int inputs)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(1)) with { Initialization = new OrthogonalInitialization() };
        using var made = new Linear(spec, inputs, outputs, gain: 2);
        var weight = made.get_parameter("weight.raw")!;

        var products = outputs < inputs ? weight.mm(weight.t()) : weight.t().mm(weight);

        AssertTensor.AreClose(4 * eye(4), products, tolerance: 1e-5);
    }

    [TestMethod]
    public void Orthogonal_TransposedConvolution_HasRowsByItsOutputs()
    {
        using var scope = NewDisposeScope();
        using var made = new TransposedConvolution(
            Some.Spec(SampleShape.Vector(1)) with { Initialization = new OrthogonalInitialization() },
            inputs: 2, outputs: 3, kernel: 4, stride: 2, padding: 1, gain: 1);
        var rows = made.get_parameter("weight.raw")!.transpose(0, 1).flatten(1);

        // An output sees a quarter of the kernel, so rows are twice as long as the gain.
        AssertTensor.AreClose(4 * eye(3), rows.mm(rows.t()), tolerance: 1e-5);
    }

    [TestMethod]
    public void Embedding_KeepsItsOwnDeviation()
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(SampleShape.Vector(1), classes: 300) with { Initialization = new NormalInitialization() };
        using var made = new LabelEmbedding(spec, 100, deviation: 0.5);

        Assert.AreEqual(0.5, made.get_parameter("weight.raw")!.std().ToDouble(), 0.01);
    }

    [TestMethod]
    public void Architectures_UseTheirOwnInitialization()
    {
        using var scope = NewDisposeScope();
        var tiny = new NormalInitialization { Deviation = 1e-9 };
        foreach (var architecture in new IArchitecture[]
            { new Mlp { Initialization = tiny }, new Dcgan { Initialization = tiny, Width = 4 } })
        {
            var spec = Some.Spec(SampleShape.Image(1, 8, 8));
            using var generator = architecture.CreateGenerator(spec);
            using var discriminator = architecture.CreateDiscriminator(spec);

            foreach (var (name, parameter) in generator.named_parameters().Concat(discriminator.named_parameters()))
            {
                if (name.EndsWith("weight.raw", StringComparison.Ordinal))
                    Assert.AreEqual(1e-9, parameter.std().ToDouble(), 1e-9, $"{architecture}: {name}");
            }
        }
    }
}
