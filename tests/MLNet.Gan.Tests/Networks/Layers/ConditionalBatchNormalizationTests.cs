using MLNet.Gan.Layers;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Networks.Layers;

[TestClass]
public sealed class ConditionalBatchNormalizationTests
{
    [TestMethod]
    public void Forward_InTraining_StandardizesByTheBatchAndScalesByTheClass()
    {
        using var scope = NewDisposeScope();
        using var layer = Layer(scales: [10, 100], shifts: [1, 2]);

        var output = layer.forward(tensor([1f, 3, 5, 7]).reshape(4, 1, 1, 1), tensor([0L, 1, 1, 0]));

        // Mean 4, variance 5 (of the batch) and 20/3 (unbiased, as is remembered).
        var deviation = Math.Sqrt(5 + 1e-5);
        AssertTensor.AreClose(
            [10 * -3 / deviation + 1, 100 * -1 / deviation + 2, 100 * 1 / deviation + 2, 10 * 3 / deviation + 1],
            output, tolerance: 1e-4);
        AssertTensor.AreClose([0.4], layer.get_buffer("running_mean")!);
        AssertTensor.AreClose([0.9 + 0.1 * 20 / 3], layer.get_buffer("running_var")!);
    }

    [TestMethod]
    public void Forward_AfterTraining_GoesByWhatItRemembers()
    {
        using var scope = NewDisposeScope();
        using var layer = Layer(scales: [10, 100], shifts: [1, 2]);
        layer.eval();

        // It remembers mean 0 and variance 1.
        AssertTensor.AreClose(
            [51, 502], layer.forward(tensor([5f, 5]).reshape(2, 1, 1, 1), tensor([0L, 1])), tolerance: 1e-2);
        AssertTensor.AreClose([0], layer.get_buffer("running_mean")!);
    }

    [TestMethod]
    public void Scales_BeginNear1AndShiftsAt0()
    {
        using var scope = NewDisposeScope();
        using var layer = new ConditionalBatchNormalization(Some.Spec(SampleShape.Vector(1), classes: 100), 100);

        AssertTensor.AreClose(1, layer.get_parameter("scale")!.mean(), tolerance: 1e-3);
        AssertTensor.AreClose(0.02, layer.get_parameter("scale")!.std(), tolerance: 1e-3);
        AssertTensor.AreClose(0, layer.get_parameter("shift")!.abs().max(), tolerance: 0);
    }

    private static ConditionalBatchNormalization Layer(float[] scales, float[] shifts)
    {
        var layer = new ConditionalBatchNormalization(Some.Spec(SampleShape.Vector(1), classes: 2), 1);
        using var _ = no_grad();
        layer.get_parameter("scale")!.copy_(tensor(scales).reshape(2, 1));
        layer.get_parameter("shift")!.copy_(tensor(shifts).reshape(2, 1));
        return layer;
    }
}
