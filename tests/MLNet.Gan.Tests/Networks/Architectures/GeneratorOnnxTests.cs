using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>Every generator's ONNX file computes in ONNX Runtime what the network computes here.</summary>
[TestClass]
public sealed class GeneratorOnnxTests : IDisposable
{
    private const int Rows = 7;

    // Its samples vary from the beginning.
    private static readonly Mlp Wide = new() { Initialization = new HeInitialization() };

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static IEnumerable<object[]> Cases =>
        from row in Implementations.Of<IArchitecture>()
        from classes in (int[])[0, 4]
        let side = row[0] is ProgressiveGan ? 32 : 28
        select new object[] { row[0], SampleShape.Image(1, side, side), classes };

    public static IEnumerable<object[]> Vectors =>
    [
        [Wide, SampleShape.Vector(3), 0], [Wide, SampleShape.Vector(3), 4],
        [Wide with { IsResidual = true }, SampleShape.Vector(3), 4],
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Cases))]
    [DynamicData(nameof(Vectors))]
    public void Export_ComputesTheSame(IArchitecture architecture, SampleShape shape, int classes)
    {
        using var scope = NewDisposeScope();
        using var gan = Gan(architecture, shape, classes);
        var latents = randn([Rows, architecture.LatentSize], generator: new Generator(9));
        var labels = classes > 0 ? Enumerable.Range(0, Rows).Select(row => (long)row % classes).ToArray() : null;

        using var session = new OnnxSession(GeneratorExport.ToOnnx(gan.Generator, Metadata(architecture, shape, classes)), threads: 1);
        var actual = new float[Rows * shape.Size];
        session.Run(Rows, latents.data<float>().ToArray(), labels, ("sample", actual));

        var expected = gan.Generator.forward(latents, labels is null ? null : tensor(labels)).flatten(0);
        Assert.IsTrue(expected.std().ToDouble() > 0.05, "Equal constants would prove nothing.");
        AssertTensor.AreClose(expected, tensor(actual), tolerance: 1e-4);
    }

    [TestMethod]
    public void Export_OfEveryArchitecture_IsAcceptedByOnnx() => OnnxChecker.Accepts(Cases.Concat(Vectors).Select((row, index) =>
    {
        var (architecture, shape, classes) = ((IArchitecture)row[0], (SampleShape)row[1], (int)row[2]);
        using var gan = Gan(architecture, shape, classes);
        var path = Path.Combine(_folder, $"{index}.onnx");
        File.WriteAllBytes(path, GeneratorExport.ToOnnx(gan.Generator, Metadata(architecture, shape, classes)));
        return path;
    }).ToList());

    [TestMethod]
    public void Export_OfANetworkInTraining_IsRefused()
    {
        // Trained as it stands, batch normalization goes by the batch; the file goes by running averages.
        using var gan = Gan(new Dcgan { Width = 4, LatentSize = 4 }, SampleShape.Image(1, 8, 8), classes: 0);
        gan.Generator.train();

        var error = Assert.ThrowsExactly<InvalidOperationException>(() =>
            GeneratorExport.ToOnnx(gan.Generator, Metadata(new Dcgan { Width = 4, LatentSize = 4 }, SampleShape.Image(1, 8, 8), classes: 0)));

        Assert.Contains("more than 0.0001, so no file was written", error.Message);
    }

    /// <summary>A generator whose weights, and running averages where it has any, are not those of the start.</summary>
    private static TrainedGan Gan(IArchitecture architecture, SampleShape shape, int classes)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var generator = architecture.CreateGenerator(Some.Spec(shape, classes));
        foreach (var parameter in generator.parameters())
            parameter.add_(0.02 * randn(parameter.shape, generator: new Generator(4)));
        var labels = classes > 0 ? randint(classes, [16], dtype: ScalarType.Int64) : null;
        for (var pass = 0; pass < 3; pass++)
            generator.forward(randn([16, architecture.LatentSize], generator: new Generator(6)), labels);
        generator.eval();
        return new(generator, classes, new(1, false, TimeSpan.Zero, [], [], []));
    }

    private static GeneratorMetadata Metadata(IArchitecture architecture, SampleShape shape, int classes) => new()
    {
        Shape = shape, LatentSize = architecture.LatentSize, ClassCounts = new int[classes], OutputColumnName = "Generated",
        LabelColumnName = classes > 0 ? "Label" : null,
    };
}
