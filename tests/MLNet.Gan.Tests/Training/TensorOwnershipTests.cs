using MLNet.Gan.Losses;
using MLNet.Gan.Networks;
using MLNet.Gan.Regularizers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Training;

/// <summary>Counts the live tensors of the process, so nothing else may run beside it.</summary>
[TestClass, DoNotParallelize]
public sealed class TensorOwnershipTests
{
    [TestMethod]
    public void Train_HasAsManyTensorsAfterTwoHundredStepsAsAfterTwenty()
    {
        long early = 0, late = 0;
        ForgetOtherTests();
        Trained.Run(Everything with
        {
            Monitors = [new SpyMonitor(report =>
            {
                early = report.Step == 20 ? Tensor.TotalCount : early;
                late = report.Step == 200 ? Tensor.TotalCount : late;
            })],
        }, samples: Some.Points(classes: 2));

        Assert.IsTrue(early > 0);
        Assert.AreEqual(early, late);
    }

    [TestMethod]
    public void Train_LeavesNoTensorBehind()
    {
        Trained.Run(Everything with { Steps = 3 }, samples: Some.Points(classes: 2)); // whatever is made once for all
        ForgetOtherTests();
        var before = Tensor.TotalCount;

        Trained.Run(Everything with { Steps = 3 }, samples: Some.Points(classes: 2));

        Assert.AreEqual(before, Tensor.TotalCount);
    }

    [TestMethod]
    public void Train_ThatIsEndedByAMonitor_LeavesNoTensorBehind()
    {
        var failing = Everything with { Steps = 3, Monitors = [new SpyMonitor(report => new(report.Step, "Enough.", IsFatal: true))] };
        void Fail() => Assert.ThrowsExactly<MLNet.Gan.Training.TrainingFailedException>(
            () => Trained.Run(failing, samples: Some.Points(classes: 2)));
        Fail();
        ForgetOtherTests();
        var before = Tensor.TotalCount;

        Fail();

        Assert.AreEqual(before, Tensor.TotalCount);
    }

    /// <summary>Frees what other tests left to the garbage collector, so that it does not do so in the middle of a count.</summary>
    private static void ForgetOtherTests()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static GanOptions Everything => Some.Options with
    {
        Architecture = new Mlp { LatentSize = 2, Width = 8, Depth = 1 },
        LabelColumn = "Label",
        Steps = 200,
        DiscriminatorSteps = 2,
        Loss = new RelativisticLoss(),
        Snapshots = new() { Interval = 10, Count = 3 },
        Regularizers = [new R1Penalty(), new R2Penalty { Interval = 3 }, new GradientPenalty()],
    };
}
