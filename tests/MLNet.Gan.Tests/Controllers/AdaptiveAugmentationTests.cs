namespace MLNet.Gan.Tests.Controllers;

[TestClass]
public sealed class AdaptiveAugmentationTests
{
    private static readonly AdaptiveAugmentation Ada = new() { Ramp = 1000 };

    [TestMethod]
    public void Defaults_AreThePapers()
    {
        var ada = new AdaptiveAugmentation();

        Assert.AreEqual((0.6, 500_000, 0.8, 4), (ada.Target, ada.Ramp, ada.Most, ada.Interval));
    }

    [TestMethod]
    public void Begin_IsWithoutAugmentation() => Assert.AreEqual(0, Ada.Initialize(new()).AugmentationProbability);

    [TestMethod]
    [DataRow(1.0, 0.5 + 0.1, DisplayName = "all real logits positive")]
    [DataRow(0.61, 0.5 + 0.1)]
    [DataRow(0.6, 0.5, DisplayName = "on target")]
    [DataRow(0.59, 0.5 - 0.1)]
    [DataRow(-1.0, 0.5 - 0.1)]
    public void Adjust_MovesBySamplesOverRampTowardsTheTarget(double realSign, double expected) =>
        Assert.AreEqual(expected, Adjusted(probability: 0.5, realSign, samples: 100), 1e-12);

    [TestMethod]
    [DataRow(0.75, 1.0, 0.8)]
    [DataRow(0.05, -1.0, 0.0)]
    public void Adjust_StopsAtItsBounds(double probability, double realSign, double expected) =>
        Assert.AreEqual(expected, Adjusted(probability, realSign, samples: 100));

    [TestMethod]
    public void Adjust_WithOptions_GoesByThem() => Assert.AreEqual(
        0.35, new AdaptiveAugmentation { Target = 0.2, Ramp = 10, Most = 0.35 }
            .Adjust(new() { AugmentationProbability = 0.3 }, Seen(0.3, 1)).AugmentationProbability);

    [TestMethod]
    public void Adjust_KeepsTheRest()
    {
        var controls = new TrainingControls { DiscriminatorSteps = 3, GeneratorSteps = 2, LearningRateFactor = 0.5 };

        Assert.AreEqual(controls with { AugmentationProbability = 0.1 }, Ada.Adjust(controls, Seen(1, 100)));
    }

    [TestMethod]
    [DataRow("Target", 0.0)]
    [DataRow("Target", 1.0)]
    [DataRow("Most", 1.0)]
    [DataRow("Ramp", 0)]
    public void Options_OutOfRange_AreRefused(string name, object value) => Assert.AreEqual(
        name, Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = name switch
        {
            "Target" => new AdaptiveAugmentation { Target = (double)value },
            "Most" => new AdaptiveAugmentation { Most = (double)value },
            _ => new AdaptiveAugmentation { Ramp = (int)value },
        }).ParamName);

    private static double Adjusted(double probability, double realSign, long samples) =>
        Ada.Adjust(new() { AugmentationProbability = probability }, Seen(realSign, samples))
            .AugmentationProbability!.Value;

    private static ControllerInput Seen(double realSign, long samples) => new(4, samples, realSign, 0.5, []);
}
