using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Averaging;

/// <summary>Counts the live tensors of the process, so nothing else may run beside it.</summary>
[TestClass, DoNotParallelize]
public sealed class AverageOwnershipTests
{
    public static IEnumerable<object[]> Averages => Implementations.Of<IWeightAverage>();

    [TestMethod]
    [DynamicData(nameof(Averages))]
    public void Average_MakesNoTensorThatStays(IWeightAverage options) => AssertNoneStays(options);

    [TestMethod]
    public void TailAverage_ThatTakesEveryStep_MakesNoTensorThatStays() =>
        AssertNoneStays(new TailAverage { Count = 2, Interval = 1 });

    private static void AssertNoneStays(IWeightAverage options)
    {
        using var scope = NewDisposeScope();
        var (current, average) = (ones(5), ones(5));
        var step = 0;

        LiveTensors.AssertNoneStays(
            begin: () => options.CreateState(average),
            memory: averaging => averaging.StateTensors,
            step: averaging => averaging.Update(current, step++, batchSize: 8));
    }
}
