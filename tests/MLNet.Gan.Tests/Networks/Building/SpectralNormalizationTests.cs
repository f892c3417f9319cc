using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tests.Training;

namespace MLNet.Gan.Tests.Networks.Building;

[TestClass]
public sealed class SpectralNormalizationTests
{
    private static readonly SpectralNormalization Rule = new();

    public static IEnumerable<object[]> Layers => Layered.All.Select(layer => new object[] { layer });

    [TestMethod]
    [DynamicData(nameof(Layers))]
    public void Value_AfterManyPasses_HasTheLargestSingularValueOfItsCoefficient(object layer)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var made = ((Layered)layer).Create(Layered.Spec(Rule with { Coefficient = 3 }));
        var weight = Layered.Weight(made);
        for (var pass = 0; pass < 300; pass++)
            made.forward(((Layered)layer).Input());

        var values = linalg.svdvals(((Layered)layer).Matrix(weight.Value));
        var raw = ((Layered)layer).Matrix(weight.parameters().Single());

        Assert.AreEqual(3, values[0].ToDouble(), 1e-4);
        AssertTensor.AreClose(3 * raw / linalg.svdvals(raw)[0], ((Layered)layer).Matrix(weight.Value), tolerance: 1e-4);
    }

    [TestMethod]
    [DynamicData(nameof(Layers))]
    public void Value_InEvaluation_IsRightForVectorsThatFitNearly(object layer)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var made = ((Layered)layer).Create(Layered.Spec(Rule));
        var weight = Layered.Weight(made);
        var raw = weight.parameters().Single();
        raw.add_(randn(raw.shape, generator: new Generator(5)), alpha: 0.1 * raw.std().ToDouble());
        made.eval();

        Assert.AreEqual(1, linalg.svdvals(((Layered)layer).Matrix(weight.Value))[0].ToDouble(), 1e-4);
    }

    // W = diag(2, 1), u = (1, 1)/√2: v = Wᵀu/‖·‖ = (2, 1)/√5, u = Wv/‖·‖ = (4, 1)/√17, σ = uᵀWv = 17/√85.
    // A second round: v = (8, 1)/√65, u = (16, 1)/√257, σ = 257/√(65 · 257).
    [TestMethod]
    [DataRow(1, 1.8439088914585775, 0.9701425001453319, 0.24253562503633297)]
    [DataRow(2, 1.9884280307350265, 0.9980525784828885, 0.06237828615518053)]
    public void Value_InTraining_TakesTheRoundsItIsTold(int iterations, double sigma, double first, double second)
    {
        using var scope = NewDisposeScope();
        using var made = Diagonal(iterations);

        var value = Layered.Weight(made).Value;

        AssertTensor.AreClose([2 / sigma, 0, 0, 1 / sigma], value, tolerance: 1e-6);
        AssertTensor.AreClose([first, second], made.get_buffer("weight.u")!, tolerance: 1e-6);
    }

    [TestMethod]
    public void Value_InEvaluation_LeavesTheVectors()
    {
        using var scope = NewDisposeScope();
        using var made = Diagonal(iterations: 1);
        made.eval();

        var value = Layered.Weight(made).Value;

        AssertTensor.AreClose([1, 0, 0, 0.5], value, tolerance: 1e-6);
        AssertTensor.AreClose([Math.Sqrt(0.5), Math.Sqrt(0.5)], made.get_buffer("weight.u")!, tolerance: 1e-6);
    }

    [TestMethod]
    public void State_HasTheVectors()
    {
        using var made = new Linear(Layered.Spec(Rule), 5, 3, gain: 1);

        CollectionAssert.AreEquivalent(
            new[] { "weight.raw", "weight.u", "weight.v", "bias.raw" }, made.state_dict().Keys);
    }

    // w = (3, 4), σ = 5: D(x) = wx/σ, whose slope in x has the length 1 whatever w is, so a penalty on it does not move
    // w. The gradient of D((1, 0)) is (I − ŵŵᵀ)x/σ = ((1, 0) − 0.6 · (0.6, 0.8))/5 = (0.128, −0.096).
    [TestMethod]
    public void PenaltyOnSlopes_BesideALoss_ReachesTheWeightsThroughSigma()
    {
        using var scope = NewDisposeScope();
        using var made = new Linear(Layered.Spec(Rule), 2, 1, gain: 1);
        Set(made.get_parameter("weight.raw")!, [3, 4]);
        Set(made.get_buffer("weight.u")!, [1]);
        var r1 = new R1Penalty { Gamma = 6 };
        var context = Some.Context(
            r1, x => made.forward(x).flatten(0), tensor([1f, 0]).reshape(1, 2), tensor([7f, 7]).reshape(1, 2));

        var penalty = r1.Penalty(context);
        (penalty + context.Real.Logits.sum() + 0 * context.Fake.Logits.sum()).backward();

        AssertTensor.AreClose(3, penalty, tolerance: 1e-5);
        AssertTensor.AreClose([0.128, -0.096], made.get_parameter("weight.raw")!.grad!, tolerance: 1e-5);
    }

    [TestMethod]
    public void Run_WithPenaltiesOnBothSides_LeavesAnAveragedGeneratorThatExportsAndIsNormalized() => Trained.Run(
        Some.Options with
        {
            Architecture = new Ruled(Some.Options.Architecture, Rule),
            Steps = 30,
            Regularizers = [new R1Penalty(), new R2Penalty()],
        },
        gan =>
        {
            using var scope = NewDisposeScope();
            var metadata = Some.Metadata with { ClassCounts = [], ClassNames = [], LabelColumnName = null };
            using var session = new OnnxSession(GeneratorExport.ToOnnx(gan.Generator, metadata), threads: 1);
            var weights = gan.Generator.DistinctModules().OfType<SpectralWeight>().ToList();

            Assert.HasCount(2, weights);
            foreach (var weight in weights)
                Assert.AreEqual(1, linalg.svdvals(weight.Value)[0].ToDouble(), 1e-4);
        });

    private static Linear Diagonal(int iterations)
    {
        var made = new Linear(Layered.Spec(Rule with { Iterations = iterations }), 2, 2, gain: 1);
        Set(made.get_parameter("weight.raw")!, [2, 0, 0, 1]);
        Set(made.get_buffer("weight.u")!, [MathF.Sqrt(0.5f), MathF.Sqrt(0.5f)]);
        return made;
    }

    private static void Set(Tensor target, float[] values)
    {
        using var _ = no_grad();
        target.copy_(tensor(values).reshape(target.shape));
    }

    /// <summary>Another architecture under a weight rule.</summary>
    private sealed class Ruled(IArchitecture inner, IWeightParametrization rule) : IArchitecture
    {
        public int LatentSize => inner.LatentSize;

        public bool IsBounded(SampleShape shape) => inner.IsBounded(shape);

        public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) =>
            inner.CreateGenerator(spec with { WeightParametrization = rule });

        public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
            inner.CreateDiscriminator(spec with { WeightParametrization = rule });
    }
}
