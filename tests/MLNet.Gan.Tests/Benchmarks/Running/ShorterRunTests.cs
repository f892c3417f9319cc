using MLNet.Gan.Benchmarks.Running;

namespace MLNet.Gan.Tests.Benchmarks.Running;

[TestClass]
public sealed class ShorterRunTests
{
    private static readonly GanOptions Preset = new()
    {
        Shape = SampleShape.Vector(2),
        Optimizer = new Adam { LearningRate = Schedule.Linear(from: 1, to: 0, 100) },
        Regularizers = [new R1Penalty { Gamma = Schedule.Linear(from: 0, to: 10, 100) }],
        Steps = 100,
    };

    [TestMethod]
    public void InSteps_RunsThroughTheSameValues()
    {
        var quarter = Preset.InSteps(25);

        var learningRate = quarter.DiscriminatorOptimizer.LearningRate;
        var gamma = ((R1Penalty)quarter.Regularizers.Single()).Gamma;
        Assert.AreEqual(25, quarter.Steps);
        Assert.AreEqual(1, learningRate.At(0), 1e-12);
        Assert.AreEqual(0.6, learningRate.At(10), 1e-12);
        Assert.AreEqual(0, learningRate.At(25), 1e-12);
        Assert.AreEqual(4, gamma.At(10), 1e-12);
    }

    [TestMethod]
    public void InSteps_OfItsOwn_ChangesNothing() => Assert.AreEqual(Preset.ToText(), Preset.InSteps(100).ToText());
}
