using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>What controllers set is what the run does.</summary>
[TestClass]
public sealed class ControllerEffectTests
{
    [TestMethod]
    public void AdaptiveUpdateRatio_WithAHopelessDiscriminator_GivesItMoreUpdates()
    {
        var (discriminator, generator) = Updates(logits: samples => zeros(samples.shape[0]), steps: 5);

        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4, 4 }, discriminator);
        CollectionAssert.AreEqual(new[] { 1, 1, 1, 1, 1 }, generator);
    }

    [TestMethod]
    public void AdaptiveUpdateRatio_WithADiscriminatorThatAlwaysWins_GivesTheGeneratorMoreUpdates()
    {
        // All of the data lie beyond 50, where no fake does.
        var (discriminator, generator) = Updates(logits: samples => samples.flatten(1).mean([1]), steps: 5, shift: 100);

        CollectionAssert.AreEqual(new[] { 1, 1, 1, 1, 1 }, discriminator);
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4, 4 }, generator);
    }

    [TestMethod]
    public void ReduceLearningRateOnPlateau_HalvesTheRateThatUpdatesTake()
    {
        // Steps of plain descent with a gradient of 1, so that the weight's changes are the rates.
        var spy = new SpyArchitecture(Some.Options.Architecture);
        List<double> places = [];
        List<StepReport> reports = [];
        Trained.Run(Some.Options with
        {
            Architecture = spy,
            Steps = 7,
            Regularizers = [],
            Loss = new SumOfWeights(spy),
            Optimizer = new Sgd { LearningRate = 0.01 },
            Controllers = [new ReduceLearningRateOnPlateau { Watch = new("nothing", _ => 1), Patience = 2, Interval = 1 }],
        }, monitors: [new SpyMonitor(report =>
            {
                reports.Add(report);
                places.Add(SpyArchitecture.Weights(spy.Generators[0])[0]);
            })]);

        // The first report is a least; two more make the first plateau, after step 3; then every two.
        double[] expected = [1, 1, 1, 0.5, 0.5, 0.25, 0.25];
        CollectionAssert.AreEqual(expected, reports.Select(report => report.Controls.LearningRateFactor).ToArray());
        for (var step = 1; step < 7; step++)
            Assert.AreEqual(0.01 * expected[step], places[step - 1] - places[step], 1e-6, $"step {step}");
    }

    [TestMethod]
    public void AdaptiveAugmentation_WithRealLogitsAllPositive_AugmentsMoreAndMore()
    {
        List<double> drawn = [];
        List<double?> reported = [];
        Trained.Run(Some.Options with
        {
            Architecture = new GivenDiscriminator(samples => ones(samples.shape[0])),
            Steps = 6,
            Regularizers = [],
            Augmentations = [new SpyAugmentation((samples, draw) => { drawn.Add(draw.Probability); return samples; })],
            Controllers = [new AdaptiveAugmentation { Ramp = 80, Most = 0.35, Interval = 1 }],
        }, monitors: [new SpyMonitor(report => reported.Add(report.Controls.AugmentationProbability))]);

        // Eight samples a step of a ramp of eighty.
        double[] expected = [0, 0.1, 0.2, 0.3, 0.35, 0.35];
        foreach (var (step, probability) in expected.Index())
            Assert.AreEqual(probability, reported[step]!.Value, 1e-12, $"step {step}");

        // Nothing is changed in the first step; later ones look at real and fake, in both turns.
        CollectionAssert.AreEqual(
            reported.Skip(1).SelectMany(value => Enumerable.Repeat(value!.Value, 4)).ToArray(), drawn);
    }

    [TestMethod]
    public void Controls_OfNoController_StayThoseOfTheOptions()
    {
        List<TrainingControls> reported = [];
        Trained.Run(Some.Options with
        {
            DiscriminatorSteps = 2,
        }, monitors: [new SpyMonitor(report => reported.Add(report.Controls))]);

        Assert.HasCount(10, reported);
        Assert.AreEqual(new TrainingControls { DiscriminatorSteps = 2 }, reported.Distinct().Single());
    }

    /// <summary>The updates of each player in every step.</summary>
    private static (int[] Discriminator, int[] Generator) Updates(
        Func<Tensor, Tensor> logits, int steps, double shift = 0)
    {
        int[] discriminator = new int[steps], generator = new int[steps];
        var step = 0;
        using var places = NewDisposeScope();
        using var samples = new SampleSet(
            (shift + rand([64, 2], generator: new Generator(1))).DetachFromDisposeScope());
        Trained.Run(
            Some.Options with
            {
                Architecture = new GivenDiscriminator(logits),
                Steps = steps,
                Regularizers = [],
                Average = new ExponentialMovingAverage { Decay = 0 },
                Loss = new SpyLoss(new NonSaturatingLoss(), _ => discriminator[step]++, _ => generator[step]++),
                Controllers = [new AdaptiveUpdateRatio { Interval = 1 }],
            },
            samples: samples, monitors: [new SpyMonitor(_ => { step++; })]);
        return (discriminator, generator);
    }
}
