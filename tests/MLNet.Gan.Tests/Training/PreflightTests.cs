using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>
/// Options that do not go together are refused before a row is read, by a message that names the option, its value and
/// the cure.
/// </summary>
[TestClass]
public sealed class PreflightTests
{
    private static readonly SampleShape Square = SampleShape.Image(1, 8, 8);

    [TestMethod]
    public void HorizontalFlips_OfVectors_AreRefused() => AssertRefused(
        TestData.Options with { HorizontalFlips = true },
        "HorizontalFlips mirrors images, but the shape is Vector(2). Leave it false.");

    [TestMethod]
    public void Standardizes_OfImages_IsRefused() => AssertRefused(
        TestData.Options with { Shape = Square, Standardizes = true },
        "Standardizes is for vectors, but the shape is Image(1, 8, 8), whose values lie in [−1, 1] already. "
            + "Leave it false.");

    [TestMethod]
    public void BalanceClasses_WithoutClasses_IsRefused() => AssertRefused(
        TestData.Options with { BalanceClasses = true },
        "BalanceClasses draws every class equally often, but LabelColumnName is not set. Name the column of classes, or leave it false.");

    [TestMethod]
    public void Augmentation_ThatDoesNotSuitTheShape_IsRefused() => AssertRefused(
        TestData.Options with { Augmentations = [new InstanceNoise(), new FlipAugmentation()] },
        $"Augmentations has {new FlipAugmentation()}, which cannot change Vector(2). Leave it out.");

    [TestMethod]
    public void AdaptiveAugmentation_WithoutAugmentations_IsRefused() => AssertRefused(
        TestData.Options with { Controllers = [new AdaptiveAugmentation()] },
        "Controllers has AdaptiveAugmentation, but Augmentations is empty. "
            + "Set Augmentations, for example to AugmentationSets.Adaptive.");

    [TestMethod]
    public void ReduceLearningRateOnPlateau_Twice_IsRefused() => AssertRefused(
        TestData.Options with { Controllers = [new ReduceLearningRateOnPlateau(), new ReduceLearningRateOnPlateau { Patience = 3 }] },
        "Controllers has more than one ReduceLearningRateOnPlateau, of which only the last would count. Keep one of them.");

    [TestMethod]
    public void Packing_ThatDoesNotDivideTheBatch_IsRefused() => AssertRefused(
        TestData.Options with { Packing = 3 },
        "Packing is 3, which does not divide the BatchSize of 8. Choose a BatchSize that is a multiple of 3.");

    [TestMethod]
    public void Packing_OfAGrowingArchitecture_IsRefused() => AssertRefused(
        TestData.Options with { Shape = Square, Architecture = new ProgressiveGan(), Packing = 2 },
        "Packing is 2, but the batches of ProgressiveGan change their size. Leave it 1, or use another architecture.");

    [TestMethod]
    public void RegularizerOfClasses_WithoutClasses_IsRefused() => AssertRefused(
        TestData.Options with { Regularizers = [new R1Penalty(), new AuxiliaryClassifier()] },
        $"Regularizers has {new AuxiliaryClassifier()}, which needs classes, but LabelColumnName is not set. "
            + "Name the column of classes, or leave it out.");

    [TestMethod]
    public void SameHead_Twice_IsRefused() => AssertRefused(
        TestData.Options with
        {
            LabelColumnName = "Label",
            Regularizers = [new AuxiliaryClassifier(), new AuxiliaryClassifier { Weight = 2 }],
        },
        "Two Regularizers need the discriminator's head 'classes'. Leave one of them out.");

    [TestMethod]
    public void Identification_OfOneGenerator_IsRefused() => AssertRefused(
        TestData.Options with { Regularizers = [new GeneratorIdentification()] },
        "Regularizers has GeneratorIdentification of 4 generators, but the Architecture Mlp has one. "
            + "Wrap it as the Inner of MultipleGenerators, or leave it out.");

