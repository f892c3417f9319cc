using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>What controllers are told, and when. A discriminator's logits are the samples themselves.</summary>
[TestClass]
public sealed class ControllerRunnerTests
{
    [TestMethod]
    public void Adjust_TellsTheMeansOverAllUpdatesSinceTheLastLook()
    {
        using var scope = NewDisposeScope();
        List<ControllerInput> seen = [];
        using var control = Of(new SpyController(seen.Add, interval: 2));

        // Signs (1 − 1 + 1 + 0)/4, and 1 > 0, −2 < 0, 3 < 5, 0 > −1: a half.
        Observe(control, [1, -2, 3, 0], [0, 0, 5, -1]);
        control.Adjust(1, []);
        Assert.IsEmpty(seen);

        // Two more updates in one step: signs 1 and −1; all and none of the pairs.
        Observe(control, [1, 2, 3, 4], [0, 0, 0, 0]);
        Observe(control, [-1, -2, -3, -4], [0, 0, 0, 0]);
        control.Adjust(2, []);

        Assert.AreEqual((2L, 12L), (seen.Single().Step, seen[0].Samples));
        Assert.AreEqual(0.25 / 3, seen[0].RealSign, 1e-12);
        Assert.AreEqual(1.5 / 3, seen[0].Accuracy, 1e-12);

        // What was seen before the last look is done with.
        Observe(control, [5, 5], [0, 9]);
        control.Adjust(3, []);
        Observe(control, [-5, 5], [0, 0]);
        control.Adjust(4, []);
        Assert.AreEqual((4L, 4L), (seen[^1].Step, seen[^1].Samples));
        Assert.AreEqual(0.5, seen[^1].RealSign, 1e-12);
        Assert.AreEqual(0.5, seen[^1].Accuracy, 1e-12);
    }

    [TestMethod]
    public void Adjust_OfSeveralControllers_KeepsAnIntervalAndALastLookForEach()
    {
        using var scope = NewDisposeScope();
        List<(long Step, long Samples, double Sign)> second = [], third = [];
        using var control = Of(
            new SpyController(seen => second.Add((seen.Step, seen.Samples, seen.RealSign)), interval: 2),
            new SpyController(seen => third.Add((seen.Step, seen.Samples, seen.RealSign)), interval: 3));

        for (var step = 1; step <= 6; step++)
        {
            Observe(control, [step % 2 == 0 ? 1 : -1], [0]);
            control.Adjust(step, []);
        }

        CollectionAssert.AreEqual(new[] { (2L, 2L, 0.0), (4, 2, 0), (6, 2, 0) }, second);
        Assert.AreEqual((3L, 3L), (third[0].Step, third[0].Samples));
        Assert.AreEqual((6L, 3L), (third[1].Step, third[1].Samples));
        Assert.AreEqual(-1 / 3.0, third[0].Sign, 1e-12);
        Assert.AreEqual(1 / 3.0, third[1].Sign, 1e-12);
    }

    [TestMethod]
    public void Adjust_OfSeveralControllers_HandsOnWhatThoseBeforeHaveSet()
    {
        using var scope = NewDisposeScope();
        using var control = Of(
            new SpyController((controls, _) => controls with { GeneratorSteps = controls.GeneratorSteps + 1 }),
            new SpyController((controls, _) => controls with { LearningRateFactor = 1.0 / controls.GeneratorSteps }));

        Observe(control, [1], [0]);
        control.Adjust(1, []);

        Assert.AreEqual(new TrainingControls { GeneratorSteps = 2, LearningRateFactor = 0.5 }, control.Current);
    }

    [TestMethod]
    public void Current_BeginsWithTheOptionsAndWhatControllersBeginWith()
    {
        using var scope = NewDisposeScope();
        using var plain = new ControllerRunner(Some.Options with { DiscriminatorSteps = 3 }, CPU);
        using var adaptive = Of(new AdaptiveAugmentation());

        Assert.AreEqual(new TrainingControls { DiscriminatorSteps = 3 }, plain.Current);
        Assert.AreEqual(new TrainingControls { AugmentationProbability = 0 }, adaptive.Current);
    }

    [TestMethod]
    public void Samples_OfPacks_AreCountedOneByOne()
    {
        using var scope = NewDisposeScope();
        ControllerInput? seen = null;
        using var control = new ControllerRunner(
            Some.Options with { Packing = 4, Controllers = [new SpyController(now => seen = now)] }, CPU);

        Observe(control, [1, 2], [0, 0]);
        control.Adjust(1, []);

        Assert.AreEqual(8, seen!.Samples);
    }

    [TestMethod]
    public void Reports_AreHandedOn()
    {
        using var scope = NewDisposeScope();
        StepReport[] reports = [new(1, 0, 0, 0, 0, 0, 0)];
        ControllerInput? seen = null;
        using var control = Of(new SpyController(now => seen = now));

        Observe(control, [1], [0]);
        control.Adjust(1, reports);

        Assert.AreSame(reports, seen!.Reports);
    }

    private static ControllerRunner Of(params IController[] controllers) =>
        new(Some.Options with { Controllers = controllers }, CPU);

    private static void Observe(ControllerRunner control, float[] real, float[] fake) =>
        control.Observe(DiscriminatorPass.Of(Some.Only(x => x), tensor(real)), DiscriminatorPass.Of(Some.Only(x => x), tensor(fake)));
}
