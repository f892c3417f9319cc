using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Augmentations;

/// <summary>What every augmentation must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class AugmentationContractTests
{
    private const double Nudge = 1e-5;

    private static readonly SampleShape[] Shapes =
    [
        SampleShape.Image(3, 6, 6), SampleShape.Image(1, 5, 5), SampleShape.Image(2, 4, 6), SampleShape.Image(3, 1, 1),
        SampleShape.Vector(4),
    ];

    public static IEnumerable<object[]> Augmentations => Implementations.Of<IAugmentation>();

    public static IEnumerable<object[]> Cases =>
        from row in Augmentations
        from shape in Shapes
        where ((IAugmentation)row[0]).Suits(shape)
        select new object[] { row[0], shape };

    [TestMethod]
    public void Augmentations_AreAllFoundAndSuitSquareImages()
    {
        CollectionAssert.IsSubsetOf(
            AugmentationSets.DiffAugment.Concat(AugmentationSets.Adaptive).Append(new InstanceNoise())
                .Select(augmentation => augmentation.GetType()).Distinct().ToArray(),
            Augmentations.Select(row => row[0].GetType()).ToArray());
        foreach (var row in Augmentations)
            Assert.IsTrue(((IAugmentation)row[0]).Suits(SampleShape.Image(3, 32, 32)), $"{row[0]}");
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Apply_KeepsShapeTypeAndFiniteness(IAugmentation augmentation, SampleShape shape)
    {
        using var scope = NewDisposeScope();
        foreach (var samples in new[] { Samples(shape), Samples(shape).@double() })
        {
            var changed = Apply(augmentation, samples, probability: 0.7);

            CollectionAssert.AreEqual(samples.shape, changed.shape);
            Assert.AreEqual(samples.dtype, changed.dtype);
            AssertTensor.IsFinite(changed);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Apply_WithProbability0_ChangesNoBit(IAugmentation augmentation, SampleShape shape)
    {
        using var scope = NewDisposeScope();
        var samples = Samples(shape);

        AssertTensor.AreClose(samples, Apply(augmentation, samples, probability: 0), tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Augmentations))]
    public void Apply_LeavesTheOriginalAlone(IAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var samples = Samples(Shapes[0]);
        var before = samples.clone();

        Apply(augmentation, samples, probability: 1);

        AssertTensor.AreClose(before, samples, tolerance: 0);
    }

    [TestMethod]
    [DynamicData(nameof(Augmentations))]
    public void Apply_IsAFunctionOfItsSeed(IAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var samples = Samples(Shapes[0], count: 16);
        double[] Changed(ulong seed) => AssertTensor.Values(Apply(augmentation, samples, 0.8, seed));

        CollectionAssert.AreEqual(Changed(4), Changed(4));
        CollectionAssert.AreNotEqual(Changed(4), Changed(5));
    }

    [TestMethod]
    [DynamicData(nameof(Augmentations))]
    public void Apply_WithProbabilityOneHalf_ChangesHalfAsManyAsWith1(IAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var samples = Samples(SampleShape.Image(3, 12, 12), count: 1000);
        double ShareChanged(double probability) =>
            (Apply(augmentation, samples, probability) != samples).flatten(1).@double().amax(1).mean().ToDouble();

        // Chance may hit on the sample itself: a mirroring does so every other time. 0.05 are three deviations.
        var most = ShareChanged(1);
        Assert.IsTrue(most > 0.4, $"{most}");
        Assert.AreEqual(most / 2, ShareChanged(0.5), 0.05);
    }

    [TestMethod]
    [DynamicData(nameof(Augmentations))]
    public void Apply_ChangesEachSampleByItself(IAugmentation augmentation)
    {
        using var scope = NewDisposeScope();
        var samples = Samples(Shapes[0]);
        var others = samples.clone();
        others[1].fill_(0.25);

        var (changed, changedOthers) = (Apply(augmentation, samples, 1), Apply(augmentation, others, 1));

        AssertTensor.AreClose(changed[0], changedOthers[0], tolerance: 0);
        AssertTensor.AreClose(changed[2], changedOthers[2], tolerance: 0);
    }

    /// <summary>The generator learns through the first derivative, a gradient penalty through the second.</summary>
    [TestMethod]
    [DynamicData(nameof(Cases))]
    public void Apply_DifferentiatedOnceAndTwice_AgreesWithFiniteDifferences(
        IAugmentation augmentation, SampleShape shape)
    {
        using var scope = NewDisposeScope();
        var samples = Samples(shape).@double().requires_grad_(true);
        var first = Gradient(samples, Sum);
        var second = Gradient(samples, Penalty);
        Assert.AreNotEqual(0, first.abs().max().ToDouble());
        Assert.AreNotEqual(0, second.abs().max().ToDouble());

        AssertTensor.AreClose(Slopes(Sum), first, tolerance: 1e-6);
        AssertTensor.AreClose(Slopes(Penalty), second, tolerance: 1e-6);

        // A critic that is linear in nothing.
        Tensor Sum(Tensor x) => Apply(augmentation, x, probability: 0.7).tanh().square().sum();
        Tensor Penalty(Tensor x) => Gradient(x, Sum).square().sum();

        double[] Slopes(Func<Tensor, Tensor> function) =>
            [.. Enumerable.Range(0, (int)samples.numel()).Select(index =>
                (At(function, index, Nudge) - At(function, index, -Nudge)) / (2 * Nudge))];

        double At(Func<Tensor, Tensor> function, int index, double change)
        {
            using var inner = NewDisposeScope();
            var near = samples.detach().clone();
            near.flatten(0)[index].add_(change);
            return function(near.requires_grad_(true)).ToDouble();
        }
    }

    private static Tensor Gradient(Tensor samples, Func<Tensor, Tensor> function) =>
        autograd.grad([function(samples)], [samples], retain_graph: true, create_graph: true)[0];

    private static Tensor Apply(IAugmentation augmentation, Tensor samples, double probability, ulong seed = 3)
    {
        using var random = new Generator(seed);
        return augmentation.Apply(samples, new(Step: 7, probability, random));
    }

    private static Tensor Samples(SampleShape shape, int count = 3) => rand(
        [count, .. shape.Dimensions.Select(size => (long)size)], generator: new Generator(8)) * 2 - 1;
}
