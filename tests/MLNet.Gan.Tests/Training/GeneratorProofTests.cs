using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;
using static TorchSharp.torch.nn;

namespace MLNet.Gan.Tests.Training;

/// <summary>What a generator's file may differ from the network by, and what is said of a file that cannot be kept.</summary>
[TestClass, DoNotParallelize] // Weights come from libtorch's global generator.
public sealed class GeneratorProofTests
{
    private const int LatentSize = 4;

    private static GeneratorMetadata Metadata => new()
    {
        Shape = SampleShape.Vector(2), LatentSize = LatentSize, ClassCounts = [], OutputColumnName = "Generated",
    };

    [TestMethod]
    public void LargeSamples_MayDifferByTheirRounding()
    {
        using var generator = Made(() => new Large(fileFactor: 1));

        using var session = new OnnxSession(GeneratorExport.ToOnnx(generator, Metadata));
        var difference = GeneratorMetadata.FromMetadata(session.Metadata).MaxAbsoluteDifference;

        // Single precision tells numbers at 10⁶ apart by 1/16, so an absolute bound of 1e-4 would refuse them.
        Assert.IsGreaterThan(1e-4, difference);
        Assert.IsLessThan(100, difference);
    }

    [TestMethod]
    public void LargeSamples_ThatDifferByMore_AreRefusedWithTheirUnit()
    {
        using var generator = Made(() => new Large(fileFactor: 1.001f));

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => GeneratorExport.ToOnnx(generator, Metadata)).Message;

        Assert.StartsWith("ONNX Runtime's samples differ from the trained generator's by ", message);
        Assert.Contains(", which is 0.0001 of their largest absolute value, ", message);
        Assert.EndsWith(
            "so no file was written. Check the AddTo of Large. Set Standardizes = true, since the samples are large.", message);
    }

    [TestMethod]
    public void DifferenceOfAGeneratorWithoutOwnLayers_BlamesNone()
    {
        // In training mode it normalizes by the batch, and its file by running averages.
        using var generator = Made(() => Sequential(Linear(LatentSize, 2), BatchNorm1d(2)));
        generator.train();

        var message = Assert.ThrowsExactly<InvalidOperationException>(() => GeneratorExport.ToOnnx(generator, Metadata)).Message;

        Assert.StartsWith("ONNX Runtime's samples differ from the trained generator's by ", message);
        Assert.DoesNotContain("AddTo", message);
    }

    [TestMethod]
    [DataRow(true, "The trained generator generates values that are not finite, so no file was written. Lower the learning rates, add a "
        + "gradient penalty, and keep the divergence monitor.")]
    [DataRow(false, "The untrained generator generates values that are not finite, so nothing was trained. Initialize all its weights and "
        + "buffers with finite numbers.")]
    public void WeightsThatAreNotFinite_AreRefusedInTheWordsOfTheirCause(bool isTrained, string message)
    {
        using var generator = Made(() => Sequential(Linear(LatentSize, 2)));
        using (no_grad())
            generator.parameters().First().fill_(float.NaN);

        Assert.AreEqual(message, Assert.ThrowsExactly<InvalidOperationException>(
            () => GeneratorProof.Difference(generator, Metadata, [], isTrained)).Message);
    }

    [TestMethod]
    public void UnknownOperation_IsBlamedOnTheAddTo() => AssertCannotRun((graph, samples) => graph.Add("Nonsense", [samples]));

    [TestMethod]
    public void WrongAttribute_IsBlamedOnTheAddTo() =>
        AssertCannotRun((graph, samples) => graph.Add("Concat", [samples, samples], OnnxAttribute.Of("axes", 1)));

    [TestMethod]
    public void WrongShape_IsBlamedOnTheAddTo() =>
        AssertCannotRun((graph, samples) => graph.Add("Concat", [samples, samples], OnnxAttribute.Of("axis", 1)));

    [TestMethod]
    public void WrongElement_IsBlamedOnTheAddTo() => AssertCannotRun((graph, samples) => graph.Add("Shape", [samples]));

    [TestMethod]
    public void InputThatIsNotRead_IsBlamedOnTheAddTo() =>
        AssertCannotRun((graph, _) => graph.Weight("constant", [1, 2], 1, 2));

    private static void AssertCannotRun(Func<OnnxGraph, OnnxValue, OnnxValue> file)
    {
        var options = TestData.Options with { Architecture = new FaultyArchitecture { File = file }, Regularizers = [] };
        var view = new CountingView(TestData.Points(10));

        var message = Assert.ThrowsExactly<InvalidOperationException>(
            () => TestData.Context.Gan.Trainers.Gan(options).Fit(view)).Message;

        Assert.StartsWith("The exported generator cannot be run: ", message);
        Assert.EndsWith(". Check the AddTo of Faulty.", message);
        Assert.DoesNotContain("copied whole", message);
        Assert.AreEqual(0, view.RowsRead);
    }

    private static Module<Tensor, Tensor?, Tensor> Made(Func<Module<Tensor, Tensor>> make)
    {
        var generator = Architecture.Of(LatentSize, _ => make(), _ => Linear(2, 1)).CreateGenerator(Some.Spec(Metadata.Shape));
        generator.eval();
        return generator;
    }

    /// <summary>A generator of samples of about 10⁶, and of a multiple of them in its file.</summary>
    private sealed class Large : Module<Tensor, Tensor>, IOnnxLayer
    {
        private readonly Module<Tensor, Tensor> _main;
        private readonly float _fileFactor;

        public Large(float fileFactor) : base(nameof(Large))
        {
            _fileFactor = fileFactor;
            var last = Linear(64, 2);
            using (no_grad())
                last.weight.mul_(1e7f);
            _main = Sequential(Linear(LatentSize, 64), ReLU(), last);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => _main.call(input);

        // Two factors whose product is rounded, so that the file is not equal bit for bit on any machine.
        public OnnxValue AddTo(OnnxGraph graph, OnnxValue input)
        {
            var tenth = graph.Add("Mul", [graph.Add(_main, input), graph.Weight("tenth", [0.1f])]);
            return graph.Add("Mul", [tenth, graph.Weight("factor", [10 * _fileFactor])]);
        }
    }
}
