
namespace MLNet.Gan.Tests.Controllers;

[TestClass]
public sealed class ReduceLearningRateOnPlateauTests
{
    private static readonly ReduceLearningRateOnPlateau Patient = new() { Watch = MonitoredValue.GeneratorLoss, Patience = 2 };

    [TestMethod]
    [DataRow(new double[] { }, 1.0)]
    [DataRow(new double[] { 5, 4, 3, 2, 1 }, 1.0, DisplayName = "it falls")]
    [DataRow(new double[] { 5, 6, 4, 6, 3 }, 1.0, DisplayName = "it falls in time each time")]
    [DataRow(new double[] { 5, 5, 5 }, 0.5, DisplayName = "to stay is not to fall")]
    [DataRow(new double[] { 5, 6, 7, 8 }, 0.5)]
    [DataRow(new double[] { 5, 6, 7, 8, 9 }, 0.25, DisplayName = "patience begins anew")]
    [DataRow(new double[] { 5, 6, 7, 4, 6, 6 }, 0.25, DisplayName = "a new least does not undo it")]
    [DataRow(new double[] { 5, double.NaN, double.NaN }, 0.5, DisplayName = "what is no number is no new least")]
    public void Adjust_MultipliesAtEveryPlateau(double[] losses, double expected) =>
        Assert.AreEqual(expected, Adjusted(Patient, losses).LearningRateFactor);

    [TestMethod]
    public void Adjust_StopsAtTheLeast() =>
        Assert.AreEqual(0.01, Adjusted(Patient, new double[100]).LearningRateFactor);

    [TestMethod]
    public void Adjust_WithOptions_GoesByThem() => Assert.AreEqual(
        0.3, Adjusted(Patient with { Patience = 1, Factor = 0.9, Least = 0.3 }, new double[100]).LearningRateFactor);

    [TestMethod]
    public void Adjust_KeepsTheRest()
    {
        var controls = new TrainingControls { DiscriminatorSteps = 3, GeneratorSteps = 2, AugmentationProbability = 0.1 };

        Assert.AreEqual(controls with { LearningRateFactor = 0.5 }, Patient.Adjust(controls, Seen([1, 1, 1])));
    }

    [TestMethod]
    public void Watched_ReadsItsNumber()
    {
        var report = new StepReport(1, DiscriminatorLoss: 2, GeneratorLoss: 3, 4, 5, 6, 7) { Accuracy = 0.2 };

        Assert.AreEqual(2, MonitoredValue.DiscriminatorLoss.Read(report));
        Assert.AreEqual(3, MonitoredValue.GeneratorLoss.Read(report));
        Assert.AreEqual(6, MonitoredValue.DiscriminatorGradientNorm.Read(report));
        Assert.AreEqual(7, MonitoredValue.GeneratorGradientNorm.Read(report));
        Assert.AreEqual(0.3, MonitoredValue.Imbalance.Read(report), 1e-12);
        Assert.AreEqual("Imbalance", $"{MonitoredValue.Imbalance}");
    }

    private static TrainingControls Adjusted(ReduceLearningRateOnPlateau reaction, double[] losses) => reaction.Adjust(new(), Seen(losses));

    private static ControllerInput Seen(double[] losses) => new(
        losses.Length, 0, 0, 0, [.. losses.Select((loss, step) => new StepReport(step + 1, 0, loss, 0, 0, 0, 0))]);
}
