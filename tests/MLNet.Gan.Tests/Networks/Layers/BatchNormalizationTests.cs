using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class BatchNormalizationTests
{
    [TestMethod]
    public void Forward_InTraining_StandardizesByTheBatchAndRemembersATenth()
    {
        using var scope = NewDisposeScope();
        using var layer = new BatchNormalization(Some.Spec(SampleShape.Vector(1)), 1);

        var output = layer.forward(tensor([1f, 3, 5, 7]).reshape(4, 1));

        // Mean 4, variance 5 (of the batch) and 20/3 (unbiased, as is remembered).
        var deviation = Math.Sqrt(5 + 1e-5);
        AssertTensor.AreClose([-3 / deviation, -1 / deviation, 1 / deviation, 3 / deviation], output);
        AssertTensor.AreClose([0.4], layer.get_buffer("running_mean")!);
        AssertTensor.AreClose([0.9 + 0.1 * 20 / 3], layer.get_buffer("running_var")!);
    }

    [TestMethod]
    public void Forward_AfterTraining_GoesByWhatItRemembers()
    {
        using var scope = NewDisposeScope();
        using var layer = new BatchNormalization(Some.Spec(SampleShape.Vector(1)), 1);
        layer.eval();

        // It remembers mean 0 and variance 1, and goes on doing so.
        AssertTensor.AreClose([1, 3], layer.forward(tensor([1f, 3]).reshape(2, 1)), tolerance: 1e-4);
        AssertTensor.AreClose([0], layer.get_buffer("running_mean")!);
    }
}
