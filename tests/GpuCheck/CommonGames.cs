using MLNet.Gan;

namespace GpuCheck;

/// <summary>The options that points and images alike can be trained with.</summary>
internal static class CommonGames
{
    public static IEnumerable<(string Name, GanOptions Options)> Of(GanOptions plain)
    {
        yield return ("plain", plain);
        yield return ("saturating", plain with { Loss = new SaturatingLoss() });
        yield return ("least squares", plain with { Loss = new LeastSquaresLoss() });
        yield return ("hinge", plain with { Loss = new HingeLoss() });
        yield return ("relativistic average", plain with { Loss = new RelativisticAverageLoss() });
        yield return ("R1", With(plain, new R1Penalty()));
        yield return ("R1 and R2, relativistic", With(plain, new R1Penalty(), new R2Penalty()) with { Loss = new RelativisticPairingLoss() });
        yield return ("WGAN-GP", With(plain, new WganGpPenalty()) with { Loss = new WassersteinLoss(), DiscriminatorSteps = 2 });
        yield return ("DRAGAN", With(plain, new DraganPenalty()));
        yield return ("zero-centered", With(plain, new ZeroCenteredGradientPenalty()));
        yield return ("consensus", With(plain, new ConsensusPenalty()));
        yield return ("orthogonal penalty", With(plain, new OrthogonalPenalty()));
        yield return ("feature matching", With(plain, new FeatureMatching()));
        yield return ("classes, auxiliary classifier", With(plain, new AuxiliaryClassifier()) with { LabelColumnName = Data.Label });
        yield return ("classes by projection", plain with { LabelColumnName = Data.Label });
        yield return ("spectral normalization", plain with { DiscriminatorWeights = new SpectralNormalization() });
        yield return ("equalized learning rate", plain with
        {
            GeneratorWeights = new EqualizedLearningRate(),
            DiscriminatorWeights = new EqualizedLearningRate(),
        });
        yield return ("minibatch discrimination", plain with { MinibatchFeature = new MinibatchDiscrimination() });
        yield return ("minibatch deviation", plain with { MinibatchFeature = new MinibatchStandardDeviation() });
        yield return ("packing", plain with { Packing = 2 });
        yield return ("four generators, identified", With(plain, new GeneratorIdentification()) with
        {
            Architecture = new MultipleGenerators { Inner = plain.Architecture },
        });
        yield return ("unrolling", plain with { Unrolling = new() { Steps = 2 } });
        yield return ("second discriminator", plain with { AuxiliaryDiscriminators = [new() { Downsampling = plain.Shape.IsImage ? 2 : 1 }] });
        yield return ("rules", plain with
        {
            GeneratorUpdateHooks = [new GradientNormClipping(), new WeightDecay()],
            DiscriminatorUpdateHooks = [new GradientValueClipping(), new WeightClipping()],
        });
        yield return ("RMSprop and SGD", plain with
        {
            GeneratorOptimizer = new RmsProp(),
            DiscriminatorOptimizer = new Sgd { Momentum = 0.9, LearningRate = 1e-3 },
        });
        yield return ("Adam with momentum and optimistic Adam", plain with
        {
            GeneratorOptimizer = new Adam { Beta1 = 0.5 },
            DiscriminatorOptimizer = new OptimisticAdam(),
        });
        yield return ("instance noise", plain with { Augmentations = [new InstanceNoise()] });
        yield return ("half-life average", plain with { Average = new HalfLifeAverage() });
        yield return ("tail average", plain with { Average = new TailAverage { Interval = 1, Count = 2 } });
        yield return ("controllers", plain with
        {
            Controllers = [new AdaptiveUpdateRatio { Interval = 1 }, new ReduceLearningRateOnPlateau { Interval = 1 }],
        });
    }

    private static GanOptions With(GanOptions plain, params IRegularizer[] regularizers) =>
        plain with { Regularizers = regularizers };
}
