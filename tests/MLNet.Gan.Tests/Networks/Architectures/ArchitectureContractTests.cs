using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Architectures;

/// <summary>What every architecture must do, with classes and without. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class ArchitectureContractTests
{
    private static readonly SampleShape Shape = SampleShape.Image(3, 32, 32);

    public static IEnumerable<object[]> All =>
        Implementations.Of<IArchitecture>().Append([new Mlp { IsResidual = true }]);

    public static IEnumerable<object[]> Architectures =>
        from row in All
        from classes in (int[])[0, 3]
        select new object[] { row[0], classes };

    [TestMethod]
    public void Architectures_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(Mlp), typeof(Dcgan), typeof(SnganResNet), typeof(ProgressiveGan), typeof(R3Gan) }, All.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Networks_MapLatentsToSamplesToLogits(IArchitecture architecture, int classes)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(Shape, classes);
        using var generator = architecture.CreateGenerator(spec);
        using var discriminator = architecture.CreateDiscriminator(spec);
        var labels = classes > 0 ? tensor([0L, 2, 1, 2, 0]) : null;

        var samples = generator.forward(randn(5, architecture.LatentSize), labels);
        var logits = discriminator.forward(samples + randn(samples.shape, generator: new Generator(3)), labels);

        CollectionAssert.AreEqual(new long[] { 5, 3, 32, 32 }, samples.shape);
        CollectionAssert.AreEqual(new long[] { 5 }, logits.shape);
        AssertTensor.IsFinite(samples);
        AssertTensor.IsFinite(logits);
        Assert.IsTrue(samples.std().ToDouble() > 0.05, "The samples hardly vary.");
        Assert.IsTrue(logits.std().ToDouble() > 1e-3, "The logits hardly vary.");
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void BoundedGenerator_StaysWithinMinus1And1(IArchitecture architecture, int classes)
    {
        using var scope = NewDisposeScope();
        using var generator = architecture.CreateGenerator(Some.Spec(Shape, classes));
        Assert.IsTrue(architecture.IsBounded(Shape), $"{architecture} promises nothing of images.");

        var samples = generator.forward(1000 * randn(4, architecture.LatentSize), classes > 0 ? zeros(4, dtype: ScalarType.Int64) : null);

        Assert.IsTrue(samples.abs().max().ToDouble() <= 1);
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void Labels_ChangeWhatBothNetworksSay(IArchitecture architecture)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(Shape, classes: 3);
        using var generator = architecture.CreateGenerator(spec);
        using var discriminator = architecture.CreateDiscriminator(spec);
        generator.eval();
        var latents = randn([2, architecture.LatentSize], generator: spec.Random);
        var samples = randn([2, 3, 32, 32], generator: spec.Random);
        var (first, second) = (zeros(2, dtype: ScalarType.Int64), ones(2, dtype: ScalarType.Int64));

        Assert.IsTrue((generator.forward(latents, first) - generator.forward(latents, second)).abs().max().ToDouble() > 1e-3);
        Assert.IsTrue((discriminator.forward(samples, first) - discriminator.forward(samples, second)).abs().min().ToDouble() > 1e-4);
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Networks_OfEqualSeeds_AreEqual(IArchitecture architecture, int classes)
    {
        double[] Weights(ulong seed)
        {
            var spec = Some.Spec(Shape, classes, seed);
            using var generator = architecture.CreateGenerator(spec);
            using var discriminator = architecture.CreateDiscriminator(spec);
            return [.. generator.parameters().Concat(discriminator.parameters()).SelectMany(AssertTensor.Values)];
        }

        var weights = Weights(7);

        CollectionAssert.AreEqual(weights, Weights(7));
        CollectionAssert.AreNotEqual(weights, Weights(8));
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Gradients_ReachEveryParameterOfBothNetworks(IArchitecture architecture, int classes)
    {
        using var scope = NewDisposeScope();
        var spec = Some.Spec(Shape, classes);
        using var generator = architecture.CreateGenerator(spec);
        using var discriminator = architecture.CreateDiscriminator(spec);
        var labels = classes > 0 ? tensor([0L, 1, 2, 2]) : null;

        // A layer that begins with zeros lets nothing through to those in front of it.
        using (no_grad())
            foreach (var parameter in generator.parameters().Concat(discriminator.parameters()))
                parameter.add_(0.05 * randn(parameter.shape, generator: new Generator(3)));

        // The last component takes values of all four quarters of N(0, 1), so each of four generators makes a sample.
        var latents = randn(4, architecture.LatentSize);
        latents.select(1, -1).copy_(tensor([-2f, -0.5f, 0.5f, 2f]));
        foreach (var phase in Phases(architecture))
        {
            (generator as IGrowingNetwork)?.GrowTo(phase!);
            (discriminator as IGrowingNetwork)?.GrowTo(phase!);
            discriminator.forward(generator.forward(latents, labels), labels).square().sum().backward();
        }

        foreach (var (name, parameter) in generator.named_parameters().Concat(discriminator.named_parameters()))
        {
            Assert.IsNotNull(parameter.grad, name);
            AssertTensor.IsFinite(parameter.grad, name);
            Assert.AreNotEqual(0, parameter.grad.abs().max().ToDouble(), name);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Discriminator_CanBeDifferentiatedTwice(IArchitecture architecture, int classes)
    {
        using var scope = NewDisposeScope();
        using var discriminator = architecture.CreateDiscriminator(Some.Spec(Shape, classes));
        var samples = randn([4, 3, 32, 32], generator: new Generator(2)).requires_grad_();
        var logits = discriminator.forward(samples, classes > 0 ? tensor([0L, 1, 2, 2]) : null);

        var slopes = autograd.grad([logits.sum()], [samples], retain_graph: true, create_graph: true)[0];
        slopes.square().sum().backward();

        // A penalty on slopes moves the head, which every logit is proportional to.
        var head = discriminator.named_parameters().Single(item => item.name.EndsWith("head.weight.raw", StringComparison.Ordinal));
        Assert.IsTrue(slopes.abs().max().ToDouble() > 0);
        AssertTensor.IsFinite(head.parameter.grad!);
        Assert.AreNotEqual(0, head.parameter.grad!.abs().max().ToDouble());
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Discriminator_JudgesAsItAnswers(IArchitecture architecture, int classes)
    {
        using var scope = NewDisposeScope();
        using var discriminator = architecture.CreateDiscriminator(Some.Spec(Shape, classes) with { Heads = [new("angle", 2)] });
        var (samples, labels) = (randn(4, 3, 32, 32), classes > 0 ? tensor([0L, 1, 2, 2]) : null);

        var output = ((IFeatureDiscriminator)discriminator).ForwardWithFeatures(samples, labels);

        AssertTensor.AreClose(discriminator.forward(samples, labels), output.Logits);
        CollectionAssert.AreEqual(new long[] { 4, 2 }, output.Heads["angle"].shape);
    }

    [TestMethod]
    [DynamicData(nameof(All))]
    public void GrowingArchitecture_HasNetworksThatGrow(IArchitecture architecture)
    {
        using var generator = architecture.CreateGenerator(Some.Spec(Shape));
        using var discriminator = architecture.CreateDiscriminator(Some.Spec(Shape));

        Assert.AreEqual(architecture is IGrowingArchitecture, generator is IGrowingNetwork);
        Assert.AreEqual(architecture is IGrowingArchitecture, discriminator is IGrowingNetwork);
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Generator_HasAnOnnxForm(IArchitecture architecture, int classes)
    {
        using var generator = architecture.CreateGenerator(Some.Spec(Shape, classes));

        Assert.IsInstanceOfType<IOnnxNetwork>(generator);
    }

    [TestMethod]
    [DynamicData(nameof(Architectures))]
    public void Networks_OwnNoScopesTensors(IArchitecture architecture, int classes)
    {
        nn.Module<Tensor, Tensor?, Tensor> generator;
        using (NewDisposeScope())
            generator = architecture.CreateGenerator(Some.Spec(Shape, classes));

        // The scope is gone; parameters and buffers live on with their network.
        using (NewDisposeScope())
            AssertTensor.IsFinite(generator.forward(randn(2, architecture.LatentSize), classes > 0 ? tensor([0L, 1]) : null));
        generator.Dispose();
    }

    /// <summary>A phase of every level, or null alone where nothing grows.</summary>
    private static Phase?[] Phases(IArchitecture architecture) => architecture is IGrowingArchitecture growing
        ? [.. Enumerable.Range(0, growing.PhaseAt(long.MaxValue / 2, Shape).Level + 1).Select(level => new Phase(level, 1, 1))]
        : [null];
}