    [TestMethod]
    public void Identification_OfAnotherNumberOfGenerators_IsRefused() => AssertRefused(
        TestData.Options with
        {
            Architecture = new MultipleGenerators { Count = 3 },
            Regularizers = [new GeneratorIdentification { Generators = 5 }],
        },
        "Regularizers has GeneratorIdentification of 5 generators, but MultipleGenerators has 3. Set Generators to 3.");

    [TestMethod]
    public void Identification_OfPacks_IsRefused() => AssertRefused(
        TestData.Options with
        {
            Architecture = new MultipleGenerators(),
            Regularizers = [new GeneratorIdentification()],
            Packing = 2,
        },
        "Packing is 2, but GeneratorIdentification needs the generator of each sample, and the samples of a pack have "
            + "several. Leave it 1, or leave GeneratorIdentification out.");

    [TestMethod]
    public void Downsampling_OfVectors_IsRefused() => AssertRefused(
        TestData.Options with { AuxiliaryDiscriminators = [new()] },
        "AuxiliaryDiscriminators has one with a Downsampling of 2, which does not divide the sides of Vector(2). "
            + "Choose 1, or a divisor of both sides of an image.");

    [TestMethod]
    [DataRow(9, 6)]
    [DataRow(6, 9)]
    public void Downsampling_ThatDoesNotDivideASide_IsRefused(int height, int width) => AssertRefused(
        TestData.Options with { Shape = SampleShape.Image(1, height, width), AuxiliaryDiscriminators = [new()] },
        "AuxiliaryDiscriminators has one with a Downsampling of 2, which does not divide the sides of "
            + $"Image(1, {height}, {width}). Choose 1, or a divisor of both sides of an image.");

    [TestMethod]
    public void Downsampling_ForADiscriminatorThatGrows_IsRefused() => AssertRefused(
        TestData.Options with
        {
            Shape = SampleShape.Image(1, 16, 16),
            Architecture = new ProgressiveGan(),
            AuxiliaryDiscriminators = [new()],
        },
        "AuxiliaryDiscriminators has one with a Downsampling of 2, but ProgressiveGan grows, and at another size it "
            + "cannot grow in step. Choose 1, or give it an Architecture of one size.");

    [TestMethod]
    public void Features_OfADiscriminatorThatTellsNone_AreRefused() => AssertRefused(
        TestData.Options with
        {
            Architecture = new GivenDiscriminator(samples => samples.sum(1)),
            Regularizers = [new FeatureMatching()],
        },
        $"Regularizers has {new FeatureMatching()}, which needs a discriminator's features, but Given does not "
            + "return them. Implement IFeatureDiscriminator on it, or build it as a Discriminator.");

    [TestMethod]
    public void Heads_OfADiscriminatorThatTellsNoFeatures_AreRefused() => AssertRefused(
        TestData.Options with
        {
            LabelColumnName = "Label",
            Architecture = new GivenDiscriminator(samples => samples.sum(1)),
            Regularizers = [new AuxiliaryClassifier()],
        },
        $"Regularizers has {new AuxiliaryClassifier()}, which needs a discriminator's features, but Given does not "
            + "return them. Implement IFeatureDiscriminator on it, or build it as a Discriminator.");

    [TestMethod]
    public void PenaltyOfSingleSamples_WithABatchNormalizedDiscriminator_IsRefused() => AssertRefused(
        TestData.Options with { Architecture = new Normalized(), Regularizers = [new WganGpPenalty()] },
        $"Regularizers has {new WganGpPenalty()}, which differentiates by single samples, but Discriminator normalizes "
            + "by the batch. Use a discriminator without batch normalization, or leave the penalty out.");

    [TestMethod]
    public void PenaltyOfSingleSamples_WithABatchNormalizedAuxiliary_IsRefused() => AssertRefused(
        TestData.Options with
        {
            AuxiliaryDiscriminators = [new() { Downsampling = 1, Architecture = new Normalized() }],
            Regularizers = [new WganGpPenalty()],
        },
        $"Regularizers has {new WganGpPenalty()}, which differentiates by single samples, but Discriminator normalizes "
            + "by the batch. Use a discriminator without batch normalization, or leave the penalty out.");

