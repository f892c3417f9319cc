using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Optimizers;

[TestClass]
public sealed class UpdateRuleTests
{
    [TestMethod]
    [DataRow(new[] { 3f, 4f }, 2.0, new[] { 1.2, 1.6 }, DisplayName = "a norm of 5 becomes 2")]
    [DataRow(new[] { 3f, -4f }, 5.0, new[] { 3.0, -4.0 }, DisplayName = "a norm of 5 may be 5")]
    [DataRow(new[] { 0.3f, 0.4f }, 2.0, new[] { 0.3, 0.4 }, DisplayName = "a short one stays")]
    [DataRow(new[] { 0f, 0f }, 2.0, new[] { 0.0, 0.0 }, DisplayName = "zero stays zero")]
    public void GradientNormClipping_ShortensWhatIsLonger(float[] gradient, double norm, double[] expected)
    {
        using var scope = NewDisposeScope();
        var actual = tensor(gradient);

        new GradientNormClipping { MaxNorm = norm }.Before(zeros(2), actual);

        AssertTensor.AreClose(expected, actual, tolerance: 1e-6);
    }

    [TestMethod]
    public void GradientValueClipping_CutsEachComponent()
    {
        using var scope = NewDisposeScope();
        var gradient = tensor([-3f, -0.5f, 0f, 0.25f, 7f]);

        new GradientValueClipping { Limit = 0.5 }.Before(zeros(5), gradient);

        AssertTensor.AreClose([-0.5, -0.5, 0, 0.25, 0.5], gradient, tolerance: 0);
    }

    [TestMethod]
    public void WeightClipping_CutsEachParameter()
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([-3f, -0.5f, 0f, 0.25f, 7f]);

        new WeightClipping { Limit = 0.5 }.After(parameters, learningRate: 0.1);

        AssertTensor.AreClose([-0.5, -0.5, 0, 0.25, 0.5], parameters, tolerance: 0);
    }

    [TestMethod]
    public void WeightDecay_TakesRateTimesStrengthAway()
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([1.0, -20.0]);

        new WeightDecay { Strength = 0.5 }.After(parameters, learningRate: 0.1);

        AssertTensor.AreClose([1 - 0.1 * 0.5, -20 * 0.95], parameters, tolerance: 1e-12);
    }

    [TestMethod]
    public void WeightDecay_WithAdam_IgnoresTheGradientsSize()
    {
        using var scope = NewDisposeScope();
        var parameters = tensor([1.0, 1.0]);
        using var adam = new Adam { Epsilon = 1e-12 }.CreateState(parameters);

        adam.Update(tensor([100.0, 0.01]), learningRate: 0.1);
        new WeightDecay { Strength = 0.5 }.After(parameters, learningRate: 0.1);

        // Both take a step of the rate, then lose a twentieth; L2 would vanish beside the gradient of 100.
        AssertTensor.AreClose([0.9 * 0.95, 0.9 * 0.95], parameters, tolerance: 1e-9);
    }
}
