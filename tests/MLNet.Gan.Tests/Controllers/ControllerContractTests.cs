using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Controllers;

/// <summary>What every controller must do. A new one is picked up here by itself.</summary>
[TestClass]
public sealed class ControllerContractTests
{
    private static readonly TrainingControls Odd =
        new() { DiscriminatorSteps = 3, GeneratorSteps = 2, LearningRateFactor = 0.25, AugmentationProbability = 0.3 };

    /// <summary>Discriminators that always win, that guess, that are always wrong, and what lies between.</summary>
    private static IEnumerable<ControllerInput> Observations =>
        from sign in new[] { -1, 0, 0.6, 1 }
        from accuracy in new[] { 0, 0.5, 0.75, 1 }
        from reports in new[] { 0, 1, 100 }
        select new ControllerInput(1000, 64_000, sign, accuracy, [.. Enumerable.Range(1, reports).Select(Report)]);

    public static IEnumerable<object[]> Controllers => Implementations.Of<IController>();

    [TestMethod]
    public void Controllers_AreAllFound() => CollectionAssert.IsSubsetOf(
        new[] { typeof(AdaptiveAugmentation), typeof(AdaptiveUpdateRatio), typeof(ReduceLearningRateOnPlateau) },
        Controllers.Select(row => row[0].GetType()).ToArray());

    [TestMethod]
    [DynamicData(nameof(Controllers))]
    public void Adjust_IsPure(IController controller)
    {
        foreach (var (seen, again) in Observations.Zip(Observations))
        {
            var before = Odd with { };

            var first = controller.Adjust(Odd, seen);

            Assert.AreEqual(before, Odd);
            Assert.AreEqual(first, controller.Adjust(Odd, again));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Controllers))]
    public void Adjust_ChangesSomethingAtSomeTimeAndNeverAll(IController controller)
    {
        List<string> changed =
            [.. Observations.SelectMany(seen => Changes(Odd, controller.Adjust(Odd, seen))).Distinct()];

        Assert.IsTrue(changed.Count is 1 or 2, $"{controller} changes {string.Join(", ", changed)}.");
    }

    [TestMethod]
    [DynamicData(nameof(Controllers))]
    public void Adjust_WhateverItSeesForLong_StaysInRange(IController controller)
    {
        foreach (var seen in Observations)
        {
            var controls = controller.Initialize(new());
            for (var look = 0; look < 200; look++)
                controls = controller.Adjust(controls, seen);

            Assert.IsTrue(controls is
            {
                DiscriminatorSteps: >= 1 and <= 100, GeneratorSteps: >= 1 and <= 100, LearningRateFactor: > 0 and <= 1,
                AugmentationProbability: null or (>= 0 and <= 1),
            }, $"{controls} after {seen}");
        }
    }

    [TestMethod]
    [DynamicData(nameof(Controllers))]
    public void Begin_KeepsWhatIsSet(IController controller) => Assert.AreEqual(Odd, controller.Initialize(Odd));

    [TestMethod]
    [DynamicData(nameof(Controllers))]
    public void Interval_ThatIsNotPositive_IsRefused(IController controller)
    {
        var interval = controller.GetType().GetProperty("Interval")!;

        var error = Assert.ThrowsExactly<System.Reflection.TargetInvocationException>(
            () => interval.SetValue(controller, 0));

        Assert.AreEqual("Interval", ((ArgumentOutOfRangeException)error.InnerException!).ParamName);
    }

    private static IEnumerable<string> Changes(TrainingControls before, TrainingControls after) =>
        from property in typeof(TrainingControls).GetProperties()
        where !Equals(property.GetValue(before), property.GetValue(after))
        select property.Name;

    private static StepReport Report(int step) => new(step, 1, 1, 0, 0, 1, 1);
}