    [TestMethod]
    public void DifferentiatedUnrolling_OfUnknownLayers_IsRefused() => AssertRefused<NotSupportedException>(
        TestData.Options with
        {
            Architecture = new Normalized(),
            Regularizers = [],
            Unrolling = new() { IsDifferentiated = true },
        },
        "The network cannot be differentiated through its own updates, since its layer BatchNormalization keeps "
            + "parameters that are not of NetworkSpec.Weight or NetworkSpec.Bias. Use Mlp, or leave "
            + "Unrolling.IsDifferentiated false.");

    [TestMethod]
    public void Generator_WithoutAnOnnxForm_IsRefused() => AssertRefused<NotSupportedException>(
        TestData.Options with { Architecture = new Unwritten() },
        "The generator Silent has no ONNX form. Implement IOnnxNetwork on it, or build it as a ConditionalGenerator.");

    [TestMethod]
    public void Generator_AmongSeveralWithoutAnOnnxForm_IsRefused() => AssertRefused<NotSupportedException>(
        TestData.Options with { Architecture = new MultipleGenerators { Inner = new Unwritten() } },
        "The generator Silent has no ONNX form. Implement IOnnxNetwork on it, or build it as a ConditionalGenerator.");

    [TestMethod]
    public void Options_ThatGoTogether_AreTrained()
    {
        var options = TestData.Options with
        {
            Architecture = new MultipleGenerators { Inner = new Mlp { LatentSize = 3, Width = 8 } },
            Regularizers = [new GeneratorIdentification(), new FeatureMatching()],
            AuxiliaryDiscriminators = [new() { Downsampling = 1 }],
            Augmentations = [new InstanceNoise()],
            Controllers = [new AdaptiveAugmentation()],
            Unrolling = new() { Steps = 1, IsDifferentiated = true },
            Standardizes = true,
        };

        using var model = TestData.Context.Gan.Trainers.Gan(options).Fit(TestData.Points(10));

        TestData.AssertDistinct(TestData.Read(model.Generate(20)));
    }

    private static void AssertRefused(GanOptions options, string message) =>
        AssertRefused<InvalidOperationException>(options, message);

    private static void AssertRefused<T>(GanOptions options, string message) where T : Exception
    {
        var size = options.Shape.Size;
        var rows = Enumerable.Range(0, 10).Select(_ => new AnyRow { Features = new float[size], Label = 0 });
        var view = new CountingView(TestData.Context.Data.LoadFromEnumerable(rows.ToArray()));

        var error = Assert.ThrowsExactly<T>(() => TestData.Context.Gan.Trainers.Gan(options).Fit(view));

        Assert.AreEqual(message, error.Message);
        Assert.AreEqual(0, view.RowsRead);
    }

    public sealed class AnyRow
    {
        public float[] Features { get; set; } = [];

        [Microsoft.ML.Data.KeyType(2)]
        public uint Label { get; set; }
    }

    /// <summary>An architecture whose discriminator normalizes by the batch.</summary>
    private sealed class Normalized : IArchitecture
    {
        private readonly Mlp _inner = new() { Width = 8 };

        public int LatentSize => _inner.LatentSize;

        public bool IsBounded(SampleShape shape) => false;

        public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => _inner.CreateGenerator(spec);

        public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec)
        {
            var features = new Sequential(new Linear(spec, spec.Shape.Size, 3, gain: 1), new BatchNormalization(spec, 3));
            return new Discriminator(spec, features, featureSize: 3);
        }
    }

    /// <summary>An architecture whose generator cannot be exported.</summary>
    private sealed class Unwritten : IArchitecture
    {
        public int LatentSize => 2;

        public bool IsBounded(SampleShape shape) => false;

        public nn.Module<Tensor, Tensor?, Tensor> CreateGenerator(NetworkSpec spec) => new Silent();

        public nn.Module<Tensor, Tensor?, Tensor> CreateDiscriminator(NetworkSpec spec) =>
            new Mlp().CreateDiscriminator(spec);
    }

    private sealed class Silent() : nn.Module<Tensor, Tensor?, Tensor>(nameof(Silent))
    {
        public override Tensor forward(Tensor latents, Tensor? labels) => latents;
    }
}
