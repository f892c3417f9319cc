namespace MLNet.Gan.Tests.Controllers;

[TestClass]
public sealed class AdaptiveUpdateRatioTests
{
    [TestMethod]
    [DataRow(0.95, 1, 1, 1, 2, DisplayName = "who wins too often: the generator gets one more")]
    [DataRow(0.95, 1, 3, 1, 4)]
    [DataRow(0.95, 1, 4, 1, 4, DisplayName = "but no more than the most")]
    [DataRow(0.95, 3, 1, 2, 1, DisplayName = "who has extra updates loses one first")]
    [DataRow(0.55, 1, 1, 2, 1, DisplayName = "who guesses gets one more")]
    [DataRow(0.55, 4, 1, 4, 1)]
    [DataRow(0.55, 1, 3, 1, 2, DisplayName = "the generator loses its extra ones first")]
    [DataRow(0.6, 2, 1, 2, 1, DisplayName = "at the lower bound nothing is moved")]
    [DataRow(0.9, 1, 2, 1, 2, DisplayName = "nor at the upper one")]
    [DataRow(0.55, 6, 1, 6, 1, DisplayName = "who began with more than the most keeps them")]
    [DataRow(0.95, 6, 1, 5, 1)]
    public void Adjust_MovesOneUpdateAtATime(
        double accuracy, int discriminator, int generator, int newDiscriminator, int newGenerator)
    {
        var controls = new TrainingControls
        {
            DiscriminatorSteps = discriminator, GeneratorSteps = generator, LearningRateFactor = 0.5,
            AugmentationProbability = 0.1,
        };

        Assert.AreEqual(
            controls with { DiscriminatorSteps = newDiscriminator, GeneratorSteps = newGenerator },
            new AdaptiveUpdateRatio().Adjust(controls, new(50, 400, 1, accuracy, [])));
    }

    [TestMethod]
    public void Adjust_WithOptions_GoesByThem()
    {
        var ratio = new AdaptiveUpdateRatio { Low = 0.7, High = 0.75, Most = 2 };

        Assert.AreEqual(2, ratio.Adjust(new(), new(1, 8, 0, 0.69, [])).DiscriminatorSteps);
        Assert.AreEqual(2, ratio.Adjust(new() { DiscriminatorSteps = 2 }, new(1, 8, 0, 0.69, [])).DiscriminatorSteps);
        Assert.AreEqual(2, ratio.Adjust(new(), new(1, 8, 0, 0.76, [])).GeneratorSteps);
    }
}
