using MLNet.Gan.Tests.Pipelines;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

[TestClass]
public sealed class AugmenterTests
{
    [TestMethod]
    public void Apply_ToPacks_AugmentsEachSampleOnItsOwn()
    {
        using var scope = NewDisposeScope();
        var augmenter = Of(
            packing: 2, new SpyAugmentation((samples, _) => samples + 10 * arange(4, ScalarType.Float32).unsqueeze(1)));

        var changed = augmenter.Apply(arange(8, ScalarType.Float32).reshape(2, 4), step: 0, probability: null);

        // Samples (0, 1), (2, 3), (4, 5), (6, 7) with 0, 10, 20 and 30 added.
        AssertTensor.AreClose(tensor([0f, 1, 12, 13, 24, 25, 36, 37]).reshape(2, 4), changed, tolerance: 0);
    }

    [TestMethod]
    public void Apply_GoesInOrderAndTellsTheCircumstances()
    {
        using var scope = NewDisposeScope();
        List<(long Step, double Probability)> told = [];
        using var random = new Generator(1);
        var options = Some.Options with
        {
            AugmentationProbability = Schedule.Linear(0, 1, 10),
            Augmentations =
            [
                new SpyAugmentation((samples, draw) =>
                {
                    told.Add((draw.Step, draw.Probability));
                    Assert.AreSame(random, draw.Random);
                    return samples + 1;
                }),
                new SpyAugmentation((samples, _) => samples * 2),
            ],
        };
        var augmenter = new Augmenter(options, new Packing(1), random);

        AssertTensor.AreClose([8], augmenter.Apply(tensor([3f]).reshape(1, 1), step: 4, probability: null).flatten(0));
        augmenter.Apply(tensor([3f]).reshape(1, 1), step: 5, probability: 0.25);

        CollectionAssert.AreEqual(new[] { (4L, 0.4), (5, 0.25) }, told);
    }

    [TestMethod]
    [DataRow(0.0, null)]
    [DataRow(1.0, 0.0)]
    public void Apply_WithProbability0_AsksNobody(double scheduled, double? controlled)
    {
        using var scope = NewDisposeScope();
        var options = Some.Options with
        {
            AugmentationProbability = scheduled,
            Augmentations = [new SpyAugmentation((_, _) => throw new AssertFailedException("It was asked."))],
        };
        var packs = ones(2, 2);

        Assert.AreSame(packs, new Augmenter(options, new Packing(1), new Generator(1)).Apply(packs, 0, controlled));
    }

    [TestMethod]
    public void Run_ShowsItToDiscriminatorsAloneAndAtEveryLook()
    {
        List<double> seen = [];
        Trained.Run(Still with
        {
            Architecture = new GivenDiscriminator(samples =>
            {
                seen.Add(samples.detach().flatten(1).mean([1]).min().ToDouble());
                return zeros(samples.shape[0]);
            }),
            Regularizers = [new SpyRegularizer(Asked: round =>
            {
                // What regularizers are handed is what was drawn, not what discriminators see of it.
                Assert.IsTrue(round.Real.Samples.max().ToDouble() < 50);
                Assert.IsTrue(round.Fake.Samples.max().ToDouble() < 50);
            })],
        });

        Assert.HasCount(40, seen);
        Assert.IsTrue(seen.All(least => least > 50), $"{seen.Min()}");
    }

    [TestMethod]
    public void GeneratedSamples_AndSnapshots_AreThoseOfTheGeneratorItself()
    {
        var options = TestData.Options with
        {
            Augmentations = Still.Augmentations,
            Optimizer = new Adam { LearningRate = 0 },
            Average = new ExponentialMovingAverage { Decay = 0 },
            ReportInterval = 1,
        };
        var run = new RunOptions { Snapshots = new() { Interval = 1, Count = 20 } };
        using var model = TestData.Context.Gan.Trainers.Gan(options, run).Fit(TestData.Points(10));
        using var plain = TestData.Context.Gan.Trainers.Gan(options with { Augmentations = [] }, run).Fit(TestData.Points(10));

        // Nothing is learned, so the generators are those of the seed.
        TestData.AssertSame(TestData.Read(plain.Generate(20)), TestData.Read(model.Generate(20)));
        TestData.AssertSame(plain.Run!.Snapshots[^1].Samples, model.Run!.Snapshots[^1].Samples);
    }

    /// <summary>A hundred is added to all that discriminators see.</summary>
    private static GanOptions Still => Some.Options with
    {
        Augmentations = [new SpyAugmentation((samples, _) => samples + 100)],
    };

    private static Augmenter Of(int packing, SpyAugmentation augmentation) =>
        new(Some.Options with { Augmentations = [augmentation] }, new Packing(packing), new Generator(1));
}
